"""Asks which unit of the day before a new unit came from: near names to choose from, or any by code or name."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db.rules.findings import Finding
from db.rules.formats import day_text
from db.services.borders.succession_rows import SuccessionRow
from db.services.borders.succession_sources import Candidate
from ui.common import theme
from ui.common.finding_texts import finding_text
from ui.common.forms.choosing import Option
from ui.common.forms.finder_editor import FinderEditor
from ui.common.forms.message import Message
from ui.common.texts import TURN_BACK
from ui.successions import texts

_WIDTH, _HEIGHT = 640, 440
_ID = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True)
class SourceQuestion:
    """What is asked about: the row, and how the book is asked. `keep` returns what stands in the way."""

    row: SuccessionRow
    candidates: Callable[[str], tuple[Candidate, ...]]
    seek: Callable[[str], tuple[Option, ...]]
    keep: Callable[[int, bool], tuple[Finding, ...]]
    chosen: Option | None = None


class NearNames(QListWidget):
    """A list in which nothing is chosen before the officer does: the first arrow chooses the first line."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not self.selectedItems():
            self.setCurrentRow(0)
        else:
            super().keyPressEvent(event)


class SourceDialog(QDialog):
    """Nothing is chosen before the officer does; Enter on a near name takes and keeps it."""

    def __init__(self, question: SourceQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        row = question.row
        self.setWindowTitle(texts.SOURCE_TITLE.format(name=row.new.name))
        theme.fit_screen(self, _WIDTH, _HEIGHT)
        self.near_label, self.near = QLabel(), NearNames()
        self.finder = FinderEditor(question.seek)
        self.extent, self.message = QComboBox(), Message()
        self.keep_button, self.back_button = QPushButton(texts.SOURCE_KEEP), QPushButton(TURN_BACK)
        self._lay_out()
        self._fill()
        self._connect()

    @classmethod
    def ask(cls, question: SourceQuestion, parent: QWidget) -> bool:
        """Show the question until it is answered; return whether something was kept."""
        dialog = cls(question, parent)
        kept = bool(dialog.exec())
        dialog.deleteLater()
        return kept

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.near.hasFocus():
            self._take(next(iter(self.near.selectedItems()), None))
        elif is_enter and self.finder.hasFocus() and not self.finder.chosen():
            self._try()
        else:
            super().keyPressEvent(event)

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is None:
            self.message.say(texts.SOURCE_NEEDED)
            return
        self.finder.set_choice(str(item.data(_ID)), item.data(_ID + 1))
        self._try()

    def _try(self) -> None:
        code, typed = self.finder.chosen(), self.finder.shown().strip()
        if not code:
            self.message.say(texts.SOURCE_UNKNOWN.format(typed=typed) if typed else texts.SOURCE_NEEDED)
            return
        findings = self._question.keep(int(code), self.extent.currentData())
        if findings:
            self.message.say("\n".join(map(finding_text, findings)))
            return
        self.accept()

    def _on_typed(self, typed: str) -> None:
        """Offer near names for what no unit is called."""
        self.message.say("")
        if typed.strip() and not self.finder.options:
            self._offer(typed.strip())

    def _offer(self, written: str) -> None:
        found = self._question.candidates(written)
        self.near.clear()
        for item in found:
            self.near.addItem(_line(item))
        words = texts.SOURCE_NEAR if written else texts.SOURCE_FREE_LIST
        self.near_label.setText(words if found else texts.SOURCE_NO_NEAR)
        self.near.setEnabled(bool(found))

    def _fill(self) -> None:
        for title, whole in ((texts.WHOLE, True), (texts.PART, False)):
            self.extent.addItem(title, whole)
        chosen, row = self._question.chosen, self._question.row
        if chosen is not None:
            self.finder.set_choice(chosen.code, chosen.title)
            self.extent.setCurrentIndex(0 if row.whole else 1)
        self._offer(row.written or (row.old.name if row.old and chosen else ""))
        (self.near if self.near.isEnabled() and chosen is None else self.finder).setFocus()

    def _connect(self) -> None:
        self.finder.textEdited.connect(self._on_typed)
        self.finder.went_on.connect(self.extent.setFocus)
        self.near.itemDoubleClicked.connect(self._take)
        self.keep_button.clicked.connect(self._try)
        self.back_button.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        self.near.setAccessibleName(texts.SOURCE_NEAR)
        self.near_label.setBuddy(self.near)
        self.finder.setAccessibleName(texts.SOURCE_OLD)
        self.finder.setPlaceholderText(texts.SOURCE_OLD_HINT)
        self.extent.setAccessibleName(texts.SOURCE_EXTENT)
        form = QFormLayout()
        form.addRow(texts.SOURCE_OLD, self.finder)
        form.addRow(texts.SOURCE_EXTENT, self.extent)
        theme.make_primary(self.keep_button)
        self.keep_button.setAutoDefault(False)
        self.back_button.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.back_button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        for line in self._heads():
            column.addWidget(line)
        column.addWidget(self.near_label)
        column.addWidget(self.near, 1)
        column.addLayout(form)
        column.addWidget(self.message)
        column.addLayout(buttons)

    def _heads(self) -> list[QLabel]:
        row = self._question.row
        unit = texts.UNIT.format(name=row.new.name, code=row.new.code)
        words = [texts.SOURCE_NEW.format(unit=unit, parent=row.new.parent, day=day_text(row.on))]
        if row.written:
            words.append(texts.SOURCE_WRITTEN.format(written=row.written))
        heads = [QLabel(line) for line in words]
        for head in heads:
            head.setWordWrap(True)
        heads[-1].setFont(theme.strong(self.font()))
        return heads


def _line(item: Candidate) -> QListWidgetItem:
    unit = texts.OPTION.format(code=item.unit.code, name=item.unit.name, parent=item.unit.parent)
    remarks = [texts.HAS_CODE] if item.has_code else []
    remarks.append(texts.IS_FREE if item.is_free else texts.IS_TAKEN)
    line = QListWidgetItem(texts.CANDIDATE.format(unit=unit, remarks=", ".join(remarks)))
    line.setData(_ID, item.unit.id)
    line.setData(_ID + 1, unit)
    return line
