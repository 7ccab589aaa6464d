"""A field for a password: hidden letters, shown on wish, never composed; Caps Lock is told."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QWidget

from ui.common import theme
from ui.common.forms.message import Message
from ui.sign_in import texts

_LONGEST = 256


class PasswordEdit(QLineEdit):
    """`caps_lock_seen` with whether the last letter came out against Shift."""

    caps_lock_seen = Signal(bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(_LONGEST)
        self.setAccessibleName(name.replace("&", ""))
        # Words that come under it must not press it flat.
        self.setMinimumHeight(self.sizeHint().height())
        self.show_letters(False)

    def show_letters(self, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        # Never by an input method, shown or not: what is hidden could not be composed, and would be another password.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            # Off or on again: nobody knows before the next letter.
            self.caps_lock_seen.emit(False)
        elif len(letter) == 1 and letter.isalpha() and letter.lower() != letter.upper():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock_seen.emit(letter.isupper() != shift)
        super().keyPressEvent(event)


class PasswordFields(QWidget):
    """Password fields one under the other, one switch that shows their letters, a warning of Caps Lock."""

    def __init__(self, *names: str) -> None:
        super().__init__()
        self.edits = tuple(PasswordEdit(name) for name in names)
        self.show_box = QCheckBox(texts.SHOW)
        self.show_box.setToolTip(texts.SHOW_TIP)
        self.caps_lock = Message(theme.soon)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(theme.STEP)
        for row, (name, edit) in enumerate(zip(names, self.edits, strict=True)):
            label = QLabel(name)
            label.setBuddy(edit)
            grid.addWidget(label, row * 2, 0)
            grid.addWidget(edit, row * 2 + 1, 0)
            edit.caps_lock_seen.connect(self._on_caps_lock)
        grid.addWidget(self.caps_lock, len(names) * 2, 0)
        grid.addWidget(self.show_box, len(names) * 2 + 1, 0)
        self.show_box.toggled.connect(self._show_letters)

    def texts(self) -> tuple[str, ...]:
        return tuple(edit.text() for edit in self.edits)

    def clear(self) -> None:
        for edit in self.edits:
            edit.clear()
        self.show_box.setChecked(False)
        self.caps_lock.say("")

    def _show_letters(self, shown: bool) -> None:
        for edit in self.edits:
            edit.show_letters(shown)

    def _on_caps_lock(self, is_on: bool) -> None:
        self.caps_lock.say(texts.CAPS_LOCK if is_on else "")
