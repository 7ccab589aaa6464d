"""`pcmd data check`: whether the book is whole, and the files that evidence names are as they came."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from db.attachments.keeping import FileState, Stray, state_of, strays, sweep
from db.checks import checking
from db.checks.faults import BESIDE_THE_BOOK, Kind
from db.rules.attachments import FOLDER
from db.rules.formats import number_text
from db.services.entering import history_chain
from db.services.entering.history_chain import Break, BreakKind, ChainState
from db.services.scoring import evidence_files
from db.services.scoring.evidence_files import NamedFile
from db.services.searching import search_index
from db.sessions import Book
from db.trouble import BookDamaged
from desktop.cli import data_texts as texts
from desktop.cli.books import OFFICER, open_book
from desktop.cli.outcome import Outcome
from ui.common.soundness_words import report_lines

_HASH_SHOWN = 16
# Evidence has a line of its own each, with its unit, year and criterion; the log says where its chain breaks.
TOLD_APART = BESIDE_THE_BOOK | {Kind.CHAIN, Kind.CHAIN_GAP, Kind.CHAIN_STRAY}


def check(arguments: Namespace) -> Outcome:
    """Look at the whole book and the files beside it; `--sweep` deletes what a break left behind.

    A folder that another window has open is looked at, not swept: a file may just be on its way in. `--reindex` makes
    the index of search anew first.
    """
    with open_book(arguments, lock=arguments.sweep or arguments.reindex) as book:
        if arguments.reindex:
            _reindex(book)
        report = checking.check(book, lambda _: None)
        chain = _chain(book)
        files = _files(book, sweeping=arguments.sweep)
    of_book = replace(report, faults=[fault for fault in report.faults if fault.kind not in TOLD_APART])
    lines = [texts.SOUND] if of_book.is_clean else []
    lines += [texts.CHECKED.format(count=files.count, bad=len(files.bad))]
    lines += [_chain_line(chain)] if chain else []
    lines += _listed(texts.SWEPT, book, files.swept)
    lines += _listed(texts.LEFT_BEHIND, book, files.left.ours)
    lines += _listed(texts.NOT_OURS, book, files.left.others)
    values = {
        "files": files.count,
        "bad": [_values(file, state) for file, state in files.bad],
        "swept": _names(book, files.swept),
        "left_behind": _names(book, files.left.ours),
        "others": _names(book, files.left.others),
        "faults": [asdict(fault) for fault in of_book.faults],
        "skipped": [str(subject) for subject in report.skipped],
        "history": _chain_values(chain) if chain else None,
    }
    complaints = [*report_lines(of_book), *(_complaint(file, state) for file, state in files.bad)]
    complaints += map(_break_words, chain.breaks if chain else ())
    return Outcome(values, lines, complaints)


@dataclass(frozen=True)
class _Files:
    count: int = 0
    bad: Sequence[tuple[NamedFile, FileState]] = ()
    swept: tuple[Path, ...] = ()
    left: Stray = field(default_factory=lambda: Stray((), ()))


def _chain(book: Book) -> ChainState | None:
    try:
        with book.reading() as session:
            return history_chain.verify(session)
    except BookDamaged:
        return None  # The check of the file says so.


def _files(book: Book, *, sweeping: bool) -> _Files:
    try:
        with book.reading() as session:
            files, names = evidence_files.of_all_sheets(session), evidence_files.all_names(session)
    except BookDamaged:
        return _Files()  # Which files are named cannot be read: the check says so, and nothing is swept.
    swept = sweep(book.folder, names) if sweeping else ()
    return _Files(len(files), _bad(book, files), swept, strays(book.folder, names))


def _reindex(book: Book) -> None:
    with book.writing(who=OFFICER) as session:
        search_index.rebuild(session)


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
