"""Sentences over all communes of a year: how many of each class, who is missing, where a sheet stands."""

from collections.abc import Iterable

from db.rules.formats import percent_text
from db.rules.measures import ratio
from db.rules.scoring.marks import APPRAISED, SELF
from db.rules.scoring.papers import SheetPaper, YearPaper
from exports.documents import score_wording as wording


def class_sentence(paper: YearPaper) -> str:
    """Return the classes with counts, denominators and shares: `Tốt 18/142 đơn vị (12,676 %)`."""
    shares = [
        wording.CLASS_COUNT.format(
            title=item.title, count=item.count, of=item.of, share=percent_text(item.share)
        )
        for item in paper.class_shares()
    ]
    rest = unclassed(paper)
    if rest:
        of = len(paper.sheets)
        shares.append(wording.UNCLASSED.format(count=rest, of=of, share=percent_text(ratio(rest, of, 100))))
    return wording.CLASS_COUNTS.format(classes="; ".join(shares))


def unclassed(paper: YearPaper) -> int:
    """Return how many communes have no class after appraisal."""
    return sum(not sheet.counted_class(APPRAISED) for sheet in paper.sheets)


def names_of(sheets: Iterable[SheetPaper]) -> str:
    """Return the names of communes, each in full."""
    return ", ".join(sheet.unit_name for sheet in sheets)


def state_words(sheet: SheetPaper) -> str:
    """Return where a sheet stands; one that is half filled says so."""
    words = wording.STATES[sheet.state or ""]
    column = APPRAISED if sheet.is_done(SELF) else SELF
    result = sheet.results[column]
    is_half = result.points is not None and not result.complete
    return f"{words}, {wording.INCOMPLETE}" if is_half else words
