"""The hidden sheet of a return that came in: whose it is, of what period, what its figures were."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from db.rules.findings import Finding, Refused
from db.rules.formats import Number
from db.rules.returns.received_books import CellValue

MARK_SHEET = "_pcmd"
# A receiver finds the figures by it: raise it when a row of a workbook or its hidden sheet changes.
LAYOUT = 2
# Since this layout a seal lies over the lines that are no figures: which unit, days, revision.
_SEALED_SINCE = 2
SEAL = "seal"
_SEALED = (
    "layout",
    "set",
    "version",
    "unit",
    "unit_valid_on",
    "period",
    "first",
    "last",
    "revision",
    "sha256",
)
# No return has so many rows or revisions: a larger number was made to choke a reader.
_MOST = 20_000
_ROWS, _TOTAL, _TEMPLATE = "rows:", "total:", "template"


@dataclass(frozen=True)
class ReturnMark:
    """What the hidden sheet says. `rows` are the numbers of rows by form, `totals` the figures by `PCMD-02.people`."""

    layout: int
    set_code: str
    version: str
    unit_code: str
    unit_valid_on: date
    period: str
    first: date
    last: date
    revision: int
    sha256: str
    check_code: str
    rows: Mapping[str, int]
    totals: Mapping[str, Number | None]
    lines: Sequence[tuple[str, CellValue]] = ()

    @property
    def is_sealed(self) -> bool:
        """Tell whether its lines are those that were sealed; a program before there were seals wrote none."""
        return self.layout < _SEALED_SINCE or dict(self.lines).get(SEAL) == seal_of(self.lines)

    @property
    def is_template(self) -> bool:
        """Tell whether the workbook is a province's own, whose lines say where everything stands."""
        return any(key == _TEMPLATE for key, _ in self.lines)


def seal_of(lines: Iterable[tuple[str, object]]) -> str:
    """Return the seal over the lines that place a file, in whatever order they stand."""
    said = dict(lines)
    text = "\n".join(f"{key}={said.get(key)}" for key in _SEALED)
    return hashlib.sha256(text.encode()).hexdigest()


def known_mark(lines: Sequence[tuple[str, CellValue]]) -> ReturnMark | None:
    """Read the hidden sheet; none where there is none. Raises Refused where it was spoiled or is of a newer program."""
    if not lines:
        return None
    said = dict(lines)
    layout = said.get("layout")
    if isinstance(layout, int) and layout > LAYOUT:
        raise Refused([Finding("return_newer_layout", MARK_SHEET, str(layout))])
    return _mark(said, lines)


def _mark(said: Mapping[str, CellValue], lines: Sequence[tuple[str, CellValue]]) -> ReturnMark:
    try:
        return ReturnMark(
            layout=_whole(said["layout"]),
            set_code=_text(said["set"]),
            version=_text(said["version"]),
            unit_code=_text(said["unit"]),
            unit_valid_on=date.fromisoformat(_text(said["unit_valid_on"])),
            period=_text(said["period"]),
            first=date.fromisoformat(_text(said["first"])),
            last=date.fromisoformat(_text(said["last"])),
            revision=_whole(said["revision"]),
            sha256=_text(said["sha256"]),
            check_code=_text(said["check_code"]),
            rows={key.removeprefix(_ROWS): _whole(said[key]) for key in said if key.startswith(_ROWS)},
            totals={key.removeprefix(_TOTAL): _number(said[key]) for key in said if key.startswith(_TOTAL)},
            lines=lines,
        )
    except (KeyError, ValueError) as error:
        raise Refused([Finding("return_mark_broken", MARK_SHEET)]) from error


def _text(value: CellValue) -> str:
    if not isinstance(value, str):
        raise ValueError(value)
    return value


def _whole(value: CellValue) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= _MOST:
        raise ValueError(value)
    return value


def _number(value: CellValue) -> Number | None:
    if value is None or (isinstance(value, int | Decimal) and not isinstance(value, bool)):
        return value
    raise ValueError(value)
