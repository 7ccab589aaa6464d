"""A return that was written into a province's own workbook comes back as it was, or the changed cell is named."""

from pathlib import Path

import openpyxl
import pytest

from db.rules.returns.filled import FilledReturn
from db.rules.returns.forms import RowsOf
from db.rules.returns.received_judging import ExpectedReturn, Judged, judge
from db.rules.returns.received_mark import known_mark
from db.rules.returns.received_rows import ListedUnit
from exports.returns.reading import ReturnReader
from exports.returns.template_writing import write_template
from tests.exports.returns.test_template_workbook import filled_return, own_workbook
from tests.helpers.foreign_templates import MAIN, ROW


@pytest.fixture(scope="module")
def filled() -> FilledReturn:
    """The return of a province's own forms."""
    return filled_return(own_workbook())


@pytest.fixture(scope="module")
def written(filled: FilledReturn, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same in the province's workbook."""
    target = tmp_path_factory.mktemp("returns") / "mẫu tỉnh.xlsx"
    write_template(filled, own_workbook(), target)
    return target


def judged(path: Path, filled: FilledReturn) -> Judged:
    rows = next(sheet for sheet in filled.sheets if sheet.form.rows is RowsOf.UNITS)
    holds = [column.holds for column in rows.form.columns]
    code, name = holds.index("unit_code"), holds.index("unit_name")
    listed = [ListedUnit(str(row[code]), str(row[name]), True) for row in rows.rows]
    names = (filled.unit_code, filled.unit_name, filled.unit_valid_on, filled.period, filled.span)
    with ReturnReader() as reader:
        read = reader.read(path)
    return judge(read, known_mark(read.mark), ExpectedReturn(filled.set, *names, listed))


def test_it_comes_back_whole(written: Path, filled: FilledReturn) -> None:
    said = judged(written, filled)
    assert said.filled is not None
    assert said.filled.sheets == filled.sheets
    assert (said.verified, said.findings) == (True, ())


def test_a_figure_below_0_is_told_at_its_cell(written: Path, filled: FilledReturn, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(written)
    figure = next(cell for cell in book[MAIN][ROW] if isinstance(cell.value, int) and cell.value > 1)
    figure.value = -5
    book.save(tmp_path / "a.xlsx")
    found = {(item.code, item.place) for item in judged(tmp_path / "a.xlsx", filled).findings}
    assert {("check_negative", f"{MAIN}!{figure.coordinate}"), ("return_figures_changed", "_pcmd")} <= found
