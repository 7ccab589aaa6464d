"""Return forms as data: sets, sheets, columns, and the rules that their figures obey."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any

from db.rules.levels import KnownLevels, read_levels
from db.rules.returns.arithmetic_rules import ArithmeticRule, read_rules
from db.rules.returns.print_setup import USUAL_PRINT, PrintSetup, read_print

# What a column for each year names in `each`.
YEAR = "year"
# In the filter of a measure: the entry for which a row stands.
EACH_ENTRY = "=each"
BY_HAND = "by_hand"
_WORDS = (
    *("unit_code", "unit_name", "target_text", "target_unit", "class_title", "entry_title", "note"),
    *("task_content", "task_lead", "task_joining", "task_time", "task_product"),
    *("task_money_source", "task_progress", "task_note"),
)


class RowsOf(StrEnum):
    """What the rows of a sheet are: a unit and each below it, its communes, the year's plans' targets or tasks.

    A province's own workbook may have a row for each entry of a catalogue, or figures of the whole alone: no rows.
    """

    UNITS = "units"
    COMMUNES = "communes"
    TARGETS = "targets"
    ENTRIES = "entries"
    TOTAL = "total"
    TASKS = "tasks"

    @property
    def is_tagged(self) -> bool:
        """Tell whether only a province's own workbook has such rows."""
        return self in (RowsOf.ENTRIES, RowsOf.TOTAL)

    @property
    def are_units(self) -> bool:
        """Tell whether a row stands for a unit."""
        return self in (RowsOf.UNITS, RowsOf.COMMUNES)


class Over(StrEnum):
    """Over which days a measure is asked: the period, since the start of the year, or either of them a year before."""

    PERIOD = "period"
    YEAR = "since_year_start"
    YEAR_BEFORE = "year_before"
    SINCE_START_BEFORE = "since_year_start_before"

    @property
    def is_earlier(self) -> bool:
        """Tell whether it is of the year before, with which this one is compared."""
        return self in (Over.YEAR_BEFORE, Over.SINCE_START_BEFORE)


@dataclass(frozen=True)
class ColumnForm:
    """One column. `holds` says what its cells are: row_number, unit_code, unit_name, target_text, target_unit,
    planned, done, share_of_plan, class_title, entry_title, task_content, task_lead, task_joining, task_time,
    task_product, task_money (planned, in đồng), task_money_source, task_progress (how far it is on the period's last
    day), task_note, note (words kept by hand), by_hand (a figure kept by hand), or measure (then `measure` names it);
    `group` is the head above several columns. One for `each` class of scoring, entry of a catalogue or year is a
    pattern, until `with_each` puts a column for every one in its place. `back` counts the years by which its days lie
    before those of `over`. `kind` is that of its measure (flow, stock, distinct, ratio), known once the set is whole;
    a figure by hand says its own.
    """

    key: str
    head: str
    holds: str
    width: float
    group: str = ""
    measure: str = ""
    over: Over = Over.PERIOD
    each: str = ""
    back: int = 0
    kind: str = ""

    @property
    def days(self) -> tuple[Over, int]:
        """Return over which days it asks: the stretch, and how many years before."""
        return self.over, self.back

    @property
    def is_earlier(self) -> bool:
        """Tell whether it is of an earlier year than the period."""
        return self.over.is_earlier or self.back > 0

    def measure_of(self, entry: str) -> str:
        """Return the measure that is asked for the entry of a catalogue for which a row stands."""
        return self.measure.replace(EACH_ENTRY, f"={entry}")

    @property
    def is_figure(self) -> bool:
        """Tell whether the cells are figures of the unit: measured, or kept by hand."""
        return self.holds in ("measure", BY_HAND)

    @property
    def adds_up(self) -> bool:
        """Tell whether its figure in the total row is reported: a figure of the unit, or a sum of money."""
        return self.is_figure or self.holds == "task_money"

    @property
    def is_kept(self) -> bool:
        """Tell whether the cells are kept by hand, because no measure knows them."""
        return self.holds in (BY_HAND, "note")

    @property
    def is_text(self) -> bool:
        """Tell whether the cells are words or codes, never numbers."""
        return self.holds in _WORDS


