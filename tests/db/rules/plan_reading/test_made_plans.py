"""Plans of other layouts, and texts that are none."""

import pytest

from db.rules.plan_reading.result import ReadPlan, ReadTarget
from tests.db.rules.plan_reading import made_plans
from tests.db.rules.plan_reading.reading import codes, read

Figures = tuple[str | None, tuple[int, int], int, int, int, str]

PLANS: list[tuple[str, Figures]] = [
    ("DISTRICT", ("38/KH-UBND", (2024, 2024), 7, 3, 4, "Đặng Quốc Khôi")),
    ("COMMUNE", ("05/KH-UBND", (2026, 2026), 3, 2, 3, "Hoàng Thị Mơ")),
    ("RUNNING_TEXT", (None, (2026, 2030), 2, 1, 1, "Bùi Văn Tâm")),
    ("DECIMAL", ("112/KH-BCĐ", (2023, 2023), 3, 3, 2, "Trần Ngọc Ánh")),
    ("CAPITALS", ("21/KH-UBND", (2022, 2022), 2, 1, 2, "PHAN ĐÌNH LỘC")),
    ("NO_TARGETS", ("9/KH-PVHTT", (2025, 2025), 0, 0, 2, "Lò Thị Hạnh")),
    ("WRAPPED", ("77/KH-UBND", (2025, 2025), 3, 3, 2, "Võ Thanh Bình")),
    ("PARTY_STYLE", ("03-KH/BCĐ", (2026, 2026), 3, 2, 3, "Phạm Văn Út")),
    ("PIPED", ("14/KH-UBND", (2026, 2026), 1, 3, 2, "Lê Thị Thu Hà")),
]


def plan_of(name: str) -> ReadPlan:
    return read(getattr(made_plans, name))


def shown(target: ReadTarget) -> tuple[str, str, object, object, str]:
    found = target.quantity
    return found.kind, found.operator, found.value, found.value_to, found.unit


@pytest.mark.parametrize(("name", "figures"), PLANS)
def test_figures_of_a_plan_of_any_layout_are_found(name: str, figures: Figures) -> None:
    plan = plan_of(name)
    assert plan.number and plan.years and plan.signatory
    assert figures == (
        plan.number.number, plan.years, len(plan.targets), len(plan.tasks), len(plan.agencies), plan.signatory.name
    )  # fmt: skip


def test_targets_of_three_levels_are_of_all_kinds() -> None:
    assert [shown(target)[:4] for target in plan_of("DISTRICT").targets] == [
        ("share", "at_least", 11, None),
        ("frequency", "at_least", 1, None),
        ("share", "at_least", 85, None),
        ("change", "decrease", 50, None),
        ("at_most", "none", None, None),
        ("range", "between", 15, 20),
        ("share", "at_most", pytest.approx(5.5), None),
    ]


def test_results_of_the_year_before_are_no_targets() -> None:
    assert all("45" not in target.text for target in plan_of("DISTRICT").targets)


def test_parts_take_their_title_from_the_next_line() -> None:
    parts = [section for section in plan_of("DISTRICT").sections if section.level == 1 and section.label]
    assert [part.label for part in parts] == ["Phần thứ nhất", "Phần thứ hai"]
    assert parts[1].title == "MỤC TIÊU, NHIỆM VỤ NĂM 2024"


def test_task_tells_who_leads_who_joins_and_when() -> None:
    task = plan_of("DISTRICT").tasks[2]
    assert (task.lead, task.joining) == ("Công an huyện", ("Phòng Văn hóa", "Phòng Y tế"))
    assert (str(task.starts_on), str(task.ends_on)) == ("2024-04-01", "2024-06-30")


def test_lines_below_an_item_are_its_attributes() -> None:
    task = plan_of("PIPED").tasks[0]
    assert (task.lead, task.joining) == ("Công an phường", ("Trạm Y tế", "Văn phòng UBND phường"))
    assert (str(task.starts_on), str(task.ends_on)) == ("2026-07-01", "2026-09-30")


def test_one_paragraph_of_several_promises_gives_several_targets() -> None:
    assert [shown(target) for target in plan_of("COMMUNE").targets] == [
        ("share", "at_least", 100, None, "%"),
        ("share", "at_least", 95, None, "%"),
        ("count", "at_least", 4, None, "buổi"),
    ]


def test_targets_in_running_text_are_marked_for_review() -> None:
    plan = plan_of("RUNNING_TEXT")
    assert not any(target.certain for target in plan.targets)
    assert codes(plan).count("plan_target_unsure") == 2


def test_periods_of_reports_have_their_own_days() -> None:
    reports = plan_of("DISTRICT").report_due
    assert [(item.period, item.due) for item in reports] == [
        ("half_year", "2024-06-10"),
        ("year", "2024-12-10"),
    ]


def test_wrapped_lines_and_a_name_broken_at_its_hyphen_are_joined() -> None:
    plan = plan_of("WRAPPED")
    assert plan.targets[1].text.endswith("được cơ quan chức năng kiểm tra trong năm.")
    assert "Lao động - Thương binh và Xã hội quận về quản lý" in plan.tasks[1].text
    assert plan.recipients[1].text.endswith("chính trị - xã hội thuộc quận")


def test_numbering_that_jumps_is_told() -> None:
    jumps = [item for item in plan_of("WRAPPED").warnings if item.finding.code == "plan_numbering_jumps"]
    assert [(item.finding.value, item.finding.facts) for item in jumps] == [("5", {"before": "2"})]


def test_days_without_a_month_are_kept_in_words() -> None:
    reports = plan_of("PARTY_STYLE").report_due
    assert [(item.period, item.due) for item in reports] == [("month", "ngày 20"), ("quarter", "ngày 15")]


def test_plan_signed_by_two_keeps_both_posts_and_is_no_body() -> None:
    plan = plan_of("JOINT")
    assert plan.signatory and plan.subject
    assert (plan.signatory.name, plan.signatory.post.count("\n")) == ("Lê Thị Na", 1)
    assert plan.subject.text.startswith("Giữa Công an quận")
    assert [agency.name for agency in plan.agencies] == ["Công an quận và Hội LHPN quận"]


@pytest.mark.parametrize(
    ("name", "code"), [("ARTICLE", "plan_not_a_plan"), ("REPORT", "plan_other_document")]
)
def test_text_that_is_no_plan_gives_a_warning_and_nothing_else(name: str, code: str) -> None:
    plan = plan_of(name)
    assert codes(plan) == [code]
    assert not (plan.targets or plan.tasks or plan.agencies or plan.sections or plan.report_due)


def test_year_asked_for_is_taken_where_none_is_named_and_compared_otherwise() -> None:
    unnamed = made_plans.COMMUNE.replace("NĂM 2026", "").replace("năm 2026", "năm")
    assert read(unnamed, 2027).years == (2027, 2027)
    assert "plan_years_other" in codes(read(made_plans.COMMUNE, 2027))
