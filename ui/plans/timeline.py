"""Tasks as bars over the months of a year, evidence as ticks, today as a line; what is late is red and says so."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from db.rules.formats import day_text
from db.services.planning.tasks import TaskLine
from ui.common import theme
from ui.common.lists.standing_cells import tone_color
from ui.common.standing_texts import Tone, task_words
from ui.plans import evidence_texts, texts

_MONTHS = 12
_HEAD, _NAMES, _BAR_PAD = 26, 0.34, 7
_MOST_NAMES = 340
_DOT, _TICK = 3.5, 5
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}


class Timeline(QWidget):
    """One row a task. Up and down choose, Enter asks for the form; the chosen row is read out."""

    row_chosen = Signal(int)
    row_opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[TaskLine, ...] = ()
        self._year, self._today = 0, date.min
        self._chosen = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)

    def show_lines(self, lines: Sequence[TaskLine], year: int, today: date, chosen: int | None) -> None:
        """Show the tasks of a plan in a calendar year; `chosen` is the number of the task that stands in the form."""
        self._lines, self._year, self._today = tuple(lines), year, today
        ids = [line.id for line in self._lines]
        self._chosen = ids.index(chosen) if chosen in ids else -1
        self.setMinimumHeight(_HEAD + theme.ROW_HEIGHT * max(len(ids), 1))
        self.setAccessibleName(texts.TIMELINE_NAME.format(year=year))
        self._describe()
        self.update()

    @property
    def chosen_middle(self) -> int:
        """Return where the chosen row lies, from the top."""
        return _HEAD + self._chosen * theme.ROW_HEIGHT + theme.ROW_HEIGHT // 2

    @property
    def chosen_id(self) -> int | None:
        return self._lines[self._chosen].id if self._chosen >= 0 else None

    def choose(self, at: int) -> None:
        """Choose a row, the nearest where there is none at that place."""
        if self._lines:
            self._chosen = min(max(at, 0), len(self._lines) - 1)
            self._describe()
            self.update()
            self.row_chosen.emit(self._lines[self._chosen].id)

    def minimumSizeHint(self) -> QSize:
        return QSize(420, _HEAD + theme.ROW_HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            event.ignore()
        elif key in _STEPS:
            self.choose(self._chosen + _STEPS[key])
        elif key in _ENDS:
            self.choose(_ENDS[key] % max(len(self._lines), 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.row_opened.emit()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = int(event.position().y() - _HEAD) // theme.ROW_HEIGHT
        if 0 <= row < len(self._lines):
            self.choose(row)
        self.setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        self._draw_months(painter)
        self._draw_today(painter)
        for at in self._rows_within(event.rect()):
            self._draw_line(painter, at, self._lines[at])
        if not self._lines:
            place = self.rect().adjusted(theme.GROUP, _HEAD, 0, 0)
            painter.setPen(self.palette().color(QPalette.ColorRole.Text))
            painter.drawText(
                place, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, texts.TIMELINE_EMPTY
            )

    def _rows_within(self, rect: QRect) -> range:
        first, last = ((y - _HEAD) // theme.ROW_HEIGHT for y in (rect.top(), rect.bottom()))
        return range(max(first, 0), min(last + 1, len(self._lines)))

    def _draw_months(self, painter: QPainter) -> None:
        for month in range(1, _MONTHS + 1):
            left, right = self._x(date(self._year, month, 1)), self._x(_next_month(self._year, month))
            painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
            painter.drawLine(QPointF(left, 0), QPointF(left, self.height()))
            painter.setPen(self.palette().color(QPalette.ColorRole.Text))
            words = texts.TIMELINE_MONTH.format(month=month)
            painter.drawText(QRectF(left, 0, right - left, _HEAD), Qt.AlignmentFlag.AlignCenter, words)

    def _draw_line(self, painter: QPainter, at: int, line: TaskLine) -> None:
        row = QRectF(0, _HEAD + at * theme.ROW_HEIGHT, self.width(), theme.ROW_HEIGHT)
        ink = self.palette().color(QPalette.ColorRole.Text)
        if at == self._chosen:
            self._draw_chosen(painter, row)
        painter.setPen(ink)
        names = QRectF(theme.STEP, row.y(), self._names - 2 * theme.STEP, row.height())
        words = painter.fontMetrics().elidedText(
            line.content.replace("\n", " "), Qt.TextElideMode.ElideRight, int(names.width())
        )
        painter.drawText(names, Qt.AlignmentFlag.AlignVCenter, words)
        self._draw_bar(painter, row, line)

    def _draw_chosen(self, painter: QPainter, row: QRectF) -> None:
        ground = QColor(self.palette().color(QPalette.ColorRole.Highlight))
        ground.setAlpha(60)
        painter.fillRect(row, ground)
        if self.hasFocus():
            painter.setPen(theme.accent_words())
            painter.drawRect(row.adjusted(0.5, 0.5, -1, -1))

    def _draw_bar(self, painter: QPainter, row: QRectF, line: TaskLine) -> None:
        words, tone = task_words(line.standing, line.due, self._today)
        color = theme.accent_words() if tone is Tone.PLAIN else tone_color(tone, self.palette())
        left = right = self._names
        if line.first is not None and line.last is not None:
            left, right = self._x(line.first), self._x(line.last + timedelta(days=1))
            bar = QRectF(left, row.y() + _BAR_PAD, max(right - left, 3), row.height() - 2 * _BAR_PAD)
            if bar.right() > self._names and left < self.width():
                self._fill_bar(painter, bar, color, line)
        self._mark_evidence(painter, row, line)
        self._say(painter, row, (left, right), words, color)

    def _mark_evidence(self, painter: QPainter, row: QRectF, line: TaskLine) -> None:
        """Draw a tick under the bar for each day on which an activity served the task."""
        painter.setPen(QPen(theme.done(), 2))
        for day in line.evidence.days:
            if day.year == self._year:
                x = self._x(day) + 1
                painter.drawLine(QPointF(x, row.bottom() - _TICK - 1), QPointF(x, row.bottom() - 1))

    def _fill_bar(self, painter: QPainter, bar: QRectF, color: QColor, line: TaskLine) -> None:
        faint = QColor(color)
        faint.setAlpha(70)
        painter.fillRect(bar, faint)
        painter.setPen(color)
        painter.drawRect(bar)
        painter.setBrush(color)
        for day in line.due_days if len(line.due_days) > 1 else ():
            if day.year == self._year:
                painter.drawEllipse(QPointF(self._x(day), bar.center().y()), _DOT, _DOT)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _say(
        self, painter: QPainter, row: QRectF, bar: tuple[float, float], words: str, color: QColor
    ) -> None:
        """Write where the task stands after its bar, before it where there is no room, else upon it."""
        painter.setFont(theme.strong(self.font()))
        width = painter.fontMetrics().horizontalAdvance(words) + 2 * theme.STEP
        left, right = bar
        at = right if right + width <= self.width() else left - width
        place = QRectF(max(at, self._names) + theme.STEP, row.y() + 1, width, row.height() - 2)
        if at < self._names:
            place.moveLeft(max(left, self._names) + theme.STEP)
            painter.fillRect(
                place.adjusted(0, _BAR_PAD, 0, -_BAR_PAD), self.palette().color(QPalette.ColorRole.Base)
            )
        painter.setPen(color)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
        painter.setFont(self.font())

    def _draw_today(self, painter: QPainter) -> None:
        if self._today.year != self._year:
            return
        x = self._x(self._today)
        painter.setPen(QPen(theme.soon(), 2))
        painter.drawLine(QPointF(x, _HEAD - theme.STEP), QPointF(x, self.height()))

    @property
    def _names(self) -> float:
        return min(self.width() * _NAMES, _MOST_NAMES)

    def _x(self, day: date) -> float:
        """Return where a day begins; days of other years stop at the edge."""
        first, days = date(self._year, 1, 1), (date(self._year + 1, 1, 1) - date(self._year, 1, 1)).days
        part = min(max((day - first).days / days, 0), 1)
        return self._names + part * (self.width() - self._names)

    def _describe(self) -> None:
        shown = [self._lines[self._chosen]] if self._chosen >= 0 else self._lines
        said = "; ".join(self.spoken(line) for line in shown)
        self.setAccessibleDescription(said or texts.TIMELINE_EMPTY)
        self.setToolTip(said if self._chosen >= 0 else "")

    def spoken(self, line: TaskLine) -> str:
        """Return a task as it is read out."""
        words, _ = task_words(line.standing, line.due, self._today)
        held, _ = evidence_texts.column_words(line)
        said = evidence_texts.SPOKEN.format(standing=words, evidence=held.lower())
        if line.first is None or line.last is None:
            return texts.TIMELINE_NO_DAY.format(content=line.content, standing=said)
        first, last = day_text(line.first), day_text(line.last)
        return texts.TIMELINE_LINE.format(content=line.content, first=first, last=last, standing=said)


def _next_month(year: int, month: int) -> date:
    return date(year + month // _MONTHS, month % _MONTHS + 1, 1)
