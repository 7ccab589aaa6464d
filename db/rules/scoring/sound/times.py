"""Head and time: title, citation, validity, decimals, the total that is stated, levels, the days that steps are due."""

from collections.abc import Iterator
from datetime import date, timedelta

from db.rules import content_heads
from db.rules.content_heads import known_levels_findings
from db.rules.findings import Finding
from db.rules.formats import day_text, number_text
from db.rules.levels import STEPS, KnownLevels, levels_on
from db.rules.scoring.documents import Document
from db.rules.scoring.rule_sets import DueDay
from db.rules.units import Level

DUE_STEPS = ("registered", *STEPS)
# A year without 29 February: a day that is due has to be there in each.
_PLAIN_YEAR = 2025


def head_findings(document: Document) -> Iterator[Finding]:
    """Return what is wrong with the head of a document."""
    yield from content_heads.head_findings(document)
    rule_set = document.rule_set
    if not 0 <= rule_set.decimals <= 3:
        yield Finding("decimals_out_of_range", "decimals", str(rule_set.decimals))
    if document.total is not None and document.total != rule_set.most:
        facts = {"sum": number_text(rule_set.most)}
        yield Finding("total_differs", "total", number_text(document.total), facts)


def due_findings(document: Document) -> Iterator[Finding]:
    """Return what is wrong with the days on which steps are due: no such day, one before that of an earlier step."""
    before = date.min
    due = document.rule_set.due
    for step in (step for step in due if step not in DUE_STEPS):
        yield Finding("due_step_unknown", f"due.{step}", step)
    for step in (step for step in DUE_STEPS if step in due):
        day = _day(due[step])
        if day is None:
            yield Finding("due_day_unknown", f"due.{step}", f"{due[step].day}/{due[step].month}")
        elif day < before:
            facts = {"first": f"{before.day}/{before.month}"}
            yield Finding("due_out_of_order", f"due.{step}", f"{day.day}/{day.month}", facts)
        else:
            before = day


def level_findings(document: Document) -> Iterator[Finding]:
    """Return what is wrong with the levels that a set knows from time to time, and with its chain."""
    levels = document.rule_set.levels
    yield from known_levels_findings(levels)
    for at, known in enumerate(levels, start=1):
        yield from _chain(known, f"levels.{at}")
    for day in _days(document):
        if Level.COMMUNE not in levels_on(levels, day):
            yield Finding("communes_not_known", "levels", day_text(day))
            return


def _chain(known: KnownLevels, place: str) -> Iterator[Finding]:
    for step, level in known.chain:
        if level not in known.levels:
            yield Finding("chain_level_unknown", place, str(int(level)), {"step": step})
    if missing := [step for step in STEPS if step not in dict(known.chain)]:
        yield Finding("chain_missing", place, ", ".join(missing))


def _days(document: Document) -> Iterator[date]:
    """Return the days of the validity on which what is known may begin to differ."""
    first, last = document.valid_from, document.valid_to or date.max
    edges = {first, *([document.valid_to] if document.valid_to else [])}
    for known in document.rule_set.levels:
        edges |= {known.first} if known.first else set()
        if known.last and known.last < date.max:
            edges.add(known.last + timedelta(1))
    yield from sorted(day for day in edges if first <= day <= last)


def _day(due: DueDay) -> date | None:
    if not 0 <= due.years_later <= 9:
        return None
    try:
        return due.in_year(_PLAIN_YEAR)
    except (ValueError, OverflowError):
        return None
