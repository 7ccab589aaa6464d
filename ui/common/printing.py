"""A PDF before it is printed: shown page by page, printed through the system's dialog, or kept as a file."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pypdfium2
from PySide6.QtCore import QRectF
from PySide6.QtGui import QAction, QImage, QKeySequence, QPageLayout, QPageSize, QPainter, QTransform
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QToolBar, QWidget

from db.whole_files import TargetNotWritable, replacing
from ui.common import icons, texts, theme
from ui.common.saving import ask_again, ask_target

_PAPER_DPI = 200
_POINTS_PER_INCH = 72
_SIZE = (1040, 700)

OtherForm = tuple[str, Callable[[QWidget], None]]


class PdfPages:
    """The pages of a PDF as pictures."""

    def __init__(self, path: Path) -> None:
        self._pages = pypdfium2.PdfDocument(path.read_bytes())

    def __len__(self) -> int:
        return len(self._pages)

    def close(self) -> None:
        self._pages.close()

    def is_wide(self, at: int) -> bool:
        width, height = self._pages[at].get_size()
        return bool(width > height)

    def picture(self, at: int, dpi: int) -> QImage:
        bitmap = self._pages[at].render(scale=dpi / _POINTS_PER_INCH, rev_byteorder=True, prefer_bgrx=True)
        image = QImage(
            bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888
        )
        return image.copy()


def preview(owner: QWidget, path: Path, title: str, others: Sequence[OtherForm] = ()) -> None:
    """Show a PDF as it will be printed; `others` are the other forms in which it can be kept."""
    dialog = PreviewDialog(owner, path, title, others)
    dialog.exec()
    dialog.deleteLater()


class PreviewDialog(QPrintPreviewDialog):
    """The preview of a PDF; its tool bar also keeps the PDF as a file, or the document in another form."""

    def __init__(self, owner: QWidget, path: Path, title: str, others: Sequence[OtherForm] = ()) -> None:
        self._pages, self._path = PdfPages(path), path
        # Held here: the dialog does not own its printer.
        self._printer = _printer(title, self._pages)
        super().__init__(self._printer, owner)
        self.setWindowTitle(texts.PREVIEW.format(title=title))
        theme.fit_screen(self, *_SIZE)
        self.finished.connect(lambda _: self._pages.close())
        self.paintRequested.connect(lambda target: paint_pages(self._pages, target))
        self.save = QAction(icons.icon("export"), texts.SAVE_PDF, self)
        self.save.triggered.connect(self._save)
        self.others = tuple(self._other(*other) for other in others)
        for bar in self.findChildren(QToolBar):
            bar.addActions([self.save, *self.others])
        self._add_keys()

    def _other(self, words: str, keep: Callable[[QWidget], None]) -> QAction:
        action = QAction(icons.icon("export"), words, self)
        action.triggered.connect(lambda: keep(self))
        return action

    def _add_keys(self) -> None:
        self.save.setShortcut(QKeySequence("Ctrl+S"))
        self.save.setToolTip(texts.SAVE_PDF_TIP)
        printed = next((item for item in self.findChildren(QAction) if item.text() == texts.PRINT), None)
        if printed is not None:
            printed.setShortcut(QKeySequence("Ctrl+P"))
            printed.setToolTip(texts.PRINT_PAPER_TIP)

    def _save(self) -> None:
        target = ask_target(self, texts.SAVE_PDF, self._path.name, texts.PDF_FILES)
        while target is not None:
            target = self._copy(target)

    def _copy(self, target: Path) -> Path | None:
        """Copy the PDF; return where to try again, nothing once it is written or given up."""
        try:
            with replacing(target) as temporary:
                shutil.copyfile(self._path, temporary)
        except TargetNotWritable as error:
            return ask_again(self, error, target, texts.PDF_FILES)
        return None


def _printer(title: str, pages: PdfPages) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setFullPage(True)
    _lay_page(printer, pages, 0)
    return printer


def paint_pages(pages: PdfPages, printer: QPrinter) -> None:
    painter = QPainter(printer)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    area = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
    for at in range(len(pages)):
        if at > 0:
            printer.newPage()
        picture = pages.picture(at, _PAPER_DPI)
        if pages.is_wide(at) != (area.width() > area.height()):
            # Paper cannot be turned while it is printed on: the page is.
            picture = picture.transformed(QTransform().rotate(90))
        painter.drawImage(QRectF(0, 0, area.width(), area.height()), picture)
    painter.end()


def _lay_page(printer: QPrinter, pages: PdfPages, at: int) -> None:
    wide = pages.is_wide(at)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(
        QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    )
