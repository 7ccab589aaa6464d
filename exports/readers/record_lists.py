"""A list of records: this program's template or an office's own workbook or text, up to the rows that are records."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from db.rules.encodings import Encoding, Preview, decoded
from db.rules.entries import FieldKind
from db.rules.findings import Finding, Refused
from db.rules.imports.cells import value_at
from db.rules.imports.codes import CODES_MARK, CodeDay, code_day
from db.rules.imports.head_keys import counts_in_thousands
from db.rules.imports.old_texts import converted_rows, preview_of
from db.rules.imports.sheets import ImportSheet
from db.rules.imports.tables import (
    Heads,
    SheetRow,
    Table,
    columns_without_head,
    data_rows,
    head_findings,
    recognise,
)
from db.rules.text import cleaned
from exports.readers.addresses import cell_place, column_letters, column_number, line_place
from exports.readers.delimited import grid_of_text
from exports.readers.gate import Admitted, FileKind, admit
from exports.readers.grids import Grid, Row
from exports.readers.sheets import SheetReading, read_sheets

_SHOWN = 5
_SHEETS_NAMED = 5
# More columns than these are told in one line, or they would hide what else is told.
_COLUMNS_NAMED = 10
_LONGEST = 60
KIND_MARK = "kind"


@dataclass(frozen=True)
class ListFile:
    """A file with its rows and where its heads stand. `reading` is kept whole for a marked copy."""

    path: Path
    reading: SheetReading
    heads: Heads

    @property
    def grid(self) -> Grid:
        """Return the rows of the sheet."""
        return self.reading.grid

    def place(self, row: int, column: int | None) -> str:
        """Return how a cell is named, its column counted from 0."""
        if not self.grid.sheet:
            return line_place(row)
        return cell_place(self.grid.sheet, row, 1 if column is None else column + 1)


def read_list_file(path: Path, sheet: ImportSheet, mapping: Mapping[str, str] | None = None) -> ListFile:
    """Read a file and find its heads; raises `Refused` where it is no list at all.

    Of a workbook the first visible sheet is taken that has all needed columns, else the first with anything in it.
    """
    admitted = admit(path)
    readings = list(_readings(admitted, sheet, mapping or {}))
    reading = next((item for item in readings if item.grid.rows), None)
    if reading is None:
        raise Refused([Finding("file_empty")], source=path.name)
    chosen = next((item for item in readings if _is_whole(item, sheet, mapping or {})), reading)
    _check_mark(chosen, sheet)
    return ListFile(path, chosen, recognise(chosen.grid.rows, sheet, mapping or {}))


def codes_of(file: ListFile) -> CodeDay:
    """Return on which day's list the codes of a file stand, as its hidden mark says; raises `Refused` for none."""
    written = file.reading.mark.get(CODES_MARK, "")
    try:
        return code_day(written)
    except ValueError:
        raise Refused([Finding("template_codes", value=written)], source=file.path.name) from None


def with_mapping(file: ListFile, sheet: ImportSheet, mapping: Mapping[str, str]) -> ListFile:
    """Return the same file with its heads found anew under a mapping."""
    return replace(file, heads=recognise(file.grid.rows, sheet, mapping))


def old_text(file: ListFile) -> Preview | None:
    """Return a preview where texts of a file are in an old encoding; nothing where they are Unicode."""
    return preview_of([row.values for row in file.grid.rows])


def converted_file(
    file: ListFile, encoding: Encoding, sheet: ImportSheet, mapping: Mapping[str, str]
) -> ListFile:
    """Return the same file with its old texts in Unicode; what is Unicode already stays."""
    values = converted_rows([row.values for row in file.grid.rows], encoding)
    rows = tuple(Row(row.number, cells) for row, cells in zip(file.grid.rows, values, strict=True))
    reading = replace(file.reading, grid=replace(file.grid, rows=rows))
    return ListFile(file.path, reading, recognise(rows, sheet, mapping))


def table_of(file: ListFile, sheet: ImportSheet) -> Table:
    """Return the rows of a file that are records; raises `Refused` where a needed column is missing or comes twice."""
    findings = tuple(head_findings(file.heads, sheet, file.place))
    if findings:
        raise Refused(findings, source=file.path.name)
    rows, notes, wrong = data_rows(file.grid.rows, file.heads, sheet, file.place)
    wrong += [*_hidden(file, rows), *_merged(file, rows), *_valueless(file, rows)]
    wrong += _sums_in_thousands(file, sheet, rows)
    notes += _not_read(file, rows)
    return Table(file.path.name, file.heads, rows, file.place, tuple(notes), tuple(wrong))


