"""`pcmd data check`: whether the files that evidence names are as they came, and the log as it was written."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from db.attachments.keeping import FileState, state_of, strays, sweep
from db.rules.attachments import FOLDER
from db.rules.formats import number_text
from db.services.entering import history_chain
from db.services.entering.history_chain import Break, BreakKind, ChainState
from db.services.scoring import evidence_files
from db.services.scoring.evidence_files import NamedFile
from db.sessions import Book
from desktop.cli import data_texts as texts
from desktop.cli.books import open_book
from desktop.cli.outcome import Outcome

_HASH_SHOWN = 16


def check(arguments: Namespace) -> Outcome:
    """Name files that are gone or changed and files that no row names; `--sweep` deletes what a break left behind.

    A folder that another window has open is looked at, not swept: a file may just be on its way in.
    """
    with open_book(arguments, lock=arguments.sweep) as book:
        with book.reading() as session:
            files, names = evidence_files.of_all_sheets(session), evidence_files.all_names(session)
            chain = history_chain.verify(session)
        swept = sweep(book.folder, names) if arguments.sweep else ()
        left = strays(book.folder, names)
        bad = _bad(book, files)
    lines = [texts.CHECKED.format(count=len(files), bad=len(bad)), _chain_line(chain)]
    lines += _listed(texts.SWEPT, book, swept)
    lines += _listed(texts.LEFT_BEHIND, book, left.ours)
    lines += _listed(texts.NOT_OURS, book, left.others)
    values = {
        "files": len(files),
        "bad": [_values(file, state) for file, state in bad],
        "swept": _names(book, swept),
        "left_behind": _names(book, left.ours),
        "others": _names(book, left.others),
        "history": _chain_values(chain),
    }
    complaints = [*(_complaint(file, state) for file, state in bad), *map(_break_words, chain.breaks)]
    return Outcome(values, lines, complaints)


def _chain_line(chain: ChainState) -> str:
    return texts.CHAIN.format(
        count=number_text(chain.steps), step=chain.last_step, hash=chain.last_hash[:_HASH_SHOWN]
    )


def _break_words(item: Break) -> str:
    key = "missing_one" if item.kind is BreakKind.MISSING and item.first == item.last else str(item.kind)
    return texts.BREAKS[key].format(first=item.first, last=item.last)


def _chain_values(chain: ChainState) -> dict[str, object]:
    breaks = [{"kind": str(item.kind), "first": item.first, "last": item.last} for item in chain.breaks]
    return {
        "steps": chain.steps,
        "last_step": chain.last_step,
        "last_hash": chain.last_hash,
        "breaks": breaks,
    }


def _bad(book: Book, files: Sequence[NamedFile]) -> list[tuple[NamedFile, FileState]]:
    states = [(item, state_of(book.folder, item.file.stored_name, item.file.sha256)) for item in files]
    return [(item, state) for item, state in states if state is not FileState.WHOLE]


def _complaint(item: NamedFile, state: FileState) -> str:
    return texts.BAD[state].format(
        unit=item.unit, year=item.year, criterion=item.criterion, name=item.file.file_name
    )


def _listed(words: str, book: Book, paths: Sequence[Path]) -> list[str]:
    return [words.format(name=name) for name in _names(book, paths)]


def _names(book: Book, paths: Sequence[Path]) -> list[str]:
    return [path.relative_to(book.folder / FOLDER).as_posix() for path in paths]


def _values(item: NamedFile, state: FileState) -> dict[str, object]:
    return {
        "unit": item.unit,
        "year": item.year,
        "criterion": item.criterion,
        "file": item.file.file_name,
        "stored": item.file.stored_name,
        "state": str(state),
    }
