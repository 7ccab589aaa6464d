"""A received plan that was looked through becomes a plan of the office, whole or not at all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import Plan
from db.rules.entries import RawValues, read_entry
from db.rules.entry_kinds import ENTRY_KINDS, PLANS
from db.rules.findings import Finding, Refused
from db.rules.plan_review.items import Part, ReviewItem
from db.rules.plan_review.making import ReviewWords
from db.services import content, offices
from db.services.entering import entries
from db.services.planning import plans, sections
from db.services.planning.plans import PlanInfo
from db.services.planning.sections import NewSection

# Lines from several items come one under the other.
_LISTS = ("grounds", "recipients")
_USUAL = {"kind": "year", "scheme": "lettered", "state": "draft"}


@dataclass(frozen=True)
class Stored:
    """What became of a review: the plan's number in the book, and how many records of each kind it has."""

    plan_id: int
    sections: int
    targets: int
    tasks: int


def words(session: Session) -> ReviewWords:
    """Return the content that a review is made with."""
    titles = content.titles(content.choices(session, "report_periods"))
    return ReviewWords(titles, content.target_hints(session), offices.current(session).names.parent_agency)


def findings(items: Sequence[ReviewItem], today: date) -> tuple[Finding, ...]:
    """Return what keeps accepted items from being stored; each place names the part, the source line, the field.

    What a plan has to have and no accepted item holds is named by its field alone.
    """
    taken = [item for item in items if item.accepted]
    found = [_placed(finding, item) for item in taken for finding in item.findings(today)]
    held = {key for item in taken if item.part is Part.HEAD for key in item.raw}
    missing = read_entry(PLANS, _head(taken), today=today).findings
    found += [finding for finding in missing if finding.code == "required" and finding.place not in held]
    return tuple(found)


def same_plan(session: Session, items: Sequence[ReviewItem]) -> PlanInfo | None:
    """Return the plan of the book that has the number, symbol, first year and subject of a review, if any."""
    head = _head([item for item in items if item.accepted])
    number = int(head["number"]) if head.get("number") else None
    statement = select(Plan.id).where(
        Plan.number == number if number is not None else Plan.number.is_(None),
        Plan.subject == head.get("subject"),
        Plan.first_year == int(head.get("first_year") or 0),
    )
    found = session.scalars(statement).first()
    return None if found is None else plans.by_id(session, found)


def store(session: Session, items: Sequence[ReviewItem], today: date) -> Stored:
    """Store the accepted items as a draft of a plan with its parts; raises Refused with every finding."""
    refused = findings(items, today)
    if refused:
        raise Refused(refused)
    taken = [item for item in items if item.accepted]
    # The plan is held while its parts are added: each asks for it, and what nobody holds is read anew.
    plan = session.get_one(
        Plan, entries.add(session, "plans", read_entry(PLANS, _head(taken), today=today).values)
    )
    body = [NewSection(item.raw["shape"], item.raw["text"]) for item in taken if item.kind == "sections"]
    sections.insert_after(session, plan.id, None, body)
    counts = {kind: _add_all(session, plan, kind, taken, today) for kind in ("targets", "tasks")}
    return Stored(plan.id, len(body), counts["targets"], counts["tasks"])


def _add_all(session: Session, plan: Plan, kind: str, taken: Sequence[ReviewItem], today: date) -> int:
    wanted = [item for item in taken if item.kind == kind]
    for item in wanted:
        values = read_entry(ENTRY_KINDS[kind], item.raw, today=today).values
        entries.add(session, kind, {**values, "plan_id": plan.id})
    return len(wanted)


def _head(taken: Sequence[ReviewItem]) -> RawValues:
    held: dict[str, str] = dict(_USUAL)
    for item in taken:
        if item.part is Part.HEAD:
            both = {
                key: f"{held[key]}\n{text}" for key, text in item.raw.items() if key in _LISTS and key in held
            }
            held |= {**item.raw, **both}
    return held


def _placed(finding: Finding, item: ReviewItem) -> Finding:
    return replace(finding, place=".".join(_steps(finding, item)))


def _steps(finding: Finding, item: ReviewItem) -> Iterator[str]:
    yield item.part
    if item.place is not None:
        yield str(item.place.first)
    yield finding.place
