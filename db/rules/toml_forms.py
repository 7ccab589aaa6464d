"""The form of content as TOML: which keys a table has, which it needs, of which type; what it says is judged elsewhere.

Of each key a type: `!` where it is needed, `[x]` for tables of the form x, `{x}` for one, `{*t}` for any keys.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from db.rules.findings import Finding
from db.rules.levels import LEVEL_CODES

# Tables of a form that lie in one another, as items of a criterion.
_DEEPEST = 3
# Beyond it a float is no longer the number that was written.
_LARGEST = 10**12

Keys = Mapping[str, str]
Is = Callable[[Any], bool]


def _also_none(_form: str, _table: Mapping[str, Any]) -> Collection[str]:
    return ()


@dataclass(frozen=True)
class TomlForm:
    """The forms of a kind of content, that of the whole under `set`; its own types beside the usual ones.

    `free_keys` are those that a `{*t}` of that type may have, `also_needed` tells which keys a table needs besides.
    """

    forms: Mapping[str, Keys]
    types: Mapping[str, Is] = field(default_factory=dict)
    free_keys: Mapping[str, Collection[str]] = field(default_factory=dict)
    also_needed: Callable[[str, Mapping[str, Any]], Collection[str]] = _also_none

    def findings(self, body: Mapping[str, Any]) -> tuple[Finding, ...]:
        """Return what has not the form, each with its place."""
        return tuple(self._table(body, "set", ""))

    def _table(self, value: Any, form: str, place: str) -> Iterator[Finding]:
        if not isinstance(value, dict):
            yield Finding("rule_wrong_type", place, _shown(value))
            return
        keys = self.forms[form]
        for key, item in value.items():
            if key not in keys:
                yield Finding("rule_key_unknown", _below(place, key), key)
            else:
                yield from self._value(item, keys[key].removesuffix("!"), _below(place, key))
        needed = [key for key, kind in keys.items() if kind.endswith("!")]
        needed += self.also_needed(form, value)
        yield from (Finding("rule_key_missing", place, key) for key in needed if key not in value)

    def _value(self, value: Any, kind: str, place: str) -> Iterator[Finding]:
        if kind.startswith("["):
            yield from self._tables(value, kind[1:-1], place)
        elif kind.startswith("{*"):
            yield from self._free(value, kind[2:-1], place)
        elif kind.startswith("{"):
            yield from self._table(value, kind[1:-1], place)
        elif not {**TYPES, **self.types}[kind](value):
            yield Finding("rule_wrong_type", place, _shown(value))

    def _tables(self, value: Any, form: str, place: str) -> Iterator[Finding]:
        if not isinstance(value, list):
            yield Finding("rule_wrong_type", place, _shown(value))
        elif place.count(".item") > _DEEPEST:
            yield Finding("rule_too_deep", place)
        else:
            for at, item in enumerate(value, start=1):
                yield from self._table(item, form, f"{place}.{at}")

    def _free(self, value: Any, kind: str, place: str) -> Iterator[Finding]:
        if not isinstance(value, dict):
            yield Finding("rule_wrong_type", place, _shown(value))
            return
        for key, item in value.items():
            here = _below(place, key)
            if key not in self.free_keys.get(kind, value):
                yield Finding("rule_key_unknown", here, key)
            elif kind in self.forms:
                yield from self._table(item, kind, here)
            else:
                yield from self._value(item, kind, here)


def is_number(value: Any) -> bool:
    """Return whether a value is a number that can be written exactly."""
    # NaN is not itself, and an infinite number is above all.
    return isinstance(value, int | float) and not isinstance(value, bool) and -_LARGEST < value < _LARGEST


def one_of(codes: Collection[str]) -> Is:
    """Return the type of a text that is one of some codes."""
    return lambda value: isinstance(value, str) and value in codes


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _are_levels(value: Any) -> bool:
    return _are_texts(value) and all(item in LEVEL_CODES for item in value)


TYPES: Mapping[str, Is] = {
    "text": lambda value: isinstance(value, str),
    "texts": _are_texts,
    "names": lambda value: isinstance(value, str) or _are_texts(value),
    "flag": lambda value: isinstance(value, bool),
    "whole": lambda value: is_number(value) and isinstance(value, int),
    "number": is_number,
    # A time of a day is a kind of day to Python.
    "day": lambda value: type(value) is date,
    "level": one_of(LEVEL_CODES),
    "levels": _are_levels,
}


def _below(place: str, key: str) -> str:
    return f"{place}.{key}" if place else key


def _shown(value: Any) -> str:
    return str(value)[:60]
