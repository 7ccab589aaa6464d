"""Start the program: with a noun the command line, without one the window."""

import sys


def main() -> int:
    """Run what the command line asks for and return the exit code."""
    from desktop.cli.parser import parse

    arguments = parse(sys.argv[1:])
    if arguments.noun is None:
        from desktop.app import run_window

        return run_window(arguments.data)
    from desktop.cli.run import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
