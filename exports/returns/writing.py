"""A return as files: the workbook, and its printed twin where one is asked for; both whole or neither."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from db.rules.returns.filled import FilledReturn
from db.rules.returns.tags_sheet import OwnWorkbook
from db.whole_files import replacing_all
from exports.returns.workbook import write_book

Write = Callable[[FilledReturn, Path], None]


def write_files(
    filled: FilledReturn, target: Path, paper: Path | None = None, write_book: Write = write_book
) -> None:
    """Write a return into `target`, and as PDF into `paper`; raises `TargetNotWritable`, what was there stays then.

    `write_book` puts the figures into the workbook: into the program's own, or into a province's template.
    """
    with writing_files(filled, target, paper, write_book):
        pass


@contextmanager
def writing_files(
    filled: FilledReturn, target: Path, paper: Path | None = None, write_book: Write = write_book
) -> Iterator[None]:
    """Write a return as `write_files` does, under other names; at the end, unless something failed, it is in place.

    Meanwhile the book notes that the return leaves: what was not stored must not be found as a file.
    """
    with replacing_all([target, *([paper] if paper else [])]) as files:
        write_book(filled, files[0])
        if paper is not None:
            from exports.returns.paper import write_paper

            write_paper(filled, files[1])
        yield


def writer_of(own: OwnWorkbook | None) -> Write:
    """Return what writes a return into a province's own workbook, into the program's own layout where there is none."""
    if own is None:
        return write_book
    from exports.returns.template_writing import write_template

    return lambda filled, path: write_template(filled, own, path)


def paper_beside(target: Path) -> Path:
    """Return the name of the printed twin of a workbook."""
    return target.with_suffix(".pdf")
