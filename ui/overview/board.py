"""What the home page shows, read in one go for the chosen period. No Qt."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from db.rules.formats import Number, Value
from db.rules.measures import MeasureRef
from db.rules.periods import CutOff, Period, periods_of_year
from db.rules.successions import Gap
from db.rules.targets import planned_text
from db.services import offices
from db.services.entering import drafts
from db.services.entering.kinds import STORED
from db.services.listing.listings import ListRow
from db.services.measuring import measures
from db.services.measuring.looking import Looking
from db.services.offices import OfficeInfo
from db.services.planning import progress
from db.services.planning.progress import KeyNumber, Overview, TargetProgress
from db.sessions import Session
from ui.common.borders import causes_cell, shown_number
from ui.common.lists.standing_cells import TONE_KEY
from ui.common.standing_texts import target_words
from ui.overview import texts

_SESSIONS = "outreach.sessions"
# Names the measure of a key number; no column shows it.
NAME_KEY = "name"
# What belongs to another record is written on that one's screen.
_SUBJECTS: Mapping[str, str] = {
    **{kind: stored.parent_kind or kind for kind, stored in STORED.items()},
    "figure_grid": "figures",
    "received_plans": "plans",
}


@dataclass(frozen=True)
class Months:
    """Outreach sessions of a reporting year month by month, and of the year before; what was not recorded is none.

    The gaps tell of each month why it is not comparable.
    """

    year: int
    this: tuple[Number | None, ...]
    before: tuple[Number | None, ...]
    this_gaps: tuple[Gap | None, ...] = (None,) * 12
    before_gaps: tuple[Gap | None, ...] = (None,) * 12


@dataclass(frozen=True)
class Waiting:
    """Drafts that wait on a screen."""

    subject: str
    count: int


@dataclass(frozen=True)
class Board:
    """One reading of the home page.

    `has_earlier` where nothing was reported for the office's unit, but something for those that it came from.
    """

    year: int
    targets: tuple[ListRow, ...]
    numbers: tuple[ListRow, ...]
    silent: tuple[str, ...]
    waiting: tuple[Waiting, ...]
    months: Months
    has_earlier: bool
    is_empty: bool


def read_board(session: Session, period: Period, today: date, borders: date | None = None) -> Board:
    """Read all that the home page shows by the end of a period, as reported or in the borders of a day."""
    office = offices.current(session)
    span = period.span(office.cut_off)
    found = progress.overview(session, period, today, borders)
    waiting = _waiting(session)
    has_earlier = borders is None and _is_empty(found) and _has_earlier(session, office, period, today)
    return Board(
        span.year,
        tuple(_target_row(target) for target in found.targets),
        tuple(_number_row(at, number) for at, number in enumerate(found.numbers, start=1)),
        found.silent,
        waiting,
        _months(session, office, span.year, borders),
        has_earlier,
        is_empty=_is_empty(found) and not waiting and not has_earlier,
    )


def _has_earlier(session: Session, office: OfficeInfo, period: Period, today: date) -> bool:
    began = office.unit.valid_from
    if began is None:
        return False
    numbers = progress.overview(session, period, today, began).numbers
    return any(value is not None for item in numbers for value in (item.period, item.year, item.year_before))


def _is_empty(found: Overview) -> bool:
    recorded = (
        value
        for number in found.numbers
        for value in (number.period, number.year, number.year_before, *number.gaps)
    )
    return not found.targets and all(value is None for value in recorded)


def _target_row(target: TargetProgress) -> ListRow:
    found = target.progress
    words, tone = target_words(found.standing, found.reason)
    cells: dict[str, Value] = {
        "text": target.text,
        "planned": planned_text(target.goal),
        "done": _shown(found.done),
        "share": _shown(found.share),
        "standing": words,
        TONE_KEY: tone.value,
        **causes_cell(found.causes, "standing"),
    }
    return ListRow(target.id, cells)


def _number_row(at: int, number: KeyNumber) -> ListRow:
    title = texts.MEASURED_IN.format(title=number.measure.title, unit=number.measure.unit)
    cells: dict[str, Value] = {"measure": title, NAME_KEY: number.measure.name}
    values = (number.period, number.year, number.year_before)
    for key, value, gap in zip(("period", "year", "year_before"), values, number.gaps, strict=True):
        cells |= shown_number(_shown(value), gap, key)
    return ListRow(at, cells)


def _shown(number: Number | None) -> Number | None:
    return round(number, 1) if isinstance(number, Decimal) else number


def _months(session: Session, office: OfficeInfo, year: int, borders: date | None) -> Months:
    look = Looking(session, unit_id=office.unit.id, day=borders)
    ref = measures.refer(session, _SESSIONS)
    this, this_gaps = _by_month(look, ref, office.cut_off, year)
    before, before_gaps = _by_month(look, ref, office.cut_off, year - 1)
    return Months(year, this, before, this_gaps, before_gaps)


def _by_month(
    look: Looking, ref: MeasureRef, cut_off: CutOff, year: int
) -> tuple[tuple[Number | None, ...], tuple[Gap | None, ...]]:
    spans = [month.span(cut_off) for month in periods_of_year(year)[-12:]]
    found = [look.seen([ref], span) for span in spans]
    values = tuple(restated.number(ref) for restated in found)
    return values, tuple(restated.gap_of(ref.measure) for restated in found)


def _waiting(session: Session) -> tuple[Waiting, ...]:
    counts: Counter[str] = Counter()
    for kind, subject in _SUBJECTS.items():
        counts[subject] += len(drafts.of_kind(session, kind))
    return tuple(Waiting(subject, count) for subject, count in counts.items() if count)
