"""Torture everything and write docs/reliability.md; or one thing, `--only NAME`, whose section alone is then new."""

import sys
import tempfile
from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path
from time import monotonic

from tests.benchmarks.large_book import PROJECT
from tests.torture.reliability_page import Ran, page
from tests.torture.runners import RUNNERS
from tests.torture.sections import Asked, Runner

_PAGE = PROJECT / "docs" / "reliability.md"


def main(words: list[str]) -> int:
    """Run what is asked for, tell each fault, write the page; 1 where a fault was found."""
    asked = _asked(words)
    chosen = [runner for runner in RUNNERS if asked.only in (None, runner.name)]
    faults = 0
    for runner in chosen:
        ran = _ran(runner, asked)
        for fault in ran.section.found:
            print(f"{runner.name}: {fault}", flush=True)
        faults += len(ran.section.found)
        earlier = _PAGE.read_text(encoding="utf-8") if _PAGE.exists() else ""
        _PAGE.write_text(page([ran], RUNNERS, earlier), encoding="utf-8")
    return 1 if faults else 0


def _asked(words: list[str]) -> Namespace:
    parser = ArgumentParser(prog="python -m tests.torture", description="Torture the program.")
    parser.add_argument("--only", metavar="NAME", choices=[runner.name for runner in RUNNERS])
    parser.add_argument("--runs", type=int, help="instead of as many as the page tells of")
    parser.add_argument("--seed", type=int, default=8, help="another number draws other moments")
    return parser.parse_args(words)


def _ran(runner: Runner, asked: Namespace) -> Ran:
    runs, began = asked.runs or runner.runs, monotonic()
    # What a failed run left behind is no reason not to tell of it.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        section = runner.run(Asked(runs, asked.seed, Path(scratch), lambda words: _say(runner, words)))
    _say(runner, f"{len(section.found)} faults\n")
    return Ran(runner, section, runs, asked.seed, monotonic() - began, date.today())


def _say(runner: Runner, words: str) -> None:
    """Keep one line of progress."""
    print(f"\r\033[K{runner.name}: {words}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
