"""The row over the board: which numbers stand under the groups, what their grounds mean, the detail on and off."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QWidget

from ui.common import theme
from ui.scores.board import texts
from ui.scores.board.heat import Legend
from ui.scores.board.views import View


class ViewRow(QWidget):
    """`view_chosen` with another view, `detail_turned` on and off."""

    view_chosen = Signal(View)
    detail_turned = Signal(bool)

    def __init__(self, view: View, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.legend = Legend()
        self.detail = _button(texts.DETAIL, texts.DETAIL_TIP)
        self.buttons = {item: _button(*texts.VIEWS[item]) for item in View}
        self._group = QButtonGroup(self)
        self._lay_out()
        self.buttons[view].setChecked(True)
        self._mark(view)
        self.legend.tell(differences=view.is_difference)
        for item, button in self.buttons.items():
            button.toggled.connect(lambda is_on, item=item: self._on_toggled(item, is_on))
        self.detail.toggled.connect(self.detail_turned)

    def choose(self, view: View) -> None:
        self.buttons[view].setChecked(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_legend()

    def _fit_legend(self) -> None:
        """Leave the legend out where its words would be cut: each cell tells its share."""
        shown = [*self.buttons.values(), self.detail, self.legend]
        room = self.width() - sum(part.sizeHint().width() + theme.STEP for part in shown)
        self.legend.setVisible(room >= self._least_left)

    def _on_toggled(self, view: View, is_on: bool) -> None:
        self._mark(view)
        if is_on:
            self.legend.tell(differences=view.is_difference)
            self._fit_legend()
            self.view_chosen.emit(view)

    def _mark(self, view: View) -> None:
        """Write the chosen view in strong letters: its shade alone says too little."""
        button = self.buttons[view]
        button.setFont(theme.strong(self.font()) if button.isChecked() else self.font())

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.STEP)
        label = QLabel(texts.VIEW)
        self._least_left = label.sizeHint().width() + theme.GROUP
        row.addWidget(label)
        for button in self.buttons.values():
            self._group.addButton(button)
            row.addWidget(button)
        row.addSpacing(theme.GROUP)
        row.addWidget(self.legend)
        row.addStretch(1)
        row.addWidget(self.detail)


def _button(words: str, tip: str) -> QPushButton:
    button = QPushButton(words)
    button.setToolTip(tip)
    button.setCheckable(True)
    button.setAutoDefault(False)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
