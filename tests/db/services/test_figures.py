"""The grid of figures: read at once, written whole or not at all."""

from collections.abc import Mapping
from datetime import date

import pytest
from sqlalchemy import event, select

from db.records import Figure
from db.rules.findings import Refused
from db.rules.periods import parse_period
from db.services import figure_definitions, figures
from db.services.entering import history
from db.services.entering.kinds import STORED, row_values
from db.services.figures import FigureGrid, Place
from db.services.searching import search_words
from db.sessions import Book
from tests.helpers.books import unit_id
from tests.helpers.sample_records import contents, step

Values = Mapping[Place, int | None]


@pytest.fixture
def communes(book: Book) -> list[int]:
    with book.reading() as session:
        return [unit_id(session, code) for code in ("99101", "99102", "99103")]


def read(book: Book, period: str = "2025-Q3") -> FigureGrid:
    with book.reading() as session:
        return figures.grid(session, unit_id=unit_id(session), period=parse_period(period))


def write(book: Book, values: Values, period: str = "2025-Q3") -> int:
    return step(book, lambda session: figures.write(session, period=period, values=values))[1]


def test_a_grid_has_the_office_first_and_every_definition(book: Book) -> None:
    grid = read(book)
    assert [unit.code for unit in grid.units] == ["991", "99101", "99102", "99103", "99104", "99105"]
    assert len(grid.definitions) == 22
    assert (grid.values, grid.elsewhere) == ({}, {})


def test_what_was_written_is_read_again_and_nothing_is_not_zero(book: Book, communes: list[int]) -> None:
    first, second, _ = communes
    write(book, {(first, "cases"): 3, (second, "cases"): 0, (second, "tried_cases"): None})
    assert read(book).values == {(first, "cases"): 3, (second, "cases"): 0}


def test_a_second_writing_changes_adds_and_takes_out_as_one_step(book: Book, communes: list[int]) -> None:
    first, second, third = communes
    write(book, {(first, "cases"): 3, (second, "cases"): 4})
    before = contents(book)
    number = write(book, {(first, "cases"): None, (second, "cases"): 5, (third, "cases"): 6})
    assert read(book).values == {(second, "cases"): 5, (third, "cases"): 6}
    step(book, lambda session: history.revert(session, number))
    assert contents(book)["figure"] == before["figure"]


def test_the_same_values_again_are_no_step(book: Book, communes: list[int]) -> None:
    write(book, {(communes[0], "cases"): 3})
    assert write(book, {(communes[0], "cases"): 3, (communes[1], "cases"): None}) == 0


def test_days_and_words_are_those_of_a_figure_entered_singly(book: Book, communes: list[int]) -> None:
    write(book, {(communes[0], "cases"): 3})
    with book.reading() as session:
        figure = session.scalars(select(Figure)).one()
        words = search_words.of(session, STORED["figures"], row_values(STORED["figures"], figure))
    assert (figure.first_on, figure.last_on) == (date(2025, 6, 15), date(2025, 9, 14))
    assert figure.search == words


def test_one_wrong_cell_keeps_the_whole_block_out(book: Book, communes: list[int]) -> None:
    first, second, _ = communes
    write(book, {(first, "cases"): 3}, "2025-07")
    before = contents(book)
    with pytest.raises(Refused) as refused:
        write(book, {(first, "cases"): 9, (second, "cases"): 1, (second, "none"): 1, (10**6, "cases"): 1})
    found = {finding.place: finding.code for finding in refused.value.findings}
    assert found == {
        f"{first}/cases": "figure_overlaps",
        f"{second}/none": "not_in_list",
        "1000000/cases": "not_chosen",
    }
    assert contents(book) == before


def test_a_cell_that_other_periods_speak_for_says_what_they_hold(book: Book, communes: list[int]) -> None:
    first, second, third = communes
    write(book, {(first, "cases"): 3, (first, "support_needed"): 3}, "2025-07")
    write(book, {(first, "cases"): 4, (first, "support_needed"): 1, (second, "cases"): 0}, "2025-08")
    write(book, {(third, "cases"): 9}, "2025")
    found = read(book).elsewhere
    assert [found[first, code].value for code in ("cases", "support_needed")] == [7, 1]
    assert found[first, "cases"].periods == ("2025-07", "2025-08")
    assert (found[second, "cases"].value, found[third, "cases"].value) == (0, None)


def test_an_ended_definition_has_a_column_only_where_it_has_values(book: Book, communes: list[int]) -> None:
    write(book, {(communes[0], "cases"): 3})
    step(book, lambda session: figure_definitions.end(session, "cases", date(2025, 3, 14)))
    columns = [
        [item.code for item in read(book, label).definitions] for label in ("2025-Q1", "2025-Q2", "2025-Q3")
    ]
    assert ["cases" in codes for codes in columns] == [True, False, True]


def test_places_are_written_and_read(book: Book) -> None:
    assert figures.place_of(figures.cell_place((12, "loan_sum"))) == (12, "loan_sum")


def test_the_values_of_a_grid_are_one_statement(book: Book) -> None:
    statements: list[str] = []
    with book.reading() as session:
        office = unit_id(session)
        event.listen(session.get_bind(), "before_cursor_execute", lambda *found: statements.append(found[2]))
        figures.grid(session, unit_id=office, period=parse_period("2025"))
    assert sum("FROM figure" in text for text in statements) == 1
    assert len(statements) <= 6
