"""How the board is drawn: the ground of a group's cell by how much of the most was given, states with their icons."""

from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSize
from PySide6.QtGui import QBrush, QColor, QGuiApplication, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from db.rules.scoring.chain import State
from ui.common import icons, theme
from ui.common.lists.list_model import ListModel
from ui.common.lists.standing_cells import ToneDelegate
from ui.scores.board import texts
from ui.scores.board.lines import NOT_BEGUN, STATE_ICON, STATE_TONE
from ui.scores.board.views import HEAT, Heat

Index = QModelIndex | QPersistentModelIndex
_ICON = 16
_ICONS: Mapping[str, str] = {
    NOT_BEGUN: "blank",
    State.OPEN: "half",
    State.SUBMITTED: "import",
    State.RETURNED: "undo",
    State.APPRAISED: "check",
    State.RECOGNISED: "check_ring",
    State.WITHDRAWN: "barred",
}


def color_of(heat: Heat) -> QColor:
    """Return a ground on which the words of a list stay readable; the number in the cell always says it too."""
    tints = {
        Heat.LOWEST: (theme.late(), 0.34),
        Heat.LOW: (theme.late(), 0.17),
        Heat.MIDDLE: (theme.soon(), 0.17),
        Heat.HIGH: (theme.done(), 0.17),
        Heat.HIGHEST: (theme.done(), 0.36),
    }
    return theme.tint(*tints[heat])


@lru_cache(maxsize=2 * len(Heat))
def _brush(heat: Heat, _palette: int) -> QBrush:
    return QBrush(color_of(heat))


class HeatDelegate(QStyledItemDelegate):
    """Gives the cells of the groups their ground."""

    def __init__(self, model: ListModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        heat = self._model.value(index.row(), self._model.columns[index.column()].key + HEAT)
        if heat:
            option.backgroundBrush = _brush(Heat(str(heat)), QGuiApplication.palette().cacheKey())


@lru_cache(maxsize=8 * len(_ICONS))
def _icon(name: str, words: int, chosen: int) -> QIcon:
    """Return the icon of a state in the colour of its word, and in that of a chosen row."""
    made = QIcon(icons.picture(name, _ICON, QColor.fromRgba(words)))
    made.addPixmap(icons.picture(name, _ICON, QColor.fromRgba(chosen)), QIcon.Mode.Selected)
    return made


class StateDelegate(ToneDelegate):
    """Puts its icon before the word of a state."""

    def __init__(self, model: ListModel, parent: QObject) -> None:
        super().__init__(model, parent, STATE_TONE)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        name = _ICONS[str(self._model.value(index.row(), STATE_ICON))]
        words, chosen = option.palette.text().color(), option.palette.highlightedText().color()
        option.icon = _icon(name, words.rgba(), chosen.rgba())
        option.decorationSize = QSize(_ICON, _ICON)
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration


class _Mark(QLabel):
    """Words on the ground that they tell of, whatever the theme is by now."""

    def __init__(self, heat: Heat) -> None:
        super().__init__()
        self._heat = heat
        self.setMargin(theme.STEP)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), color_of(self._heat))
        super().paintEvent(event)


class Legend(QWidget):
    """Tells what the grounds of the cells mean."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.STEP)
        self.parts = {heat: _Mark(heat) for heat in Heat}
        for part in self.parts.values():
            row.addWidget(part)

    def tell(self, *, differences: bool) -> None:
        """Say what the grounds of points, or of differences, mean."""
        words = texts.DIFFERENCE_HEATS if differences else texts.POINT_HEATS
        for heat, part in self.parts.items():
            part.setText(words.get(heat, ""))
            part.setVisible(heat in words)
