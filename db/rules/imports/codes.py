"""On which day's list of units the codes of a file stand: a code may name one unit until a day and another since."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from db.rules.block_rows import Named
from db.rules.formats import day_text
from db.rules.units import CODE_LENGTHS, bare_name, name_key

_OWN_DAYS = "rows"
# Under which key a template says it.
CODES_MARK = "codes_on"


@dataclass(frozen=True)
class CodeDay:
    """The day of the list; none where each row's own day counts. `is_decided` once the file or a person said so."""

    day: date | None = None
    is_decided: bool = False


UNDECIDED, OWN_DAYS = CodeDay(), CodeDay(is_decided=True)


def code_day(text: str) -> CodeDay:
    """Read what a file or a mapping says: `2025-07-01`, `rows` for each row's own day, nothing; raises ValueError."""
    if not text:
        return UNDECIDED
    return OWN_DAYS if text == _OWN_DAYS else CodeDay(date.fromisoformat(text), is_decided=True)


def code_day_text(codes: CodeDay) -> str:
    """Write it so that `code_day` reads it again."""
    if codes.day is not None:
        return codes.day.isoformat()
    return _OWN_DAYS if codes.is_decided else ""


def is_code(text: str) -> bool:
    """Tell whether a text has the form of a unit's code."""
    return text.isascii() and text.isdigit() and len(text) in CODE_LENGTHS.values()


def bearers_told(bearers: Sequence[Named], first: date, last: date) -> str:
    """Return who bore a code in a span of days, each with its days, where they bear different names; else nothing.

    One that only changed its kind, or that others came to, is told from the one before by the row's day alone.
    """
    there = [item for item in bearers if (item.first or first) <= last and (item.last or last) >= first]
    if len({name_key(bare_name(item.title)) for item in there}) < 2:
        return ""
    return ", ".join(map(_told, sorted(there, key=lambda item: item.first or date.min)))


def _told(bearer: Named) -> str:
    first, last = (day_text(day) if day else "…" for day in (bearer.first, bearer.last))
    return f"{bearer.title} ({first} – {last})"
