"""Each departure from the decree is found where it is; a sound document has none."""

from dataclasses import replace
from typing import Any

import pytest

from db.rules.conformance import check_document
from db.rules.conformance_head import check_number_line, check_place_and_day
from db.rules.findings import Finding
from db.rules.numbering import DECIMAL
from db.rules.plan_paper import (
    AmendmentPaper,
    Change,
    IssuedPlan,
    PaperSignatory,
    PaperTarget,
    Section,
)
from exports.documents.amendment_content import amendment_document
from exports.documents.description import Annex, Heading, Paragraph, Signatory, Table
from exports.documents.plan_content import plan_document
from tests.helpers.long_plan import (
    GROUNDS,
    amendment,
    annexed_plan,
    long_plan,
    many_tasks,
    short_sections,
    sound_plan,
)

SECTIONS = sound_plan().sections
AUTHORITY, POST, NAME = "TM. Ủy ban nhân dân", "KT. Chủ tịch\nPhó Chủ tịch", "Lò Thị Hương"


def signed(authority: str = AUTHORITY, post: str = POST, name: str = NAME) -> dict[str, Any]:
    return {"signatory": PaperSignatory(authority, post, name)}


def with_section(place: int, *sections: Section) -> dict[str, Any]:
    """Put sections before the one at a place."""
    return {"sections": (*SECTIONS[:place], *sections, *SECTIONS[place:])}


def task(**changes: str) -> dict[str, Any]:
    return {"tasks": (replace(many_tasks(1)[0], **changes),)}


# What was typed, and the one finding it leads to.
TYPED = [
    ("paper_agency_missing", "issuing_agency", {"issuing_agency": " "}),
    ("paper_number_missing", "number", {"number": None}),
    ("paper_symbol_missing", "symbol", {"symbol": ""}),
    ("paper_symbol_small", "symbol", {"symbol": "kh-UBND"}),
    ("paper_symbol_form", "symbol", {"symbol": "KHUBND"}),
    ("paper_symbol_form", "symbol", {"symbol": "KH/UBND"}),
    ("paper_place_missing", "place", {"place": ""}),
    ("paper_date_missing", "issued_on", {"issued_on": None}),
    ("paper_subject_missing", "subject", {"subject": ""}),
    ("paper_subject_capitals", "subject", {"subject": "PHÒNG, CHỐNG MẠI DÂM"}),
    ("paper_subject_small", "subject", {"subject": "phòng, chống mại dâm"}),
    ("paper_subject_stop", "subject", {"subject": "Phòng, chống mại dâm năm 2025."}),
    ("paper_subject_repeats_kind", "subject", {"subject": "Kế hoạch phòng, chống mại dâm"}),
    ("paper_grounds_missing", "grounds", {"grounds": ()}),
    ("paper_ground_opening", "grounds.2", {"grounds": (GROUNDS[0], "Luật Ngân sách", GROUNDS[1])}),
    ("paper_level_skipped", "III.a", with_section(5, Section(3, "heading", "Việc đầu tiên;"))),
    ("paper_level_skipped", "I", with_section(2, Section(5, "heading", "Ở các bản;"))),
    ("paper_label_typed", "III.1", with_section(5, Section(2, "heading", "1. Công tác kiểm tra;"))),
    ("paper_heading_missing", "III.1", with_section(5, Section(2, "heading", " "))),
    ("paper_section_empty", "III", with_section(4, Section(1, "heading", "KINH PHÍ"))),
    ("paper_section_empty", "III.1", with_section(5, Section(2, "heading", "Công tác kiểm tra:"))),
    ("paper_targets_unplaced", "targets", {"sections": (*SECTIONS[:3], SECTIONS[1], *SECTIONS[4:])}),
    ("paper_models_missing", "annexes", with_section(0, Section(1, "annex", "annex_models"))),
    ("paper_hotspots_missing", "annexes", with_section(0, Section(1, "annex", "annex_hotspots"))),
    ("paper_target_empty", "targets.1", {"targets": (PaperTarget("", "70 %"), PaperTarget("Ký cam kết"))}),
    ("paper_task_content_missing", "tasks.1", task(content="")),
    ("paper_task_lead_missing", "tasks.1", task(lead=" ")),
    ("paper_task_time_missing", "tasks.1", task(time="")),
    ("paper_authority_unknown", "signatory.authority", signed("TM. Ủy ban nhân dân\nTMN. Chủ tịch")),
    ("paper_authority_missing", "signatory.authority", signed("")),
    (
        "paper_authority_order",
        "signatory.authority",
        signed("KT. Chủ tịch", "TM. Ủy ban nhân dân\nPhó Chủ tịch"),
    ),
    ("paper_authority_clash", "signatory.authority", signed(post="TL. Chủ tịch\nChánh Văn phòng")),
    ("paper_post_missing", "signatory.post", signed(post="")),
    ("paper_post_missing", "signatory.post", signed(post="KT. Chủ tịch")),
    ("paper_deputy_missing", "signatory.post", signed(post="KT. Chủ tịch\nChủ tịch")),
    ("paper_deputy_alone", "signatory.post", signed(post="Phó Chủ tịch")),
    ("paper_name_missing", "signatory.name", signed(name="")),
    ("paper_name_title", "signatory.name", signed(name="Ông Lò Văn Hương")),
    ("paper_name_title", "signatory.name", signed(name="ThS. Lò Thị Hương")),
    ("paper_name_title", "signatory.name", signed(name="TS Lò Thị Hương")),
    ("paper_name_capitals", "signatory.name", signed(name="LÒ THỊ HƯƠNG")),
    ("paper_recipients_missing", "recipients", {"recipients": ()}),
    ("paper_registry_last", "recipients.2", {"recipients": ("Lưu: VT", "Sở Y tế")}),
    ("paper_annex_not_mentioned", "annexes", {"sections": short_sections()}),
]

