"""Plans as other provinces, districts, communes and departments lay them out; each text is a file of `texts/`."""

from pathlib import Path

import pytest

from db.rules.plan_reading.result import Quantity, ReadPlan
from tests.db.rules.plan_reading.reading import codes, read

TEXTS = Path(__file__).parent / "texts"
Figures = tuple[str | None, str, tuple[int, int], int, int, int, int, str]

# Number, place, years; how many targets, tasks, bodies, recipients; who signed.
PLANS: list[tuple[str, Figures]] = [
    ("web_wrapped", ("1987/KH-UBND", "Trường An", (2022, 2022), 3, 2, 4, 3, "Nguyễn Thị Thanh Thủy")),
    ("web_piped", ("6120/KH-UBND", "Ninh Giang", (2021, 2025), 3, 0, 4, 2, "Lê Huyền Trang")),
    ("covered_by_decision", ("1460/QĐ-UBND", "Sông Lam", (2016, 2020), 4, 3, 4, 3, "Hồ Việt Dũng")),
    ("commune_board", (None, "Mường Lai", (2023, 2023), 8, 3, 5, 5, "Lò Văn Páo")),
    ("department", ("125/KH-SLĐTBXH-PCTNXH", "Hải Sơn", (2024, 2024), 5, 3, 4, 4, "Đoàn Thị Bích Liên")),
    ("three_parts", ("45/KH-UBND.PCTNXH", "Tân Bình", (2020, 2020), 8, 2, 4, 4, "Trần Quốc Bảo")),
    ("markdown_end", ("88/KH-UBND", "Bình Sơn", (2026, 2030), 6, 3, 5, 4, "Vũ Đình Nam")),
    ("programme", ("112/CTr-UBND", "Thanh Sơn", (2021, 2025), 5, 2, 3, 4, "Lâm Ngọc Diễm")),
    ("right_column_first", ("310/KH-UBND", "Thành phố Nam Hải", (2023, 2023), 7, 3, 4, 6, "Phan Văn Mãi An")),
    ("annex_tables", ("77/KH-UBND", "Đồng Xuân", (2021, 2025), 3, 3, 3, 2, "Cao Tiến Dũng")),
    ("printed_columns", ("19/KH-UBND", "Kim Long", (2024, 2024), 4, 2, 3, 5, "Tô Hoài Phương")),
    ("police", ("33/KH-CAH(CSHS)", "Lục Yên", (2023, 2023), 3, 2, 3, 4, "Nông Văn Khánh")),
    ("unnumbered", ("62/KH-UBND", "An Lạc", (2026, 2026), 3, 2, 3, 2, "Ngô Bá Khá")),
    ("told_below_the_task", ("57/KH-UBND", "Phú Long", (2021, 2025), 5, 3, 5, 4, "Nguyễn Minh")),
    ("health_department", ("1020/KH-SYT", "Bình Minh", (2025, 2025), 6, 4, 3, 4, "Trần Thị Ngọc Hân")),
    ("healthy_communes", ("66/KH-UBND", "Sa Pả", (2020, 2020), 4, 2, 3, 3, "Má A Lềnh")),
    ("dashed_bodies", ("201/KH-UBND", "Hoàng Liên", (2025, 2030), 5, 2, 6, 2, "Giàng Thị Dung")),
    ("two_periods", ("14/KH-UBND", "Bình Minh", (2026, 2030), 6, 2, 4, 2, "Lê Thị Hoa")),
    ("aims_in_running_text", ("205/KH-UBND", "Phú Mỹ", (2023, 2023), 2, 3, 5, 2, "Đặng Văn Hậu")),
]


def plan_of(name: str) -> ReadPlan:
    return read((TEXTS / f"{name}.txt").read_text(encoding="utf-8"))


def shown(found: Quantity) -> str:
    until = f"..{found.value_to}" if found.value_to is not None else ""
    return f"{found.kind} {found.operator} {found.value}{until} {found.unit}".strip()


@pytest.mark.parametrize(("name", "figures"), PLANS)
def test_figures_of_each_plan_are_found(name: str, figures: Figures) -> None:
    plan = plan_of(name)
    assert plan.number and plan.place and plan.years and plan.signatory
    assert figures == (
        plan.number.number, plan.place.text, plan.years, len(plan.targets), len(plan.tasks), len(plan.agencies),
        len(plan.recipients), plan.signatory.name,
    )  # fmt: skip


def test_head_broken_by_a_page_of_the_web_is_made_whole() -> None:
    plan = plan_of("web_wrapped")
    assert plan.issued_on and str(plan.issued_on.day) == "2022-02-14"
    assert plan.subject and plan.subject.text.endswith("CỦA TỈNH TRƯỜNG AN NĂM 2022")
    assert plan.agencies[2].name == "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức thành viên"


def test_bodies_without_a_heading_that_charges_them_are_not_certain() -> None:
    assert [agency.certain for agency in plan_of("web_piped").agencies] == [False] * 4


def test_plan_takes_grounds_and_recipients_from_the_decision_before_it() -> None:
    plan = plan_of("covered_by_decision")
    assert [ground.text.partition(" ngày")[0] for ground in plan.grounds] == [
        "Căn cứ Luật Tổ chức chính quyền địa phương",
        "Căn cứ Quyết định số 361/QĐ-TTg",
        "Xét đề nghị của Giám đốc Sở Lao động - Thương binh và Xã hội",
    ]
    assert plan.recipients[0].text == "Như Điều 3"


