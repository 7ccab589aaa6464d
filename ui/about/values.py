"""What is told of the program, as values that are handed to the window; where they come from it does not know."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from db.rules.release_notes import Release


@dataclass(frozen=True)
class Part:
    """Something that the program is made of: its name, version and licence, and the text of that licence."""

    name: str
    version: str
    licence: str
    text: str


@dataclass(frozen=True)
class About:
    """Which program this is, since when there is this version of it, and where the office's data lie."""

    version: str
    day: date | None
    schema: str
    folder: Path


class Program(Protocol):
    """Who knows what the program tells of itself; each is asked for only when somebody wants to see it."""

    def about(self) -> About: ...

    def parts(self) -> tuple[Part, ...]: ...

    def releases(self) -> "tuple[Release, ...]": ...

    def log_file(self) -> Path: ...

    def support_information(self) -> str: ...
