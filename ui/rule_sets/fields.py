"""The fields of each kind of node, as data: key, label, how it is typed; and the way between typed text and value."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from db.rules.entries import Field, FieldKind, read_field, typed_text
from db.rules.findings import Finding
from db.rules.scoring.reading import number
from db.rules.text import cleaned, nfc
from ui.rule_sets import texts
from ui.rule_sets.nodes import Body, kind_of

Sort = Literal["text", "lines", "number", "whole", "day", "flag", "choice", "measure", "names", "due", "rows"]
ANSWER = "answer."
_READ: Mapping[str, FieldKind] = {
    "number": FieldKind.DECIMAL,
    "whole": FieldKind.COUNT,
    "day": FieldKind.DATE,
}
Row = tuple[str, ...]


@dataclass(frozen=True)
class NodeField:
    """One field: `key` is its place in the node's table, `answer.each` in a table of it.

    A list of rows has the keys of its `columns`, each with how it is typed. `usual` is what stands for an absent value.
    Without one that is `needed` a set would have no form.
    """

    key: str
    label: str
    sort: Sort = "text"
    help: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    columns: tuple["NodeField", ...] = ()
    usual: str = ""
    needed: bool = False


def _title(label: str) -> NodeField:
    return NodeField("title", label, "lines")


_CODE = NodeField("code", texts.CODE, help=texts.CODE_HELP)
_MEASURE = NodeField("answer.measure", texts.MEASURE, "measure", texts.MEASURE_HELP)
_WHOLE = NodeField("answer.whole_measure", texts.WHOLE_MEASURE, "measure", texts.WHOLE_MEASURE_HELP)
_COUNTS = NodeField("answer.counts", texts.COUNTS, "flag", texts.COUNTS_HELP)
_YES_FROM = NodeField("answer.yes_from", texts.YES_FROM, "number", texts.YES_FROM_HELP, usual="1")
_OPTIONS = NodeField(
    "answer.option",
    texts.OPTIONS,
    "rows",
    columns=(
        NodeField("code", texts.CODE),
        NodeField("title", texts.OPTION_TITLE),
        NodeField("points", texts.POINTS, "number"),
    ),
)
_BANDS = NodeField(
    "answer.band",
    texts.BANDS,
    "rows",
    texts.BANDS_HELP,
    columns=(
        NodeField("first", texts.FIRST, "number"),
        NodeField("last", texts.LAST, "number"),
        NodeField("below", texts.BELOW, "number"),
        NodeField("points", texts.POINTS, "number"),
    ),
)
SCALES: Mapping[str, tuple[NodeField, ...]] = {
    "hand": (),
    "choice": (_OPTIONS,),
    "yes_no": (
        NodeField("answer.yes", texts.YES_POINTS, "number", texts.YES_HELP),
        NodeField("answer.no", texts.NO_POINTS, "number", usual="0"),
        _MEASURE,
        _YES_FROM,
    ),
    "share": (
        _COUNTS,
        NodeField("answer.full", texts.FULL, "number", texts.FULL_HELP, usual="100"),
        _BANDS,
        _MEASURE,
        _WHOLE,
    ),
    "per_population": (
        _COUNTS,
        NodeField("answer.per", texts.PER, "number", usual="1000"),
        _BANDS,
        _MEASURE,
        _WHOLE,
    ),
    "bands": (_COUNTS, _BANDS, _MEASURE),
    "deduction": (
        _COUNTS,
        NodeField("answer.each", texts.EACH, "number"),
        NodeField("answer.floor", texts.FLOOR, "number", texts.FLOOR_HELP, usual="0"),
        _MEASURE,
    ),
}
_MOST = NodeField("most", texts.MOST, "number", needed=True)
_LEAF = (
    NodeField("may_not_apply", texts.MAY_NOT_APPLY, "flag", texts.MAY_NOT_APPLY_HELP),
    NodeField("answer.kind", texts.SCALE, "choice", choices=texts.SCALES, usual="hand"),
)
_GUIDE = NodeField("guide", texts.GUIDE, "lines", texts.GUIDE_HELP)
_OF = NodeField("of", texts.OF, "names", texts.OF_HELP)
_RANGE = (
    NodeField("least", texts.LEAST, "number"),
    NodeField("most", texts.AT_MOST, "number"),
)
CONDITIONS: Mapping[str, tuple[NodeField, ...]] = {
    "asked": (
        NodeField("measure", texts.MEASURE, "measure", texts.MEASURE_HELP),
        NodeField("yes_from", texts.YES_FROM, "number", texts.YES_FROM_HELP, usual="1"),
    ),
    "points": (_OF, NodeField("in_percent", texts.IN_PERCENT, "flag"), *_RANGE),
    "value": (_OF, *_RANGE),
    "some": (_OF, NodeField("count", texts.COUNT, "whole", usual="1")),
    "class": (_OF,),
}
_FLOORS = NodeField(
    "floors",
    texts.FLOORS,
    "rows",
    texts.FLOORS_HELP,
    columns=(NodeField("group", texts.GROUP), NodeField("least", texts.POINTS, "number")),
)
_DUE = tuple(
    NodeField(f"due.{step}", label, "due", texts.DUE_HELP) for step, label in texts.DUE_LABELS.items()
)
_PLAIN: Mapping[str, tuple[NodeField, ...]] = {
    "head": (
        _title(texts.SET_TITLE),
        NodeField("citation", texts.CITATION, "lines", texts.CITATION_HELP),
        NodeField("set_code", texts.SET_CODE, help=texts.SET_CODE_HELP, needed=True),
        NodeField("valid_from", texts.VALID_FROM, "day", needed=True),
        NodeField("valid_to", texts.VALID_TO, "day"),
        NodeField("scaled", texts.SCALED, "flag", texts.SCALED_HELP),
        NodeField("decimals", texts.DECIMALS, "whole", needed=True),
        NodeField("total", texts.TOTAL_STATED, "number", texts.TOTAL_HELP),
        *_DUE,
    ),
    "group": (_CODE, _title(texts.TITLE_FIELD)),
    "failing": (
        NodeField("condition", texts.CONDITION_CODE),
        NodeField("class", texts.FAILS_CLASS, help=texts.FAILS_HELP),
    ),
    "class": (
        _CODE,
        _title(texts.TITLE_FIELD),
        NodeField("least", texts.LEAST_POINTS, "number", texts.LEAST_HELP),
        NodeField("needs", texts.NEEDS, "names", texts.NEEDS_HELP),
        _FLOORS,
    ),
    "levels": (
        NodeField("valid_from", texts.VALID_FROM, "day"),
        NodeField("valid_to", texts.VALID_TO, "day"),
        NodeField("units", texts.UNITS, "names", texts.UNITS_HELP, needed=True),
        *(
            NodeField(f"chain.{step}", label, "choice", choices=texts.LEVEL_CHOICES)
            for step, label in texts.CHAIN_LABELS.items()
        ),
    ),
}


def fields_of(place: str, table: Body) -> tuple[NodeField, ...]:
    """Return the fields that a node has as it stands."""
    kind = kind_of(place)
    if kind in ("criterion", "item"):
        if table.get("item"):
            return (_CODE, _title(texts.TITLE_FIELD), _GUIDE)
        scale = SCALES[table.get("answer", {}).get("kind", "hand")]
        return (_CODE, _title(texts.TITLE_FIELD), _MOST, *_LEAF, *scale, _GUIDE)
    if kind == "condition":
        kinds = NodeField("kind", texts.CONDITION_KIND, "choice", choices=texts.CONDITION_KINDS, needed=True)
        return (_CODE, _title(texts.TITLE_FIELD), kinds, *CONDITIONS[table["kind"]])
    return _PLAIN.get(kind, ())


def shown(field: NodeField, table: Body) -> str:
    """Return the value of a field as it would be typed; an absent one as what stands for it."""
    value = value_at(field, table)
    if value is None:
        return field.usual
    return _SHOWN.get(field.sort, _text)(value)


def rows_of(field: NodeField, table: Body) -> list[Row]:
    """Return the rows of a list as they would be typed."""
    value = value_at(field, table) or []
    if isinstance(value, dict):
        value = [{"group": name, "least": least} for name, least in value.items()]
    return [tuple(shown(column, row) for column in field.columns) for row in value]


def value_at(field: NodeField, table: Body) -> Any:
    """Return the value of a field, none where it is absent."""
    held: Any = table
    for key in field.key.split("."):
        held = held.get(key) if isinstance(held, dict) else None
    return held


def read(field: NodeField, text: str, today: date) -> tuple[Any, Finding | None]:
    """Read a typed text; nothing where it is blank."""
    if field.needed and not cleaned(text):
        return None, Finding("required", field.key)
    if field.sort in _READ:
        return read_field(Field(field.key, _READ[field.sort]), text, today=today)
    return _READERS.get(field.sort, _read_text)(field, text)


def read_rows(
    field: NodeField, rows: list[Row], today: date
) -> tuple[Any, Mapping[tuple[int, int], Finding]]:
    """Read typed rows; blank ones are left out. What is wrong stands by row and column, both from 0."""
    found: dict[tuple[int, int], Finding] = {}
    values: list[Body] = []
    for at, row in enumerate(rows):
        value: Body = {}
        for column, (spec, text) in enumerate(zip(field.columns, row, strict=True)):
            read_value, finding = read(spec, text, today)
            if finding is not None:
                found[at, column] = finding
            elif read_value is not None:
                value[spec.key] = read_value
            elif any(row) and spec.key in _NEEDED:
                value[spec.key] = "" if spec.sort == "text" else Decimal(0)
        if any(row):
            values.append(value)
    if field.key == "floors":
        return {row["group"]: row.get("least", Decimal(0)) for row in values if row.get("group")}, found
    return values, found


_NEEDED = ("code", "title", "first", "points")


def put(field: NodeField, table: Body, value: Any) -> None:
    """Set a field; none or an empty list takes its key away."""
    *above, key = field.key.split(".")
    for part in above:
        table = table.setdefault(part, {})
    if value is None or value == [] or value == {}:
        table.pop(key, None)
    else:
        table[key] = value


def turn_kind(table: Body, key: str, kind: str) -> None:
    """Give a criterion another scale, or a condition another kind; what the new one does not know goes."""
    if key == "kind":
        known = {item.key for item in CONDITIONS[kind]}
        keep = {name: table[name] for name in table if name in known or name in ("code", "title")}
        table.clear()
        table.update(keep, kind=kind)
        return
    known = {item.key.removeprefix(ANSWER) for item in SCALES[kind]}
    answer = {name: value for name, value in table.get("answer", {}).items() if name in known}
    table["answer"] = {"kind": kind, **answer}


def _text(value: Any) -> str:
    return typed_text(number(value) if isinstance(value, float | int | Decimal) else value)


def _names(value: Any) -> str:
    return value if isinstance(value, str) else ", ".join(value)


def _due_text(value: Any) -> str:
    later = texts.DUE_LATER if value.get("years_later") else ""
    return f"{value['day']}/{value['month']}{later}"


_SHOWN: Mapping[str, Callable[[Any], str]] = {
    "flag": lambda value: "1" if value else "",
    "names": _names,
    "due": _due_text,
}


def _read_text(field: NodeField, text: str) -> tuple[Any, Finding | None]:
    # A code and a title that are wanted stay blank, to be told of; all else that is blank is absent.
    value = cleaned(text)
    return (value if value or field.key in _WANTED else None), None


_WANTED = ("title", "citation", "code", "condition", "class")


def _read_lines(field: NodeField, text: str) -> tuple[Any, Finding | None]:
    if field.key != "guide":
        return _read_text(field, text)
    return nfc(text).strip() or None, None


def _read_flag(_field: NodeField, text: str) -> tuple[Any, Finding | None]:
    return (True if text else None), None


def _read_names(field: NodeField, text: str) -> tuple[Any, Finding | None]:
    names = [cleaned(part) for part in text.replace(";", ",").split(",") if part.strip()]
    if field.key != "units":
        return names, None
    codes = {word: code for code, word in texts.LEVEL_CHOICES} | {
        code: code for code, _ in texts.LEVEL_CHOICES
    }
    unknown = [name for name in names if name not in codes]
    if unknown:
        return None, Finding("not_chosen", field.key, unknown[0])
    return [codes[name] for name in names], None


def _read_due(field: NodeField, text: str) -> tuple[Any, Finding | None]:
    typed = cleaned(text)
    if not typed:
        return None, None
    plain = typed.removesuffix(texts.DUE_LATER.strip()).strip()
    day, _, month = plain.partition("/")
    if not (day.isdecimal() and month.isdecimal()):
        return None, Finding("not_day_of_year", field.key, typed)
    later = {"years_later": 1} if plain != typed else {}
    return {"month": int(month), "day": int(day), **later}, None


def _read_choice(field: NodeField, text: str) -> tuple[Any, Finding | None]:
    if text and text not in dict(field.choices):
        return None, Finding("not_chosen", field.key, text)
    # A scale and a kind of condition are always something.
    return text or field.usual or None, None


_READERS: Mapping[str, Callable[[NodeField, str], tuple[Any, Finding | None]]] = {
    "lines": _read_lines,
    "flag": _read_flag,
    "names": _read_names,
    "due": _read_due,
    "choice": _read_choice,
}
