"""The sections of a plan as a tree: read in order, moved with all that lies below, pasted in, numbered by a scheme.

Every function that moves something returns whether anything changed: at an end of the tree nothing does.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.records import Plan, PlanSection, Target
from db.rules import section_order
from db.rules.entry_kinds import SECTIONS
from db.rules.findings import Finding, Refused
from db.rules.numbering import LETTERED, SCHEMES, Scheme
from db.rules.section_order import Part, Parts
from db.rules.text import folded
from db.services import content
from db.services.entering.entries import Gone
from db.services.planning import plan_gate

_QUOTED = 60


@dataclass(frozen=True)
class SectionInfo:
    """A section as it is listed: its number in the book, its shape, its text."""

    id: int
    shape: str
    text: str


@dataclass(frozen=True)
class OutlineInfo:
    """All that the outline of a plan shows: its sections in order, its scheme, how many targets it has."""

    sections: tuple[SectionInfo, ...]
    scheme: Scheme
    targets: int


@dataclass(frozen=True)
class NewSection:
    """A section that is to be inserted."""

    shape: str
    text: str


@dataclass(frozen=True)
class _Placed:
    part: Part
    position: int


def outline_of(session: Session, plan_id: int) -> OutlineInfo:
    """Return the outline of a plan, in three statements whatever its length; no plan has an empty one."""
    statement = select(PlanSection.id, PlanSection.shape, PlanSection.text)
    ordered = statement.where(PlanSection.plan_id == plan_id).order_by(PlanSection.position, PlanSection.id)
    found = tuple(SectionInfo(number, shape, text or "") for number, shape, text in session.execute(ordered))
    targets = session.scalar(select(func.count(Target.id)).where(Target.plan_id == plan_id)) or 0
    name = session.scalar(select(Plan.scheme).where(Plan.id == plan_id))
    return OutlineInfo(found, SCHEMES.get(name or "", LETTERED), targets)


def with_below(session: Session, plan_id: int, section_ids: Iterable[int]) -> tuple[int, ...]:
    """Return sections of a plan with all that lies below them, in order, each once."""
    parts, wanted = _parts(_placed(session, plan_id)), set(section_ids)
    found: dict[int, None] = {}
    for at, part in enumerate(parts):
        if part.id in wanted:
            found.update((below.id, None) for below in parts[at : section_order.end_of(parts, at)])
    return tuple(found)


def step(session: Session, section_id: int, steps: int) -> bool:
    """Move a section past its sibling above (-1) or below (1); raises Gone."""
    return _rearrange(session, section_id, lambda parts, at: section_order.stepped(parts, at, steps))


def shift(session: Session, section_id: int, steps: int) -> bool:
    """Put a heading one level up (-1) or under its sibling above (1); raises Gone."""
    return _rearrange(session, section_id, lambda parts, at: section_order.shifted(parts, at, steps))


def put_before(session: Session, section_id: int, before_id: int | None) -> bool:
    """Put a section before another of its plan, before none at the end; raises Gone."""

    def act(parts: Parts, at: int) -> Parts:
        place = len(parts) if before_id is None else _place(parts, before_id)
        return section_order.put_before(parts, at, place)

    return _rearrange(session, section_id, act)


def put_after(session: Session, section_id: int, other_id: int) -> bool:
    """Put a section that was just added after another of its plan; raises Gone."""
    return _rearrange(
        session, section_id, lambda parts, at: section_order.put_after(parts, at, _place(parts, other_id))
    )


def put_under(session: Session, section_id: int, heading_id: int) -> bool:
    """Put a section under a heading of its plan; raises Gone."""
    return _rearrange(
        session, section_id, lambda parts, at: section_order.put_under(parts, at, _place(parts, heading_id))
    )


def insert_after(
    session: Session, plan_id: int, after_id: int | None, made: Sequence[NewSection]
) -> tuple[int, ...]:
    """Insert sections after one of the plan (none: at the end) and return their numbers.

    Those that could not lie below it come after all that does. Raises Refused with every finding, or Gone.
    """
    if session.get(Plan, plan_id) is None:
        raise Gone("plans", plan_id)
    plan_gate.refuse_locked(session, plan_id, "shape")
    _check(made)
    placed = _placed(session, plan_id)
    at = place_after(_parts(placed), after_id, made[0].shape) if made else 0
    stop = at + len(made)
    kept = [item.position for item in placed]
    changed = section_order.spread([*kept[:at], *[0] * len(made), *kept[at:]], at, stop)
    ids = [item.part.id for item in placed]
    ids[at:at] = [0] * len(made)
    beside = {ids[place]: position for place, position in changed.items() if ids[place]}
    _put(session, beside)
    rows = _rows(session, plan_id, [changed[place] for place in range(at, stop)], made)
    session.add_all(rows)
    session.flush()
    return tuple(row.id for row in rows)


def place_after(parts: Parts, after_id: int | None, shape: str) -> int:
    """Return the place of a new section of a shape after another (none: at the end); raises Gone."""
    return len(parts) if after_id is None else section_order.after_new(parts, _place(parts, after_id), shape)


def _check(made: Sequence[NewSection]) -> None:
    longest = SECTIONS.field("text").max_length
    findings = [
        Finding("too_long", "text", item.text[:_QUOTED], {"most": str(longest)})
        for item in made
        if len(item.text) > longest
    ]
    if findings:
        raise Refused(findings)


def _rows(
    session: Session, plan_id: int, positions: Sequence[int], made: Sequence[NewSection]
) -> list[PlanSection]:
    titles = _shape_titles(session)
    rows = []
    for position, item in zip(positions, made, strict=True):
        row = PlanSection(plan_id=plan_id, position=position, shape=item.shape, text=item.text or None)
        row.search = _search(titles, row)
        rows.append(row)
    return rows


def _placed(session: Session, plan_id: int) -> tuple[_Placed, ...]:
    statement = select(PlanSection.id, PlanSection.shape, PlanSection.position)
    ordered = statement.where(PlanSection.plan_id == plan_id).order_by(PlanSection.position, PlanSection.id)
    return tuple(
        _Placed(Part(number, shape), position) for number, shape, position in session.execute(ordered)
    )


def _parts(placed: Iterable[_Placed]) -> Parts:
    return tuple(item.part for item in placed)


def _place(parts: Parts, section_id: int) -> int:
    for at, part in enumerate(parts):
        if part.id == section_id:
            return at
    raise Gone("sections", section_id)


def _section(session: Session, section_id: int) -> PlanSection:
    section = session.get(PlanSection, section_id)
    if section is None:
        raise Gone("sections", section_id)
    return section


def _rearrange(session: Session, section_id: int, act: Callable[[Parts, int], Parts]) -> bool:
    section = _section(session, section_id)
    plan_gate.refuse_locked(session, section.plan_id, "shape")
    placed = _placed(session, section.plan_id)
    before = _parts(placed)
    after = act(before, _place(before, section_id))
    if after == before:
        return False
    _give_shapes(session, before, after)
    _give_positions(session, placed, after)
    session.flush()
    return True


def _give_shapes(session: Session, before: Parts, after: Parts) -> None:
    old = {part.id: part.shape for part in before}
    shapes = {part.id: part.shape for part in after if part.shape != old[part.id]}
    titles = _shape_titles(session) if shapes else {}
    for section in _sections(session, shapes):
        section.shape = shapes[section.id]
        section.search = _search(titles, section)


def _give_positions(session: Session, placed: Sequence[_Placed], after: Parts) -> None:
    """Give new positions to the smaller of the two runs that changed places."""
    old, new = [item.part.id for item in placed], [part.id for part in after]
    if old == new:
        return
    first = next(at for at in range(len(old)) if old[at] != new[at])
    last = next(at for at in range(len(old), 0, -1) if old[at - 1] != new[at - 1])
    border = new.index(old[first])
    start, stop = (first, border) if border - first <= last - border else (border, last)
    known = {item.part.id: item.position for item in placed}
    changed = section_order.spread([known[number] for number in new], start, stop)
    _put(session, {new[place]: position for place, position in changed.items()})


def _put(session: Session, positions: Mapping[int, int]) -> None:
    for section in _sections(session, positions):
        section.position = positions[section.id]


def _sections(session: Session, section_ids: Iterable[int]) -> Sequence[PlanSection]:
    """Read sections in one statement: one by one, each would flush what was changed before it."""
    return session.scalars(select(PlanSection).where(PlanSection.id.in_(list(section_ids)))).all()


def _shape_titles(session: Session) -> dict[str, str]:
    return dict(content.titles(content.choices(session, "section_shapes")))


def _search(titles: dict[str, str], section: PlanSection) -> str:
    return folded(f"{titles.get(section.shape, '')} {section.text or ''}".strip())
