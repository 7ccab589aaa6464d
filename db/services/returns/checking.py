"""All that is found in the figures of a return before it is approved."""

from sqlalchemy.orm import Session

from db.rules.returns.arithmetic import arithmetic_findings
from db.rules.returns.check_findings import CheckFinding
from db.rules.returns.filled import FilledReturn


def findings(session: Session, filled: FilledReturn) -> tuple[CheckFinding, ...]:
    """Return what is wrong or wants a look, errors and warnings, in the order of the forms."""
    return tuple(arithmetic_findings(filled.sheets))
