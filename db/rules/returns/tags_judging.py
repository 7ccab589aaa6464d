"""What is wrong with the tags of a workbook: each finding names the sheet and the cell."""

from collections.abc import Callable, Iterator

from db.rules.findings import Finding
from db.rules.returns.forms import EACH_ENTRY, RowsOf
from db.rules.returns.tags import Refer, Tag, TagKind, Untold
from db.rules.returns.tags_book import TaggedBook, TaggedSheet
from db.rules.returns.tags_sheet import Slot, repeating_rows, rows_of, slots_of

_FIGURES = (TagKind.FIGURE, TagKind.TOTAL)
_NUMBERS = ("target.planned", "target.done", "target.share")
_UNKNOWN = {"half": "template_tag_half", "over": "template_over_unknown", "filter": "template_filter_unknown"}

# Which catalogue the filter of a measure that says `each` takes its codes from.
CatalogueOf = Callable[[str], str]


def judge_book(book: TaggedBook, refer: Refer, catalogue_of: CatalogueOf) -> tuple[Finding, ...]:
    """Return all that is wrong with the tags of a workbook; nothing: it can be filled."""
    if not any(sheet.cells for sheet in book.sheets):
        return (Finding("template_no_tags"),)
    return tuple(finding for sheet in book.sheets for finding in _sheet(sheet, refer, catalogue_of))


def _sheet(sheet: TaggedSheet, refer: Refer, catalogue_of: CatalogueOf) -> Iterator[Finding]:
    slots = slots_of(sheet, refer)
    rows = repeating_rows(slots)
    for slot in slots:
        place = f"{sheet.name}!{slot.cell.at}"
        yield from (_untold(piece, place) for piece in slot.pieces if isinstance(piece, Untold))
        if slot.value_tag is None:
            yield from _in_text(slot, place)
    yield from _several_rows(sheet, slots, rows)
    if rows:
        inside = [slot for slot in slots if slot.cell.row == rows[0]]
        yield from _row(sheet, inside, catalogue_of)
        yield from (
            Finding("template_row_merged", f"{sheet.name}!{slot.cell.at}", slot.cell.text)
            for slot in inside
            if slot.cell.bottom > slot.cell.row
        )
    yield from _each_outside(sheet, [slot for slot in slots if slot.cell.row not in rows])


def _untold(piece: Untold, place: str) -> Finding:
    code = _UNKNOWN.get(piece.what, "template_tag_unknown")
    if piece.near:
        return Finding(f"{code}_near", place, piece.text, {"name": piece.name, "near": ", ".join(piece.near)})
    return Finding(code, place, piece.text, {"name": piece.name})


def _in_text(slot: Slot, place: str) -> Iterator[Finding]:
    for tag in slot.tags:
        if tag.kind in _FIGURES or tag.name in _NUMBERS:
            yield Finding("template_figure_in_text", place, tag.text)


def _several_rows(sheet: TaggedSheet, slots: tuple[Slot, ...], rows: tuple[int, ...]) -> Iterator[Finding]:
    firsts = {row: next(slot for slot in slots if slot.cell.row == row and _repeats(slot)) for row in rows}
    for row in rows[1:]:
        facts = {"first": firsts[rows[0]].cell.at}
        yield Finding(
            "template_two_rows", f"{sheet.name}!{firsts[row].cell.at}", firsts[row].cell.text, facts
        )


def _repeats(slot: Slot) -> bool:
    return bool(repeating_rows([slot]))


def _row(sheet: TaggedSheet, slots: list[Slot], catalogue_of: CatalogueOf) -> Iterator[Finding]:
    placed = [(f"{sheet.name}!{slot.cell.at}", tag) for slot in slots for tag in slot.tags]
    yield from _mixed(placed)
    kinds = {kind for _, tag in placed if (kind := rows_of(tag))}
    entries = next((tag.name for _, tag in placed if tag.kind is TagKind.ENTRY), "")
    for place, tag in placed:
        if tag.kind is TagKind.TOTAL:
            yield Finding("template_total_in_row", place, tag.text)
        elif tag.kind is TagKind.FIGURE and not tag.is_by_hand and kinds == {RowsOf.TARGETS}:
            yield Finding("template_figure_of_target", place, tag.text)
        elif tag.kind is TagKind.FIGURE and EACH_ENTRY in tag.name:
            yield from _each(place, tag, entries, catalogue_of)


def _mixed(placed: list[tuple[str, Tag]]) -> Iterator[Finding]:
    told = [(place, tag) for place, tag in placed if rows_of(tag)]
    for place, tag in told[1:]:
        first = told[0][1]
        is_other_entry = tag.kind is TagKind.ENTRY and tag.name != first.name
        if rows_of(tag) is not rows_of(first) or is_other_entry:
            yield Finding("template_row_mixed", place, tag.text, {"first": first.text})


def _each(place: str, tag: Tag, entries: str, catalogue_of: CatalogueOf) -> Iterator[Finding]:
    wanted = catalogue_of(tag.name)
    if not wanted or wanted != entries:
        code = "template_each_other" if wanted else "template_each_unlisted"
        yield Finding(code, place, tag.text, {"wanted": f"{{{{each.{wanted}}}}}"})


def _each_outside(sheet: TaggedSheet, slots: list[Slot]) -> Iterator[Finding]:
    for slot in slots:
        for tag in slot.tags:
            if EACH_ENTRY in tag.name and tag.kind in _FIGURES:
                yield Finding("template_each_alone", f"{sheet.name}!{slot.cell.at}", tag.text)
