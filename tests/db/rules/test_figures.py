"""The list of figures an office counts, and the measures that follow from it."""

from dataclasses import replace
from typing import Any

from db.rules.figures import figure_measures
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


def test_each_definition_and_each_sum_with_parts_is_a_measure() -> None:
    found = figure_measures(BODY)
    assert [*found] == ["figures.cases", "figures.needed", "figures.a", "figures.b_2", "figures.both"]
    cases = Measure(
        "figures.cases", "Số vụ", "vụ", MeasureKind.FLOW, "figures", "value", {"definition": "cases"}
    )
    assert found["figures.cases"] == replace(cases, about="Đếm số vụ.")
    assert found["figures.needed"].source == "figures_latest"
    assert found["figures.both"].where == {"definition": ("a", "b_2")}


def test_what_an_office_counts_itself_is_a_measure_and_part_of_a_sum() -> None:
    own = [{"code": "own_visits", "title": "Số lượt", "unit": "lượt", "kind": "stock", "group": "both"}]
    found = figure_measures(BODY, own)
    assert (found["figures.own_visits"].kind, found["figures.own_visits"].unit) == (MeasureKind.STOCK, "lượt")
    assert found["figures.both"].where == {"definition": ("a", "b_2", "own_visits")}


def test_an_empty_list_has_no_measures() -> None:
    assert figure_measures({}) == {}
