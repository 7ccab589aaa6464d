"""What the cells of a given workbook are filled with: words of the whole, and values of a return by their tags."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from db.rules.formats import Value, value_text
from db.rules.returns.filled import FilledReturn, FilledSheet
from db.rules.returns.tags import Tag, TagKind
from db.rules.returns.tags_sheet import SheetLayout, Slot
from exports.returns import wording
from exports.returns.content import Cell, plain_cell


@dataclass(frozen=True)
class Filling:
    """A value for a cell, row and column from 1; a code is text that looks like a number."""

    row: int
    column: int
    value: Cell
    is_code: bool = False


def words_of(filled: FilledReturn) -> Mapping[str, Cell]:
    """Return what the tags say that stand once in a workbook."""
    head, span = filled.head, filled.span
    return {
        "period.label": wording.period_short(filled.period, span),
        "period.year": span.year,
        "period.first": value_text(span.first),
        "period.last": value_text(span.last),
        "office.name": head.issuing_agency,
        "office.parent": head.parent_agency,
        "office.place": head.place,
        "office.receiver": head.receiving_unit,
        "office.authority": head.authority,
        "office.post": head.signatory_post,
        "office.signatory": head.signatory_name,
        "office.preparer": head.preparer_name,
        "report.unit": filled.unit_name,
        "report.code": filled.unit_code,
        "report.revision": filled.revision,
    }


def row_count(filled: FilledReturn, layout: SheetLayout) -> int:
    """Return how many rows stand in the place of the one that repeats: at least one, blank where there is nothing."""
    sheet = row_sheet(filled, layout)
    return max(len(sheet.rows), 1) if sheet else 0


def row_sheet(filled: FilledReturn, layout: SheetLayout) -> FilledSheet | None:
    """Return the form whose rows stand in the place of the row that repeats."""
    return _sheet(filled, layout.name) if layout.row else None


def whole_sheet(filled: FilledReturn, layout: SheetLayout) -> FilledSheet | None:
    """Return the form of what is of the whole and stands under no column of the row."""
    own = layout.forms[1:] if layout.row else layout.forms
    return _sheet(filled, own[0].code) if own else None


def notes_of(filled: FilledReturn, layout: SheetLayout) -> tuple[str, ...]:
    """Return what is said of a return and of the forms of a sheet, each once."""
    sheets = filter(None, (row_sheet(filled, layout), whole_sheet(filled, layout)))
    said = (*filled.notes, *(note for sheet in sheets for note in sheet.notes))
    return tuple(dict.fromkeys(said))


def fillings(filled: FilledReturn, layout: SheetLayout) -> Iterator[Filling]:
    """Yield the value of every tagged cell of a sheet, where it stands once the row was repeated."""
    words = words_of(filled)
    added = max(row_count(filled, layout) - 1, 0)
    whole = {**_totals(row_sheet(filled, layout)), **_totals(whole_sheet(filled, layout))}
    for slot in layout.other_slots:
        row = slot.cell.row + (added if layout.row and slot.cell.row > layout.row else 0)
        yield _filling(slot, row, words, whole)
    for number in range(row_count(filled, layout)):
        values = _row_values(row_sheet(filled, layout), number)
        for slot in layout.row_slots:
            yield _filling(slot, layout.row + number, words, values)


def _filling(slot: Slot, row: int, words: Mapping[str, Cell], values: Mapping[str, Cell]) -> Filling:
    tag = slot.value_tag
    if tag is not None:
        value = _value(tag, words, values)
        return Filling(row, slot.cell.column, None if value == "" else value, _is_code(tag))
    told = "".join(
        piece if isinstance(piece, str) else _text(piece, words, values)
        for piece in slot.pieces
        if isinstance(piece, str | Tag)
    )
    return Filling(row, slot.cell.column, told or None)


def _text(tag: Tag, words: Mapping[str, Cell], values: Mapping[str, Cell]) -> str:
    # Not grouped: such a number is a year, a revision or a running number.
    value = _value(tag, words, values)
    return "" if value is None else str(value)


def _value(tag: Tag, words: Mapping[str, Cell], values: Mapping[str, Cell]) -> Cell:
    return words[tag.name] if tag.kind is TagKind.WORD else values.get(tag.key)


def _is_code(tag: Tag) -> bool:
    return tag.name in ("unit.code", "commune.code", "report.code")


def _row_values(sheet: FilledSheet | None, number: int) -> Mapping[str, Cell]:
    if sheet is None or number >= len(sheet.rows):
        return {}
    return _by_key(sheet, sheet.rows[number])


def _totals(sheet: FilledSheet | None) -> Mapping[str, Cell]:
    return _by_key(sheet, sheet.total) if sheet and sheet.total else {}


def _by_key(sheet: FilledSheet, values: tuple[Value, ...]) -> Mapping[str, Cell]:
    return {column.key: plain_cell(value) for column, value in zip(sheet.form.columns, values, strict=True)}


def _sheet(filled: FilledReturn, code: str) -> FilledSheet | None:
    return next((sheet for sheet in filled.sheets if sheet.form.code == code), None)
