"""One form as the workbook will show it: heads in two rows with their groups, the row of numbers, rows, total."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from exports.returns.content import SheetContent
from ui.common import theme
from ui.common.lists.program_choice import ProgramChoice
from ui.returns.filling.form_head import NARROWEST, FormHead
from ui.returns.filling.form_model import FormModel
from ui.returns.filling.marks import Marks

PIXELS_PER_LETTER = 7.6


class FormView(ProgramChoice, QTableView):
    """Shows one form; cells can be chosen and copied. What is asked of the current cell is said by signals."""

    override_requested = Signal()
    take_back_requested = Signal()
    behind_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = FormModel(self)
        self.setModel(self.form)
        self.setHorizontalHeader(FormHead(self.form, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setCornerButtonEnabled(False)
        side = self.verticalHeader()
        side.setVisible(False)
        side.setMinimumSectionSize(theme.ROW_HEIGHT)
        side.setDefaultSectionSize(theme.ROW_HEIGHT)
        self.doubleClicked.connect(lambda _: self.behind_requested.emit())

    def show_content(self, content: SheetContent, marks: Marks | None = None) -> None:
        """Show a form; the place stays where the form is the same as before."""
        same = self.form.content is not None and self.form.content.form == content.form
        place = (self.currentIndex().row(), self.currentIndex().column())
        self.form.show_content(content, marks or {})
        self.setAccessibleName(f"{content.form.code} {content.title}")
        if not same:
            for at, column in enumerate(content.form.columns):
                self.setColumnWidth(at, max(round(column.width * PIXELS_PER_LETTER), NARROWEST))
        self._fit_long_rows(content)
        if self.form.rowCount():
            self.setCurrentIndex(self.form.index(*(place if same and place[0] >= 0 else (0, 0))))

    def choose_cell(self, row: int, column: int) -> None:
        """Go to a cell; a finding of a whole row stands at its first cell."""
        index = self.form.index(row, max(column, 0))
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self._block())
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.behind_requested.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.override_requested.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.take_back_requested.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        return

    def _fit_long_rows(self, content: SheetContent) -> None:
        # Only words of a plan run over several lines; a list of units may be long and has one line each.
        if content.form.is_of_plan:
            self.resizeRowsToContents()

    def _block(self) -> str:
        chosen = sorted(
            self.selectionModel().selectedIndexes(), key=lambda index: (index.row(), index.column())
        )
        lines: dict[int, list[str]] = {}
        for index in chosen:
            lines.setdefault(index.row(), []).append(str(index.data()))
        return "\n".join("\t".join(cells) for cells in lines.values())
