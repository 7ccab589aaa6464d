"""The outline of a plan as it will print: every part with its number, indented by its depth."""

from dataclasses import dataclass

from db.rules.numbering import labels
from db.rules.plan_paper import PlanPaper, Section
from ui.plans import texts

_INDENT = "\u00a0" * 5


@dataclass(frozen=True)
class OutlineLine:
    """One part of the outline. `level` is a heading's own (1 to 5); what stands under it is one deeper."""

    text: str
    level: int
    is_heading: bool


def outline(paper: PlanPaper) -> tuple[OutlineLine, ...]:
    """Return a line for each section of the plan, in their order."""
    headings = (section.level for section in paper.sections if section.kind == "heading")
    numbers = iter(labels(headings, paper.scheme))
    lines: list[OutlineLine] = []
    above = 0
    for section in paper.sections:
        if section.kind == "heading":
            above = section.level
            words = texts.OUTLINE_LABELLED.format(label=next(numbers), text=_words(section))
            lines.append(_line(words, above, is_heading=True))
        else:
            words = _words(section) if section.kind == "paragraph" else _targets(paper)
            lines.append(_line(words, above + 1, is_heading=False))
    return tuple(lines)


def _line(words: str, level: int, *, is_heading: bool) -> OutlineLine:
    return OutlineLine(_INDENT * (level - 1) + words, level, is_heading)


def _words(section: Section) -> str:
    return section.text.replace("\n", " ") or texts.OUTLINE_NO_TEXT


def _targets(paper: PlanPaper) -> str:
    return texts.OUTLINE_TARGETS.format(count=len(paper.targets))
