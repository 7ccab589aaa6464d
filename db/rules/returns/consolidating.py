"""Add up the returns of the units below: each row from one source alone, the totals by the kinds of the measures.

A row is the unit's own return; without one, what the return of the nearest unit above it says of the unit; without
that, this office's records; else it is missing. A plan's targets are the office's own: they are never added up.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from db.rules.formats import Value, value_text
from db.rules.measures import Measure
from db.rules.returns.check_findings import CheckFinding, Severity, row_keys
from db.rules.returns.consolidated_totals import BlankTotal, Totals, total_rows
from db.rules.returns.filled import FilledReturn, FilledSheet, control_totals
from db.rules.returns.forms import RowsOf, SheetForm
from db.rules.returns.row_sources import ReceivedReturn, RowOrigin, RowSource, SheetRow, SourceFile, UnitBelow
from db.rules.returns.rows_below import (
    IDENTITY,
    Columns,
    RowsTaken,
    StrangeRow,
    head_of,
    rows_taken,
    says_something,
    since_start_alone,
)
from db.rules.units import name_key


@dataclass(frozen=True)
class OwnReturn:
    """The office's own return, from its records: as it is filled, the units of its rows, and a row for each of them.

    `records` has a form for each of `filled` whose rows are units, those of communes with a row for every unit.
    """

    filled: FilledReturn
    units: tuple[UnitBelow, ...]
    records: tuple[FilledSheet, ...]

    @property
    def forms(self) -> tuple[SheetForm, ...]:
        """Return the forms whose rows are units."""
        return tuple(sheet.form for sheet in self.filled.sheets if sheet.form.rows.are_units)


@dataclass(frozen=True)
class Consolidation:
    """The consolidated return, the source of each unit's rows in their order, and what was found on the way.

    `totals` tell what each total was made of; `lacking` names by the unit of a file the columns that it has not.
    """

    filled: FilledReturn
    sources: tuple[RowSource, ...]
    totals: Totals
    findings: tuple[CheckFinding, ...] = ()
    lacking: Mapping[int, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)

    @property
    def missing(self) -> tuple[UnitBelow, ...]:
        """Return the units that owe a return and of which nothing is known."""
        return tuple(
            item.unit for item in self.sources if item.origin is RowOrigin.MISSING and not item.unit.ended
        )

    @property
    def blanks(self) -> tuple[BlankTotal, ...]:
        """Return the totals that are blank because they cannot be added up."""
        return self.totals.blanks


@dataclass(frozen=True)
class _Offer:
    """The rows of a unit in a file; `distance` is 0 in its own return, more in those of units above it."""

    distance: int
    file: SourceFile
    rows: Mapping[str, SheetRow]


def consolidated(
    own: OwnReturn, received: Iterable[ReceivedReturn], catalogue: Mapping[str, Measure]
) -> Consolidation:
    """Make the consolidated return; each file is looked at once and let go of."""
    gathered = _Gathered(own)
    for item in received:
        gathered.take(item)
    sources = tuple(_source(own, at, gathered.offers.get(unit.id, [])) for at, unit in enumerate(own.units))
    sheets = [_sheet(own, sheet, sources) for sheet in own.filled.sheets]
    totals = total_rows(own.filled.sheets, own.records, sources, catalogue)
    whole = tuple(replace(sheet, total=totals.rows.get(sheet.form.code, sheet.total)) for sheet in sheets)
    filled = replace(own.filled, sheets=whole, control_totals=control_totals(whole))
    findings = (*gathered.findings, *_differences(own, gathered.offers))
    return Consolidation(filled, sources, totals, findings, gathered.lacking)


def shown_units(form: SheetForm, units: Iterable[UnitBelow]) -> list[UnitBelow]:
    """Return the units of the rows that a form shows."""
    return [unit for unit in units if form.rows is RowsOf.UNITS or unit.commune]


class _Gathered:
    """What the files offer for the rows of each unit, the nearest first, and what of them found no place."""

    def __init__(self, own: OwnReturn) -> None:
        self.offers: dict[int, list[_Offer]] = {}
        self.findings: list[CheckFinding] = []
        self.lacking: dict[int, Mapping[str, tuple[str, ...]]] = {}
        self._own, self._forms, self._columns = own, own.forms, Columns()
        self._below: dict[int, list[UnitBelow]] = {}
        for unit in own.units[1:]:
            for above in (unit.id, *unit.above):
                self._below.setdefault(above, []).append(unit)

    def take(self, received: ReceivedReturn) -> None:
        """Take in what a file says of its unit and of those below it; of the office's own unit nothing is taken."""
        units = self._below.get(received.file.unit_id)
        if not units:
            return
        taken = rows_taken(received, self._forms, units, self._columns)
        is_earlier = received.file.period != self._own.filled.period
        for unit in units:
            rows = taken.rows.get(unit.id, {})
            if not is_earlier:
                self._offer(unit, received.file, rows)
            elif unit.ended:
                self._offer(unit, received.file, since_start_alone(rows, self._forms))
        self.findings.extend(_unplaced(taken, received.file, units[0], self._forms))
        if taken.lacking:
            self.lacking[units[0].id] = taken.lacking

    def _offer(self, unit: UnitBelow, file: SourceFile, rows: Mapping[str, SheetRow]) -> None:
        distance = (unit.id, *unit.above).index(file.unit_id)
        # What a unit above has not heard either is no word of it.
        if distance == 0 or says_something(rows, self._forms):
            offers = self.offers.setdefault(unit.id, [])
            offers.append(_Offer(distance, file, rows))
            offers.sort(key=lambda offer: offer.distance)


