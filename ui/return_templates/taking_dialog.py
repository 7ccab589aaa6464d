"""The window in which a province's own workbook is taken in: the file, what is wrong, how it looks, for which set."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from db.rules.entries import read_day
from db.rules.findings import Finding, Refused
from db.rules.formats import day_text, number_text
from db.rules.text import cleaned
from exports.returns.template_writing import PreviewSheet
from ui.common import theme
from ui.common.dropped_files import dropped_files
from ui.common.errors import lines_of
from ui.common.finding_texts import finding_line, finding_text
from ui.common.forms.day_editor import DayEditor
from ui.common.forms.enter_button import EnterButton
from ui.common.forms.message import Message
from ui.common.forms.text_editors import LineEditor
from ui.common.period_texts import period_title
from ui.common.workplace import Workplace
from ui.return_templates import texts
from ui.return_templates.detail import TemplateDetail
from ui.return_templates.presenter import TakingPresenter, loss_rows

_SIZE = (1120, 660)
_FOLDER = "return_templates/folder"


class TakingDialog(QDialog):
    """Leads a workbook to the list of templates."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        # Not a child of the window: work under way outlives one that is closed.
        self.presenter = TakingPresenter(workplace)
        self.setWindowTitle(texts.TAKE_TITLE)
        self.setAcceptDrops(True)
        theme.fit_screen(self, *_SIZE)
        self.about, self.message, self.detail = QLabel(texts.TAKE_WORDS), Message(), TemplateDetail()
        self.set_box, self.title_line, self.since_line = QComboBox(), LineEditor(), DayEditor()
        self.choose_button = EnterButton(texts.CHOOSE, texts.CHOOSE_TIP)
        self.use_button, self.close_button = EnterButton(texts.USE), EnterButton(texts.CLOSE)
        self._fill_fields()
        self._lay_out()
        self._connect()
        self._show()

    @classmethod
    def ask(cls, workplace: Workplace, parent: QWidget, path: Path | None = None) -> int | None:
        """Take a workbook in and return its number, none where the officer turned back; the file may be known."""
        dialog = cls(workplace, parent)
        if path is not None:
            dialog.read(path)
        dialog.exec()
        dialog.deleteLater()
        return dialog.presenter.kept

    def choose_file(self) -> None:
        """Ask for a file and read it."""
        preferences = self.workplace.preferences
        chosen, _ = QFileDialog.getOpenFileName(
            self, texts.FILES_TITLE, preferences.text(_FOLDER), texts.FILES
        )
        if chosen:
            preferences.set_text(_FOLDER, str(Path(chosen).parent))
            self.read(Path(chosen))

    def read(self, path: Path) -> None:
        """Read a file in the place of the one that is shown."""
        self.message.say("")
        self.presenter.read(path)

    def use(self) -> None:
        """Keep the workbook from the day on that was typed."""
        since = self._day()
        if since is None or not self.presenter.is_fine:
            return
        title = cleaned(self.title_line.text())
        self._complain(self.presenter.keep(self.set_box.currentData(), title, since))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = dropped_files(event)
        if files:
            self.read(files[0])
        if len(files) > 1:
            self.message.say(texts.ONLY_ONE.format(name=files[0].name))

    def _day(self) -> date | None:
        text = cleaned(self.since_line.text())
        try:
            return read_day(text, self.workplace.today)
        except ValueError as error:
            said = finding_text(Finding(str(error), value=text)) if text else texts.SINCE_NEEDED
            self.message.say(said)
            self.since_line.setFocus()
            return None

    def _complain(self, findings: Sequence[Finding]) -> None:
        self.message.say("\n".join(finding_text(finding) for finding in findings))
        if any(finding.place == "title" for finding in findings):
            self.title_line.setFocus()

    def _show(self) -> None:
        presenter, file = self.presenter, self.presenter.file
        for part in (self._fields, self.detail):
            part.setVisible(file is not None)
        self._fields.setVisible(presenter.is_fine)
        self.use_button.setEnabled(presenter.is_fine)
        if file is None:
            self.choose_button.setFocus()
            return
        self.about.setText(self._about())
        self.detail.show_template(presenter.findings, presenter.tags, loss_rows(file.book.losses))
        if presenter.is_fine:
            self.title_line.set_text(self.title_line.text() or Path(file.name).stem)
            self.set_box.setFocus()
        else:
            self.detail.findings.setFocus()

    def _about(self) -> str:
        presenter, file = self.presenter, self.presenter.file
        assert file is not None
        if presenter.findings:
            return texts.WRONG.format(name=file.name, count=number_text(len(presenter.findings)))
        sheets, tags = len(file.book.sheets), len(presenter.tags)
        words = texts.FINE.format(name=file.name, tags=number_text(tags), sheets=number_text(sheets))
        return words + (texts.FINE_LOST if file.book.losses else "")

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, Refused):
            self.message.say("\n".join(finding_line(item, error.source) for item in error.findings))
        else:
            self.message.say("\n".join(lines_of(error)))

    def _on_looked(self, sheets: tuple[PreviewSheet, ...]) -> None:
        self.detail.show_look(sheets, looked_words(self.workplace))

    def _on_taken(self) -> None:
        assert self.presenter.file is not None
        day = day_text(read_day(cleaned(self.since_line.text()), self.workplace.today))
        self.workplace.say(texts.TAKEN.format(name=self.presenter.file.name, day=day))
        self.accept()

    def _fill_fields(self) -> None:
        self.set_box.addItem(texts.NEW_SET, "")
        for code, title in self.presenter.sets:
            self.set_box.addItem(texts.REPLACES.format(title=title), code)
        self.since_line.set_text(day_text(self.presenter.usual_day))
        named = (
            (self.set_box, texts.FOR_SET),
            (self.title_line, texts.TITLE_LABEL),
            (self.since_line, texts.SINCE),
        )
        for part, words in named:
            part.setAccessibleName(words)

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.changed.connect(self._show)
        presenter.refused.connect(self._on_refused)
        presenter.looked.connect(self._on_looked)
        presenter.taken.connect(self._on_taken)
        self.detail.look_wanted.connect(presenter.look)
        self.choose_button.clicked.connect(self.choose_file)
        self.use_button.clicked.connect(self.use)
        self.close_button.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+O"), self, self.choose_file)
        QShortcut(QKeySequence("F9"), self, self.detail.open_look)

    def _lay_out(self) -> None:
        theme.make_primary(self.use_button)
        self.about.setWordWrap(True)
        self._fields = QWidget()
        form = QFormLayout(self._fields)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(texts.FOR_SET, self.set_box)
        form.addRow(texts.TITLE_LABEL, self.title_line)
        form.addRow(texts.SINCE, self.since_line)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.STEP * 2)
        buttons.addWidget(self.choose_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.use_button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        for part in (self.about, self.message, self._fields):
            column.addWidget(part)
        column.addWidget(self.detail, 1)
        column.addStretch(0)
        column.addLayout(buttons)


def looked_words(workplace: Workplace) -> str:
    """Say whose figures a filled workbook shows."""
    period = period_title(workplace.period)
    return texts.LOOK_OF.format(unit=workplace.office.unit.name, period=period[:1].lower() + period[1:])
