"""The screen of establishments, with the commitments, workers and inspections of each."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from ui.common.screens.child_panel import ChildPanel
from ui.common.screens.parted_screen import PartedScreen
from ui.common.screens.record_presenter import RecordPresenter
from ui.common.screens.record_screen import action_button
from ui.common.screens.subject import ScreenHelp
from ui.common.workplace import Workplace
from ui.establishments import subjects, texts
from ui.establishments.presenter import EstablishmentsPresenter, OwnInspectionsPresenter

_KEY = "establishment_id"


class OwnInspectionsPanel(ChildPanel):
    """The inspections of one establishment; how they were handled is written on their own page."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, subjects.INSPECTIONS, _KEY)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+O"), self, self.open_page, context=inside)

    def make_presenter(self, parent_keys: Mapping[str, int]) -> RecordPresenter:
        return OwnInspectionsPresenter(self.workplace, parent_keys, self)

    def open_page(self) -> None:
        """Open the chosen inspection on the page of inspections."""
        self.settle()
        record_id = self.presenter.entry.record_id
        if record_id is not None:
            self.record_requested.emit(self.subject.name, record_id)

    def _head(self) -> QHBoxLayout:
        head = super()._head()
        opener = action_button(texts.OPEN_INSPECTION, texts.OPEN_INSPECTION_TIP, "")
        opener.clicked.connect(self.open_page)
        head.addWidget(opener)
        return head


class EstablishmentsScreen(PartedScreen):
    """List and form of establishments."""

    def __init__(self, workplace: Workplace) -> None:
        parts = (
            ChildPanel(workplace, subjects.COMMITMENTS, _KEY),
            ChildPanel(workplace, subjects.WORKFORCES, _KEY),
            OwnInspectionsPanel(workplace),
        )
        super().__init__(workplace, subjects.ESTABLISHMENTS, parts)

    def make_presenter(self, parent_keys: Mapping[str, int]) -> RecordPresenter:
        return EstablishmentsPresenter(self.workplace, self)

    def help(self) -> ScreenHelp:
        shared = super().help()
        return ScreenHelp(shared.title, shared.purpose, (*shared.keys, *texts.OPEN_KEYS))
