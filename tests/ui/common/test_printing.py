"""A PDF before it is printed, and lists on their way to paper."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from tests.helpers.modals import FileDialogs, MessageBoxes
from ui.common.printing import PdfPages, PreviewDialog, paint_pages
from ui.common.workplace import Workplace
from ui.officials.screen import OfficialsScreen


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    """An upright page and a wide one."""
    document = pypdfium2.PdfDocument.new()
    document.new_page(595, 842)
    document.new_page(842, 595)
    document.save(tmp_path / "plan.pdf")
    document.close()
    return tmp_path / "plan.pdf"


def test_a_page_is_a_picture_of_its_shape(pdf: Path) -> None:
    pages = PdfPages(pdf)
    shapes = [(pages.is_wide(at), pages.picture(at, 72).width()) for at in range(len(pages))]
    pages.close()
    assert shapes == [(False, 595), (True, 842)]


def test_the_preview_shows_every_page_and_keeps_the_file(
    pdf: Path, tmp_path: Path, qtbot: QtBot, workplace: Workplace, file_dialogs: FileDialogs
) -> None:
    screen = OfficialsScreen(workplace)
    qtbot.addWidget(screen)
    dialog = PreviewDialog(screen, pdf, "Kế hoạch")
    dialog.show()
    file_dialogs.expect(tmp_path / "copy.pdf")
    dialog.save.trigger()
    dialog.reject()
    assert (tmp_path / "copy.pdf").read_bytes() == pdf.read_bytes()


def test_a_wide_page_among_upright_ones_is_turned(pdf: Path, tmp_path: Path, qtbot: QtBot) -> None:
    pages, printer = PdfPages(pdf), QPrinter()
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setFullPage(True)
    paint_pages(pages, printer)
    pages.close()
    printed = pypdfium2.PdfDocument(tmp_path / "out.pdf")
    sizes = [page.get_size() for page in printed]
    printed.close()
    assert len(sizes) == 2
    assert all(width < height for width, height in sizes)


def test_a_list_is_written_as_a_workbook_and_said(
    workplace: Workplace, tmp_path: Path, qtbot: QtBot, file_dialogs: FileDialogs
) -> None:
    screen = OfficialsScreen(workplace)
    qtbot.addWidget(screen)
    screen.begin()
    file_dialogs.expect(tmp_path / "Cán bộ")
    with qtbot.waitSignal(workplace.said) as told:
        screen.papers.export_list()
    assert told.args == ["Đã ghi tệp Cán bộ.xlsx"]
    assert (tmp_path / "Cán bộ.xlsx").exists()


def test_a_copy_that_cannot_be_written_is_told_and_may_go_elsewhere(
    pdf: Path,
    tmp_path: Path,
    qtbot: QtBot,
    workplace: Workplace,
    file_dialogs: FileDialogs,
    message_boxes: MessageBoxes,
) -> None:
    screen = OfficialsScreen(workplace)
    qtbot.addWidget(screen)
    dialog = PreviewDialog(screen, pdf, "Kế hoạch")
    file_dialogs.expect(tmp_path / "không có" / "copy.pdf")
    message_boxes.expect("Chọn tên khác")
    file_dialogs.expect(tmp_path / "copy.pdf")
    dialog.save.trigger()
    dialog.reject()
    assert (tmp_path / "copy.pdf").exists()
