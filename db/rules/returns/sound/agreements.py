"""Rules of arithmetic: over columns that are there, with as many parts and a whole as their kind asks for."""

from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatchcase

from db.rules.findings import Finding
from db.rules.near_names import near_names
from db.rules.returns.arithmetic_rules import Agreement, ArithmeticRule
from db.rules.returns.forms import ColumnForm, SheetForm
from db.rules.returns.sound.known import KnownNames, unknown_finding

_PATTERN = "*"


def rule_findings(
    form: SheetForm, place: str, sheets: Sequence[SheetForm], known: KnownNames
) -> Iterator[Finding]:
    """Return what is wrong with the rules of a form; `sheets` are all those of its set."""
    by_code = {sheet.code: figures_of(sheet, known) for sheet in sheets}
    own, seen = figures_of(form, known), set()
    for at, rule in enumerate(form.rules, start=1):
        here = f"{place}.rule.{at}"
        if rule in seen:
            yield Finding("rule_twice", here)
        seen.add(rule)
        yield from _whole(rule, here, form, own)
        yield from _parts(rule, here, form, own, by_code)


def figures_of(form: SheetForm, known: KnownNames) -> Mapping[str, ColumnForm]:
    """Return the columns of figures by the keys that they have once there is one for each."""
    found: dict[str, ColumnForm] = {}
    for column in form.columns:
        if column.is_text or column.holds == "row_number":
            continue
        codes = known.entries_of(column.each) if column.each else None
        keys = [column.key] if codes is None else [f"{column.key}_{code}" for code in codes]
        # A catalogue without entries has no column, and is named all the same.
        found |= dict.fromkeys(keys or [f"{column.key}_"], column)
    return found


def _whole(
    rule: ArithmeticRule, here: str, form: SheetForm, own: Mapping[str, ColumnForm]
) -> Iterator[Finding]:
    place = f"{here}.whole"
    if rule.kind is Agreement.SHARE:
        if rule.whole:
            yield Finding("rule_whole_unused", place, rule.whole)
    elif not rule.whole:
        yield Finding("required", place)
    else:
        yield from _column(rule.whole, place, form, own)


def _parts(
    rule: ArithmeticRule,
    here: str,
    form: SheetForm,
    own: Mapping[str, ColumnForm],
    by_code: Mapping[str, Mapping[str, ColumnForm]],
) -> Iterator[Finding]:
    place = f"{here}.parts"
    if not rule.parts:
        yield Finding("required", place)
    if rule.kind is Agreement.RATE and len(rule.parts) > 1:
        yield Finding("rate_of_one", place, ", ".join(rule.parts))
    for part in rule.parts:
        if rule.kind is Agreement.SAME:
            yield from _elsewhere(part, place, form, by_code)
        elif part == rule.whole:
            yield Finding("rule_of_itself", place, part)
        elif _PATTERN in part:
            if not any(fnmatchcase(key, part) for key in own):
                yield Finding("rule_column_unknown", place, part)
            elif fnmatchcase(rule.whole, part):
                yield Finding("rule_of_itself", place, part)
        else:
            yield from _column(part, place, form, own)


def _elsewhere(
    part: str, place: str, form: SheetForm, by_code: Mapping[str, Mapping[str, ColumnForm]]
) -> Iterator[Finding]:
    code, _, key = part.rpartition(".")
    if code not in by_code or code == form.code:
        others = [f"{other}.{key}" for other in by_code if other != form.code]
        yield unknown_finding("rule_form_unknown", place, part, near_names(part, others))
    elif key not in by_code[code]:
        near = (f"{code}.{name}" for name in near_names(key, by_code[code]))
        yield unknown_finding("rule_column_unknown", place, part, near)


def _column(key: str, place: str, form: SheetForm, own: Mapping[str, ColumnForm]) -> Iterator[Finding]:
    if key in own:
        return
    if any(column.key == key and not column.each for column in form.columns):
        yield Finding("rule_of_words", place, key)
    else:
        yield unknown_finding("rule_column_unknown", place, key, near_names(key, own))