def _source(own: OwnReturn, at: int, offers: Sequence[_Offer]) -> RowSource:
    unit = own.units[at]
    if offers:
        origin = RowOrigin.UPPER_RETURN if offers[0].distance else RowOrigin.RETURN
        return RowSource(unit, origin, offers[0].file, offers[0].rows)
    rows = {sheet.form.code: _recorded(sheet, at) for sheet in own.records}
    if at == 0 or says_something(rows, own.forms):
        return RowSource(unit, RowOrigin.RECORDS, None, rows)
    return RowSource(unit, RowOrigin.MISSING)


def _recorded(sheet: FilledSheet, at: int) -> SheetRow:
    return SheetRow(at, tuple(range(len(sheet.form.columns))), sheet.rows[at])


def _sheet(own: OwnReturn, sheet: FilledSheet, sources: Sequence[RowSource]) -> FilledSheet:
    if not sheet.form.rows.are_units:
        is_own = sheet.form.rows is RowsOf.TARGETS or not any(item.file for item in sources)
        return sheet if is_own else _without_figures(sheet)
    said = {item.unit.id: item.rows.get(sheet.form.code) for item in sources}
    listed = zip(sheet.rows, shown_units(sheet.form, own.units), strict=True)
    rows = tuple(tuple(_cells(sheet.form, row, said[unit.id])) for row, unit in listed)
    return FilledSheet(sheet.form, rows, sheet.total)


def _without_figures(sheet: FilledSheet) -> FilledSheet:
    """Return a form that tells of the whole alone: which figures of two returns are of the same unit is not known."""
    rows = tuple(tuple(_words(sheet.form, row)) for row in sheet.rows)
    return replace(sheet, rows=rows, total=tuple(_words(sheet.form, sheet.total)))


def _words(form: SheetForm, row: Sequence[Value]) -> Iterator[Value]:
    for column, value in zip(form.columns, row, strict=False):
        yield None if column.kind else value


def _cells(form: SheetForm, known: Sequence[Value], said: SheetRow | None) -> Iterator[Value]:
    """Yield a row: number, code and name as this office lists the unit, the rest as its source says."""
    for at, column in enumerate(form.columns):
        yield known[at] if column.holds in IDENTITY else said.values[at] if said else None


def _unplaced(
    taken: RowsTaken, file: SourceFile, unit: UnitBelow, forms: Iterable[SheetForm]
) -> Iterator[CheckFinding]:
    facts = {"file": file.name, "unit": unit.name}
    for row in taken.strange:
        other = {"known_as": row.same_code} if row.same_code else {}
        yield CheckFinding(
            Severity.WARNING, _strange(row), row.sheet, row.code, "", row.name, facts={**facts, **other}
        )
    heads = {(form.code, column.key): head_of(column) for form in forms for column in form.columns}
    for sheet, keys in taken.lacking.items():
        said = ", ".join(heads[sheet, key] for key in keys)
        yield CheckFinding(Severity.WARNING, "columns_lacking", sheet, unit.code, "", said, facts=facts)
    for sheet, theirs in taken.left_over.items():
        said = ", ".join(theirs)
        yield CheckFinding(Severity.WARNING, "columns_left_over", sheet, unit.code, "", said, facts=facts)


def _strange(row: StrangeRow) -> str:
    if not row.same_code:
        return "row_of_no_unit"
    is_same = name_key(row.same_code) == name_key(row.name)
    return "row_twice" if is_same else "row_of_another_name"


def _differences(own: OwnReturn, offers: Mapping[int, Sequence[_Offer]]) -> Iterator[CheckFinding]:
    """Yield where the return of a unit and that of a unit above it say something else of the same figure."""
    forms = {form.code: form for form in own.forms}
    for sheet in own.filled.sheets:
        if sheet.form.code not in forms:
            continue
        for key, unit in zip(row_keys(sheet), shown_units(sheet.form, own.units), strict=True):
            found = offers.get(unit.id, ())
            for other in found[1:]:
                yield from _differing(sheet.form, key, found[0], other)


def _differing(form: SheetForm, key: str, first: _Offer, other: _Offer) -> Iterator[CheckFinding]:
    one, two = first.rows.get(form.code), other.rows.get(form.code)
    if one is None or two is None:
        return
    facts = {"file": first.file.name, "other_file": other.file.name, "unit": other.file.unit_name}
    for column, value, there in zip(form.columns, one.values, two.values, strict=True):
        if column.kind and value != there:
            said, expected = value_text(value), value_text(there)
            yield CheckFinding(
                Severity.WARNING, "returns_differ", form.code, key, column.key, said, expected, facts
            )
