"""Rules for the figures of a province's own workbook: those that other forms have for the same measures."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from db.rules.returns.arithmetic_rules import Agreement, ArithmeticRule
from db.rules.returns.forms import ColumnForm, SheetForm

_Figure = tuple[str, tuple[str, int]]
_MANY = "*"


def with_rules(form: SheetForm, known: Iterable[SheetForm]) -> SheetForm:
    """Give a form the rules of known forms whose columns it has, whatever their keys are here.

    Parts that must add up to a whole are taken only where all of them are here; what agrees with another form is not.
    """
    own = {_figure(column): column.key for column in form.columns if column.measure}
    found = (_borrowed(rule, other, own) for other in known for rule in other.rules)
    return replace(form, rules=tuple(dict.fromkeys(rule for rule in found if rule is not None)))


def _figure(column: ColumnForm) -> _Figure:
    return column.measure, column.days


def _borrowed(rule: ArithmeticRule, other: SheetForm, own: Mapping[_Figure, str]) -> ArithmeticRule | None:
    keys = {column.key: own.get(_figure(column), "") for column in other.columns if column.measure}
    whole, parts = keys.get(rule.whole, ""), tuple(filter(None, (keys.get(part, "") for part in rule.parts)))
    is_whole = bool(whole) or rule.kind is Agreement.SHARE
    has_every = len(parts) == len(rule.parts) and not any(part.endswith(_MANY) for part in rule.parts)
    if rule.kind is Agreement.SAME or not parts or not is_whole:
        return None
    if rule.kind is Agreement.EQUAL and not has_every:
        return None
    return replace(rule, whole=whole, parts=parts)
