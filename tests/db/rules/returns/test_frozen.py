"""A return that was frozen says the same when it is read again."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from db.rules.returns.filled import FilledSheet, control_totals
from db.rules.returns.frozen import frozen_text, thawed
from db.rules.returns.print_setup import Orientation, Paper, PrintSetup
from tests.db.rules.returns.test_forms import COLUMNS, FILLED, SHEET


def test_a_frozen_return_says_the_same() -> None:
    rows = (("Xã A", 0, Decimal("12.676")), ("", None, date(2025, 9, 14)), (None, Decimal("8.5"), True))
    sheets = (
        replace(SHEET, rows=rows, notes=("Ô trống",)),
        FilledSheet(replace(SHEET.form, code="PCMD-03", total=""), (), ()),
    )
    filled = replace(
        FILLED, sheets=sheets, revision=3, control_totals=control_totals(sheets), notes=("Thiếu",)
    )
    filled = replace(filled, set=replace(filled.set, sheets=tuple(sheet.form for sheet in sheets)))
    again = thawed(frozen_text(filled))
    assert again == filled
    assert again.sha256 == filled.sha256


def test_columns_and_print_setup_keep_all_that_was_said_of_them() -> None:
    column = replace(COLUMNS[1], group="Kỳ", kind="flow", back=2)
    setup = PrintSetup(Orientation.PORTRAIT, Paper.A3, fit_width=False, left=30)
    form = replace(SHEET.form, columns=(COLUMNS[0], column, COLUMNS[2]), print=setup)
    filled = replace(FILLED, set=replace(FILLED.set, sheets=(form,)), sheets=(replace(SHEET, form=form),))
    again = thawed(frozen_text(filled)).sheets[0].form
    assert (again.columns[1], again.print) == (column, setup)


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"set": 1}'])
def test_what_was_never_frozen_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        thawed(text)
