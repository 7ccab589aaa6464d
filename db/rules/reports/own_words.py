"""A sentence that an officer wrote in place of the program's: which numbers in it no longer agree with the records.

Beside his words stand the figures that the program's sentence had then: only what changed since is told, and what he
left out on purpose is not.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from db.rules.findings import Finding
from db.rules.formats import UNRECORDED
from db.rules.reports.figures import ShownFigure

_NUMBER = re.compile(r"(?<![\d.,/])(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?(?![\d/]|[.,]\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_BETWEEN = " = "


def numbers_in(text: str) -> frozenset[str]:
    """Return the numbers of a text as written; years, parts of days and of documents' numbers (`14/9`) are none."""
    return frozenset(number for number in _NUMBER.findall(text) if not _YEAR.fullmatch(number))


def basis_text(figures: Sequence[ShownFigure]) -> str:
    """Write the figures that a sentence rests on, one a line."""
    return "\n".join(f"{figure.key}{_BETWEEN}{figure.text}" for figure in figures)


def read_basis(text: str) -> Mapping[str, str]:
    """Read what `basis_text` wrote."""
    pairs = (line.rpartition(_BETWEEN) for line in text.splitlines())
    return {key: shown for key, _, shown in pairs if key}


def disagreements(
    text: str, basis: Mapping[str, str], now: Sequence[ShownFigure], missing: Sequence[str]
) -> tuple[Finding, ...]:
    """Return which numbers of an officer's sentence no longer agree, given its basis and the figures of now."""
    written = numbers_in(text)
    changed = tuple(_changed(written, basis, now))
    gone = tuple(_gone(written, basis, now, missing))
    return (*changed, *gone, *_unknown(written, basis, now))


def _changed(
    written: frozenset[str], basis: Mapping[str, str], now: Sequence[ShownFigure]
) -> Iterator[Finding]:
    for figure in now:
        was = basis.get(figure.key, "")
        facts = {"title": figure.title, "now": figure.text}
        if figure.text in written or was == figure.text:
            continue
        if not was:
            yield Finding("report_number_new", "", figure.text, facts)
        elif was in written:
            yield Finding("report_number_changed", "", was, facts)


def _gone(
    written: frozenset[str], basis: Mapping[str, str], now: Sequence[ShownFigure], missing: Sequence[str]
) -> Iterator[Finding]:
    known = {figure.key for figure in now}
    for key, was in basis.items():
        if key not in known and was in written:
            yield Finding("report_number_gone", "", was, {"titles": ", ".join(missing) or UNRECORDED})


def _unknown(
    written: frozenset[str], basis: Mapping[str, str], now: Sequence[ShownFigure]
) -> Iterator[Finding]:
    """Yield numbers that stand in the place of one of the records' own: a slip of the keyboard looks like this."""
    texts = {figure.text for figure in now}
    left_out = [
        figure for figure in now if figure.text not in written and basis.get(figure.key) == figure.text
    ]
    if left_out:
        for number in sorted(written - texts - set(basis.values())):
            known = ", ".join(figure.text for figure in left_out)
            yield Finding("report_number_unknown", "", number, {"known": known})
