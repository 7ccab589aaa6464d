"""A rule set as one document: its head (title, citation, validity, the total that it states) and what it says."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from db.rules.scoring.reading import number, parse_rule_set
from db.rules.scoring.rule_sets import RuleSet


@dataclass(frozen=True)
class Document:
    """A rule set with its head. It holds from `valid_from` to `valid_to`, both counted; no end is open.

    `total` is what the issued paper prints as its total; points are never taken from it.
    """

    title: str
    citation: str
    valid_from: date
    rule_set: RuleSet
    valid_to: date | None = None
    total: Decimal | None = None


def read_document(body: Mapping[str, Any]) -> Document:
    """Read a document from its TOML, whose form `form.form_findings` has found right."""
    return Document(
        body["title"],
        body["citation"],
        body["valid_from"],
        parse_rule_set(body),
        body.get("valid_to"),
        number(body["total"]) if "total" in body else None,
    )
