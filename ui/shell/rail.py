"""The rail of subjects at the left: icon and word, folds to icons, a number for what wants attention."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QLabel, QVBoxLayout, QWidget

from ui.common import icons, theme
from ui.shell import texts
from ui.shell.subjects import Subject

_WIDE, _NARROW, _HIGH, _LOW = 148, 48, 40, 30
_ICON, _MARK, _BADGE = 20, 3, 20
_MOST_SHOWN = 99


class RailButton(QAbstractButton):
    """One subject, painted plainly: nothing is loaded before the window is seen."""

    def __init__(self, title: str, icon: str, tip: str) -> None:
        super().__init__()
        self._icon = icon
        self.badge = 0
        self.folded = False
        self.setText(title)
        self.setToolTip(tip)
        self.setAccessibleName(title)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        return QSize(_NARROW if self.folded else _WIDE, _HIGH)

    def minimumSizeHint(self) -> QSize:
        # All of them have to stand on a low screen.
        return QSize(_NARROW, _LOW)

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self.update()

    def show_badge(self, count: int) -> None:
        self.badge = count
        title = self.text()
        self.setAccessibleName(texts.BADGE.format(title=title, count=count) if count else title)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        color = self._paint_ground(painter)
        icons.draw(painter, self._icon, QRectF(14, (self.height() - _ICON) / 2, _ICON, _ICON), color)
        painter.setPen(color)
        if not self.folded:
            words = self.rect().adjusted(_NARROW - 4, 0, -_BADGE - 4 if self.badge else -4, 0)
            painter.setFont(theme.strong(self.font()) if self.isChecked() else self.font())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        if self.badge:
            self._paint_badge(painter)

    def _paint_ground(self, painter: QPainter) -> QColor:
        palette = self.palette()
        if self.isChecked():
            painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.Base))
            painter.fillRect(0, 0, _MARK, self.height(), theme.accent())
        elif self.underMouse() or self.hasFocus():
            painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.Midlight))
        return theme.accent_words() if self.isChecked() else palette.color(QPalette.ColorRole.WindowText)

    def _paint_badge(self, painter: QPainter) -> None:
        place = QRectF(self.width() - _BADGE - 6, (self.height() - _BADGE) / 2, _BADGE, _BADGE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.late())
        painter.drawEllipse(place)
        painter.setPen(self.palette().color(QPalette.ColorRole.Base))
        small = QFont(self.font())
        small.setPointSize(theme.SMALL_POINTS)
        painter.setFont(small)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(min(self.badge, _MOST_SHOWN)))


class Rail(QWidget):
    """All subjects in their order; one is open."""

    subject_chosen = Signal(str)
    folded_changed = Signal(bool)

    def __init__(self, subjects: Sequence[Subject], *, folded: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, RailButton] = {}
        self._group = QButtonGroup(self)
        self._folded, self._narrow = folded, False
        self.setAccessibleName(texts.SUBJECTS)
        self._title = QLabel(texts.APPLICATION)
        self._title.setFont(theme.heading(self.font()))
        self._title.setContentsMargins(theme.GROUP, 0, 0, 0)
        self._title.setFixedHeight(theme.BAR_HEIGHT)
        self._column = column = QVBoxLayout(self)
        column.setSpacing(0)
        column.addWidget(self._title)
        for number, subject in enumerate(subjects, start=1):
            column.addWidget(self._button(subject, number))
        column.addStretch(1)
        self._fold = RailButton(texts.FOLD, "fold", texts.FOLD_TIP)
        self._fold.setCheckable(False)
        self._fold.clicked.connect(self._turn)
        column.addWidget(self._fold)
        self._show_folded()

    @property
    def is_folded(self) -> bool:
        return self._folded or self._narrow

    def mark(self, key: str) -> None:
        """Show which subject is open."""
        self.buttons[key].setChecked(True)

    def set_usable(self, usable: bool) -> None:
        for button in self.buttons.values():
            button.setEnabled(usable)

    def set_narrow(self, narrow: bool) -> None:
        """Fold where the window has no room for words; what the officer chose comes back with the room."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._show_folded()

    def _button(self, subject: Subject, number: int) -> RailButton:
        tip = texts.SUBJECT_TIP.format(title=subject.title, number=number % 10)
        button = RailButton(subject.title, subject.icon, tip)
        button.clicked.connect(lambda: self.subject_chosen.emit(subject.key))
        self._group.addButton(button)
        self.buttons[subject.key] = button
        return button

    def _turn(self) -> None:
        self._folded = not self.is_folded
        self._narrow = False
        self._show_folded()
        self.folded_changed.emit(self._folded)

    def _show_folded(self) -> None:
        self._title.setVisible(not self.is_folded)
        self.setFixedWidth(_NARROW if self.is_folded else _WIDE)
        self._column.setContentsMargins(0, theme.BAR_HEIGHT if self.is_folded else 0, 0, theme.STEP)
        for button in (*self.buttons.values(), self._fold):
            button.folded = self.is_folded
            button.updateGeometry()
        self._fold.set_icon("unfold" if self.is_folded else "fold")
        self._fold.setToolTip(texts.UNFOLD_TIP if self.is_folded else texts.FOLD_TIP)
