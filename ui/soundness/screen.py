"""The page that checks the whole book when asked: a sentence for each thing that is wrong, and what to do about it."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QListWidget, QVBoxLayout, QWidget

from db.checks import checking
from db.checks.faults import CheckReport, Subject
from db.services.searching import search_index
from ui.common import soundness_texts, theme
from ui.common.screens.screen import Screen
from ui.common.screens.screen_head import ScreenHead
from ui.common.screens.subject import ScreenHelp
from ui.common.soundness_words import report_lines
from ui.common.worker import Progress
from ui.common.workplace import Workplace
from ui.soundness import texts
from ui.soundness.remembered import LastCheck, last_check, quick_check_at, remember_full
from ui.soundness.repair_dialog import RepairDialog
from ui.surroundings.dialog import SurroundingsDialog


class SoundnessScreen(Screen):
    """What the last check found, and the buttons to check, to make the index anew, to repair."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        head = ScreenHead(texts.TITLE)
        self.check_button = head.add_primary(texts.CHECK, texts.CHECK_TIP)
        self.reindex_button = head.add_button(texts.REINDEX, texts.REINDEX_TIP)
        self.repair_button = head.add_button(texts.REPAIR, texts.REPAIR_TIP)
        self.machine_button = head.add_button(texts.MACHINE, texts.MACHINE_TIP)
        self.state, self.quick = QLabel(), QLabel()
        self.findings = QListWidget()
        self._lay_out(head)
        self.check_button.clicked.connect(self.check)
        self.reindex_button.clicked.connect(self.reindex)
        self.repair_button.clicked.connect(self.repair)
        self.machine_button.clicked.connect(self.show_machine)
        shortcut = QShortcut(QKeySequence("F9"), self, self.check)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def help(self) -> ScreenHelp:
        return ScreenHelp(texts.TITLE, texts.HELP, texts.HELP_KEYS)

    def begin(self) -> None:
        self._show()
        self.filled.emit()

    def take_focus(self) -> None:
        self.check_button.setFocus()

    def check(self) -> None:
        """Look at the whole book on the worker; the officer may stop it."""
        if not self.check_button.isEnabled():
            return
        book = self.workplace.book

        def work(tell: Progress) -> CheckReport:
            return checking.check(book, lambda subject: tell(_looking(subject)))

        self.check_button.setEnabled(False)
        job = self.workplace.worker.run(work, self._on_checked, self.workplace.fail)
        job.finished.connect(partial(self.check_button.setEnabled, True))

    def reindex(self) -> None:
        """Make the index of search anew."""
        self.workplace.write_aside(search_index.rebuild)
        self.workplace.say(texts.REINDEXED)

    def repair(self) -> None:
        """Read the book into a new one, and where the officer wants it, open the new one."""
        book = self.workplace.book
        between = RepairDialog.ask(book.folder, self.workplace.worker, self.window(), key=book.key)
        if between is not None:
            self.workplace.reopening_requested.emit(between)

    def show_machine(self) -> None:
        """Tell whether the machine is fit for the book: its drive, clock, fonts, printer."""
        SurroundingsDialog.tell(self.workplace.book.folder, self.window())

    def _on_checked(self, report: CheckReport) -> None:
        remember_full(self.workplace.preferences, LastCheck(report.at, report_lines(report)))
        self._show()
        self.findings.setFocus() if not report.is_clean else self.take_focus()

    def _show(self) -> None:
        last, quick = last_check(self.workplace.preferences), quick_check_at(self.workplace.preferences)
        findings = last.findings if last else ()
        self.state.setText(_state_words(last))
        self.state.setPalette(theme.colored(self.palette(), theme.late() if findings else theme.done()))
        if last is None:
            self.state.setPalette(self.palette())
        self.quick.setText(texts.QUICK.format(when=f"{quick:%d/%m/%Y %H:%M}") if quick else "")
        self.quick.setVisible(quick is not None)
        self.findings.clear()
        self.findings.addItems(findings or [texts.NO_FINDINGS])
        self.badge_changed.emit(len(findings))

    def _lay_out(self, head: ScreenHead) -> None:
        purpose, listed = QLabel(texts.PURPOSE), QLabel(texts.FINDINGS)
        listed.setBuddy(self.findings)
        self.state.setFont(theme.strong(self.font()))
        self.findings.setAccessibleName(texts.FINDINGS)
        self.findings.setWordWrap(True)
        self.findings.setSpacing(theme.STEP // 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.STEP * 3,) * 4)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(head)
        for label in (purpose, self.state, self.quick):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addSpacing(theme.GROUP - theme.STEP * 2)
        column.addWidget(listed)
        column.addWidget(self.findings, 1)


def _state_words(last: LastCheck | None) -> str:
    if last is None:
        return texts.NEVER
    words = texts.WRONG if last.findings else texts.CLEAN
    return words.format(when=f"{last.at:%d/%m/%Y %H:%M}", count=len(last.findings))


def _looking(subject: Subject) -> str:
    return soundness_texts.LOOKING.format(subject=soundness_texts.SUBJECTS[subject].lower())
