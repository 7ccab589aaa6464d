"""The list for recognition as an Excel workbook: a row for each commune, numbers as numbers."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from db.rules.formats import Value
from db.rules.scoring.marks import APPRAISED
from db.rules.scoring.recognition import RecognitionList, class_of
from exports.documents import score_wording as documents
from exports.documents.score_list_content import (
    attached_line,
    class_line,
    left_out_line,
    list_form,
    note_text,
)
from exports.documents.score_sheet_content import rule_set_line
from exports.lists import SheetColumn, SheetList, write_list_xlsx
from exports.scores import summary_wording as wording


def write_recognition_list(listed: Sequence[RecognitionList], target: Path) -> None:
    """Write the lists, one below the other, in the place of `target`; raises `TargetNotWritable`."""
    write_list_xlsx(recognition_sheet(listed), target)


def recognition_sheet(listed: Sequence[RecognitionList]) -> SheetList:
    """Return what the workbook says: the words of the paper above the table, then the communes by class."""
    first, count = listed[0], sum(item.count for item in listed)
    lines = [attached_line(first), *(line for item in listed for line in _lines_above(item))]
    columns = tuple(SheetColumn(title, width) for title, width in wording.LIST_SHEET_COLUMNS)
    rows = [
        (number, *cells)
        for number, cells in enumerate((cells for item in listed for cells in _rows(item)), start=1)
    ]
    total = (None, None, documents.LIST_TOTAL.format(count=count), *[None] * (len(columns) - 3))
    return SheetList(list_form(first).title, tuple(lines), columns, rows, total)


def _lines_above(listed: RecognitionList) -> Iterator[str]:
    yield rule_set_line(listed.year)
    yield from map(class_line, listed.classes)
    if line := left_out_line(listed):
        yield line


def _rows(listed: RecognitionList) -> Iterator[tuple[Value, ...]]:
    for sheet in (sheet for item in listed.classes for sheet in item.sheets):
        title = sheet.rule_set.class_title
        words = title(class_of(sheet)), title(sheet.registered_class), note_text(listed, sheet)
        # An empty text is no text: blank is blank.
        yield (sheet.unit_code, sheet.unit_name, sheet.counted(APPRAISED), *(text or None for text in words))
