"""Where the figures of a consolidated return come from: a unit's own return, that of the unit above it, or records."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from db.rules.formats import Value
from db.rules.returns.filled import FilledReturn


class RowOrigin(StrEnum):
    """Whose word a row is: the unit's return, the return of a unit above it, this office's records, or nobody's."""

    RETURN = "return"
    UPPER_RETURN = "upper_return"
    RECORDS = "records"
    MISSING = "missing"


@dataclass(frozen=True)
class UnitBelow:
    """A unit of a consolidated return. `above` are the numbers of the units over it, the nearest first.

    They end below the return's own unit. One that `ended` before the period owes no return of it.
    """

    id: int
    code: str
    name: str
    above: tuple[int, ...] = ()
    commune: bool = True
    ended: bool = False


@dataclass(frozen=True)
class SourceFile:
    """A file that came in and counts: whose return of which period it is. `placed` tells that its cells are known."""

    id: int
    name: str
    sha256: str
    unit_id: int
    unit_name: str
    period: str
    revision: int
    verified: bool
    placed: bool = True


@dataclass(frozen=True)
class ReceivedReturn:
    """What a file says."""

    file: SourceFile
    filled: FilledReturn


@dataclass(frozen=True)
class SheetRow:
    """A unit's row of one form in the columns of the consolidated one, and where the file has it: both count from 0.

    `columns` has nothing for a column that the file lacks. `rest` tells that a list of communes has no row for the
    unit: what its total says beyond its rows is the unit's own.
    """

    row: int
    columns: tuple[int | None, ...]
    values: tuple[Value, ...]
    rest: bool = False


@dataclass(frozen=True)
class RowSource:
    """Where the rows of a unit come from; of a file, where it has them, by the code of the form."""

    unit: UnitBelow
    origin: RowOrigin
    file: SourceFile | None = None
    rows: Mapping[str, SheetRow] = field(default_factory=dict)


@dataclass(frozen=True)
class CellSource:
    """One source of a figure: its unit, the column it stands in, its value, and of a file the place (`PCMD-02!E13`)."""

    unit: UnitBelow
    origin: RowOrigin
    file: SourceFile | None
    sheet: str
    column: str
    value: Value
    cell: str = ""
