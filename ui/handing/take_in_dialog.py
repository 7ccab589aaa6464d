"""The window in which a book is taken in: choose the file, look at what it brings, answer, take it."""

from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from db.rules.findings import Refused
from db.rules.formats import day_text, number_text
from db.services.handing.comparing import TakingPlan
from ui.common import theme
from ui.common.finding_texts import finding_text
from ui.common.findings_table import FindingsTable
from ui.common.forms.message import Message
from ui.common.workplace import Workplace
from ui.handing import texts
from ui.handing.parts import plain_button, plain_words
from ui.handing.questions_table import QuestionsTable
from ui.handing.tables import CountsTable
from ui.handing.take_in_presenter import TakeInPresenter

_SIZE = (1000, 620)
_STATE_WIDTH = 120
_FOLDER = "handing/taken_from"


class TakeInDialog(QDialog):
    """Leads a handed book from its file to this one."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        # Not a child of the window: work under way outlives one that is closed.
        self.presenter = TakeInPresenter(workplace)
        self.setWindowTitle(texts.TAKE_IN_TITLE)
        theme.fit_screen(self, *_SIZE)
        self.words, self.message = plain_words(texts.TAKE_IN_WORDS), Message()
        self.counts = CountsTable(texts.KIND_HEAD, texts.TAKE_IN_TITLE)
        self.questions_words, self.questions = plain_words(texts.QUESTIONS), QuestionsTable()
        self.leave_out = QCheckBox()
        self.findings = FindingsTable()
        self.choose_button = plain_button(texts.CHOOSE, texts.CHOOSE_TIP)
        self.take_button = plain_button(texts.TAKE_NONE)
        self.close_button = plain_button(texts.CLOSE)
        self._lay_out()
        self._connect()
        self._show()

    @classmethod
    def ask(cls, workplace: Workplace, parent: QWidget) -> None:
        """Take a book in, if the officer goes through with it."""
        dialog = cls(workplace, parent)
        dialog.exec()
        dialog.deleteLater()

    def choose_file(self) -> None:
        """Ask for a file and read it."""
        folder = self.workplace.preferences.text(_FOLDER)
        chosen, _ = QFileDialog.getOpenFileName(self, texts.TAKE_IN_TITLE, folder, texts.FILES)
        if chosen:
            path = Path(chosen)
            self.workplace.preferences.set_text(_FOLDER, str(path.parent))
            self.message.say("")
            self.presenter.read_file(path)

    def take(self) -> None:
        """Take the book in."""
        if self.presenter.ready:
            self.presenter.store()

    def _show(self) -> None:
        presenter, plan = self.presenter, self.presenter.plan
        for part in (self.counts, self.questions_words, self.questions, self.leave_out, self.findings):
            part.setVisible(False)
        self.words.setText(_head(plan) if plan is not None else texts.TAKE_IN_WORDS)
        if plan is not None:
            self._show_plan(plan)
        self.take_button.setEnabled(presenter.ready)
        count = number_text(presenter.new_rows)
        self.take_button.setText(texts.TAKE.format(count=count) if presenter.new_rows else texts.TAKE_NONE)
        self.choose_button.setText(texts.OTHER_FILE if plan is not None else texts.CHOOSE)
        (self.take_button if presenter.ready else self.choose_button).setDefault(True)

    def _show_plan(self, plan: TakingPlan) -> None:
        rows = [(texts.KINDS[kind], states) for kind, states in _in_order(plan)]
        self.counts.show_counts(texts.STATES, rows, _STATE_WIDTH)
        self.counts.setVisible(bool(rows))
        self.questions.show_questions(plan.questions)
        for part in (self.questions_words, self.questions):
            part.setVisible(bool(plan.questions))
        personal = number_text(len(plan.personal))
        self.leave_out.setText(texts.LEAVE_OUT.format(count=personal))
        self.leave_out.setVisible(bool(plan.personal))
        left_out = self.presenter.answers.leave_out
        found = plan.findings if left_out else (*plan.findings, *plan.personal)
        self.findings.show_findings(found)
        self.findings.setVisible(bool(found))

    def _on_refused(self, refused: Refused) -> None:
        alone = len(refused.findings) == 1
        first = finding_text(refused.findings[0])
        wrong = texts.WRONG.format(count=number_text(len(refused.findings)))
        named = f"{refused.source}: {first}" if refused.source else first
        self.message.say(named if alone else wrong)
        self.findings.show_findings(refused.findings)
        self.findings.setVisible(not alone)

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.changed.connect(self._show)
        presenter.refused.connect(self._on_refused)
        presenter.taken.connect(self.accept)
        self.questions.answered.connect(presenter.accept)
        self.leave_out.toggled.connect(presenter.leave_out)
        self.choose_button.clicked.connect(self.choose_file)
        self.take_button.clicked.connect(self.take)
        self.close_button.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+O"), self, self.choose_file)

    def _lay_out(self) -> None:
        theme.make_primary(self.take_button)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.STEP * 2)
        buttons.addWidget(self.choose_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.take_button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(self.words)
        column.addWidget(self.message)
        column.addWidget(self.counts, 3)
        column.addWidget(self.questions_words)
        column.addWidget(self.questions, 3)
        column.addWidget(self.leave_out)
        column.addWidget(self.findings, 2)
        column.addStretch(0)
        column.addLayout(buttons)


def _head(plan: TakingPlan) -> str:
    head = plan.book.head
    part = texts.OF_WHOLE if head.is_whole else texts.OF_PART.format(name=head.to_name, code=head.to_code)
    words = texts.OF_BOOK.format(office=head.office_name, day=day_text(head.handed_on), part=part)
    files = (
        texts.FILES_LEFT.format(count=number_text(plan.files_left_behind)) if plan.files_left_behind else ""
    )
    return " ".join(filter(None, (words, files, texts.READY if plan.has_news else texts.NOTHING_NEW)))


def _in_order(plan: TakingPlan) -> list[tuple[str, dict[str, int]]]:
    return [
        (kind, {str(state): count for state, count in plan.counts[kind].items()})
        for kind in texts.KINDS
        if kind in plan.counts
    ]
