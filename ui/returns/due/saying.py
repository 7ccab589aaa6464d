"""What an officer does with the returns that are chosen: says that they were sent, takes that back, adds one."""

from typing import TYPE_CHECKING

from db.rules.returns.due import DueState
from db.rules.returns.schedules import ReportKind
from db.services.returns.due import DueReturn
from ui.returns.due import texts
from ui.returns.due.lines import told
from ui.returns.due.mark_dialog import MarkDialog
from ui.returns.due.once_dialog import OnceDialog
from ui.returns.due.presenter import DuePresenter

if TYPE_CHECKING:
    from ui.returns.due.screen import DueScreen

_OWN = (DueState.SENT, DueState.ACKNOWLEDGED, DueState.EXCUSED)
_BELOW = (DueState.RECEIVED, DueState.EXCUSED)


class Saying:
    """Asks and keeps; the board then shows it."""

    def __init__(self, screen: "DueScreen", presenter: DuePresenter) -> None:
        self._screen, self._presenter = screen, presenter
        self._workplace = presenter.workplace

    def mark(self) -> None:
        """Ask what is to be said of the chosen returns."""
        items = self._screen.chosen()
        if not items:
            self._workplace.say(texts.NOTHING_CHOSEN)
            return
        what = told(items[0]) if len(items) == 1 else texts.SEVERAL.format(count=len(items))
        MarkDialog.ask(self._presenter, items, what, _states(items), self._screen)

    def take_back(self) -> None:
        """Take back what was said of the chosen return; one that was added by hand and has nothing goes."""
        items = self._screen.chosen()
        if not items:
            self._workplace.say(texts.NOTHING_CHOSEN)
        elif self._presenter.take_back(items[0]):
            self._workplace.say(texts.TAKEN_BACK.format(title=told(items[0])))
        elif items[0].due.kind is not ReportKind.PERIODIC:
            self._presenter.remove_once(items[0])
            self._workplace.say(texts.REMOVED.format(title=items[0].set_title))
        else:
            self._workplace.say(texts.NOTHING_SAID)

    def add_once(self) -> None:
        """Ask for a thematic or ad hoc return."""
        OnceDialog.ask(self._presenter, self._screen)


def _states(items: tuple[DueReturn, ...]) -> tuple[DueState, ...]:
    """Return what can be said of all of them, the usual first."""
    offered = [_OWN if item.is_own else _BELOW for item in items]
    return tuple(state for state in offered[0] if all(state in each for each in offered))
