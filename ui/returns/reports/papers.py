"""The document of a report: checked and drawn off the main thread, shown as it will be printed, kept as a file."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QWidget

from db.rules.file_names import plain_file_name
from db.rules.findings import Finding
from db.rules.reports.filled import Report
from ui.common.saving import ask_target, write_file
from ui.common.workplace import Workplace
from ui.returns.reports import texts

GoTo = Callable[[Finding], None]


def show_report(owner: QWidget, workplace: Workplace, report: Report, name: str, go_to: GoTo) -> None:
    """Check and draw a report and show the preview; `go_to` brings the officer to what is to be mended."""
    folder = TemporaryDirectory(prefix="pcmd-")

    def draw(tell: Callable[[str], None]) -> tuple[Path, tuple[Finding, ...]]:
        tell(texts.DRAWING)
        return _draw(report, Path(folder.name) / f"{plain_file_name(name)}.pdf")

    def show(drawn: tuple[Path, tuple[Finding, ...]]) -> None:
        path, findings = drawn
        if not findings or _goes_on(owner, findings, go_to):
            _preview(owner, workplace, report, path)
        folder.cleanup()

    def give_up(error: Exception) -> None:
        folder.cleanup()
        workplace.fail(error)

    workplace.worker.run(draw, show, give_up)


def save_report(owner: QWidget, workplace: Workplace, report: Report, name: str) -> None:
    """Ask for a name and write a report there, as Word or PDF by the name's ending."""
    target = ask_target(owner, texts.SAVE_AS, f"{name}.docx", texts.KINDS, (".pdf",))
    if target is None:
        return

    def write(path: Path, tell: Callable[[str], None]) -> None:
        from exports.documents.document_files import write_document
        from exports.documents.report_content import report_document

        tell(texts.DRAWING)
        write_document(report_document(report), path)

    write_file(owner, workplace, target, texts.KINDS, write)


def _draw(report: Report, target: Path) -> tuple[Path, tuple[Finding, ...]]:
    from db.rules.reports.checking import check_report
    from exports.documents.pdf import write_pdf
    from exports.documents.report_content import report_document

    document = report_document(report)
    write_pdf(document, target)
    return target, check_report(report, document)


def _goes_on(owner: QWidget, findings: tuple[Finding, ...], go_to: GoTo) -> bool:
    from ui.plans.check_dialog import CheckDialog

    goes_on, chosen = CheckDialog.ask(findings, owner)
    if chosen is not None:
        go_to(chosen)
    return goes_on


def _preview(owner: QWidget, workplace: Workplace, report: Report, path: Path) -> None:
    from ui.common.printing import preview

    keep = partial(save_report, workplace=workplace, report=report, name=path.stem)
    preview(owner, path, path.stem, ((texts.SAVE, keep),))