@dataclass(frozen=True)
class SheetForm:
    """One form: code, title, unit of measure as printed, what its rows are, its columns, the word of its total row.

    `rules` say which figures must agree, `print` how it is printed; `entries` names the catalogue where a row stands
    for each entry of one.
    """

    code: str
    title: str
    measured_in: str
    rows: RowsOf
    columns: tuple[ColumnForm, ...]
    total: str = ""
    rules: tuple[ArithmeticRule, ...] = ()
    print: PrintSetup = USUAL_PRINT
    entries: str = ""

    @property
    def is_of_plan(self) -> bool:
        """Tell whether its rows are of the year's plans, not of units."""
        return self.rows in (RowsOf.TARGETS, RowsOf.TASKS)


@dataclass(frozen=True)
class CheckLimits:
    """From when on a figure wants a word beside that of the last period and of the same one a year before.

    `jump` is the factor by which it grew or fell, `rate` that by which a rate did; a figure that stays below `least`
    both times is not asked. `repeated` figures of a row that are the same again, none of them 0, are too many.
    """

    jump: Decimal = Decimal(3)
    rate: Decimal = Decimal(2)
    least: int = 20
    repeated: int = 2


@dataclass(frozen=True)
class ReturnSet:
    """The forms that one report asks for, the levels of government that it knows, and the limits of its checks."""

    code: str
    title: str
    citation: str
    version: str
    sheets: tuple[SheetForm, ...]
    levels: tuple[KnownLevels, ...] = ()
    limits: CheckLimits = CheckLimits()

    @property
    def each(self) -> frozenset[str]:
        """Return of what there are columns for each."""
        return frozenset(column.each for sheet in self.sheets for column in sheet.columns if column.each)


def parse_return_set(code: str, version: str, body: Mapping[str, Any]) -> ReturnSet:
    """Read a set of forms from its TOML."""
    sheets = tuple(map(_sheet, body["sheet"]))
    limits = _limits(body.get("checks", {}))
    return ReturnSet(code, body["title"], body["citation"], version, sheets, read_levels(body), limits)


def with_each(form: ReturnSet, entries: Mapping[str, Sequence[tuple[str, str]]]) -> ReturnSet:
    """Put a column for every entry, told by code and title, in the place of those for `each`.

    `entries` has the classes under `class` and those of each catalogue under its code. A `year` has for its code how
    many years it lies back. Raises KeyError for what is not there.
    """
    sheets = tuple(
        replace(sheet, columns=tuple(one for column in sheet.columns for one in _columns(column, entries)))
        for sheet in form.sheets
    )
    return replace(form, sheets=sheets)


def _sheet(body: Mapping[str, Any]) -> SheetForm:
    columns = tuple(_column(item) for item in body["column"])
    return SheetForm(
        body["code"],
        body["title"],
        body["measured_in"],
        RowsOf(body["rows"]),
        columns,
        body.get("total", ""),
        read_rules(body),
        read_print(body),
    )


def _limits(body: Mapping[str, Any]) -> CheckLimits:
    usual = CheckLimits()
    return CheckLimits(
        Decimal(str(body.get("jump", usual.jump))),
        Decimal(str(body.get("rate", usual.rate))),
        body.get("least", usual.least),
        body.get("repeated", usual.repeated),
    )


def _columns(column: ColumnForm, entries: Mapping[str, Sequence[tuple[str, str]]]) -> Iterator[ColumnForm]:
    if not column.each:
        yield column
        return
    for code, title in entries[column.each]:
        yield replace(
            column,
            key=f"{column.key}_{code}",
            head=column.head.replace("{title}", title),
            measure=column.measure.replace("{code}", code),
            each="",
            back=int(code) if column.each == YEAR else 0,
        )


def _column(body: Mapping[str, Any]) -> ColumnForm:
    return ColumnForm(
        body["key"],
        body["head"],
        body.get("holds", "measure"),
        body["width"],
        body.get("group", ""),
        body.get("measure", ""),
        Over(body.get("over", "period")),
        body.get("each", ""),
        kind=body.get("kind", ""),
    )
