"""What an amendment says was changed, and how it calls the places."""

import pytest

from db.rules.numbering import DECIMAL, LETTERED
from db.rules.plan_changes import (
    PlanChange,
    PlanPart,
    PlanText,
    changes_between,
    paper_changes,
    section_places,
)
from db.rules.plan_paper import Change, Section


def parts(*texts: tuple[int, str]) -> tuple[PlanPart, ...]:
    return tuple(PlanPart(key, text, f"Mục {at}") for at, (key, text) in enumerate(texts, start=1))


def text_of(kind: str, listed: tuple[PlanPart, ...]) -> PlanText:
    made = {
        "section": PlanText(sections=listed),
        "target": PlanText(targets=listed),
        "task": PlanText(tasks=listed),
    }
    return made[kind]


OLD = parts((1, "a"), (2, "b"), (3, "c"), (4, "d"))


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (OLD, []),
        (parts((1, "a"), (2, "B"), (3, "c"), (4, "d")), [("changed", "Mục 2", "b", "B")]),
        (parts((1, "a"), (3, "c"), (4, "d")), [("removed", "Mục 2", "b", "")]),
        (parts((1, "a"), (9, "x"), (2, "b"), (3, "c"), (4, "d")), [("added", "Mục 2", "", "x")]),
        (
            parts((4, "d"), (1, "a"), (2, "b"), (3, "c")),
            [("moved", "Mục 4", "d", "Chuyển đến vị trí: Mục 1")],
        ),
        (
            parts((2, "b"), (3, "C"), (1, "a"), (4, "d")),
            [("changed", "Mục 3", "c", "C"), ("moved", "Mục 1", "a", "Chuyển đến vị trí: Mục 3")],
        ),
        ((), [("removed", f"Mục {at}", text, "") for at, text in enumerate("abcd", start=1)]),
    ],
)
@pytest.mark.parametrize("kind", ["section", "target", "task"])
def test_parts_are_compared_by_their_records(
    kind: str, new: tuple[PlanPart, ...], expected: list[tuple[str, str, str, str]]
) -> None:
    changes = changes_between(text_of(kind, OLD), text_of(kind, new))
    assert [(change.act, change.place, change.old, change.new) for change in changes] == expected
    assert {change.kind for change in changes} <= {kind}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (("a",), ("b",), ("changed", "a", "b")),
        ((), ("b",), ("added", "", "b")),
        (("a", "b"), ("a",), ("removed", "b", "")),
        (("a", "b"), ("b", "a"), ("moved", "a\nb", "b\na")),
    ],
)
def test_a_field_is_compared_line_by_line(
    old: tuple[str, ...], new: tuple[str, ...], expected: tuple[str, str, str]
) -> None:
    (change,) = changes_between(PlanText({"Căn cứ": old}), PlanText({"Căn cứ": new}))
    assert (change.act, change.old, change.new) == expected


def test_a_heading_of_another_level_has_moved() -> None:
    before, after = PlanPart(1, "x", "Mục II", "heading-1"), PlanPart(1, "x", "Khoản 1 mục I", "heading-2")
    (change,) = changes_between(PlanText(sections=(before,)), PlanText(sections=(after,)))
    assert (change.act, change.new) == ("moved", "Chuyển đến vị trí: Khoản 1 mục I")


def test_places_are_called_as_documents_call_them() -> None:
    sections = [
        Section(1, "heading"),
        Section(1, "paragraph"),
        Section(2, "heading"),
        Section(3, "heading"),
        Section(4, "heading"),
        Section(1, "paragraph"),
        Section(1, "heading"),
        Section(1, "targets"),
    ]
    assert section_places(sections, LETTERED) == (
        "Mục I",
        "Đoạn thứ 1 mục I",
        "Khoản 1 mục I",
        "Điểm a khoản 1 mục I",
        "Gạch đầu dòng thứ 1 điểm a khoản 1 mục I",
        "Đoạn thứ 1 gạch đầu dòng thứ 1 điểm a khoản 1 mục I",
        "Mục II",
        "Phần in chỉ tiêu mục II",
    )
    assert section_places(sections, DECIMAL)[3] == "Điểm 1.1 khoản 1 mục I"


def test_changes_go_to_paper_with_their_places() -> None:
    change = PlanChange("target", "changed", "Chỉ tiêu 2", "70", "80")
    assert paper_changes([change]) == (Change("Chỉ tiêu 2", "70", "80"),)
