"""What the window expects of a screen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.common.screens.subject import ScreenHelp
from ui.common.workplace import Workplace

if TYPE_CHECKING:
    from db.services.searching.search import Found


class Screen(QWidget):
    """One subject's screen. `filled` when it first shows what it is for; `badge_changed` with what wants attention.

    `subject_requested` asks for another subject, `record_requested` for one of its records by its number,
    `found_requested` for a record of any kind in a period in which it is listed.
    """

    filled = Signal()
    badge_changed = Signal(int)
    subject_requested = Signal(str)
    record_requested = Signal(str, int)
    found_requested = Signal(object)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace

    def help(self) -> ScreenHelp:
        """Return what F1 shows here."""
        raise NotImplementedError

    def begin(self) -> None:
        """Read and show for the first time, then emit `filled`."""
        raise NotImplementedError

    def show_page(self, key: str) -> None:
        """Open one of the screens that this one is made of; called before `begin` where that one is wanted first."""

    def settle(self) -> None:
        """Keep what is being typed; called before the window turns to another screen or closes."""

    def show_record(self, record_id: int) -> None:
        """Open one record of this subject."""
        raise NotImplementedError

    def show_found(self, found: "Found") -> None:
        """Open what a search found here; a screen that shows parts of its records opens those too."""
        self.show_record(found.id)

    def narrow(self, text: str) -> None:
        """Show the list of this subject with only what holds the text."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Put the cursor where work usually goes on."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
