"""What an officer types becomes values: one description of a field, one way to read it, checks across fields."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from db.rules.findings import Finding
from db.rules.formats import Value, day_text, number_text
from db.rules.text import cleaned, cleaned_lines
from db.rules.typed_periods import read_period

# Up to here SQLite keeps thousandths exactly; no count, sum of money or value of an office comes near.
_MOST = 10**12
# A two-digit year further ahead than this is of the century before: an official took office in `98`.
_YEARS_AHEAD = 20
_HALF_A_YEAR = timedelta(days=184)
_FLAGS = {"1": True, "x": True, "có": True, "0": False, "không": False}

Values = Mapping[str, Value]
RawValues = Mapping[str, str]


class FieldKind(StrEnum):
    """What may be typed in a field.

    CHOICE holds a code of a catalogue, LINK the number of another record, PERIOD the label of a reporting period.
    """

    TEXT = "text"
    LINES = "lines"
    DATE = "date"
    YEAR = "year"
    COUNT = "count"
    MONEY = "money"
    DECIMAL = "decimal"
    CHOICE = "choice"
    UNIT = "unit"
    LINK = "link"
    FLAG = "flag"
    PERIOD = "period"


@dataclass(frozen=True)
class Field:
    """One field of a kind of record.

    `catalogue` names the list of a CHOICE, `links` the kind of record of a LINK, `within` the count it is a part of.
    """

    key: str
    kind: FieldKind
    required: bool = False
    max_length: int = 250
    catalogue: str = ""
    within: str = ""
    links: str = ""


@dataclass(frozen=True)
class EntryKind:
    """A kind of record as it is entered: its fields, and pairs of days that may not come the other way round.

    Each of `checks` judges what only this kind knows of.
    """

    name: str
    fields: tuple[Field, ...]
    ordered: tuple[tuple[str, str], ...] = ()
    checks: tuple[Callable[[Values], Finding | None], ...] = ()

    def field(self, key: str) -> Field:
        """Return the field of that key; raises KeyError."""
        return {field.key: field for field in self.fields}[key]

    def of_kind(self, kind: FieldKind) -> tuple[Field, ...]:
        """Return the fields of one kind."""
        return self._by_kind.get(kind, ())

    # A long list is judged row by row: what follows from the fields is worked out once.
    @cached_property
    def required(self) -> tuple[str, ...]:
        """Return the keys of the fields that must be filled."""
        return tuple(field.key for field in self.fields if field.required)

    @cached_property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """Return the key of each count that is a part of another, with that of its whole."""
        return tuple((field.key, field.within) for field in self.fields if field.within)

    @cached_property
    def _by_kind(self) -> Mapping[FieldKind, tuple[Field, ...]]:
        kinds = {field.kind for field in self.fields}
        return {kind: tuple(field for field in self.fields if field.kind is kind) for kind in kinds}


@dataclass(frozen=True)
class Reading:
    """Values read from typed texts, and what is wrong with them; a field with a finding has no value."""

    values: Values
    findings: tuple[Finding, ...]


def read_entry(kind: EntryKind, raw: RawValues, *, today: date) -> Reading:
    """Read every field of a record from what was typed; a day without its year gets the year of `today`."""
    values: dict[str, Value] = {}
    findings: list[Finding] = []
    for field in kind.fields:
        value, finding = read_field(field, raw.get(field.key, ""), today=today)
        values[field.key] = value
        if finding is not None:
            findings.append(finding)
    findings.extend(check_values(kind, values, silent={finding.place for finding in findings}))
    return Reading(values, tuple(findings))


def read_field(field: Field, text: str, *, today: date) -> tuple[Value, Finding | None]:
    """Read one field: its value (none where blank or wrong) and what is wrong. Blank is not recorded, never 0."""
    plain = cleaned_lines(text) if field.kind is FieldKind.LINES else cleaned(text)
    if not plain:
        return None, None
    try:
        value = _READERS[field.kind](plain, today)
    except ValueError as error:
        return None, Finding(str(error) or f"not_{field.kind}", field.key, plain)
    if isinstance(value, str) and len(value) > field.max_length:
        return None, Finding("too_long", field.key, plain[:40], {"most": number_text(field.max_length)})
    return value, None


def check_values(kind: EntryKind, values: Values, *, silent: Iterable[str] = ()) -> tuple[Finding, ...]:
    """Check a whole record: required fields, parts, order, its own rules; `silent` fields are left out."""
    skipped = frozenset(silent)
    findings = [*_missing(kind, values), *_beyond_whole(kind, values), *_out_of_order(kind, values)]
    findings += [finding for check in kind.checks if (finding := check(values)) is not None]
    return tuple(finding for finding in findings if finding.place not in skipped)


def typed_text(value: Value) -> str:
    """Write a value as it would be typed, so that reading it gives the same value again."""
    if isinstance(value, bool):
        return "1" if value else ""
    if isinstance(value, date):
        return day_text(value)
    if isinstance(value, Decimal):
        return number_text(value)
    return "" if value is None else str(value)


def read_day(text: str, today: date) -> date:
    """Read `14/9`, `14/09/25`, `14/09/2025` or `14.9.2025`; raises ValueError with the finding's code.

    Two digits of a year mean the one up to 20 years after `today`, else that of the century before. Without a year
    it is the one nearest to `today`: where that is the middle of a reporting year, every day of it is found, 20/12
    of the calendar year before too.
    """
    match = re.fullmatch(r"(\d{1,2})[/.\-](\d{1,2})(?:[/.\-](\d{2}|(?:19|20)\d{2}))?", text)
    if match is None:
        raise ValueError("not_date")
    day, month, year = match.groups()
    years = range(today.year - 1, today.year + 2) if year is None else (_whole_year(year, today),)
    days = [found for found in (_day(number, month, day) for number in years) if found is not None]
    near = [found for found in days if year is not None or abs(found - today) <= _HALF_A_YEAR]
    if not near:
        raise ValueError("no_such_day")
    return min(near, key=lambda found: abs(found - today))


def day_of_digits(text: str) -> str:
    """Return `14092025`, as it is typed on the number pad, as `14/09/2025`; any other text as it is."""
    match = re.fullmatch(r"(\d\d)(\d\d)((?:19|20)\d\d)", text, re.ASCII)
    return "/".join(match.groups()) if match and _day(int(match[3]), match[2], match[1]) else text


def read_number(text: str) -> Decimal:
    """Read `1.234`, `1 234`, `1234`, `8,5`: dots or spaces group thousands, a comma begins decimals.

    Raises ValueError with the finding's code: `0.5`, `0.500` and `1 2` are no numbers here, and nothing is guessed.
    """
    if not re.fullmatch(r"(?:[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?: \d{3})+|\d+)(?:,\d+)?", text):
        raise ValueError("not_number")
    number = Decimal(text.replace(" ", "").replace(".", "").replace(",", "."))
    if number > _MOST:
        raise ValueError("too_large")
    return number


def _day(year: int, month: str, day: str) -> date | None:
    try:
        return date(year, int(month), int(day))
    except ValueError:
        return None


def _whole_year(text: str, today: date) -> int:
    if len(text) == 4:
        return int(text)
    year = int(text) + 2000
    return year if year <= today.year + _YEARS_AHEAD else year - 100


def _read_count(text: str, _: date) -> int:
    try:
        number = read_number(text)
    except ValueError as error:
        # What is counted whole is not told of decimals.
        raise ValueError(str(error).replace("not_number", "not_count")) from None
    if number != number.to_integral_value():
        raise ValueError("not_whole")
    return int(number)


def _read_decimal(text: str, _: date) -> Decimal:
    number = read_number(text)
    if number * 1000 % 1:
        raise ValueError("too_precise")
    return number


def _read_year(text: str, _: date) -> int:
    if not re.fullmatch(r"(?:19|20)\d\d", text):
        raise ValueError("not_year")
    return int(text)


def _read_link(text: str, _: date) -> int:
    if not text.isdecimal() or len(text) > len(str(_MOST)):
        raise ValueError("not_chosen")
    return int(text)


def _read_text(text: str, _: date) -> str:
    return text


def _read_period(text: str, _: date) -> str:
    return read_period(text)


def _read_flag(text: str, _: date) -> bool:
    try:
        return _FLAGS[text.casefold()]
    except KeyError:
        raise ValueError("not_flag") from None


_READERS: Mapping[FieldKind, Callable[[str, date], Value]] = {
    FieldKind.TEXT: _read_text,
    FieldKind.LINES: _read_text,
    FieldKind.DATE: read_day,
    FieldKind.YEAR: _read_year,
    FieldKind.COUNT: _read_count,
    FieldKind.MONEY: _read_count,
    FieldKind.DECIMAL: _read_decimal,
    FieldKind.CHOICE: _read_text,
    FieldKind.UNIT: _read_link,
    FieldKind.LINK: _read_link,
    FieldKind.FLAG: _read_flag,
    FieldKind.PERIOD: _read_period,
}


def _missing(kind: EntryKind, values: Values) -> list[Finding]:
    return [Finding("required", key) for key in kind.required if values.get(key) is None]


def _beyond_whole(kind: EntryKind, values: Values) -> list[Finding]:
    findings = []
    for key, within in kind.parts:
        part, whole = values.get(key), values.get(within)
        if isinstance(part, int) and isinstance(whole, int) and part > whole:
            findings.append(Finding("part_over_whole", key, number_text(part), {"whole": number_text(whole)}))
    return findings


def _out_of_order(kind: EntryKind, values: Values) -> list[Finding]:
    findings = []
    for early_key, late_key in kind.ordered:
        early, late = values.get(early_key), values.get(late_key)
        if isinstance(early, date | int) and isinstance(late, date | int) and late < early:  # type: ignore[operator]
            findings.append(
                Finding("ends_before_begins", late_key, typed_text(late), {"begins": typed_text(early)})
            )
    return findings
