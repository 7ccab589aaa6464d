"""Words in the log: in old and new values, names of units and titles of choices, tone marks or not.

The log keeps rows as they were written, without a key of search. An expression with all letters that each typed one
stands for leaves out what cannot hold the words; what is left is read as an officer reads it.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Sequence
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from db.records import Change, Establishment, Step, Unit
from db.rules.formats import value_text
from db.rules.text import folded
from db.services import content
from db.services.history.logged_tables import HIDDEN
from db.services.history.names import CATALOGUES, Names, Plain, parsed

_DAY = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(\d{4}))?")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+|\d+,\d+")
_LETTERS = range(0x41, 0x1EFA)
_UNIT_KEYS = ("unit_id", "old_id", "new_id", "parent_id")
_MOST_NUMBERS = 2_000
# Long texts that are written by the program hold almost any word.
_UNREAD = frozenset({("content", "body"), ("plan_amendment", "before"), ("plan_amendment", "after")})
Tell = Callable[[int], None]


def steps(
    session: Session, typed: str, conditions: Sequence[ColumnElement[bool]], tell: Tell | None = None
) -> tuple[int, ...]:
    """Return the numbers of the steps under the conditions of which a row holds all words, the newest first.

    `tell` hears how many rows were looked at.
    """
    rows = _logged(Change.step_id).where(*conditions).order_by(Change.step_id.desc())
    found: dict[int, None] = {}
    for step_id in _holding(session, typed, rows, found, tell):
        found[step_id] = None
    return tuple(found)


def rows(
    session: Session, typed: str, conditions: Sequence[ColumnElement[bool]], tell: Tell | None = None
) -> tuple[int, ...]:
    """Return the numbers of the rows of the log under the conditions that hold all words, the newest first."""
    logged = _logged(Change.id).where(*conditions).order_by(Change.id.desc())
    return tuple(_holding(session, typed, logged, (), tell))


def _logged(number: Any) -> Select[Any]:
    columns = number, Step.who, Change.table_name, Change.before, Change.after
    return select(*columns).join(Step, Step.id == Change.step_id)


def _holding(
    session: Session, typed: str, statement: Select[Any], known: Container[int], tell: Tell | None
) -> Iterator[int]:
    """Yield the first column of the rows that hold all words; what became known meanwhile is not read again."""
    words, names = folded(typed).split(), Names(session)
    may_hold = [_expression(session, word) for word in words]
    logged = session.execute(statement.execution_options(yield_per=1_000))
    for looked_at, (number, who, table, before, after) in enumerate(logged):
        if tell is not None and looked_at % 1_000 == 0:
            tell(looked_at)
        line = f"{who}\n{before}\n{after}"
        if number in known or not all(expression.search(line) for expression in may_hold):
            continue
        said = folded(" ".join((who, *_said(names, table, parsed(before), parsed(after)))))
        if all(word in said for word in words):
            yield number


def _said(names: Names, table: str, before: Plain, after: Plain) -> Iterator[str]:
    for plain in (before, after):
        for key in plain:
            if key not in HIDDEN and (table, key) not in _UNREAD:
                yield value_text(names.value(table, key, plain))


def _expression(session: Session, word: str) -> re.Pattern[str]:
    """Return what finds a folded word in a line of the log: as written, or meant by a number or a code."""
    parts = ["".join(map(_class_of, form)) for form in _forms(word)]
    units = session.scalars(
        select(Unit.id).where(Unit.search.contains(word, autoescape=True)).limit(_MOST_NUMBERS)
    )
    places = select(Establishment.id).where(Establishment.search.contains(word, autoescape=True))
    parts += _values(_UNIT_KEYS, map(str, units))
    parts += _values(("establishment_id",), map(str, session.scalars(places.limit(_MOST_NUMBERS))))
    for key, codes in _codes(session, word).items():
        parts += _values((key,), (f'"{re.escape(code)}"' for code in codes))
    return re.compile("|".join(parts))


def _values(keys: Sequence[str], values: Iterator[str]) -> list[str]:
    said = "|".join(values)
    return [f'"(?:{"|".join(keys)})": (?:{said})[,}}]'] if said else []


def _codes(session: Session, word: str) -> dict[str, set[str]]:
    """Return the codes of choices whose titles hold a word, by the columns that may hold them."""
    found: dict[str, set[str]] = defaultdict(set)
    for catalogue, keys in _keys_of_catalogues().items():
        codes = {item.code for item in content.choices(session, catalogue) if word in folded(item.title)}
        for key in keys if codes else ():
            found[key] |= codes
    return found


@cache
def _keys_of_catalogues() -> dict[str, set[str]]:
    keys: dict[str, set[str]] = defaultdict(set)
    for (_, key), catalogue in CATALOGUES.items():
        keys[catalogue].add(key)
    return keys


def _forms(word: str) -> list[str]:
    """Return a word as it was typed, and as the log writes the day or the number that it may be."""
    day, forms = _DAY.fullmatch(word), [word]
    if day is not None:
        forms.append("-".join(part.zfill(2) for part in reversed(day.groups()) if part))
    if _GROUPED.fullmatch(word):
        forms.append(word.replace(".", "").replace(",", "."))
    return forms


@lru_cache(maxsize=256)
def _class_of(letter: str) -> str:
    bearers = _bearers().get(letter, "")
    # The log writes these in another way; they are looked for when the row is read.
    return f"[{bearers}]" if bearers else ".{1,2}" if letter in '"\\' else re.escape(letter)


@cache
def _bearers() -> dict[str, str]:
    """Return for each plain letter all letters that search takes for it."""
    found: dict[str, str] = defaultdict(str)
    for letter in map(chr, _LETTERS):
        bare = folded(letter) if letter.isalpha() else ""
        if len(bare) == 1 and bare.isascii():
            found[bare] += letter
    return found
