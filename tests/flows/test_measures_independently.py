"""Every measure against a second calculator: plain Python over the rows of the file, nothing of the measures' code."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from db.rules.measure_catalogue import MEASURES
from db.rules.periods import STANDARD_CUT_OFFS, parse_period
from db.services import content, measures, trainings
from db.services.measures import Answer, Answers
from db.sessions import BOOK_NAME, Book
from tests.helpers import random_year
from tests.helpers.books import COMMUNES, unit_id
from tests.helpers.sample_records import add, added, step

Row = sqlite3.Row
Counted = tuple[dict[int, Fraction], Fraction | None]

# First and last day of each period of a year Y; "<" is the year before.
DAYS = {
    "decree-09": {
        "Q1": "<12-15 03-14", "Q2": "03-15 06-14", "Q3": "06-15 09-14", "Q4": "09-15 12-14",
        "H1": "<12-15 06-14", "9M": "<12-15 09-14", "": "<12-15 12-14",
    },
    "calendar": {
        "Q1": "01-01 03-31", "Q2": "04-01 06-30", "Q3": "07-01 09-30", "Q4": "10-01 12-31",
        "H1": "01-01 06-30", "9M": "01-01 09-30", "": "01-01 12-31",
    },
}  # fmt: skip
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
PARTS = {
    "handled": ("sellers", "buyers", "others"),
    "fined": ("sellers", "buyers", "others"),
    "support": ("psychology", "legal", "health", "training", "job", "loan"),
}


class Calculator:
    """Counts by hand what the rows of a book say about a unit, those below it, and the days from first to last."""

    def __init__(self, file: Path, unit: int, rule: str, year: int, part: str) -> None:
        first, last = days_of(rule, year, part)
        self.first, self.last, self.year = first.isoformat(), last.isoformat(), year
        self.quarters = quarters_of(rule, year, self.first, self.last)
        connection = sqlite3.connect(file)
        connection.row_factory = sqlite3.Row
        names = (
            "unit",
            "outreach_activity",
            "training_session",
            "attendance",
            "official",
            "plan",
            "task",
            "score_sheet",
            "succession",
            "establishment",
            "commitment",
            "workforce",
            "inspection",
            "handling",
            "hotspot",
            "hotspot_event",
            "commune_model",
            "model_year",
            "figure",
        )
        self.rows = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in names}
        connection.close()
        self.units = {row["id"]: row for row in self.rows["unit"]}
        self.scope = {key for key in self.units if key == unit or self.lies_below(key, unit)}

        self.asked = unit

    def lies_below(self, key: int, unit: int) -> bool:
        row = self.units[key]
        while row["parent_id"] is not None and row["parent_id"] != unit and self.existed(row):
            row = self.units[row["parent_id"]]
        return row["parent_id"] == unit and self.existed(row) and self.existed(self.units[key])

    def existed(self, row: Row) -> bool:
        return (row["valid_from"] or "0") <= self.last and (row["valid_to"] or "9") >= self.first

    def home(self, key: int, first: str) -> int:
        """The unit itself, or where it had ended before a day, the one that the whole of it went over to.

        The unit that is asked about answers for itself, ended or not.
        """
        while key != self.asked and (self.units[key]["valid_to"] or "9") < first:
            heirs = [
                row for row in self.rows["succession"] if row["old_id"] == key and row["extent"] == "whole"
            ]
            if not heirs:
                return -1
            key = heirs[0]["new_id"]
        row = self.units[key]
        return key if (row["valid_from"] or "0") <= self.last or key == self.asked else -1

    def belonging(self, table: str, key: str) -> dict[int, list[Row]]:
        found: dict[int, list[Row]] = {}
        for row in self.rows[table]:
            found.setdefault(row[key], []).append(row)
        return found

    def within(self, day: str | None) -> bool:
        return day is not None and self.first <= day <= self.last

    def sums(self, pairs: list[tuple[int, Any]]) -> Counted:
        """Sums by unit and of all; what was not recorded does not count, and nothing recorded is nothing."""
        by_unit: dict[int, Fraction] = {}
        for unit, value in pairs:
            if unit in self.scope and value is not None:
                by_unit[unit] = by_unit.get(unit, Fraction(0)) + Fraction(value)
        return by_unit, sum(by_unit.values(), Fraction(0)) if by_unit else None

    def different(self, pairs: list[tuple[int, int]]) -> Counted:
        """How many different ones by unit and over all."""
        held = {(unit, one) for unit, one in pairs if unit in self.scope}
        by_unit = self.sums([(unit, 1) for unit, _ in held])[0]
        return by_unit, Fraction(len({one for _, one in held})) if held else None

    def outreach(self, value: str, filters: Mapping[str, str]) -> Counted:
        rows = [
            row
            for row in self.rows["outreach_activity"]
            if self.within(row["held_on"]) and fits(row, filters)
        ]
        if value == "communes_every_quarter":
            return self.every_quarter()
        if value == "communes":
            held = [row["unit_id"] for row in rows if self.units[row["unit_id"]]["level"] == 3]
            return self.different([(unit, unit) for unit in held])
        return self.sums([(row["unit_id"], 1 if value == "activities" else row[value]) for row in rows])

    def every_quarter(self) -> Counted:
        held: dict[int, list[str]] = {}
        for row in self.rows["outreach_activity"]:
            held.setdefault(row["unit_id"], []).append(row["held_on"])
        there = [row for row in self.rows["unit"] if row["level"] == 3 and self.exists_on_last(row)]
        steady = [
            row["id"]
            for row in there
            if all(
                (row["valid_from"] or "0") > last
                or any(first <= day <= last for day in held.get(row["id"], ()))
                for first, last in self.quarters
            )
        ]
        return self.different([(unit, unit) for unit in steady])

    def exists_on_last(self, row: Row) -> bool:
        return bool((row["valid_from"] or "0") <= self.last <= (row["valid_to"] or "9"))

    def establishments(self, value: str, filters: Mapping[str, str]) -> Counted:
        kind = {key: held for key, held in filters.items() if key == "kind"}
        every = [row for row in self.rows["establishment"] if fits(row, kind)]
        still = [row for row in every if (row["opened_on"] or "0") <= self.last <= (row["closed_on"] or "9")]
        if value.startswith("inspected"):
            return self.inspected(value, every if value == "inspected" else still, filters)
        held = {"workers": "workforce", "female_workers": "workforce", "committed": "commitment"}
        below = self.belonging(held.get(value, "unit"), "establishment_id" if value in held else "id")
        home = {row["id"]: self.home(row["unit_id"], self.last) for row in still}
        return self.sums([(home[row["id"]], self.of_open(value, below.get(row["id"], []))) for row in still])

    def of_open(self, value: str, below: list[Row]) -> int | None:
        if value == "open":
            return 1
        if value == "committed":
            return int(any(row["signed_on"] <= self.last for row in below))
        counts = sorted(
            (row for row in below if row["counted_on"] <= self.last), key=lambda row: row["counted_on"]
        )
        return counts[-1]["workers" if value == "workers" else "female"] if counts else None

    def inspected(self, value: str, known: list[Row], filters: Mapping[str, str]) -> Counted:
        home = {
            row["id"]: self.home(row["unit_id"], self.first if value == "inspected" else self.last)
            for row in known
        }
        visits = [row for row in self.rows["inspection"] if self.within(row["held_on"])]
        team = {key: held for key, held in filters.items() if key == "team"}
        seen = {row["establishment_id"] for row in visits if fits(row, team)}
        return self.different([(home[number], number) for number in seen if number in home])

    def inspections(self, value: str, filters: Mapping[str, str]) -> Counted:
        team = {key: held for key, held in filters.items() if key == "team"}
        visits = [row for row in self.rows["inspection"] if self.within(row["held_on"]) and fits(row, team)]
        if value in ("held", "breaches"):
            return self.sums([(row["unit_id"], int(value == "held" or row["breach"] == 1)) for row in visits])
        handled = self.belonging("handling", "inspection_id")
        form = {key: held for key, held in filters.items() if key == "form"}
        pairs = [(visit["unit_id"], row) for visit in visits for row in handled.get(visit["id"], ())]
        return self.sums(
            [(unit, 1 if value == "handlings" else row["fine"]) for unit, row in pairs if fits(row, form)]
        )

    def hotspots(self, value: str, filters: Mapping[str, str]) -> Counted:
        events = self.belonging("hotspot_event", "hotspot_id")
        day = self.last if value == "open" else self.first
        known = [row for row in self.rows["hotspot"] if row["found_on"] <= self.last and fits(row, filters)]
        return self.sums(
            [
                (self.home(row["unit_id"], day), self.of_hotspot(value, row, events.get(row["id"], [])))
                for row in known
            ]
        )

    def of_hotspot(self, value: str, row: Row, events: list[Row]) -> int:
        if value == "found":
            return int(self.within(row["found_on"]))
        if value == "open":
            # Removed and re-opened take turns, so an even number of events leaves it open.
            return int(sum(event["happened_on"] <= self.last for event in events) % 2 == 0)
        return sum(event["what"] == value and self.within(event["happened_on"]) for event in events)

    def models(self, value: str, filters: Mapping[str, str]) -> Counted:
        states = {"new": ("new",), "kept": ("kept",)}.get(value, ("new", "kept"))
        models = {row["id"]: row for row in self.rows["commune_model"] if fits(row, filters)}
        years = [
            row for row in self.rows["model_year"] if row["year"] == self.year and row["model_id"] in models
        ]
        run = [models[row["model_id"]]["unit_id"] for row in years if row["state"] in states]
        homes = [(unit, self.home(unit, self.last)) for unit in run]
        if value == "communes":
            return self.different([(home, home) for unit, home in homes if self.units[unit]["level"] == 3])
        return self.sums([(home, 1) for _, home in homes])

    def figures(self, value: str, _: Mapping[str, str]) -> Counted:
        codes = [f"{value}_{part}" for part in PARTS[value]] if value in PARTS else [value]
        rows = [
            row
            for row in self.rows["figure"]
            if row["definition"] in codes and self.first <= row["first_on"] and row["last_on"] <= self.last
        ]
        if value != "support_needed":
            return self.sums([(row["unit_id"], row["value"]) for row in rows])
        latest = {row["unit_id"]: row["value"] for row in sorted(rows, key=lambda row: str(row["last_on"]))}
        return self.sums([*latest.items()])

    def communes(self, _: str, __: Mapping[str, str]) -> Counted:
        there = [
            row
            for row in self.rows["unit"]
            if row["level"] == 3 and (row["valid_from"] or "0") <= self.last <= (row["valid_to"] or "9")
        ]
        return self.sums([(row["id"], 1) for row in there])

    def training(self, value: str, filters: Mapping[str, str]) -> Counted:
        held = {row["id"]: row for row in self.rows["training_session"] if self.within(row["ends_on"])}
        if value in ("officials_trained", "trained_in_post", "officials_in_post"):
            return self.officials(value, filters, held)
        present: dict[int, list[Row]] = {key: [] for key in held}
        officials = {row["id"]: row for row in self.rows["official"]}
        for row in self.rows["attendance"]:
            if row["session_id"] in held:
                present[row["session_id"]].append(officials[row["official_id"]])
        return self.sums(
            [(row["unit_id"], of_training(value, row, present[key])) for key, row in held.items()]
        )

    def officials(self, value: str, filters: Mapping[str, str], held: Mapping[int, Row]) -> Counted:
        attended = {row["official_id"] for row in self.rows["attendance"] if row["session_id"] in held}
        fitting = [row for row in self.rows["official"] if fits(row, filters)]
        if value == "officials_trained":
            return self.different([(row["unit_id"], row["id"]) for row in fitting if row["id"] in attended])
        in_post = [row for row in fitting if (row["from_on"] or "0") <= self.last <= (row["to_on"] or "9")]
        if value == "trained_in_post":
            return self.different([(row["unit_id"], row["id"]) for row in in_post if row["id"] in attended])
        return self.sums([(row["unit_id"], 1) for row in in_post])

    def tasks(self, value: str, _: Mapping[str, str]) -> Counted:
        day = "ends_on" if value in ("due", "planned") else "done_on"
        money = {"planned": "money_planned", "spent": "money_spent"}.get(value)
        owner = {row["id"]: row["unit_id"] for row in self.rows["plan"]}
        rows = [row for row in self.rows["task"] if self.within(row[day])]
        return self.sums([(owner[row["plan_id"]], row[money] if money else 1) for row in rows])

    def scores(self, value: str, filters: Mapping[str, str]) -> Counted:
        column = "self" if value.startswith("self") else "appraised"
        rows = [
            row
            for row in self.rows["score_sheet"]
            if row["year"] == self.year
            and row[f"{column}_points"] is not None
            and row[f"{column}_on"] <= self.last
        ]
        if "class" in filters:
            rows = [row for row in rows if row["appraised_class"] == filters["class"]]
        summed = value.endswith("_sum")
        return self.sums(
            [(row["unit_id"], Fraction(row[f"{column}_points"], 1000) if summed else 1) for row in rows]
        )

    def answer(self, expression: str) -> Counted:
        name, _, inside = expression.rstrip("]").partition("[")
        filters = dict(pair.split("=") for pair in inside.split(",") if pair)
        if name in RATIOS:
            return self.share(*RATIOS[name], filters)
        subject, _, value = name.partition(".")
        return WAYS[subject](self, value, filters)

    def share(self, above: str, below: str, scale: int, filters: Mapping[str, str]) -> Counted:
        counts = [self.answer(narrowed(name, filters)) for name in (above, below)]
        (tops, top), (bottoms, bottom) = counts
        shares = {unit: rounded(tops.get(unit), whole, scale) for unit, whole in bottoms.items()}
        return {unit: share for unit, share in shares.items() if share is not None}, rounded(
            top, bottom, scale
        )


WAYS: dict[str, Callable[[Calculator, str, Mapping[str, str]], Counted]] = {
    "outreach": Calculator.outreach,
    "units": Calculator.communes,
    "training": Calculator.training,
    "tasks": Calculator.tasks,
    "money": Calculator.tasks,
    "scores": Calculator.scores,
    "establishments": Calculator.establishments,
    "inspections": Calculator.inspections,
    "hotspots": Calculator.hotspots,
    "models": Calculator.models,
    "figures": Calculator.figures,
}
RATIOS = {
    "outreach.share_of_communes": ("outreach.communes", "units.communes", 100),
    "outreach.share_every_quarter": ("outreach.communes_every_quarter", "units.communes", 100),
    "establishments.share_committed": ("establishments.committed", "establishments.open", 100),
    "establishments.share_inspected": ("establishments.inspected_open", "establishments.open", 100),
    "models.share_of_communes": ("models.communes", "units.communes", 100),
    "outreach.people_per_session": ("outreach.people", "outreach.sessions", 1),
    "training.share_trained": ("training.trained_in_post", "training.officials_in_post", 100),
    "scores.self_points": ("scores.self_sum", "scores.self_sheets", 1),
    "scores.appraised_points": ("scores.appraised_sum", "scores.appraised_sheets", 1),
}


def narrowed(name: str, filters: Mapping[str, str]) -> str:
    known = {key: value for key, value in filters.items() if name != "establishments.open" or key == "kind"}
    inside = ",".join(f"{key}={value}" for key, value in known.items())
    return f"{name}[{inside}]" if inside and not name.startswith("units.") else name


def fits(row: Row, filters: Mapping[str, str]) -> bool:
    return all(row[key] == value for key, value in filters.items())


def of_training(value: str, row: Row, present: list[Row]) -> int | None:
    if value == "sessions":
        return 1
    if value == "cost":
        return int(row["cost"]) if row["cost"] is not None else None
    others = row["others_total" if value == "attendances" else "others_female"]
    officials = len(present) if value == "attendances" else sum(one["female"] == 1 for one in present)
    return None if others is None and not officials else (others or 0) + officials


def rounded(above: Fraction | None, below: Fraction | None, scale: int) -> Fraction | None:
    if above is None or not below:
        return None
    return Fraction(int(above * scale / below * 2000 + 1) // 2, 1000)


def exact(answer: Answer) -> Counted:
    by_unit = {unit: Fraction(value) for unit, value in answer.by_unit.items()}
    return by_unit, None if answer.total is None else Fraction(answer.total)


def days_of(rule: str, year: int, part: str) -> tuple[date, date]:
    first, last = DAYS[rule][part].split()
    begins = year - 1 if first.startswith("<") else year
    return date.fromisoformat(f"{begins}-{first.lstrip('<')}"), date.fromisoformat(f"{year}-{last}")


def quarters_of(rule: str, year: int, first: str, last: str) -> list[tuple[str, str]]:
    every = [days_of(rule, year, part) for part in ("Q1", "Q2", "Q3", "Q4")]
    return [
        (begins.isoformat(), ends.isoformat()) for begins, ends in every if first <= ends.isoformat() <= last
    ]


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
