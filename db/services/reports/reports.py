"""A narrative report of a unit and a period: its facts, and put together with what the officer wrote."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Session

from db.rules import levels
from db.rules.findings import Refused
from db.rules.numbering import day_label, month_label
from db.rules.periods import Period, Span
from db.rules.reports.filled import DAY, ApprovedSource, Report, ReportFacts, ReportNames, fill_report
from db.rules.reports.skeletons import Skeleton, kind_of, measures_of, parse_skeleton, parts_of, period_words
from db.services import content, office_names, offices, units
from db.services.offices import OfficeInfo, OfficeNames
from db.services.planning import plans
from db.services.reports import report_texts
from db.services.reports.report_figures import Asked, ask
from db.services.returns.return_sets import valid_on
from db.services.units import UnitInfo

PERIODIC = "periodic"
_KIND = "report_skeleton"


def report(session: Session, *, unit: UnitInfo, period: Period) -> Report:
    """Return the report of a unit and a period as it stands; raises Refused as `facts` does."""
    return fill_report(facts(session, unit=unit, period=period), written(session, unit, period))


def written(session: Session, unit: UnitInfo, period: Period) -> Mapping[str, str]:
    """Return what officers wrote into the report of a unit and a period, by its key."""
    return report_texts.held(session, unit_id=unit.id, skeleton=PERIODIC, period=period.label)


def facts(session: Session, *, unit: UnitInfo, period: Period) -> ReportFacts:
    """Return all that a report is filled from besides the officer's words.

    Raises Refused for a unit that ended before the period, or whose level the skeleton does not know.
    """
    office = offices.current(session)
    span = period.span(office.cut_off)
    skeleton = skeleton_on(session, span.last)
    _check(skeleton, unit, span)
    parts = parts_of(skeleton, kind_of(period), unit.level)
    day = _issued_on(session, unit, period) or span.last
    names = _names(session, office, unit, day)
    asked = ask(session, measures_of(parts), unit, period, office.cut_off)
    return ReportFacts(
        skeleton=skeleton,
        parts=parts,
        unit_code=unit.code,
        unit_name=unit.name,
        period=period.label,
        span=span,
        names=_printed(skeleton, names),
        about=_about(session, skeleton, names, unit, period, span, asked),
        figures=asked.figures,
        targets=asked.targets,
        sources=asked.sources,
        from_records=asked.from_records,
        sample=office.sample,
    )


def skeleton_on(session: Session, on: date) -> Skeleton:
    """Return the skeleton that holds on a day; raises Unknown."""
    held = content.in_force(session, _KIND, PERIODIC, on)
    return parse_skeleton(held.code, held.version, held.body)


def _check(skeleton: Skeleton, unit: UnitInfo, span: Span) -> None:
    day = valid_on(unit, span)
    if day < span.first:
        raise Refused([levels.ended_finding("unit", unit.name, day)])
    finding = levels.level_finding(skeleton.levels, unit.level, day, "report", skeleton.title)
    if finding is not None:
        raise Refused([finding])


def _issued_on(session: Session, unit: UnitInfo, period: Period) -> date | None:
    typed = written(session, unit, period).get(DAY, "")
    return date.fromisoformat(typed) if typed else None


def _names(session: Session, office: OfficeInfo, unit: UnitInfo, day: date) -> OfficeNames:
    """Return what the unit prints on a day: its own office's names where the book has them, else the usual ones."""
    is_own = unit.id == office.unit.id
    was_own = unit.level == office.unit.level and any(
        day <= item.until for item in office_names.earlier(session)
    )
    if is_own or was_own:
        return office_names.on_day(session, day, unit.id)
    held = office_names.of_unit(session, day, unit.id)
    return held or offices.names_for(unit.name, _parent(session, unit, day), unit.level)


def _parent(session: Session, unit: UnitInfo, day: date) -> str:
    within = max(min(day, unit.valid_to or day), unit.valid_from or day)
    if not unit.parent:
        return unit.name
    return units.find_during(session, unit.parent, Span(date.min, within, within.year)).name


def _printed(skeleton: Skeleton, names: OfficeNames) -> ReportNames:
    # The symbol of the office's plans tells how it abbreviates itself: `KH-UBND`.
    _, dash, agency = names.symbol.partition("-")
    return ReportNames(
        names.parent_agency,
        names.issuing_agency,
        names.place,
        f"{skeleton.symbol}{dash}{agency}",
        names.receiving_unit,
        names.authority,
        names.signatory_post,
        names.signatory_name,
    )


def _about(
    session: Session,
    skeleton: Skeleton,
    names: OfficeNames,
    unit: UnitInfo,
    period: Period,
    span: Span,
    asked: Asked,
) -> Mapping[str, str]:
    days = {"first": _written(span.first), "last": _written(span.last)}
    about = {
        "period": period_words(skeleton, period, days),
        "days": skeleton.words["days"].format(**days),
        "agency": names.issuing_agency,
        "unit": unit.name,
        "year": str(span.year),
        "receiver": names.receiving_unit,
        "plan": _plan(session, skeleton, names, unit, span),
    }
    return {**about, "source": _source(skeleton, asked, about["days"])}


def _plan(session: Session, skeleton: Skeleton, names: OfficeNames, unit: UnitInfo, span: Span) -> str:
    """Name the unit's plan of the year by number and day; nothing where none was issued by the end of the period."""
    known = plans.in_force(session, unit_id=unit.id, year=span.year)
    issued = [
        (plan.first_year, plan, plan.issued_on)
        for plan in known
        if plan.number is not None and plan.issued_on is not None and plan.issued_on <= span.last
    ]
    if not issued:
        return ""
    # The year's own plan before one of several years.
    _, plan, day = max(issued, key=lambda item: item[0])
    return skeleton.words["plan"].format(
        number=plans.written_number(plan.number, plan.symbol or names.symbol),
        day=_written(day),
        agency=names.issuing_agency,
    )


def _source(skeleton: Skeleton, asked: Asked, days: str) -> str:
    if not asked.sources:
        return skeleton.words["source_records"].format(days=days)
    returns = ", ".join(_approved(skeleton, source) for source in asked.sources)
    key = "source_both" if asked.from_records else "source_returns"
    return skeleton.words[key].format(returns=returns, days=days)


def _approved(skeleton: Skeleton, source: ApprovedSource) -> str:
    return skeleton.words["return"].format(
        title=source.title, revision=source.revision, code=source.check_code
    )


def _written(day: date) -> str:
    return f"{day_label(day.day)}/{month_label(day.month)}/{day.year}"
