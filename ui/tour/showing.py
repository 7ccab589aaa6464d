"""Showing the tour: after the first book was made, and whenever somebody asks for it."""

from ui.shell.window import Window
from ui.tour.tour import Tour


def show(window: Window) -> None:
    """Show the tour over a window that has a book; one that is shown already stays as it is."""
    if window.workplace is not None and window.findChild(Tour) is None:
        Tour(window)
