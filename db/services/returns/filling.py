"""Fill a set of forms for a unit and a period from the measures."""

from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from db.rules.findings import Refused
from db.rules.periods import Period
from db.rules.returns.filled import FilledReturn, ReturnHead, control_totals
from db.rules.returns.forms import ReturnSet
from db.services import office_names, offices
from db.services.offices import OfficeNames
from db.services.returns import frozen_returns, return_sets
from db.services.returns.form_rows import fill_sheets
from db.services.units import UnitInfo


def fill(
    session: Session, *, set_code: str, unit: UnitInfo, period: Period, borders: date | None = None
) -> FilledReturn:
    """Fill every form of a set for a unit and all below it, under the names that the office printed on the last day.

    The revision is the one that an export would get. To be looked at in the `borders` of a day, its columns of an
    earlier year are restated; what is exported is not. Raises Refused for a unit that ended before the period, or
    whose level the set does not know.
    """
    last = period.span(offices.current(session).cut_off).last
    form = return_sets.return_set(session, set_code, last)
    return fill_set(session, form, unit=unit, period=period, borders=borders)


def fill_set(
    session: Session, form: ReturnSet, *, unit: UnitInfo, period: Period, borders: date | None = None
) -> FilledReturn:
    """Fill a set as `fill` does, whatever holds under its code."""
    office = offices.current(session)
    span = period.span(office.cut_off)
    form = return_sets.whole(session, form, span)
    finding = return_sets.level_finding(form, unit, span)
    if finding is not None:
        raise Refused([finding])
    sheets = fill_sheets(session, form.sheets, unit, period, office.cut_off)
    filled = FilledReturn(
        set=form,
        head=_head(office_names.on_day(session, span.last), office.sample),
        unit_code=unit.code,
        unit_name=unit.name,
        unit_valid_on=return_sets.valid_on(unit, span),
        period=period.label,
        span=span,
        sheets=sheets,
        control_totals=control_totals(sheets),
    )
    filled = replace(filled, revision=frozen_returns.next_revision(session, unit, filled))
    if borders is None:
        return filled
    compared = fill_sheets(session, form.sheets, unit, period, office.cut_off, borders=borders)
    return replace(filled, sheets=compared)


def _head(names: OfficeNames, sample: bool) -> ReturnHead:
    return ReturnHead(
        names.parent_agency,
        names.issuing_agency,
        names.place,
        names.receiving_unit,
        names.authority,
        names.signatory_post,
        names.signatory_name,
        names.preparer_name,
        sample,
    )
