"""Returns: every cell is a measure's answer; what was exported stays as it was."""

import json
import shutil
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select

from db.records import Content, Return
from db.rules.findings import Unknown
from db.rules.formats import Value
from db.rules.periods import DECREE_09, Period, Span, parse_period
from db.rules.returns.filled import FilledReturn, FilledSheet, figures_text
from db.rules.returns.forms import Over, RowsOf, SheetForm
from db.services import content, offices, units
from db.services.entering import entries
from db.services.measuring import measures
from db.services.returns import filling, frozen_returns
from db.services.returns.form_rows import spans_of
from db.sessions import BOOK_NAME, Book, Session
from tests.helpers import random_year
from tests.helpers.books import COMMUNES, OFFICER, ON, unit_id, unit_lines
from tests.helpers.sample_records import add, added, step
from tests.helpers.scoring import fill_in

Q3 = parse_period("2025-Q3")


def fill(book: Book, period: Period = Q3, code: str = "991", set_code: str = "quarterly") -> FilledReturn:
    with book.reading() as session:
        unit = units.find_during(session, code, period.span(DECREE_09))
        return filling.fill(session, set_code=set_code, unit=unit, period=period)


def freeze(book: Book, filled: FilledReturn) -> None:
    step(book, lambda session: frozen_returns.freeze(session, filled))


def frozen(book: Book) -> list[tuple[int, str]]:
    with book.reading() as session:
        return [(item.revision, item.figures) for item in session.scalars(select(Return).order_by(Return.id))]


def sheet(filled: FilledReturn, code: str) -> FilledSheet:
    return next(item for item in filled.sheets if item.form.code == code)


def column(filled: FilledReturn, code: str, key: str) -> list[Value]:
    """A column's cells, the total row last where the form has one."""
    found = sheet(filled, code)
    place = [item.key for item in found.form.columns].index(key)
    return [row[place] for row in (*found.rows, *([found.total] if found.total else []))]


def expected_cells(session: Session, name: str, span: Span, rows: list[int | None]) -> list[Value]:
    ref = measures.refer(session, name)
    answer = measures.answers(session, [ref], unit_id=unit_id(session), span=span)[ref.expression]
    return [answer.total if unit is None else answer.by_unit.get(unit) for unit in rows]


def listed(session: Session, form: SheetForm, span: Span) -> list[int | None]:
    """The units of a form's rows, and none for its total row."""
    found = units.below(session, unit_id(session), span)
    return [*(unit.id for unit in found if form.rows is RowsOf.UNITS or unit.level == 3), None]


