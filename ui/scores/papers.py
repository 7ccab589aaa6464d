"""Papers of scoring: drawn off the main thread, shown as they will be printed, kept as PDF, Word or Excel."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from db.rules.file_names import plain_file_name
from ui.common import texts as shared
from ui.common.saving import Write, ask_target, write_file
from ui.common.workplace import Workplace
from ui.scores import paper_texts as texts

if TYPE_CHECKING:
    from db.sessions import Session
    from exports.documents.forms import Form

MakeForms = Callable[["Session"], "Sequence[Form]"]
WriteBook = Callable[["Session", Path], None]


@dataclass(frozen=True)
class Paper:
    """Something to be printed: the name of its file, its forms, and where it has one its workbook."""

    name: str
    forms: MakeForms
    workbook: WriteBook | None = None


class ScorePapers:
    """Shows papers and keeps them as files; what cannot be printed yet is told calmly."""

    def __init__(self, owner: QWidget, workplace: Workplace) -> None:
        self._owner, self._workplace = owner, workplace

    def show(self, paper: Paper) -> None:
        """Draw a paper and show the preview, from which it is printed or kept."""
        folder = TemporaryDirectory(prefix="pcmd-")

        def draw(tell: Callable[[str], None]) -> Path:
            tell(texts.DRAWING.format(name=paper.name))
            target = Path(folder.name) / f"{plain_name(paper.name)}.pdf"
            self._write_forms(
                paper, target, lambda page: tell(texts.DRAWING_PAGE.format(name=paper.name, page=page))
            )
            return target

        def show(path: Path) -> None:
            self._preview(paper, path)
            folder.cleanup()

        def give_up(error: Exception) -> None:
            folder.cleanup()
            self._workplace.fail(error)

        self._workplace.worker.run(draw, show, give_up)

    def save_word(self, owner: QWidget, paper: Paper) -> None:
        """Ask for a name and write a paper there as a Word document."""

        def write(path: Path, tell: Callable[[str], None]) -> None:
            tell(texts.WRITING.format(name=path.name))
            self._write_forms(paper, path)

        self._save(owner, texts.SAVE_WORD, f"{plain_name(paper.name)}.docx", texts.WORD_FILES, write)

    def save_workbook(self, owner: QWidget, title: str, name: str, write_book: WriteBook) -> None:
        """Ask for a name and write a workbook there."""

        def write(path: Path, tell: Callable[[str], None]) -> None:
            tell(texts.WRITING.format(name=path.name))
            self._workplace.read(lambda session: write_book(session, path))

        self._save(owner, title, f"{plain_name(name)}.xlsx", shared.WORKBOOKS, write)

    def _preview(self, paper: Paper, path: Path) -> None:
        from ui.common.printing import preview

        others = [(texts.SAVE_WORD, partial(self.save_word, paper=paper))]
        if paper.workbook is not None:
            book = partial(
                self.save_workbook, title=texts.SAVE_EXCEL, name=paper.name, write_book=paper.workbook
            )
            others.append((texts.SAVE_EXCEL, book))
        preview(self._owner, path, path.stem, others)

    def _save(self, owner: QWidget, title: str, name: str, kinds: str, write: Write) -> None:
        target = ask_target(owner, title, name, kinds)
        if target is not None:
            write_file(owner, self._workplace, target, kinds, write)

    def _write_forms(
        self, paper: Paper, target: Path, on_page: Callable[[int], None] = lambda _: None
    ) -> None:
        from exports.documents.form_files import write_forms

        write_forms(self._workplace.read(paper.forms), target, on_page)


def plain_name(name: str) -> str:
    """Return the name of a file, without what no file name may hold."""
    return plain_file_name("".join(letter if letter.isalnum() or letter in " -." else "-" for letter in name))
