"""The tab of a plan's targets: the list with a bar of how far each is, the details of the chosen one under it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSplitter

from ui.common.lists.standing_cells import BarDelegate, ToneDelegate
from ui.common.workplace import Workplace
from ui.plans.part_panel import PartPanel
from ui.plans.presenter import TargetsPresenter
from ui.plans.target_details import TargetDetailsPresenter
from ui.plans.target_details_panel import TargetDetailsPanel

_SIZES = (230, 190)
# Below this height list and details do not fit one under the other.
_LOW = 340
# What the list asks for; the numbers in its place are no narrower.
_LEAST_WIDTH = 480


class TargetsPanel(PartPanel):
    """Targets, each with a bar of how far it is. Ctrl+B goes to the numbers of the chosen one and back."""

    presenter_of = TargetsPresenter
    has_borders_line = False

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        table, model = self.list.table, self.list_model
        table.setItemDelegateForColumn(self._column("share"), BarDelegate(model, "share", table))
        table.setItemDelegateForColumn(self._column("standing"), ToneDelegate(model, table))
        self.details = TargetDetailsPanel(TargetDetailsPresenter(workplace, self))
        self._put_under_list()
        self.presenter.entry_opened.connect(self._follow)
        self.presenter.entry_kept.connect(self._follow)
        self.details.turn_requested.connect(self.turn_details)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+B"), self, self.turn_details, context=inside)

    def turn_details(self) -> None:
        """Put the cursor into the numbers, or back; on a low screen one takes the place of the other."""
        if self.list.isHidden() or self.details.isAncestorOf(self.focusWidget()):
            self.take_focus()
        else:
            self._share_room(is_open=True)
            self.details.take_focus()

    def take_focus(self) -> None:
        self._share_room(is_open=False)
        super().take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room(is_open=self.list.isHidden())

    def _share_room(self, *, is_open: bool) -> None:
        is_low = self.height() < _LOW
        self.details.take_room(is_low=is_low, is_open=is_open)
        self.list.setVisible(not (is_low and is_open))

    def _follow(self) -> None:
        record_id = self.presenter.entry.record_id
        if record_id != self.details.presenter.target_id:
            self.details.presenter.show_target(record_id)

    def _put_under_list(self) -> None:
        left = QSplitter(Qt.Orientation.Vertical)
        left.addWidget(self.list)
        left.addWidget(self.details)
        left.setChildrenCollapsible(False)
        left.setMinimumWidth(_LEAST_WIDTH)
        left.setSizes(list(_SIZES))
        self._splitter.insertWidget(0, left)
        self._splitter.setStretchFactor(0, 1)
