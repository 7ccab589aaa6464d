"""A long list opens at once and fetches only what is looked at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import pytest
from PySide6.QtCore import Qt

from db.rules.formats import Value
from ui.common.lists.columns import Column, cell_text, number_column
from ui.common.lists.list_model import CHUNK, ListModel

_COLUMNS = (Column("Ngày", "held_on"), number_column("Người", "people"))


@dataclass(frozen=True)
class FakeRow:
    id: int
    cells: Mapping[str, Value]


@dataclass
class FakeBook:
    """Answers for any id and remembers what it was asked for."""

    asked: list[int] = field(default_factory=list)

    def rows(self, ids: tuple[int, ...]) -> list[FakeRow]:
        self.asked.extend(ids)
        return [FakeRow(number, {"held_on": date(2025, 9, 14), "people": number}) for number in ids]


def _model(count: int, drafts: Mapping[int, str] | None = None) -> tuple[ListModel, FakeBook]:
    book = FakeBook()
    model = ListModel(_COLUMNS, book.rows)
    model.show_ids(tuple(range(1, count + 1)), drafts or {})
    return model, book


def test_a_list_of_30_000_rows_fetches_one_chunk_to_show_its_middle() -> None:
    model, book = _model(30_000)
    assert model.index(15_000, 1).data() == "15.001"
    assert len(book.asked) == CHUNK


def test_a_row_is_fetched_once() -> None:
    model, book = _model(10)
    for _ in range(3):
        model.index(4, 0).data()
    assert len(book.asked) == 10


def test_drafts_stand_first_and_say_what_they_lack() -> None:
    model, book = _model(2, {-7: "Nháp – còn thiếu: ngày"})
    assert model.index(0, 0).data() == "Nháp – còn thiếu: ngày"
    assert model.row_id(0) == -7
    assert model.index(0, 0).data(Qt.ItemDataRole.FontRole).italic()
    assert book.asked == []


def test_the_same_ids_keep_every_view_in_its_place() -> None:
    model, _ = _model(5)
    assert model.show_ids((1, 2, 3, 4, 5), {}) is False
    assert model.show_ids((2, 1, 3, 4, 5), {}) is True


def test_rows_that_follow_are_added_and_those_there_are_read_afresh() -> None:
    model, book = _model(5)
    model.index(4, 0).data()
    assert model.show_ids((1, 2, 3, 4, 5, 6, 7), {}) is False
    assert (model.rowCount(), model.index(6, 1).data()) == (7, "7")
    assert book.asked == [1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 6, 7]


def test_a_screen_reader_hears_column_and_value() -> None:
    model, _ = _model(1)
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Ngày: 14/09/2025"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "–"),
        (0, "0"),
        (1234, "1.234"),
        (date(2025, 9, 1), "01/09/2025"),
        ("", "–"),
        ("a\nb", "a b"),
        (True, "x"),
    ],
)
def test_a_cell_is_written_as_people_write_it(value: Value, shown: str) -> None:
    assert cell_text(value) == shown
