"""What the lines above the figures of a return say: form, unit, period, and the check code of the footer."""

import re
from collections.abc import Iterable
from datetime import date

from db.rules.returns.received_books import ReadRow, ReadSheet, SaidPeriod, SaidUnit
from db.rules.text import cleaned, folded
from exports.returns import wording

# The lines stand above the heads; nothing below is looked at.
_WITHIN = 15
_FORM = re.compile(re.escape(folded(wording.FORM.format(code="@"))).replace("@", r"([\w.\-/]+)"))
_UNIT = re.compile(
    re.escape(cleaned(wording.REPORTING_UNIT.format(name="@", code="#")))
    .replace("@", r"(.+?)")
    .replace(r"\#", r"\s*([0-9A-Za-z]*)\s*")
    .replace("\\ ", r"\s*"),
    re.IGNORECASE,
)
_UNIT_ALONE = re.compile(
    re.escape(cleaned(wording.REPORTING_UNIT.partition("{")[0])).replace("\\ ", r"\s*") + r"\s*(.+)",
    re.IGNORECASE,
)
_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_CODE = re.compile(re.escape(wording.CHECK_CODE.format(code="@")).replace("@", r"\s*([0-9A-F\-]+)"))
_SAMPLE = folded(wording.SAMPLE_NOTICE)


def form_code(rows: Iterable[ReadRow]) -> str:
    """Return the form that a sheet says it is."""
    for _, _, text in _texts(rows):
        found = _FORM.fullmatch(folded(text))
        if found:
            return found[1].upper()
    return ""


def said_unit(sheet: ReadSheet) -> SaidUnit | None:
    """Return whose return a sheet says it is; without a code where it names none."""
    for row, at, text in _texts(sheet.rows):
        found = _UNIT.fullmatch(text)
        alone = None if found else _UNIT_ALONE.fullmatch(text)
        if found:
            return SaidUnit(cleaned(found[1]), found[2], sheet.place(row.number, at))
        if alone:
            return SaidUnit(cleaned(alone[1]), "", sheet.place(row.number, at))
    return None


def said_period(sheet: ReadSheet) -> SaidPeriod | None:
    """Return of which period a sheet says it is."""
    for row, at, text in _texts(sheet.rows):
        days = [found for match in _DAY.finditer(text) if (found := _day(*match.groups())) is not None]
        label = wording.period_label(text.partition("(")[0])
        pair = (days[0], days[1]) if len(days) == 2 else None
        if not label and pair and folded(text).startswith(folded("Từ ngày")):
            label = f"{pair[0].isoformat()}..{pair[1].isoformat()}"
        if label:
            first, last = pair or (None, None)
            return SaidPeriod(label, first, last, sheet.place(row.number, at), text)
    return None


def check_code(footer: str) -> str:
    """Return the check code that a footer prints, empty where it prints none."""
    found = _CODE.search(footer)
    return found[1] if found else ""


def is_sample(rows: Iterable[ReadRow]) -> bool:
    """Tell whether a sheet says that its figures are invented."""
    return any(folded(text) == _SAMPLE for _, _, text in _texts(rows))


def _texts(rows: Iterable[ReadRow]) -> Iterable[tuple[ReadRow, int, str]]:
    for row in rows:
        if row.number > _WITHIN:
            return
        for at, value in enumerate(row.values):
            if isinstance(value, str):
                yield row, at, cleaned(value)


def _day(day: str, month: str, year: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
