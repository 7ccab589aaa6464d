"""Names that the office printed before, and from which day on it prints others."""

from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
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
from db.services import office_names
from ui.common import theme
from ui.common.finding_texts import finding_text
from ui.common.forms.day_editor import DayEditor
from ui.common.forms.message import Message
from ui.common.typed_aside import TypedAside
from ui.common.workplace import Workplace
from ui.office import texts
from ui.office.presenter import KIND

_SIZE = (680, 380)
_DAY_WIDTH = 120
_ASIDE = "office_day_typed"


class EarlierNamesDialog(QDialog):
    """A list of earlier names, and a day for new ones."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._kept: tuple[office_names.EarlierNames, ...] = ()
        self.setWindowTitle(texts.NAMES_TITLE)
        theme.fit_screen(self, *_SIZE)
        self.day, self.message = DayEditor(), Message()
        self.day.setAccessibleName(texts.NAMES_DAY)
        self.table = QTableWidget(0, len(texts.NAMES_HEADS))
        self.keep_button, self.forget_button = QPushButton(texts.KEEP_NAMES), QPushButton(texts.FORGET_NAMES)
        self.close_button = QPushButton(texts.CLOSE)
        self._lay_out()
        self.keep_button.clicked.connect(self.keep)
        self.forget_button.clicked.connect(self.forget)
        self.close_button.clicked.connect(self.reject)
        self._show()
        self.day.setFocus()
        TypedAside(workplace, _ASIDE).hold(self, "", {"on": self.day})

    @classmethod
    def ask(cls, workplace: Workplace, parent: QWidget) -> bool:
        """Show the names until the officer closes them; return whether new ones are to be written now."""
        dialog = cls(workplace, parent)
        kept = dialog.exec()
        dialog.deleteLater()
        return bool(kept)

    def keep(self) -> None:
        """Keep the names of now for the days before, or say what is wrong with the day."""
        text = cleaned(self.day.text())
        try:
            if not text:
                raise Refused([Finding("required", "on")])
            day = read_day(text, self._workplace.today)
            self._workplace.write(lambda session: office_names.change_from(session, day), KIND)
        except Refused as refused:
            self.message.say(finding_text(refused.findings[0]))
        except ValueError as error:
            self.message.say(finding_text(Finding(str(error), "on", text)))
        else:
            self._workplace.say(texts.NAMES_KEPT.format(day=day_text(day)))
            self.accept()

    def forget(self) -> None:
        """Take the chosen names out of the book."""
        row = self.table.currentRow()
        if 0 <= row < len(self._kept):
            number = self._kept[row].id
            self._workplace.write(lambda session: office_names.forget(session, number), KIND)
            self._workplace.say(texts.NAMES_FORGOTTEN)
            self._show()

    def _show(self) -> None:
        self._kept = self._workplace.read(office_names.earlier)
        self.table.setRowCount(len(self._kept))
        for row, item in enumerate(self._kept):
            names = (day_text(item.until), item.names.parent_agency, item.names.issuing_agency)
            for at, words in enumerate(names):
                self.table.setItem(row, at, QTableWidgetItem(words))
        self.forget_button.setEnabled(bool(self._kept))

    def _lay_out(self) -> None:
        words, label = QLabel(texts.NAMES_WORDS), QLabel(texts.NAMES_DAY)
        words.setWordWrap(True)
        label.setBuddy(self.day)
        self._prepare_table()
        row, buttons = QHBoxLayout(), QHBoxLayout()
        for part in (label, self.day, self.keep_button):
            row.addWidget(part)
        row.addStretch(1)
        self.keep_button.setDefault(True)
        self.forget_button.setAutoDefault(False)
        self.close_button.setAutoDefault(False)
        buttons.addWidget(self.forget_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(words)
        column.addLayout(row)
        column.addWidget(self.message)
        column.addWidget(QLabel(texts.NAMES_LIST))
        column.addWidget(self.table, 1)
        column.addLayout(buttons)

    def _prepare_table(self) -> None:
        table = self.table
        table.setHorizontalHeaderLabels(texts.NAMES_HEADS)
        table.setAccessibleName(texts.NAMES_LIST)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.verticalHeader().setVisible(False)
        table.verticalHeader().setDefaultSectionSize(theme.ROW_HEIGHT)
        table.setColumnWidth(0, _DAY_WIDTH)
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        for at in (1, 2):
            head.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
