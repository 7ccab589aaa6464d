"""What a handed book must not be: each is refused in words, with nothing stored."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from db.rules.findings import Finding, Refused
from db.rules.handing.document import HandedBook, sealed
from db.sessions import Book
from tests.helpers.handed_books import take_in
from tests.helpers.same_records import same_records
from ui.common.finding_texts import finding_text

Change = Callable[[dict[str, list[dict[str, Any]]]], None]


def changed(book: HandedBook, change: Change) -> HandedBook:
    """The book with some rows otherwise, sealed anew as a forger would."""
    rows = {table: [dict(row) for row in listed] for table, listed in book.rows.items()}
    change(rows)
    return sealed(book.head, rows)


def refusal(town: Book, book: HandedBook) -> tuple[Finding, ...]:
    """Why a book is not taken in; nothing of it may have been stored."""
    before = same_records(town.folder)
    with pytest.raises(Refused) as refused:
        take_in(town, book)
    assert same_records(town.folder) == before
    assert all(finding_text(finding) for finding in refused.value.findings)
    return refused.value.findings


def set_first(table: str, **values: Any) -> Change:
    """Change the first row of a table."""
    return lambda rows: rows[table][0].update(values)


def add_table(rows: dict[str, list[dict[str, Any]]]) -> None:
    rows["sqlite_master"] = [{"id": 1, "sql": "DROP TABLE unit"}]


def add_twice(rows: dict[str, list[dict[str, Any]]]) -> None:
    rows["official"].append(dict(rows["official"][0]))


def drop_units(rows: dict[str, list[dict[str, Any]]]) -> None:
    rows["unit"] = rows["unit"][:1]


def figure_twice(rows: dict[str, list[dict[str, Any]]]) -> None:
    rows["figure"].append({**rows["figure"][0], "id": 99_999})


def rule_set(body: str) -> Change:
    sha256 = hashlib.sha256(body.encode()).hexdigest()
    return lambda rows: next(row for row in rows["content"] if row["kind"] == "rule_set").update(
        body=body, sha256=sha256
    )


def own_column(**changes: str) -> Change:
    """Change the office's own column of figures."""
    item = {"code": "own_9", "title": "Cột lạ", "unit": "lượt", "section": "detection", "about": ""} | changes
    lines = "\n".join(f'{key} = "{value}"' for key, value in item.items())
    body = f'title = "a"\ncitation = "b"\nvalid_from = 2000-01-01\n[[item]]\n{lines}\n'
    sha256 = hashlib.sha256(body.encode()).hexdigest()
    return lambda rows: next(row for row in rows["content"] if row["kind"] == "own_choices").update(
        body=body, sha256=sha256
    )