def _readings(admitted: Admitted, sheet: ImportSheet, mapping: Mapping[str, str]) -> Iterator[SheetReading]:
    if admitted.kind is FileKind.TEXT:
        yield SheetReading(grid_of_text(_as_unicode(admitted)))
        return
    for reading in read_sheets(admitted):
        yield reading
        if _is_whole(reading, sheet, mapping):
            return


def _is_whole(reading: SheetReading, sheet: ImportSheet, mapping: Mapping[str, str]) -> bool:
    return bool(reading.grid.rows) and not recognise(reading.grid.rows, sheet, mapping).missing(sheet)


def _check_mark(reading: SheetReading, sheet: ImportSheet) -> None:
    kind = reading.mark.get(KIND_MARK, sheet.kind)
    if kind != sheet.kind:
        facts = {"wanted": sheet.title, "title": reading.mark.get("title", kind)}
        raise Refused([Finding("template_of_other_kind", value=kind, facts=facts)], reading.grid.source)


def _as_unicode(admitted: Admitted) -> Admitted:
    """Return a text in old bytes as the wrong letters that it shows, so that it is recognised as a workbook's is."""
    try:
        _, encoding = decoded(admitted.data)
    except ValueError:
        return admitted
    if encoding not in (Encoding.TCVN3, Encoding.VNI):
        return admitted
    try:
        admitted.data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return replace(admitted, data=admitted.data.decode("latin-1").encode())
    return admitted


def _hidden(file: ListFile, rows: Sequence[SheetRow]) -> Iterator[Finding]:
    hidden = [row.number for row in rows if row.number in file.reading.hidden_rows]
    if hidden:
        shown = ", ".join(map(str, hidden[:_SHOWN])) + ("…" if len(hidden) > _SHOWN else "")
        yield Finding("rows_hidden", file.place(hidden[0], None), str(len(hidden)), {"rows": shown})


def _merged(file: ListFile, rows: Sequence[SheetRow]) -> Iterator[Finding]:
    read, numbers = set(file.heads.columns.values()), {row.number for row in rows}
    for top, left, bottom, right in file.reading.merged:
        records = any(number in numbers for number in range(top, bottom + 1))
        if records and any(left <= at + 1 <= right for at in read):
            last = cell_place("", bottom, right).lstrip("!")
            yield Finding("cells_merged", file.place(top, left - 1), facts={"last": last})


def _valueless(file: ListFile, rows: Sequence[SheetRow]) -> Iterator[Finding]:
    read, numbers = set(file.heads.columns.values()), {row.number for row in rows}
    for cell in file.reading.valueless:
        letters = cell.rstrip("0123456789")
        row, column = int(cell[len(letters) :]), column_number(letters) - 1
        if row in numbers and column in read:
            yield Finding("cell_without_value", file.place(row, column))


def _sums_in_thousands(file: ListFile, sheet: ImportSheet, rows: Sequence[SheetRow]) -> Iterator[Finding]:
    sums = [
        key
        for key, at in file.heads.columns.items()
        if sheet.column(key).field.kind is FieldKind.MONEY and any(value_at(row, at) for row in rows)
    ]
    for row in file.grid.rows:
        if not sums or row.number >= file.heads.row:
            return
        for at, value in enumerate(row.values):
            if isinstance(value, str) and counts_in_thousands(value):
                facts = {"column": sheet.column(sums[0]).title}
                yield Finding(
                    "sums_in_thousands", file.place(row.number, at), cleaned(value)[:_LONGEST], facts
                )


def _not_read(file: ListFile, rows: Sequence[SheetRow]) -> Iterator[Finding]:
    others = [name for name in file.reading.sheets if name != file.grid.sheet]
    # A template has sheets of its own beside the list.
    if others and not file.reading.mark:
        yield Finding("sheets_not_read", file.grid.sheet, ", ".join(others[:_SHEETS_NAMED]))
    yield from _columns_told(file, "column_not_read", file.heads.unknown())
    unnamed = ((at, column_letters(at + 1)) for at in columns_without_head(rows, file.heads))
    yield from _columns_told(file, "column_without_head", tuple(unnamed))
    for at in sorted(set(file.heads.columns.values())):
        if at + 1 in file.reading.hidden_columns:
            yield Finding("column_hidden", file.place(file.heads.row, at), file.heads.titles[at])


def _columns_told(file: ListFile, code: str, columns: Sequence[tuple[int, str]]) -> Iterator[Finding]:
    if len(columns) <= _COLUMNS_NAMED:
        for at, title in columns:
            yield Finding(code, file.place(file.heads.row, at), title)
        return
    shown = ", ".join(title for _, title in columns[:_SHOWN])
    facts = {"first": shown}
    place = file.place(file.heads.row, columns[0][0])
    yield Finding(code.replace("column", "columns"), place, str(len(columns)), facts)
