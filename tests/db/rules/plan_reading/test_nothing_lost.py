"""Every line of a plan comes out somewhere: as section, opening, annex or what it was read as."""

from pathlib import Path

import pytest

from db.rules.plan_reading.result import ReadPlan
from tests.db.rules.plan_reading.reading import END, HEAD, codes, read, read_body

DUTIES = "II. TỔ CHỨC THỰC HIỆN\n1. Công an xã: nắm địa bàn.\n"
ISSUING = "Ủy ban nhân dân xã ban hành Kế hoạch như sau:"


def said(plan: ReadPlan) -> str:
    """All headings and paragraphs in their order, one a line."""
    lines = [item.text for item in plan.opening]
    for section in plan.sections:
        lines += [f"{section.label} {section.title}".strip(), *section.paragraphs]
    return "\n".join(line for line in lines if line)


@pytest.mark.parametrize(
    "body",
    [
        "I. CHỈ TIÊU\n- 95% cơ sở ký cam kết:\nĐoạn dưới một mục.\n- Hết quý I có 05 mô hình.",
        "I. NHIỆM VỤ\n- Rà soát:\n+ Nhà trọ.\nĐoạn dưới mục con.",
        "Đoạn mở đầu.\n- Mục trước đề mục đầu.\n+ Mục con trước đề mục đầu.\nĐoạn sau.\nI. NHIỆM VỤ\nTuần tra.",
        "I. NHIỆM VỤ\nYêu cầu các đơn vị sau đây:\n- Công an xã tuần tra.\n- Trạm Y tế phát tờ rơi.",
        "- Tuần tra nhà trọ.\n- Phát tờ rơi.\n",
    ],
)
def test_every_paragraph_of_a_body_is_kept_in_its_order(body: str) -> None:
    plan = read_body(body)
    assert said(plan).splitlines() == body.strip().splitlines()


@pytest.mark.parametrize(
    ("opening", "grounds", "expected"),
    [
        (f"Căn cứ Luật A;\n{ISSUING}", ["Căn cứ Luật A"], [ISSUING]),
        (f"Căn cứ Luật A; {ISSUING}", ["Căn cứ Luật A"], [ISSUING]),
        (f"- Căn cứ Luật A;\n- Căn cứ Luật B.\n{ISSUING}", ["Căn cứ Luật A", "Căn cứ Luật B"], [ISSUING]),
        ("Căn cứ Luật A.\nCăn cứ Luật B.", ["Căn cứ Luật A", "Căn cứ Luật B"], []),
        ("(Kèm theo Quyết định số 5/QĐ-UBND ngày 02/3/2026 của UBND xã)", [], []),
        ("Năm qua địa bàn ổn định.", [], ["Năm qua địa bàn ổn định."]),
    ],
)
def test_what_stands_before_the_first_heading_is_a_ground_or_the_opening(
    opening: str, grounds: list[str], expected: list[str]
) -> None:
    plan = read_body(f"{opening}\nI. NHIỆM VỤ\nTuần tra.\n{DUTIES}")
    assert [item.text for item in plan.grounds] == grounds
    assert [item.text for item in plan.opening] == expected


@pytest.mark.parametrize(
    ("behind", "annexes"),
    [
        (
            "PHỤ LỤC 1\nDANH SÁCH XÃ\n(Kèm theo Kế hoạch)\n1\nXã Tân Lập",
            [("DANH SÁCH XÃ", ["1", "Xã Tân Lập"])],
        ),
        ("PHỤ LỤC 1\nMột.\nPHỤ LỤC 2\nHai.", [("PHỤ LỤC 1", ["Một."]), ("PHỤ LỤC 2", ["Hai."])]),
        ("Xã Tân Lập\nXã Tân Hòa", [("Xã Tân Lập", ["Xã Tân Lập", "Xã Tân Hòa"])]),
        ("PHỤ LỤC 1\nDANH SÁCH XÃ", [("DANH SÁCH XÃ", [])]),
        ("PHỤ LỤC", []),
    ],
)
def test_annex_without_a_table_keeps_each_line(behind: str, annexes: list[tuple[str, list[str]]]) -> None:
    plan = read(f"{HEAD}I. NHIỆM VỤ\nTuần tra.\n{DUTIES}{END}{behind}")
    assert [(item.title, [row[0] for row in item.rows]) for item in plan.annexes] == annexes
    assert codes(plan).count("plan_annex_text") == len(annexes)


def test_text_around_the_table_of_an_annex_is_kept() -> None:
    table = "STT\tXã\tSố\n1\tTân Lập\t2\n2\tTân Hòa\t3\n"
    annex = f"PHỤ LỤC\nDANH SÁCH XÃ\nXã được chọn theo tiêu chí.\nMô hình\n{table}Ghi chú: số tạm tính."
    first, listed, last = read(f"{HEAD}I. NHIỆM VỤ\nTuần tra.\n{DUTIES}{END}{annex}").annexes
    assert (first.title, first.rows) == ("DANH SÁCH XÃ", (("Xã được chọn theo tiêu chí.",),))
    assert (listed.title, len(listed.rows)) == ("Mô hình", 2)
    assert (last.title, last.rows) == ("Mô hình", (("Ghi chú: số tạm tính.",),))


def test_line_among_the_recipients_that_is_none_is_kept() -> None:
    end = "Nơi nhận:\n- UBND tỉnh;\nDòng lạ\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(Đã ký)\nLê Văn An\n"
    plan = read(f"{HEAD}I. NHIỆM VỤ\nTuần tra.\n{DUTIES}{end}")
    assert [row[0] for annex in plan.annexes for row in annex.rows] == ["Dòng lạ", "- Lưu: VT."]


def test_annexes_of_ha_noi_typed_a_cell_a_line_are_kept_whole(shared: Path) -> None:
    text = (shared / "received-plans" / "ha-noi-2018.txt").read_text(encoding="utf-8")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    first = next(at for at, line in enumerate(lines) if line.startswith("Phụ lục số"))
    behind = [line for line in lines[first:] if not line.startswith(("Phụ lục", "Phụ biểu", "(Kèm"))]
    plan = read("\n".join(lines))
    kept = [part for annex in plan.annexes for part in (annex.title, *(row[0] for row in annex.rows))]
    assert " ".join(kept) == " ".join(behind)
    assert codes(plan).count("plan_annex_text") == 2
