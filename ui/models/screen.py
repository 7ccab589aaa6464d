"""The screen of commune models, with the state of each in every year."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from db.rules import register_kinds
from db.rules.entries import Field, FieldKind
from ui.common.lists.columns import Column
from ui.common.screens.child_panel import ChildPanel
from ui.common.screens.parted_screen import PartedScreen
from ui.common.screens.record_presenter import RecordPresenter
from ui.common.screens.subject import RecordSubject, ScreenHelp
from ui.common.workplace import Workplace
from ui.models import texts
from ui.models.presenter import ModelsPresenter, YearsPresenter

SUBJECT = RecordSubject(
    kind=register_kinds.MODELS,
    columns=(
        Column(texts.NAME, "name", 220),
        Column(texts.UNIT, "unit", 110),
        Column(texts.STATE, "state", 100),
        Column(texts.STARTED, "started_year", 64, "center"),
        Column(texts.LAST_YEAR, "year", 92, "center"),
        Column(texts.KIND, "kind", 184),
        Column(texts.TASK, "task", 220, sortable=False),
    ),
    words=texts.MODELS,
    filters=("unit_id", "state"),
    states=(Field("state", FieldKind.CHOICE, catalogue="model_states"),),
    shows=frozenset(("model_years",)),
)
YEARS = RecordSubject(
    kind=register_kinds.MODEL_YEARS,
    columns=(Column(texts.YEAR, "year", 80, "center"), Column(texts.STATE, "state", 200)),
    words=texts.YEARS,
    in_period=False,
)


class YearsPanel(ChildPanel):
    """The years of one model."""

    def make_presenter(self, parent_keys: Mapping[str, int]) -> RecordPresenter:
        return YearsPresenter(self.workplace, self.subject, parent_keys, self)


class ModelsScreen(PartedScreen):
    """List and form of models; one key keeps all of last year on."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, SUBJECT, (YearsPanel(workplace, YEARS, "model_id"),))
        self.keep_button = self.add_action("", "", "")
        self.keep_button.clicked.connect(self.keep_all)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("F9"), self, self.keep_all, context=inside)
        workplace.period_changed.connect(self._name_year)
        self._name_year()

    def make_presenter(self, parent_keys: Mapping[str, int]) -> RecordPresenter:
        self.models = ModelsPresenter(self.workplace, self.subject, self)
        return self.models

    def help(self) -> ScreenHelp:
        shared = super().help()
        return ScreenHelp(shared.title, shared.purpose, (*shared.keys, *texts.KEYS))

    def keep_all(self) -> None:
        """Keep all models of the year before on in the chosen one."""
        self.settle()
        self.models.keep_all()

    def _name_year(self) -> None:
        year = self.workplace.year
        self.keep_button.setText(texts.KEEP_ALL.format(year=year))
        self.keep_button.setToolTip(texts.KEEP_ALL_TIP.format(year=year, before=year - 1))
