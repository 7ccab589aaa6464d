"""Content as data: what is shipped, what holds on a day."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from db.records import Content
from db.rules.entries import FieldKind
from db.rules.entry_kinds import ENTRY_KINDS
from db.rules.findings import Unknown
from db.rules.measure_catalogue import MEASURES
from db.rules.returns.forms import ReturnSet, RowsOf, parse_return_set, with_each
from db.rules.scoring.reading import parse_rule_set
from db.rules.targets import FREQUENCY
from db.services import content, figure_definitions
from db.services.measuring import measures
from db.services.returns import return_sets
from db.services.scoring import rule_sets
from db.sessions import Book, Session
from tests.helpers.sample_records import contents, step
from tests.helpers.statements import statements

FILES = sorted(content.SHIPPED.rglob("*.toml"))
DAY = date(2025, 6, 1)


def keep(
    session: Session, kind: str, code: str, first: date, last: date | None = None, items: str = ""
) -> None:
    """Add content as an office that edits it would."""
    session.add(
        Content(
            kind=kind,
            code=code,
            title=f"{code} {first.year}",
            citation="Văn bản",
            valid_from=first,
            valid_to=last,
            body=f"title = 'x'\n{items}",
            sha256=f"{code}{first}"[:64],
        )
    )
    session.flush()


def shipped_sets() -> list[ReturnSet]:
    bodies = [
        (path, tomllib.loads(path.read_text("utf-8")))
        for path in (content.SHIPPED / "returns").glob("*.toml")
    ]
    return [parse_return_set(path.stem, "v", body) for path, body in bodies]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_file_says_what_it_is_and_where_it_comes_from(path: Path) -> None:
    body = tomllib.loads(path.read_text("utf-8"))
    assert body["title"]
    assert body["citation"]
    assert isinstance(body["valid_from"], date)
    assert path.parent.name in (
        "choices",
        "days_off",
        "hints",
        "imports",
        "returns",
        "rule_sets",
        "rule_set_drafts",
        "schedules",
        "skeletons",
        "report_skeletons",
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_code_stands_twice_in_a_file(path: Path) -> None:
    body = tomllib.loads(path.read_text("utf-8"))
    criteria = [item for group in body.get("group", ()) for item in group["criterion"]]
    sheets = body.get("sheet", ()) if path.parent.name == "returns" else ()
    for entries in (body.get("item", ()), sheets, body.get("class", ()), criteria):
        codes = [item["code"] for item in entries]
        assert len(codes) == len(set(codes))


def test_everything_is_shipped_once_however_often(book: Book) -> None:
    before = contents(book)["content"]
    assert len(before) == len(FILES)
    step(book, content.ship)
    assert contents(book)["content"] == before


def test_a_book_of_the_first_program_gets_the_ways_to_compare_that_came_later(book: Book) -> None:
    def of_the_first_program(session: Session) -> None:
        record = session.scalars(select(Content).where(Content.code == "target_operators")).one()
        record.valid_from = date(2000, 1, 1)
        record.body, record.sha256 = "title = 'x'\n[[item]]\ncode = 'at_least'\ntitle = 'Ít nhất'\n", "first"

    step(book, of_the_first_program)
    step(book, content.ship)
    with book.reading() as session:
        assert {"at_least", FREQUENCY} <= content.titles(content.choices(session, "target_operators")).keys()


def test_a_list_is_asked_for_once_a_session_and_anew_after_a_change(book: Book) -> None:
    with book.reading() as session, statements(session) as heard:
        assert content.choices(session, "programmes") == content.choices(session, "programmes")
    assert len(heard) == 1
    with book.writing(who="x") as session:
        content.choices(session, "programmes")
        keep(session, "choices", "programmes", date(2030, 1, 1), items="[[item]]\ncode = 'a'\ntitle = 'A'\n")
        assert content.choices(session, "programmes") == (content.Choice("a", "A"),)


def test_every_choice_of_a_form_has_its_catalogue(book: Book) -> None:
    catalogues = {
        field.catalogue
        for kind in ENTRY_KINDS.values()
        for field in kind.fields
        if field.kind is FieldKind.CHOICE
    }
    with book.reading() as session:
        assert all(content.choices(session, catalogue) for catalogue in catalogues)


def test_every_filter_of_a_measure_takes_a_choice(book: Book) -> None:
    with book.reading() as session:
        for measure in MEASURES.values():
            for key in {*measure.filters} - {"class"}:
                assert content.choices(session, measures.filter_catalogue(measure, key))


def test_every_measure_of_a_shipped_form_exists(book: Book) -> None:
    with book.reading() as session:
        kinds = ("handling_forms", "establishment_kinds")
        entries = {
            kind: [(item.code, item.title) for item in content.choices(session, kind)] for kind in kinds
        }
    entries |= {"class": [("good", "Tốt")], "year": [("0", "2025"), ("4", "2021")]}
    forms = [form for item in shipped_sets() for form in with_each(item, entries).sheets]
    names = [column.measure for form in forms for column in form.columns]
    with book.reading() as session:
        found = [measures.refer(session, name).expression for name in names if name]
    assert found == [name for name in names if name]


def test_every_column_of_a_shipped_form_holds_what_its_rows_have() -> None:
    of_units = {"row_number", "unit_code", "unit_name", "measure"}
    of_targets = {"row_number", "target_text", "target_unit", "planned", "done", "share_of_plan"}
    of_tasks = {
        "row_number",
        "task_content",
        "task_lead",
        "task_joining",
        "task_time",
        "task_product",
        "task_note",
    }
    of_tasks |= {"task_money", "task_money_source", "task_progress"}
    for item in shipped_sets():
        for form in item.sheets:
            keys = [column.key for column in form.columns]
            assert len(keys) == len(set(keys))
            known = {RowsOf.TARGETS: of_targets, RowsOf.TASKS: of_tasks}.get(form.rows, of_units)
            assert {column.holds for column in form.columns} <= known


def test_the_shipped_rule_set_is_worth_a_hundred_points() -> None:
    for path in (content.SHIPPED / "rule_sets").glob("*-100.toml"):
        rule_set = parse_rule_set(tomllib.loads(path.read_text("utf-8")))
        assert sum(group.most for group in rule_set.groups) == 100
        assert rule_set.classes[-1].least == 0


def test_choices_keep_the_order_of_the_catalogue(book: Book) -> None:
    with book.reading() as session:
        found = content.choices(session, "plan_states")
        assert [choice.code for choice in found] == ["draft", "submitted", "issued", "closed"]
        assert content.titles(found)["issued"] == "Đã ban hành"
        listed = [choice.code for choice in content.choices(session, "measures")]
        figures = [f"figures.{item.code}" for item in figure_definitions.definitions(session)]
        assert listed[: len(MEASURES) + len(figures)] == [*MEASURES, *figures]


def test_an_edited_catalogue_goes_before_the_shipped_one(book: Book) -> None:
    items = "[[item]]\ncode = 'new'\ntitle = 'Mới'\n"
    step(book, lambda session: keep(session, "choices", "audiences", date(2025, 1, 1), items=items))
    with book.reading() as session:
        assert [choice.code for choice in content.choices(session, "audiences")] == ["new"]


def test_an_unknown_catalogue_is_told(book: Book) -> None:
    with book.reading() as session, pytest.raises(Unknown):
        content.choices(session, "no_such")


@pytest.mark.parametrize(
    ("on", "title"),
    [
        (date(2024, 1, 1), "form 2024"),
        (date(2024, 12, 31), "form 2024"),
        (date(2025, 1, 1), "form 2025"),
        (date(2026, 6, 30), "form 2025"),
    ],
)
def test_what_holds_on_a_day_is_the_newest_of_its_code(book: Book, on: date, title: str) -> None:
    with book.writing(who="x") as session:
        keep(session, "return_set", "form", date(2024, 1, 1))
        keep(session, "return_set", "form", date(2025, 1, 1), date(2026, 6, 30))
        keep(session, "return_set", "former", date(2020, 1, 1), date(2021, 1, 1))
    with book.reading() as session:
        assert content.in_force(session, "return_set", "form", on).title == title


@pytest.mark.parametrize(
    ("code", "on"), [("form", date(2023, 12, 31)), ("fom", DAY), ("form", date(2027, 1, 1))]
)
def test_what_does_not_hold_is_unknown_with_near_codes(book: Book, code: str, on: date) -> None:
    with book.writing(who="x") as session:
        keep(session, "return_set", "form", date(2024, 1, 1), date(2026, 6, 30))
    with book.reading() as session, pytest.raises(Unknown) as caught:
        content.in_force(session, "return_set", code, on)
    assert (caught.value.what, caught.value.name, "form" in caught.value.near) == ("return_set", code, True)


def test_a_set_that_no_longer_holds_is_not_listed(book: Book) -> None:
    step(book, lambda session: keep(session, "return_set", "old", date(2020, 1, 1), date(2021, 1, 1)))
    with book.reading() as session:
        assert [item.code for item in return_sets.sets(session, DAY)] == [
            "quarterly",
            "quarterly_annexes",
        ]


def test_a_year_is_scored_by_the_newest_rule_set_that_holds(book: Book) -> None:
    with book.writing(who="x") as session:
        keep(session, "rule_set", "a-new-one", date(2025, 6, 1))
        keep(session, "rule_set", "z-old-one", date(2022, 1, 1), date(2022, 12, 31))
    with book.reading() as session:
        found = [rule_sets.of_year(session, year).code for year in (2021, 2022, 2023, 2025)]
    assert found == ["illustrative-100", "z-old-one", "illustrative-100", "a-new-one"]


def test_a_year_before_any_rule_set_has_none(book: Book) -> None:
    with book.reading() as session, pytest.raises(Unknown):
        rule_sets.of_year(session, 2019)


def test_two_texts_never_share_a_version(book: Book) -> None:
    with book.reading() as session:
        held = content.of_kind(session, "choices")
        count = session.scalar(select(func.count()).where(Content.kind == "choices"))
    assert len({(item.code, item.version) for item in held}) == len(held) == count
    assert held[0].version == f"2000-01-01-{held[0].sha256[:8]}"
