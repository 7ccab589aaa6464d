"""A read plan becomes typed texts: nothing is lost, nothing is cut, what is unsure says so."""

from datetime import date
from decimal import Decimal

import pytest

from db.rules.plan_reading.blocks import Place
from db.rules.plan_reading.result import (
    Quantity,
    ReadAgency,
    ReadPlan,
    ReadReport,
    ReadSection,
    ReadTarget,
    ReadTask,
)
from db.rules.plan_review.body import section_items
from db.rules.plan_review.items import Part
from db.rules.plan_review.making import as_own, review_of
from db.rules.plan_review.wanted import target_items
from tests.db.rules.plan_reading import made_plans
from tests.db.rules.plan_review.reviews import ISSUER, WORDS, head, reviewed, reviewed_body, texts

HERE = Place(1, 1)
SEVENTY = Decimal(70)
REST = "II. TỔ CHỨC THỰC HIỆN\n1. Công an xã: nắm địa bàn."
TODAY = date(2026, 9, 20)


def test_the_head_becomes_fields_of_a_plan() -> None:
    review = reviewed(made_plans.DISTRICT)
    assert head(review, "number").raw == {"number": "38", "symbol": "KH-UBND"}
    assert head(review, "issued_on").raw == {"issued_on": "09/02/2024"}
    assert head(review, "first_year").raw == {"first_year": "2024", "last_year": "2024", "kind": "year"}
    assert head(review, "recipients").raw["recipients"].splitlines()[0] == "UBND tỉnh (b/c)"
    assert head(review, "signatory_name").raw["signatory_name"] == "Đặng Quốc Khôi"


def test_a_plan_of_several_years_is_of_that_kind() -> None:
    review = reviewed(made_plans.DISTRICT.replace("năm 2024\n\n", "giai đoạn 2024-2026\n\n"))
    assert head(review, "first_year").raw == {"first_year": "2024", "last_year": "2026", "kind": "years"}


def test_an_own_plan_leaves_out_what_belongs_to_the_issuer() -> None:
    items = as_own(reviewed(made_plans.DISTRICT).items, own=True)
    left_out = {key for item in items if item.part is Part.HEAD and not item.accepted for key in item.raw}
    assert left_out == {
        "number", "symbol", "issued_on", "recipients", "authority", "signatory_post", "signatory_name",
    }  # fmt: skip


def test_an_own_plan_rests_on_the_one_received_and_says_who_wrote_that_line() -> None:
    items = as_own(reviewed(made_plans.DISTRICT).items, own=True)
    grounds = [item for item in items if "grounds" in item.raw]
    assert [item.accepted for item in grounds] == [True, True]
    assert grounds[1].raw["grounds"] == (
        f"Căn cứ Kế hoạch số 38/KH-UBND ngày 09/02/2024 của {ISSUER} về công tác phòng, chống tệ nạn mại dâm "
        "trên địa bàn huyện năm 2024"
    )
    assert [doubt.code for doubt in grounds[1].doubts] == ["plan_own_ground"]


def test_the_plan_as_received_says_nothing_of_its_own() -> None:
    items = as_own(as_own(reviewed(made_plans.DISTRICT).items, own=True), own=False)
    assert [item.accepted for item in items if "grounds" in item.raw] == [True, False]
    assert head(reviewed(made_plans.DISTRICT), "number").accepted


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        (ReadSection(HERE, "I.", "MỤC ĐÍCH", 1), [("heading-1", "MỤC ĐÍCH")]),
        (ReadSection(HERE, "1.", "", 2, ("Cả câu.", "Sau.")), [("heading-2", "Cả câu."), ("paragraph", "Sau.")]),
        (ReadSection(HERE, "a)", "Kiểm tra", 3, ("- Một", "+ Hai")), [
            ("heading-3", "Kiểm tra"), ("item-4", "Một"), ("item-5", "Hai"),
        ]),
        (ReadSection(HERE, "", "", 1, ("Trên đây là Kế hoạch.",)), [("paragraph", "Trên đây là Kế hoạch.")]),
        (ReadSection(HERE, "1.1.1.", "Sâu", 4), [("item-4", "1.1.1. Sâu")]),
    ],
)  # fmt: skip
def test_sections_keep_their_depth_and_every_word(
    section: ReadSection, expected: list[tuple[str, str]]
) -> None:
    assert texts(tuple(section_items((section,)))) == expected


def test_the_sentence_that_issues_a_plan_is_the_first_paragraph_of_its_body() -> None:
    issuing = "UBND xã ban hành Kế hoạch như sau:"
    sections = reviewed_body(f"Căn cứ Luật A;\n{issuing}\n- Một mục.\nI. MỤC ĐÍCH\n{REST}").of(Part.SECTIONS)
    assert texts(sections)[:3] == [("paragraph", issuing), ("item-4", "Một mục."), ("heading-1", "MỤC ĐÍCH")]
    assert all(item.accepted for item in sections)


