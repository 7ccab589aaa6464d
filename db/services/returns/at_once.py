"""Fill, check and approve a return in one go, as the command line does."""

from sqlalchemy.orm import Session

from db.rules.findings import Finding
from db.rules.periods import Period
from db.rules.returns.check_findings import Severity, finding_of
from db.rules.returns.filled import FilledReturn
from db.services.returns import approving, frozen_returns, hand_filling, standings
from db.services.returns.hand_filling import HandReturn
from db.services.units import UnitInfo


def approve_now(
    session: Session, *, set_code: str, unit: UnitInfo, period: Period, word: str
) -> tuple[int, FilledReturn, tuple[Finding, ...]]:
    """Approve a return as its records or returns are; return its number, what was frozen, and its warnings.

    The same figures as those of the newest revision are that revision. `word` stands for warnings of which an officer
    said nothing, and for why a revision differs. Raises Refused with the errors.
    """
    hand = hand_filling.fill(session, set_code=set_code, unit=unit, period=period)
    return approve_hand(session, hand, word=word)


def approve_hand(
    session: Session, hand: HandReturn, *, word: str
) -> tuple[int, FilledReturn, tuple[Finding, ...]]:
    """Approve a return that was filled just now, as `approve_now` does."""
    today = session.info["clock"]().date()
    found = standings.findings(session, hand, today=today)
    said = {item.key: word for item in found} | dict(hand.work.words if hand.work else {})
    number = approving.approve(
        session,
        hand.filled,
        words=said,
        note=word,
        sources=hand.sources,
        by_hand=hand.by_hand,
        found=found,
    )
    # One that an earlier program froze has figures alone; the same figures are filled here.
    filled = frozen_returns.by_id(session, number).filled or hand.filled
    warnings = (item for item in found if item.severity is Severity.WARNING)
    return number, filled, tuple(finding_of(item, filled.sheets) for item in warnings)