@pytest.fixture(scope="module")
def random_book(template_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    """A book of a random year, which is only read."""
    folder = tmp_path_factory.mktemp("random")
    shutil.copy(template_folder / BOOK_NAME, folder / BOOK_NAME)
    with Book(folder) as opened:
        step(opened, lambda session: random_year.fill(session, 3))
        yield opened


@pytest.mark.parametrize("label", ["2025-Q3", "2024"])
def test_every_cell_is_the_measures_answer(random_book: Book, label: str) -> None:
    period = parse_period(label)
    filled, spans = fill(random_book, period), spans_of(period, DECREE_09)
    forms = [item.form for item in filled.sheets if item.total]
    with random_book.reading() as session:
        asked = [(form, item) for form in forms for item in form.columns if item.measure]
        for form, item in asked:
            rows = listed(session, form, spans[Over.PERIOD])
            wanted = expected_cells(session, item.measure, spans[item.over], rows)
            assert column(filled, form.code, item.key) == wanted
    assert any(value for form in filled.sheets for row in form.rows for value in row[3:])


def test_scores_are_listed_for_communes_alone(book: Book) -> None:
    assert column(fill(book), "PCMD-07", "code") == [*COMMUNES, None]


def test_rows_are_the_unit_and_all_below_it_by_code(book: Book) -> None:
    filled = fill(book)
    assert column(filled, "PCMD-02", "code") == ["991", *COMMUNES, None]
    assert column(filled, "PCMD-02", "number") == [1, 2, 3, 4, 5, 6, None]
    assert column(filled, "PCMD-02", "name")[-1] == "Tổng số"


def test_a_commune_returns_its_own_row(book: Book) -> None:
    filled = fill(book, code="99102")
    assert (filled.unit_code, column(filled, "PCMD-02", "name")) == ("99102", ["Xã Quế Lâm", "Tổng số"])


def test_nothing_recorded_is_an_empty_cell(book: Book) -> None:
    added(book, "outreach", held_on=date(2025, 7, 1), people=0)
    people = column(fill(book), "PCMD-02", "people")
    assert people == [None, None, 0, None, None, None, 0]


TARGETS: list[tuple[str, dict[str, object], tuple[Value, ...]]] = [
    ("count", {"operator": "at_least", "value": Decimal(200)}, (Decimal(200), 30, 90, Decimal("45.000"), 20)),
    (
        "range",
        {"operator": "between", "value": Decimal(60), "value_to": Decimal(80)},
        ("60–80", 30, 90, Decimal("150.000"), 20),
    ),
    ("none", {"operator": "none"}, ("không để xảy ra", 30, 90, None, 20)),
    ("bare", {"operator": "at_least", "measure": None}, (None, None, None, None, None)),
    (
        "spaced",
        {"operator": "at_least", "measure": "outreach.people[ audience = worker ]"},
        (None, 30, 90, None, 20),
    ),
]


def outreach_of_two_years(session: Session) -> None:
    for day, people in (("2025-02-01", 60), ("2025-07-01", 30), ("2024-02-01", 40), ("2024-07-01", 20)):
        add(session, "outreach", held_on=date.fromisoformat(day), people=people, audience="worker")


@pytest.mark.parametrize(("text", "fields", "expected"), TARGETS)
def test_a_target_shows_how_far_it_is(
    book: Book, text: str, fields: dict[str, object], expected: tuple[Value, ...]
) -> None:
    step(book, outreach_of_two_years)
    added(book, "targets", text=text, **{"measure": "outreach.people", **fields})
    (row,) = sheet(fill(book), "PCMD-01").rows
    assert row == (1, text, "", *expected)


def test_a_rise_is_measured_against_the_same_months(book: Book) -> None:
    with book.writing(who="x") as session:
        for day, people in (("2025-02-01", 90), ("2025-07-01", 30), ("2024-02-01", 40), ("2024-07-01", 20)):
            add(session, "outreach", held_on=date.fromisoformat(day), people=people)
        add(session, "targets", operator="increase", value=Decimal(100), measure="outreach.people")
    assert column(fill(book), "PCMD-01", "share") == [Decimal("100.000")]  # 120 against 60, not against 20


def test_a_change_is_planned_in_per_cent_and_done_in_the_measures_own_unit(book: Book) -> None:
    step(book, outreach_of_two_years)
    goal = {"operator": "increase", "value": Decimal(100), "measured_in": "%"}
    added(book, "targets", text="rise", measure="outreach.people", **goal)
    (row,) = sheet(fill(book), "PCMD-01").rows
    # 90 so far against 60 in the same months: up by half.
    assert row == (1, "rise", "lượt người", "tăng 100 %", 30, 90, Decimal("50.000"), 20)


def test_a_first_return_is_revision_one_until_it_is_frozen(book: Book) -> None:
    assert [fill(book).revision, fill(book).revision] == [1, 1]
    assert frozen(book) == []


def test_equal_figures_stay_one_revision_and_changed_ones_are_the_next(book: Book) -> None:
    record = added(book, "outreach", held_on=date(2025, 7, 1), people=5)
    revisions = []
    for people in (5, 5, 6, 6, 5):
        with book.writing(who="x") as session:
            entries.change(session, "outreach", record, {"people": people})
        filled = fill(book)
        revisions.append(filled.revision)
        freeze(book, filled)
    assert revisions == [1, 1, 2, 2, 3]
    assert [revision for revision, _ in frozen(book)] == [1, 2, 3]


def test_what_was_frozen_keeps_its_figures(book: Book) -> None:
    record = added(book, "outreach", held_on=date(2025, 7, 1), people=5)
    first = fill(book)
    freeze(book, first)
    step(book, lambda session: entries.remove(session, "outreach", record))
    freeze(book, fill(book))
    texts = [figures for _, figures in frozen(book)]
    assert texts[0] == figures_text(first)
    assert texts[0] != texts[1]
    assert json.loads(texts[0])["sheets"]["PCMD-02"][2][4] == 5


def test_a_frozen_return_says_what_it_was(book: Book) -> None:
    filled = fill(book)
    freeze(book, filled)
    with book.reading() as session:
        (held,) = session.scalars(select(Return))
        assert (held.first, held.last, held.period) == (date(2025, 6, 15), date(2025, 9, 14), "2025-Q3")
        assert (held.sha256, held.check_code) == (filled.sha256, filled.check_code)
        assert (held.set_code, held.set_version) == ("quarterly", filled.set.version)


def test_exports_are_listed_the_newest_first(book: Book) -> None:
    for label in ("2025-Q2", "2025-Q3"):
        freeze(book, fill(book, parse_period(label)))
    with book.reading() as session:
        found = frozen_returns.history(session, unit_id(session))
        assert frozen_returns.history(session, unit_id(session, "99102")) == ()
    assert [(item.period, item.last, item.who) for item in found] == [
        ("2025-Q3", date(2025, 9, 14), OFFICER),
        ("2025-Q2", date(2025, 6, 14), OFFICER),
    ]


@pytest.mark.parametrize(("label", "code"), [("2025-Q2", "991"), ("2025-Q3", "99102")])
def test_periods_and_units_have_revisions_of_their_own(book: Book, label: str, code: str) -> None:
    freeze(book, fill(book))
    added(book, "outreach", held_on=date(2025, 5, 1))
    assert fill(book, parse_period(label), code).revision == 1


def test_the_head_carries_the_offices_names(book: Book) -> None:
    step(book, lambda session: offices.rename(session, preparer_name="Lò Thị Hoa"))
    head = fill(book).head
    assert (head.issuing_agency, head.preparer_name, head.sample) == (
        "Ủy ban nhân dân huyện Hòa Lâm",
        "Lò Thị Hoa",
        False,
    )


def test_control_totals_are_the_total_rows(book: Book) -> None:
    added(book, "outreach", held_on=date(2025, 7, 1), people=5)
    filled = fill(book)
    assert filled.control_totals["PCMD-02.people"] == 5
    assert filled.control_totals["PCMD-02.female"] is None
    assert "PCMD-02.name" not in filled.control_totals


def test_the_cut_off_rule_of_the_office_decides_the_days(book: Book) -> None:
    added(book, "outreach", held_on=date(2025, 9, 20), people=5)
    assert column(fill(book), "PCMD-02", "people")[-1] is None
    step(book, lambda session: offices.set_cut_off(session, "calendar"))
    assert column(fill(book), "PCMD-02", "people")[-1] == 5


def test_a_unit_that_ended_in_the_period_still_returns(book: Book) -> None:
    added(book, "outreach", held_on=date(2025, 6, 20), people=5)
    lines = [line for line in unit_lines() if line.code != "99102"]
    step(book, lambda session: units.load(session, lines, on=date(2025, 7, 1), file_name="b.csv"))
    filled = fill(book, code="99102")
    freeze(book, filled)
    assert (filled.unit_valid_on, column(filled, "PCMD-02", "people")) == (date(2025, 6, 30), [5, 5])


def test_a_form_may_write_its_measures_with_spaces(book: Book) -> None:
    body = (
        "title = 'Biểu'\ncitation = ''\n[[sheet]]\ncode = 'B1'\ntitle = 'B'\nmeasured_in = ''\nrows = 'units'\n"
        "total = 'Cộng'\n[[sheet.column]]\nkey = 'a'\nhead = 'A'\nwidth = 5\n"
        "measure = 'outreach.people[ audience = worker ]'\n"
    )
    own = {
        "kind": "return_set",
        "code": "own",
        "title": "Biểu",
        "citation": "",
        "valid_from": ON,
        "sha256": "x" * 64,
    }
    step(book, lambda session: session.add(Content(**own, body=body)))
    added(book, "outreach", held_on=date(2025, 7, 1), people=5, audience="worker")
    assert column(fill(book, set_code="own"), "B1", "a")[-1] == 5


@pytest.mark.parametrize(("code", "label"), [("quartely", "2025-Q3"), ("quarterly", "2019-Q3")])
def test_a_set_that_does_not_hold_is_unknown(book: Book, code: str, label: str) -> None:
    with pytest.raises(Unknown) as caught:
        fill(book, parse_period(label), set_code=code)
    assert (caught.value.what, caught.value.near) == ("return_set", ("quarterly", "quarterly_annexes"))


def classes_of(book: Book, label: str = "2025") -> list[str]:
    form = next(item.form for item in fill(book, parse_period(label)).sheets if item.form.code == "PCMD-07")
    return [item.head for item in form.columns if item.group.startswith("Xếp loại")]


def test_the_classes_of_a_form_are_those_of_the_years_rule_set(book: Book) -> None:
    assert classes_of(book) == ["Tốt", "Khá", "Chưa đạt"]
    assert classes_of(book, "2020") == ["Tốt", "Khá", "Chưa đạt"]


def test_a_sheet_under_an_older_rule_set_keeps_its_class_in_the_form(book: Book) -> None:
    step(book, lambda session: fill_in(session, unit_id(session, "99102"), 2025))
    newer = 'group = []\n[[class]]\ncode = "best"\ntitle = "Xuất sắc"\n'
    step(
        book,
        lambda session: session.connection().exec_driver_sql(
            "INSERT INTO content (kind, code, title, citation, valid_from, body, sha256) VALUES "
            "('rule_set', 'zz', 'Mới', '', '2025-01-01', ?, 'newer')",
            (newer,),
        ),
    )
    assert classes_of(book) == ["Xuất sắc", "Tốt", "Khá", "Chưa đạt"]
    assert column(fill(book, parse_period("2025")), "PCMD-07", "class_good")[-1] == 1


def test_hotspots_are_counted_by_the_year_of_their_removal(book: Book) -> None:
    def found(session: Session) -> None:
        for year in (2021, 2023, 2023, 2025):
            place = add(session, "hotspots", found_on=date(year, 1, 10))
            add(session, "hotspot_events", hotspot_id=place, happened_on=date(year, 3, 1), what="removed")

    step(book, found)
    annex = fill(book, set_code="quarterly_annexes")
    heads = [item.head for item in annex.sheets[1].form.columns]
    assert heads[3:] == ["2021", "2022", "2023", "2024", "2025", "Còn hoạt động cuối kỳ"]
    assert [column(annex, "PL-B", f"year_{back}")[-1] for back in (4, 3, 2, 1, 0)] == [1, 0, 2, 0, 1]


def test_tasks_of_the_years_plans_are_listed_and_their_money_adds_up(book: Book) -> None:
    def planned(session: Session) -> None:
        plan = {"plan_id": add(session, "plans")}
        done = {"state": "done", "done_on": date(2025, 10, 1), "ends_on": date(2025, 8, 31)}
        add(session, "tasks", **plan, content="Mở lớp", money_planned=15_000_000, **done)
        add(session, "tasks", **plan, content="Kiểm tra", money_planned=None, state="dropped", ends_on=None)
        draft = add(session, "plans", state="draft")
        add(session, "tasks", plan_id=draft, content="Nháp", money_planned=7)

    step(book, planned)
    annex = fill(book, set_code="quarterly_annexes")
    assert column(annex, "PL-C", "content") == ["Mở lớp", "Kiểm tra", "Tổng kinh phí"]
    assert column(annex, "PL-C", "money") == [15_000_000, None, 15_000_000]
    assert column(annex, "PL-C", "progress") == [
        "Đang thực hiện, quá hạn 31/08/2025",
        "Không thực hiện",
        None,
    ]
    assert annex.control_totals["PL-C.money"] == 15_000_000


def test_forms_have_a_column_for_each_entry_of_a_catalogue(book: Book) -> None:
    filled = {sheet.form.code: sheet.form for sheet in fill(book).sheets}
    with book.reading() as session:
        kinds = [choice.title for choice in content.choices(session, "establishment_kinds")]
    assert [item.head for item in filled["PCMD-04B"].columns[4:]] == kinds
