"""What is done with a whole set: begun, copied, removed, tried, put in force, taken out of it, written, read in."""

from datetime import date

from PySide6.QtWidgets import QMessageBox

from db.rules.findings import Refused
from db.rules.formats import day_text
from db.rules.scoring.files import RULE_SET_FILES
from db.rules.sealed_toml import TomlFile
from db.services.content_files import TakenIn
from db.services.scoring import rule_set_files, rule_sets_in_force
from db.sessions import Session
from ui.common import texts as shared
from ui.common.forms.day_dialog import DayDialog, DayWords
from ui.common.nodes.file_steps import FileServices, FileSteps
from ui.common.screens.screen import Screen
from ui.rule_sets import texts
from ui.rule_sets.presenter import SCORES, RuleSetsPresenter
from ui.rule_sets.trial_dialog import TrialDialog

_DAY_WIDTH = 460


class RuleSetSteps:
    """The steps of the screen that `owner` is; each asks what it has to and says what was done."""

    def __init__(self, presenter: RuleSetsPresenter, owner: Screen) -> None:
        self._presenter, self._owner = presenter, owner
        self._workplace = presenter.workplace
        services = FileServices(RULE_SET_FILES, rule_set_files.exported, _take_in)
        self._files = FileSteps(presenter, owner, services, texts)

    def begin(self) -> None:
        """Begin an empty draft."""
        self._owner.settle()
        self._presenter.begin()

    def copy(self) -> None:
        """Begin a draft like the chosen set."""
        self._owner.settle()
        self._presenter.copy()

    def remove(self) -> None:
        """Remove the chosen draft."""
        self._owner.settle()
        self._presenter.remove()

    def try_out(self) -> None:
        """Fill a scratch sheet in; a draft on which a whole one was is noted as tried."""
        self._owner.settle()
        presenter, info = self._presenter, self._presenter.info
        if info is None or presenter.rule_set is None or not presenter.rule_set.asked:
            return
        was_tried = TrialDialog.try_out(presenter.rule_set, info.title, self._owner)
        if was_tried and info.is_draft:
            self._workplace.write_aside(lambda session: rule_sets_in_force.note_trial(session, info.id))

    def force_or_take_out(self) -> None:
        """Put a draft in force; let a set in force end."""
        self._owner.settle()
        self.force() if self._presenter.is_open else self.take_out()

    def force(self) -> None:
        """Ask from which day a draft is in force, and put it there."""
        self._owner.settle()
        presenter, info = self._presenter, self._presenter.info
        if info is None or not info.is_draft or presenter.judgement is None:
            return
        if presenter.judgement.errors:
            self._workplace.say(texts.UNSOUND.format(count=len(presenter.judgement.errors)))
            return
        confirmed = self._workplace.read(lambda session: rule_sets_in_force.was_tried(session, info.id))
        if not confirmed and not self._goes_untried():
            return
        words = DayWords(
            texts.FORCE_TITLE,
            texts.FORCE_ASK.format(title=info.title),
            texts.FORCE_LABEL,
            texts.FORCE_NOW,
            texts.DAY_NEEDED,
        )
        day = self._ask(words, info.valid_from)
        if day is not None:
            self._force(info.id, info.title, day)

    def take_out(self) -> None:
        """Ask for the last day of a set in force."""
        info = self._presenter.info
        if info is None or info.is_draft:
            return
        words = DayWords(
            texts.OUT_TITLE,
            texts.OUT_ASK.format(title=info.title),
            texts.OUT_LABEL,
            texts.OUT_NOW,
            texts.DAY_NEEDED,
        )
        last = self._ask(words, info.valid_to or date(self._workplace.year, 12, 31))
        if last is None:
            return
        try:
            self._workplace.write(
                lambda session: rule_sets_in_force.take_out(session, info.id, last=last), SCORES
            )
        except Refused as refused:
            self._workplace.fail(refused)
        else:
            self._workplace.say(texts.OUT_DONE.format(title=info.title, day=day_text(last)))

    def export(self) -> None:
        """Write the chosen set to a file."""
        self._files.export()

    def take_in(self) -> None:
        """Read a file and take its set in as a draft."""
        self._files.take_in()

    def _goes_untried(self) -> bool:
        """Ask whether an untried draft goes in force; who wants to try it first is led there."""
        box = QMessageBox(QMessageBox.Icon.Question, texts.UNTRIED_TITLE, texts.UNTRIED, parent=self._owner)
        now = box.addButton(texts.FORCE_ANYWAY, QMessageBox.ButtonRole.AcceptRole)
        first = box.addButton(texts.TRY_FIRST, QMessageBox.ButtonRole.ActionRole)
        box.addButton(shared.TURN_BACK, QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(first)
        box.exec()
        if box.clickedButton() is first:
            self.try_out()
        return box.clickedButton() is now

    def _ask(self, words: DayWords, usual: date) -> date | None:
        return DayDialog(words, self._workplace.today, _DAY_WIDTH, self._owner, usual=usual).answer()

    def _force(self, set_id: int, title: str, day: date) -> None:
        try:
            done = self._workplace.write(
                lambda session: rule_sets_in_force.put_in_force(session, set_id, on=day, confirmed=True),
                SCORES,
            )
        except Refused as refused:
            self._workplace.fail(refused)
            return
        said = texts.FORCED.format(title=title, day=day_text(day))
        said += "".join(texts.ENDED.format(title=ended) for ended in done.ended)
        said += "".join(texts.PASSED_OVER.format(title=passed) for passed in done.passed_over)
        said += texts.STAYING.format(count=done.staying) if done.staying else ""
        self._presenter.show_new(done.id)
        self._workplace.say(said)


def _take_in(session: Session, read: TomlFile, unsound: bool) -> TakenIn:
    return rule_set_files.take_in(session, read, unsound=unsound)
