"""The document of a plan: checked and drawn off the main thread, shown as it will be printed, kept as PDF or Word."""

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtWidgets import QWidget

from db.rules.file_names import plain_file_name
from db.rules.findings import Finding
from db.services.planning import plans
from ui.common.workplace import Workplace
from ui.plans import texts

GoTo = Callable[[Finding], None]


def show_plan(owner: QWidget, workplace: Workplace, plan_id: int, go_to: GoTo) -> None:
    """Check and draw a plan and show the preview, from which it is printed or kept as a file.

    What departs from the decree is told first; `go_to` brings the officer to what is to be mended.
    """
    folder = Path(mkdtemp(prefix="pcmd-"))

    def draw(tell: Callable[[str], None]) -> tuple[Path, tuple[Finding, ...]]:
        return _draw(workplace, plan_id, folder, tell)

    def show(drawn: tuple[Path, tuple[Finding, ...]]) -> None:
        path, findings = drawn
        if not findings or _goes_on(owner, findings, go_to):
            _preview(owner, workplace, plan_id, path)
        shutil.rmtree(folder)

    def give_up(error: Exception) -> None:
        shutil.rmtree(folder)
        workplace.fail(error)

    workplace.worker.run(draw, show, give_up)


def save_as_word(owner: QWidget, workplace: Workplace, plan_id: int) -> None:
    """Ask for a name and write the plan there as a Word document with the words of the PDF."""
    from ui.common.saving import ask_target, write_file

    paper = workplace.read(lambda session: plans.paper(session, plan_id))
    name = f"{paper_name(paper.number, paper.symbol)}.docx"
    target = ask_target(owner, texts.SAVE_WORD, name, texts.WORD_FILES)
    if target is None:
        return

    def write(path: Path, tell: Callable[[str], None]) -> None:
        from exports.documents.docx import write_docx
        from exports.documents.plan_content import plan_document

        tell(texts.DRAWING_PLAN.format(name=target.stem))
        write_docx(plan_document(paper), path)

    write_file(owner, workplace, target, texts.WORD_FILES, write)


def _goes_on(owner: QWidget, findings: tuple[Finding, ...], go_to: GoTo) -> bool:
    from ui.plans.check_dialog import CheckDialog

    goes_on, chosen = CheckDialog.ask(findings, owner)
    if chosen is not None:
        go_to(chosen)
    return goes_on


def _preview(owner: QWidget, workplace: Workplace, plan_id: int, path: Path) -> None:
    from ui.common.printing import preview

    word = partial(save_as_word, workplace=workplace, plan_id=plan_id)
    preview(owner, path, path.stem, ((texts.SAVE_WORD, word),))


def _draw(
    workplace: Workplace, plan_id: int, folder: Path, tell: Callable[[str], None]
) -> tuple[Path, tuple[Finding, ...]]:
    from db.rules.conformance import check_document
    from exports.documents.pdf import write_pdf
    from exports.documents.plan_content import plan_document

    paper = workplace.read(lambda session: plans.paper(session, plan_id))
    name = paper_name(paper.number, paper.symbol)
    tell(texts.DRAWING_PLAN.format(name=name))
    document = plan_document(paper)
    target = folder / f"{name}.pdf"
    write_pdf(document, target)
    return target, check_document(paper, document)


def paper_name(number: int | None, symbol: str) -> str:
    """Return the name of a plan's file, without what no file name may hold."""
    if number is None:
        return texts.PAPER_NAME_UNNUMBERED
    written = plans.written_number(number, symbol)
    plain = "".join(letter if letter.isalnum() or letter in " -." else "-" for letter in written)
    return plain_file_name(texts.PAPER_NAME.format(number=plain))
