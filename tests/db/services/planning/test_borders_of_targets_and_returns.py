"""Targets, communes' shares and returns' columns of the year before, in the borders of a day."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest

from db.records import OutreachActivity, Unit
from db.rules.entries import Values
from db.rules.formats import Value
from db.rules.periods import parse_period
from db.rules.returns.filled import FilledSheet
from db.rules.successions import Gap, GapKind
from db.rules.target_progress import Progress, Reason
from db.rules.targets import FREQUENCY
from db.services import units
from db.services.entering import entries
from db.services.planning import progress, target_details
from db.services.planning.target_details import CommuneShare
from db.services.returns import filling
from db.sessions import Book, Session
from tests.helpers.books import DISTRICT, unit_id
from tests.helpers.changed_borders import EVE, JULY
from tests.helpers.sample_records import contents, step

TODAY = date(2026, 12, 31)
ASKED = {"99101": 30, "99102": 40, "99103": 20, "99105": 50}


def planned(session: Session, year: int, target: Values, shares: Mapping[str, int]) -> tuple[int, int]:
    """A plan of a year with one target; returns the numbers of both."""
    plan: Values = {
        "subject": "Kế hoạch",
        "first_year": year,
        "last_year": year,
        "state": "submitted",
        "number": 5,
    }
    plan_id = entries.add(session, "plans", plan)
    goal: Values = {
        "text": "Người dự",
        "operator": "at_least",
        "value": Decimal(140),
        "measured_in": "lượt người",
    }
    values = {**goal, "measure": "outreach.people", **target, "plan_id": plan_id}
    target_id = entries.add(session, "targets", values)
    for code, value in shares.items():
        unit = units.find(session, code, EVE)
        target_details.set_share(session, target_id, unit.id, Decimal(value))
    return plan_id, target_id


def shares(book: Book, borders: date | None, **target: Value) -> dict[str, CommuneShare]:
    (_, target_id), _ = step(book, lambda session: planned(session, 2024, target, ASKED))
    with book.reading() as session:
        found = target_details.shares(session, target_id, parse_period("2024"), TODAY, borders)
    return {share.name: share for share in found}


def test_shares_of_communes_add_up_over_wholes(changed_book: Book) -> None:
    found = shares(changed_book, JULY)
    merged, renamed, parted = (found[name] for name in ("Phường Đồi Thông", "Xã Ăng Tố", "Xã Đạt Tân"))
    assert merged == CommuneShare(merged.unit_id, merged.name, Decimal(70), 70, Decimal(100))
    assert renamed == CommuneShare(renamed.unit_id, renamed.name, Decimal(50), 40, Decimal(80))
    assert (parted.value, parted.done, parted.gap) == (None, None, Gap(GapKind.PART, ("Xã Đạt Thành",)))


def test_shares_in_per_cent_are_not_added(changed_book: Book) -> None:
    found = shares(changed_book, JULY, denominator="outreach.sessions", measured_in="%")
    merged = found["Phường Đồi Thông"]
    assert (merged.value, merged.gap) == (None, Gap(GapKind.JOINED, ("Phường Đồi Thông",)))
    assert found["Xã Ăng Tố"].value == 50


def test_shares_as_reported_are_of_the_communes_of_their_days(changed_book: Book) -> None:
    found = shares(changed_book, None)
    assert [found["Xã Quế Lâm"].value, found["Xã Quế Lâm"].done] == [40, 60]
    assert "Phường Đồi Thông" not in found


def reached(book: Book, year: int, borders: date | None, **target: Value) -> Progress:
    (plan_id, _), _ = step(book, lambda session: planned(session, year, target, {}))
    with book.reading() as session:
        (found,) = progress.of_plan(session, plan_id, parse_period(str(year)), TODAY, borders)
    return found.progress


def test_a_target_is_followed_as_reported_or_says_why_not(changed_book: Book) -> None:
    told = reached(changed_book, 2024, None)
    assert (told.done, told.reason) == (150, None)
    seen = reached(changed_book, 2024, JULY)
    assert (seen.done, seen.reason) == (None, Reason.NOT_COMPARABLE)
    assert seen.causes == (Gap(GapKind.UNSETTLED, ("Xã Khe Sâu",)),)


@pytest.mark.parametrize("every", ["month", "quarter"])
def test_a_frequency_says_why_not_too(changed_book: Book, every: str) -> None:
    goal: dict[str, Value] = {"operator": FREQUENCY, "every": every, "value": Decimal(1)}
    assert reached(changed_book, 2024, JULY, **goal).reason is Reason.NOT_COMPARABLE


def filled(book: Book, borders: date | None) -> FilledSheet:
    """The form of outreach of 2025, with its columns of 2024."""
    with book.reading() as session:
        unit, period = units.find(session, DISTRICT, JULY), parse_period("2025")
        held = "quarterly"
        found = filling.fill(session, set_code=held, unit=unit, period=period, borders=borders)
    return next(sheet for sheet in found.sheets if sheet.form.code == "PCMD-02")


def cell(sheet: FilledSheet, name: str) -> Value | Gap:
    keys = [column.key for column in sheet.form.columns]
    names = [str(row[keys.index("name")]) for row in sheet.rows]
    place = names.index(name), keys.index("people_year_before")
    return sheet.gaps.get(place) or sheet.rows[place[0]][place[1]]


def test_columns_of_the_year_before_are_restated(changed_book: Book) -> None:
    told, seen = filled(changed_book, None), filled(changed_book, JULY)
    assert (cell(told, "Xã Quế Lâm"), cell(told, "Phường Đồi Thông")) == (60, None)
    assert cell(seen, "Phường Đồi Thông") == 70
    assert cell(seen, "Xã Quế Lâm") == Gap(GapKind.ABSENT, ("Xã Quế Lâm",))
    assert cell(seen, "Xã Bình Tân") == Gap(GapKind.PART, ("Xã Đạt Thành",))


def test_what_a_return_would_export_is_not_restated(changed_book: Book) -> None:
    before = contents(changed_book)
    with changed_book.reading() as session:
        unit, period = units.find(session, DISTRICT, JULY), parse_period("2025")
        held = "quarterly"
        told = filling.fill(session, set_code=held, unit=unit, period=period)
        seen = filling.fill(session, set_code=held, unit=unit, period=period, borders=JULY)
    assert seen.revision == told.revision
    assert told.sheets != seen.sheets
    assert contents(changed_book) == before


@pytest.mark.parametrize(
    ("borders", "silent"),
    [
        (None, ["Xã An Bình", "Xã Ăng Tở", "Xã Nà Sa"]),
        (EVE, ["Xã An Bình", "Xã Ăng Tở", "Xã Nà Sa"]),
        # What is made of parts, or of nobody knows what, is not accused.
        (JULY, ["Xã Núi Voi", "Xã Ăng Tố"]),
    ],
)
def test_communes_without_outreach_are_those_of_the_borders(
    changed_book: Book, borders: date | None, silent: list[str]
) -> None:
    def keep_those_of_three(session: Session) -> None:
        for row in session.query(OutreachActivity).join(Unit, OutreachActivity.unit_id == Unit.id):
            if row.unit_id not in {unit_id(session, code) for code in ("99101", "99102", "99103")}:
                session.delete(row)

    step(changed_book, keep_those_of_three)
    with changed_book.reading() as session:
        found = progress.overview(session, parse_period("2024"), TODAY, borders)
    assert sorted(found.silent) == sorted(silent)
