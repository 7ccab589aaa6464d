"""What was said of the sample office's returns: those up to nine months of the last year were sent, a few are late."""

from datetime import date, timedelta

from db.rules.returns.due import DueState
from db.services.returns import due, due_marks
from db.services.returns.due import DueReturn
from db.services.returns.due_marks import Said
from desktop.demo.making import LABEL, YEARS, Sample

_TODAY, _SENT_UNTIL = date(YEARS[-1], 12, 14), date(YEARS[-1], 10, 1)
# Of so many returns of the last year one did not come.
_ONE_IN = 19


def add_due(sample: Sample) -> None:
    """Say of returns by hand that they were sent and received."""
    board = due.board(sample.session, year=YEARS[-1], on=_TODAY)
    for number, item in enumerate(board.returns, start=1):
        is_missing = not item.is_carried and not item.is_own and number % _ONE_IN == 0
        if item.due.due < _SENT_UNTIL and not is_missing:
            due_marks.mark(sample.session, _said(item, number), _TODAY)


def _said(item: DueReturn, number: int) -> Said:
    on = item.due.due + timedelta(days=number % 4 - 2)
    state = DueState.SENT if item.is_own else DueState.RECEIVED
    return Said(item.unit.id, *item.due.key, state, on, LABEL)
