"""All that is found in the figures of a return before it is approved."""

from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy.orm import Session

from db.rules.returns.arithmetic import arithmetic_findings
from db.rules.returns.check_findings import CheckFinding, Severity
from db.rules.returns.comparisons import comparison_findings
from db.rules.returns.completeness import completeness_findings
from db.rules.returns.filled import FilledReturn
from db.rules.returns.flowing import HandFilled, hand_findings
from db.services.returns import earlier, outside


def findings(
    session: Session,
    filled: FilledReturn,
    *,
    today: date,
    by_hand: HandFilled | None = None,
    told: Sequence[CheckFinding] = (),
) -> tuple[CheckFinding, ...]:
    """Return what is wrong or wants a look on a day, errors first, then in the order of the checks.

    `by_hand` tells which cells were filled by hand, `told` what was found when the return was added up.
    """
    found = [*_all(session, filled, today, by_hand), *told]
    return tuple(sorted(_once(found), key=lambda item: item.severity is not Severity.ERROR))


def _all(
    session: Session, filled: FilledReturn, today: date, by_hand: HandFilled | None
) -> Iterator[CheckFinding]:
    yield from arithmetic_findings(filled.sheets)
    yield from completeness_findings(filled.sheets, filled.span, today)
    for before in earlier.earlier_returns(session, filled):
        yield from comparison_findings(filled.sheets, before, filled.set.limits)
    yield from earlier.late_findings(session, filled)
    yield from outside.outside_findings(session, filled)
    if by_hand is not None:
        yield from hand_findings(by_hand)


def _once(found: Sequence[CheckFinding]) -> list[CheckFinding]:
    """Return the findings without those that say the same of the same cell."""
    return list({item.key: item for item in found}.values())