BODY = plan_document(sound_plan()).body
ANNEX = Annex("Phụ lục", "DANH MỤC", "(Kèm theo Kế hoạch số 05/KH-UBND)", Table((), ()))
SIGNER = Signatory("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", NAME)


def relabelled(label: str, other: str) -> dict[str, Any]:
    """Write another label where one stands."""
    parts = [
        replace(part, label=other) if isinstance(part, Heading) and part.label == label else part
        for part in BODY
    ]
    return {"body": tuple(parts)}


# What the builder sets right by itself, and a document from elsewhere may not have.
PRINTED = [
    ("paper_kind_missing", "kind", {"kind": ""}),
    ("paper_ground_end", "grounds.1", {"grounds": ("Căn cứ Luật.", "Căn cứ Nghị định.")}),
    ("paper_last_ground_end", "grounds.2", {"grounds": ("Căn cứ Luật;", "Căn cứ Nghị định;")}),
    ("paper_number_order", "V", relabelled("IV.", "V.")),
    ("paper_number_order", "III.3", relabelled("2.", "3.")),
    ("paper_number_order", "III.1.c", relabelled("b)", "c)")),
    ("paper_body_missing", "body", {"body": (), "annexes": ()}),
    ("paper_body_end", "IV", {"body": (*BODY[:-1], Paragraph("Có phụ lục kèm theo."))}),
    ("paper_body_ends_early", "body", {"body": (Paragraph("Mở đầu./."), *BODY)}),
    ("paper_recipient_end", "recipients.1", {"recipients": ("Sở Y tế", "Lưu: VT.")}),
    (
        "paper_annex_label",
        "annexes.2",
        {"annexes": tuple(replace(ANNEX, label="Phụ lục I") for _ in range(2))},
    ),
    ("paper_annex_title_missing", "annexes.1", {"annexes": (replace(ANNEX, title=""),)}),
    ("paper_annex_title_small", "annexes.1", {"annexes": (replace(ANNEX, title="Danh mục"),)}),
    ("paper_annex_attached", "annexes.1", {"annexes": (replace(ANNEX, subtitle=""),)}),
]

AMENDED = [
    ("paper_changes_missing", "changes", {"changes": ()}),
    ("paper_change_empty", "changes.1", {"changes": (Change("Mục II", "Cũ", "Cũ"),)}),
    ("paper_change_place_missing", "changes.1", {"changes": (Change(" ", "Cũ", "Mới"),)}),
    ("paper_amended_unknown", "amended", {"amended": IssuedPlan(None, "KH-UBND", None, "")}),
    ("paper_issuer_missing", "issuer", {"kind": "decision", "symbol": "QĐ-UBND", "issuer": ""}),
]


def found(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(finding.code, finding.place) for finding in findings]


@pytest.mark.parametrize(("code", "place", "changes"), TYPED)
def test_what_was_typed_wrongly_is_found_alone(code: str, place: str, changes: dict[str, Any]) -> None:
    paper = sound_plan(**changes)

    assert found(check_document(paper, plan_document(paper))) == [(code, place)]


@pytest.mark.parametrize(("code", "place", "changes"), PRINTED)
def test_what_would_be_printed_wrongly_is_found_alone(code: str, place: str, changes: dict[str, Any]) -> None:
    paper = sound_plan()

    assert found(check_document(paper, replace(plan_document(paper), **changes))) == [(code, place)]


