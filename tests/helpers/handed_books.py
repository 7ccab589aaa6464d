"""A district that ended, with records of every kind, and the offices that take its book over."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select

from db.migrations.store import SCHEMA
from db.new_book import NewOffice, make_book
from db.records import Plan, ReportText, ReturnMark, ScoreEvidence, ScoreSheet, Succession
from db.rules.entries import Values
from db.rules.handing.document import HandedBook
from db.rules.periods import parse_period
from db.rules.units import UnitLine
from db.services import figure_definitions, offices, units
from db.services.entering import entries
from db.services.entering.lists_once import reading_lists_once
from db.services.handing import comparing, handing_on, sharing, taking_in
from db.services.handing.comparing import Answers, TakingPlan
from db.services.handing.sharing import Decisions
from db.services.handing.tables import KINDS
from db.services.planning import amendments, evidence, target_details
from db.services.returns import approving, filling, frozen_returns
from db.sessions import BOOK_NAME, Book, Session
from tests.helpers import random_registers, random_year
from tests.helpers.books import COMMUNES, DISTRICT, OFFICER, ON, unit_lines
from tests.helpers.chance import Chance
from tests.helpers.made_once import made_once

MERGED_ON = date(2025, 7, 1)
HANDED_ON = date(2025, 8, 4)
NOW = datetime(2026, 1, 5, 9, 30)
TOWN, DAT, WEST = "99101", "99103", "99106"
_NEW = {TOWN: "Xã Đồi Thông", DAT: "Xã Đạt Mới", WEST: "Xã Tây Lâm"}
# Old code, new code, whole or part; 99105 is left without a successor.
_WENT = (
    (TOWN, TOWN, "whole"),
    ("99102", TOWN, "whole"),
    (DAT, DAT, "whole"),
    ("99104", DAT, "part"),
    ("99104", WEST, "part"),
)
# The communes whose records do not follow by themselves.
PARTED, LOST = "99104", "99105"
_SIGNED: Values = {"number": 5, "issued_on": date(2025, 1, 10), "signatory_name": "Lò Văn Bảo"}


@pytest.fixture(scope="session")
def full_template(template_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the book of a district with records of every kind; never opened by a test itself."""
    return made_once(
        tmp_path_factory, "full", lambda folder: _go_on(template_folder, folder, partial(fill, seed=5))
    )


