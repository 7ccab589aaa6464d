"""Run a command: print what it gives, or what was wrong, and return the exit code."""

import json
import os
import sys
from argparse import Namespace
from collections.abc import Callable
from importlib import import_module
from io import TextIOWrapper

from db.rules.findings import Unknown
from desktop.cli import texts
from desktop.cli.outcome import Outcome
from ui.common.errors import is_known, lines_of

DONE, REFUSED, WRONG_USAGE = 0, 1, 2


def run(arguments: Namespace) -> int:
    """Run the command: 0 done, 1 refused (nothing was stored), stopped by the user or our own fault, 2 an unknown name.

    Our own fault is told by its report: the words of an exception may hold records, and output goes into mails.
    """
    try:
        command: Callable[[Namespace], Outcome] = getattr(import_module(arguments.module), arguments.command)
        outcome = command(arguments)
    except KeyboardInterrupt:
        print(texts.STOPPED, file=sys.stderr)
        return REFUSED
    except BrokenPipeError:
        _forget_output()
        return REFUSED
    except Exception as error:
        return _refuse(error) if is_known(error) else _tell_fault(error)
    _show(outcome, as_json=arguments.json)
    for line in (*outcome.warnings, *outcome.complaints):
        print(line, file=sys.stderr)
    return REFUSED if outcome.complaints else DONE


def speak_utf8() -> None:
    """Write UTF-8: a Windows console, or a file there, would otherwise fail on the first Vietnamese letter."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


def _show(outcome: Outcome, *, as_json: bool) -> None:
    lines = [json.dumps(outcome.values, ensure_ascii=False, indent=1)] if as_json else outcome.lines
    try:
        print("\n".join(lines), flush=True)
    except BrokenPipeError:  # The command is done; whoever read it wanted no more (`| head`).
        _forget_output()


def _forget_output() -> None:
    # Python writes what is left once more at its end, and would complain there.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tell_fault(error: Exception) -> int:
    from desktop.crash_report import report_of

    print(texts.FAULT, report_of(error), sep="\n", file=sys.stderr)
    return REFUSED


def _refuse(error: Exception) -> int:
    for line in lines_of(error):
        print(line, file=sys.stderr)
    return WRONG_USAGE if isinstance(error, Unknown) else REFUSED
