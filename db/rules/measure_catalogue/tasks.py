"""Measures of the tasks of plans and of their money."""

from db.rules.measures import Measure, MeasureKind


def _flow(name: str, title: str, unit: str, source: str, value: str, about: str) -> Measure:
    return Measure(name, title, unit, MeasureKind.FLOW, source, value, about=about)


TASKS = (
    _flow(
        "tasks.due",
        "Số nhiệm vụ đến hạn",
        "nhiệm vụ",
        "tasks_due",
        "",
        "Đếm các nhiệm vụ của kế hoạch có hạn hoàn thành trong kỳ.",
    ),
    _flow(
        "tasks.done",
        "Số nhiệm vụ đã hoàn thành",
        "nhiệm vụ",
        "tasks_done",
        "",
        "Đếm các nhiệm vụ của kế hoạch có ngày hoàn thành trong kỳ.",
    ),
    _flow(
        "money.planned",
        "Kinh phí dự kiến",
        "đồng",
        "tasks_due",
        "money_planned",
        "Cộng kinh phí dự kiến của các nhiệm vụ đến hạn trong kỳ.",
    ),
    _flow(
        "money.spent",
        "Kinh phí đã chi",
        "đồng",
        "tasks_done",
        "money_spent",
        "Cộng kinh phí đã chi của các nhiệm vụ hoàn thành trong kỳ.",
    ),
)
