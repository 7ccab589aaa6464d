"""What an officer does to a book, drawn by chance: the same seed does the same deeds again."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from random import Random

from db.rules.entries import Values
from db.rules.findings import Refused
from db.rules.periods import DECREE_09, parse_period
from db.rules.scoring.chain import Step
from db.services import content, trainings, units
from db.services.entering import entries, history
from db.services.imports import importing
from db.services.listing import listings
from db.services.listing.listings import ListQuery
from db.services.returns import approving, checking, filling
from db.sessions import Book, Session
from exports.readers.record_lists import read_list_file, table_of
from tests.helpers.books import COMMUNES, NOW, unit_id
from tests.helpers.record_lists import list_file
from tests.helpers.sample_records import CHANGES, KINDS, add, step, ticking
from tests.helpers.scoring import fill_in

_PERIOD = parse_period("2025-Q3")
_YEAR = 2025
_HEADS = ("Ngày", "Xã", "Hình thức", "Số buổi", "Số người", "Ghi chú")
_MOST_ROWS = 120


class Officer:
    """Does deeds one after the other, each as one step; `seed` and the deed's number decide which."""

    def __init__(self, book: Book, deeds: "Deeds", seed: str, folder: Path) -> None:
        self.book = book
        self.folder = folder
        self._deeds, self._seed = deeds, seed
        self._steps: list[int] = []

    def do(self, number: int) -> int:
        """Do the deed of this number and return its step, 0 where nothing changed. Those before it must be done."""
        random = Random(f"{self._seed} {number}")
        name = random.choices(list(self._deeds), [weight for weight, _ in self._deeds.values()])[0]
        made = 0
        # What the book refuses is rolled back: that is a deed, too.
        with suppress(Refused, history.ChangedSince):
            made = step(self.book, lambda session: self._deeds[name][1](session, random, self, number))[1]
        if made:
            self._steps.append(made)
        return made

    def earlier(self, random: Random) -> int:
        """Return one of the steps so far, a late one rather than an early one, 0 before the first."""
        late = self._steps[-4:]
        return random.choice(late) if late else 0


Deed = Callable[[Session, Random, Officer, int], object]
Deeds = Mapping[str, tuple[int, Deed]]


def open_book(folder: Path, key: bytes | None = None) -> Book:
    """Open the book under a clock that says the same at every repetition."""
    return Book(folder, clock=ticking(), key=key)


def _pick(session: Session, random: Random, kind: str, number: int) -> int:
    held = listings.matching_ids(session, ListQuery(kind))
    return random.choice(held) if held else _add_one(session, kind, number)


def _add_one(session: Session, kind: str, number: int) -> int:
    if kind == "figures":
        # No two figures may be of the same days.
        return add(session, kind, period=f"{1950 + number // 12 % 140}-{number % 12 + 1:02d}")
    return add(session, kind)


def _add(session: Session, random: Random, _: Officer, number: int) -> None:
    _add_one(session, random.choice(KINDS), number)


def _change(session: Session, random: Random, _: Officer, number: int) -> None:
    kind = random.choice(KINDS)
    entries.change(session, kind, _pick(session, random, kind, number), CHANGES[kind])


def _remove(session: Session, random: Random, _: Officer, number: int) -> None:
    kind = random.choice(KINDS)
    entries.remove(session, kind, _pick(session, random, kind, number))


def _several(session: Session, random: Random, _: Officer, number: int) -> None:
    """Do what takes several rows of several tables, as one step."""
    plan = add(session, "plans", subject=f"Kế hoạch {number}")
    for kind in ("sections", "targets", "tasks") * random.randrange(1, 4):
        add(session, kind, plan_id=plan)
    officials = {_pick(session, random, "officials", number), add(session, "officials")}
    trainings.set_roster(session, add(session, "trainings"), officials)


def _take_back(session: Session, random: Random, officer: Officer, _: int) -> None:
    at = officer.earlier(random)
    if at:
        history.revert(session, at)


def _import(session: Session, random: Random, officer: Officer, number: int) -> None:
    path = outreach_list(officer.folder / "danh-sach.xlsx", random, number)
    sheet = content.import_sheet_of(session, "outreach")
    plan = importing.plan(session, sheet, table_of(read_list_file(path, sheet), sheet), today=NOW.date())
    importing.store(session, plan)


def outreach_list(path: Path, random: Random, number: int) -> Path:
    """Write a list of activities, none of them known to the book."""
    days = [date(2025, 1, 1) + timedelta(number) for number in range(250)]
    # Two rows of one day, commune and form would be taken for one.
    places = random.sample(list(product(days, COMMUNES.values())), random.randrange(20, _MOST_ROWS))
    rows = [
        (f"{day:%d/%m/%Y}", commune, "Nói chuyện chuyên đề", 1, random.randrange(500), f"Danh sách {number}")
        for day, commune in places
    ]
    return list_file(path, _HEADS, rows)


def _approve_return(session: Session, random: Random, _: Officer, number: int) -> None:
    add(session, "outreach", people=random.randrange(900), held_on=date(2025, 8, 1))
    unit = units.find_during(session, "991", _PERIOD.span(DECREE_09))
    filled = filling.fill(session, set_code="quarterly", unit=unit, period=_PERIOD)
    found = checking.findings(session, filled, today=NOW.date())
    words = {item.key: "Đã rà soát" for item in found}
    approving.approve(session, filled, words=words, note=f"Bổ sung lần {number}")


def _issue_plan(session: Session, random: Random, _: Officer, number: int) -> None:
    plan = add(session, "plans", subject=f"Kế hoạch năm {number}")
    for kind in ("sections", "targets", "tasks"):
        add(session, kind, plan_id=plan)
    signed: Values = {"number": number + 100, "issued_on": date(2025, 1, 10), "signatory_name": "Lò Văn Bảo"}
    entries.change(session, "plans", plan, {**signed, "state": "issued"})


def _appraise_sheet(session: Session, random: Random, _: Officer, __: int) -> None:
    commune, last = random.choice(list(COMMUNES)), random.choice([Step.SUBMIT, Step.APPRAISE])
    fill_in(session, unit_id(session, commune), _YEAR, missing=random.randrange(5), last=last)


ENTRY: Deeds = {
    "add": (4, _add),
    "change": (4, _change),
    "remove": (2, _remove),
    "several": (2, _several),
    "take back": (2, _take_back),
}
IMPORT: Deeds = {"import": (5, _import), "add": (2, _add), "take back": (2, _take_back)}
APPROVAL: Deeds = {
    "approve a return": (4, _approve_return),
    "issue a plan": (3, _issue_plan),
    "appraise a sheet": (3, _appraise_sheet),
    "add": (2, _add),
    "take back": (1, _take_back),
}
