"""How all screens look at numbers, in a box of the bar: as reported, or in the borders of a day."""

from datetime import date, timedelta
from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QComboBox

from db.rules.formats import day_text
from db.services import units
from ui.common import borders_texts as texts
from ui.common.borders_day_dialog import BordersDayDialog
from ui.common.workplace import Changed, Workplace

_UNITS = "units"
_REPORTED, _OTHER = "", "other"


class BordersChoice(QObject):
    """Keeps the box and the workplace's borders the same; it offers the days on which units changed, and their eves."""

    def __init__(self, box: QComboBox, workplace: Workplace) -> None:
        super().__init__(box)
        self._box, self._workplace = box, workplace
        self._filling = False
        workplace.borders_changed.connect(self._show)
        workplace.changed.connect(self._on_changed)
        box.currentIndexChanged.connect(self._on_chosen)
        self._show()

    def _show(self) -> None:
        chosen = self._workplace.borders
        self._filling = True
        self._box.clear()
        self._box.addItem(texts.AS_REPORTED, _REPORTED)
        for day in self._offered(chosen):
            self._box.addItem(texts.IN_BORDERS.format(day=day_text(day)), day.isoformat())
        self._box.addItem(texts.OTHER_DAY, _OTHER)
        self._box.setCurrentIndex(self._box.findData(chosen.isoformat() if chosen else _REPORTED))
        self._box.view().setMinimumWidth(self._box.view().sizeHintForColumn(0) + 2 * self._box.height())
        self._filling = False

    def _offered(self, chosen: date | None) -> list[date]:
        changes = self._workplace.read(units.days_of_change)
        days = {*changes, *(day - timedelta(days=1) for day in changes)}
        return sorted(days | ({chosen} if chosen else set()), reverse=True)

    def _on_chosen(self) -> None:
        if self._filling:
            return
        code = cast(str, self._box.currentData())
        if code == _OTHER:
            day = BordersDayDialog.ask(self._workplace.today, self._box.window())
            if day is None:
                self._show()
                return
            self._workplace.choose_borders(day)
            # The same day again changes nothing, but the box has to say it.
            self._show()
        else:
            self._workplace.choose_borders(date.fromisoformat(code) if code else None)

    def _on_changed(self, change: Changed) -> None:
        if change.kind == _UNITS:
            self._show()
