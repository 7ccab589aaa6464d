"""Where what is said of a form stands in it."""

import pytest

from db.rules.returns.by_hand import CellPlace
from db.rules.returns.filled import FilledSheet
from db.rules.returns.forms import ColumnForm, RowsOf, SheetForm
from ui.returns.filling.marks import MarkKind, marks_of

COLUMNS = (
    ColumnForm("code", "Mã", "unit_code", 10),
    ColumnForm("people", "Người", "measure", 10, measure="outreach.people", kind="flow"),
)
SHEET = FilledSheet(SheetForm("PCMD-02", "Biểu", "", RowsOf.UNITS, COLUMNS), (("99102", 86),), ())


@pytest.mark.parametrize(
    ("place", "kind", "cells"),
    [
        (("99102", "people"), MarkKind.DIFFERS, [(0, 1)]),
        (("99102", ""), MarkKind.WARNING, [(0, 0)]),
        (("99102", "of_newer_form"), MarkKind.DIFFERS, []),
        (("99103", "people"), MarkKind.DIFFERS, []),
    ],
)
def test_what_is_said_stands_at_its_own_cell(
    place: tuple[str, str], kind: MarkKind, cells: list[tuple[int, int]]
) -> None:
    assert list(marks_of(SHEET, [(CellPlace("PCMD-02", *place), kind, "Lời")])) == cells
