"""The outline shows the numbers that will be printed."""

import pytest

from db.rules.findings import Finding
from db.rules.numbering import DECIMAL, LETTERED, Scheme
from db.rules.plan_paper import Section
from db.services.planning.sections import OutlineInfo, SectionInfo
from exports.documents.description import Heading
from exports.documents.plan_content import plan_document
from tests.helpers.long_plan import short_plan
from ui.plans.outline import outline, section_of

Given = tuple[str, str]


def info(*sections: Given, scheme: Scheme = LETTERED) -> OutlineInfo:
    """An outline of these sections in a plan with two targets; a section's number is its place from 1."""
    made = tuple(SectionInfo(number, *section) for number, section in enumerate(sections, start=1))
    return OutlineInfo(made, scheme, targets=2)


def texts(*sections: Given, scheme: Scheme = LETTERED) -> list[str]:
    """The lines of the outline, their indents as dots."""
    return [line.text.replace("\u00a0" * 5, ".") for line in outline(info(*sections, scheme=scheme))]


ALL_LEVELS = [
    (shape, "x") for shape in ("heading-1", "heading-2", "heading-3", "item-4", "item-5", "heading-1")
]


@pytest.mark.parametrize(
    ("scheme", "third"),
    [(LETTERED, "..a) x"), (DECIMAL, "..1.1. x")],
)
def test_headings_carry_the_labels_of_their_levels(scheme: Scheme, third: str) -> None:
    assert texts(*ALL_LEVELS, scheme=scheme) == ["I. x", ".1. x", third, "...- x", "....+ x", "II. x"]


def test_a_paragraph_stands_one_deeper_than_its_heading() -> None:
    assert texts(("heading-1", "x"), ("heading-2", "y"), ("paragraph", "z\nt"))[2] == "..z t"


def test_a_paragraph_without_a_heading_is_not_indented() -> None:
    assert texts(("paragraph", "Thực hiện")) == ["Thực hiện"]


def test_the_place_of_the_targets_says_how_many_there_are() -> None:
    assert texts(("heading-1", "x"), ("targets", ""))[1].endswith("2)")


def test_a_heading_without_words_says_so() -> None:
    assert texts(("heading-1", "")) == ["I. (chưa có chữ)"]


@pytest.mark.parametrize("scheme", [LETTERED, DECIMAL])
def test_the_numbers_are_those_of_the_printed_document(scheme: Scheme) -> None:
    shapes = [shape for shape, _ in ALL_LEVELS] + ["heading-2", "heading-3", "heading-3", "heading-2"]
    levels = [1, 2, 3, 4, 5, 1, 2, 3, 3, 2]
    paper = short_plan(sections=tuple(Section(level, "heading", "x") for level in levels), scheme=scheme)
    printed = [part.label for part in plan_document(paper).body if isinstance(part, Heading)]
    assert [
        line.label for line in outline(info(*((shape, "x") for shape in shapes), scheme=scheme))
    ] == printed


@pytest.mark.parametrize(
    ("finding", "number"),
    [
        (Finding("paper_section_empty", "I.2", "Yêu cầu:"), 3),
        (Finding("paper_heading_missing", "II", "II."), 5),
        (Finding("paper_level_skipped", "I.2", "-"), 4),
        (Finding("paper_body_end", "II.1", "Hết./."), 7),
        (Finding("paper_body_missing", "body"), 7),
    ],
)
def test_a_finding_of_the_check_leads_to_its_section(finding: Finding, number: int) -> None:
    shown = info(
        ("heading-1", "MỤC ĐÍCH"),
        ("heading-2", "Mục đích"),
        ("heading-2", "Yêu cầu:"),
        ("item-4", "Một"),
        ("heading-1", ""),
        ("heading-2", "Việc"),
        ("paragraph", "Hết."),
    )
    assert section_of(shown, finding) == number
