"""The sheets of communes as they go to paper, with the names that offices printed on the day of each document."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import ScoreEvidence, ScoreSheet
from db.rules.findings import Finding, Refused
from db.rules.periods import parse_period
from db.rules.scoring.chain import PAST
from db.rules.scoring.marks import APPRAISED, COLUMNS, SELF
from db.rules.scoring.papers import Proof, SheetPaper, YearPaper
from db.rules.scoring.recognition import RecognitionList, recognition_list
from db.rules.units import Level
from db.services import office_names, offices, units
from db.services.offices import OfficeInfo
from db.services.scoring import sheets
from db.services.scoring.paper_offices import PaperOffices, printed
from db.services.scoring.sheets import Sheet
from db.services.units import UnitInfo


def of_commune(session: Session, *, unit_id: int, year: int) -> SheetPaper:
    """Return a commune's sheet as it goes to paper; one of which nothing was kept is a form to be filled in."""
    now = sheets.sheet(session, unit_id=unit_id, year=year)
    return _papers(session, [now], year)[0]


def of_year(session: Session, *, year: int) -> tuple[YearPaper, ...]:
    """Return the sheets of all communes of which the office keeps records, by code, one paper for each rule set.

    They are those of the year's last day (of the office's own, where it ended before), and what ended within the year
    with a sheet of its own. Where several sets were used the one of most communes comes first. Raises Refused where the
    office keeps no commune.
    """
    office = offices.current(session)
    listed = _communes(session, office, year)
    if not listed:
        raise Refused([Finding("no_communes", "year", str(year))])
    found = sheets.of_year(session, listed, year)
    by_set: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, sheet in enumerate(found):
        by_set[sheet.title, sheet.rule_set_version].append(place)
    papers = _papers(session, found, year)
    ordered = sorted(by_set.values(), key=len, reverse=True)
    return tuple(_year_paper(session, office, [papers[place] for place in places]) for places in ordered)


def for_minutes(session: Session, *, unit_id: int, year: int) -> SheetPaper:
    """Return a commune's sheet for the minutes of its appraisal; raises Refused where nothing was appraised yet."""
    paper = of_commune(session, unit_id=unit_id, year=year)
    if paper.results[APPRAISED].points is None:
        raise Refused([Finding("nothing_appraised", "unit", paper.unit_name, {"year": str(year)})])
    return paper


def for_year_minutes(session: Session, *, year: int) -> tuple[YearPaper, ...]:
    """Return the sheets of a year for common minutes, by rule set; raises Refused where nothing was appraised yet."""
    found = tuple(paper for paper in of_year(session, year=year) if paper.appraised)
    if not found:
        raise Refused([Finding("none_appraised", "year", str(year))])
    return found


def for_recognition(
    session: Session, *, year: int, classes: Collection[str] = ()
) -> tuple[RecognitionList, ...]:
    """Return the lists for recognition, one for each rule set, of all classes or the chosen ones.

    Raises Refused for a class that no set of the year knows, and where no commune would be listed.
    """
    papers = for_year_minutes(session, year=year)
    known = {item.code for paper in papers for item in paper.rule_set.classes}
    unknown = [Finding("not_a_class", "class", code) for code in classes if code not in known]
    if unknown:
        raise Refused(unknown)
    listed = tuple(found for paper in papers if (found := recognition_list(paper, classes)).count)
    if not listed:
        raise Refused([Finding("none_listed", "class", str(year))])
    return listed


def commune(session: Session, code: str, year: int, on: date | None = None) -> UnitInfo:
    """Return the commune that had a code in a year, or on a day of it, of which the office keeps records.

    Raises Unknown, and Refused for a unit that is none, or where the code went from one place to another.
    """
    span = parse_period(str(year)).span(offices.cut_off(session))
    unit = offices.unit_in_scope(session, code, span, on)
    if unit.level != Level.COMMUNE:
        raise Refused([Finding("not_a_commune", "unit", unit.name)])
    return unit


def _communes(session: Session, office: OfficeInfo, year: int) -> list[UnitInfo]:
    span = parse_period(str(year)).span(office.cut_off)
    last = min(span.last, office.unit.valid_to or span.last)
    kept = [unit for unit in units.kept_by(session, office.unit.id, span) if unit.level == Level.COMMUNE]
    begun = _begun(session, [unit.id for unit in kept], year)
    return [unit for unit in kept if units.lived_on(unit, last) or unit.id in begun]


def _year_paper(session: Session, office: OfficeInfo, found: Sequence[SheetPaper]) -> YearPaper:
    first = found[0]
    days = [sheet.appraised_on for sheet in found if sheet.appraised_on]
    return YearPaper(
        year=first.year,
        unit_name=office.unit.name,
        names=printed(office_names.on_day(session, max(days, default=None))),
        rule_set=first.rule_set,
        title=first.title,
        citation=first.citation,
        version=first.version,
        sheets=tuple(found),
        sample=office.sample,
        last=parse_period(str(first.year)).span(office.cut_off).last,
    )


def _papers(session: Session, found: Sequence[Sheet], year: int) -> list[SheetPaper]:
    names = PaperOffices(session)
    proofs = _proofs(session, [sheet.unit.id for sheet in found], year)
    begun = _begun(session, [sheet.unit.id for sheet in found], year)
    return [
        _paper(sheet, names, proofs.get(sheet.unit.id, ()), is_begun=sheet.unit.id in begun)
        for sheet in found
    ]


def _paper(sheet: Sheet, names: PaperOffices, proofs: Iterable[Proof], *, is_begun: bool) -> SheetPaper:
    self_on = sheet.self_on if sheet.state in PAST[SELF] else None
    appraised_on = sheet.appraised_on if sheet.state in PAST[APPRAISED] else None
    order = {item.code: place for place, item in enumerate(sheet.rule_set.asked)}
    return SheetPaper(
        unit_code=sheet.unit.code,
        unit_name=sheet.unit.name,
        year=sheet.year,
        rule_set=sheet.rule_set,
        title=sheet.title,
        citation=sheet.citation,
        version=sheet.rule_set_version,
        names=names.of_commune(sheet.unit, self_on, sheet.year),
        appraisers=names.of_appraisers(sheet.unit, appraised_on),
        state=sheet.state if is_begun else None,
        marks=sheet.marks,
        columns={column: sheet.column(column) for column in COLUMNS},
        self_on=self_on,
        appraised_on=appraised_on,
        registered_class=sheet.registered_class,
        recognised_class=sheet.recognised_class,
        recognised_on=sheet.recognised_on,
        decision_number=sheet.decision_number,
        proofs=tuple(sorted(proofs, key=lambda proof: order.get(proof.criterion, len(order)))),
        sample=names.office.sample,
    )


def _begun(session: Session, unit_ids: Sequence[int], year: int) -> frozenset[int]:
    statement = select(ScoreSheet.unit_id).where(ScoreSheet.year == year, ScoreSheet.unit_id.in_(unit_ids))
    return frozenset(session.scalars(statement))


def _proofs(session: Session, unit_ids: Sequence[int], year: int) -> Mapping[int, list[Proof]]:
    statement = (
        select(ScoreSheet.unit_id, ScoreEvidence)
        .join(ScoreEvidence, ScoreEvidence.sheet_id == ScoreSheet.id)
        .where(ScoreSheet.year == year, ScoreSheet.unit_id.in_(unit_ids))
        .order_by(ScoreEvidence.id)
    )
    found: dict[int, list[Proof]] = defaultdict(list)
    for unit_id, row in session.execute(statement):
        found[unit_id].append(Proof(row.criterion, row.number or "", row.on, row.note, row.file_name or ""))
    return found
