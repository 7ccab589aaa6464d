"""The page of the list of units: the file, its day, what such a file looks like, what is wrong with it."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.rules.findings import Refused
from db.rules.formats import number_text
from ui.common import theme
from ui.common.findings_table import FindingsTable
from ui.common.forms.day_editor import DayEditor
from ui.common.forms.text_editors import LineEditor
from ui.units import texts as unit_texts
from ui.wizard import texts
from ui.wizard.page import Page, scrolling
from ui.wizard.presenter import WizardPresenter

_DAY_WIDTH = 150


class FilePage(Page):
    """File and day; after a refusal the findings stand where the example stood."""

    def __init__(self, presenter: WizardPresenter) -> None:
        super().__init__(presenter, texts.FILE_WORDS)
        self.file_line, self.day = LineEditor(), DayEditor()
        self.choose_button = QPushButton(texts.CHOOSE_FILE)
        self.findings = FindingsTable()
        self.copy_button = QPushButton(texts.COPY_FINDINGS)
        self._pages = QStackedWidget()
        self._lay_out()
        self.choose_button.clicked.connect(self.choose_file)
        self.copy_button.clicked.connect(self.findings.copy_all)
        self.day.textChanged.connect(presenter.take_day)
        self.day.settled.connect(lambda: presenter.take_day(self.day.text()))
        presenter.refused.connect(self._on_refused)

    def enter(self) -> None:
        (self.choose_button if self.presenter.path is None else self.day).setFocus()

    def problem(self) -> str:
        return self.presenter.source_problem()

    def choose_file(self) -> None:
        """Ask for the file."""
        chosen, _ = QFileDialog.getOpenFileName(self, unit_texts.CHOOSE_FILE, "", unit_texts.FILES)
        if chosen:
            self.presenter.take_file(Path(chosen))
            self.file_line.setText(chosen)
            self._pages.setCurrentIndex(0)
            self.message.say("")
            self.day.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_O and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.choose_file()
        else:
            super().keyPressEvent(event)

    def _on_refused(self, refused: Refused) -> None:
        count = number_text(len(refused.findings))
        self.message.say(texts.REFUSED.format(name=refused.source or self.file_line.text(), count=count))
        self.findings.show_findings(refused.findings)
        self._pages.setCurrentIndex(1)
        self.choose_button.setFocus()

    def _lay_out(self) -> None:
        self.file_line.setReadOnly(True)
        self.file_line.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.file_line.setPlaceholderText(texts.FILE_HINT)
        # Enter on this button opens the files; elsewhere on the page it goes on.
        self.choose_button.setAutoDefault(True)
        self.choose_button.setToolTip(texts.CHOOSE_FILE_TIP)
        self.copy_button.setToolTip(texts.COPY_FINDINGS_TIP)
        self.day.setPlaceholderText(texts.DAY_HINT)
        self.day.setFixedWidth(_DAY_WIDTH)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.STEP * 2)
        grid.setColumnStretch(1, 1)
        for row, (words, editor) in enumerate(
            ((texts.FILE_LABEL, self.file_line), (texts.DAY_LABEL, self.day))
        ):
            label = QLabel(words)
            label.setBuddy(editor)
            editor.setAccessibleName(words)
            grid.addWidget(label, row, 0)
            grid.addWidget(editor, row, 1)
        grid.addWidget(self.choose_button, 0, 2)
        self._pages.addWidget(scrolling(_example(), texts.FILE_LOOK))
        self._pages.addWidget(self._refusal())
        self.column.addLayout(grid)
        self.column.addWidget(self.message)
        self.column.addWidget(self._pages, 1)
        self.setTabOrder(self.choose_button, self.day)

    def _refusal(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.findings, 1)
        column.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignLeft)
        return page


def _example() -> QLabel:
    words = f"<p>{escape(texts.FILE_LOOK)}</p>"
    label = QLabel(words + _table(texts.PLAIN_LOOK) + "<p></p>" + _table(texts.STATISTICS_LOOK))
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    return label


def _table(rows: Sequence[Sequence[str]]) -> str:
    head, *body = rows
    lines = ["".join(f"<th align='left'>{escape(cell)}</th>" for cell in head)]
    lines += ["".join(f"<td>{escape(cell)}</td>" for cell in row) for row in body]
    inside = "".join(f"<tr>{line}</tr>" for line in lines)
    return f"<table border='1' cellspacing='0' cellpadding='4'>{inside}</table>"
