"""Fields of nodes as data: key, label, how each is typed; and the way between typed text and value."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from db.rules.entries import Field, FieldKind, read_field, typed_text
from db.rules.findings import Finding
from db.rules.scoring.reading import number
from db.rules.text import cleaned, nfc
from ui.common.nodes import texts
from ui.common.nodes.nodes import Body

Sort = Literal["text", "lines", "number", "whole", "day", "flag", "choice", "measure", "names", "due", "rows"]
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


def _read_flag(field: NodeField, text: str) -> tuple[Any, Finding | None]:
    # What is usually so is only said where it is not.
    is_usual = bool(text) == bool(field.usual)
    return (None if is_usual else bool(text)), None


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
