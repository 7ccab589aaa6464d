"""The list of figures an office counts, and the measures that follow from it."""

from dataclasses import replace
from typing import Any

from db.rules.figures import figure_measures, parse_definitions
from db.rules.measures import Measure, MeasureKind

BODY: dict[str, Any] = {
    "item": [
        {"code": "cases", "title": "Số vụ", "unit": "vụ", "about": "Đếm số vụ."},
        {"code": "needed", "title": "Số người cần", "kind": "stock"},
        {"code": "a", "title": "A", "group": "both"},
        {"code": "b_2", "title": "B", "group": "both"},
        {"code": "Không hợp", "title": "Mã có dấu"},
    ],
    "sum": [{"code": "both", "title": "Cả hai", "unit": "người"}, {"code": "none", "title": "Không có phần"}],
}


def test_a_definition_that_says_little_is_a_flow_without_a_group() -> None:
    found = {item.code: item for item in parse_definitions(BODY)}
    assert [*found] == ["cases", "needed", "a", "b_2"]
    assert (found["a"].unit, found["a"].kind, found["needed"].kind) == (
        "",
        MeasureKind.FLOW,
        MeasureKind.STOCK,
    )


def test_each_definition_and_each_sum_with_parts_is_a_measure() -> None:
    found = figure_measures(BODY)
    assert [*found] == ["figures.cases", "figures.needed", "figures.a", "figures.b_2", "figures.both"]
    cases = Measure(
        "figures.cases", "Số vụ", "vụ", MeasureKind.FLOW, "figures", "value", {"definition": "cases"}
    )
    assert found["figures.cases"] == replace(cases, about="Đếm số vụ.")
    assert found["figures.needed"].source == "figures_latest"
    assert found["figures.both"].where == {"definition": ("a", "b_2")}


def test_an_empty_list_has_no_measures() -> None:
    assert figure_measures({}) == {}
