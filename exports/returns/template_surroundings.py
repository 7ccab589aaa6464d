"""What speaks of the rows of a sheet beside its cells: print area, conditions, lists, breaks, tables, names."""

from typing import Any, cast

from openpyxl import Workbook
from openpyxl.formatting.formatting import ConditionalFormattingList
from openpyxl.worksheet.cell_range import MultiCellRange
from openpyxl.worksheet.worksheet import Worksheet

from exports.returns.template_references import Growth, moved_formula, moved_range, moved_ranges


def move_surroundings(sheet: Worksheet, growth: Growth) -> None:
    """Move all that names rows of the sheet in which a row grows."""
    _move_conditions(sheet, growth)
    _move_lists(sheet, growth)
    _move_print(sheet, growth)
    _move_tables(sheet, growth)
    _move_pictures(sheet, growth)


def move_names(book: Workbook, growth: Growth) -> None:
    """Move the cells that names of the workbook and of its sheets stand for."""
    named = [("", name) for name in book.defined_names.values()]
    named += [(sheet.title, name) for sheet in book.worksheets for name in sheet.defined_names.values()]
    for own, name in named:
        if name.attr_text:
            name.attr_text = moved_formula(name.attr_text, own, growth)
    for other in book.worksheets:
        if other.title != growth.sheet:
            _move_rules(other, growth)


def _move_rules(sheet: Worksheet, growth: Growth) -> None:
    """Move what conditions and lists of another sheet say of this one."""
    for conditions in sheet.conditional_formatting:
        for rule in conditions.rules:
            rule.formula = [moved_formula(text, sheet.title, growth) for text in rule.formula]
    for listed in sheet.data_validations.dataValidation:
        _move_list_formulas(listed, sheet.title, growth)


def _move_conditions(sheet: Worksheet, growth: Growth) -> None:
    moved = ConditionalFormattingList()
    for conditions in sheet.conditional_formatting:
        for rule in conditions.rules:
            in_row = _begins_in_row(conditions.sqref, growth)
            rule.formula = [moved_formula(text, sheet.title, growth, in_row=in_row) for text in rule.formula]
            moved.add(moved_ranges(str(conditions.sqref), growth), rule)
    sheet.conditional_formatting = moved


def _begins_in_row(ranges: MultiCellRange, growth: Growth) -> bool:
    # Such a formula speaks of the first cell of the range and goes along with the others.
    return bool(min(part.min_row for part in ranges.ranges) == growth.row)


def _move_lists(sheet: Worksheet, growth: Growth) -> None:
    for listed in sheet.data_validations.dataValidation:
        _move_list_formulas(listed, sheet.title, growth)
        listed.sqref = MultiCellRange(moved_ranges(str(listed.sqref), growth))


def _move_list_formulas(listed: Any, own: str, growth: Growth) -> None:
    for key in ("formula1", "formula2"):
        text = getattr(listed, key)
        if text and not text.startswith('"'):
            setattr(listed, key, moved_formula(text, own, growth, in_row=True))


def _move_print(sheet: Worksheet, growth: Growth) -> None:
    if sheet.print_area:
        parts = (part.rpartition("!")[2] for part in sheet.print_area.split(","))
        sheet.print_area = ",".join(moved_range(part.replace("$", ""), growth) for part in parts)
    if sheet.print_title_rows:
        sheet.print_title_rows = moved_range(sheet.print_title_rows.replace("$", ""), growth)
    for page_break in sheet.row_breaks.brk:
        page_break.id = growth.last(page_break.id)


def _move_tables(sheet: Worksheet, growth: Growth) -> None:
    if sheet.auto_filter.ref:
        sheet.auto_filter.ref = moved_range(sheet.auto_filter.ref, growth)
    for table in sheet.tables.values():
        table.ref = moved_range(table.ref, growth)
        if table.autoFilter is not None and table.autoFilter.ref:
            table.autoFilter.ref = moved_range(table.autoFilter.ref, growth)


def _move_pictures(sheet: Worksheet, growth: Growth) -> None:
    # A picture's row counts from 0.
    drawn = cast(Any, sheet)
    for picture in (*drawn._images, *drawn._charts):
        for end in ("_from", "to"):
            corner = getattr(picture.anchor, end, None)
            if corner is not None:
                corner.row = growth.first(corner.row + 1) - 1
