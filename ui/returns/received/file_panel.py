"""What stands below the matrix: the files of a cell, what was found in the chosen one, and what can be done with it."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.services.returns.received_files import FileState, ReceivedFile
from ui.common import texts as shared
from ui.common import theme
from ui.common.forms.enter_button import EnterButton
from ui.common.lists.plain_table import PlainTable
from ui.common.saving import ask_target, write_file
from ui.returns.received import texts
from ui.returns.received.presenter import ReceivedPresenter
from ui.returns.received.words import file_row, finding_row

_FILE_WIDTHS = (160, 36, 120, 130)
_FINDING_WIDTHS = (70, 110, 150)


class FilePanel(QWidget):
    """Files at the left, findings at the right."""

    def __init__(self, presenter: ReceivedPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._shown: tuple[ReceivedFile, ...] = ()
        self._said = ""
        self.words = QLabel(texts.NO_FILE)
        self.words.setWordWrap(True)
        self.files = PlainTable(texts.FILE_HEADS, _FILE_WIDTHS, texts.FILE_LIST)
        self.findings = PlainTable(texts.FINDING_HEADS, _FINDING_WIDTHS, texts.FINDING_LIST)
        self.marked_button = EnterButton(texts.MARKED, texts.MARKED_TIP)
        self.original_button = EnterButton(texts.ORIGINAL, texts.ORIGINAL_TIP)
        self.use_button = EnterButton(texts.USE, texts.USE_TIP)
        self._lay_out()
        self._connect()

    @property
    def file(self) -> ReceivedFile | None:
        """Return the chosen file."""
        at = self.files.currentRow()
        return self._shown[at] if 0 <= at < len(self._shown) else None

    def show_files(self, files: tuple[ReceivedFile, ...], said: str = "") -> None:
        """Show the files of a cell, the one that counts chosen, else the newest; and what was said of it by hand."""
        self._shown, self._said = tuple(reversed(files)), said
        self.files.show_rows(map(file_row, self._shown))
        counts = (at for at, file in enumerate(self._shown) if file.state is FileState.RECEIVED)
        self.files.setCurrentCell(next(counts, 0 if files else -1), 0)
        self._show_file()

    def save_marked(self) -> None:
        """Ask for a name and write a marked copy of the chosen file."""
        from ui.returns.received.marking import marked_name

        file, presenter = self.file, self._presenter
        if file is None or not presenter.can_be_marked(file):
            return
        target = ask_target(self, texts.MARKED, marked_name(file.file_name), shared.WORKBOOKS)
        if target is not None:
            workplace = presenter.workplace
            write_file(
                self,
                workplace,
                target,
                shared.WORKBOOKS,
                lambda path, _: presenter.write_marked(file, path),
            )

    def save_original(self) -> None:
        """Ask for a name and write the chosen file as it came."""
        from db.whole_files import replacing

        file, presenter = self.file, self._presenter
        target = ask_target(self, texts.ORIGINAL, file.file_name, shared.WORKBOOKS) if file else None
        if file is None or target is None:
            return
        body = presenter.body(file)

        def write(path: object, _: object) -> None:
            assert target is not None
            with replacing(target) as temporary:
                temporary.write_bytes(body)

        write_file(self, presenter.workplace, target, shared.WORKBOOKS, write)

    def use_file(self) -> None:
        """Let the chosen file count again."""
        file = self.file
        if file is not None and self._presenter.can_be_used(file):
            self._presenter.use(file)

    def _show_file(self) -> None:
        file, presenter = self.file, self._presenter
        findings = presenter.findings(file) if file else ()
        self.findings.show_rows(map(finding_row, findings))
        self.findings.setVisible(bool(findings))
        self.files.setVisible(bool(self._shown))
        self.words.setText(self._words(file, bool(findings)))
        self.marked_button.setVisible(presenter.can_be_marked(file))
        self.original_button.setVisible(file is not None)
        self.use_button.setVisible(presenter.can_be_used(file))

    def _words(self, file: ReceivedFile | None, has_findings: bool) -> str:
        if file is None:
            return " ".join(part for part in (self._said, texts.NO_FILE_HERE) if part)
        reason = texts.REASON_SHOWN.format(reason=file.reason) if file.reason else ""
        fine = "" if has_findings else texts.NO_FINDINGS
        return " ".join(part for part in (self._said, fine, reason) if part)

    def _connect(self) -> None:
        self.files.currentCellChanged.connect(lambda *_: self._show_file())
        self.marked_button.clicked.connect(self.save_marked)
        self.original_button.clicked.connect(self.save_original)
        self.use_button.clicked.connect(self.use_file)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.STEP * 2)
        buttons.addWidget(self.words, 1)
        buttons.addStretch(0)
        for button in (self.use_button, self.original_button, self.marked_button):
            buttons.addWidget(button)
        tables = QHBoxLayout()
        tables.setSpacing(theme.STEP * 2)
        tables.addWidget(self.files, 5)
        tables.addWidget(self.findings, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(buttons)
        column.addLayout(tables, 1)
