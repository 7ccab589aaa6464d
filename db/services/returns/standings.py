"""How a return of this office stands: figures, findings, what was approved and what differs since."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from db.rules.periods import Period
from db.rules.returns.check_findings import CheckFinding
from db.rules.returns.differences import Difference, differences
from db.rules.returns.filled import FilledReturn
from db.rules.returns.states import ReturnState, state_of
from db.services.returns import approving, checking, frozen_returns, hand_filling
from db.services.returns.frozen_returns import ApprovedReturn, FrozenReturn
from db.services.returns.hand_filling import HandReturn
from db.services.units import UnitInfo


@dataclass(frozen=True)
class ReturnStanding:
    """A return as it stands.

    `hand` is what the records say now with the cells by hand, `looked` the same as it is looked at in borders;
    `frozen` the newest approved revision, `differences` what differs since (before: approved).
    """

    hand: HandReturn
    looked: FilledReturn
    found: tuple[CheckFinding, ...]
    frozen: FrozenReturn | None
    differences: tuple[Difference, ...]
    history: tuple[ApprovedReturn, ...]

    @property
    def state(self) -> ReturnState:
        """Return how far it has come."""
        if self.frozen is not None:
            return self.frozen.known.state
        work = self.hand.work
        checked = work is not None and work.checked_sha256 == self.hand.filled.sha256
        return state_of(filled=work is not None, checked=checked)

    @property
    def has_moved(self) -> bool:
        """Tell whether the return says something else now than what was approved, in figures or below them."""
        if self.frozen is None:
            return False
        same_figures = self.frozen.known.sha256 == self.hand.filled.sha256
        return not (same_figures and approving.notes_stay(self.frozen.filled, self.hand.filled))

    @property
    def open(self) -> tuple[CheckFinding, ...]:
        """Return what stands against an approval: errors, and warnings without a word."""
        words = self.hand.work.words if self.hand.work else {}
        return tuple(approving.standing(self.found, words))


def look(
    session: Session,
    *,
    set_code: str,
    unit: UnitInfo,
    period: Period,
    today: date,
    borders: date | None = None,
) -> ReturnStanding:
    """Fill and check a return; raises Refused as `filling.fill` does. What is checked is as it will be reported."""
    hand = hand_filling.fill(session, set_code=set_code, unit=unit, period=period)
    looked = hand.filled
    if borders is not None and not hand.sources:
        looked = hand_filling.fill(
            session, set_code=set_code, unit=unit, period=period, borders=borders
        ).filled
    frozen = frozen_returns.latest(session, unit_id=unit.id, set_code=set_code, period=period.label)
    before = frozen.filled.sheets if frozen and frozen.filled else hand.filled.sheets
    return ReturnStanding(
        hand,
        looked,
        findings(session, hand, today=today),
        frozen,
        tuple(differences(before, hand.filled.sheets)),
        frozen_returns.history(session, unit.id),
    )


def findings(session: Session, hand: HandReturn, *, today: date) -> tuple[CheckFinding, ...]:
    """Return what is wrong or wants a look in a return on a day, with what was found when it was added up."""
    return checking.findings(session, hand.filled, today=today, by_hand=hand.by_hand, told=hand.told)
