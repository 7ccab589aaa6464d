"""Evidence that comes forward from another year's sheet of the same commune, as an officer chooses it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.records import ScoreEvidence, ScoreSheet
from db.services.scoring import evidence
from db.services.scoring.evidence import Evidence, closed, refuse, titles
from db.services.scoring.sheets import Sheet, sheet


@dataclass(frozen=True)
class Offered:
    """Evidence of another year: the criterion's title now, and why it does not come (`why`), nothing where it may.

    `no_criterion`: the set of this year has none of the code; `other_title`: the code is another criterion's now;
    `held`: it is here already.
    """

    evidence: Evidence
    title: str
    why: str = ""


def last_year(session: Session, *, unit_id: int, year: int) -> int | None:
    """Return the latest year before this one in which a commune's sheet has evidence, none where none has."""
    statement = (
        select(func.max(ScoreSheet.year))
        .join(ScoreEvidence)
        .where(ScoreSheet.unit_id == unit_id, ScoreSheet.year < year)
    )
    return session.scalar(statement)


def offered(session: Session, *, unit_id: int, from_year: int, year: int) -> tuple[Offered, ...]:
    """Return the evidence of a commune's other year, in the order of that sheet, as it would come into this one."""
    pieces = evidence.of_sheet(session, unit_id=unit_id, year=from_year)
    if not pieces:
        return ()
    now = sheet(session, unit_id=unit_id, year=year)
    before = sheet(session, unit_id=unit_id, year=from_year)
    here = {
        piece.same
        for held in evidence.of_sheet(session, unit_id=unit_id, year=year).values()
        for piece in held
    }
    order = [item.code for item in before.rule_set.asked]
    return tuple(
        _offer(now, before, piece, here)
        for code in sorted(pieces, key=lambda code: order.index(code) if code in order else len(order))
        for piece in pieces[code]
    )


def copy_forward(
    session: Session, *, unit_id: int, from_year: int, year: int, chosen: Collection[int], today: date
) -> int:
    """Copy chosen evidence of another year into this year's sheet; return how much came.

    A file is shared: both rows name the one that is kept. What may not come is left out. Raises Refused.
    """
    refuse(closed(sheet(session, unit_id=unit_id, year=year)))
    coming = [
        item.evidence
        for item in offered(session, unit_id=unit_id, from_year=from_year, year=year)
        if not item.why and item.evidence.id in chosen
    ]
    for piece in coming:
        evidence.add(
            session,
            unit_id=unit_id,
            year=year,
            criterion=piece.criterion,
            said=piece.said,
            file=piece.file,
            today=today,
        )
    return len(coming)


def _offer(now: Sheet, before: Sheet, piece: Evidence, here: Collection[object]) -> Offered:
    ours, theirs = titles(now), titles(before)
    title = ours.get(piece.criterion, theirs.get(piece.criterion, ""))
    if piece.criterion not in ours:
        return Offered(piece, title, "no_criterion")
    if title != theirs.get(piece.criterion):
        return Offered(piece, title, "other_title")
    return Offered(piece, title, "held" if piece.same in here else "")
