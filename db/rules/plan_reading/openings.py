"""How a document opens: its title, where its head ends, and what shows that it is of another kind than a plan."""

import re
from collections.abc import Sequence

from db.rules.plan_reading.blocks import Block, Paragraph
from db.rules.plan_reading.cleaning import is_upper, key
from db.rules.plan_reading.line_kinds import is_recipients_head, is_signing

_LONGEST_NUMBER_LINE = 200
# A title further down than this is a mention, not the title.
_TITLE_WITHIN = 80
# A plan may follow the decision that issues it.
_COVERED_WITHIN = 250
_HEAD_WITHIN = 40
_LONGEST_TITLE = 400
_KINDS = re.compile(
    r"(?:du thao )?(?:ke hoach|chuong trinh hanh dong|chuong trinh|phuong an|de an)(?: lien "
    r"(?:tich|nganh)| phoi hop)?\b"
)
_OTHER_KINDS = frozenset(
    {
        "bao cao",
        "quyet dinh",
        "to trinh",
        "thong bao",
        "nghi quyet",
        "huong dan",
        "chi thi",
        "bien ban",
        "cong van",
        "cong dien",
        "thong cao bao chi",
        "thong tu",
        "nghi dinh",
        "quy che",
        "giay moi",
        "luat",
        "phap lenh",
        "ket luan",
        "thong tu lien tich",
        "nghi quyet lien tich",
    }
)
_DATED = re.compile(r"[^,;:/\d]{2,50},? ?ngay\b.{0,60}(?:19|20)\d\d$")
_SPACED = re.compile(r"(?:\w ){3,}\w")
_NUMBERED = re.compile(r"so\s?[:.]?\s?[\d.… _-]{0,15}/\s?(?P<symbol>[a-z&-]{1,30})")
_PLAN_SYMBOLS = ("kh", "ctr", "cthd", "pa", "da")
_COVER_ENDS = re.compile(r"dieu 1\b|kem theo|ban hanh theo")


def opening(flat: Sequence[Block]) -> tuple[int, Paragraph | None, str]:
    """Return where the head ends, the title, and the kind of another document.

    A head whose title was lost, but not its number as a plan's, has an empty title.
    """
    found = next(iter(_titles(flat)), None)
    other = _other_kind(flat)
    if found is not None:
        title = flat[found]
        covered = not other or other[0] > found or _is_covered(flat, other[0], found)
        if covered and isinstance(title, Paragraph):
            return found, title, ""
    named = other[1] if other else _other_letter(flat)
    numbered = None if named else _plan_number(flat)
    if numbered is not None:
        return numbered[0] + 1, Paragraph("", numbered[1].place), ""
    return 0, None, named


def _is_covered(flat: Sequence[Block], other: int, title: int) -> bool:
    """Return whether a plan's title stands behind a whole other document: the decision that issues the plan."""
    between = [block.text for block in flat[other:title] if isinstance(block, Paragraph)]
    behind = [block.text for block in flat[title : title + 6] if isinstance(block, Paragraph)]
    if any(is_signing(text) or is_recipients_head(text) for text in between):
        return True
    return any(_COVER_ENDS.search(key(text[:80])) for text in (*between, *behind))


def _plan_number(flat: Sequence[Block]) -> tuple[int, Paragraph] | None:
    """The last line of a head that has a plan's number: that of number or of place and day."""
    last: tuple[int, Paragraph] | None = None
    for number, block in enumerate(flat[:_HEAD_WITHIN]):
        if not isinstance(block, Paragraph) or len(block.text) > _LONGEST_NUMBER_LINE:
            continue
        words = key(block.text)
        numbered = _NUMBERED.match(words)
        if numbered and numbered["symbol"].startswith(_PLAN_SYMBOLS):
            last = number, block
        elif last is not None and number <= last[0] + 3 and _DATED.match(words):
            return number, block
    return last


def _titles(blocks: Sequence[Block]) -> list[int]:
    """The lines that may be the title, those that are nothing else first."""
    whole: list[int] = []
    begun: list[int] = []
    for number, block in enumerate(blocks[:_COVERED_WITHIN]):
        if isinstance(block, Paragraph) and len(block.text) < _LONGEST_TITLE:
            if number >= _TITLE_WITHIN and not is_upper(block.text):
                continue
            match = _KINDS.match(_joined_letters(key(block.text)))
            if match and match.end() == len(_joined_letters(key(block.text))):
                whole.append(number)
            elif (
                match
                and number < _TITLE_WITHIN
                and is_upper(block.text[: match.end()])
                and " so " not in key(block.text)[: match.end() + 5]
            ):
                begun.append(number)
    return [*whole, *begun]


def _joined_letters(text: str) -> str:
    # A title may be typed with spaces between its letters.
    if _SPACED.fullmatch(text):
        return {"kehoach": "ke hoach"}.get(text.replace(" ", ""), text)
    return text


def _other_kind(blocks: Sequence[Block]) -> tuple[int, str] | None:
    """Return the line that says that a document is of another kind than a plan, and that kind as printed."""
    for number, block in enumerate(blocks[:_TITLE_WITHIN]):
        named = key(block.text[:40]).strip(" :.") if isinstance(block, Paragraph) else ""
        if isinstance(block, Paragraph) and named in _OTHER_KINDS and is_upper(block.text):
            return number, block.text.strip(" :.")
    return None


def _other_letter(blocks: Sequence[Block]) -> str:
    """Return what shows that a document without a title is no plan: whom it addresses, another kind's number."""
    for block in blocks[:_HEAD_WITHIN]:
        if isinstance(block, Paragraph):
            words = key(block.text[:60])
            numbered = _NUMBERED.match(words)
            if words.startswith("kinh gui"):
                return block.text[:60].strip(" :")
            if numbered and not numbered["symbol"].startswith(_PLAN_SYMBOLS):
                return block.text[:60]
    return ""
