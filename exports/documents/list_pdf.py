"""A plain list as PDF: what Ctrl+P prints of any list."""

from pathlib import Path

from reportlab.platypus import Spacer

from exports.documents import layout
from exports.documents.description import ListPaper
from exports.documents.fonts import Face
from exports.documents.lettering import Pen
from exports.documents.pages import About, write_parts
from exports.documents.styles import Lettering, Styles
from exports.documents.tables import Room, table_flowables
from exports.documents.typeface import typeface

_TITLE = Lettering.of(Face.BOLD, layout.TITLE_SIZE)
_SUBTITLE = Lettering.of(Face.ITALIC, layout.RECIPIENTS_HEAD_SIZE)


def write_list_pdf(paper: ListPaper, target: Path, folders: tuple[Path, ...] | None = None) -> None:
    """Write the list to `target`, across the page where its columns ask for more than fits upright.

    Raises as `write_pdf` does.
    """
    styles = Styles(Pen(typeface(folders)))
    upright = layout.list_sheet(landscape=False)
    wished = sum(column.width for column in paper.table.columns) * layout.POINTS_PER_MM
    sheet = layout.list_sheet(landscape=wished > upright.text_width)
    flowables = styles.titled(paper.title, _TITLE, sheet.text_width)
    for subtitle in paper.subtitles:
        flowables += styles.titled(subtitle, _SUBTITLE, sheet.text_width)
    flowables.append(Spacer(0, 8))
    flowables += table_flowables(paper.table, styles.pen, Room.under(flowables, sheet), layout.LIST_SIZES)
    write_parts([(sheet, flowables)], styles.pen, About(paper.title, sample=paper.sample), target)
