"""What the XML of a sheet tells beside its values."""

import pytest

from exports.readers.sheet_marks import sheet_marks
from tests.exports.readers.made_files import SHEET, changed, sheet_xml


@pytest.mark.parametrize(
    ("cell", "valueless"),
    [
        ('<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', ["B2"]),
        ('<c r="B2"><f>A1</f></c>', ["B2"]),
        ('<c r="B2" s="3"><f>A1</f><v></v></c>', ["B2"]),
        ('<c r="B2"><f t="shared" si="0"/><v/></c>', ["B2"]),
        ('<c r="B2"><f>A1</f><v>5</v></c>', []),
        ('<c r="B2" t="str"><f>IF(1,"","")</f><v></v></c>', []),
        ('<c r="B2"><v>5</v></c>', []),
    ],
)
def test_formulas_without_a_value_are_seen(cell: str, valueless: list[str]) -> None:
    data = changed({SHEET: sheet_xml(f'<row r="2">{cell}</row>')})
    assert sheet_marks(data, "Danh sách").valueless == valueless


def test_a_sheet_that_is_not_there_has_no_marks() -> None:
    assert sheet_marks(changed({}), "Khác").rows == []
