"""What an officer should know before a return goes out, above the forms: its days and revision."""

from collections.abc import Iterator
from dataclasses import dataclass

from db.rules.formats import day_text
from db.rules.periods import Period
from db.services.returns.standings import ReturnStanding
from ui.common.period_texts import period_title
from ui.returns.filling import texts


@dataclass(frozen=True)
class Note:
    """One sentence; a warning wants to be seen."""

    words: str
    warns: bool = False


def notes(standing: ReturnStanding, period: Period) -> tuple[Note, ...]:
    """Return the days, the revision that an approval would get, and the warnings."""
    span = standing.hand.filled.span
    days = texts.PERIOD.format(
        period=period_title(period), first=day_text(span.first), last=day_text(span.last)
    )
    return (Note(f"{days} {_revision(standing)}"), *(Note(words, True) for words in _warnings(standing)))


def _revision(standing: ReturnStanding) -> str:
    if standing.frozen is None:
        return texts.REVISION.format(number=standing.hand.filled.revision)
    known = standing.frozen.known
    words = texts.CHANGED if standing.has_moved else texts.UNCHANGED
    count = len(standing.differences)
    return words.format(number=standing.hand.filled.revision, earlier=known.revision, count=count)


def _warnings(standing: ReturnStanding) -> Iterator[str]:
    if standing.hand.sources:
        yield texts.ADDED_UP
    if standing.hand.filled.head.sample:
        yield texts.SAMPLE
    if standing.frozen is not None and standing.frozen.filled is None:
        yield texts.FROZEN_FIGURES_ALONE
