"""One dialog for an error of the program itself: what happened, what was kept, what to do, a report to copy."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db.whole_files import TargetNotWritable, replacing
from ui.common import theme
from ui.common.errors import error_text
from ui.common.saving import ask_target
from ui.shell import crash_texts as texts

_WIDTH = 560
_REPORT_LINES = 10


@dataclass(frozen=True)
class CrashWords:
    """What a dialog says of one occasion; without `may_go_on` there is nothing to go on with."""

    title: str
    what: str
    kept: str
    what_to_do: str
    may_go_on: bool = True


def words_of_error(kept_at: datetime | None) -> CrashWords:
    """Words for an error in the midst of work, with the time of what was kept last."""
    kept = texts.KEPT if kept_at is None else texts.KEPT_AT.format(time=f"{kept_at:%H:%M}")
    return CrashWords(texts.TITLE, texts.WHAT, kept, texts.WHAT_TO_DO)


def words_of_cut_off(*, sound: bool) -> CrashWords:
    """Words for a start after a run that was cut off, with what a quick check of the book's file said."""
    if sound:
        return CrashWords(texts.CUT_OFF_TITLE, texts.CUT_OFF, texts.CUT_OFF_KEPT, texts.CUT_OFF_WHAT_TO_DO)
    return CrashWords(texts.CUT_OFF_TITLE, texts.CUT_OFF, texts.UNSOUND, texts.UNSOUND_WHAT_TO_DO)


NOT_STARTED = CrashWords(
    texts.NOT_STARTED_TITLE,
    texts.NOT_STARTED,
    texts.NOT_STARTED_KEPT,
    texts.NOT_STARTED_WHAT_TO_DO,
    may_go_on=False,
)


class CrashDialog(QDialog):
    """Closing it goes on; `wants_end` says that the officer chose to close the program."""

    def __init__(self, words: CrashWords, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wants_end = not words.may_go_on
        self._report = report
        self.setWindowTitle(words.title)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setAccessibleName(texts.REPORT)
        self.report.setTabChangesFocus(True)
        self.report.setMinimumHeight(self.fontMetrics().lineSpacing() * _REPORT_LINES)
        self.report.hide()
        self.shows = QCheckBox(texts.SHOW_REPORT)
        self.shows.toggled.connect(self._show_report)
        self._lay_out(words)

    @classmethod
    def tell(cls, words: CrashWords, report: str, parent: QWidget | None = None) -> bool:
        """Show the dialog and return whether the program is to be closed."""
        dialog = cls(words, report, parent)
        dialog.exec()
        dialog.deleteLater()
        return dialog.wants_end

    def _show_report(self, shown: bool) -> None:
        self.report.setVisible(shown)
        self.adjustSize()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self.said.setText(texts.COPIED)

    def _save(self) -> None:
        name = texts.FILE_NAME.format(time=f"{datetime.now():%Y-%m-%d %H%M}")
        target = ask_target(self, texts.SAVE_TITLE, name, texts.FILE_KINDS)
        if target is None:
            return
        try:
            with replacing(target) as temporary:
                temporary.write_text(f"{self._report}\n", encoding="utf-8")
        except TargetNotWritable as error:
            self.said.setText(error_text(error))
        else:
            self.said.setText(texts.SAVED.format(name=target.name))

    def _end(self) -> None:
        self.wants_end = True
        self.accept()

    def _lay_out(self, words: CrashWords) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(_paragraph(words.what, theme.strong(self.font())))
        for line in (words.kept, words.what_to_do, texts.REPORT_IS):
            column.addWidget(_paragraph(line, self.font()))
        column.addWidget(self.shows)
        column.addWidget(self.report, 1)
        column.addWidget(self.said)
        column.addWidget(self._buttons(may_go_on=words.may_go_on))

    def _buttons(self, *, may_go_on: bool) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        for words, act in ((texts.COPY, self._copy), (texts.SAVE, self._save)):
            button = buttons.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
            button.setAutoDefault(False)
            button.clicked.connect(act)
        end = buttons.addButton(texts.CLOSE_PROGRAM, QDialogButtonBox.ButtonRole.DestructiveRole)
        end.clicked.connect(self._end)
        if may_go_on:
            end.setAutoDefault(False)
            go_on = buttons.addButton(texts.GO_ON, QDialogButtonBox.ButtonRole.AcceptRole)
            go_on.clicked.connect(self.accept)
            _be_first(go_on)
        else:
            _be_first(end)
        return buttons


def _paragraph(words: str, font: QFont) -> QLabel:
    label = QLabel(words)
    label.setFont(font)
    label.setWordWrap(True)
    label.setFixedWidth(_WIDTH)
    theme.fit_height(label)
    return label


def _be_first(button: QPushButton) -> None:
    button.setDefault(True)
    button.setFocus()
