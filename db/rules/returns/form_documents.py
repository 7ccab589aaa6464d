"""A set of forms as one document: its head, the levels that it knows, the limits of its checks, its forms."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from db.rules.levels import KnownLevels
from db.rules.returns.forms import CheckLimits, ReturnSet, SheetForm, parse_return_set


@dataclass(frozen=True)
class FormDocument:
    """A set of forms with its head. It holds from `valid_from` to `valid_to`, both counted; no end is open."""

    title: str
    citation: str
    valid_from: date
    sheets: tuple[SheetForm, ...]
    levels: tuple[KnownLevels, ...] = ()
    valid_to: date | None = None
    limits: CheckLimits = field(default_factory=CheckLimits)

    def as_set(self, code: str, version: str) -> ReturnSet:
        """Return the set to be filled."""
        return ReturnSet(code, self.title, self.citation, version, self.sheets, self.levels, self.limits)


def read_form_document(body: Mapping[str, Any]) -> FormDocument:
    """Read a document from its TOML, whose form `form_shape.shape_findings` has found right."""
    read = parse_return_set("", "", body)
    return FormDocument(
        read.title,
        read.citation,
        body["valid_from"],
        read.sheets,
        read.levels,
        body.get("valid_to"),
        read.limits,
    )
