"""The screen of training sessions, with the roster of each."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from db.rules import entry_kinds
from ui.common.lists.columns import Column, number_column
from ui.common.screens.record_screen import RecordScreen
from ui.common.screens.subject import RecordSubject, ScreenHelp
from ui.common.screens.tabs import add_turning_keys
from ui.common.workplace import Workplace
from ui.trainings import texts
from ui.trainings.presenter import RosterPresenter
from ui.trainings.roster_panel import RosterPanel

# Below this the roster would leave three fields of the form in sight.
_LOW = 480
_TURNS = {"Ctrl+Tab": 1, "Ctrl+Shift+Tab": -1}
SUBJECT = RecordSubject(
    kind=entry_kinds.TRAININGS,
    columns=(
        Column(texts.STARTS, "starts_on", 90),
        Column(texts.ENDS, "ends_on", 90),
        Column(texts.TITLE, "title", 280),
        number_column(texts.OFFICIALS, "officials", 70),
        number_column(texts.ATTENDANCES, "attendances", 80),
        number_column(texts.FEMALE, "female", 60),
        Column(texts.UNIT, "unit", 150),
        Column(texts.PLACE, "place", 150),
        number_column(texts.COST, "cost", 100),
        Column(texts.TASK, "task", 220, sortable=False),
    ),
    words=texts.TRAININGS,
    sort="ends_on",
    descending=True,
    filters=("unit_id",),
)


class TrainingsScreen(RecordScreen):
    """List and form of training sessions; under the form who attended. Ctrl+Tab goes there and back."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, SUBJECT)
        self.roster = RosterPresenter(workplace, self)
        self.roster_panel = RosterPanel(self.roster)
        self.add_panel(self.roster_panel)
        self.roster_panel.hide()
        self.presenter.entry_opened.connect(self._show_roster)
        self.presenter.entry_kept.connect(self._show_roster)
        add_turning_keys(self, _TURNS, lambda _: self.turn())
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    def help(self) -> ScreenHelp:
        shared = super().help()
        return ScreenHelp(shared.title, shared.purpose, (*shared.keys, *texts.ROSTER_KEYS))

    def turn(self) -> None:
        """Go from anywhere to the roster of the session in the form, and from there back to its form."""
        if not self.presenter.entry.open:
            return
        self.settle()
        if self.roster_panel.isAncestorOf(self.focusWidget()):
            self.form.focus_field()
        elif self.roster.training_id is None:
            self.workplace.say(texts.ROSTER_CLOSED)
        else:
            self.roster_panel.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.roster_panel.isAncestorOf(self.focusWidget()):
            self.take_focus()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()

    def _on_focus_changed(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            self._give_room()

    def _give_room(self) -> None:
        """Leave the room of a low screen to the form until the cursor goes to the roster."""
        focused = self.focusWidget()
        is_there = focused is not None and self.roster_panel.isAncestorOf(focused)
        self.roster_panel.fold(self.height() < _LOW and not is_there)

    def _show_roster(self) -> None:
        entry = self.presenter.entry
        self.roster_panel.setVisible(entry.open)
        if entry.record_id != self.roster.training_id:
            self.roster.show(entry.record_id)