NAN_SET = """
title = "a"
citation = "b"
valid_from = 2020-01-01
group = [{ code = "I", title = "I", criterion = [{ code = "1", title = "1", most = nan }] }]
class = [{ code = "any", title = "c" }]
"""
BAD: dict[str, tuple[Change, str]] = {
    "a table of SQLite's own": (add_table, "handed_table"),
    "a column that is none": (set_first("official", password="x"), "handed_column"),
    "text where a number stands": (set_first("outreach_activity", people="86"), "handed_value"),
    "a flag where a number stands": (set_first("outreach_activity", people=True), "handed_value"),
    "a number beyond all measure": (set_first("outreach_activity", cost=10**30), "handed_value"),
    "a number where text stands": (set_first("official", name=7), "handed_value"),
    "nothing where something must be": (set_first("official", name=None), "handed_value"),
    "a day that is none": (set_first("outreach_activity", held_on="2025-02-30"), "handed_value"),
    "a day with words behind": (set_first("outreach_activity", held_on="2025-02-03; DROP"), "handed_value"),
    "a moment of another clock": (
        set_first("official", created_at="2025-02-03T01:02:03+07:00"),
        "handed_value",
    ),
    "an endless number": (set_first("target", value="Infinity"), "handed_value"),
    "too many decimals": (set_first("target", value="0.00001"), "handed_value"),
    "a text too long": (set_first("official", name="a" * 251), "handed_value"),
    "a character that shows nothing": (set_first("official", name="Lò\x00Thị"), "handed_value"),
    "a number that is no number of a row": (set_first("official", id=-1), "handed_number"),
    "a row twice": (add_twice, "handed_number"),
    "a row that belongs to nothing": (set_first("commitment", establishment_id=99_999), "handed_loose_end"),
    "units left out": (drop_units, "handed_loose_end"),
    "a unit that ends before it begins": (
        set_first("unit", valid_from="2025-01-02", valid_to="2025-01-01"),
        "handed_unit",
    ),
    "a unit without a code": (set_first("unit", code="../.."), "handed_unit"),
    "a unit of no level": (set_first("unit", level=7), "handed_unit"),
    "an amended plan that is no plan": (set_first("plan_amendment", before="[]"), "handed_value"),
    "an amended plan of other tables": (
        set_first("plan_amendment", before='{"unit": [{"id": 1, "name": 5}]}'),
        "handed_value",
    ),
    "content of another kind": (set_first("content", kind="choices"), "handed_content"),
    "content with a wrong check": (set_first("content", sha256="0" * 64), "handed_content"),
    "a rule set that is none": (rule_set("title = 1"), "handed_content"),
    "a rule set whose points are no number": (rule_set(NAN_SET), "handed_content"),
    "a rule set without end": (rule_set("a = " + "[" * 5000), "handed_content"),
    "a column of figures without a name": (own_column(title=""), "handed_content"),
    "a choice that is in no list": (set_first("outreach_activity", form="hack"), "not_in_list"),
    "a measure that is none": (set_first("target", measure="x.y[z"), "not_in_list"),
    "a part above its whole": (set_first("outreach_activity", people=3, female=5), "part_over_whole"),
    "days the wrong way round": (
        set_first("training_session", starts_on="2025-02-03", ends_on="2025-02-01"),
        "ends_before_begins",
    ),
    "a period that is none": (set_first("figure", period="mai"), "not_period"),
    "two figures of one place": (figure_twice, "handed_row_refused"),
    "an extent that is none": (set_first("succession", extent="all"), "handed_row_refused"),
    "a sheet in no state of the chain": (set_first("score_sheet", state="xyz"), "handed_value"),
    "a sheet with points that its answers do not make": (
        set_first("score_sheet", self_points="99.5"),
        "handed_value",
    ),
    "a class that the rule set does not know": (
        set_first("score_sheet", recognised_class="best"),
        "handed_value",
    ),
    "a mark for no criterion": (set_first("score_mark", criterion="99"), "handed_value"),
    "a mark that is no answer": (set_first("score_mark", self_answer="abc"), "handed_value"),
    "an endless answer": (set_first("score_mark", self_answer="Infinity"), "handed_value"),
    "a mark with points of another answer": (set_first("score_mark", self_points="77"), "handed_value"),
    "a step that no chain has": (set_first("score_step", step="bless"), "handed_value"),
    "evidence for no criterion": (set_first("score_evidence", criterion="99"), "handed_value"),
    "a negative count": (set_first("outreach_activity", people=-3, female=None), "handed_row_refused"),
}


@pytest.mark.parametrize(("change", "code"), BAD.values(), ids=BAD)
def test_a_forged_book_is_refused_and_nothing_stored(
    town: Book, handed: HandedBook, change: Change, code: str
) -> None:
    assert code in {finding.code for finding in refusal(town, changed(handed, change))}


def test_a_sample_book_never_goes_into_a_real_one(town: Book, handed: HandedBook) -> None:
    sample = sealed(replace(handed.head, sample=True), handed.rows)
    assert [finding.code for finding in refusal(town, sample)] == ["handed_sample"]


def test_a_book_whose_commune_has_another_name_on_the_same_days_is_refused(
    town: Book, handed: HandedBook
) -> None:
    def rename(rows: dict[str, list[dict[str, Any]]]) -> None:
        new = next(row for row in rows["unit"] if row["name"] == "Xã Đồi Thông")
        new["name"] = "Xã Khác Hẳn"

    (finding,) = refusal(town, changed(handed, rename))
    assert (finding.code, finding.value, finding.facts["name"]) == (
        "handed_unit_differs",
        "Xã Khác Hẳn",
        "Xã Đồi Thông",
    )


def test_traces_of_people_are_refused_unless_they_are_left_out(town: Book, handed: HandedBook) -> None:
    def write(rows: dict[str, list[dict[str, Any]]]) -> None:
        rows["outreach_activity"][0]["note"] = "CCCD 011085001234"
        rows["hotspot"][0]["place"] = "nhà ông Lò Văn Pâng, SĐT 0912345678"
        rows["score_evidence"][0] |= {"note": "CCCD 011085004321", "file_name": "SĐT 0987654321.pdf"}

    bad = changed(handed, write)
    assert {finding.code[:9] for finding in refusal(town, bad)} == {"personal_"}
    take_in(town, bad, leave_out=True)
    text = str(same_records(town.folder))
    assert "011085001234" not in text
    assert "0912345678" not in text
    assert "011085004321" not in text
    assert "0987654321" not in text
