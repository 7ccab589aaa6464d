"""Content as TOML: the library of Python reads it, this writes what an office changed."""

import json
from collections.abc import Iterable, Mapping
from datetime import date

Pairs = Mapping[str, str | date]


def toml_text(head: Pairs, lists: Mapping[str, Iterable[Pairs]], tables: Mapping[str, Pairs]) -> str:
    """Return texts and days as TOML: those of the head, lists of tables, single tables."""
    parts = [_lines(head)]
    parts += [f"[[{name}]]\n{_lines(item)}" for name, items in lists.items() for item in items]
    parts += [f"[{name}]\n{_lines(pairs)}" for name, pairs in tables.items()]
    return "\n\n".join(parts) + "\n"


def _lines(pairs: Pairs) -> str:
    return "\n".join(f"{key} = {_value(value)}" for key, value in pairs.items())


def _value(value: str | date) -> str:
    # Where JSON escapes a letter, TOML reads it; the one that JSON leaves as it is and TOML refuses is DEL.
    return (
        json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        if isinstance(value, str)
        else value.isoformat()
    )
