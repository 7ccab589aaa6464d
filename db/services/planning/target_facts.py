"""What the records say of targets: a measure is asked once for each stretch of days, however many targets name it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Session

from db.rules.formats import Number
from db.rules.measure_catalogue import MEASURES
from db.rules.measures import MeasureKind, MeasureRef, ratio
from db.rules.periods import CutOff, Span, parse_period
from db.rules.successions import Gap, GapKind
from db.rules.target_days import TargetDays
from db.rules.target_progress import Facts, Reason
from db.rules.targets import CHANGES, Goal, TargetKind
from db.services.measuring import measures, restating
from db.services.measuring.looking import Looking
from db.services.measuring.measures import Answers
from db.services.measuring.restating import Restated
from db.services.planning.plans import TargetInfo

_PER_CENT = 100


@dataclass(frozen=True)
class _Asked:
    """Days, and the later day into whose borders they are `compared`; none counts them as they are looked at."""

    span: Span
    compared: date | None = None


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
    def counts_communes(self) -> bool:
        return self.below is None and self.above.measure.of_communes

    @property
    def adds_up(self) -> bool:
        return self.below is None and self.above.measure.kind is MeasureKind.FLOW


class TargetFacts:
    """The facts of targets, each over its own days, for a unit and all below it; raises Unknown for a lost measure.

    A change compares with the same days of the year before; both are counted in the borders of the last day counted.
    Where `borders` names a day, everything is counted in those.
    """

    def __init__(
        self,
        session: Session,
        asking: Sequence[tuple[TargetInfo, TargetDays]],
        *,
        unit_id: int,
        cut_off: CutOff,
        borders: date | None = None,
    ) -> None:
        self._cut_off, self._borders = cut_off, borders
        self._measured = {target.id: _measured(session, target) for target, _ in asking if target.measure}
        wanted: dict[_Asked, dict[str, MeasureRef]] = defaultdict(dict)
        for target, days in asking:
            for asked in self._all_asked(target, days) if target.measure else ():
                wanted[asked].update({ref.expression: ref for ref in self._measured[target.id].refs})
        look = Looking(session, unit_id=unit_id, day=borders)
        self._found: Mapping[_Asked, Restated] = {
            asked: _answers(session, asked, refs, unit_id)
            if asked.compared
            else look.seen(refs.values(), asked.span)
            for asked, refs in wanted.items()
        }

    def of(self, target: TargetInfo, days: TargetDays) -> Facts:
        """Return what the records say of a target for the whole scope."""
        measured = self._measured.get(target.id)
        if measured is None:
            return self._kept_by_hand(target, days)
        is_frequency = target.goal.kind is TargetKind.FREQUENCY
        counted = self._answers(target, days)
        causes = self._causes(target, measured, days)
        return Facts(
            done=None if is_frequency or (causes and self._borders) else measured.value(counted),
            before=None if causes else self._before(target.goal, measured, days),
            gone=days.gone,
            slots=tuple(measured.value(self._found[_Asked(span)].answers) for span in days.slots),
            adds_up=measured.adds_up,
            missing=Reason.NOT_COMPARABLE if causes else _missing(measured, counted),
            causes=causes,
        )

    def by_unit(self, target: TargetInfo, days: TargetDays) -> Mapping[int, Number]:
        """Return what was done by each unit; nothing of what is kept by hand and of a frequency."""
        measured = self._measured.get(target.id)
        if measured is None or target.goal.kind is TargetKind.FREQUENCY:
            return {}
        return measured.by_unit(self._answers(target, days))

    def _answers(self, target: TargetInfo, days: TargetDays) -> Answers:
        """Return what was counted; of a change in the borders in which it compares, as reported where it cannot."""
        found = self._found[self._counted(target, days)]
        return self._found[_Asked(days.counted)].answers if found.gap else found.answers

    def gaps(self, target: TargetInfo, days: TargetDays) -> Mapping[int, Gap]:
        """Return which units of the chosen borders are not comparable, and why; none as reported."""
        measured = self._measured.get(target.id)
        if measured is None or self._borders is None:
            return {}
        found = self._found[self._counted(target, days)]
        if measured.below is not None:
            return found.gaps
        told = {unit: found.gap_of(measured.above.measure, unit) for unit in found.scope}
        return {unit: gap for unit, gap in told.items() if gap is not None}

    def _before(self, goal: Goal, measured: _Measured, days: TargetDays) -> Number | None:
        if goal.operator not in CHANGES:
            return None
        if goal.base is None:
            return measured.value(self._found[self._year_before(days)].answers)
        return goal.base * days.covered / _PER_CENT if measured.adds_up else goal.base

    def _causes(self, target: TargetInfo, measured: _Measured, days: TargetDays) -> tuple[Gap, ...]:
        """Tell why restated days, or those of a change, cannot be compared; nothing where they can."""
        compares = _compares(target.goal)
        asked = [self._year_before(days)] if compares else []
        if compares or self._borders is not None:
            asked.append(self._counted(target, days))
        found = [self._found[each] for each in asked]
        gaps = [restated.gap for restated in found if restated.gap]
        if measured.counts_communes:
            gaps += [Gap(GapKind.JOINED, restated.joined) for restated in found if restated.joined]
        return tuple(dict.fromkeys(gaps))

    def _all_asked(self, target: TargetInfo, days: TargetDays) -> Iterator[_Asked]:
        yield from map(_Asked, (days.counted, *days.slots))
        if _compares(target.goal):
            yield self._counted(target, days)
            yield self._year_before(days)

    def _counted(self, target: TargetInfo, days: TargetDays) -> _Asked:
        return _Asked(days.counted, self._own_day(days) if _compares(target.goal) else None)

    def _year_before(self, days: TargetDays) -> _Asked:
        return _Asked(days.before, self._own_day(days))

    def _own_day(self, days: TargetDays) -> date | None:
        """Return the day into whose borders a change is compared where nobody has chosen any."""
        return days.counted.last if self._borders is None else None

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


def _answers(session: Session, asked: _Asked, refs: Mapping[str, MeasureRef], unit_id: int) -> Restated:
    assert asked.compared is not None
    return restating.answers(session, refs.values(), unit_id=unit_id, span=asked.span, day=asked.compared)


def _compares(goal: Goal) -> bool:
    """Tell whether a target compares with the records of the year before; one with a base compares with that."""
    return goal.operator in CHANGES and goal.base is None


def _missing(measured: _Measured, asked: Answers) -> Reason | None:
    if measured.below is None:
        return None
    is_known = asked[measured.above.expression].total is not None
    return Reason.NO_DENOMINATOR if is_known and not asked[measured.below.expression].total else None
