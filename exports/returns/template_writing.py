"""A return written into a province's own workbook, or shown in it: in a child process, for the workbook is not ours."""

import json
import pickle
from dataclasses import dataclass
from pathlib import Path

from db.rules.returns.filled import FilledReturn
from db.rules.returns.tags_sheet import OwnWorkbook
from exports.readers.children import Child, child_output

SECONDS = 30.0
_CHILD = Child(
    "exports.returns.template_filling_child", SECONDS, "template_not_filled", "template_not_filled"
)

Place = tuple[int, int]


@dataclass(frozen=True)
class PreviewSheet:
    """A sheet as it would be written: texts by row and column from 0, which were filled, which are numbers.

    `spans` are row, column, rows and columns of cells that are one; `widths` in letters; `cut`: there is more.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    filled: frozenset[Place]
    numbers: frozenset[Place]
    spans: tuple[tuple[int, int, int, int], ...]
    widths: tuple[float, ...]
    cut: bool


def write_template(filled: FilledReturn, own: OwnWorkbook, path: Path) -> None:
    """Write a return into the workbook and that where nothing is to be kept; raises Refused where it cannot be."""
    path.write_bytes(_asked("xlsx", filled, own))


def preview(filled: FilledReturn, own: OwnWorkbook) -> tuple[PreviewSheet, ...]:
    """Fill a workbook and return its tagged sheets; raises Refused where it cannot be filled."""
    return tuple(
        PreviewSheet(
            told["name"],
            tuple(map(tuple, told["rows"])),
            frozenset((row, column) for row, column in told["filled"]),
            frozenset((row, column) for row, column in told["numbers"]),
            tuple((row, column, rows, columns) for row, column, rows, columns in told["spans"]),
            tuple(told["widths"]),
            told["cut"],
        )
        for told in json.loads(_asked("preview", filled, own))
    )


def _asked(kind: str, filled: FilledReturn, own: OwnWorkbook) -> bytes:
    return child_output(_CHILD, kind, pickle.dumps((filled, own)), "")
