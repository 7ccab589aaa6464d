"""What is typed becomes values, or a finding that says what is wrong."""

import unicodedata
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.entries import (
    EntryKind,
    Field,
    FieldKind,
    Values,
    check_values,
    read_entry,
    read_field,
    typed_text,
)
from db.rules.entry_kinds import ENTRY_KINDS, OUTREACH, TRAININGS
from db.rules.formats import Value

TODAY = date(2025, 9, 20)
K = FieldKind


def reading(kind: FieldKind, text: str, max_length: int = 250) -> Value | str:
    """The value, or the code of what is wrong."""
    value, finding = read_field(Field("x", kind, max_length=max_length), text, today=TODAY)
    return finding.code if finding else value


DAYS = [
    ("14/9", date(2025, 9, 14)),
    ("1/1", date(2026, 1, 1)),
    ("21/3", date(2026, 3, 21)),
    ("22/3", date(2025, 3, 22)),
    ("29/2", "no_such_day"),
    ("14/09/25", date(2025, 9, 14)),
    ("14/9/2025", date(2025, 9, 14)),
    ("14.9.2025", date(2025, 9, 14)),
    ("14-9-25", date(2025, 9, 14)),
    (" 14/9\u00a0", date(2025, 9, 14)),
    ("29/2/2024", date(2024, 2, 29)),
    ("1/6/45", date(2045, 6, 1)),
    ("1/6/46", date(1946, 6, 1)),
    ("1/6/98", date(1998, 6, 1)),
    ("31/02", "no_such_day"),
    ("31/02/2025", "no_such_day"),
    ("29/2/2025", "no_such_day"),
    ("0/9", "no_such_day"),
    ("9/13", "no_such_day"),
    ("2025-09-14", "not_date"),
    ("14/9/225", "not_date"),
    ("14/9/0225", "not_date"),
    ("14", "not_date"),
    ("hôm nay", "not_date"),
]

NUMBERS = [
    (K.COUNT, "1.234", 1234),
    (K.COUNT, "1234", 1234),
    (K.COUNT, "1 234", 1234),
    (K.COUNT, "1\u00a0234\u00a0567", 1234567),
    (K.COUNT, "1\u202f234", 1234),
    (K.COUNT, "0", 0),
    (K.COUNT, "007", 7),
    (K.COUNT, "3,0", 3),
    (K.COUNT, "8,5", "not_whole"),
    (K.COUNT, "1.23", "not_count"),
    (K.COUNT, "1.2345", "not_count"),
    (K.COUNT, "1.234 567", "not_count"),
    (K.COUNT, "0.500", "not_count"),
    (K.COUNT, "1 2", "not_count"),
    (K.COUNT, "0 500", "not_count"),
    (K.COUNT, "10 20", "not_count"),
    (K.COUNT, "-", "not_count"),
    (K.COUNT, "-5", "not_count"),
    (K.COUNT, "1e3", "not_count"),
    (K.COUNT, "ba", "not_count"),
    (K.COUNT, ",5", "not_count"),
    (K.COUNT, "1000000000000", 10**12),
    (K.COUNT, "1000000000001", "too_large"),
    (K.MONEY, "15.000.000", 15_000_000),
    (K.MONEY, "9" * 5000, "too_large"),
    (K.DECIMAL, "8,5", Decimal("8.5")),
    (K.DECIMAL, "1.234,125", Decimal("1234.125")),
    (K.DECIMAL, "8,500000", Decimal("8.5")),
    (K.DECIMAL, "8,1234", "too_precise"),
    (K.DECIMAL, "9" * 30, "too_large"),
    (K.DECIMAL, "8.5", "not_number"),
    (K.YEAR, "2025", 2025),
    (K.YEAR, "25", "not_year"),
    (K.YEAR, "2125", "not_year"),
]

OTHERS = [
    (K.TEXT, "  Quài   Tở ", "Quài Tở"),
    (K.TEXT, unicodedata.normalize("NFD", "Quế"), "Quế"),
    (K.TEXT, "a\nb", "a b"),
    (K.LINES, "a \n\n  b\n", "a\n\nb"),
    (K.CHOICE, "talk", "talk"),
    (K.UNIT, "12", 12),
    (K.LINK, "12", 12),
    (K.LINK, "mười hai", "not_chosen"),
    (K.LINK, "-3", "not_chosen"),
    (K.UNIT, "9" * 5000, "not_chosen"),
    (K.FLAG, "1", True),
    (K.FLAG, "X", True),
    (K.FLAG, "CÓ", True),
    (K.FLAG, "0", False),
    (K.FLAG, "Không", False),
    (K.FLAG, "nữ", "not_flag"),
]


@pytest.mark.parametrize(("text", "expected"), DAYS)
def test_a_day_is_read_or_refused(text: str, expected: date | str) -> None:
    assert reading(K.DATE, text) == expected


@pytest.mark.parametrize(("kind", "text", "expected"), NUMBERS)
def test_a_number_is_read_or_refused(kind: FieldKind, text: str, expected: Value) -> None:
    assert reading(kind, text) == expected


@pytest.mark.parametrize(("kind", "text", "expected"), OTHERS)
def test_words_choices_and_flags_are_read_or_refused(kind: FieldKind, text: str, expected: Value) -> None:
    found = reading(kind, text)
    assert (found, type(found)) == (expected, type(expected))


