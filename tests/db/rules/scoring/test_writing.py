"""A rule set that is written and read again is the same, whatever stands in it."""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given

from db.rules.scoring.documents import Document, read_document
from db.rules.scoring.form import form_findings
from db.rules.scoring.writing import document_text
from db.services.content import SHIPPED
from tests.helpers.rule_sets import criterion, documents, sound

SETS = sorted((SHIPPED / "rule_sets").glob("*.toml")) + sorted((SHIPPED / "rule_set_drafts").glob("*.toml"))


@given(documents)
def test_any_set_comes_back_as_it_was(document: Document) -> None:
    body = tomllib.loads(document_text(document))
    assert form_findings(body) == ()
    assert read_document(body) == document


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_shipped_sets_come_back_as_they_were(path: Path) -> None:
    shipped = read_document(tomllib.loads(path.read_text("utf-8")))
    assert read_document(tomllib.loads(document_text(shipped))) == shipped


def test_a_person_reads_what_is_written() -> None:
    scored = criterion("1", "2.50", "bands", counts=True, bands=(("0-0", "0"), ("1-", "2.5")))
    text = document_text(sound(scored, valid_to=date(2027, 1, 2), total=Decimal("2.5")))
    assert text.splitlines()[:7] == [
        'title = "Bộ tiêu chí"',
        'citation = "Văn bản"',
        "valid_from = 2026-01-01",
        "valid_to = 2027-01-02",
        "total = 2.5",
        "scaled = false",
        "decimals = 2",
    ]
    assert "    { first = 0, last = 0, points = 0 },\n    { first = 1, points = 2.5 },\n" in text


def test_what_is_usual_is_not_written() -> None:
    text = document_text(sound(criterion("1", "10", "yes_no")))
    assert "yes =" not in text
    assert "guide" not in text
    assert "per =" not in text
