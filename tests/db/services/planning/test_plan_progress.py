"""How far the targets of a plan are, from the records; at random against a recomputation of its own."""

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.rules.periods import parse_period
from db.rules.standing import Standing
from db.rules.target_progress import Progress, Reason
from db.services.planning import progress, target_details
from db.sessions import Book, Session
from tests.helpers.books import unit_id
from tests.helpers.sample_records import add, added, step

D = Decimal
TODAY = date(2025, 9, 20)
DAYS = 365
PEOPLE = "outreach.people"


def of_plan(session: Session, plan_id: int, label: str = "2025", today: date = TODAY) -> list[Progress]:
    found = progress.of_plan(session, plan_id, parse_period(label), today)
    return [item.progress for item in found]


def measured(book: Book, label: str = "2025", today: date = TODAY, **target: object) -> Progress:
    """The progress of one target in a plan of its own."""
    years = {key: target.pop(key) for key in ("first_year", "last_year") if key in target}
    plan_id = added(book, "plans", **years)
    added(book, "targets", plan_id=plan_id, **target)
    with book.reading() as session:
        (found,) = of_plan(session, plan_id, label, today)
    return found


def recorded(book: Book, *days: tuple[str, int], unit: str = "99102") -> None:
    """Outreach activities with the people they reached."""

    def act(session: Session) -> None:
        for day, people in days:
            add(
                session,
                "outreach",
                held_on=date.fromisoformat(day),
                people=people,
                unit_id=unit_id(session, unit),
            )

    step(book, act)


def test_a_numerator_is_divided_by_its_denominator(book: Book) -> None:
    recorded(book, ("2025-05-06", 3))
    found = measured(
        book, value=D(70), measured_in="%", measure="outreach.communes", denominator="units.communes"
    )
    assert (found.done, found.share, found.forecast) == (D(20), D("28.571"), None)


def test_a_denominator_that_was_not_recorded_is_missed(book: Book) -> None:
    recorded(book, ("2025-05-06", 3))
    found = measured(book, value=D(2), measure=PEOPLE, denominator="training.attendances")
    assert (found.standing, found.reason) == (Standing.UNMEASURED, Reason.NO_DENOMINATOR)


def test_a_base_of_a_whole_year_is_compared_by_the_part_that_the_period_covers(book: Book) -> None:
    recorded(book, ("2025-02-01", 60))
    half = measured(book, "2025-H1", operator="increase", value=D(10), base=D(100), measure=PEOPLE)
    whole = measured(book, operator="increase", value=D(10), base=D(50), measure=PEOPLE)
    rise = (D(60) - D(100) * 182 / DAYS) / (D(100) * 182 / DAYS) * 100
    assert half.share is not None
    assert abs(half.share - rise * 10) < D("0.01")
    assert whole.share == D(200)


@pytest.mark.parametrize(("spread", "done"), [("yearly", 5), ("cumulative", 12), (None, 5)])
def test_only_a_cumulative_target_counts_the_years_before(book: Book, spread: str | None, done: int) -> None:
    recorded(book, ("2023-12-20", 7), ("2025-05-06", 5), ("2023-12-14", 9))
    found = measured(book, first_year=2024, last_year=2025, value=D(10), spread=spread, measure=PEOPLE)
    assert found.done == done


def test_a_year_asks_for_its_slice(book: Book) -> None:
    plan_id = added(book, "plans", first_year=2024, last_year=2025)
    target_id = added(book, "targets", plan_id=plan_id, value=D(90), measure=PEOPLE)
    step(book, lambda session: target_details.set_year(session, target_id, 2024, D(40)))
    with book.reading() as session:
        planned = [of_plan(session, plan_id, str(year))[0].planned for year in (2024, 2025)]
    assert planned == [D(40), D(90)]


def test_a_quarter_without_any_news_is_a_quarter_missed(book: Book) -> None:
    recorded(book, ("2025-01-06", 1), ("2025-02-06", 1), ("2025-08-01", 1))
    found = measured(book, operator="at_least_every", every="quarter", value=D(1), measure=PEOPLE)
    assert (found.planned, found.done, found.share) == (3, 2, D("66.667"))
    assert found.standing is Standing.BEHIND


