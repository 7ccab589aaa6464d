"""What every page of the first steps is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.common import theme
from ui.common.forms.message import Message
from ui.wizard.presenter import WizardPresenter


class Page(QWidget):
    """A title, words, and what is to be filled in. `next_requested` asks for the next page."""

    next_requested = Signal()

    def __init__(self, presenter: WizardPresenter, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self.message = Message()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.STEP * 2)
        if words:
            label = QLabel(words)
            label.setWordWrap(True)
            self.column.addWidget(label)

    def enter(self) -> None:
        """Show the state and put the cursor where one begins."""

    def problem(self) -> str:
        """Return why the next page cannot be shown yet; nothing when it can."""
        return ""

    def confirm(self) -> bool:
        """Ask what has to be asked before one goes on, and return whether one may."""
        return True


def scrolling(body: QWidget, name: str = "") -> QScrollArea:
    """Return what scrolls on a low screen; one with a name is reached by Tab, since nothing inside it is."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.TabFocus if name else Qt.FocusPolicy.NoFocus)
    area.setAccessibleName(name)
    area.setWidget(body)
    return area
