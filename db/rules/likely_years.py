"""Days, years and periods that are likely to be slips: a year of the last century, or one that is far ahead."""

from collections.abc import Iterator
from datetime import date

from db.rules.entries import EntryKind, FieldKind, Values
from db.rules.findings import Finding
from db.rules.formats import Value, day_text

# What happened is recorded; Excel makes of a slip a day of 1900 or of the next century.
_FIRST_YEAR, _YEARS_AHEAD = 2000, 1
# Businesses and careers began earlier, and may be known to end.
_FIRST_YEAR_OF_ALL, _YEARS_AHEAD_OF_ALL = 1950, 20


def unlikely_time(kind: FieldKind, value: Value, today: date, *, happened: bool) -> Finding | None:
    """Return what is unlikely about a value, at no place; none where it is no time or a likely one.

    `happened` says that it tells when the thing recorded happened, which is never long ago nor far ahead.
    """
    year = _year_of(kind, value)
    first = _FIRST_YEAR if happened else _FIRST_YEAR_OF_ALL
    ahead = _YEARS_AHEAD if happened else _YEARS_AHEAD_OF_ALL
    if year is None or first <= year <= today.year + ahead:
        return None
    if isinstance(value, date):
        return Finding("day_unlikely", value=day_text(value))
    return Finding("year_unlikely", value=str(year))


def unlikely_times(entry: EntryKind, day: str, values: Values, today: date) -> Iterator[Finding]:
    """Yield what is unlikely among the values of a record, each at its field; `day` is the key of when it happened."""
    for field in (*entry.of_kind(FieldKind.DATE), *entry.of_kind(FieldKind.YEAR)):
        found = unlikely_time(field.kind, values.get(field.key), today, happened=field.key == day)
        if found is not None:
            yield Finding(found.code, field.key, found.value)


def _year_of(kind: FieldKind, value: Value) -> int | None:
    if isinstance(value, date):
        return value.year
    if kind is FieldKind.PERIOD and value is not None:
        return int(str(value)[:4])  # Every label of a period begins with its year.
    return value if kind is FieldKind.YEAR and isinstance(value, int) else None
