"""What the words of the command line are made of: a parser that speaks Vietnamese, its verbs, days and files."""

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, NoReturn

from desktop.cli import texts


class Parser(argparse.ArgumentParser):
    """A parser that speaks Vietnamese and leaves with code 2 on wrong usage."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and how the command is used, and leave with code 2."""
        self.exit(2, f"{texts.WRONG_USAGE}: {_in_vietnamese(message)}\n{self.format_usage()}")

    def format_usage(self) -> str:
        """Return the usage with a Vietnamese head."""
        return super().format_usage().replace("usage:", f"{texts.USAGE}:", 1)

    def format_help(self) -> str:
        """Return the help with Vietnamese heads."""
        words = super().format_help()
        for english, vietnamese in texts.HELP_HEADS:
            words = words.replace(english, vietnamese)
        return words


class TellVersion(argparse.Action):
    """Tells which version this is, and leaves."""

    def __init__(self, option_strings: Sequence[str], dest: str, **kwargs: Any) -> None:
        super().__init__(option_strings, dest, nargs=0, **kwargs)

    def __call__(self, *_: Any) -> NoReturn:
        """Say it on standard output, as other programs do."""
        from desktop.about.running import version

        print(texts.VERSION.format(version=version()))
        sys.exit(0)


def day(text: str) -> date:
    """Read a day as `2025-03-01` or `01/03/2025`."""
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise argparse.ArgumentTypeError(texts.NOT_A_DAY.format(text=text))


def codes(text: str) -> str:
    """Read on which day's list codes stand: a day, or `rows` for each row's own; returned as a mapping keeps it."""
    return text if text == "rows" else day(text).isoformat()


def target(*suffixes: str) -> Callable[[str], Path]:
    """Return a reader of a target file's name that takes no other suffix: the content would not be what it says."""

    def read(text: str) -> Path:
        if Path(text).suffix.lower() not in suffixes:
            raise argparse.ArgumentTypeError(
                texts.WRONG_SUFFIX.format(text=text, suffix=" / ".join(suffixes))
            )
        return Path(text)

    return read


Subparsers = argparse._SubParsersAction  # The only name argparse has for it.


def verbs_of(nouns: "Subparsers[Parser]", noun: str, words: str) -> "Subparsers[Parser]":
    """Return what takes the verbs of a noun."""
    return nouns.add_parser(noun, help=words).add_subparsers(
        dest="verb", metavar=texts.VERB, required=True, parser_class=Parser
    )


def verb_of(verbs: "Subparsers[Parser]", name: str, words: str, module: str, command: str) -> Parser:
    """Add a verb that a command of a module does."""
    parser = verbs.add_parser(name, help=words)
    parser.set_defaults(module=f"desktop.cli.{module}", command=command)
    parser.add_argument("--json", action="store_true", help=texts.JSON)
    return parser


def _in_vietnamese(message: str) -> str:
    for english, vietnamese in texts.ARGPARSE_WORDS:
        message = re.sub(english, vietnamese, message)
    return message
