"""Registration of many communes at once: which class each aims at."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from db.rules.findings import Finding, Refused
from db.rules.periods import Span
from db.rules.scoring.chain import Step, Taken, open_steps
from db.rules.scoring.rule_sets import ScoreClass
from db.rules.units import Level
from db.services import units
from db.services.scoring import sheets, steps
from db.services.units import UnitInfo


@dataclass(frozen=True)
class Registration:
    """A commune that can register still, the classes it can choose from, the one it is registered for (blank: none)."""

    unit: UnitInfo
    classes: tuple[ScoreClass, ...]
    class_code: str


def open_registrations(session: Session, *, unit_id: int, span: Span) -> tuple[Registration, ...]:
    """Return the communes of an office that can register for the span's year, by code.

    Raises Unknown where the year has no rule set.
    """
    communes = [unit for unit in units.kept_by(session, unit_id, span) if unit.level == Level.COMMUNE]
    return tuple(
        Registration(now.unit, now.rule_set.classes, now.registered_class)
        for now in sheets.of_year(session, communes, span.year)
        if Step.REGISTER in open_steps(now.state)
    )


def register(session: Session, *, year: int, classes: Mapping[int, str], on: date, today: date) -> None:
    """Register communes, told by their units' numbers, each for its class: all or none.

    Raises Refused with every finding; one that is not about the day stands at the number of the commune.
    """
    findings: list[Finding] = []
    for unit_id, code in classes.items():
        taken = Taken(Step.REGISTER, on, code)
        try:
            steps.take(session, unit_id=unit_id, year=year, taken=taken, today=today)
        except Refused as refused:
            placed = (_placed(item, unit_id) for item in refused.findings)
            findings += [item for item in placed if item not in findings]
    if findings:
        raise Refused(findings)


def _placed(finding: Finding, unit_id: int) -> Finding:
    # A day that has not come yet is one slip, whatever the number of communes.
    return finding if finding.code == "day_ahead" else replace(finding, place=str(unit_id))
