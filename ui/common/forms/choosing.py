"""Finding one of a list of options by typing, with or without tone marks."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from db.rules.text import folded


@dataclass(frozen=True)
class Option:
    """One thing to choose: what is kept (a code, a record's number as digits) and what is shown."""

    code: str
    title: str
    search: str = field(default="", compare=False)


def option(code: str, title: str) -> Option:
    return Option(code, title, folded(title))


def matching(options: Iterable[Option], typed: str) -> tuple[Option, ...]:
    """Return the options whose words begin with the typed words, best first: those that begin with the text itself."""
    wanted = folded(typed)
    found = [item for item in options if all(has_word(item.search, word) for word in wanted.split())]
    return tuple(sorted(found, key=lambda item: not item.search.startswith(wanted)))


def resolved(options: Iterable[Option], typed: str) -> Option | None:
    """Return the one option that the typed text means: the same, the only one without tone marks, the only match."""
    known = tuple(options)
    same = [item for item in known if item.title == typed]
    bare = same or [item for item in known if item.search == folded(typed)]
    found = bare or matching(known, typed)
    return found[0] if len(found) == 1 and typed.strip() else None


def has_word(search: str, word: str) -> bool:
    """Return whether a search key has a word that begins with this one."""
    return search.startswith(word) or f" {word}" in search
