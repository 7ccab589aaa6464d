"""How the board is drawn: the ground of a group's cell by how much of the most was given, states with their icons."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSize
from PySide6.QtGui import QBrush, QColor, QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStyledItemDelegate, QStyleOptionViewItem, QWidget

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


class HeatDelegate(QStyledItemDelegate):
    """Gives the cells of the groups their ground."""

    def __init__(self, model: ListModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        heat = self._model.value(index.row(), self._model.columns[index.column()].key + HEAT)
        if heat:
            option.backgroundBrush = QBrush(color_of(Heat(str(heat))))


class StateDelegate(ToneDelegate):
    """Puts its icon before the word of a state."""

    def __init__(self, model: ListModel, parent: QObject) -> None:
        super().__init__(model, parent, STATE_TONE)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        name = _ICONS[str(self._model.value(index.row(), STATE_ICON))]
        option.icon = QIcon(icons.picture(name, _ICON, option.palette.text().color()))
        option.decorationSize = QSize(_ICON, _ICON)
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration


class Legend(QWidget):
    """Tells what the grounds of the cells mean."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.STEP)
        self._marks = {heat: QFrame() for heat in Heat}
        self._words = {heat: QLabel() for heat in Heat}
        for heat in Heat:
            self._marks[heat].setFixedSize(_ICON, _ICON)
            self._marks[heat].setAutoFillBackground(True)
            self._marks[heat].setFrameShape(QFrame.Shape.Box)
            self._row.addWidget(self._marks[heat])
            self._row.addWidget(self._words[heat])

    def tell(self, *, differences: bool) -> None:
        """Say what the grounds of points, or of differences, mean."""
        words = texts.DIFFERENCE_HEATS if differences else texts.POINT_HEATS
        for heat in Heat:
            shown = heat in words
            self._marks[heat].setVisible(shown)
            self._words[heat].setVisible(shown)
            self._words[heat].setText(words.get(heat, ""))
            palette = self._marks[heat].palette()
            palette.setColor(self._marks[heat].backgroundRole(), color_of(heat))
            self._marks[heat].setPalette(palette)
