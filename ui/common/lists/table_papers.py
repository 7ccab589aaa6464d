"""A table on its way out: to Excel, to the printer. Both give what the screen shows, in its order, with its totals."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from db.rules.file_names import plain_file_name
from db.rules.formats import Value, day_text
from ui.common import texts
from ui.common.borders import Footnotes
from ui.common.lists.columns import Column, cell_text
from ui.common.period_texts import period_title
from ui.common.saving import ask_target, write_file
from ui.common.workplace import Workplace

if TYPE_CHECKING:
    from exports.documents.description import ListPaper
    from exports.lists import SheetList

_MM_PER_PIXEL = 0.26


@dataclass(frozen=True)
class TableContent:
    """What goes out. `totals` has a value for each column or is empty; its first is the word for the total."""

    title: str
    subtitles: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Value]]
    totals: Sequence[Value] = ()
    sample: bool = False


ReadContent = Callable[[], TableContent]


class TablePapers:
    """Writes and prints tables; each is read by the worker, not on the main thread."""

    def __init__(self, owner: QWidget, workplace: Workplace) -> None:
        self._owner, self._workplace = owner, workplace

    def export(self, title: str, read: ReadContent) -> None:
        """Ask for a name and write the table there as a workbook."""
        target = ask_target(self._owner, texts.SAVE_LIST_AS, f"{title}.xlsx", texts.WORKBOOKS)
        if target is None:
            return

        def write(path: Path, tell: Callable[[str], None]) -> None:
            tell(texts.WRITING_LIST.format(title=title))
            _write_workbook(_sheet_list(read()), path)

        write_file(self._owner, self._workplace, target, texts.WORKBOOKS, write)

    def show_print(self, title: str, read: ReadContent) -> None:
        """Draw the table and show it as it will be printed."""
        from ui.common.printing import preview

        folder = TemporaryDirectory(prefix="pcmd-")
        target = Path(folder.name) / f"{plain_file_name(title)}.pdf"

        def draw(tell: Callable[[str], None]) -> None:
            tell(texts.DRAWING_LIST.format(title=title))
            _draw_pdf(_list_paper(read()), target)

        def show(_: None) -> None:
            preview(self._owner, target, title)
            folder.cleanup()

        self._workplace.worker.run(draw, show, self._workplace.fail)


def period_line(workplace: Workplace) -> str:
    """Return the line under a title that names the chosen period with its days."""
    span = workplace.span
    return texts.PERIOD_LINE.format(
        period=period_title(workplace.period), first=day_text(span.first), last=day_text(span.last)
    )


def _sheet_list(content: TableContent) -> "SheetList":
    from exports.lists import SheetColumn, SheetList

    columns = tuple(SheetColumn(column.title, column.width) for column in content.columns)
    return SheetList(content.title, content.subtitles, columns, content.rows, content.totals)


def _write_workbook(sheet_list: "SheetList", path: Path) -> None:
    from exports.lists import write_list_xlsx

    write_list_xlsx(sheet_list, path)


def _list_paper(content: TableContent) -> "ListPaper":
    from exports.documents.description import Column as PaperColumn
    from exports.documents.description import ListPaper, Row, Table

    columns = tuple(
        PaperColumn(column.title, column.width * _MM_PER_PIXEL, column.align) for column in content.columns
    )
    notes = Footnotes()
    rows = tuple(Row(tuple(notes.signed(cell_text(value)) for value in row)) for row in content.rows)
    total = tuple("" if value is None else notes.signed(cell_text(value)) for value in content.totals)
    lines = (*content.subtitles, *notes.lines)
    return ListPaper(content.title, lines, Table(columns, rows, total), content.sample)


def _draw_pdf(paper: "ListPaper", target: Path) -> None:
    from exports.documents.list_pdf import write_list_pdf

    write_list_pdf(paper, target)
