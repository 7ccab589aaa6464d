"""Departures from Decree 30/2020/NĐ-CP, appendix I, in the body: order of numbers, levels, empty sections, its end."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from db.rules.findings import Finding
from db.rules.numbering import DEEPEST_LEVEL, LETTERS, letter, roman
from db.rules.printed_paper import PrintedPart

_CLOSING = "./."
_ROMAN = {roman(number): number for number in range(1, 100)}
_LABEL = re.compile(r"^(?P<before>Điều |(?:\d+\.)+(?=\d))?(?P<number>[IVXLC]+|\d+|[a-zđ]+)(?P<after>[.)]+)$")
_TYPED_LABEL = re.compile(r"^(?:[IVX]+\.|\d+(?:\.\d+)*[.)]|[a-zđ]\)|[-–+])\s")
_PLUS_LEVEL = DEEPEST_LEVEL
_NUMBERED_LEVELS = (2, 3)


@dataclass(frozen=True)
class _Placed:
    """A part with the number of the section it stands in (`II.2.a`) and the levels of the headings above it."""

    part: PrintedPart
    place: str
    above: frozenset[int]


def check_body(body: Sequence[PrintedPart]) -> Iterator[Finding]:
    """Yield what departs in the body (appendix I, section II, point 6): places are numbers of sections, `II.2.a`."""
    placed = list(_placed(body))
    yield from _check_order(placed)
    yield from _check_levels(placed)
    yield from _check_texts(placed)
    yield from _check_empty(placed)
    yield from _check_end(placed)


def _placed(body: Sequence[PrintedPart]) -> Iterator[_Placed]:
    names: dict[int, str] = {}
    for part in body:
        names = {level: name for level, name in names.items() if not part.level or level < part.level}
        above = frozenset(names)
        if part.level:
            names[part.level] = part.label.rstrip(".)")
        numbered = [name for level, name in sorted(names.items()) if _LABEL.match(f"{name}.")]
        yield _Placed(part, ".".join(numbered), above)


def _check_order(placed: Sequence[_Placed]) -> Iterator[Finding]:
    counts = [0] * (DEEPEST_LEVEL + 1)
    for item in placed:
        label, level = item.part.label, item.part.level
        number = _number(label)
        if not level or number is None:
            continue
        counts[level + 1 :] = [0] * (DEEPEST_LEVEL - level)
        expected = _written(label, counts[level] + 1, counts[level - 1])
        # A number that jumps is told once: those after it go on from there.
        counts[level] = number
        if label != expected:
            yield Finding("paper_number_order", item.place, label, {"expected": expected})


def _number(label: str) -> int | None:
    found = _LABEL.match(label)
    if found is None:
        return None
    text = found["number"]
    if text.isdigit():
        return int(text)
    return _ROMAN.get(text) or _letters(text)


def _letters(text: str) -> int | None:
    number = 0
    for sign in text:
        if sign not in LETTERS:
            return None
        number = number * len(LETTERS) + LETTERS.index(sign) + 1
    return number


def _written(like: str, number: int, above: int) -> str:
    """Write a number in the form of another label."""
    found = _LABEL.match(like)
    if found is None:
        return like
    before, text = found["before"] or "", found["number"]
    if before and before[0].isdigit():
        *outer, _ = before.rstrip(".").split(".")
        before = "".join(f"{part}." for part in (*outer, str(above)))
    if text.isdigit():
        return f"{before}{number}{found['after']}"
    return f"{before}{roman(number) if text in _ROMAN else letter(number)}{found['after']}"


def _check_levels(placed: Sequence[_Placed]) -> Iterator[Finding]:
    used = {item.part.level for item in placed if item.part.level}
    highest = min(used, default=0)
    dashed = False
    for item in placed:
        level = item.part.level
        skipped = level in _NUMBERED_LEVELS and level > highest and level - 1 not in item.above
        if skipped or (level == _PLUS_LEVEL and not dashed):
            yield Finding("paper_level_skipped", item.place, item.part.label or item.part.text)
        dashed = level >= _PLUS_LEVEL - 1 or (dashed and not level)


def _check_texts(placed: Sequence[_Placed]) -> Iterator[Finding]:
    for item in placed:
        text = item.part.text.strip()
        if item.part.level and not text.removesuffix(_CLOSING):
            yield Finding("paper_heading_missing", item.place, item.part.label)
        if item.part.level and _TYPED_LABEL.match(text):
            yield Finding("paper_label_typed", item.place, text)


def _check_empty(placed: Sequence[_Placed]) -> Iterator[Finding]:
    for item, following in zip(placed, [*placed, None][1:], strict=True):
        level = item.part.level
        filled = following is not None and (not following.part.level or following.part.level > level)
        if level and not filled and _announces(item.part):
            yield Finding("paper_section_empty", item.place, item.part.text)


def _announces(part: PrintedPart) -> bool:
    """Tell a title, which needs something under it, from a numbered sentence."""
    text = part.text.strip().removesuffix(_CLOSING)
    titled = part.level == 1 and (part.label.rstrip(".") in _ROMAN or text == text.upper())
    return titled or text.endswith(":")


def _check_end(placed: Sequence[_Placed]) -> Iterator[Finding]:
    if not placed:
        yield Finding("paper_body_missing", "body")
        return
    *before, last = placed
    if not last.part.text.rstrip().endswith(_CLOSING):
        yield Finding("paper_body_end", last.place or "body", last.part.text)
    for item in before:
        if item.part.text.rstrip().endswith(_CLOSING):
            yield Finding("paper_body_ends_early", item.place or "body", item.part.text)