def test_results_before_the_plan_of_a_decision_are_no_targets() -> None:
    assert all("78%" not in target.text for target in plan_of("covered_by_decision").targets)


def test_targets_of_three_parts_are_of_all_kinds() -> None:
    assert [shown(target.quantity) for target in plan_of("three_parts").targets] == [
        "count at_least 150 vụ",
        "share at_least 100 %",
        "count at_least 5 xã, phường, thị trấn",
        "range between 100..150 người",
        "share at_most 5 %",
        "share at_least 80 %",
        "count at_least 90000 lượt người",
        "count at_least 60 cơ sở",
    ]


def test_labelled_targets_keep_their_label_and_none_is_lost() -> None:
    texts = [target.text for target in plan_of("department").targets]
    assert [text.partition(":")[0] for text in texts] == [f"Chỉ tiêu {number}" for number in range(1, 6)]


def test_table_of_several_years_gives_the_last_one_unsurely() -> None:
    targets = plan_of("annex_tables").targets
    assert [shown(target.quantity) for target in targets] == [
        "share at_least 100 %", "count at_least 140 buổi", "count at_least 60 cơ sở",
    ]  # fmt: skip
    assert not any(target.certain for target in targets)


def test_lines_below_a_numbered_task_say_who_and_when() -> None:
    task = plan_of("department").tasks[0]
    assert (task.lead, task.joining[0]) == ("Phòng Phòng, chống tệ nạn xã hội", "Liên đoàn Lao động tỉnh")
    assert (str(task.starts_on), str(task.ends_on)) == ("2024-04-01", "2024-06-30")
    assert "Địa điểm: KCN Đông Mai" in task.text


def test_agency_in_the_heading_leads_the_tasks_below_it() -> None:
    assert [task.lead for task in plan_of("three_parts").tasks] == [
        "Sở Thông tin và Truyền thông", "Công an thành phố",
    ]  # fmt: skip


def test_list_of_bodies_before_a_second_colon_is_one_name() -> None:
    agencies = {agency.name: agency.duties for agency in plan_of("three_parts").agencies}
    assert agencies["Các sở: Y tế, Tư pháp, Giáo dục và Đào tạo"] == ("Lồng ghép tuyên truyền.",)


def test_responsibility_of_a_body_is_that_body() -> None:
    assert [agency.name for agency in plan_of("programme").agencies] == [
        "Phòng Lao động - Thương binh và Xã hội", "Công an quận", "Ủy ban nhân dân các phường",
    ]  # fmt: skip


def test_second_day_leans_on_the_first_and_yearly_days_get_their_period() -> None:
    due = [(item.period, item.due) for item in plan_of("right_column_first").report_due]
    assert due == [
        ("half_year", "2023-06-20"), ("year", "2023-12-20"), ("half_year", "2023-06-10"), ("year", "2023-12-10"),
    ]  # fmt: skip
    yearly = plan_of("markdown_end").report_due
    assert [item.period for item in yearly] == ["year", "half_year", "year"]
    assert not any(item.certain for item in yearly)


def test_lines_beside_the_work_say_who_does_all_of_it_and_when() -> None:
    first, second, third = plan_of("told_below_the_task").tasks
    assert (first.lead, first.joining) == (
        "Sở Thông tin và Truyền thông",
        ("Sở Lao động - Thương binh và Xã hội",),
    )
    assert (str(first.starts_on), str(first.ends_on)) == ("2021-01-01", "2025-12-31")
    assert second.joining[1:] == ("Ngân hàng Chính sách xã hội tỉnh", "UBND các huyện")
    assert third.lead == ""


def test_heading_over_bodies_is_no_body() -> None:
    names = [agency.name for agency in plan_of("told_below_the_task").agencies]
    assert names[:3] == ["Sở Lao động - Thương binh và Xã hội", "Công an tỉnh", "Sở Y tế"]


def test_plan_until_a_year_begins_in_the_year_of_its_issue_unsurely() -> None:
    assert plan_of("dashed_bodies").years_certain is False


def test_days_in_brackets_behind_their_period_are_due() -> None:
    due = [(item.period, item.due) for item in plan_of("healthy_communes").report_due]
    assert due == [
        ("half_year", None), ("quarter", "10 tháng cuối quý"), ("year", "2020-11-20"),
    ]  # fmt: skip


def test_grounds_below_a_heading_of_their_own_are_found() -> None:
    assert [ground.text[:9] for ground in plan_of("department").grounds] == [
        "Pháp lệnh",
        "Nghị định",
        "Kế hoạch ",
    ]


def test_numbers_under_an_aim_are_whole_items_and_not_certain() -> None:
    targets = plan_of("two_periods").targets
    assert [target.text for target in targets][3:] == [
        "Tập huấn: 01 lớp, 60 người.",
        "Số vụ vi phạm giảm ít nhất 20% so với năm 2025.",
        "Giảm từ 3 tụ điểm xuống còn 01 tụ điểm.",
    ]
    assert codes(plan_of("two_periods")).count("plan_target_unsure") == 6
