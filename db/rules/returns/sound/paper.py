"""How a form fits its paper: margins that leave room, columns that are not shrunk until nobody can read them."""

from collections.abc import Iterator
from decimal import Decimal

from db.rules.findings import Finding
from db.rules.formats import number_text
from db.rules.returns.forms import SheetForm
from db.rules.returns.sound.known import KnownNames

# A letter of the sheet's own size and the edges of a cell, in millimetres.
LETTER_WIDTH = 1.86
# At half their size letters of 11 points are smaller than any that is printed in a newspaper.
_SMALLEST = 50
_LEAST_ROOM = 50
_MOST_ROWS = 100


def paper_findings(form: SheetForm, place: str, known: KnownNames) -> Iterator[Finding]:
    """Return what is wrong with the print set-up of a form."""
    setup = form.print
    for side in ("left", "right", "top", "bottom"):
        if getattr(setup, side) < 0:
            yield Finding("margin_below_zero", f"{place}.print.{side}", size_text(getattr(setup, side)))
    if not 0 <= setup.one_page_rows <= _MOST_ROWS:
        facts = {"most": str(_MOST_ROWS)}
        yield Finding(
            "one_page_rows_out_of_range", f"{place}.print.one_page_rows", str(setup.one_page_rows), facts
        )
    if min(setup.printed_width, setup.printed_height) < _LEAST_ROOM:
        yield Finding("margins_too_wide", f"{place}.print.left", form.code)
    else:
        yield from _width(form, place, known)


def _width(form: SheetForm, place: str, known: KnownNames) -> Iterator[Finding]:
    wide = printed_width(form, known)
    share = round(form.print.printed_width * 100 / wide) if wide > 0 else 100
    if form.print.fit_width and share < _SMALLEST:
        yield Finding("page_shrunk", f"{place}.print.paper", str(share))
    elif not form.print.fit_width and share < 100:
        yield Finding(
            "page_too_narrow", f"{place}.print.fit_width", str(round(wide - form.print.printed_width))
        )


def size_text(size: float) -> str:
    """Write a width or a margin for people."""
    return number_text(Decimal(str(size)))


def printed_width(form: SheetForm, known: KnownNames) -> float:
    """Return how wide the columns of a form are, in millimetres, with as many for each as there are."""
    columns = 0.0
    for column in form.columns:
        codes = known.entries_of(column.each) if column.each else None
        columns += float(column.width) * (1 if codes is None else len(codes))
    return columns * LETTER_WIDTH
