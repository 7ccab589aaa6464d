"""How values are written for people: Vietnamese numbers, days, money. Reading typed text is in `entries`."""

from datetime import date
from decimal import Decimal

Number = int | Decimal
Value = str | int | bool | Decimal | date | None

UNRECORDED = "–"


def number_text(value: Number | None) -> str:
    """Write a number as in Việt Nam: `1.234`, `8,5`; an unrecorded one as an en dash, zero as `0`."""
    if value is None:
        return UNRECORDED
    plain = f"{value:,f}" if isinstance(value, Decimal) else f"{value:,d}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return "0" if plain == "-0" else plain.translate(str.maketrans(",.", ".,"))


def percent_text(value: Number | None) -> str:
    """Write a share that is already in per cent: `12,676 %`."""
    return UNRECORDED if value is None else f"{number_text(value)} %"


def day_text(day: date | None) -> str:
    """Write a day as dd/mm/yyyy; none as an empty text."""
    return "" if day is None else f"{day:%d/%m/%Y}"


def plain_number(value: str | Number | None) -> str | int | float | None:
    """Return a number as JSON and Excel hold it: a Decimal as int where whole, else as float; words as they are."""
    if not isinstance(value, Decimal):
        return value
    return int(value) if value == int(value) else float(value)


def value_text(value: Value) -> str:
    """Write any stored value as a list or a document shows it."""
    if isinstance(value, bool):
        return "x" if value else ""
    if isinstance(value, int | Decimal):
        return number_text(value)
    if isinstance(value, date):
        return day_text(value)
    return value or ""
