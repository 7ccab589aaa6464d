"""Tabs as high as a row, and the keys that turn them."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTabBar, QWidget

from ui.common import theme


def make_taller(bar: QTabBar, at: int) -> None:
    """Give a tab the height of a row: as high as its letters, Fusion cuts the feet of g and y."""
    spacer = QWidget()
    spacer.setFixedSize(0, theme.ROW_HEIGHT - 2 * theme.STEP)
    bar.setTabButton(at, QTabBar.ButtonPosition.RightSide, spacer)


def add_turning_keys(screen: QWidget, keys: Mapping[str, int], turn: Callable[[int], None]) -> None:
    """Let keys pressed anywhere on a screen turn its tabs, each by its steps."""
    inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
    for key, steps in keys.items():
        QShortcut(QKeySequence(key), screen, lambda steps=steps: turn(steps), context=inside)
