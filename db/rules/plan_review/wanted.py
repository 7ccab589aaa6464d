"""The targets of a read plan as typed texts: operator, values, unit, how often, and the measure that may tell."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from db.rules.entries import RawValues, typed_text
from db.rules.findings import Finding
from db.rules.plan_reading.result import Quantity, ReadTarget
from db.rules.plan_review.items import Part, ReviewItem
from db.rules.plan_review.measured import Hints, measured_by
from db.rules.targets import FREQUENCY

_EVERY = {"tháng": "month", "quý": "quarter", "năm": "year"}
_WITHOUT_VALUE = ("none", "done")
_LONGEST_UNIT = 50


def target_items(targets: tuple[ReadTarget, ...], hints: Hints) -> Iterator[ReviewItem]:
    """Yield each target; a further number of its text is a target of its own, not taken unless it is wanted."""
    for target in targets:
        whole = _item(target, target.quantity, hints)
        yield replace(whole, certain=target.certain and target.quantity.certain)
        for quantity in target.more:
            yield replace(_item(target, quantity, hints), accepted=False, certain=False)


def _item(target: ReadTarget, quantity: Quantity, hints: Hints) -> ReviewItem:
    raw = {"text": target.text, **_asked(quantity)}
    measure, denominator = measured_by(target.text, quantity, hints)
    raw |= {"measure": measure, "denominator": denominator}
    unclear = [Finding("plan_target_every", value=quantity.unit)] if _is_unclear(quantity, raw) else []
    return ReviewItem(Part.TARGETS, "targets", raw, target.place, doubts=tuple(unclear))


def _asked(quantity: Quantity) -> RawValues:
    if quantity.operator in _WITHOUT_VALUE:
        return {"operator": quantity.operator, "value": "", "value_to": "", "measured_in": "", "every": ""}
    unit, every = quantity.unit, ""
    operator = quantity.operator
    if quantity.kind == "frequency":
        operator = FREQUENCY
        unit, _, stretch = quantity.unit.partition("/")
        every = _EVERY.get(stretch.strip(), "")
    return {
        "operator": operator,
        "value": typed_text(quantity.value),
        "value_to": typed_text(quantity.value_to),
        "measured_in": unit.strip()[:_LONGEST_UNIT],
        "every": every,
    }


def _is_unclear(quantity: Quantity, raw: Mapping[str, str]) -> bool:
    return quantity.kind == "frequency" and not raw["every"]
