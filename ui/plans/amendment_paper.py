"""The document of an amendment: shown as it will be printed, or written as a Word file."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QWidget

from db.rules.plan_paper import AmendmentPaper
from ui.common.saving import ask_target, write_file
from ui.common.workplace import Workplace
from ui.plans import amendment_texts as texts


def show_amendment(owner: QWidget, workplace: Workplace, paper: AmendmentPaper) -> None:
    """Draw an amendment and show the preview; trouble is told calmly."""
    from ui.common.printing import preview

    folder = TemporaryDirectory(prefix="pcmd-")

    def draw(tell: Callable[[str], None]) -> Path:
        return _draw(paper, Path(folder.name), tell)

    def show(path: Path) -> None:
        preview(owner, path, path.stem)
        folder.cleanup()

    def give_up(error: Exception) -> None:
        folder.cleanup()
        workplace.fail(error)

    workplace.worker.run(draw, show, give_up)


def save_amendment(owner: QWidget, workplace: Workplace, paper: AmendmentPaper) -> None:
    """Ask for a name and write an amendment there as a Word file."""
    target = ask_target(owner, texts.SAVE_AS, f"{_name(paper)}.docx", texts.WORD_FILES)
    if target is None:
        return

    def write(path: Path, tell: Callable[[str], None]) -> None:
        from exports.documents.amendment_content import amendment_document
        from exports.documents.docx import write_docx

        tell(texts.DRAWING)
        write_docx(amendment_document(paper), path)

    write_file(owner, workplace, target, texts.WORD_FILES, write)


def _draw(paper: AmendmentPaper, folder: Path, tell: Callable[[str], None]) -> Path:
    from exports.documents.amendment_content import amendment_document
    from exports.documents.pdf import write_pdf

    tell(texts.DRAWING)
    target = folder / f"{_name(paper)}.pdf"
    write_pdf(amendment_document(paper), target)
    return target


def _name(paper: AmendmentPaper) -> str:
    plan = paper.amended
    number = texts.UNNUMBERED if plan.number is None else f"{plan.number:02d}"
    return texts.FILE_NAME.format(ordinal=paper.ordinal, number=number)
