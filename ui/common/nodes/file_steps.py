"""Sets of a screen as files: one is written, one is read in as a draft; what is wrong with it is told."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QMessageBox

from db.rules.findings import Refused
from db.rules.sealed_toml import SealedToml, TomlFile
from db.services.content_files import TakenIn
from db.sessions import Session
from exports.sealed_toml import read_sealed, sealed_name, write_sealed
from ui.common import saving
from ui.common.findings_dialog import FindingsDialog
from ui.common.nodes.presenter import NodesPresenter
from ui.common.screens.screen import Screen


class FileWords(Protocol):
    """The words of files of sets, as a screen's `texts` module has them."""

    FILES: str
    CHOOSE_FILE: str
    SAVE_TITLE: str
    UNSOUND_FILE_TITLE: str
    UNSOUND_FILE: str
    TAKE_ANYWAY: str
    LEAVE_OUT: str
    TAKEN: dict[str, str]


@dataclass(frozen=True)
class FileServices:
    """How sets of a kind become files and come back: `take_in` keeps one as a draft, unsound ones where wanted."""

    files: SealedToml
    exported: Callable[[Session, int], tuple[str, str]]
    take_in: Callable[[Session, TomlFile, bool], TakenIn]


class FileSteps:
    """The steps of the screen that `owner` is."""

    def __init__(
        self, presenter: NodesPresenter, owner: Screen, services: FileServices, words: FileWords
    ) -> None:
        self._presenter, self._owner = presenter, owner
        self._services, self._words = services, words
        self._workplace = presenter.workplace

    def export(self) -> None:
        """Write the chosen set to a file."""
        self._owner.settle()
        head, words = self._presenter.head, self._words
        if head is None:
            return
        _, text = self._workplace.read(lambda session: self._services.exported(session, head.id))
        target = saving.ask_target(self._owner, words.SAVE_TITLE, sealed_name(head.title), words.FILES)
        if target is not None:
            saving.write_file(
                self._owner, self._workplace, target, words.FILES, lambda path, _: write_sealed(text, path)
            )

    def take_in(self) -> None:
        """Read a file and take its set in as a draft; what is wrong with it is told."""
        self._owner.settle()
        preferences, key = self._workplace.preferences, f"{self._presenter.kind}/folder"
        chosen, _ = QFileDialog.getOpenFileName(
            self._owner, self._words.CHOOSE_FILE, preferences.text(key), self._words.FILES
        )
        if not chosen:
            return
        path = Path(chosen)
        preferences.set_text(key, str(path.parent))
        try:
            read = read_sealed(path, self._services.files)
        except Refused as refused:
            FindingsDialog.tell(refused, self._owner)
            return
        self._take(read, path.name)

    def _take(self, read: TomlFile, name: str) -> None:
        try:
            taken = self._stored(read, unsound=False)
        except Refused as refused:
            FindingsDialog.tell(Refused(refused.findings, name), self._owner)
            if not self._takes_unsound(name, len(refused.findings)):
                return
            try:
                taken = self._stored(read, unsound=True)
            except Refused as still:
                self._workplace.fail(still)
                return
        self._presenter.show_new(taken.id)
        told = self._words.TAKEN[taken.outcome.value]
        self._workplace.say(told.format(title=taken.title, code=taken.code))

    def _stored(self, read: TomlFile, *, unsound: bool) -> TakenIn:
        return self._workplace.write(
            lambda session: self._services.take_in(session, read, unsound), self._presenter.kind
        )

    def _takes_unsound(self, name: str, count: int) -> bool:
        words = self._words
        told = words.UNSOUND_FILE.format(name=name, count=count)
        box = QMessageBox(QMessageBox.Icon.Question, words.UNSOUND_FILE_TITLE, told, parent=self._owner)
        wanted = box.addButton(words.TAKE_ANYWAY, QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(words.LEAVE_OUT, QMessageBox.ButtonRole.RejectRole))
        box.exec()
        return box.clickedButton() is wanted
