"""What the tags of a sheet make of it: its repeating row, its forms, and which cell is filled with what."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from db.rules.measures import MeasureKind
from db.rules.returns.forms import BY_HAND, ColumnForm, RowsOf, SheetForm
from db.rules.returns.tags import HOLDS, Piece, Refer, Tag, TagKind, pieces
from db.rules.returns.tags_book import TaggedCell, TaggedSheet

# Behind the name of a sheet: the form of its figures of the whole that stand under no column of the row.
_WHOLE = "-T"
# A sheet made of the form has that for its name.
_LONGEST_NAME = 31
REPEATING = (TagKind.ROW, TagKind.ENTRY)
_OF_UNITS = (RowsOf.UNITS, RowsOf.COMMUNES)
_TOTAL = "Tổng số"
# Every row of a unit knows whose it is, whether the workbook shows it or not.
_ALWAYS: Mapping[str, tuple[str, float]] = {"unit_code": ("Mã đơn vị", 10.0), "unit_name": ("Đơn vị", 24.0)}


@dataclass(frozen=True)
class Slot:
    """A cell to be filled: its words and tags in their order. One whose only piece is a tag holds its value."""

    cell: TaggedCell
    pieces: tuple[Piece, ...]

    @property
    def tags(self) -> tuple[Tag, ...]:
        """Return its tags."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Tag))

    @property
    def value_tag(self) -> Tag | None:
        """Return the tag whose value fills the cell as it is: a number stays a number."""
        return self.tags[0] if len(self.pieces) == len(self.tags) == 1 else None


@dataclass(frozen=True)
class SheetLayout:
    """A sheet as its tags lay it out: the row that repeats (none: 0), its cells, the forms that it makes.

    The form of the row that repeats comes first; what is of the whole and under none of its columns has its own.
    """

    name: str
    row: int
    slots: tuple[Slot, ...]
    forms: tuple[SheetForm, ...]

    @property
    def row_slots(self) -> tuple[Slot, ...]:
        """Return the cells of the row that repeats."""
        return tuple(slot for slot in self.slots if slot.cell.row == self.row)

    @property
    def other_slots(self) -> tuple[Slot, ...]:
        """Return the cells that are filled once."""
        return tuple(slot for slot in self.slots if slot.cell.row != self.row)


@dataclass(frozen=True)
class OwnWorkbook:
    """What a return is written into: a province's own workbook, its bytes, and how its sheets are laid out."""

    sha256: str
    body: bytes
    layouts: tuple[SheetLayout, ...]


def slots_of(sheet: TaggedSheet, refer: Refer) -> tuple[Slot, ...]:
    """Take the cells of a sheet apart."""
    return tuple(Slot(cell, pieces(cell.text, refer)) for cell in sheet.cells)


def repeating_rows(slots: Iterable[Slot]) -> tuple[int, ...]:
    """Return the rows that ask to be repeated, from the top."""
    rows = {slot.cell.row for slot in slots if any(tag.kind in REPEATING for tag in slot.tags)}
    return tuple(sorted(rows))


def rows_of(tag: Tag) -> RowsOf | None:
    """Return what a row is repeated for by a tag; the running number leaves it open."""
    if tag.kind is TagKind.ENTRY:
        return RowsOf.ENTRIES
    subject = tag.name.partition(".")[0] if tag.kind is TagKind.ROW else ""
    return {"unit": RowsOf.UNITS, "commune": RowsOf.COMMUNES, "target": RowsOf.TARGETS}.get(subject)


def laid_out(sheet: TaggedSheet, refer: Refer) -> SheetLayout:
    """Lay a sheet out by its tags; one with findings is not to be laid out."""
    slots = slots_of(sheet, refer)
    row = next(iter(repeating_rows(slots)), 0)
    layout = SheetLayout(sheet.name, row, slots, ())
    forms = [_row_form(sheet, layout)] if row else []
    covered = {column.key for form in forms if form.rows in _OF_UNITS for column in form.columns}
    whole = _whole_form(sheet, layout, covered)
    return SheetLayout(sheet.name, row, slots, (*forms, *([whole] if whole else ())))


def _row_form(sheet: TaggedSheet, layout: SheetLayout) -> SheetForm:
    tags = [tag for slot in layout.row_slots for tag in slot.tags]
    rows = next(filter(None, map(rows_of, tags)), RowsOf.UNITS)
    # A tag that stands in several cells of the row is one column, under the head of the first.
    columns = {
        tag.key: _column(tag, slot.cell, slot.cell.head)
        for slot in reversed(layout.row_slots)
        for tag in reversed(slot.tags)
        if tag.kind is not TagKind.WORD
    }
    ordered = reversed(columns.values())
    entries = next((tag.name for tag in tags if tag.kind is TagKind.ENTRY), "")
    hidden = _hidden(columns) if rows in _OF_UNITS else ()
    total = _total_word(layout, set(columns)) if rows in _OF_UNITS else ""
    return SheetForm(sheet.name, sheet.title, "", rows, (*hidden, *ordered), total=total, entries=entries)


def _hidden(columns: Iterable[str]) -> tuple[ColumnForm, ...]:
    known = set(columns)
    return tuple(
        ColumnForm(key, head, key, width) for key, (head, width) in _ALWAYS.items() if key not in known
    )


def _whole_form(sheet: TaggedSheet, layout: SheetLayout, covered: set[str]) -> SheetForm | None:
    columns = {
        tag.key: _column(tag, slot.cell, slot.cell.label or slot.cell.head)
        for slot, tag in whole_tags(layout)
        if tag.key not in covered
    }
    if not columns:
        return None
    code = f"{sheet.name[: _LONGEST_NAME - len(_WHOLE)]}{_WHOLE}" if layout.row else sheet.name
    return SheetForm(code, sheet.title, "", RowsOf.TOTAL, tuple(columns.values()), _TOTAL)


def whole_tags(layout: SheetLayout) -> Iterator[tuple[Slot, Tag]]:
    """Yield the tags of figures of the whole: those outside the row, with or without `total`."""
    for slot in layout.other_slots:
        for tag in slot.tags:
            if tag.kind in (TagKind.TOTAL, TagKind.FIGURE):
                yield slot, tag


def _total_word(layout: SheetLayout, keys: set[str]) -> str:
    words = (slot.cell.label for slot, tag in whole_tags(layout) if tag.key in keys)
    return next(filter(None, words), _TOTAL)


def _column(tag: Tag, cell: TaggedCell, head: str) -> ColumnForm:
    is_measured = tag.kind in (TagKind.FIGURE, TagKind.TOTAL) and not tag.is_by_hand
    holds = BY_HAND if tag.is_by_hand else "measure" if is_measured else HOLDS.get(tag.name, "entry_title")
    return ColumnForm(
        tag.key,
        head or _ALWAYS.get(holds, (tag.text,))[0],
        holds,
        cell.width,
        cell.group,
        tag.name if is_measured else "",
        tag.over,
        kind=MeasureKind.FLOW if tag.is_by_hand else "",
    )
