"""The forms of a filled return, one tab each, and one of them as a table for the printer."""

from collections.abc import Callable
from textwrap import shorten

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLabel, QTabWidget, QVBoxLayout, QWidget

from db.rules.returns.by_hand import CellPlace
from db.rules.returns.check_findings import TOTAL_ROW, row_keys
from db.rules.returns.filled import FilledReturn, FilledSheet
from db.rules.returns.forms import ColumnForm
from exports.returns.content import Row, SheetContent, sheet_content
from ui.common import icons, theme
from ui.common.borders import gap_text
from ui.common.lists.columns import Align, Column
from ui.common.lists.table_papers import TableContent
from ui.returns.filling import texts
from ui.returns.filling.form_view import PIXELS_PER_LETTER, FormView
from ui.returns.filling.marks import COLORS, ICONS, MarkKind, Marks

_SIGN = 14
_SAID_LETTERS = 200


class FormPage(QWidget):
    """Title and unit of measure of one form, and its table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.measured = QLabel(), QLabel()
        self.title.setFont(theme.strong(self.font()))
        self.view = FormView()
        self.reason = QLabel()
        self.reason.setWordWrap(True)
        self.reason.hide()
        self.view.selectionModel().currentChanged.connect(
            lambda now, _: self._say_reason(self.view.form.said(now))
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.STEP * 2, theme.STEP, theme.STEP * 2, theme.STEP * 2)
        column.setSpacing(theme.STEP)
        column.addWidget(self.title)
        column.addWidget(self.measured)
        column.addWidget(self.view, 1)
        column.addWidget(self.reason)

    def _say_reason(self, words: str) -> None:
        """Say under the form what is to be known of the chosen figure."""
        # The room is the figures': the cell's tooltip has the rest.
        self.reason.setText(shorten(words, _SAID_LETTERS, placeholder=texts.MORE))
        self.reason.setVisible(bool(words))

    def show_content(self, content: SheetContent, marks: Marks) -> None:
        self.title.setText(content.title)
        self.measured.setText(content.measured_line)
        self.view.show_content(content, marks)
        self._say_reason(self.view.form.said(self.view.currentIndex()))


class Forms(QTabWidget):
    """A tab for each form of the set. Signals tell what is asked of the current cell, and that it is another."""

    override_requested = Signal()
    take_back_requested = Signal()
    behind_requested = Signal()
    cell_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)
        self.setAccessibleName(texts.FORMS)
        self.currentChanged.connect(lambda _: self.cell_changed.emit())

    def show_filled(
        self, filled: FilledReturn | None, marks: Callable[[FilledSheet], Marks] = lambda _: {}
    ) -> None:
        """Show every form with its marks; the tab that is open stays open while the set has as many forms."""
        contents = [(sheet_content(filled, sheet), marks(sheet)) for sheet in filled.sheets] if filled else []
        if not contents and self.isAncestorOf(self.window().focusWidget()):
            # The cursor waits here for the next figures instead of wandering off with the form that goes.
            self.setFocus()
        while self.count() > len(contents):
            page = self.page(self.count() - 1)
            self.removeTab(self.count() - 1)
            page.deleteLater()
        for at, (content, marked) in enumerate(contents):
            if at == self.count():
                self._add_page()
            self.setTabText(at, content.form.code)
            self.setTabToolTip(at, content.title)
            self.setTabIcon(at, _tab_icon(marked))
            self.page(at).show_content(content, marked)

    def go_to(self, place: CellPlace, sheet: FilledSheet) -> None:
        """Go to a cell of a form; a row or a column that is not there is its first."""
        codes = [self.tabText(at) for at in range(self.count())]
        if place.sheet not in codes:
            return
        self.setCurrentIndex(codes.index(place.sheet))
        rows, columns = (*row_keys(sheet), TOTAL_ROW), [column.key for column in sheet.form.columns]
        view = self.page(self.currentIndex()).view
        row = rows.index(place.row) if place.row in rows else 0
        view.choose_cell(row, columns.index(place.column) if place.column in columns else 0)
        view.setFocus()

    def _add_page(self) -> None:
        page = FormPage()
        page.view.override_requested.connect(self.override_requested)
        page.view.take_back_requested.connect(self.take_back_requested)
        page.view.behind_requested.connect(self.behind_requested)
        page.view.selectionModel().currentChanged.connect(lambda *_: self.cell_changed.emit())
        self.addTab(page, "")

    def page(self, at: int) -> FormPage:
        """Return the page of a tab."""
        page = self.widget(at)
        assert isinstance(page, FormPage)
        return page

    def content(self) -> SheetContent | None:
        """Return what the open tab shows."""
        return self.page(self.currentIndex()).view.form.content if self.count() else None


def _tab_icon(marks: Marks) -> QIcon:
    """Return the sign of a form in which something wants a look."""
    kinds = {mark.kind for mark in marks.values()}
    for kind in (MarkKind.ERROR, MarkKind.WARNING, MarkKind.DIFFERS):
        if kind in kinds:
            return QIcon(icons.picture(ICONS[kind], _SIGN, COLORS[kind]()))
    return QIcon()


def form_paper(content: SheetContent, *, sample: bool, compared: tuple[str, ...] = ()) -> TableContent:
    """Return a form as a plain table to be printed; `compared` says how earlier years stand in it."""
    columns = tuple(map(_paper_column, content.form.columns))
    lines = (content.reporting_line, content.period_line, *compared, content.measured_line)
    rows = [_told(content, at, row) for at, row in enumerate(content.rows)]
    total = _told(content, len(content.rows), content.total)
    return TableContent(content.title, lines, columns, rows, total, sample)


def _told(content: SheetContent, at: int, row: Row) -> Row:
    """Return a row with what is said of figures that are not comparable."""
    gaps = {column: gap for (row_at, column), gap in content.gaps.items() if row_at == at}
    return tuple(gap_text(gaps[column]) if column in gaps else cell for column, cell in enumerate(row))


def _paper_column(column: ColumnForm) -> Column:
    title = f"{column.group}: {column.head}" if column.group else column.head
    align: Align = "right"
    if column.is_text:
        align = "left"
    elif column.holds == "row_number":
        align = "center"
    return Column(title, column.key, round(column.width * PIXELS_PER_LETTER), align)