@pytest.fixture(scope="session")
def ended_template(full_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same of a district that ended."""
    return made_once(tmp_path_factory, "ended", lambda folder: _go_on(full_template, folder, end_district))


@pytest.fixture
def full_book(full_template: Path, tmp_path: Path) -> Iterator[Book]:
    """The book of the district with records of every kind, open for writing."""
    folder = tmp_path / "full"
    folder.mkdir()
    shutil.copy(full_template / BOOK_NAME, folder / BOOK_NAME)
    with Book(folder, clock=lambda: NOW) as opened:
        yield opened


@pytest.fixture
def ended_folder(ended_template: Path, tmp_path: Path) -> Path:
    """A folder with a fresh copy of the ended district's book, not open."""
    folder = tmp_path / "ended"
    folder.mkdir()
    shutil.copy(ended_template / BOOK_NAME, folder / BOOK_NAME)
    return folder


@pytest.fixture
def ended_book(ended_folder: Path) -> Iterator[Book]:
    """The ended district's book, open for writing."""
    with Book(ended_folder, clock=lambda: NOW) as opened:
        yield opened


def later_lines() -> list[UnitLine]:
    """The list of 1 July 2025: no district, three communes of five."""
    lines = [unit_lines()[0]]
    for number, (code, name) in enumerate(_NEW.items(), start=3):
        lines.append(UnitLine(f"dòng {number}", code, name, "Xã", 3, "99"))
    return lines


def end_district(session: Session) -> None:
    """Read the list of July and what became of the communes."""
    units.load(session, later_lines(), on=MERGED_ON, file_name="july.csv")
    for old, new, extent in _WENT:
        before, after = units.find(session, old, ON), units.find(session, new, MERGED_ON)
        session.add(Succession(on=MERGED_ON, old_id=before.id, new_id=after.id, extent=extent))
    session.flush()


def fill(session: Session, seed: int) -> None:
    """Fill a district's book with records of all kinds by chance, all of the time while the district was."""
    chance = _Before(Random(seed))
    with reading_lists_once(session):
        officials = [random_year.official(session, chance) for _ in range(12)]
        for _ in range(40):
            random_year.outreach(session, chance)
        for _ in range(12):
            random_year.training(session, chance, officials)
    random_year.scores_of_all(session, chance)
    for sheet in session.scalars(select(ScoreSheet)):
        sheet.evidence.append(_evidence())
    own = figure_definitions.add(session, title="Buổi đối thoại", unit="buổi", section="detection")
    random_registers.fill(session, chance)
    _plans(session, own)
    _freeze(session)


def _evidence() -> ScoreEvidence:
    return ScoreEvidence(
        criterion="1",
        number="12/BC-UBND",
        note="Báo cáo năm",
        file_name="Báo cáo.pdf",
        stored_name="2025/99102/0123456789abcdef-bao-cao.pdf",
        sha256="0" * 64,
        size=1000,
    )


def decided(session: Session, *, own: str = "") -> Decisions:
    """Let the records of the parted and the lost commune go to those of Tây Lâm and Đạt Mới, kind by kind."""
    west, dat = (units.find(session, code, MERGED_ON).id for code in (WEST, DAT))
    groups: dict[tuple[int, str], int] = {}
    for code, place in ((PARTED, west), (LOST, dat)):
        unit = units.find(session, code, ON).id
        groups |= {(unit, kind): place for kind in KINDS}
    return Decisions(groups, units.find(session, own, MERGED_ON).id if own else sharing.ARCHIVE)


def whole_book(session: Session) -> HandedBook:
    """The whole book, handed on."""
    return handing_on.whole(session, handed_on=HANDED_ON, schema=SCHEMA)


def split_books(session: Session, decisions: Decisions) -> list[HandedBook]:
    """The books of the new communes."""
    shares = sharing.share(session, day=MERGED_ON, decisions=decisions)
    return list(handing_on.split(session, shares, handed_on=HANDED_ON, day=MERGED_ON, schema=SCHEMA))


def store(session: Session, handed: HandedBook, *accepted: str, leave_out: bool = False) -> TakingPlan:
    """Take a handed book in; accepted are the keys of questions."""
    planned = comparing.plan(session, handed, answers=Answers(frozenset(accepted), leave_out))
    taking_in.store(session, planned, file_name="so.pcmd")
    return planned


def take_in(book: Book, handed: HandedBook, *accepted: str, leave_out: bool = False) -> TakingPlan:
    """Take a handed book in as one step; accepted are the keys of questions."""
    with book.writing(who=OFFICER) as session:
        return store(session, handed, *accepted, leave_out=leave_out)


def new_office(folder: Path, code: str = TOWN) -> Book:
    """An empty book of a new commune, made from the list of July alone."""
    made = NewOffice(later_lines(), "july.csv", code, MERGED_ON)
    make_book(folder, made, who=OFFICER, clock=lambda: NOW)
    return Book(folder, clock=lambda: NOW)


def _go_on(before: Path, folder: Path, change: Callable[[Session], None]) -> None:
    shutil.copy(before / BOOK_NAME, folder / BOOK_NAME)
    with Book(folder, clock=lambda: NOW) as book, book.writing(who=OFFICER) as session:
        change(session)


class _Before(Chance):
    """Draws days before the district ended only."""

    def day(self) -> date:
        return min(super().day(), date(2025, 6, 30))


def _plans(session: Session, own: str) -> None:
    year: Values = {"subject": "Kế hoạch năm", "first_year": 2025, "last_year": 2025, "state": "submitted"}
    years: Values = {**year, "subject": "Kế hoạch 5 năm", "first_year": 2021}
    plan = entries.add(session, "plans", year)
    # The plan that it belongs to comes after it.
    session.get_one(Plan, plan).parent_id = entries.add(session, "plans", years)
    entries.add(session, "sections", {"plan_id": plan, "shape": "heading-1", "text": "MỤC ĐÍCH"})
    target: Values = {"text": "30 buổi", "operator": "at_least", "value": Decimal(30)}
    number = entries.add(session, "targets", {**target, "plan_id": plan, "measure": f"figures.{own}"})
    dropped = entries.add(session, "targets", {**target, "plan_id": plan, "text": "Bỏ sau"})
    target_details.set_year(session, number, 2025, Decimal("30.5"))
    target_details.set_value(session, number, "2025-Q1", Decimal(7))
    for place, code in enumerate(COMMUNES):
        target_details.set_share(session, number, units.find(session, code, ON).id, Decimal(place))
    task: Values = {"plan_id": plan, "content": "Nhiệm vụ", "state": "planned", "lead": "Phòng Y tế"}
    tasks = [entries.add(session, "tasks", task) for _ in range(3)]
    for place, activity in enumerate(
        evidence.free(session, parse_period("2025").span(offices.cut_off(session)))
    ):
        evidence.link(session, tasks[place % 3], [activity])
    entries.change(session, "plans", plan, {**_SIGNED, "state": "issued"})
    _amend(session, plan, dropped)


def _amend(session: Session, plan: int, dropped: int) -> None:
    opened = amendments.begin(session, plan)
    entries.remove(session, "targets", dropped)
    signed: Values = {"number": 9, "issued_on": date(2025, 3, 3), "reason": "Theo thực tế"}
    amendments.issue(session, opened, signed)


def _freeze(session: Session) -> None:
    unit = units.find(session, DISTRICT, ON)
    commune = units.find(session, "99102", ON)
    for place in (unit, commune):
        filled = filling.fill(session, set_code="quarterly", unit=place, period=parse_period("2025-Q1"))
        approving.exported(session, frozen_returns.freeze(session, filled), file_name="bao-cao.xlsx")
        said = {"unit_id": place.id, "period": "2025-Q1"}
        session.add(
            ReturnMark(**said, set_code="quarterly", state="sent", on=date(2025, 3, 17), note="Văn thư")
        )
        session.add(ReportText(**said, skeleton="periodic", part="advice", text="Đề nghị hỗ trợ kinh phí."))
    session.flush()
