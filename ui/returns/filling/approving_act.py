"""Check, approve and export, step by step: each says why it does not go on."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from db.rules.findings import Refused
from db.rules.returns.filled import FilledReturn
from db.rules.rights import Right
from ui.common import texts as shared
from ui.common.saving import ask_target, write_file
from ui.common.texts import NOT_YOURS
from ui.returns.filling import texts, work_texts
from ui.returns.filling.approve_dialog import ApproveDialog
from ui.returns.filling.deeds import ReturnDeeds
from ui.returns.filling.presenter import FillingPresenter, Tell
from ui.returns.filling.state_bar import open_words


class ApprovingAct:
    """Leads from the figures to a file. `look` shows what has to be looked at, `tell` what was written."""

    def __init__(
        self,
        owner: QWidget,
        presenter: FillingPresenter,
        deeds: ReturnDeeds,
        look: Callable[[], None],
        tell: Callable[[Path, FilledReturn], None],
    ) -> None:
        self._owner, self._presenter, self._deeds = owner, presenter, deeds
        self._look, self._tell = look, tell
        self._wants_file = False

    def check(self) -> None:
        """Show what was found; where nothing stands open, keep that these figures were checked."""
        standing = self._presenter.standing
        if standing is None or self._presenter.busy:
            return
        self._look()
        if standing.open:
            self._say(open_words(standing, work_texts.STILL_OPEN, ""))
        else:
            self._deeds.check()
            self._say(work_texts.CHECKED)

    def approve(self) -> bool:
        """Approve what is shown; a revision asks why. Return whether that is under way."""
        presenter, standing = self._presenter, self._presenter.standing
        if standing is None or presenter.busy:
            return False
        if not presenter.workplace.can(Right.APPROVE):
            self._say(NOT_YOURS[Right.APPROVE])
        elif presenter.shows_frozen:
            self._say(work_texts.SHOW_NOW_FIRST)
        elif standing.frozen is not None and not standing.has_moved:
            self._say(work_texts.NOTHING_TO_APPROVE.format(revision=standing.frozen.known.revision))
        elif standing.open:
            self._look()
            self._say(open_words(standing, work_texts.STILL_OPEN, ""))
        else:
            note = self._note()
            if note is not None:
                self._deeds.approve(note)
                return True
        return False

    def withdraw(self) -> None:
        """Take the approval back."""
        if not self._deeds.can_withdraw or self._presenter.busy:
            return
        if not self._presenter.workplace.can(Right.APPROVE):
            self._say(NOT_YOURS[Right.APPROVE])
            return
        try:
            self._deeds.withdraw()
        except Refused as refused:
            self._presenter.workplace.fail(refused)

    def export(self, *, with_paper: bool) -> None:
        """Write the approved return; one that is not approved is approved first."""
        presenter, standing = self._presenter, self._presenter.standing
        if standing is None or presenter.busy:
            return
        if standing.frozen is not None and (presenter.shows_frozen or not standing.has_moved):
            self._ask_file(with_paper)
            return
        self._wants_file = self.approve()

    def go_on(self, *, with_paper: bool) -> None:
        """Go on with an export once the approved return is shown."""
        standing = self._presenter.standing
        is_there = standing is not None and standing.frozen is not None and not standing.has_moved
        if self._wants_file and is_there and not self._presenter.busy:
            self._wants_file = False
            self._ask_file(with_paper)

    def _note(self) -> str | None:
        standing = self._presenter.standing
        assert standing is not None
        if standing.frozen is None:
            return ""
        known = standing.frozen.known
        filled, aside = standing.hand.filled, self._presenter.aside()
        return ApproveDialog.ask(filled, known.revision, standing.differences, self._owner, aside)

    def _ask_file(self, with_paper: bool) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposed = self._presenter.proposed_target(Path(folder))
        target = ask_target(self._owner, texts.SAVE_AS, str(proposed), shared.WORKBOOKS)
        if target is not None:
            self._write(target, with_paper)

    def _write(self, target: Path, with_paper: bool) -> None:
        written: list[FilledReturn] = []
        export = self._deeds.writer(with_paper)

        def write(path: Path, tell: Tell) -> None:
            written.append(export(path, tell))

        def tell(path: Path) -> None:
            self._presenter.remember_folder(path.parent)
            self._tell(path, written[-1])
            self._presenter.workplace.refresh("returns")

        write_file(self._owner, self._presenter.workplace, target, shared.WORKBOOKS, write, tell)

    def _say(self, words: str) -> None:
        self._presenter.workplace.say(words)
