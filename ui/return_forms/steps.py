"""What is done with a whole set of forms: begun, copied, removed, put in force, out of it, and back to the shipped."""

from collections.abc import Callable
from datetime import date, timedelta

from db.rules.findings import Refused
from db.rules.formats import day_text
from db.rules.returns.form_files import RETURN_FORM_FILES
from db.rules.sealed_toml import TomlFile
from db.services.content_files import TakenIn
from db.services.returns import form_files, forms_in_force
from db.services.returns.forms_in_force import PutFormsInForce
from db.sessions import Session
from ui.common.forms.day_dialog import DayDialog, DayWords
from ui.common.nodes.file_steps import FileServices, FileSteps
from ui.common.screens.screen import Screen
from ui.return_forms import texts
from ui.return_forms.presenter import KIND, ReturnFormsPresenter

_DAY_WIDTH = 460


class ReturnFormSteps:
    """The steps of the screen that `owner` is; each asks what it has to and says what was done."""

    def __init__(self, presenter: ReturnFormsPresenter, owner: Screen) -> None:
        self._presenter, self._owner = presenter, owner
        self._workplace = presenter.workplace
        services = FileServices(RETURN_FORM_FILES, form_files.exported, self._taken_in)
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
        ask = texts.FORCE_ASK.format(title=info.title)
        day = self._ask((texts.FORCE_TITLE, ask, texts.FORCE_LABEL, texts.FORCE_NOW), info.valid_from)
        if day is not None:
            self._force(lambda s: forms_in_force.put_in_force(s, info.id, on=day), info.title, day)

    def take_out(self) -> None:
        """Ask for the last day of a set in force."""
        info = self._presenter.info
        if info is None or info.is_draft:
            return
        ask = texts.OUT_ASK.format(title=info.title)
        usual = info.valid_to or date(self._workplace.year, 12, 31)
        last = self._ask((texts.OUT_TITLE, ask, texts.OUT_LABEL, texts.OUT_NOW), usual)
        if last is not None and self._wrote(lambda s: forms_in_force.take_out(s, info.id, last=last)):
            self._workplace.say(texts.OUT_DONE.format(title=info.title, day=day_text(last)))

    def give_up(self) -> None:
        """Make a set in force a draft again."""
        info = self._presenter.info
        if info is None or info.is_draft:
            return
        try:
            number = self._workplace.write(lambda s: forms_in_force.give_up(s, info.id), KIND)
        except Refused as refused:
            self._workplace.fail(refused)
            return
        self._presenter.show_new(number)
        self._workplace.say(texts.GIVEN_UP.format(title=info.title))

    def go_back(self) -> None:
        """Ask from which day the set that came with the program is in force again."""
        info = self._presenter.info
        if info is None:
            return
        ask = texts.BACK_ASK.format(code=info.code)
        usual = self._workplace.span.last + timedelta(days=1)
        day = self._ask((texts.BACK_TITLE, ask, texts.BACK_LABEL, texts.BACK_NOW), usual)
        if day is not None:
            self._force(lambda s: forms_in_force.go_back(s, info.code, on=day), info.title, day)

    def export(self) -> None:
        """Write the chosen set to a file."""
        self._files.export()

    def take_in(self) -> None:
        """Read a file and take its set in as a draft."""
        self._files.take_in()

    def _taken_in(self, session: Session, read: TomlFile, unsound: bool) -> TakenIn:
        return form_files.take_in(session, read, on=self._workplace.today, unsound=unsound)

    def _force(self, put: Callable[[Session], PutFormsInForce], title: str, day: date) -> None:
        try:
            done = self._workplace.write(put, KIND)
        except Refused as refused:
            self._workplace.fail(refused)
            return
        said = texts.FORCED.format(title=title, day=day_text(day))
        said += "".join(texts.ENDED.format(title=ended) for ended in done.ended)
        said += texts.STAYING.format(count=done.staying) if done.staying else ""
        self._presenter.show_new(done.id)
        self._workplace.say(said)

    def _wrote(self, action: Callable[[Session], None]) -> bool:
        try:
            self._workplace.write(action, KIND)
        except Refused as refused:
            self._workplace.fail(refused)
            return False
        return True

    def _ask(self, words: tuple[str, str, str, str], usual: date) -> date | None:
        asked = DayWords(*words, texts.DAY_NEEDED)
        return DayDialog(asked, self._workplace.today, _DAY_WIDTH, self._owner, usual=usual).answer()
