"""The screen of training sessions, with the roster of each."""

from db.rules import entry_kinds
from ui.common.columns import Column, number_column
from ui.common.record_screen import RecordScreen
from ui.common.subject import RecordSubject
from ui.common.workplace import Workplace
from ui.trainings import texts
from ui.trainings.presenter import RosterPresenter
from ui.trainings.roster_panel import RosterPanel

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
    """List and form of training sessions; under the form who attended."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, SUBJECT)
        self.roster = RosterPresenter(workplace, self)
        self.roster_panel = RosterPanel(self.roster)
        self.add_panel(self.roster_panel)
        self.roster_panel.hide()
        self.presenter.entry_opened.connect(self._show_roster)
        self.presenter.entry_kept.connect(self._show_roster)

    def _show_roster(self) -> None:
        entry = self.presenter.entry
        self.roster_panel.setVisible(entry.open)
        if entry.record_id != self.roster.training_id:
            self.roster.show(entry.record_id)
