"""The outline of a plan as it will print: every part with its number, indented by its depth."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from db.rules.findings import Finding
from db.rules.numbering import labels
from db.rules.section_order import PARAGRAPH, Part, end_of, level_of
from db.services.planning.sections import OutlineInfo, SectionInfo
from ui.plans import texts

INDENT = "\u00a0" * 5
_SIGNS = "-+"


@dataclass(frozen=True)
class OutlineLine:
    """One part of the outline. `level` is a heading's own (1 to 5); what stands under it is one deeper.

    `place` is the number of the section it stands in (`II.2.a`), as the check before printing names it; `holds` says
    whether anything lies below it.
    """

    text: str
    level: int
    is_heading: bool
    label: str = ""
    place: str = ""
    holds: bool = False


def outline(info: OutlineInfo) -> tuple[OutlineLine, ...]:
    """Return a line for each section of the plan, in their order."""
    return tuple(_lines(info))


def section_of(info: OutlineInfo, finding: Finding) -> int | None:
    """Return the section that a finding of the check means: of several in one place the one whose words it quotes."""
    lines = outline(info)
    near = [
        (section, line)
        for section, line in zip(info.sections, lines, strict=True)
        if line.place == finding.place
    ]
    quoted = [section for section, line in near if finding.value and _quotes(finding.value, section, line)]
    if quoted:
        return quoted[-1].id
    if near:
        return near[0][0].id
    return info.sections[-1].id if info.sections else None


def _quotes(value: str, section: SectionInfo, line: OutlineLine) -> bool:
    return value == line.label or value.removesuffix("./.").rstrip(" .") in section.text


def _lines(info: OutlineInfo) -> Iterator[OutlineLine]:
    parts = [Part(section.id, section.shape) for section in info.sections]
    numbers = iter(labels((part.level for part in parts if part.level), info.scheme))
    names: dict[int, str] = {}
    for at, section in enumerate(info.sections):
        level = level_of(section.shape)
        if not level:
            words = _unnumbered(section, info)
            yield _line(words, max(names, default=0) + 1, place=_place(names))
            continue
        label = next(numbers)
        names = {above: name for above, name in names.items() if above < level} | {level: label.rstrip(".)")}
        holds = _holds(parts, at)
        yield _line(_words(section.text), level, label=label, place=_place(names), holds=holds)


def _holds(parts: Sequence[Part], at: int) -> bool:
    return at + 1 < len(parts) and end_of(parts[at : at + 2], 0) > 1


def _place(names: dict[int, str]) -> str:
    return ".".join(name for _, name in sorted(names.items()) if name not in _SIGNS)


def _line(words: str, level: int, *, label: str = "", place: str = "", holds: bool = False) -> OutlineLine:
    shown = texts.OUTLINE_LABELLED.format(label=label, text=words) if label else words
    return OutlineLine(INDENT * (level - 1) + shown, level, bool(label), label, place, holds)


def _words(text: str) -> str:
    return text.replace("\n", " ") or texts.OUTLINE_NO_TEXT


def _unnumbered(section: SectionInfo, info: OutlineInfo) -> str:
    if section.shape in texts.OUTLINE_ANNEXES:
        return texts.OUTLINE_ANNEXES[section.shape]
    if section.shape == PARAGRAPH:
        return _words(section.text)
    return texts.OUTLINE_TARGETS.format(count=info.targets)
