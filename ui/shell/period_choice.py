"""Year and period of all screens, in two boxes of the bar."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QComboBox, QLabel

from db.rules.formats import day_text
from db.rules.periods import parse_period, periods_of_year
from ui.common.period_texts import part_title
from ui.common.workplace import Workplace
from ui.shell import texts

_YEARS_BACK, _YEARS_ON = 10, 1


class PeriodChoice(QObject):
    """Keeps the boxes and the workplace's period the same. A year keeps the part: Quý III stays Quý III."""

    def __init__(self, year: QComboBox, period: QComboBox, span: QLabel, workplace: Workplace) -> None:
        super().__init__(year)
        self._year, self._period, self._span = year, period, span
        self._workplace = workplace
        self._filling = False
        workplace.period_changed.connect(self._show)
        year.currentIndexChanged.connect(self._on_year_chosen)
        period.currentIndexChanged.connect(self._on_period_chosen)
        self._show()

    def _show(self) -> None:
        year, today = self._workplace.year, self._workplace.today.year
        self._filling = True
        years = range(max(year, today) + _YEARS_ON, min(year, today) - _YEARS_BACK - 1, -1)
        _fill(self._year, [(str(item), str(item)) for item in years], str(year))
        periods = [(part_title(item), item.label) for item in periods_of_year(year)]
        if self._workplace.period.free is not None:
            periods.append((part_title(self._workplace.period), self._workplace.period.label))
        _fill(self._period, periods, self._workplace.period.label)
        self._filling = False
        span = self._workplace.span
        days = texts.SPAN.format(first=day_text(span.first), last=day_text(span.last))
        self._span.setText(days)
        self._period.setToolTip(f"{texts.PERIOD_TIP}: {days}")

    def _on_year_chosen(self) -> None:
        if self._filling:
            return
        chosen, period = self._year.currentData(), self._workplace.period
        part = "" if period.free is not None else period.label.partition("-")[2]
        self._workplace.choose_period(parse_period(f"{chosen}-{part}" if part else chosen))

    def _on_period_chosen(self) -> None:
        if not self._filling:
            self._workplace.choose_period(parse_period(self._period.currentData()))


def _fill(box: QComboBox, items: list[tuple[str, str]], chosen: str) -> None:
    box.clear()
    for title, data in items:
        box.addItem(title, data)
    box.setCurrentIndex(box.findData(chosen))
