"""Every measure against a second calculator that shares no code with the measures."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from db.rules.measure_catalogue import MEASURES
from db.rules.periods import STANDARD_CUT_OFFS, parse_period
from db.services import content, trainings
from db.services.measuring import measures
from db.services.measuring.measures import Answer, Answers
from db.sessions import BOOK_NAME, Book
from tests.flows.counted_rows import DAYS, Counted
from tests.flows.second_calculator import Calculator
from tests.helpers import random_year
from tests.helpers.books import COMMUNES, unit_id
from tests.helpers.sample_records import add, added, step

PERIODS = [(rule, year, part) for rule, parts in DAYS.items() for year in (2024, 2025) for part in parts]
NARROWED = (
    "outreach.people[audience=worker]",
    "outreach.sessions[form=talk,audience=public]",
    "outreach.communes[form=press]",
    "outreach.share_of_communes[form=press]",
    "outreach.people_per_session[form=talk]",
    "training.officials_trained[role=leader]",
    "training.officials_in_post[role=leader]",
    "training.share_trained[role=leader]",
    "scores.communes[class=good]",
    "scores.communes[class=fair]",
    "scores.communes[class=failed]",
    "scores.registered[class=good]",
    "scores.recognised[class=failed]",
    "establishments.open[kind=karaoke]",
    "establishments.workers[kind=hotel]",
    "establishments.share_committed[kind=karaoke]",
    "establishments.inspected[team=commune]",
    "establishments.share_inspected[kind=karaoke,team=district]",
    "inspections.held[team=commune]",
    "inspections.breaches[team=district]",
    "inspections.handlings[form=warning,team=district]",
    "inspections.fines[team=commune]",
    "hotspots.open[kind=public]",
    "hotspots.removed[kind=hidden]",
    "models.total[kind=peers]",
    "models.communes[kind=harm]",
)
# What the shipped list of figures asks for, by hand: flows, the one stock, and sums of parts.
FIGURES = (
    *("denunciations_received", "denunciations_handled", "cases", "handled_sellers", "handled_buyers"),
    *(
        "handled_others",
        "prosecuted_cases",
        "prosecuted_people",
        "tried_cases",
        "tried_people",
        "fined_sellers",
    ),
    *("fined_buyers", "fined_others", "support_needed", "support_reached", "support_psychology"),
    *("support_legal", "support_health", "support_training", "support_job", "support_loan", "loan_sum"),
    *("handled", "fined", "support"),
)
FIGURE_NAMES = tuple(f"figures.{code}" for code in FIGURES)
ASKED = (*MEASURES, *FIGURE_NAMES, *NARROWED)


def exact(answer: Answer) -> Counted:
    by_unit = {unit: Fraction(value) for unit, value in answer.by_unit.items()}
    return by_unit, None if answer.total is None else Fraction(answer.total)


def asked(book: Book, rule: str, label: str, code: str = "991", names: tuple[str, ...] = ASKED) -> Answers:
    span = parse_period(label).span(STANDARD_CUT_OFFS[rule])
    with book.reading() as session:
        refs = [measures.refer(session, name) for name in names]
        return measures.answers(session, refs, unit_id=unit_id(session, code), span=span)


@pytest.fixture(scope="module", params=[1, 2])
def full(
    request: pytest.FixtureRequest, template_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Book]:
    """A district's book with two years of records by chance."""
    folder = tmp_path_factory.mktemp("full")
    (folder / BOOK_NAME).write_bytes((template_folder / BOOK_NAME).read_bytes())
    with Book(folder) as book:
        step(book, lambda session: random_year.fill(session, request.param))
        yield book


@pytest.mark.parametrize("code", ["991", "99103"])
@pytest.mark.parametrize(("rule", "year", "part"), PERIODS)
def test_every_measure_is_what_the_rows_say(full: Book, rule: str, year: int, part: str, code: str) -> None:
    found = asked(full, rule, f"{year}-{part}".rstrip("-"), code)
    with full.reading() as session:
        unit = unit_id(session, code)
    calculator = Calculator(full.folder / BOOK_NAME, unit, rule, year, part)
    assert {name: exact(found[name]) for name in ASKED} == {name: calculator.answer(name) for name in ASKED}


def test_chance_leaves_no_measure_without_a_figure(full: Book) -> None:
    found = asked(full, "decree-09", "2025")
    assert [name for name in (*MEASURES, *FIGURE_NAMES) if found[name].total is None] == []


def test_the_figures_asked_for_are_those_of_the_list(full: Book) -> None:
    with full.reading() as session:
        listed = [choice.code for choice in content.choices(session, "measures")]
    assert sorted(listed) == sorted((*MEASURES, *FIGURE_NAMES))


@pytest.mark.parametrize("rule", DAYS)
def test_flows_over_two_quarters_make_the_half_year(full: Book, rule: str) -> None:
    flows = tuple(name for name, measure in MEASURES.items() if measure.kind == "flow")
    first, second, half = (asked(full, rule, f"2025-{part}", names=flows) for part in ("Q1", "Q2", "H1"))
    for name in flows:
        parts = [answer.total for answer in (first[name], second[name]) if answer.total is not None]
        assert half[name].total == (sum(parts) if parts else None)


def test_an_official_trained_in_two_quarters_counts_once_in_the_half_year(book: Book) -> None:
    official = added(book, "officials")
    with book.writing(who="x") as session:
        for day in (date(2025, 2, 1), date(2025, 5, 1)):
            training = add(session, "trainings", starts_on=day, ends_on=day)
            trainings.set_roster(session, training, [official])
    names = ("training.officials_trained", "training.attendances")
    found = [asked(book, "decree-09", f"2025-{part}", names=names) for part in ("Q1", "Q2", "H1")]
    assert [answer["training.officials_trained"].total for answer in found] == [1, 1, 1]
    assert [answer["training.attendances"].total for answer in found] == [1, 1, 2]


def test_a_commune_with_outreach_in_two_quarters_counts_once(book: Book) -> None:
    for day in (date(2025, 2, 1), date(2025, 5, 1)):
        added(book, "outreach", held_on=day)
    for part in ("Q1", "Q2", "H1"):
        assert asked(book, "decree-09", f"2025-{part}")["outreach.communes"].total == 1


def test_what_was_not_recorded_is_nothing_and_zero_is_zero(book: Book) -> None:
    added(book, "outreach", people=None, sessions=0)
    found = asked(book, "decree-09", "2025-Q2")
    assert (found["outreach.people"], found["outreach.sessions"].total) == (Answer({}, None), 0)
    assert found["outreach.people_per_session"].total is None


def test_officials_who_left_the_post_are_in_neither_part_of_the_share(book: Book) -> None:
    with book.writing(who="x") as session:
        training = add(session, "trainings")
        left = add(session, "officials", from_on=date(2020, 1, 1), to_on=date(2025, 5, 1))
        stayed = add(session, "officials", from_on=date(2020, 1, 1))
        trainings.set_roster(session, training, [left, stayed])

    found = asked(book, "decree-09", "2025", names=("training.officials_trained", "training.share_trained"))

    assert [answer.total for answer in found.values()] == [2, 100]


def test_nothing_at_all_is_nothing(book: Book) -> None:
    found = asked(book, "decree-09", "2025-Q2")
    recorded = {name for name in MEASURES if found[name].total is not None}
    assert recorded == {"units.communes"}
    assert found["units.communes"].total == len(COMMUNES)
