"""How a list draws where something stands: words in the colour of their meaning, a bar with its number inside."""

from decimal import Decimal

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from db.rules.formats import percent_text
from ui.common import theme
from ui.common.lists.list_model import ListModel
from ui.common.standing_texts import Tone

TONE_KEY = "tone"
_WHOLE = 100
_COLORS = {Tone.LATE: theme.late, Tone.SOON: theme.soon, Tone.DONE: theme.done}
_BAR_PAD = 5
Index = QModelIndex | QPersistentModelIndex


def tone_color(tone: Tone, palette: QPalette) -> QColor:
    """Return the colour in which words of a tone are written."""
    return _COLORS[tone]() if tone in _COLORS else palette.color(QPalette.ColorRole.Text)


class ToneDelegate(QStyledItemDelegate):
    """Writes the words of a cell in the colour of the row's tone, or of another tone that the row holds."""

    def __init__(self, model: ListModel, parent: QObject, key: str = TONE_KEY) -> None:
        super().__init__(parent)
        self._model, self._key = model, key

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        tone = Tone(self._model.value(index.row(), self._key) or "")
        if tone is not Tone.PLAIN:
            option.font = theme.strong(option.font)
            option.palette.setColor(QPalette.ColorRole.Text, tone_color(tone, option.palette))


class BarDelegate(QStyledItemDelegate):
    """Draws a share in per cent as a bar, its number inside; what has no share keeps its words."""

    def __init__(self, model: ListModel, key: str, parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._key = model, key

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        share = self._model.value(index.row(), self._key)
        if not isinstance(share, Decimal):
            super().paint(painter, option, index)
            return
        tone = Tone(self._model.value(index.row(), TONE_KEY) or "")
        blank = QStyleOptionViewItem(option)
        self.initStyleOption(blank, index)
        blank.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, blank, painter, option.widget)
        draw_bar(painter, QRectF(option.rect), share, tone, option.palette)


def draw_bar(painter: QPainter, rect: QRectF, share: Decimal, tone: Tone, palette: QPalette) -> None:
    """Draw a bar from 0 to 100 % and the share in numbers in its middle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    height = min(rect.height() - 2 * _BAR_PAD, theme.ROW_HEIGHT - 2 * _BAR_PAD)
    bar = QRectF(rect.x() + _BAR_PAD, rect.center().y() - height / 2, rect.width() - 2 * _BAR_PAD, height)
    full = QRectF(bar)
    full.setWidth(bar.width() * float(min(max(share, Decimal(0)), Decimal(_WHOLE))) / _WHOLE)
    color = _COLORS[tone]() if tone in _COLORS else theme.accent_words()
    painter.fillRect(bar, palette.color(QPalette.ColorRole.Base))
    faint = QColor(color)
    faint.setAlpha(70)
    painter.fillRect(full, faint)
    painter.setPen(color)
    painter.drawRect(bar)
    painter.setPen(palette.color(QPalette.ColorRole.Text))
    painter.drawText(bar, Qt.AlignmentFlag.AlignCenter, percent_text(round(share, 1)))
    painter.restore()
