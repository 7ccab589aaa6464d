"""The first page: what will happen, where the book will be, and whether this machine is fit for it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui.common import theme
from ui.surroundings.panel import SurroundingsPanel
from ui.surroundings.presenter import SurroundingsPresenter
from ui.wizard import texts
from ui.wizard.page import Page, scrolling
from ui.wizard.presenter import WizardPresenter


class WelcomePage(Page):
    """What a low screen cannot hold is scrolled; the way on stays in sight."""

    def __init__(self, presenter: WizardPresenter, machine: SurroundingsPresenter) -> None:
        super().__init__(presenter)
        self.machine = machine
        self.panel = SurroundingsPanel(machine)
        self.backup_button = QPushButton(texts.FROM_BACKUP)
        self.backup_button.setToolTip(texts.FROM_BACKUP_TIP)
        self.backup_button.setAutoDefault(False)
        machine.changed.connect(self._on_changed)
        self.column.addWidget(scrolling(self._body(), texts.WELCOME), 1)
        self.column.addWidget(self.message)

    def problem(self) -> str:
        self.machine.look_at_folder()
        return self.machine.refusal()

    def _on_changed(self) -> None:
        # What was told and then mended is told no more.
        if self.message.text() and not self.machine.is_looking:
            self.message.say(self.machine.refusal())

    def _body(self) -> QWidget:
        folder = QLabel(str(self.presenter.folder))
        folder.setFont(theme.strong(self.font()))
        folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP * 2)
        for label in (QLabel(texts.WELCOME_WORDS), QLabel(texts.FOLDER), folder):
            label.setWordWrap(True)
            column.addWidget(label)
        # Above the list: on a low screen the list is scrolled, and who brings a book has to see the way.
        column.addWidget(self.backup_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(theme.STEP * 2)
        column.addWidget(self.panel)
        column.addStretch(1)
        return body
