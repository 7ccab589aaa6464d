"""What the records say of targets: a measure is asked once for each stretch of days, however many targets name it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy.orm import Session

from db.rules.formats import Number
from db.rules.measure_catalogue import MEASURES
from db.rules.measures import MeasureKind, MeasureRef, ratio
from db.rules.periods import CutOff, Span, parse_period
from db.rules.target_days import TargetDays
from db.rules.target_progress import Facts, Reason
from db.rules.targets import CHANGES, Goal, TargetKind
from db.services import measures
from db.services.measures import Answers
from db.services.plans import TargetInfo

_PER_CENT = 100


@dataclass(frozen=True)
class _Measured:
    """A target's measure, the one it is divided by, and per cent (100) or plainly (1); a ratio comes as its parts."""

    above: MeasureRef
    below: MeasureRef | None = None
    scale: int = 1

    @property
    def refs(self) -> tuple[MeasureRef, ...]:
        return (self.above,) if self.below is None else (self.above, self.below)

    def value(self, asked: Answers) -> Number | None:
        above = asked[self.above.expression].total
        return above if self.below is None else ratio(above, asked[self.below.expression].total, self.scale)

    def by_unit(self, asked: Answers) -> dict[int, Number]:
        values = asked[self.above.expression].by_unit
        if self.below is None:
            return dict(values)
        wholes = asked[self.below.expression].by_unit
        shares = {unit: ratio(value, wholes.get(unit), self.scale) for unit, value in values.items()}
        return {unit: share for unit, share in shares.items() if share is not None}

    @property
    def adds_up(self) -> bool:
        return self.below is None and self.above.measure.kind is MeasureKind.FLOW


class TargetFacts:
    """The facts of targets, each over its own days, for a unit and all below it; raises Unknown for a lost measure.

    A change compares with the same days of the year before as they were reported then; a series restated after units
    merged is not known here yet.
    """

    def __init__(
        self,
        session: Session,
        asking: Sequence[tuple[TargetInfo, TargetDays]],
        *,
        unit_id: int,
        cut_off: CutOff,
    ) -> None:
        self._cut_off = cut_off
        self._measured = {target.id: _measured(session, target) for target, _ in asking if target.measure}
        wanted: dict[Span, dict[str, MeasureRef]] = defaultdict(dict)
        for target, days in asking:
            for span in _spans(target, days) if target.measure else ():
                wanted[span].update({ref.expression: ref for ref in self._measured[target.id].refs})
        self._asked: Mapping[Span, Answers] = {
            span: measures.answers(session, refs.values(), unit_id=unit_id, span=span)
            for span, refs in wanted.items()
        }

    def of(self, target: TargetInfo, days: TargetDays) -> Facts:
        """Return what the records say of a target for the whole scope."""
        measured = self._measured.get(target.id)
        if measured is None:
            return self._kept_by_hand(target, days)
        is_frequency = target.goal.kind is TargetKind.FREQUENCY
        return Facts(
            done=None if is_frequency else measured.value(self._asked[days.counted]),
            before=self._before(target.goal, measured, days),
            gone=days.gone,
            slots=tuple(measured.value(self._asked[span]) for span in days.slots),
            adds_up=measured.adds_up,
            missing=self._missing(measured, days),
        )

    def by_unit(self, target: TargetInfo, days: TargetDays) -> Mapping[int, Number]:
        """Return what was done by each unit; nothing of what is kept by hand and of a frequency."""
        measured = self._measured.get(target.id)
        if measured is None or target.goal.kind is TargetKind.FREQUENCY:
            return {}
        return measured.by_unit(self._asked[days.counted])

    def _before(self, goal: Goal, measured: _Measured, days: TargetDays) -> Number | None:
        if goal.operator not in CHANGES:
            return None
        if goal.base is None:
            return measured.value(self._asked[days.before])
        return goal.base * days.covered / _PER_CENT if measured.adds_up else goal.base

    def _missing(self, measured: _Measured, days: TargetDays) -> Reason | None:
        if measured.below is None:
            return None
        asked = self._asked[days.counted]
        is_known = asked[measured.above.expression].total is not None
        return Reason.NO_DENOMINATOR if is_known and not asked[measured.below.expression].total else None

    def _kept_by_hand(self, target: TargetInfo, days: TargetDays) -> Facts:
        if not target.kept:
            return Facts(gone=days.gone, slots=(None,) * len(days.slots), missing=Reason.NO_MEASURE)
        goal = target.goal
        before = goal.base if goal.base is not None else self._latest(target, days.before)
        return Facts(
            done=self._latest(target, days.counted),
            before=before if goal.operator in CHANGES else None,
            gone=days.gone,
            slots=(None,) * len(days.slots),
        )

    def _latest(self, target: TargetInfo, span: Span) -> Decimal | None:
        """Return the value kept by hand of the last period that ended within the days."""
        ends = {parse_period(label).span(self._cut_off).last: value for label, value in target.kept.items()}
        held = [day for day in ends if day in span]
        return ends[max(held)] if held else None


def _measured(session: Session, target: TargetInfo) -> _Measured:
    ref = measures.refer(session, target.measure)
    if target.denominator:
        scale = _PER_CENT if target.goal.is_in_per_cent else 1
        return _Measured(ref, measures.refer(session, target.denominator), scale)
    if ref.measure.parts is None:
        return _Measured(ref)
    above, below = (ref.part(name, MEASURES) for name in ref.measure.parts)
    return _Measured(above, below, ref.measure.scale)


def _spans(target: TargetInfo, days: TargetDays) -> tuple[Span, ...]:
    compares = target.goal.operator in CHANGES and target.goal.base is None
    return (days.counted, *days.slots, *((days.before,) if compares else ()))
