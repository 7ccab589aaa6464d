"""What `scores rules` and `returns sets` do alike with one set: find it by its code, write it to a file, take it in."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Protocol, TypeVar

from db.rules.findings import Finding, Refused, Unknown
from db.rules.near_names import near_names
from db.services.content_drafts import SetState
from db.services.content_files import TakenIn
from desktop.cli import sealed_set_texts as texts
from desktop.cli.outcome import Outcome
from exports.sealed_toml import write_sealed
from ui.common.finding_texts import finding_line, finding_text

_ORDER = (SetState.IN_FORCE, SetState.AHEAD, SetState.REPLACED, SetState.DRAFT)


class SetOfBook(Protocol):
    """A set as the book lists it."""

    @property
    def code(self) -> str:
        """Return its code."""

    @property
    def title(self) -> str:
        """Return its title."""

    @property
    def valid_from(self) -> date:
        """Return its first day."""

    @property
    def state(self) -> SetState:
        """Return whether it holds."""

    @property
    def sha256(self) -> str:
        """Return its check code."""


Listed = TypeVar("Listed", bound=SetOfBook)


class Judged(Protocol):
    """What was found of a set, what wants a look only apart."""

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """Return what wants a look only."""


def named_set(infos: Sequence[Listed], code: str, kind: str) -> Listed:
    """Find a set by its code, `CODE@2026-01-01` where several have it; one in force goes before others.

    Raises Unknown, of that kind.
    """
    name, _, day = code.partition("@")
    same = [item for item in infos if item.code == name and day in ("", item.valid_from.isoformat())]
    if not same:
        raise Unknown(kind, code, near_names(name, [item.code for item in infos]))
    return min(same, key=lambda item: _ORDER.index(item.state))


def finding_values(judgement: Judged, item: Finding, where: str) -> dict[str, str]:
    """Return a finding for JSON, with its place in words."""
    return {
        "weight": "warning" if item in judgement.warnings else "error",
        "code": item.code,
        "place": item.place,
        "where": where,
        "value": item.value,
        "message": finding_text(item),
    }


def written(info: SetOfBook, text: str, out: Path) -> Outcome:
    """Write a set to its file and tell."""
    write_sealed(text, out)
    values = {"code": info.code, "title": info.title, "sha256": info.sha256, "file": str(out)}
    return Outcome(values, [texts.EXPORTED.format(title=info.title, file=out)])


def taken_in(take: Callable[[], TakenIn], source: str) -> TakenIn:
    """Take a file in; what is refused is named after the file."""
    try:
        return take()
    except Refused as refused:
        raise Refused(refused.findings, source) from refused


def told(taken: TakenIn, source: str) -> Outcome:
    """Tell what became of a file that was taken in."""
    values: dict[str, Any] = {
        "outcome": taken.outcome.value,
        "id": taken.id,
        "code": taken.code,
        "title": taken.title,
        "findings": [
            {"code": item.code, "place": item.place, "message": finding_text(item)} for item in taken.findings
        ],
    }
    words = texts.OUTCOMES[taken.outcome.value].format(title=taken.title, code=taken.code)
    return Outcome(values, [words, *(finding_line(item, source) for item in taken.findings)])
