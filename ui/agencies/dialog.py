"""The office's list of agencies: names and their time, typed in the cells, kept as one step of undo."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMessageBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db.rules.agencies import Agency
from db.rules.findings import Finding, Refused
from db.services import agencies
from ui.agencies import texts
from ui.agencies.rows import FIELDS, TypedAgency, read_rows, typed
from ui.common import theme
from ui.common.finding_texts import finding_text
from ui.common.forms.message import Message
from ui.common.lists.record_keys import record_key
from ui.common.screens.record_screen import action_button
from ui.common.texts import TURN_BACK
from ui.common.workplace import Workplace

_SIZE = (760, 480)
_DAY_WIDTH = 120
_CODE_ROLE = int(Qt.ItemDataRole.UserRole)
_KIND = "agencies"


class AgenciesDialog(QDialog):
    """A table that is typed in. Nothing is kept before the whole list is right."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.setWindowTitle(texts.TITLE)
        theme.fit_screen(self, *_SIZE)
        self.table = QTableWidget(0, len(FIELDS))
        self.message = Message()
        self.add_button = action_button(texts.ADD, texts.ADD_TIP, "")
        self.rename_button = action_button(texts.RENAME, texts.RENAME_TIP, "")
        self.remove_button = action_button(texts.REMOVE, texts.REMOVE_TIP, "")
        self.keep_button = action_button(texts.KEEP, texts.KEEP_TIP, "")
        self.back_button = action_button(TURN_BACK, TURN_BACK, "")
        self._lay_out()
        for agency in workplace.read(agencies.listed):
            self._append(typed(agency))
        self._stored = self.rows()
        self.table.setCurrentCell(0, 0)
        self._connect()

    @classmethod
    def edit(cls, workplace: Workplace, parent: QWidget) -> None:
        """Show the list until it is kept or the officer turns back."""
        dialog = cls(workplace, parent)
        dialog.exec()
        dialog.deleteLater()

    def rows(self) -> list[TypedAgency]:
        """Return what stands in the table."""
        return [self._row(at) for at in range(self.table.rowCount())]

    def add_row(self) -> None:
        """Add an agency at the end and begin to type its name."""
        self._append(TypedAgency("", ("",) * len(FIELDS)))
        self.table.setCurrentCell(self.table.rowCount() - 1, 0)
        self.table.edit(self.table.currentIndex())

    def rename_row(self) -> None:
        """Add another name of the chosen agency below it and begin to type it."""
        at = self.table.currentRow()
        if at < 0:
            return
        row = self._row(at)
        self._insert(at + 1, TypedAgency(row.code, ("",) * len(FIELDS)))
        self.table.setCurrentCell(at + 1, 0)
        self.table.edit(self.table.currentIndex())

    def remove_rows(self) -> None:
        """Take the chosen rows out of the list."""
        chosen = sorted({index.row() for index in self.table.selectedIndexes()}, reverse=True)
        for at in chosen:
            self.table.removeRow(at)
        self.table.setFocus()

    def keep(self) -> None:
        """Keep the whole list, or say what is wrong and go there."""
        # A cell that is still being typed in is taken as it stands.
        self.keep_button.setFocus()
        found, findings = read_rows(self.rows(), self._workplace.typing_day)
        findings = findings or self._store(found)
        if findings:
            self._complain(findings[0])
            return
        self._stored = self.rows()
        self.accept()

    def reject(self) -> None:
        """Close; what was typed and not kept is asked for first."""
        if self.rows() == self._stored or self._may_leave():
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = record_key(event, in_list=self.table.hasFocus())
        if action == "new":
            self.add_row()
        elif action == "remove":
            self.remove_rows()
        else:
            super().keyPressEvent(event)

    def _store(self, found: Sequence[Agency]) -> tuple[Finding, ...]:
        try:
            self._workplace.write(lambda session: agencies.keep(session, found), _KIND)
        except Refused as refused:
            return refused.findings
        self._workplace.say(texts.KEPT)
        return ()

    def _complain(self, finding: Finding) -> None:
        row, _, key = finding.place.partition(".")
        self.message.say(texts.PLACE.format(row=row, words=finding_text(finding)))
        self.table.setCurrentCell(int(row) - 1, [field.key for field in FIELDS].index(key))
        self.table.setFocus()

    def _may_leave(self) -> bool:
        box = QMessageBox(QMessageBox.Icon.Question, texts.LEAVE_TITLE, texts.LEAVE_WORDS, parent=self)
        leave = box.addButton(texts.LEAVE, QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(texts.STAY, QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.exec()
        return box.clickedButton() is leave

    def _append(self, row: TypedAgency) -> None:
        self._insert(self.table.rowCount(), row)

    def _insert(self, at: int, row: TypedAgency) -> None:
        self.table.insertRow(at)
        for column, text in enumerate(row.texts):
            cell = QTableWidgetItem(text)
            cell.setData(_CODE_ROLE, row.code)
            self.table.setItem(at, column, cell)

    def _row(self, at: int) -> TypedAgency:
        cells = [self.table.model().index(at, column) for column in range(len(FIELDS))]
        return TypedAgency(cells[0].data(_CODE_ROLE), tuple(cell.data().strip() for cell in cells))

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add_row)
        self.rename_button.clicked.connect(self.rename_row)
        self.remove_button.clicked.connect(self.remove_rows)
        self.keep_button.clicked.connect(self.keep)
        self.back_button.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+S"), self, self.keep)
        QShortcut(QKeySequence("Ctrl+R"), self, self.rename_row)

    def _lay_out(self) -> None:
        words = QLabel(texts.WORDS)
        words.setWordWrap(True)
        self._prepare_table()
        theme.make_primary(self.keep_button)
        buttons = QHBoxLayout()
        for button in (self.add_button, self.rename_button, self.remove_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in (self.keep_button, self.back_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(words)
        column.addWidget(self.table, 1)
        column.addWidget(self.message)
        column.addLayout(buttons)

    def _prepare_table(self) -> None:
        table = self.table
        table.setHorizontalHeaderLabels(texts.HEADS)
        table.setAccessibleName(texts.TITLE)
        table.setTabKeyNavigation(False)
        table.setAlternatingRowColors(True)
        table.verticalHeader().setDefaultSectionSize(theme.ROW_HEIGHT)
        head = table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            table.setColumnWidth(column, _DAY_WIDTH)