@pytest.mark.parametrize("kind", list(FieldKind))
@pytest.mark.parametrize("text", ["", "  ", "\u00a0", "\n"])
def test_blank_is_not_recorded_and_no_finding(kind: FieldKind, text: str) -> None:
    assert read_field(Field("x", kind), text, today=TODAY) == (None, None)


@pytest.mark.parametrize("kind", [K.TEXT, K.LINES, K.CHOICE])
def test_a_text_over_its_length_is_refused_with_the_length(kind: FieldKind) -> None:
    field = Field("note", kind, max_length=1200)
    value, finding = read_field(field, "đ" * 1201, today=TODAY)
    assert finding is not None
    assert (value, finding.code, finding.value, finding.facts) == (
        None,
        "too_long",
        "đ" * 40,
        {"most": "1.200"},
    )
    assert read_field(field, "đ" * 1200, today=TODAY) == ("đ" * 1200, None)


def test_a_whole_record_is_read_with_every_finding() -> None:
    raw = {"held_on": "31/02", "unit_id": "3", "sessions": "1.23", "people": "5", "female": "6"}
    result = read_entry(OUTREACH, raw, today=TODAY)
    found = [(finding.code, finding.place) for finding in result.findings]
    assert found == [
        ("no_such_day", "held_on"),
        ("not_count", "sessions"),
        ("required", "form"),
        ("part_over_whole", "female"),
    ]
    assert result.values["held_on"] is None
    assert result.values["people"] == 5


def test_a_part_over_its_whole_names_the_whole() -> None:
    (finding,) = check_values(
        OUTREACH, {"held_on": TODAY, "unit_id": 1, "form": "talk", "people": 1000, "female": 1001}
    )
    assert (finding.place, finding.value, finding.facts) == ("female", "1.001", {"whole": "1.000"})


@pytest.mark.parametrize(("people", "female"), [(None, 3), (3, None), (3, 3), (0, 0)])
def test_a_part_without_its_whole_or_equal_to_it_is_right(people: int | None, female: int | None) -> None:
    values: Values = {"held_on": TODAY, "unit_id": 1, "form": "talk", "people": people, "female": female}
    assert check_values(OUTREACH, values) == ()


def test_what_ends_before_it_begins_is_refused_at_its_end() -> None:
    raw = {"starts_on": "2/9", "ends_on": "1/9", "unit_id": "1", "title": "Lớp"}
    (finding,) = read_entry(TRAININGS, raw, today=TODAY).findings
    assert (finding.code, finding.place) == ("ends_before_begins", "ends_on")
    assert (finding.value, finding.facts) == ("01/09/2025", {"begins": "02/09/2025"})


def test_plan_years_may_not_come_the_other_way_round() -> None:
    chosen = {"kind": "year", "scheme": "lettered", "state": "draft"}
    raw = {"subject": "A", "first_year": "2026", "last_year": "2025", **chosen}
    (finding,) = read_entry(ENTRY_KINDS["plans"], raw, today=TODAY).findings
    assert (finding.code, finding.value, finding.facts) == (
        "ends_before_begins",
        "2025",
        {"begins": "2026"},
    )


@pytest.mark.parametrize("kind", ENTRY_KINDS.values(), ids=ENTRY_KINDS)
def test_each_kind_names_fields_that_it_has(kind: EntryKind) -> None:
    keys = [field.key for field in kind.fields]
    others = {field.within for field in kind.fields if field.within} | {
        key for pair in kind.ordered for key in pair
    }
    assert others <= set(keys)
    assert len(keys) == len(set(keys))
    assert all(bool(field.catalogue) == (field.kind is K.CHOICE) for field in kind.fields)
    assert all(field.links in ENTRY_KINDS for field in kind.fields if field.kind is K.LINK)


COUNTS = st.integers(0, 10**12)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=250)
VALUES: dict[FieldKind, st.SearchStrategy[Value]] = {
    K.TEXT: WORDS.map(lambda text: unicodedata.normalize("NFC", text)).filter(lambda text: len(text) <= 250),
    K.DATE: st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    K.YEAR: st.integers(1900, 2099),
    K.COUNT: COUNTS,
    K.MONEY: COUNTS,
    K.DECIMAL: st.decimals(0, 10**12, places=3),
    K.UNIT: COUNTS,
    K.FLAG: st.just(True),
}


@pytest.mark.parametrize("kind", VALUES)
@given(data=st.data())
def test_what_is_typed_back_is_read_again(kind: FieldKind, data: st.DataObject) -> None:
    value = data.draw(VALUES[kind])
    assert reading(kind, typed_text(value)) == value


@pytest.mark.parametrize("kind", list(FieldKind))
@given(text=st.text())
def test_whatever_is_typed_gives_a_value_or_a_known_finding(kind: FieldKind, text: str) -> None:
    known = {"too_long", "too_large", "too_precise", "no_such_day", "not_whole", "not_chosen"}
    known |= {"not_number", "not_count"}
    value, finding = read_field(Field("x", kind), text, today=TODAY)
    assert finding is None or (value is None and finding.code in known | {f"not_{kind}"})
