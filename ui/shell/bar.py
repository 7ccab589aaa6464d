"""The bar at the top: the office, year and period for every screen, undo, help, who is writing."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QInputDialog, QLabel, QMenu, QToolButton, QWidget

from ui.common import icons, theme
from ui.shell import texts

if TYPE_CHECKING:
    from ui.common.workplace import Workplace

_ARROW_WIDTH = 30
_BACK_TO_WORK = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


class WholeLabel(QLabel):
    """Shows its words whole or not at all: of half a date another would be read."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.width() >= self.sizeHint().width():
            super().paintEvent(event)


class Bar(QWidget):
    """Chooses the period of all screens. Until the book is open there is help alone."""

    search_requested = Signal()
    screen_requested = Signal()
    lock_requested = Signal()
    password_requested = Signal()
    sign_out_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace: Workplace | None = None
        self.setFixedHeight(theme.BAR_HEIGHT)
        self.office = QLabel()
        self.office.setFont(theme.strong(self.font()))
        self.year, self.period = _box(texts.YEAR, texts.YEAR_TIP), _box(texts.PERIOD, texts.PERIOD_TIP)
        self.span = WholeLabel()
        self.borders = _box(texts.BORDERS, texts.BORDERS_TIP)
        self.borders_label = QLabel(texts.BORDERS_KEY)
        self.search = QToolButton()
        self.search.setText(texts.SEARCH)
        self.search.setToolTip(texts.SEARCH_TIP)
        self.search.setAutoRaise(True)
        self.search.setIcon(icons.icon("search"))
        self.search.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.search.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.undo = _tool("undo", texts.UNDO, texts.UNDO_TIP)
        self.redo = _tool("redo", texts.REDO, texts.REDO_TIP)
        self.help = _tool("help", texts.HELP, texts.HELP_TIP)
        self.officer = QToolButton()
        self.officer.setToolTip(texts.OFFICER_TIP)
        self.officer.setAutoRaise(True)
        self.officer.setIcon(icons.icon("officials"))
        self.officer.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.officer.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._lay_out()
        self._set_usable(False)
        self.search.clicked.connect(self.search_requested)
        self.officer.clicked.connect(self._on_officer)

    def attach(self, workplace: "Workplace") -> None:
        """Show the office and its period, and let both be chosen."""
        # After the first paint: they bring the rules of periods and the services.
        from ui.shell.borders_choice import BordersChoice
        from ui.shell.period_choice import PeriodChoice

        self._workplace = workplace
        self._set_usable(True)
        self.office.setText(workplace.office.unit.name)
        self.undo.clicked.connect(workplace.undo)
        self.redo.clicked.connect(workplace.redo)
        workplace.undo_changed.connect(self._show_undo)
        self._show_undo()
        PeriodChoice(self.year, self.period, self.span, workplace)
        BordersChoice(self.borders, workplace)
        workplace.signed_in_changed.connect(self._show_officer)
        self._show_officer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc go back to work: letters typed on would choose another period."""
        if event.key() in _BACK_TO_WORK:
            self.screen_requested.emit()
        else:
            super().keyPressEvent(event)

    def set_narrow(self, narrow: bool) -> None:
        """Leave the days of the period and the officer's name to the tooltips where there is no room."""
        self.span.setVisible(not narrow)
        icon_only, beside = Qt.ToolButtonStyle.ToolButtonIconOnly, Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for tool in (self.search, self.officer):
            tool.setToolButtonStyle(icon_only if narrow else beside)

    def _set_usable(self, usable: bool) -> None:
        """Only help is there before the book is."""
        for control in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            control.setEnabled(usable or control is self.help)

    def _show_undo(self) -> None:
        if self._workplace is not None:
            self.undo.setEnabled(self._workplace.can_undo)
            self.redo.setEnabled(self._workplace.can_redo)

    def _show_officer(self) -> None:
        if self._workplace is not None:
            guarded = self._workplace.signed_in is not None
            tip = texts.SIGNED_IN_TIP if guarded else texts.OFFICER_NAMED
            self.officer.setText(self._workplace.officer)
            self.officer.setToolTip(tip.format(name=self._workplace.officer))

    @cached_property
    def officer_menu(self) -> QMenu:
        """Return what who signed in may ask for; an office without accounts never sees it."""
        menu = QMenu(self)
        for words, signal in (
            (texts.LOCK, self.lock_requested),
            (texts.CHANGE_PASSWORD, self.password_requested),
            (texts.SIGN_OUT, self.sign_out_requested),
        ):
            menu.addAction(words).triggered.connect(signal)
        return menu

    def _on_officer(self) -> None:
        if self._workplace is not None and self._workplace.signed_in is not None:
            self.officer_menu.popup(self.officer.mapToGlobal(self.officer.rect().bottomLeft()))
        else:
            self._ask_officer()

    def _ask_officer(self) -> None:
        if self._workplace is None:
            return
        dialog = QInputDialog(self)
        dialog.setWindowTitle(texts.OFFICER_TITLE)
        dialog.setLabelText(texts.OFFICER_ASK)
        dialog.setTextValue(self._workplace.officer)
        dialog.setOkButtonText(texts.KEEP)
        if dialog.exec():
            self._workplace.set_officer(dialog.textValue())
            self._show_officer()
        dialog.deleteLater()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.STEP * 3, 0, theme.STEP * 3, 0)
        row.setSpacing(theme.STEP * 2)
        row.addWidget(self.office)
        row.addSpacing(theme.STEP)
        for words, box in ((texts.YEAR_KEY, self.year), (texts.PERIOD_KEY, self.period)):
            label = QLabel(words)
            label.setBuddy(box)
            row.addWidget(label)
            row.addWidget(box)
        self.span.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        row.addWidget(self.span)
        # Of one width whatever is chosen: the days of the period stand beside it.
        widest = self.borders.fontMetrics().horizontalAdvance(texts.BORDERS_WIDEST)
        self.borders.setFixedWidth(widest + _ARROW_WIDTH)
        self.borders_label.setBuddy(self.borders)
        row.addWidget(self.borders_label)
        row.addWidget(self.borders)
        row.addStretch(1)
        for tool in (self.search, self.undo, self.redo, self.help, self.officer):
            row.addWidget(tool)


def _box(name: str, tip: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setToolTip(tip)
    box.setMaxVisibleItems(20)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return box


def _tool(icon: str, name: str, tip: str) -> QToolButton:
    tool = QToolButton()
    tool.setIcon(icons.icon(icon))
    tool.setAutoRaise(True)
    tool.setAccessibleName(name)
    tool.setToolTip(tip)
    tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return tool
