"""Start the program: with a noun the command line, without one the window, which a file may be given to."""

import sys
from pathlib import Path

from desktop.given_file import is_file_name, named


def main() -> int:
    """Run what the command line asks for and return the exit code."""
    match sys.argv[1:]:
        # The window is to be seen before anything else is read: it needs no parser of commands.
        case []:
            return _run_window(None)
        case ["--data", folder]:
            return _run_window(Path(folder))
        case ["--child", module, *arguments]:
            return _run_child(module, arguments)
        case [name] if is_file_name(name):
            return _run_window(None, named(name))
        case ["--data", folder, name] if is_file_name(name):
            return _run_window(Path(folder), named(name))
        case arguments:
            return _run_command(arguments)


def _run_window(folder: Path | None, given: Path | None = None) -> int:
    # An edge: what keeps the window from standing must not vanish where there is no console.
    try:
        from desktop.app import run_window

        return run_window(folder, given=given)
    except Exception as error:
        from desktop.start_trouble import tell

        tell(error)
        return 1


def _run_child(module: str, arguments: list[str]) -> int:
    """Read one file for the program that started this one (`exports.readers.children`)."""
    from exports.readers.children import run_child

    run_child(module, arguments)
    return 0


def _run_command(arguments: list[str]) -> int:
    from desktop.cli.parser import parse
    from desktop.cli.run import run, speak_utf8

    speak_utf8()
    asked = parse(arguments)
    return run(asked) if asked.noun else _run_window(asked.data)


if __name__ == "__main__":
    sys.exit(main())
