"""`pcmd data check`: whether the files that evidence names are in the office's folder as they came."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from db.attachments.keeping import FileState, state_of, strays, sweep
from db.rules.attachments import FOLDER
from db.services.scoring import evidence_files
from db.services.scoring.evidence_files import NamedFile
from db.sessions import Book
from desktop.cli import data_texts as texts
from desktop.cli.books import open_book
from desktop.cli.outcome import Outcome


def check(arguments: Namespace) -> Outcome:
    """Name files that are gone or changed and files that no row names; `--sweep` deletes what a break left behind.

    A folder that another window has open is looked at, not swept: a file may just be on its way in.
    """
    with open_book(arguments, lock=arguments.sweep) as book:
        with book.reading() as session:
            files, names = evidence_files.of_all_sheets(session), evidence_files.all_names(session)
        swept = sweep(book.folder, names) if arguments.sweep else ()
        left = strays(book.folder, names)
        bad = _bad(book, files)
    lines = [texts.CHECKED.format(count=len(files), bad=len(bad))]
    lines += _listed(texts.SWEPT, book, swept)
    lines += _listed(texts.LEFT_BEHIND, book, left.ours)
    lines += _listed(texts.NOT_OURS, book, left.others)
    values = {
        "files": len(files),
        "bad": [_values(file, state) for file, state in bad],
        "swept": _names(book, swept),
        "left_behind": _names(book, left.ours),
        "others": _names(book, left.others),
    }
    return Outcome(values, lines, [_complaint(file, state) for file, state in bad])


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
