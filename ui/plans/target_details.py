"""What stands behind the chosen target, a list at a time: communes, years of the plan, periods. No widgets."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QObject, Signal

from db.rules.entries import Field, FieldKind, read_field
from db.rules.formats import Number
from db.rules.measures import total
from db.rules.periods import parse_period
from db.rules.successions import Gap
from db.services.entering.entries import Gone
from db.services.planning import target_details
from db.sessions import Session
from ui.common.finding_texts import finding_text
from ui.common.period_texts import period_title
from ui.common.workplace import Changed, Workplace
from ui.plans import texts

_TARGETS = "targets"
_VALUE = Field("value", FieldKind.DECIMAL)


class Part(StrEnum):
    """Which list is shown."""

    COMMUNES = "communes"
    YEARS = "years"
    PERIODS = "periods"


@dataclass(frozen=True)
class DetailRow:
    """A commune, a year or a period, the number kept for it, and of a commune what it did."""

    key: int | str
    title: str
    value: Decimal | None
    done: Number | None = None
    share: Decimal | None = None
    gap: Gap | None = None


@dataclass(frozen=True)
class Details:
    """One reading of a target: the lists that it has, the rows of the shown one, what is odd about them."""

    parts: tuple[Part, ...] = ()
    rows: tuple[DetailRow, ...] = ()
    warning: str = ""
    is_restated: bool = False

    @property
    def sum(self) -> Number | None:
        """Return what the communes were given together."""
        return total(row.value for row in self.rows)


class TargetDetailsPresenter(QObject):
    """Holds the details of one target; `changed` after a new reading, `complained` with words about a typed number."""

    changed = Signal()
    complained = Signal(str)

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.target_id: int | None = None
        self.part = Part.COMMUNES
        self.details = Details()
        workplace.changed.connect(self._on_changed)
        workplace.period_changed.connect(self.reload)
        workplace.borders_changed.connect(self.reload)

    def show_target(self, target_id: int | None) -> None:
        self.target_id = target_id
        self.reload()

    def show_part(self, part: Part) -> None:
        self.part = part
        self.reload()

    def reload(self) -> None:
        try:
            self.details = Details() if self.target_id is None else self.workplace.read(self._read)
        except Gone:
            self.target_id, self.details = None, Details()
        self.complained.emit("")
        self.changed.emit()

    def keep(self, row: DetailRow, text: str) -> None:
        """Keep the number typed for a row as one step of undo; a blank one takes it away."""
        value, finding = read_field(_VALUE, text, today=self.workplace.today)
        if finding is not None:
            self.complained.emit(finding_text(finding))
        elif value != row.value and self.target_id is not None:
            assert value is None or isinstance(value, Decimal)
            try:
                self.workplace.write(partial(self._keep, row, value), _TARGETS, self.target_id)
            except Exception as error:
                self.workplace.fail(error)

    def _keep(self, row: DetailRow, value: Decimal | None, session: Session) -> None:
        assert self.target_id is not None
        if self.part is Part.COMMUNES:
            target_details.set_share(session, self.target_id, int(row.key), value)
        elif self.part is Part.YEARS:
            target_details.set_year(session, self.target_id, int(row.key), value)
        else:
            target_details.set_value(session, self.target_id, str(row.key), value)

    def _on_changed(self, change: Changed) -> None:
        if self.target_id is not None:
            self.reload()

    def _read(self, session: Session) -> Details:
        assert self.target_id is not None
        target = target_details.find(session, self.target_id)
        is_long = target.wanted.last_year > target.wanted.first_year
        parts = (Part.COMMUNES, *((Part.YEARS,) if is_long else ()))
        parts = (*parts, *(() if target.measure else (Part.PERIODS,)))
        if self.part not in parts:
            self.part = Part.COMMUNES
        finding = target_details.check_shares(session, self.target_id) if self.part is Part.COMMUNES else None
        rows, warning = self._rows(session, self.target_id), finding_text(finding) if finding else ""
        # The numbers of communes that became one are not typed in, and are not those of any one record.
        is_restated = self.part is Part.COMMUNES and self.workplace.borders is not None
        return Details(parts, rows, warning, is_restated)

    def _rows(self, session: Session, target_id: int) -> tuple[DetailRow, ...]:
        workplace = self.workplace
        if self.part is Part.YEARS:
            slices = target_details.years(session, target_id)
            return tuple(
                DetailRow(item.year, texts.DETAIL_YEAR.format(year=item.year), item.value) for item in slices
            )
        if self.part is Part.PERIODS:
            kept = target_details.values(session, target_id, workplace.year)
            return tuple(
                DetailRow(item.period, period_title(parse_period(item.period)), item.value) for item in kept
            )
        shares = target_details.shares(
            session, target_id, workplace.period, workplace.today, workplace.borders
        )
        return tuple(
            DetailRow(item.unit_id, item.name, item.value, item.done, item.share, item.gap) for item in shares
        )
