"""A form of a draft filled with the office's own figures, so that it is seen before it is in force."""

from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from db.rules.periods import CutOff, Period
from db.rules.returns.filled import FilledReturn, ReturnHead
from db.rules.returns.form_documents import FormDocument
from db.rules.returns.forms import SheetForm
from db.services.returns import return_sets
from db.services.returns.form_lists import judged
from db.services.returns.form_rows import fill_sheets
from db.services.units import UnitInfo

_NO_HEAD = ReturnHead("", "", "", "", "", "", "", "", sample=False)


@dataclass(frozen=True)
class FormPreview:
    """A form with its figures; the heads of the columns that are wrong and could not be filled."""

    filled: FilledReturn
    left_out: tuple[str, ...]


def preview(
    session: Session, document: FormDocument, at: int, *, unit: UnitInfo, period: Period, cut_off: CutOff
) -> FormPreview:
    """Fill the form at a place (from 1) of a set for a unit and a period; columns with errors are left out."""
    span = period.span(cut_off)
    form, left_out = _sound(document, at, _wrong_columns(session, document, at, period, cut_off))
    whole = return_sets.whole(session, replace(document, sheets=(form,)).as_set("", ""), span)
    sheets = fill_sheets(session, whole.sheets, unit, period, cut_off)
    filled = FilledReturn(
        set=whole,
        head=_NO_HEAD,
        unit_code=unit.code,
        unit_name=unit.name,
        unit_valid_on=return_sets.valid_on(unit, span),
        period=period.label,
        span=span,
        sheets=sheets,
    )
    return FormPreview(filled, left_out)


def _wrong_columns(
    session: Session, document: FormDocument, at: int, period: Period, cut_off: CutOff
) -> set[int]:
    stem = f"sheet.{at}.column."
    errors = judged(session, document, period.span(cut_off).last).errors
    places = (error.place.removeprefix(stem) for error in errors if error.place.startswith(stem))
    return {int(place.partition(".")[0]) for place in places}


def _sound(document: FormDocument, at: int, wrong: set[int]) -> tuple[SheetForm, tuple[str, ...]]:
    form = document.sheets[at - 1]
    placed = list(enumerate(form.columns, start=1))
    kept = tuple(column for place, column in placed if place not in wrong)
    return replace(form, columns=kept), tuple(column.head for place, column in placed if place in wrong)
