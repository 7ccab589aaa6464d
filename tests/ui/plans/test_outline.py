"""The outline shows the numbers that will be printed."""

from db.rules.plan_paper import PaperSignatory, PaperTarget, PlanPaper, Section
from ui.plans.outline import outline


def paper(*sections: Section) -> PlanPaper:
    """A plan of these sections with two targets."""
    signatory = PaperSignatory("TM. Ủy ban nhân dân", "Chủ tịch", "Lò Văn A")
    targets = (PaperTarget("Một"), PaperTarget("Hai"))
    return PlanPaper("Tỉnh", "Huyện", "Nơi", "KH-UBND", "Việc", signatory, sections=sections, targets=targets)


def texts(*sections: Section) -> list[str]:
    """The lines of the outline, their indents as dots."""
    return [line.text.replace("\u00a0" * 5, ".") for line in outline(paper(*sections))]


def test_headings_carry_the_labels_of_their_levels() -> None:
    sections = [Section(level, "heading", "x") for level in (1, 2, 3, 3, 2, 1)]
    assert texts(*sections) == ["I. x", ".1. x", "..a) x", "..b) x", ".2. x", "II. x"]


def test_a_paragraph_stands_one_deeper_than_its_heading() -> None:
    found = texts(Section(1, "heading", "x"), Section(2, "heading", "y"), Section(1, "paragraph", "z\nt"))
    assert found[2] == "..z t"


def test_a_paragraph_without_a_heading_is_not_indented() -> None:
    assert texts(Section(1, "paragraph", "Thực hiện")) == ["Thực hiện"]


def test_the_place_of_the_targets_says_how_many_there_are() -> None:
    assert texts(Section(1, "heading", "x"), Section(1, "targets"))[1].endswith("2)")


def test_a_heading_without_words_says_so() -> None:
    assert texts(Section(1, "heading", "")) == ["I. (chưa có chữ)"]
