"""What a window shows. Imports next to nothing: it stands in the measured time."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTableView

if TYPE_CHECKING:
    from ui.shell.window import Window


def shown_table(window: "Window") -> QTableView:
    """Return the list of the open subject, or its grid."""
    return next(table for table in window.pages.findChildren(QTableView) if table.isVisible())
