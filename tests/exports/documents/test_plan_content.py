"""What a plan's document says, before it is drawn."""

from datetime import date

import pytest

from db.rules.numbering import DECIMAL, LETTERED, Scheme
from db.rules.plan_paper import PaperTarget, PaperTask, Section
from exports.documents.description import Heading
from exports.documents.plan_content import plan_document
from tests.helpers.long_plan import short_plan


@pytest.mark.parametrize(
    ("scheme", "labels"),
    [
        (LETTERED, "I. II. - - - III. 1. a) - + + b) 2. IV."),
        (DECIMAL, "I. II. - - - III. 1. 1.1. - + + 1.2. 2. IV."),
    ],
)
def test_headings_are_numbered_by_the_plans_scheme(scheme: Scheme, labels: str) -> None:
    body = plan_document(short_plan(scheme=scheme)).body

    assert " ".join(part.label for part in body if isinstance(part, Heading)) == labels


def test_targets_stand_as_dashes_where_the_plan_wants_them() -> None:
    lines = [part.line for part in plan_document(short_plan()).body]

    place = lines.index("II. CÁC CHỈ TIÊU CHỦ YẾU") + 1
    assert lines[place : place + 3] == [
        "- Tỷ lệ xã, thị trấn tổ chức ít nhất một hình thức tuyên truyền: ≥ 70 % (đến ngày 15/12/2025);",
        "- Số lớp tập huấn cho cán bộ làm công tác phòng, chống mại dâm: 02 lớp;",
        "- Không để tái hoạt động đối với các tụ điểm đã triệt xóa.",
    ]


@pytest.mark.parametrize(
    ("target", "line"),
    [
        (PaperTarget("Tập huấn;", "70 %"), "- Tập huấn: 70 %./."),
        (PaperTarget("Lập Đội 178."), "- Lập Đội 178./."),
        (PaperTarget("Ký cam kết", "", date(2025, 6, 1)), "- Ký cam kết (đến ngày 01/06/2025)./."),
    ],
)
def test_target_is_written_with_what_is_planned_and_by_when(target: PaperTarget, line: str) -> None:
    plan = short_plan(sections=(Section(1, "targets"),), targets=(target,))

    assert plan_document(plan).body[0].line == line


def test_numbered_sentence_is_no_title() -> None:
    titles = {part.text: part.title for part in plan_document(short_plan()).body if isinstance(part, Heading)}

    assert titles["Công tác tuyên truyền"]
    assert not next(bold for text, bold in titles.items() if text.startswith("Đội kiểm tra"))
    assert not next(bold for text, bold in titles.items() if text.startswith("Lồng ghép"))


@pytest.mark.parametrize("end", ["", ".", ";", "./.", " ./. "])
def test_body_ends_with_the_closing_mark_once(end: str) -> None:
    plan = short_plan(sections=(Section(1, "paragraph", f"Trên đây là Kế hoạch{end}"),))

    assert plan_document(plan).body[-1].line == "Trên đây là Kế hoạch./."


def test_grounds_end_with_semicolons_and_at_last_a_full_stop() -> None:
    plan = short_plan(grounds=("Căn cứ Luật.", " ", "Căn cứ Nghị định", "Theo đề nghị;"))

    assert plan_document(plan).grounds == ("Căn cứ Luật;", "Căn cứ Nghị định;", "Theo đề nghị.")


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        (("- Như trên", "Lưu: VT, VHXH."), ("Như trên;", "Lưu: VT, VHXH.")),
        (("Sở Y tế;",), ("Sở Y tế;", "Lưu: VT.")),
        ((), ("Lưu: VT.",)),
    ],
)
def test_recipients_end_with_the_registry(given: tuple[str, ...], printed: tuple[str, ...]) -> None:
    assert plan_document(short_plan(recipients=given)).recipients == printed


def test_agencies_and_posts_are_printed_in_capitals() -> None:
    document = plan_document(short_plan(parent_agency="Tỉnh Điện Biên"))

    assert document.head.parent_agency == "TỈNH ĐIỆN BIÊN"
    assert document.signatory.post == "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"
    assert document.signatory.name == "Lò Thị Hương"


def test_tasks_become_an_annex_in_groups() -> None:
    tasks = (PaperTask("A", "Nhóm 1"), PaperTask("B", "Nhóm 2", money="5"), PaperTask("C", "Nhóm 1"))

    (annex,) = plan_document(short_plan(tasks=tasks, money_total="5")).annexes

    assert [row.cells[:2] for row in annex.table.rows] == [
        ("I", "Nhóm 1"),
        ("1", "A"),
        ("2", "C"),
        ("II", "Nhóm 2"),
        ("1", "B"),
    ]
    assert annex.landscape and annex.table.total[6] == "5"
    assert annex.subtitle == (
        "(Kèm theo Kế hoạch số 05/KH-UBND ngày 09 tháng 01 năm 2025 của Ủy ban nhân dân huyện Tuần Giáo)"
    )


def test_plan_without_tasks_has_no_annex() -> None:
    assert plan_document(short_plan()).annexes == ()


def test_text_of_several_lines_is_several_paragraphs() -> None:
    plan = short_plan(sections=(Section(1, "paragraph", "Một.\n\nHai."),))

    assert [part.line for part in plan_document(plan).body] == ["Một.", "Hai./."]


def test_plan_without_sections_has_an_empty_body() -> None:
    assert plan_document(short_plan(sections=())).body == ()


def test_a_wish_for_an_annex_says_nothing_in_the_body() -> None:
    plan = short_plan(sections=(Section(1, "paragraph", "Lời."), Section(1, "annex", "annex_models")))

    assert [part.line for part in plan_document(plan).body] == ["Lời./."]
