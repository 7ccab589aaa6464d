"""The document of a plan: drawn off the main thread, then shown as it will be printed."""

import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtWidgets import QWidget

from db.services import plans
from ui.common.workplace import Workplace
from ui.plans import texts


def show_plan(owner: QWidget, workplace: Workplace, plan_id: int) -> None:
    """Draw a plan and show the preview, from which it is printed or kept as a PDF; trouble is told calmly."""
    from ui.common.printing import preview

    folder = Path(mkdtemp(prefix="pcmd-"))

    def draw(tell: Callable[[str], None]) -> Path:
        return _draw(workplace, plan_id, folder, tell)

    def show(path: Path) -> None:
        preview(owner, path, path.stem)
        shutil.rmtree(folder)

    def give_up(error: Exception) -> None:
        shutil.rmtree(folder)
        workplace.fail(error)

    workplace.worker.run(draw, show, give_up)


def _draw(workplace: Workplace, plan_id: int, folder: Path, tell: Callable[[str], None]) -> Path:
    from exports.documents.pdf import write_pdf
    from exports.documents.plan_content import plan_document

    paper = workplace.read(lambda session: plans.paper(session, plan_id))
    name = paper_name(paper.number, paper.symbol)
    tell(texts.DRAWING_PLAN.format(name=name))
    target = folder / f"{name}.pdf"
    write_pdf(plan_document(paper), target)
    return target


def paper_name(number: int | None, symbol: str) -> str:
    """Return the name of a plan's file, without what no file name may hold."""
    if number is None:
        return texts.PAPER_NAME_UNNUMBERED
    written = plans.written_number(number, symbol)
    plain = "".join(letter if letter.isalnum() or letter in " -." else "-" for letter in written)
    return texts.PAPER_NAME.format(number=plain)
