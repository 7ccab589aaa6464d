"""What many records are judged by, read once: catalogues, units, the cut-off rule, while a long list is taken in."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from sqlalchemy.orm import Session

T = TypeVar("T")
_HELD = "lists_once"


@contextmanager
def reading_lists_once(session: Session) -> Iterator[None]:
    """Let `once` keep what it reads until the end; nobody may change catalogues or units meanwhile.

    Within another one it is the outer one that keeps, until its own end.
    """
    if _HELD in session.info:
        yield
        return
    session.info[_HELD] = {}
    try:
        yield
    finally:
        del session.info[_HELD]


def once(session: Session, key: str, read: Callable[[], T]) -> T:
    """Return what `read` gives; within `reading_lists_once` it is asked only the first time for each key."""
    held: dict[str, T] | None = session.info.get(_HELD)
    if held is None:
        return read()
    if key not in held:
        held[key] = read()
    return held[key]
