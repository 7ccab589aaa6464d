"""Due days: rules of schedules, cut-offs, clashes, working days, what is closed."""

from dataclasses import replace
from datetime import date

import pytest

from db.rules.findings import Refused
from db.rules.levels import KnownLevels
from db.rules.periods import CALENDAR, DECREE_09, CutOff, own_cut_off, parse_period
from db.rules.returns.due import Clash, Due, DueState, due_day, due_in_year, is_open
from db.rules.returns.schedule_soundness import judge
from db.rules.returns.schedules import (
    DueLine,
    DueRule,
    OnceDue,
    PeriodKind,
    ReportKind,
    Schedule,
    read_schedule,
    schedule_body,
)
from db.rules.returns.working_days import DaysOff, FixedHoliday, days_words, read_days
from db.rules.units import Level

SETS = ("quarterly",)
FIXED = tuple(FixedHoliday(month, day, "") for month, day in ((1, 1), (4, 30), (5, 1), (9, 2)))
DAYS_OFF = DaysOff(FIXED)
QUARTER = DueLine(PeriodKind.QUARTER, SETS, DueRule.BEFORE_DAY, 15)
HALF = DueLine(PeriodKind.HALF, SETS, DueRule.BEFORE_DATE, 15, month=6)
YEAR = DueLine(PeriodKind.YEAR, SETS, DueRule.BEFORE_DATE, 15, month=12)
DEPARTMENT = DueLine(PeriodKind.YEAR, SETS, DueRule.BEFORE_DATE, 31, month=12)
AFTER = DueLine(PeriodKind.MONTH, SETS, DueRule.WORKING_DAYS, 3)
LEVELS = (
    KnownLevels((Level.PROVINCE, Level.DISTRICT, Level.COMMUNE), last=date(2025, 6, 30)),
    KnownLevels((Level.PROVINCE, Level.COMMUNE), first=date(2025, 7, 1)),
)
ONCE = OnceDue("rieng-1", "Báo cáo chuyên đề", ReportKind.THEMATIC, "2025-Q2", date(2025, 6, 30))


def schedule(*lines: DueLine, once: tuple[OnceDue, ...] = ()) -> Schedule:
    return Schedule("Lịch", "Công văn", date(2021, 1, 1), date(2025, 12, 31), lines, once)


def dues(asked: Schedule, year: int = 2025, cut_off: CutOff = DECREE_09) -> dict[str, Due]:
    return {due.period.label: due for due in due_in_year(asked, year, cut_off, DAYS_OFF)}


@pytest.mark.parametrize(
    ("line", "period", "due"),
    [
        (QUARTER, "2025-Q1", date(2025, 3, 14)),
        (QUARTER, "2025-Q4", date(2025, 12, 14)),
        (HALF, "2025-H1", date(2025, 6, 14)),
        (YEAR, "2025", date(2025, 12, 14)),
        (DEPARTMENT, "2025", date(2025, 12, 30)),
        (replace(YEAR, rule=DueRule.ON_DATE), "2025", date(2025, 12, 15)),
        (replace(YEAR, number=10, month=1, after=1), "2025", date(2026, 1, 9)),
        (replace(QUARTER, number=5, after=1), "2025-Q4", date(2026, 1, 4)),
        (replace(QUARTER, number=1), "2025-Q1", date(2025, 2, 28)),
        (replace(QUARTER, number=31), "2025-Q2", date(2025, 6, 30)),
        (replace(YEAR, rule=DueRule.ON_DATE, number=29, month=2), "2025", date(2025, 2, 28)),
        (AFTER, "2025-03", date(2025, 3, 19)),
    ],
)
def test_due_day_follows_from_its_rule(line: DueLine, period: str, due: date) -> None:
    asked = parse_period(period)

    assert due_day(line, asked, asked.span(DECREE_09).last, DAYS_OFF) == due


@pytest.mark.parametrize(
    ("cut_off", "clash"),
    [
        (DECREE_09, Clash.NO_WORKING_DAY),
        (CALENDAR, Clash.BEFORE_CUT_OFF),
        (own_cut_off(12), None),
        (own_cut_off(10), None),
        (own_cut_off(20), Clash.BEFORE_CUT_OFF),
    ],
)
def test_before_the_15th_clashes_with_a_late_cut_off(cut_off: CutOff, clash: Clash | None) -> None:
    due = dues(schedule(QUARTER), cut_off=cut_off)["2025-Q1"]

    assert (due.due, due.clash) == (date(2025, 3, 14), clash)


def test_two_days_of_a_weekend_are_no_working_day() -> None:
    due = dues(schedule(HALF), cut_off=own_cut_off(13))["2025-H1"]

    assert (due.cut_off, due.clash, due.is_day_off) == (date(2025, 6, 13), Clash.NO_WORKING_DAY, True)


@pytest.mark.parametrize(
    ("day", "count", "then"),
    [
        (date(2025, 3, 14), 1, date(2025, 3, 17)),
        (date(2025, 4, 29), 1, date(2025, 5, 2)),
        (date(2025, 9, 1), 1, date(2025, 9, 3)),
        (date(2024, 12, 31), 2, date(2025, 1, 3)),
        # 30/4/2023 was a Sunday: made up for after 1/5.
        (date(2023, 4, 28), 1, date(2023, 5, 3)),
    ],
)
def test_working_days_leave_out_weekends_and_holidays(day: date, count: int, then: date) -> None:
    assert DAYS_OFF.after(day, count) == then


