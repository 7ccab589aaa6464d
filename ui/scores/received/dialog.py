"""The window in which score sheets are taken in: the files, what is wrong, what differs, and one button that stores."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.rules.findings import Refused
from db.rules.formats import number_text
from db.services.scoring.received import FileState
from ui.common import theme
from ui.common.dropped_files import dropped_files
from ui.common.finding_texts import finding_line
from ui.common.findings_table import FindingsTable
from ui.common.forms.enter_button import EnterButton
from ui.common.forms.message import Message
from ui.common.saving import ask_target, write_file
from ui.common.texts import WORKBOOKS
from ui.common.workplace import Workplace
from ui.scores.received import texts
from ui.scores.received.presenter import ReceivePresenter
from ui.scores.received.tables import DifferencesTable, FilesTable

_SIZE = (1060, 640)
_FOLDER = "scores/received_from"


class ReceiveDialog(QDialog):
    """Leads files from communes to the book."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        # Not a child of the window: work under way outlives one that is closed.
        self.presenter = ReceivePresenter(workplace)
        self.setWindowTitle(texts.TAKE_TITLE)
        self.setAcceptDrops(True)
        theme.fit_screen(self, *_SIZE)
        self.words, self.message, self.about = _words(texts.TAKE_WORDS), Message(), _words("")
        self.files = FilesTable(self.presenter)
        self.findings, self.differences = FindingsTable(), DifferencesTable()
        self.choose_button = EnterButton(texts.CHOOSE, texts.CHOOSE_TIP)
        self.marked_button = EnterButton(texts.MARKED, texts.MARKED_TIP)
        self.go_button, self.close_button = EnterButton(texts.GO_NONE), EnterButton(texts.CLOSE)
        self._lay_out()
        self._connect()
        self._show()

    @classmethod
    def ask(cls, workplace: Workplace, parent: QWidget, paths: Sequence[Path] = ()) -> None:
        """Take sheets in, if the officer goes through with it; files may be known already (they were dropped)."""
        dialog = cls(workplace, parent)
        if paths:
            dialog.read(paths)
        dialog.exec()
        dialog.deleteLater()

    def choose_files(self) -> None:
        """Ask for files and read them."""
        preferences = self.workplace.preferences
        chosen, _ = QFileDialog.getOpenFileNames(
            self, texts.FILES_TITLE, preferences.text(_FOLDER), texts.FILES
        )
        if chosen:
            preferences.set_text(_FOLDER, str(Path(chosen[0]).parent))
            self.read([Path(name) for name in chosen])

    def read(self, paths: Sequence[Path]) -> None:
        """Read files beside those that are shown; of a folder its workbooks."""
        self.message.say("")
        self.presenter.read_files(_files(paths))

    def take(self) -> None:
        """Take the chosen files."""
        if self.presenter.chosen:
            self.message.say("")
            self.presenter.store()

    def save_marked(self) -> None:
        """Ask for a name and write a marked copy of the file that is shown."""
        at, presenter = self.files.currentRow(), self.presenter
        if not presenter.can_be_marked(at):
            return
        name = texts.MARKED_NAME.format(stem=presenter.paths[at].stem)
        target = ask_target(self, texts.MARKED, name, WORKBOOKS)
        if target is not None:
            write_file(
                self, self.workplace, target, WORKBOOKS, lambda path, _: presenter.write_marked(at, path)
            )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.read(dropped_files(event))

    def _show(self) -> None:
        has_files = bool(self.presenter.plans)
        self.files.setVisible(has_files)
        self.files.show_files()
        self._show_file(self.files.currentRow())
        self._show_chosen()
        (self.files if has_files else self.choose_button).setFocus()

    def _show_chosen(self) -> None:
        count = len(self.presenter.chosen)
        self.go_button.setText(texts.GO.format(count=number_text(count)) if count else texts.GO_NONE)
        self.go_button.setEnabled(bool(count))

    def _show_file(self, at: int) -> None:
        known = 0 <= at < len(self.presenter.plans)
        findings = self.presenter.findings(at) if known else ()
        differences = self.presenter.plans[at].differences if known else ()
        self.about.setText(self._about(at) if known else "")
        self.about.setVisible(known)
        self.marked_button.setVisible(self.presenter.can_be_marked(at))
        self.findings.show_findings(findings)
        self.findings.setVisible(bool(findings))
        self.differences.show_differences(differences)
        self.differences.setVisible(bool(differences))

    def _about(self, at: int) -> str:
        plan, asks = self.presenter.plans[at], self.presenter.asks(at)
        if plan.state is FileState.REFUSED:
            return texts.REFUSED.format(count=number_text(len(plan.findings)))
        if plan.state is FileState.SAME:
            return texts.NOTHING
        return texts.ASKED.format(why=" ".join(texts.WHY[asked] for asked in asks)) if asks else texts.FINE

    def _on_refused(self, refused: Refused) -> None:
        self.message.say("\n".join(finding_line(item, refused.source) for item in refused.findings))

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.changed.connect(self._show)
        presenter.chosen_changed.connect(self._show_chosen)
        presenter.refused.connect(self._on_refused)
        presenter.taken.connect(self.accept)
        self.files.row_shown.connect(self._show_file)
        self.choose_button.clicked.connect(self.choose_files)
        self.marked_button.clicked.connect(self.save_marked)
        self.go_button.clicked.connect(self.take)
        self.close_button.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+O"), self, self.choose_files)
        QShortcut(QKeySequence("Ctrl+S"), self, self.save_marked)

    def _lay_out(self) -> None:
        theme.make_primary(self.go_button)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.STEP * 2)
        buttons.addWidget(self.choose_button)
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
        column.addWidget(self.differences, 3)
        column.addWidget(self.findings, 3)
        column.addStretch(0)
        column.addLayout(buttons)


def _words(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    return label


def _files(paths: Sequence[Path]) -> list[Path]:
    """Return files as they are, and of folders the workbooks in them."""
    found: list[Path] = []
    for path in paths:
        found += sorted(path.glob("*.xlsx")) if path.is_dir() else [path]
    return found
