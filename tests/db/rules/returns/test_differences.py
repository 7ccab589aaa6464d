"""Which figures of two returns differ."""

from dataclasses import replace

import pytest

from db.rules.formats import Value
from db.rules.returns.by_hand import CellPlace
from db.rules.returns.differences import Difference, differences
from db.rules.returns.filled import FilledSheet
from db.rules.returns.forms import ColumnForm, RowsOf, SheetForm
from db.rules.returns.states import ReturnState, state_of

FORM = SheetForm(
    "PCMD-02",
    "Biểu",
    "",
    RowsOf.UNITS,
    (
        ColumnForm("number", "TT", "row_number", 5),
        ColumnForm("code", "Mã", "unit_code", 10),
        ColumnForm("people", "Người", "measure", 10, measure="m", kind="flow"),
    ),
)
BEFORE = FilledSheet(FORM, ((1, "99101", 8), (2, "99102", None)), (None, None, 8))


def differing(*rows: tuple[Value, ...], total: Value = 8) -> list[tuple[str, str, Value, Value]]:
    after = replace(BEFORE, rows=rows, total=(None, None, total))
    found = differences((BEFORE,), (after,))
    return [(item.place.row, item.place.column, item.before, item.after) for item in found]


@pytest.mark.parametrize(
    ("rows", "total", "found"),
    [
        (((1, "99101", 8), (2, "99102", None)), 8, []),
        (((1, "99101", 8), (2, "99102", "")), 8, []),
        (((1, "99101", 8), (2, "99102", 0)), 8, [("99102", "people", None, 0)]),
        (((1, "99101", 9), (2, "99102", None)), 9, [("99101", "people", 8, 9), ("", "people", 8, 9)]),
        (((1, "99101", 8),), 8, [("99102", "code", "99102", None)]),
        (((1, "99102", None), (2, "99101", 8)), 8, []),
    ],
)
def test_what_differs_is_told_by_its_cell(
    rows: tuple[tuple[Value, ...], ...], total: Value, found: list[tuple[str, str, Value, Value]]
) -> None:
    assert differing(*rows, total=total) == found


def test_a_form_that_only_one_has_differs_in_all_its_figures() -> None:
    found = list(differences((), (BEFORE,)))
    assert found[1] == Difference(CellPlace("PCMD-02", "99101", "people"), None, 8)


@pytest.mark.parametrize(
    ("reached", "state"),
    [
        ((), ReturnState.NOT_BEGUN),
        (("filled",), ReturnState.FILLED),
        (("filled", "checked"), ReturnState.CHECKED),
        (("approved",), ReturnState.APPROVED),
        (("approved", "exported"), ReturnState.EXPORTED),
        (("approved", "sent"), ReturnState.SENT),
        (("approved", "exported", "sent", "acknowledged"), ReturnState.ACKNOWLEDGED),
    ],
)
def test_the_furthest_state_counts(reached: tuple[str, ...], state: ReturnState) -> None:
    assert state_of(**dict.fromkeys(reached, True)) is state
