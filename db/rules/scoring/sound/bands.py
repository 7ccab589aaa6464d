"""Bands are sound where every number that can be answered lies in exactly one of them."""

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise

from db.rules.findings import Finding
from db.rules.formats import number_text
from db.rules.scoring.rule_sets import AnswerKind, Band, Criterion

_HUNDRED = Decimal(100)
_Row = tuple[int, Band]


def band_findings(criterion: Criterion, place: str) -> Iterator[Finding]:
    """Return what is wrong with the bands of a criterion: ends, overlaps, gaps, beginning, end."""
    rows = list(enumerate(criterion.scale.bands, start=1))
    is_whole = criterion.scale.counts and criterion.scale.kind is AnswerKind.BANDS
    wrong = [finding for at, band in rows for finding in _ends(at, band, place, is_whole=is_whole)]
    yield from wrong
    if wrong or not rows:
        return
    ordered = sorted(rows, key=lambda row: row[1].first)
    at, first = ordered[0]
    if first.first != 0:
        yield Finding("bands_not_from_zero", f"{place}.band.{at}.first", number_text(first.first))
    for before, after in pairwise(ordered):
        yield from _between(before, after, place, is_whole=is_whole)
    yield from _end(ordered, criterion, place)


def _ends(at: int, band: Band, place: str, *, is_whole: bool) -> Iterator[Finding]:
    here = f"{place}.band.{at}"
    if band.first < 0:
        yield Finding("band_below_zero", f"{here}.first", number_text(band.first))
    if band.last is not None and band.below is not None:
        yield Finding("band_two_ends", f"{here}.below", number_text(band.below))
    elif band.last is not None and band.last < band.first:
        yield Finding("band_backwards", f"{here}.last", number_text(band.last))
    elif band.below is not None and band.below <= band.first:
        yield Finding("band_backwards", f"{here}.below", number_text(band.below))
    elif is_whole and (free := _first_free(band)) is not None and free <= _whole_from(band):
        yield Finding("band_without_count", f"{here}.first", number_text(band.first))


def _between(before: _Row, after: _Row, place: str, *, is_whole: bool) -> Iterator[Finding]:
    """Judge two neighbours. Of whole numbers 0–0 and 1–2 meet; of others only `below` meets the next `first`."""
    (row, band), (at, following) = before, after
    facts = {"row": str(row), "other": str(at)}
    here = f"{place}.band.{at}.first"
    start = _whole_from(following) if is_whole else following.first
    free = _first_free(band) if is_whole else band.below
    if free is None and band.last is not None:
        # A number between the counted end and the next beginning has no points, however near they are.
        code = "bands_overlap" if following.first <= band.last else "bands_gap"
        yield Finding(code, here, number_text(following.first), {**facts, "end": number_text(band.last)})
    elif free is None or start < free:
        end = "" if free is None else number_text(free)
        yield Finding("bands_overlap", here, number_text(following.first), {**facts, "end": end})
    elif start > free:
        yield Finding("bands_gap", here, number_text(following.first), {**facts, "end": number_text(free)})


def _whole_from(band: Band) -> Decimal:
    """Return the first whole number from a band's beginning on."""
    return band.first.to_integral_value(ROUND_CEILING)


def _first_free(band: Band) -> Decimal | None:
    """Return the first whole number after a band."""
    if band.last is not None:
        return band.last.to_integral_value(ROUND_FLOOR) + 1
    return None if band.below is None else band.below.to_integral_value(ROUND_CEILING)


def _end(ordered: list[_Row], criterion: Criterion, place: str) -> Iterator[Finding]:
    at, last = max(ordered, key=lambda row: row[1].first)
    is_open = last.last is None and last.below is None
    if criterion.scale.kind is AnswerKind.SHARE:
        if not is_open and not any(band.holds(_HUNDRED) for _, band in ordered):
            yield Finding("bands_not_to_hundred", f"{place}.band.{at}")
        for row, band in ordered:
            if band.first > _HUNDRED:
                yield Finding("band_over_hundred", f"{place}.band.{row}.first", number_text(band.first))
    elif not is_open:
        end = last.last if last.last is not None else last.below
        yield Finding("bands_not_open", f"{place}.band.{at}", number_text(end))
