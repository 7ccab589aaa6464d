"""The tree of headings and items: marks give the depth, whatever set of marks a plan uses."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile

from db.rules.findings import Finding
from db.rules.plan_reading.blocks import Place, Table
from db.rules.plan_reading.cleaning import is_upper, key
from db.rules.plan_reading.joining import Piece
from db.rules.plan_reading.marks import ITEMS, Mark, Style
from db.rules.plan_reading.result import ReadSection, ReadWarning

_LONGEST_TITLE = 300
_LONGEST_LEAD = 160
_CLOSINGS = ("tren day la", "nhan duoc ke hoach", "trong qua trinh", "yeu cau cac", "de nghi cac", "ke hoach nay",
             "can cu ke hoach", "can cu noi dung", "giao ")  # fmt: skip
_BROKEN_SEQUENCE = frozenset({Style.ROMAN, Style.NUMBER, Style.LETTER, Style.PART})


@dataclass(eq=False)
class Node:
    """A heading or an item with what stands below it. The root has style PART and no label."""

    style: Style
    label: str
    title: str
    place: Place
    number: int | None = None
    above: int | None = None
    certain: bool = True
    texts: list["Node"] = field(default_factory=list)
    nodes: list["Node"] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)

    @property
    def is_item(self) -> bool:
        """Return whether the node is an item of a list, no heading."""
        return self.style in ITEMS

    @property
    def is_text(self) -> bool:
        """Return whether the node is a paragraph without a mark."""
        return self.style is Style.PART and not self.label

    def add(self, child: "Node") -> None:
        """Put a paragraph, heading or item below the node."""
        (self.texts if child.is_text else self.nodes).append(child)
        self.children.append(child)

    @cached_property
    def title_words(self) -> str:
        """Return the title without what follows it in the same paragraph, as words are looked for."""
        return key(heading_parts(self)[0][:200])

    @property
    def printed(self) -> str:
        """Return the text with its label."""
        return f"{self.label} {self.title}".strip()

    def walk(self) -> Iterator["Node"]:
        """Yield the node and all nodes below it in reading order."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.nodes))

    def whole(self) -> Iterator["Node"]:
        """Yield the node and all below it in reading order, the paragraphs too."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))


@dataclass(frozen=True)
class Outline:
    """The tree, the paragraphs before the first heading and those that close the document."""

    root: Node
    opening: tuple[Node, ...]
    closing: tuple[Node, ...]

    @property
    def before_headings(self) -> tuple[Node, ...]:
        """Return all that stands before the first heading, the items of lists too."""
        items = (node for item in self.root.nodes if item.is_item for node in item.whole())
        return (*self.opening, *items)


def outline(pieces: Sequence[Piece | Table]) -> Outline:
    """Build the tree of a body. Unmarked paragraphs belong to the heading above, closing sentences to nothing."""
    root = Node(Style.PART, "", "", Place(1, 1))
    stack = [root]
    opening: list[Node] = []
    top = _top_depth(pieces)
    for number, piece in enumerate(pieces):
        following = pieces[number + 1] if number + 1 < len(pieces) else None
        if isinstance(piece, Table):
            stack[-1].tables.append(piece)
            continue
        node = _node(piece, following, stack, top)
        if not node.is_text:
            _place(stack, node)
        elif len(stack) > 1:
            stack[-1].add(node)
        else:
            opening.append(node)
    return Outline(root, tuple(opening), tuple(_taken_closing(root)))


def sections(read: Outline) -> tuple[ReadSection, ...]:
    """Return the headings in reading order; items of lists are paragraphs of the heading above them."""
    found: list[ReadSection] = []
    stack = [(node, 1) for node in reversed(_headings(read.root))]
    while stack:
        node, level = stack.pop()
        found.append(_section(node, level))
        stack.extend((child, level + 1) for child in reversed(_headings(node)))
    for node in read.closing:
        found.append(ReadSection(node.place, "", "", 1, (node.title,)))
    return tuple(found)


def warnings(read: Outline) -> tuple[ReadWarning, ...]:
    """Return where the numbering jumps or a line was joined on a guess."""
    found: list[ReadWarning] = []
    for node in read.root.walk():
        found.extend(_jumps(node))
        if not node.certain:
            found.append(ReadWarning(node.place.first, Finding("plan_line_joined", value=node.title[:60])))
    return tuple(found)


def _top_depth(pieces: Sequence[Piece | Table]) -> int:
    titles = (piece for piece in pieces if isinstance(piece, Piece) and piece.mark is None)
    return min((piece.paragraph.heading for piece in titles if piece.paragraph.heading), default=0)


def _node(piece: Piece, following: Piece | Table | None, stack: Sequence[Node], top: int) -> Node:
    mark, place, text = piece.mark, piece.paragraph.place, piece.text
    if mark is not None and _is_plausible(mark, stack):
        return Node(mark.style, mark.label, mark.rest, place, mark.number, mark.above, piece.certain)
    if _is_title(piece):
        below = _numbered(stack) or piece.paragraph.heading > top
        return Node(Style.TITLE if below else Style.ROMAN, "", text, place)
    if _leads(text, following):
        return Node(Style.LEAD, "", text, place)
    return Node(Style.PART, "", text, place, certain=piece.certain)


def _is_plausible(mark: Mark, stack: Sequence[Node]) -> bool:
    if mark.style is Style.CAPITAL and mark.number != 1:
        # `C.` alone is an initial or a scanner's slip: capitals count from A.
        return any(node.style is Style.CAPITAL for above in stack[:2] for node in above.nodes[-1:])
    return True


def _is_title(piece: Piece) -> bool:
    text = piece.text
    if len(text) > _LONGEST_TITLE or text.endswith((".", ";", ",")):
        return False
    if piece.paragraph.heading:
        return True
    return is_upper(text) and len(text) > 6


def _numbered(stack: Sequence[Node]) -> bool:
    return any(node.style in (Style.ROMAN, Style.CAPITAL) and node.label for node in stack[0].nodes[:3])


def _leads(text: str, following: Piece | Table | None) -> bool:
    if not text.endswith(":") or len(text) > _LONGEST_LEAD or not isinstance(following, Piece):
        return False
    return following.mark is not None and following.mark.style in (Style.DASH, Style.PLUS)


def _place(stack: list[Node], node: Node) -> None:
    while len(stack) > 1 and not _holds(stack[-1], node):
        stack.pop()
    above = stack[-1]
    if above.style is Style.PART and above.label and not above.title and not node.label:
        # `PHẦN THỨ NHẤT` has its title on the next line.
        above.title = node.title
        return
    above.add(node)
    stack.append(node)


def _holds(above: Node, node: Node) -> bool:
    if above.style is Style.PART and above.label:
        return node.style is not Style.PART
    return above.style < node.style


def _headings(node: Node) -> list[Node]:
    return [child for child in node.nodes if not child.is_item]


def _section(node: Node, level: int) -> ReadSection:
    title, rest = heading_parts(node)
    paragraphs = [rest] if rest else []
    for child in node.children:
        if child.is_item:
            paragraphs.extend(item.printed for item in child.whole())
        elif child.is_text:
            paragraphs.append(child.title)
    return ReadSection(node.place, node.label, title, level, tuple(paragraphs), certain=node.certain)


def heading_parts(node: Node) -> tuple[str, str]:
    """Return the title of a heading and the text that follows it in the same paragraph (`Mục tiêu: …`)."""
    text = node.title
    before, colon, after = text.partition(":")
    if colon and after.strip() and len(before) <= _LONGEST_TITLE / 2 and not before.rstrip().endswith("."):
        return before.strip(), after.strip()
    if len(text) <= _LONGEST_TITLE and not text.endswith((".", ";")):
        return text.rstrip(": "), ""
    # A short sentence with a full stop is a title too, unless it stands for a whole paragraph.
    return (text.rstrip("."), "") if len(text) <= 90 and text.count(".") == 1 and node.nodes else ("", text)


def _taken_closing(root: Node) -> list[Node]:
    """Take the sentences that end the document out of the last heading."""
    path = [root]
    while path[-1].nodes:
        path.append(path[-1].nodes[-1])
    for node in reversed(path[1:]):
        last = _last_texts(node)
        first = next((at for at, text in enumerate(last) if _closes(text, node)), len(last))
        taken = last[first:]
        if taken:
            del node.texts[-len(taken) :]
            del node.children[-len(taken) :]
            return taken
        if node.texts:
            return []
    return []


def _last_texts(node: Node) -> list[Node]:
    """The paragraphs of a heading behind which nothing else stands."""
    return list(takewhile(lambda child: child.is_text, reversed(node.children)))[::-1]


def _closes(text: Node, node: Node) -> bool:
    if key(text.title[:40]).startswith(_CLOSINGS):
        return True
    return text.title.endswith("./.") and (node.is_item or len(node.nodes) > 0 or len(node.texts) > 1)


def _jumps(node: Node) -> Iterator[ReadWarning]:
    last: dict[Style, int] = {}
    for child in node.nodes:
        if child.number is None or child.style not in _BROKEN_SEQUENCE:
            continue
        before = last.get(child.style, 0)
        if child.number not in (before + 1, 1):
            facts = {"before": str(before)}
            code = "plan_numbering_jumps" if before else "plan_numbering_starts"
            yield ReadWarning(child.place.first, Finding(code, value=str(child.number), facts=facts))
        last[child.style] = child.number
