"""A block from the clipboard over the grid: which cell each text goes to, read as numbers, or what does not fit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from db.rules.block_rows import Named, Names, match_heads
from db.rules.blocks import Texts, is_blank, number_style, typed_cell
from db.rules.entries import read_field
from db.rules.figure_definitions import Definition
from db.rules.findings import Finding
from db.rules.formats import number_text
from db.rules.register_kinds import FIGURES
from db.rules.text import folded
from db.rules.units import bare_name
from db.services.figures import Place, cell_place
from db.services.units import UnitInfo
from ui.figures import texts

VALUE = FIGURES.field("value")
_SUMS = ("tong", "cong", "tong cong", "tong so", "cong chung")


@dataclass(frozen=True)
class Ground:
    """The rows and columns on show, and the cell at which the block begins."""

    units: Sequence[UnitInfo]
    columns: Sequence[Definition]
    row: int = 0
    column: int = 0


@dataclass(frozen=True)
class Pasted:
    """What a block puts where; with a finding nothing is put at all."""

    values: Mapping[Place, int | None]
    findings: tuple[Finding, ...] = ()


def read_pasted(cells: Sequence[Texts], ground: Ground, *, today: date) -> Pasted:
    """Read a block. Rows that begin with the names of units and columns under heads go where they are called so."""
    rows, codes = _columns(cells, ground)
    names = _names(rows, ground)
    if names is None:
        laid, findings = _by_position(rows, codes, ground)
    else:
        laid, findings = _by_name(rows, codes, names)
    return Pasted({}, tuple(findings)) if findings else read_numbers(laid, today=today)


def read_numbers(laid: Mapping[Place, str], *, today: date) -> Pasted:
    """Read the texts of cells as counts in one style; findings are placed at their cells."""
    style = number_style([(VALUE, laid.values())])
    values: dict[Place, int | None] = {}
    findings = []
    for place, text in laid.items():
        value, finding = read_field(VALUE, typed_cell(VALUE, text, style), today=today)
        values[place] = value if isinstance(value, int) else None
        if finding is not None:
            findings.append(replace(finding, place=cell_place(place)))
    return Pasted(values, tuple(findings))


def _columns(cells: Sequence[Texts], ground: Ground) -> tuple[Sequence[Texts], Sequence[str]]:
    """Return the rows without heads, and the code of each column of the block, empty for one that is left out."""
    heads = match_heads(cells[0], {item.code: (item.title,) for item in ground.columns})
    named = sum(bool(code) for code in heads)
    if named and named * 2 >= sum(not is_blank(text) for text in cells[0]):
        return cells[1:], heads
    return cells, [item.code for item in ground.columns[ground.column :]]


def _names(rows: Sequence[Texts], ground: Ground) -> Names | None:
    """Return the names of the units where the first column of a block holds such; it is no figure then."""
    names = Names(Named(str(unit.id), unit.name, (unit.code, bare_name(unit.name))) for unit in ground.units)
    first = [row[0] for row in rows if not is_blank(row[0])]
    worded = [text for text in first if any(letter.isalpha() for letter in text)]
    known = sum(bool(names.meant(text)) for text in worded)
    wide = bool(rows) and len(rows[0]) > 1
    return names if wide and worded and len(worded) == len(first) and known * 2 >= len(worded) else None


def _by_position(
    rows: Sequence[Texts], codes: Sequence[str], ground: Ground
) -> tuple[dict[Place, str], list[Finding]]:
    units = ground.units[ground.row :]
    beyond = [row for row in rows[len(units) :] if not all(map(is_blank, row))]
    wide = max((at + 1 for row in rows for at, text in enumerate(row) if not is_blank(text)), default=0)
    findings = []
    if beyond:
        findings.append(_too_large("block_too_tall", len(units) + len(beyond), len(units)))
    if wide > len(codes):
        findings.append(_too_large("block_too_wide", wide, len(codes)))
    laid = {
        (unit.id, code): text
        for unit, row in zip(units, rows, strict=False)
        for code, text in zip(codes, row, strict=False)
        if code
    }
    return laid, findings


def _by_name(
    rows: Sequence[Texts], codes: Sequence[str], names: Names
) -> tuple[dict[Place, str], list[Finding]]:
    laid: dict[Place, str] = {}
    findings: list[Finding] = []
    # Heads stand over the names too; without heads the figures begin in the second column.
    headed = bool(codes) and not codes[0]
    shifted = codes if headed else ["", *codes]
    wide = max((at + 1 for row in rows for at, text in enumerate(row) if not is_blank(text)), default=0)
    if wide > len(shifted):
        findings.append(_too_large("block_too_wide", wide - 1, len(shifted) - 1))
    for number, row in enumerate(rows, start=1):
        meant = names.meant(row[0])
        if len(meant) == 1:
            laid |= {
                (int(meant[0].code), code): text for code, text in zip(shifted, row, strict=False) if code
            }
        elif not is_blank(row[0]) and folded(row[0]) not in _SUMS:
            findings.append(_unknown(row[0], number, meant, names))
    return laid, findings


def _unknown(name: str, number: int, meant: Sequence[Named], names: Names) -> Finding:
    place = texts.ROW_NAME.format(number=number)
    if meant:
        return Finding("several_meant", place, name, {"near": ", ".join(item.told for item in meant)})
    near = names.near(name)
    return Finding("near_names" if near else "not_in_list", place, name, {"near": near})


def _too_large(code: str, size: int, room: int) -> Finding:
    return Finding(code, "", number_text(size), {"room": number_text(room)})
