"""Take a rule set from its TOML. Whether it is sound is judged elsewhere; here only its form."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from db.rules.levels import read_levels
from db.rules.scoring.rule_sets import (
    AnswerKind,
    Band,
    Condition,
    ConditionKind,
    Criterion,
    CriterionGroup,
    DueDay,
    Failing,
    Option,
    RuleSet,
    Scale,
    ScoreClass,
)

_SCALE_NUMBERS = ("full", "each", "floor", "per", "yes", "no", "yes_from")


def parse_rule_set(body: Mapping[str, Any]) -> RuleSet:
    """Read a rule set; raises KeyError, ValueError or TypeError for what has not its form (see `form`)."""
    return RuleSet(
        groups=tuple(_group(item) for item in body["group"]),
        classes=tuple(_class(item) for item in body["class"]),
        levels=read_levels(body),
        conditions=tuple(_condition(item) for item in body.get("condition", ())),
        failing=tuple(Failing(item["condition"], item["class"]) for item in body.get("failing", ())),
        scaled=bool(body.get("scaled", False)),
        decimals=int(body.get("decimals", 3)),
        due={step: DueDay(**day) for step, day in body.get("due", {}).items()},
    )


def number(value: Any) -> Decimal:
    """Return a number of TOML exactly as it was written, not as a machine's fraction."""
    return Decimal(str(value))


def _group(item: Mapping[str, Any]) -> CriterionGroup:
    return CriterionGroup(item["code"], item["title"], tuple(_criterion(one) for one in item["criterion"]))


def _criterion(item: Mapping[str, Any]) -> Criterion:
    items = tuple(_criterion(one) for one in item.get("item", ()))
    most = sum((one.most for one in items), Decimal(0)) if items else number(item["most"])
    return Criterion(
        code=item["code"],
        title=item["title"],
        most=most,
        scale=_scale(item.get("answer", {}), most),
        guide=item.get("guide", ""),
        may_not_apply=bool(item.get("may_not_apply", False)),
        items=items,
    )


def _scale(item: Mapping[str, Any], most: Decimal) -> Scale:
    kind = AnswerKind(item.get("kind", AnswerKind.HAND))
    numbers = {key: number(item[key]) for key in _SCALE_NUMBERS if key in item}
    return Scale(
        kind=kind,
        options=tuple(
            Option(one["code"], one["title"], number(one["points"])) for one in item.get("option", ())
        ),
        bands=tuple(_band(one) for one in item.get("band", ())),
        measure=item.get("measure", ""),
        whole_measure=item.get("whole_measure", ""),
        counts=bool(item.get("counts", False)),
        **{"yes": most, **numbers},
    )


def _band(item: Mapping[str, Any]) -> Band:
    ends = {key: number(item[key]) for key in ("last", "below") if key in item}
    return Band(number(item["first"]), number(item["points"]), **ends)


def _condition(item: Mapping[str, Any]) -> Condition:
    of = item.get("of", ())
    numbers = {key: number(item[key]) for key in ("least", "most", "yes_from") if key in item}
    return Condition(
        code=item["code"],
        title=item["title"],
        kind=ConditionKind(item["kind"]),
        of=(of,) if isinstance(of, str) else tuple(of),
        in_percent=bool(item.get("in_percent", False)),
        count=int(item.get("count", 1)),
        measure=item.get("measure", ""),
        **numbers,
    )


def _class(item: Mapping[str, Any]) -> ScoreClass:
    return ScoreClass(
        code=item["code"],
        title=item["title"],
        least=number(item["least"]) if "least" in item else None,
        needs=tuple(item.get("needs", ())),
        floors={code: number(points) for code, points in item.get("floors", {}).items()},
    )