def test_days_that_the_office_entered_are_off() -> None:
    tet = replace(DAYS_OFF, entered=read_days("16/2/2026-20/2/2026; 26/4/2026", date(2026, 6, 1)))

    assert tet.after(date(2026, 2, 14), 1) == date(2026, 2, 23)
    assert (tet.is_entered(2026), tet.is_entered(2025)) == (True, False)
    assert days_words(tet.entered) == "16/02/2026-20/02/2026; 26/04/2026"


@pytest.mark.parametrize("text", ["tết", "31/2/2026", "20/2/2026-16/2/2026", "1/1/2026-31/12/2026"])
def test_days_that_are_none_are_refused(text: str) -> None:
    with pytest.raises(Refused):
        read_days(text, date(2026, 6, 1))


def test_schedule_asks_only_while_it_is_in_force() -> None:
    asked = schedule(QUARTER, YEAR)

    assert len(dues(asked, 2025)) == 5
    assert not dues(asked, 2026)


def test_a_form_may_close_by_another_rule_than_the_office() -> None:
    due = dues(schedule(replace(QUARTER, cut_off="calendar", number=10, after=1)))["2025-Q1"]

    assert (due.cut_off, due.due, due.clash) == (date(2025, 3, 31), date(2025, 4, 9), None)


def test_districts_are_bound_only_while_there_are_any() -> None:
    bound = replace(schedule(QUARTER), levels=LEVELS)

    assert [due.binds(Level.DISTRICT) for due in dues(bound).values()] == [True, True, False, False]


def test_a_return_added_by_hand_belongs_to_the_year_of_its_due_day() -> None:
    bad = replace(ONCE, code="rieng-2", period="2025-Q9")
    found = dues(schedule(once=(ONCE, bad)))

    assert [(due.code, due.set_code, due.due) for due in found.values()] == [
        ("rieng-1", "rieng-1", date(2025, 6, 30))
    ]
    assert not dues(schedule(once=(ONCE,)), 2026)


@pytest.mark.parametrize(
    ("state", "own", "below"),
    [
        (DueState.NOT_BEGUN, True, True),
        (DueState.APPROVED, True, False),
        (DueState.EXPORTED, True, False),
        (DueState.SENT, False, False),
        (DueState.RECEIVED, False, False),
        (DueState.REFUSED, True, True),
        (DueState.EXCUSED, False, False),
    ],
)
def test_what_is_sent_received_or_excused_is_closed(state: DueState, own: bool, below: bool) -> None:
    assert (is_open(state, own=True), is_open(state, own=False)) == (own, below)


BOUND = replace(QUARTER, levels=(Level.DISTRICT,))
UNSOUND = [
    (schedule(), "schedule_empty", "due"),
    (replace(schedule(QUARTER), title=""), "required", "title"),
    (replace(schedule(QUARTER), citation="x" * 251), "too_long", "citation"),
    (replace(schedule(QUARTER), valid_to=date(2020, 1, 1)), "ends_before_begins", "valid_to"),
    (replace(schedule(QUARTER), valid_from=date(1900, 1, 1)), "schedule_too_early", "valid_from"),
    (schedule(replace(QUARTER, sets=())), "required", "due.1.sets"),
    (schedule(YEAR, replace(QUARTER, sets=("annual",))), "schedule_set_unknown", "due.2.sets"),
    (schedule(replace(QUARTER, number=32)), "schedule_day", "due.1.number"),
    (schedule(replace(AFTER, number=0)), "schedule_days", "due.1.number"),
    (schedule(replace(YEAR, number=31, month=6)), "no_such_day", "due.1.number"),
    (schedule(replace(YEAR, month=13)), "no_such_day", "due.1.number"),
    (schedule(replace(QUARTER, after=12)), "schedule_after", "due.1.after"),
    (schedule(replace(QUARTER, cut_off="lunar")), "cut_off", "due.1.cut_off"),
    (schedule(QUARTER, replace(QUARTER, number=10)), "schedule_twice", "due"),
    (schedule(QUARTER, BOUND), "schedule_twice", "due"),
    (schedule(once=(replace(ONCE, period="2025-Q9"),)), "not_period", "once.1.period"),
    (schedule(once=(replace(ONCE, title=""),)), "required", "once.1.title"),
    (
        replace(schedule(BOUND), valid_from=date(2025, 7, 1), levels=LEVELS),
        "schedule_level_gone",
        "due.1.levels",
    ),
]


@pytest.mark.parametrize(("asked", "code", "place"), UNSOUND)
def test_what_is_wrong_with_a_schedule_is_named(asked: Schedule, code: str, place: str) -> None:
    assert [(finding.code, finding.place) for finding in judge(asked, SETS)] == [(code, place)]


def test_a_sound_schedule_comes_back_from_its_toml() -> None:
    asked = replace(
        schedule(QUARTER, BOUND, AFTER, once=(ONCE,)), levels=LEVELS, days_off=frozenset({ONCE.due})
    )

    assert read_schedule(schedule_body(asked)) == asked
    assert not judge(schedule(QUARTER, YEAR, once=(ONCE,)), SETS)
