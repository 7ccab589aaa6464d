"""The steps of the tour as data: what is said, and the parts of the window that it is said of."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ui.shell.window import Window
from ui.tour import texts


@dataclass(frozen=True)
class Step:
    """One step; of the parts the first is the one that the words stand beside."""

    words: tuple[str, str]
    parts: Callable[[Window], Sequence[QWidget]]


STEPS = (
    Step(texts.RAIL, lambda window: (window.rail,)),
    Step(texts.PERIOD, lambda window: (window.bar.year, window.bar.period)),
    Step(texts.LIST, lambda window: (window.pages,)),
    Step(texts.KEPT, lambda window: (window.statusBar(), window.bar.undo, window.bar.redo)),
    Step(texts.SEARCH, lambda window: (window.bar.search,)),
    Step(texts.RETURNS, lambda window: (window.rail.buttons["returning"],)),
)
