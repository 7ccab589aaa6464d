"""Invented score sheets of the sample district: a year that is over, and one in which every state is seen."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from db.rules.periods import parse_period
from db.rules.scoring.answers import NO, NOT_APPLICABLE, YES, answer_of
from db.rules.scoring.chain import Step, Taken
from db.rules.scoring.marks import APPRAISED, Mark
from db.rules.scoring.rule_sets import AnswerKind, Criterion
from db.services.scoring import evidence, sheets, steps
from db.services.scoring.evidence import Said
from db.services.scoring.proposals import Proposal, proposals
from db.services.units import UnitInfo
from desktop.demo.making import LABEL, Sample

_REASON = "Chưa có đủ tài liệu kiểm chứng"
_DECISION = {2024: ("QĐ-{number:02d}/2025 (mẫu)", date(2025, 1, 20))}
# What proves the first criterion, in any year.
_PAPERS = (
    ("12/KH-UBND", date(2024, 1, 15), "Kế hoạch năm của xã"),
    ("20/QĐ-UBND", date(2024, 2, 5), "Quyết định phân công cán bộ phụ trách"),
)
# How far each commune of the last year has come, one after the other; the others are appraised.
_HALF_WAY = {3: Step.REGISTER, 8: None, 6: Step.SUBMIT, 13: Step.RETURN, 11: Step.SUBMIT}


def add_scores(sample: Sample, years: Sequence[int]) -> None:
    """Add the sheets of these years; of all but the last every commune was recognised."""
    for year in years:
        for place, unit in enumerate(sample.communes()):
            last = Step.RECOGNISE if year != years[-1] else _HALF_WAY.get(place, Step.APPRAISE)
            _Scoring(sample, unit, year).go_to(last)


class _Scoring:
    """Takes one commune's sheet along the chain."""

    def __init__(self, sample: Sample, unit: UnitInfo, year: int) -> None:
        self._sample, self._unit, self._year = sample, unit, year
        self._rule_set = sheets.sheet(sample.session, unit_id=unit.id, year=year).rule_set

    def go_to(self, last: Step | None) -> None:
        """Go on to a step, that one included; nothing at all for none."""
        if last is None:
            return
        year = self._year
        self._take(Step.REGISTER, date(year, 3, 12), class_code=self._sample.chance.choice(("good", "fair")))
        if last is Step.REGISTER:
            self._give(self._own_marks()[: len(self._rule_set.asked) // 2])
            return
        own = self._own_marks()
        self._give(own)
        self._prove()
        self._take(Step.SUBMIT, date(year, 9, 9))
        if last is Step.RETURN:
            self._take(Step.RETURN, date(year, 9, 12), reason=f"Cần gửi kèm tài liệu kiểm chứng ({LABEL})")
        if last in (Step.SUBMIT, Step.RETURN):
            return
        self._give([self._appraised(mark) for mark in own])
        self._take(Step.APPRAISE, date(year, 9, 12))
        if last is Step.RECOGNISE:
            self._recognise()

    def _recognise(self) -> None:
        number, on = _DECISION[self._year]
        now = sheets.sheet(self._sample.session, unit_id=self._unit.id, year=self._year)
        reached = now.result(APPRAISED).class_code or ""
        self._take(Step.RECOGNISE, on, class_code=reached, number=number.format(number=7))

    def _own_marks(self) -> list[Mark]:
        span = parse_period(str(self._year)).span(self._sample.cut_off)
        found = proposals(self._sample.session, self._rule_set, unit_id=self._unit.id, span=span)
        return [self._own_mark(item, found) for item in self._rule_set.asked]

    def _own_mark(self, criterion: Criterion, found: Mapping[str, Proposal]) -> Mark:
        proposal = found.get(criterion.code)
        if proposal is not None and proposal.answer:
            return Mark(criterion.code, proposal.answer)
        return Mark(criterion.code, self._likely(criterion))

    def _likely(self, criterion: Criterion) -> str:
        chance, kind = self._sample.chance, criterion.scale.kind
        if criterion.may_not_apply and kind is AnswerKind.SHARE:
            return NOT_APPLICABLE
        if kind is AnswerKind.CHOICE:
            return chance.choice(criterion.scale.options[:2]).code
        if kind is AnswerKind.YES_NO:
            return chance.choice((YES, YES, YES, NO))
        if kind is AnswerKind.HAND:
            return answer_of(max(criterion.most - chance.choice((0, 0, 1, 2)), Decimal(0)))
        if kind is AnswerKind.SHARE:
            return answer_of(Decimal(chance.choice((2, 3))), Decimal(3))
        return answer_of(Decimal(chance.choice((0, 0, 1))))

    def _appraised(self, mark: Mark) -> Mark:
        criterion = self._rule_set.criterion(mark.criterion)
        is_less = criterion.scale.kind is AnswerKind.HAND and self._sample.chance.random() < 0.3
        if not is_less or Decimal(mark.self_answer) < 1:
            return replace(mark, appraised_answer=mark.self_answer)
        less = answer_of(Decimal(mark.self_answer) - 1)
        return replace(mark, appraised_answer=less, reason=_REASON)

    def _give(self, marks: Sequence[Mark]) -> None:
        sheets.give_marks(
            self._sample.session,
            unit_id=self._unit.id,
            year=self._year,
            marks=marks,
            today=date(self._year, 9, 9),
        )

    def _prove(self) -> None:
        for number, on, note in _PAPERS:
            said = Said(number, on.replace(year=self._year), f"{note} ({LABEL})")
            evidence.add(
                self._sample.session,
                unit_id=self._unit.id,
                year=self._year,
                criterion=self._rule_set.asked[0].code,
                said=said,
                file=None,
                today=date(self._year, 9, 9),
            )

    def _take(
        self, step: Step, on: date, *, class_code: str = "", number: str = "", reason: str = ""
    ) -> None:
        taken = Taken(step, on, class_code, number, reason)
        steps.take(self._sample.session, unit_id=self._unit.id, year=self._year, taken=taken, today=on)