def kept(book: Book, values: dict[str, int], label: str, **target: object) -> Progress:
    plan_id = added(book, "plans")
    target_id = added(book, "targets", plan_id=plan_id, **target)

    def act(session: Session) -> None:
        for period, value in values.items():
            target_details.set_value(session, target_id, period, D(value))

    step(book, act)
    with book.reading() as session:
        return of_plan(session, plan_id, label)[0]


@pytest.mark.parametrize(
    ("label", "done"), [("2025-Q1", 3), ("2025-05", 3), ("2025-H1", 8), ("2025", 8), ("2025-02", None)]
)
def test_a_value_kept_by_hand_holds_until_the_next(book: Book, label: str, done: int | None) -> None:
    found = kept(book, {"2025-Q1": 3, "2025-H1": 8, "2024": 30}, label, value=D(10))
    assert (found.done, found.forecast) == (done, None)


def test_what_is_done_once_is_kept_by_hand(book: Book) -> None:
    assert kept(book, {"2025-Q1": 1}, "2025", operator="done").standing is Standing.REACHED


def test_a_change_kept_by_hand_compares_with_the_year_before(book: Book) -> None:
    found = kept(book, {"2025": 110, "2024": 100}, "2025", operator="increase", value=D(5))
    assert found.share == D(200)


def test_a_change_without_a_year_before_says_so(book: Book) -> None:
    recorded(book, ("2025-05-06", 3))
    found = measured(book, operator="increase", value=D(5), measure=PEOPLE)
    assert found.reason is Reason.NO_YEAR_BEFORE


def _summed(facts: Iterable[tuple[date, int]], first: date, last: date) -> int | None:
    values = [people for day, people in facts if first <= day <= last]
    return sum(values) if values else None


def _rounded(exact: Decimal) -> Decimal:
    return exact.quantize(D("0.001"), ROUND_HALF_UP)


_FACTS = st.lists(
    st.tuples(st.dates(date(2023, 12, 15), date(2025, 12, 14)), st.integers(0, 500)), max_size=8
)
_QUARTERS = {
    "2025-Q1": date(2025, 3, 14),
    "2025-H1": date(2025, 6, 14),
    "2025-9M": date(2025, 9, 14),
    "2025": date(2025, 12, 14),
}


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(facts=_FACTS, planned=st.integers(1, 900), label=st.sampled_from(sorted(_QUARTERS)))
def test_random_targets_are_as_far_as_a_recomputation_says(
    book: Book, facts: list[tuple[date, int]], planned: int, label: str
) -> None:
    plan_id = added(book, "plans")
    with book.writing(who="x") as session:
        # What an earlier example wrote must not count in this one.
        programme = {"audience": "worker", "topic": None}
        session.connection().exec_driver_sql("DELETE FROM outreach_activity")
        for day, people in facts:
            add(session, "outreach", held_on=day, people=people, **programme)
        for operator in ("at_least", "increase", "at_most"):
            add(session, "targets", plan_id=plan_id, operator=operator, value=D(planned), measure=PEOPLE)
    with book.reading() as session:
        least, rise, most = of_plan(session, plan_id, label)
    last = _QUARTERS[label]
    done = _summed(facts, date(2024, 12, 15), last)
    before = _summed(facts, date(2023, 12, 15), last.replace(year=2024))
    gone = (min(last, TODAY) - date(2024, 12, 15)).days + 1
    assert least.done == rise.done == most.done == done
    if done is None:
        assert {found.reason for found in (least, rise, most)} == {Reason.NOTHING_RECORDED}
        return
    assert least.share == _rounded(D(done) * 100 / planned)
    assert least.forecast == int((D(done) * DAYS / gone).quantize(D(1), ROUND_HALF_UP))
    assert (least.standing is Standing.REACHED) == (done >= planned)
    assert most.standing is (Standing.WITHIN if done <= planned else Standing.EXCEEDED)
    if before:
        assert rise.share == _rounded(D(done - before) * 100 / before * 100 / planned)
    else:
        assert rise.reason is Reason.NO_YEAR_BEFORE