@pytest.mark.parametrize(("code", "place", "changes"), AMENDED)
def test_what_is_wrong_with_an_amendment_is_found(code: str, place: str, changes: dict[str, Any]) -> None:
    paper = amendment(**changes)

    assert (code, place) in found(check_document(paper, amendment_document(paper)))


@pytest.mark.parametrize(
    "paper",
    [
        sound_plan(),
        sound_plan(scheme=DECIMAL),
        sound_plan(sample=True, **signed(post="Chủ tịch")),
        sound_plan(**signed("TL. Chủ tịch", "Trưởng phòng")),
        sound_plan(**signed("TUQ. Chủ tịch", "Trưởng phòng")),
        sound_plan(**signed(post="Q. Chủ tịch")),
        sound_plan(issuing_agency="Sở Y tế", symbol="KH-SYT", **signed("", "KT. Giám đốc\nPhó Giám đốc")),
        annexed_plan(),
        long_plan(),
        amendment(),
        amendment(kind="decision", symbol="QĐ-UBND", ordinal=2),
    ],
)
def test_sound_document_has_no_finding(paper: Any) -> None:
    amended = isinstance(paper, AmendmentPaper)
    document = amendment_document(paper) if amended else plan_document(paper)

    assert check_document(paper, document) == ()


def test_section_of_targets_without_targets_is_found() -> None:
    paper = sound_plan(targets=())

    codes = [code for code, _ in found(check_document(paper, plan_document(paper)))]
    assert codes == ["paper_section_empty", "paper_targets_missing"]


def test_all_departures_are_told_at_once_in_reading_order() -> None:
    paper = sound_plan(number=None, subject="", grounds=(), **signed(name=""))

    places = [place for _, place in found(check_document(paper, plan_document(paper)))]
    assert places == ["number", "subject", "grounds", "signatory.name"]


def test_numbering_goes_on_from_a_jump() -> None:
    body = tuple(Heading(2, f"{number}.", f"Việc thứ {number};") for number in (12, 13, 15, 16))
    document = replace(plan_document(sound_plan(tasks=())), body=(*body, Paragraph("Hết./.")))

    findings = [item for item in check_document(sound_plan(), document) if item.code == "paper_number_order"]
    assert [(item.value, item.facts["expected"]) for item in findings] == [("12.", "1."), ("15.", "14.")]


NUMBER_LINES = [
    ("Số: 05/KH-UBND", []),
    ("Số: 4256/KH-UBND", []),
    ("Số: 1629/QĐ-TTg", []),
    ("Số: 5/KH-UBND", ["paper_number_zero"]),
    ("Số: /KH-UBND", ["paper_number_missing"]),
    ("Số: 12 KH-UBND", ["paper_symbol_form"]),
    ("Số: 12/Kh-Ubnd", ["paper_symbol_small"]),
    ("12/KH-UBND", ["paper_number_missing"]),
]


@pytest.mark.parametrize(("line", "codes"), NUMBER_LINES)
def test_line_of_the_number_as_received(line: str, codes: list[str]) -> None:
    assert [finding.code for finding in check_number_line(line)] == codes


DAY_LINES = [
    ("Điện Biên, ngày 20 tháng 12 năm 2021", []),
    ("Tuần Giáo, ngày 09 tháng 01 năm 2025", []),
    ("Tuần Giáo ngày 09 tháng 01 năm 2025", ["paper_place_comma"]),
    (", ngày 09 tháng 01 năm 2025", ["paper_place_missing"]),
    ("Lai Châu, ngày tháng 01 năm 2025", ["paper_date_incomplete"]),
    ("Lai Châu, ngày … tháng … năm …", ["paper_date_missing"]),
    ("Lai Châu, 20/12/2021", ["paper_date_incomplete"]),
    ("Lai Châu, ngày 30 tháng 02 năm 2025", ["paper_date_impossible"]),
    ("Lai Châu, ngày 9 tháng 12 năm 2025", ["paper_day_zero"]),
    ("Lai Châu, ngày 19 tháng 1 năm 2025", ["paper_month_zero"]),
    ("Lai Châu, ngày 19 tháng 03 năm 2025", ["paper_month_zero"]),
    ("Lai Châu ngày 9 tháng 2 năm 2025", ["paper_place_comma", "paper_day_zero", "paper_month_zero"]),
]


@pytest.mark.parametrize(("line", "codes"), DAY_LINES)
def test_line_of_place_and_day_as_received(line: str, codes: list[str]) -> None:
    assert [finding.code for finding in check_place_and_day(line)] == codes
