"""The demo: a sample office's book, and the main job on it, as a flat list of named steps."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from time import perf_counter

from db.backups.keeping import make_kept
from db.backups.making import Order
from db.migrations.store import NotABook, prepare_store
from db.new_book import NewOffice, make_book
from db.rules.backups import FOLDER as BACKUPS
from db.rules.backups import Why, file_name
from db.rules.periods import parse_period
from db.services import offices
from db.services.planning import plans
from db.services.returns import approving, at_once
from db.sessions import BOOK_NAME, LOCK_NAME, Book
from db.trouble import telling
from desktop.demo import texts
from desktop.demo.making import YEARS
from desktop.demo.sample import FOLDER, fill_book, sample_texts
from desktop.paths import settings_file

CODE = "099"
ON = date(2025, 3, 1)
NOW = datetime(2025, 12, 15, 8, 5)
PERIODS = tuple(f"{YEARS[-1]}-{quarter}" for quarter in ("Q1", "Q2", "Q3", "Q4"))


class FolderInUse(Exception):
    """The demo's folder holds the book of a real office; it is never written over."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(f"{folder} is in use")


@dataclass(frozen=True)
class Done:
    """One step of the demo: what it did, the files it made, how long it took in seconds."""

    title: str
    files: tuple[Path, ...]
    seconds: float


Report = Callable[[str], None]


def make_demo(out: Path, report: Report) -> Iterator[Done]:
    """Make the demo in `out`, step by step, over an earlier one; files that are not the demo's stay.

    Raises FolderInUse where `out` holds a book that is no sample, BookLocked where that book is open.
    """
    steps: tuple[tuple[str, Callable[[Path, Report], tuple[Path, ...]]], ...] = (
        (texts.MAKING_OFFICE, _make_office),
        (texts.FILLING, _fill),
        (texts.EXPORTING, _export_returns),
        (texts.PRINTING, _print_plans),
        (texts.PRINTING_SCORES, _print_scores),
        (texts.BACKING_UP, _back_up),
        (texts.DRAWING, _draw_screens),
    )
    for title, step in steps:
        report(title)
        started = perf_counter()
        files = step(out, report)
        yield Done(title, files, perf_counter() - started)


def _make_office(out: Path, _: Report) -> tuple[Path, ...]:
    from exports.readers.unit_lists import read_unit_list

    office = out / "office"
    _remove_earlier_sample(office)
    names = sample_texts()["office"]
    lines = read_unit_list(FOLDER / "units.csv")
    made = NewOffice(lines, "units.csv", CODE, ON, sample=True)
    with telling(office / BOOK_NAME):
        make_book(office, made, who=texts.OFFICER, clock=_clock)
    with Book(office, clock=_clock) as book, book.writing(who=texts.OFFICER) as session:
        offices.rename(session, **names)
    return (office / BOOK_NAME,)


def _remove_earlier_sample(office: Path) -> None:
    if not (office / BOOK_NAME).exists():
        return
    if not _is_sample(office):
        raise FolderInUse(office.parent)
    with telling(office / BOOK_NAME):
        # A closed book is one file; the folder may hold what an officer put there.
        earlier = office / BACKUPS / file_name(NOW, Why.HAND)
        for path in (office / BOOK_NAME, office / LOCK_NAME, settings_file(office), earlier):
            path.unlink(missing_ok=True)


def _is_sample(office: Path) -> bool:
    try:
        prepare_store(office / BOOK_NAME)
    except NotABook:
        return False
    with Book(office) as book, book.reading() as session:
        return offices.current(session).sample


def _folder(out: Path, name: str) -> Path:
    with telling(out / name):
        (out / name).mkdir(parents=True, exist_ok=True)
    return out / name


def _fill(out: Path, _: Report) -> tuple[Path, ...]:
    with Book(out / "office", clock=_clock) as book, book.writing(who=texts.OFFICER) as session:
        fill_book(session, unit_id=offices.current(session).unit.id)
    return ()


def _export_returns(out: Path, report: Report) -> tuple[Path, ...]:
    from exports.returns.naming import return_file_name
    from exports.returns.writing import paper_beside, write_files

    folder = _folder(out, "returns")
    files = []
    with Book(out / "office", clock=_clock) as book, book.writing(who=texts.OFFICER) as session:
        unit = offices.current(session).unit
        for label in PERIODS:
            number, filled, _ = at_once.approve_now(
                session, set_code="quarterly", unit=unit, period=parse_period(label), word=texts.RETURN_WORD
            )
            target = folder / return_file_name(filled)
            # One printed twin shows what they look like.
            paper = paper_beside(target) if label == PERIODS[-1] else None
            write_files(filled, target, paper)
            approving.exported(session, number, file_name=target.name)
            files += [target, *([paper] if paper else [])]
            report(f"  {target.name}")
    return tuple(files)


def _print_plans(out: Path, report: Report) -> tuple[Path, ...]:
    from exports.documents.pdf import write_pdf
    from exports.documents.plan_content import plan_document

    folder = _folder(out, "documents")
    files = []
    with Book(out / "office", lock=False) as book, book.reading() as session:
        papers = [plans.paper(session, plan.id) for plan in plans.every(session)]
    for paper in papers:
        target = folder / texts.PLAN_FILE.format(number=paper.number, day=paper.issued_on)
        write_pdf(plan_document(paper), target)
        files.append(target)
        report(f"  {target.name}")
    return tuple(files)


def _print_scores(out: Path, report: Report) -> tuple[Path, ...]:
    from desktop.demo.score_papers import write_score_papers

    with Book(out / "office", lock=False) as book, book.reading() as session:
        return write_score_papers(session, _folder(out, "documents"), YEARS[-1], report)


def _back_up(out: Path, report: Report) -> tuple[Path, ...]:
    made = make_kept(Order(out / "office", Why.HAND, texts.OFFICER, NOW))
    report(f"  {made.path.name}")
    return (made.path,)


def _draw_screens(out: Path, report: Report) -> tuple[Path, ...]:
    from desktop.demo.screens import draw_screens

    return draw_screens(out / "office", _folder(out, "screens"), report, _clock)


def _clock() -> datetime:
    return NOW
