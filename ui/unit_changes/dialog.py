"""Asks for a change of units on a day, shows what it would touch, and makes it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from db.rules.findings import Finding
from db.rules.unit_changes import UnitChange
from ui.common import theme
from ui.common.finding_texts import finding_text
from ui.common.typed_aside import TypedAside
from ui.common.workplace import Workplace
from ui.unit_changes import texts
from ui.unit_changes.form import ChangeForm
from ui.unit_changes.presenter import ChangePresenter
from ui.unit_changes.preview_words import preview_lines

_ASIDE = "unit_change_typed"
_SIZE = (760, 620)
_LEAST_PREVIEW = 130
_POINT = "•  {line}"


class UnitChangeDialog(QDialog):
    """Nothing is made before it was previewed as it stands: any change in a field asks for another preview."""

    def __init__(
        self, workplace: Workplace, unit_id: int | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.presenter = ChangePresenter(workplace)
        self._change: UnitChange | None = None
        self.setWindowTitle(texts.TITLE)
        theme.fit_screen(self, *_SIZE)
        self.form = ChangeForm(self.presenter, unit_id)
        self.told = QLabel(texts.PREVIEW_FIRST)
        self.preview_button, self.apply_button = QPushButton(texts.PREVIEW), QPushButton(texts.APPLY)
        self.back_button = QPushButton(texts.BACK)
        self._lay_out()
        self._connect()
        self._forget()
        self.form.take_focus()
        TypedAside(workplace, _ASIDE).hold_fields(self, "", self.form)

    @classmethod
    def ask(cls, workplace: Workplace, unit_id: int | None, parent: QWidget) -> bool:
        """Show the change until it is made or given up; return whether it was made."""
        dialog = cls(workplace, unit_id, parent)
        made = bool(dialog.exec())
        dialog.deleteLater()
        return made

    def show_preview(self) -> None:
        """Say what the change would touch, or what is wrong; only what was previewed can be made."""
        self._forget()
        judged = self.presenter.judge(self.form.typed())
        if judged.change is None or judged.preview is None or judged.findings:
            self._complain(judged.findings)
            return
        self._change = judged.change
        self._tell(texts.PREVIEW_TITLE, preview_lines(judged.change, judged.preview))
        self.apply_button.setEnabled(True)
        self.apply_button.setFocus()

    def apply(self) -> None:
        """Make the change that was previewed."""
        if self._change is None:
            return
        try:
            findings = self.presenter.apply(self._change)
        except Exception as error:
            # As where no backup can be made before: nothing was changed, and the change stands here as typed.
            self.presenter.workplace.fail(error)
            return
        if findings:
            self._forget()
            self._complain(findings)
            return
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_F9:
            self.show_preview()
        elif is_enter and self.form.isAncestorOf(self.focusWidget()):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _forget(self) -> None:
        self._change = None
        self.apply_button.setEnabled(False)
        self._say(texts.PREVIEW_FIRST)

    def _complain(self, findings: Sequence[Finding]) -> None:
        self._tell(texts.WRONG, [_words(finding) for finding in findings])
        self.told.setPalette(theme.colored(self.palette(), theme.late()))

    def _tell(self, title: str, lines: Sequence[str]) -> None:
        self._say("\n".join((title, *(_POINT.format(line=line) for line in lines))))

    def _say(self, words: str) -> None:
        self.told.setPalette(self.palette())
        self.told.setText(words)

    def _connect(self) -> None:
        self.form.edited.connect(self._forget)
        self.preview_button.clicked.connect(self.show_preview)
        self.apply_button.clicked.connect(self.apply)
        self.back_button.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        self.told.setWordWrap(True)
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        room = QScrollArea()
        room.setWidgetResizable(True)
        room.setWidget(self.told)
        room.setMinimumHeight(_LEAST_PREVIEW)
        room.setAccessibleName(texts.PREVIEW_TITLE)
        theme.make_primary(self.apply_button)
        buttons = QHBoxLayout()
        buttons.addWidget(self.preview_button)
        buttons.addStretch(1)
        buttons.addWidget(self.apply_button)
        buttons.addWidget(self.back_button)
        for button in (self.preview_button, self.back_button):
            button.setAutoDefault(False)
        fields = QScrollArea()
        fields.setWidgetResizable(True)
        fields.setFrameShape(QScrollArea.Shape.NoFrame)
        fields.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        fields.setWidget(self.form)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(fields, 3)
        column.addWidget(room, 2)
        column.addLayout(buttons)


def _words(finding: Finding) -> str:
    """Write a finding behind the name of its field."""
    place, _, part = finding.place.partition(".")
    number, _, field = part.partition(".")
    label = texts.PLACES.get(field or place, "")
    if number.isdecimal() and int(number) > 1:
        label = texts.PLACE_OF.format(label=label, number=number)
    return texts.PLACED.format(label=label, words=finding_text(finding)) if label else finding_text(finding)
