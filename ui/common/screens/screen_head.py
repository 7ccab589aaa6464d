"""The head of a screen: its title, and at the right its choices and buttons, one of them the primary action."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

from ui.common import icons, theme


class ScreenHead(QWidget):
    """Title at the left, buttons at the right in the order in which they were added."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel(title)
        self.title.setFont(theme.heading(self.font()))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.STEP * 2)
        # A long name goes on in a second line where buttons leave it little room.
        self.title.setWordWrap(True)
        self._row.addWidget(self.title, 1)

    def add_choice(self, words: str, box: QComboBox) -> None:
        """Add a box with its label; a low screen has no line to spare for it."""
        label = QLabel(words)
        label.setBuddy(box)
        box.setAccessibleName(words)
        self._row.addWidget(label)
        self._row.addWidget(box)

    def add_primary(self, words: str, tip: str) -> QPushButton:
        """Add the one primary action of the screen."""
        button = self.add_button(words, tip)
        theme.make_primary(button)
        return button

    def add_button(self, words: str, tip: str, icon: str = "") -> QPushButton:
        """Add a button; its tip names its key."""
        button = QPushButton(words)
        button.setToolTip(tip)
        button.setAutoDefault(False)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if icon:
            button.setIcon(icons.icon(icon))
        self._row.addWidget(button)
        return button
