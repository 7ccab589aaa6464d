"""A copied block becomes texts as they would be typed."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.blocks import (
    Cell,
    NumberStyle,
    is_blank,
    joined_block,
    number_style,
    plain_text,
    split_block,
    typed_cell,
)
from db.rules.entries import Field, FieldKind

K = FieldKind

BLOCKS = [
    ("1\t2\r\n3\t4\r\n", (("1", "2"), ("3", "4"))),
    ("1\t2\n3", (("1", "2"), ("3", ""))),
    ("1", (("1",),)),
    ("", (("",),)),
    ("\t\n\t", (("", ""), ("", ""))),
    ('"hai\ndòng"\t5\n', (("hai\ndòng", "5"),)),
    ('"nói ""khẽ"""\t5', (('nói "khẽ"', "5"),)),
    ('"Ngày hội" tại xã\t5\n6\t7', (('"Ngày hội" tại xã', "5"), ("6", "7"))),
    ('khẩu hiệu "sạch"\t5', (('khẩu hiệu "sạch"', "5"),)),
    ('"chưa đóng\t5\n6\t7', (('"chưa đóng', "5"), ("6", "7"))),
    ("1\r2\r", (("1",), ("2",))),
]


@pytest.mark.parametrize(("text", "cells"), BLOCKS)
def test_a_copied_text_becomes_rows_of_equal_width(text: str, cells: tuple[tuple[str, ...], ...]) -> None:
    assert split_block(text) == cells


@given(st.lists(st.lists(st.text('a"\t\nđ '), min_size=2, max_size=2), min_size=1, max_size=4))
def test_a_block_that_was_written_is_read_again(rows: list[list[str]]) -> None:
    assert split_block(joined_block([*rows, ["cuối", ""]])) == (*map(tuple, rows), ("cuối", ""))


@pytest.mark.parametrize("text", ["", " ", "\u00a0", "-", " – ", "—", "\u00a0-\u00a0 "])
def test_nothing_spaces_or_a_dash_is_blank(text: str) -> None:
    assert is_blank(text)
    assert typed_cell(Field("x", K.COUNT), text) == typed_cell(Field("x", K.TEXT), text) == ""


CELLS: list[tuple[Cell, str]] = [
    (None, ""),
    ("Xã", "Xã"),
    (12, "12"),
    (12.0, "12"),
    (8.5, "8,5"),
    (0.1 + 0.2, "0,3"),
    (1e11, "100000000000"),
    (float("nan"), ""),
    (Decimal("2.50"), "2,5"),
    (True, "1"),
    (date(2025, 9, 4), "04/09/2025"),
    (datetime(2025, 9, 4, 7, 30), "04/09/2025"),
]


@pytest.mark.parametrize(("cell", "text"), CELLS)
def test_a_cell_of_a_file_is_written_as_it_would_be_typed(cell: Cell, text: str) -> None:
    assert plain_text(cell) == text


DAYS = [
    ("14/09/2025", "14/09/2025"),
    ("14/9/25", "14/9/25"),
    ("2025-09-14", "14/09/2025"),
    ("2025-09-14 00:00:00", "14/09/2025"),
    ("14/09/2025 7:30 AM", "14/09/2025"),
    ("14-Sep-25", "14/9/25"),
    ("14-thg 9-25", "14/9/25"),
    ("ngày 14 tháng 9 năm 2025", "14/9/2025"),
    ("14-Foo-25", "14-Foo-25"),
    ("31/02/2025", "31/02/2025"),
    ("chưa rõ", "chưa rõ"),
]


@pytest.mark.parametrize(("text", "typed"), DAYS)
def test_days_of_spreadsheets_become_days_as_typed(text: str, typed: str) -> None:
    assert typed_cell(Field("x", K.DATE), text) == typed


STYLES = [
    (K.COUNT, ["1.234", "86"], "vietnamese"),
    (K.COUNT, ["1,234", "86"], "english"),
    (K.COUNT, ["1,234", "1.234"], "vietnamese"),
    (K.COUNT, ["86", "", "-"], "vietnamese"),
    (K.MONEY, ["3,500,000 ₫"], "english"),
    (K.MONEY, ["3.500.000 đ"], "vietnamese"),
    (K.DECIMAL, ["1,234"], "vietnamese"),
    (K.DECIMAL, ["1,234", "0.5"], "english"),
    (K.DECIMAL, ["8,5", "0.5"], "vietnamese"),
    (K.TEXT, ["1,234,567"], "vietnamese"),
]


@pytest.mark.parametrize(("kind", "texts", "style"), STYLES)
def test_the_style_of_numbers_is_known_only_where_it_is_proven(
    kind: FieldKind, texts: list[str], style: str
) -> None:
    assert number_style([(Field("x", kind), texts)]) == style


TYPED = [
    (Field("x", K.COUNT), "1,234", NumberStyle.ENGLISH, "1.234"),
    (Field("x", K.DECIMAL), "1,234.5", NumberStyle.ENGLISH, "1.234,5"),
    (Field("x", K.COUNT), "1\u00a0234 ", NumberStyle.VIETNAMESE, "1 234"),
    (Field("x", K.COUNT), "86 người", NumberStyle.VIETNAMESE, "86 người"),
    (Field("x", K.MONEY), "500.000\u00a0đ", NumberStyle.VIETNAMESE, "500.000"),
    (Field("x", K.LINES), " một \n hai ", NumberStyle.ENGLISH, "một\nhai"),
    (Field("x", K.TEXT), "một\nhai, ba", NumberStyle.ENGLISH, "một hai, ba"),
    (Field("female", K.FLAG), "Nữ", NumberStyle.VIETNAMESE, "1"),
    (Field("breach", K.FLAG), "x", NumberStyle.VIETNAMESE, "x"),
]


@pytest.mark.parametrize(("field", "text", "style", "typed"), TYPED)
def test_a_cell_becomes_what_would_be_typed(field: Field, text: str, style: NumberStyle, typed: str) -> None:
    assert typed_cell(field, text, style) == typed