def test_an_annex_without_a_table_is_offered_line_by_line_with_a_doubt() -> None:
    annexes = reviewed(f"{made_plans.DISTRICT}\nPHỤ LỤC\nDANH SÁCH XÃ\nXã Một\nXã Hai\n").of(Part.ANNEXES)
    assert texts(annexes) == [("heading-1", "DANH SÁCH XÃ"), ("paragraph", "Xã Một"), ("paragraph", "Xã Hai")]
    assert [doubt.code for item in annexes for doubt in item.doubts] == ["plan_annex_text"]


@pytest.mark.parametrize("words", ["chữ " * 12_000, "k" * 45_000])
def test_a_text_longer_than_a_section_is_parted_not_cut(words: str) -> None:
    items = tuple(section_items((ReadSection(HERE, "", "", 1, (words,)),)))
    assert len(items) == 3
    assert "".join(text for _, text in texts(items)).replace(" ", "") == words.replace(" ", "")
    assert all(not item.findings(TODAY) for item in items)


def test_paragraphs_know_their_own_lines() -> None:
    sections = reviewed_body(f"I. MỤC ĐÍCH\nCâu thứ nhất của mục.\nCâu thứ hai của mục.\n{REST}").of(
        Part.SECTIONS
    )
    assert [item.place.first for item in sections if item.place][:4] == [5, 6, 7, 8]


@pytest.mark.parametrize(
    ("quantity", "expected"),
    [
        (Quantity("share", "at_least", SEVENTY, unit="%"), "at_least 70  % "),
        (Quantity("range", "between", SEVENTY, SEVENTY + 5, "người"), "between 70 75 người "),
        (Quantity("frequency", "at_least", SEVENTY, unit="lần/quý"), "at_least_every 70  lần quarter"),
        (Quantity("frequency", "at_least", SEVENTY, unit="lần/6 tháng"), "at_least_every 70  lần "),
        (Quantity("at_most", "none", SEVENTY, unit="tụ điểm"), "none    "),
        (Quantity("change", "decrease", SEVENTY, unit="%"), "decrease 70  % "),
        (Quantity("done", "done"), "done    "),
    ],
)
def test_each_kind_of_target_is_typed_as_its_form_wants_it(quantity: Quantity, expected: str) -> None:
    (item,) = target_items((ReadTarget(HERE, "Chỉ tiêu", quantity),), ())
    keys = ("operator", "value", "value_to", "measured_in", "every")
    assert " ".join(item.raw[key] for key in keys) == expected
    assert bool(item.doubts) is (quantity.unit == "lần/6 tháng")
    assert not item.findings(TODAY)


def test_a_further_number_is_a_target_of_its_own_that_is_not_taken() -> None:
    body = f"I. CHỈ TIÊU\n- 70% xã, phường có tuyên truyền cho 100% học sinh.\n{REST}"
    first, second = reviewed_body(body).of(Part.TARGETS)
    assert (first.raw["value"], first.accepted, first.raw["measure"]) == (
        "70",
        True,
        "outreach.share_of_communes",
    )
    assert (second.raw["value"], second.accepted, second.certain) == ("100", False, False)


def test_a_report_that_is_due_becomes_a_task_with_its_day() -> None:
    reports = (ReadReport(HERE, "year", "2026-12-10"), ReadReport(HERE, "quarter", "ngày 15 tháng cuối quý"),
               ReadReport(HERE, "ad_hoc"), ReadReport(HERE, ""))  # fmt: skip
    items = review_of(ReadPlan(report_due=reports), (), WORDS).of(Part.REPORTS)
    shown = [
        (item.raw["content"], item.raw["ends_on"], item.raw["repeats"], item.raw["note"]) for item in items
    ]
    assert shown == [
        ("Báo cáo năm", "10/12/2026", "once", ""),
        ("Báo cáo quý", "", "quarterly", "ngày 15 tháng cuối quý"),
        ("Báo cáo đột xuất", "", "once", ""),
        ("Báo cáo", "", "once", ""),
    ]
    assert [item.accepted for item in items] == [True, True, False, True]


def test_duties_are_offered_and_not_taken() -> None:
    agency = ReadAgency(HERE, "Công an huyện", ("Rà soát địa bàn", "Lập hồ sơ"))
    items = review_of(ReadPlan(agencies=(agency,)), (), WORDS).of(Part.DUTIES)
    assert [(item.raw["lead"], item.raw["content"], item.accepted) for item in items] == [
        ("Công an huyện", "Rà soát địa bàn", False),
        ("Công an huyện", "Lập hồ sơ", False),
    ]


def test_what_is_too_long_for_its_field_goes_whole_to_the_note() -> None:
    lead = "Sở Y tế, " * 40
    (item,) = review_of(ReadPlan(tasks=(ReadTask(HERE, "Việc", lead=lead),)), (), WORDS).of(Part.TASKS)
    assert (item.raw["lead"], item.raw["note"]) == ("", lead)
    assert [doubt.code for doubt in item.doubts] == ["plan_text_moved"]
    assert not item.findings(TODAY)


def test_warnings_stand_at_their_items_and_the_rest_are_remarks() -> None:
    review = reviewed(made_plans.DISTRICT.replace("Số: 38/", "Số:    /").replace("Nơi nhận:", "Gửi:"))
    assert "plan_number_blank" in [doubt.code for doubt in head(review, "symbol").doubts]
    assert "plan_no_recipients" in [remark.finding.code for remark in review.remarks]
