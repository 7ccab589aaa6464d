"""The window in which a batch of returns is taken in: the files, what is wrong, what differs, one button."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.rules.findings import Refused
from db.rules.formats import number_text
from db.services.returns.received import Outcome
from ui.common import texts as shared
from ui.common import theme
from ui.common.dropped_files import dropped_files
from ui.common.finding_texts import finding_line, finding_text
from ui.common.forms.enter_button import EnterButton
from ui.common.forms.message import Message
from ui.common.lists.plain_table import PlainTable
from ui.common.saving import ask_target, write_file
from ui.common.workplace import Workplace
from ui.returns.received import texts
from ui.returns.received.choices import asked
from ui.returns.received.marking import marked_name
from ui.returns.received.take_presenter import TakePresenter
from ui.returns.received.taken_table import TakenTable
from ui.returns.received.words import finding_row

_SIZE = (1080, 660)
_FINDING_WIDTHS = (70, 130, 170)
_DIFFERENCE_WIDTHS = (90, 200, 260, 130)


class TakeDialog(QDialog):
    """Leads files of units below to the book."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        # Not a child of the window: work under way outlives one that is closed.
        self.presenter = TakePresenter(workplace)
        self.setWindowTitle(texts.TAKE_TITLE)
        self.setAcceptDrops(True)
        theme.fit_screen(self, *_SIZE)
        self.words, self.message, self.about = _words(""), Message(), _words("")
        self.files = TakenTable(self.presenter)
        self.findings = PlainTable(texts.FINDING_HEADS, _FINDING_WIDTHS, texts.FINDING_LIST)
        self.differences = PlainTable(texts.DIFFERENCE_HEADS, _DIFFERENCE_WIDTHS, texts.DIFFERENCES)
        self.marked_button = EnterButton(texts.MARKED, texts.MARKED_TIP)
        self.go_button, self.close_button = EnterButton(texts.GO_NONE), EnterButton(texts.CLOSE)
        self._lay_out()
        self._connect()
        self._show()

    @classmethod
    def ask(cls, workplace: Workplace, parent: QWidget, paths: Sequence[Path]) -> None:
        """Read files and take them in, if the officer goes through with it."""
        dialog = cls(workplace, parent)
        dialog.read(paths)
        dialog.exec()
        dialog.deleteLater()

    def read(self, paths: Sequence[Path]) -> None:
        """Read files beside those that are shown."""
        self.message.say("")
        self.words.setText(texts.READING_WORDS)
        self.presenter.read_files(paths).finished.connect(self._on_read)

    def take(self) -> None:
        """Keep the files."""
        if self.presenter.count:
            self.message.say("")
            self.presenter.store()

    def save_marked(self) -> None:
        """Ask for a name and write a marked copy of the file that is shown."""
        at, presenter = self.files.currentRow(), self.presenter
        if not presenter.can_be_marked(at):
            return
        name = marked_name(presenter.files[at].path.name)
        target = ask_target(self, texts.MARKED, name, shared.WORKBOOKS)
        if target is not None:
            write_file(
                self,
                self.workplace,
                target,
                shared.WORKBOOKS,
                lambda path, _: presenter.write_marked(at, path),
            )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.read(dropped_files(event))

    def _show(self) -> None:
        if self.presenter.files:
            self.words.setText(texts.TAKE_WORDS)
        self.files.show_files()
        self._show_file(self.files.currentRow())
        self._show_chosen()
        self.files.setFocus()

    def _show_chosen(self) -> None:
        count = self.presenter.count
        self.go_button.setText(texts.GO.format(count=number_text(count)) if count else texts.GO_NONE)
        self.go_button.setEnabled(bool(count))

    def _show_file(self, at: int) -> None:
        presenter = self.presenter
        known = 0 <= at < len(presenter.files)
        findings = presenter.plan(at).findings if known else ()
        differing = presenter.differing(at) if known else ()
        self.about.setText(self._about(at) if known else "")
        self.marked_button.setVisible(presenter.can_be_marked(at))
        self.findings.show_rows(map(finding_row, findings))
        self.findings.setVisible(bool(findings))
        is_rival = known and presenter.is_beside_rival(at)
        heads = texts.RIVAL_HEADS if is_rival else texts.DIFFERENCE_HEADS
        self.differences.setHorizontalHeaderLabels(list(heads))
        self.differences.show_rows(
            (item.sheet, item.row, item.column, item.here, item.there) for item in differing
        )
        self.differences.setVisible(bool(differing))

    def _about(self, at: int) -> str:
        plan = self.presenter.plan(at)
        count = number_text(len(plan.findings))
        if plan.outcome is Outcome.ASKS:
            why = map(finding_text, asked(plan))
            return texts.ASKED.format(why=" ".join(why))
        plain = {Outcome.SAME: texts.SAME, Outcome.OLDER: texts.OLDER}
        if plan.outcome is Outcome.REFUSED:
            return texts.WRONG.format(count=count)
        look = texts.LOOK.format(count=count) if plan.findings else texts.FINE
        return plain.get(plan.outcome, look)

    def _on_read(self) -> None:
        # It hears of this before the files are shown, and is all it hears where reading was stopped.
        self.words.setText(texts.TAKE_WORDS if self.presenter.files else texts.NOTHING_READ)

    def _on_refused(self, refused: Refused) -> None:
        self.message.say("\n".join(finding_line(item, refused.source) for item in refused.findings))

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.changed.connect(self._show)
        presenter.chosen_changed.connect(self._show_chosen)
        presenter.refused.connect(self._on_refused)
        presenter.taken.connect(self.accept)
        self.files.row_shown.connect(self._show_file)
        self.marked_button.clicked.connect(self.save_marked)
        self.go_button.clicked.connect(self.take)
        self.close_button.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+S"), self, self.save_marked)

    def _lay_out(self) -> None:
        theme.make_primary(self.go_button)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.STEP * 2)
        buttons.addWidget(self.marked_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.go_button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(self.words)
        column.addWidget(self.message)
        column.addWidget(self.files, 3)
        column.addWidget(self.about)
        column.addWidget(self.differences, 2)
        column.addWidget(self.findings, 2)
        column.addLayout(buttons)


def _words(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    return label
