"""Content that the records of a handed book rest on: rule sets of score sheets, the office's own columns of figures."""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import Content
from db.rules.figures import MEASURES_PREFIX
from db.rules.findings import Finding
from db.rules.scoring.form import form_findings
from db.rules.scoring.reading import parse_rule_set
from db.rules.text import folded
from db.services import figure_definitions
from db.services.handing.checking import Checked, Typed
from db.services.handing.words import place_of

_TABLE, _RULE_SET, _OWN = Content.__tablename__, "rule_set", "own_choices"
# Of a column that is not here yet: no code begins so.
_NEW = "+"


@dataclass(frozen=True)
class ContentsToTake:
    """Our number of each rule set there (of a new one the number there, turned negative), and our codes of figures."""

    numbers: Mapping[int, int]
    codes: Mapping[str, str]
    columns: tuple[Mapping[str, Any], ...]
    findings: tuple[Finding, ...]

    def code_of(self, code: str) -> str:
        """Return our code of a figure there."""
        return self.codes.get(code, code)

    def measure_of(self, expression: str | None) -> str | None:
        """Return a measure there, in our code where it is of a figure (`figures.own_1[team=district]`)."""
        name, bracket, narrowed = (expression or "").partition("[")
        prefix, dot, code = name.partition(".")
        if prefix != MEASURES_PREFIX or not dot:
            return expression
        return f"{prefix}.{self.code_of(code)}{bracket}{narrowed}"


def compare(session: Session, brought: Checked) -> ContentsToTake:
    """Tell which content of a handed book is held here; nothing is written."""
    rows = brought.of(_TABLE)
    findings = [
        Finding("handed_content", place_of(_TABLE, number), row["title"])
        for number, row in rows.items()
        if not _is_content(row)
    ]
    if findings:
        return ContentsToTake({}, {}, (), tuple(findings))
    held: dict[tuple[str, str], int] = {}
    known = select(Content.id, Content.code, Content.sha256).where(Content.kind == _RULE_SET)
    for number, code, sha256 in session.execute(known.order_by(Content.id)):
        held.setdefault((code.partition("@")[0], sha256), number)
    numbers = {
        number: held.get((row["code"].partition("@")[0], row["sha256"]), -number)
        for number, row in rows.items()
    }
    return ContentsToTake(numbers, *_figures(session, rows), ())


def store(
    session: Session, brought: Checked, contents: ContentsToTake
) -> tuple[dict[int, int], dict[str, str]]:
    """Add what is new; return our number of each rule set there, and our code of each figure there."""
    numbers = dict(contents.numbers)
    for number, row in brought.of(_TABLE).items():
        if row["kind"] == _RULE_SET and numbers[number] < 0:
            numbers[number] = _add_rule_set(session, brought, row)
    codes = dict(contents.codes)
    for item in contents.columns:
        words = {key: str(item.get(key, "")) for key in ("title", "unit", "section", "about")}
        added = figure_definitions.add(session, **words, stock=item.get("kind") == "stock")
        codes[str(item["code"])] = added
    return numbers, codes


def _add_rule_set(session: Session, brought: Checked, row: Typed) -> int:
    """Add a rule set until the last day of the other office: what was scored under it stays so, no later year is."""
    taken = select(Content.id).where(
        Content.kind == _RULE_SET, Content.code == row["code"], Content.valid_from == row["valid_from"]
    )
    code = row["code"] if session.scalar(taken) is None else f"{row['code'][:40]}@{row['sha256'][:8]}"
    last = max(row["valid_from"], brought.book.head.day - timedelta(days=1))
    values = {**row, "id": None, "code": code, "valid_to": min(row["valid_to"] or last, last)}
    record = Content(**values)
    session.add(record)
    session.flush()
    return record.id


def _figures(
    session: Session, rows: Mapping[int, Typed]
) -> tuple[Mapping[str, str], tuple[Mapping[str, Any], ...]]:
    by_title = {folded(item.title): item.code for item in figure_definitions.definitions(session)}
    codes: dict[str, str] = {}
    fresh = []
    for row in rows.values():
        if row["kind"] == _OWN and row["code"] == figure_definitions.CATALOGUE:
            for item in tomllib.loads(row["body"]).get("item", ()):
                code = by_title.get(folded(item["title"]))
                codes[item["code"]] = code or _NEW + item["code"]
                fresh += [] if code else [item]
    return codes, tuple(fresh)


def _is_content(row: Typed) -> bool:
    if hashlib.sha256(row["body"].encode()).hexdigest() != row["sha256"]:
        return False
    try:
        body = tomllib.loads(row["body"])
        if row["kind"] == _RULE_SET:
            if form_findings(body):
                return False
            parse_rule_set(body)
        return row["kind"] in (_RULE_SET, _OWN) and _are_items(body)
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError):
        return False


def _are_items(body: Mapping[str, Any]) -> bool:
    items = body.get("item", [])
    texts = ("code", "title", "unit", "section", "about", "kind")
    return isinstance(items, list) and all(
        isinstance(item, dict)
        and item.get("code")
        and item.get("title")
        and all(isinstance(item.get(key, ""), str) and len(item.get(key, "")) <= 250 for key in texts)
        for item in items
    )
