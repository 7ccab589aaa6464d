"""What is said of the log: columns, values and deeds in an officer's words; the command line says it too. No Qt."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from db.rules.formats import UNRECORDED, Value, day_text, number_text, value_text
from db.services.history.logged_rows import LoggedRow
from db.services.history.steps import Count, LoggedStep
from ui.handing.field_words import field_word
from ui.history import texts
from ui.office.texts import OFFICE

_LONGEST = 500
_DEEDS_NAMED = 2


def column_word(table: str, key: str) -> str:
    """Return what a column is called; one that nobody named keeps its own name."""
    own = texts.COLUMNS_OF.get(table, {}).get(key)
    if own is None and table in ("office", "office_names") and key in OFFICE.fields:
        own = OFFICE.label(key)
    named = field_word(table, key) if own is None else own
    return texts.COLUMNS.get(key, key) if named == key else named


def table_word(table: str) -> str:
    """Return how a row of a table is called in the middle of a sentence."""
    return texts.TABLES.get(table, texts.OTHER_TABLE)


def moment(at: datetime) -> str:
    """Write the time of a change."""
    return texts.MOMENT.format(day=day_text(at.date()), time=f"{at:%H:%M}")


def shown_value(table: str, key: str, value: Value) -> str:
    """Write a value of a row; what did not stand there is an en dash, a long text is cut."""
    if isinstance(value, bool):
        return texts.FLAGS[bool(value)]
    if key in ("year", "first_year", "last_year", "started_year") and isinstance(value, int):
        return str(value)
    said: Mapping[str, str] = texts.CODES.get((table, key), {})
    text = said.get(value, value) if isinstance(value, str) else value_text(value)
    cut = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return UNRECORDED if value is None else cut


def deed_word(row: LoggedRow) -> str:
    """Say what was done to a row: `Sửa cơ sở`."""
    return texts.DEED_OF.format(deed=texts.DEEDS[row.deed], table=table_word(row.table))


def step_words(step: LoggedStep, reverted: LoggedStep | None = None) -> str:
    """Say what was done in a step, the first two kinds of rows by their numbers."""
    deeds = [words for count in step.counts for words in _count_words(count)]
    said = ", ".join(deeds[:_DEEDS_NAMED])
    if len(deeds) > _DEEDS_NAMED:
        said = texts.MORE_DEEDS.format(what=said)
    said = said[:1].upper() + said[1:]
    if step.reverts is None:
        return said
    if reverted is None:
        return texts.REVERTS_GONE.format(what=said)
    return texts.REVERTS.format(at=moment(reverted.at), what=said)


def field_lines(row: LoggedRow) -> Iterator[tuple[str, str, str]]:
    """Yield each field of a row: its name, what stood in it, what stands in it since."""
    for field in row.fields:
        old, new = (shown_value(row.table, field.key, value) for value in (field.old, field.new))
        yield column_word(row.table, field.key), old, new


def _count_words(count: Count) -> Iterator[str]:
    for deed, rows in (("added", count.added), ("changed", count.changed), ("deleted", count.deleted)):
        if rows == 1:
            yield texts.DEED_OF.format(deed=texts.DEEDS[deed].lower(), table=table_word(count.table))
        elif rows:
            words = texts.DEED_COUNT
            yield words.format(
                deed=texts.DEEDS[deed].lower(), count=number_text(rows), table=table_word(count.table)
            )
