"""Asks for which class each commune registers, and on which day; all are registered in one step."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db.rules.entries import read_day
from db.rules.findings import Finding, Refused
from db.rules.formats import day_text
from db.rules.text import cleaned
from db.services.scoring import registering
from db.services.scoring.registering import Registration
from ui.common import theme
from ui.common.finding_texts import finding_text
from ui.common.forms.day_editor import DayEditor
from ui.common.forms.message import Message
from ui.common.texts import TURN_BACK
from ui.common.workplace import Workplace
from ui.scores.sheet import register_texts as texts
from ui.scores.sheet.presenter import KIND

_SIZE = (640, 520)
_BOX = 2


class RegisterAllDialog(QDialog):
    """A row for each commune that can register still, with a box of classes. `boxes` are those, by commune."""

    def __init__(
        self, workplace: Workplace, rows: Sequence[Registration], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workplace, self._rows = workplace, rows
        self.boxes: dict[int, QComboBox] = {}
        self.setWindowTitle(texts.TITLE)
        theme.fit_screen(self, *_SIZE)
        self.day, self.every, self.message = DayEditor(), QComboBox(), Message()
        self.table = QTableWidget(len(rows), len(texts.HEADS))
        self.accept_button, self.back_button = QPushButton(texts.ACCEPT), QPushButton(TURN_BACK)
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self._try)
        self.back_button.clicked.connect(self.reject)
        self._fill()
        self._lay_out()
        self.every.setFocus()

    @classmethod
    def ask(cls, workplace: Workplace, rows: Sequence[Registration], parent: QWidget) -> None:
        """Ask until the communes are registered or the officer turns back."""
        dialog = cls(workplace, rows, parent)
        dialog.exec()
        dialog.deleteLater()

    def chosen(self) -> dict[int, str]:
        """Return the classes that are other than those registered already, by commune."""
        found = {row.unit.id: str(self.boxes[row.unit.id].currentData() or "") for row in self._rows}
        held = {row.unit.id: row.class_code for row in self._rows}
        return {unit_id: code for unit_id, code in found.items() if code and code != held[unit_id]}

    def _choose_for_all(self) -> None:
        """Set the class for the communes that have none yet."""
        for row in self._rows:
            box = self.boxes[row.unit.id]
            if not row.class_code:
                box.setCurrentIndex(max(box.findData(self.every.currentData()), 0))

    def _try(self) -> None:
        classes = self.chosen()
        findings = (Finding("no_class_chosen", "classes"),) if not classes else self._register(classes)
        if not findings:
            self._workplace.say(texts.REGISTERED.format(count=len(classes)))
            self.accept()
            return
        self.message.say(self._words(findings[0]))
        if (place := findings[0].place).isdigit():
            self.boxes[int(place)].setFocus()
        elif place == "on":
            self.day.setFocus()

    def _register(self, classes: dict[int, str]) -> tuple[Finding, ...]:
        text, workplace = cleaned(self.day.text()), self._workplace
        if not text:
            return (Finding("required", "on"),)
        try:
            on = read_day(text, workplace.typing_day)
            year, today = workplace.year, workplace.today
            workplace.write(
                partial(registering.register, year=year, classes=classes, on=on, today=today), KIND
            )
        except ValueError as error:
            return (Finding(str(error), "on", text),)
        except Refused as refused:
            return refused.findings
        return ()

    def _words(self, finding: Finding) -> str:
        name = next((row.unit.name for row in self._rows if str(row.unit.id) == finding.place), "")
        words = finding_text(finding)
        return texts.OF_COMMUNE.format(unit=name, words=words) if name else words

    def _fill(self) -> None:
        self.table.setHorizontalHeaderLabels(texts.HEADS)
        self.table.setAccessibleName(texts.TITLE)
        for at, row in enumerate(self._rows):
            titles = {item.code: item.title for item in row.classes}
            for column, words in enumerate((row.unit.name, titles.get(row.class_code, texts.NONE))):
                self.table.setItem(at, column, QTableWidgetItem(words))
            self.boxes[row.unit.id] = box = _class_box(row)
            box.setAccessibleName(texts.BOX.format(unit=row.unit.name))
            box.setCurrentIndex(max(box.findData(row.class_code), 0))
            self.table.setCellWidget(at, _BOX, box)
        self.day.set_text(day_text(self._workplace.today))
        every = _class_box(self._rows[0]) if self._rows else QComboBox()
        for at in range(every.count()):
            self.every.addItem(every.itemText(at), every.itemData(at))
        self.every.currentIndexChanged.connect(self._choose_for_all)

    def _lay_out(self) -> None:
        table = self.table
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setTabKeyNavigation(False)
        table.verticalHeader().setVisible(False)
        table.verticalHeader().setDefaultSectionSize(theme.ROW_HEIGHT + theme.STEP)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        question = QLabel(texts.ASK.format(year=self._workplace.year))
        question.setWordWrap(True)
        grid, buttons = QGridLayout(), QHBoxLayout()
        for at, (words, editor) in enumerate(((texts.EVERY, self.every), (texts.DAY, self.day))):
            label = QLabel(words)
            label.setBuddy(editor)
            editor.setAccessibleName(words)
            grid.addWidget(label, at, 0)
            grid.addWidget(editor, at, 1)
        grid.setColumnStretch(1, 1)
        buttons.addStretch(1)
        buttons.addWidget(self.accept_button)
        buttons.addWidget(self.back_button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(question)
        column.addLayout(grid)
        column.addWidget(table, 1)
        column.addWidget(self.message)
        column.addLayout(buttons)


def _class_box(row: Registration) -> QComboBox:
    box = QComboBox()
    box.addItem(texts.NONE, "")
    for item in row.classes:
        box.addItem(item.title, item.code)
    return box
