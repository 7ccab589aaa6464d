"""A return as it is being filled: what the measures say, with the cells that an officer filled by hand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from db.rules.measures import MeasureKind
from db.rules.periods import Period
from db.rules.returns.check_findings import CheckFinding
from db.rules.returns.filled import FilledReturn, FilledSheet, control_totals
from db.rules.returns.flowing import HandFilled, RatioParts, with_hand_cells
from db.rules.returns.forms import EACH_ENTRY, SheetForm
from db.services import content, offices
from db.services.measuring import measures
from db.services.returns import form_rows, frozen_returns, sourced_filling, works
from db.services.returns.works import Work
from db.services.units import UnitInfo


@dataclass(frozen=True)
class HandReturn:
    """A return with its cells by hand, and what was done of it; `by_hand` tells which cells those are.

    Of one that was added up from other returns `sources` (JSON) tells where its rows come from, `told` what was found.
    """

    filled: FilledReturn
    by_hand: HandFilled
    work: Work | None
    sources: str = ""
    told: tuple[CheckFinding, ...] = ()


def fill(
    session: Session, *, set_code: str, unit: UnitInfo, period: Period, borders: date | None = None
) -> HandReturn:
    """Fill a return from where its work says and put its cells by hand in; raises Refused as `filling.fill` does."""
    found = sourced_filling.fill(session, set_code=set_code, unit=unit, period=period, borders=borders)
    work = works.find(session, unit_id=unit.id, set_code=set_code, period=period.label)
    return replace(with_work(session, found.filled, unit, work), sources=found.sources, told=found.findings)


def sheets(
    session: Session, forms: Sequence[SheetForm], *, set_code: str, unit: UnitInfo, period: Period
) -> tuple[FilledSheet, ...]:
    """Fill some forms alone, with the cells by hand of that return."""
    cut_off = offices.current(session).cut_off
    filled = form_rows.fill_sheets(session, forms, unit, period, cut_off)
    work = works.find(session, unit_id=unit.id, set_code=set_code, period=period.label)
    return with_hand_cells(filled, work.cells if work else {}, _parts_of(session)).sheets


def with_work(session: Session, filled: FilledReturn, unit: UnitInfo, work: Work | None) -> HandReturn:
    """Put the cells by hand of a work into a return that was filled in whatever way."""
    cells = work.cells if work else {}
    by_hand = with_hand_cells(filled.sheets, cells, _parts_of(session))
    if not cells:
        return HandReturn(filled, by_hand, work)
    changed = replace(filled, sheets=by_hand.sheets, control_totals=control_totals(by_hand.sheets))
    revision = frozen_returns.next_revision(session, unit, changed)
    return HandReturn(replace(changed, revision=revision), by_hand, work)


def _parts_of(session: Session) -> Callable[[str], RatioParts | None]:
    def parts_of(name: str) -> RatioParts | None:
        if EACH_ENTRY in name:
            return None
        ref = measures.refer(session, name)
        if ref.measure.kind is not MeasureKind.RATIO or ref.measure.parts is None:
            return None
        catalogue = content.measure_catalogue(session)
        upper, lower = (ref.part(part, catalogue).expression for part in ref.measure.parts)
        return RatioParts(upper, lower, ref.measure.scale)

    return parts_of
