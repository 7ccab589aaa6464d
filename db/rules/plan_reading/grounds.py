"""What stands before the first heading: the grounds of a plan, the sentence that issues it, what else is said there."""

import re
from collections.abc import Iterable, Sequence

from db.rules.plan_reading.blocks import Place
from db.rules.plan_reading.cleaning import key
from db.rules.plan_reading.joining import Piece
from db.rules.plan_reading.outlines import Node
from db.rules.plan_reading.result import ReadText

GROUNDS = (
    "can cu",
    "thuc hien",
    "thi hanh",
    "theo ",
    "xet ",
    "tiep tuc thuc hien",
    "trien khai",
    "xuat phat",
)
_ISSUERS_LIST = (
    ", ubnd|, uy ban nhan dan|, ban chi dao|, so |, phong |, cong an|; ubnd|; uy ban nhan dan|"
    "; ban chi dao|; so |; phong |; cong an"
)
_ISSUERS = tuple(_ISSUERS_LIST.split("|"))
_GROUNDS_HEADING = re.compile(
    r"(?:cac |nhung )?can cu(?: (?:phap ly|xay dung|lap|de|ban hanh)[^,;.:]{0,40})?:?$"
)
# `(Kèm theo Quyết định số …)` is told by number and day.
_ATTACHED = re.compile(r"\((?:ban hanh )?kem theo\b")
_LEAST_GROUND = 8


def grounds_of(opening: Sequence[Node | Piece]) -> tuple[ReadText, ...]:
    """Return the grounds among the paragraphs before the first heading, without the sentence that issues the plan."""
    found: list[ReadText] = []
    for node in opening:
        if _is_ground(node):
            ground, _ = _parted(_text(node))
            if ground:
                found.append(ReadText(_paragraph_place(node), ground.lstrip("-+ ")))
    return tuple(found)


def grounds_below(root: Node) -> tuple[ReadText, ...]:
    """Return the grounds that stand below a heading of their own (`I. CĂN CỨ XÂY DỰNG KẾ HOẠCH`)."""
    headings = (
        node for node in root.walk() if not node.is_item and _GROUNDS_HEADING.match(key(node.title[:80]))
    )
    heading = next(headings, None)
    below = heading.children if heading else []
    return tuple(
        ReadText(node.place, node.title.rstrip(" ;.")) for node in below if len(node.title) > _LEAST_GROUND
    )


def opening_of(opening: Iterable[Node]) -> tuple[ReadText, ...]:
    """Return what is said before the first heading beside the grounds: the sentence that issues the plan, and more."""
    found: list[ReadText] = []
    for node in opening:
        said = _parted(node.title)[1] if _is_ground(node) else node.printed
        if said and not _ATTACHED.match(key(said[:40])):
            found.append(ReadText(node.place, said))
    return tuple(found)


def _is_ground(node: Node | Piece) -> bool:
    words = key(_text(node)[:40]).lstrip("-+ ")
    # An item may be anything that is to be done (`- Thực hiện …`).
    is_item = isinstance(node, Node) and node.is_item
    return words.startswith("can cu" if is_item else GROUNDS)


def _text(node: Node | Piece) -> str:
    return node.title if isinstance(node, Node) else node.text


def _paragraph_place(node: Node | Piece) -> Place:
    return node.place if isinstance(node, Node) else node.paragraph.place


def _parted(text: str) -> tuple[str, str]:
    """Return a ground and the sentence behind it that issues the plan, empty where there is none."""
    words = key(text)
    if len(words) != len(text) or not words.rstrip(" .").endswith(":"):
        return text.rstrip(" ;.,"), ""
    # The last of the issuers' names begins the sentence that issues.
    cut = max(words.rfind(name) for name in _ISSUERS)
    if cut <= 0:
        return text.rstrip(" :"), ""
    return text[:cut].rstrip(" ;,."), text[cut:].lstrip(" ;,.")
