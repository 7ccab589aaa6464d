"""Which texts of a plan are its targets: one for each item below `CHỈ TIÊU`, else sentences that promise a number."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from db.rules.findings import Finding
from db.rules.formats import number_text
from db.rules.plan_reading.blocks import Place, Table
from db.rules.plan_reading.cleaning import key
from db.rules.plan_reading.outlines import Node, Outline, heading_parts
from db.rules.plan_reading.quantities import quantities
from db.rules.plan_reading.result import Quantity, ReadTarget, ReadWarning
from db.rules.plan_reading.tables import Columns, columns_by, data_rows, titles

_STRONG = re.compile(r"\bchi tieu\b|\bmuc tieu (?:cu the|phan dau|chu yeu|can dat|den(?: het)? nam|nam 20)")
# `Chỉ tiêu 1: …` is a target itself, not the heading of targets.
_LABELLED = re.compile(r"(?:muc tieu|chi tieu) (?:so |thu )?(?:\d{1,2}|nhat|hai|ba|tu|nam)(?:[.:]| ?-|$)")
# Aims without a number are no targets, unless they name what will then be there.
_VAGUE = re.compile(
    r"(?:tang cuong|nang cao|day manh|phat huy|giam thieu|giam dan|tao |han che|gop phan|bao dam|dam bao|phong ngua"
    r"|ngan chan|kiem che|tiep tuc|tung buoc|chu dong|huy dong|thuc hien|quan triet|giu vung|cung co|hoan thien"
    r"|khong ngung|phan dau (?:giam|tung buoc|nang cao|ngan chan)|day lui|lam tot|kip thoi|cac cap|cac nganh)\b"
)
_CONCRETE = re.compile(
    r"mo hinh|doi kiem tra|ban chi dao|quy che|thanh lap|thi diem|ban hanh|cong nhan|danh hieu|de an|hoan thanh"
)
_WEAK = re.compile(r"\bmuc tieu\b|\bmuc dich\b|\byeu cau\b")
_AIM = re.compile(r"\bmuc tieu\b")
_GENERAL = re.compile(
    r"muc tieu (?:chung|tong quat)|quan diem|\bgiai phap\b|\bto chuc thuc hien\b|\bphan cong\b"
)
_PROMISES = ("phấn đấu", "chỉ tiêu", "mục tiêu đến", "mục tiêu là", "đến cuối năm")
_NOT_SEARCHED = re.compile(
    r"ket qua|tinh hinh|danh gia|thuc trang|dac diem|ton tai|han che|kinh phi|to chuc thuc hien"
    r"|phan cong|trach nhiem"
    r"|can cu|bao cao|nguyen nhan"
)
_SENTENCE_END = re.compile(r"(?<=[.;])\s+")
_ABBREVIATED = re.compile(r"(?:\b(?:TP|Tp|TX|ThS|TS|BS|Th|P|Q|v\.v)|\.\.)\.$")
_DONE = Quantity("done", "done", certain=False)
_TABLE = {
    "text": ("chi tieu", "noi dung", "muc tieu", "ten chi tieu"),
    "unit": ("don vi tinh", "dvt", "don vi"),
    "value": ("ke hoach", "chi tieu giao", "muc tieu", "phan dau", "nam 20", "so luong", "giao"),
}
_YEAR_HEAD = re.compile(r"(?:ke hoach |chi tieu |den |muc tieu )?(?:nam )?20\d\d")
_SEARCHED_PARAGRAPHS = 20_000
_PROMISED = frozenset({"share", "change", "count", "range", "at_most", "frequency"})


@dataclass(frozen=True)
class _Candidate:
    text: str
    place: Place
    section: str
    certain: bool = True


def targets_of(read: Outline, tables: Sequence[Table] = ()) -> tuple[ReadTarget, ...]:
    """Return the targets of a plan in reading order, then those of the `tables` of its annexes.

    Found outside a section of targets they are never certain.
    """
    zones = list(_zones(read.root))
    listed = [target for zone, path in zones for target in _of_zone(zone, path)]
    inside = [table for zone, _ in zones for node in zone.walk() for table in node.tables]
    outside = [table for node in read.root.walk() for table in node.tables if table not in inside]
    named = [table for table in (*outside, *tables) if is_target_table(table)]
    tabled = [target for table in named for target in map(_target, _of_table(table, "")) if target]
    return tuple([*listed, *tabled] or _promises(read))


def warnings_of(targets: Iterable[ReadTarget]) -> tuple[ReadWarning, ...]:
    """Return what an officer should look at: targets without a number, with several, or found in running text."""
    return tuple(
        ReadWarning(target.place.first, finding) for target in targets for finding in _findings(target)
    )


def _findings(target: ReadTarget) -> Iterator[Finding]:
    text = target.text[:80]
    if target.quantity.kind == "done":
        yield Finding("plan_target_no_number", value=text)
    elif not target.certain:
        yield Finding("plan_target_unsure", value=text)
    if target.more:
        yield Finding(
            "plan_target_numbers", value=text, facts={"more": ", ".join(map(_printed, target.more))}
        )


def _printed(quantity: Quantity) -> str:
    if quantity.value is None:
        return quantity.kind
    until = f"–{number_text(quantity.value_to)}" if quantity.value_to is not None else ""
    return f"{number_text(quantity.value)}{until} {quantity.unit}".strip()


def _zones(root: Node) -> list[tuple[Node, tuple[str, ...]]]:
    """The headings whose own words are of targets, the deepest where they lie in one another."""
    found: list[tuple[Node, tuple[str, ...]]] = []
    stack: list[tuple[Node, tuple[str, ...]]] = [(root, ())]
    while stack:
        node, path = stack.pop()
        below = (*path, _titled(node)) if node is not root else path
        if _is_zone(node):
            found.append((node, path))
        else:
            stack.extend((child, below) for child in reversed(node.nodes))
    return found


def _is_zone(node: Node) -> bool:
    title = node.title_words if not node.is_item else key(node.title.partition(":")[0][:80])
    if any(_LABELLED.match(key(child.title[:40])) for child in node.nodes):
        return True
    if not _STRONG.search(title) or _GENERAL.search(title) or _LABELLED.match(title):
        return False
    if node.is_item and len(title) > 60:
        return False
    return not any(_is_nearer(child) for child in node.nodes)


def _is_nearer(node: Node) -> bool:
    title = node.title_words[:120]
    if _LABELLED.match(key(node.title[:40])):
        return False
    return bool(re.match(r"(?:cac |muc tieu va )?(?:chi tieu|muc tieu)\b", title)) and len(title) < 80


def _of_zone(zone: Node, path: tuple[str, ...]) -> Iterator[ReadTarget]:
    for candidate in _candidates(zone, path, top=True):
        target = _target(candidate)
        if target is not None:
            yield target


def _candidates(node: Node, path: tuple[str, ...], *, top: bool = False) -> Iterator[_Candidate]:
    own = (*path, _titled(node))
    rest = heading_parts(node)[1]
    if top and rest:
        yield from _sentences(rest, node.place, " / ".join(own))
    for table in node.tables:
        yield from _of_table(table, " / ".join(own))
    if not node.nodes and not node.texts:
        if not top:
            yield _Candidate(node.title, node.place, " / ".join(path), node.certain)
        return
    if not top and quantities(node.title):
        yield _Candidate(node.title, node.place, " / ".join(path), certain=False)
    for child in node.children:
        if not child.is_text:
            yield from _candidates(child, own)
        elif not child.title.endswith(":"):
            yield from _sentences(child.title, child.place, " / ".join(own))


def _sentences(text: str, place: Place, section: str) -> Iterator[_Candidate]:
    """The sentences of a paragraph that hold a number of their own; one alone takes the whole paragraph."""
    counted = [part for part in parted(text) if quantities(part)]
    if len(counted) == 1:
        yield _Candidate(text, place, section)
    else:
        for part in counted:
            yield _Candidate(part.strip(" ;"), place, section)


def parted(text: str) -> list[str]:
    """Return the sentences of a text, cut at full stops and semicolons that are no abbreviation's."""
    parts: list[str] = []
    for part in _SENTENCE_END.split(text):
        if parts and _ABBREVIATED.search(parts[-1][-6:]):
            parts[-1] = f"{parts[-1]} {part}"
        else:
            parts.append(part)
    return parts


def _target(candidate: _Candidate) -> ReadTarget | None:
    found = quantities(candidate.text)
    if not found and not _can_be_done(candidate.text):
        return None
    first = found[0] if found else _DONE
    certain = candidate.certain and first.certain
    return ReadTarget(
        candidate.place, candidate.text, first, candidate.section, tuple(found[1:]), certain=certain
    )


def _can_be_done(text: str) -> bool:
    words = key(text[:200])
    return len(text) >= 12 and (not _VAGUE.match(words) or bool(_CONCRETE.search(words)))


def is_target_table(table: Table) -> bool:
    """Return whether the heads of a table are those of targets: it names its rows so, and says how much."""
    columns = _target_columns(table)
    if columns is None:
        return False
    head = key(titles(table, columns.head_rows)[columns.by_field["text"]])
    return any(word in head for word in ("chi tieu", "muc tieu"))


def _target_columns(table: Table) -> Columns | None:
    columns = columns_by(table, _TABLE)
    return columns if columns is not None and {"text", "value"} <= set(columns.by_field) else None


def _of_table(table: Table, section: str) -> Iterator[_Candidate]:
    columns = _target_columns(table)
    if columns is None:
        return
    yearly = _yearly_columns(table, columns)
    for number, row in data_rows(table, columns):
        text, value, unit = (columns.cell(row, field) for field in ("text", "value", "unit"))
        if yearly:
            # The last year says what is to be reached in the end.
            value = " ".join(row[yearly[-1]].split())
        if text and value and any(sign.isdigit() for sign in value):
            line = table.line(number)
            yield _Candidate(_in_words(text, value, unit), Place(line, line), section, certain=not yearly)


def _yearly_columns(table: Table, columns: Columns) -> list[int]:
    """The columns of several years, in their order; none where a table has one value a row."""
    heads = enumerate(titles(table, columns.head_rows))
    years = [number for number, title in heads if _YEAR_HEAD.fullmatch(key(title))]
    return years if len(years) > 1 else []


def _in_words(text: str, value: str, unit: str) -> str:
    if "%" in value or not unit:
        return f"{text}: {value}"
    return f"{text}: {value} {unit}".replace(" %", "%")


def _promises(read: Outline) -> Iterator[ReadTarget]:
    """Without a section of targets: numbers under `MỤC TIÊU`, and sentences that say `phấn đấu …`."""
    for node, path, weak in _searched(read.root):
        leaf = not node.nodes and not node.texts
        texts = [(node.title if leaf else heading_parts(node)[1], node.place)]
        texts += [(text.title, text.place) for text in node.texts]
        listed = node.is_item and any(_AIM.search(key(title)) for title in path)
        for text, place in texts:
            for part in [text] if listed else parted(text[:4000]):
                if (weak or any(word in part.lower() for word in _PROMISES)) and quantities(part):
                    target = _target(_Candidate(part.strip(" ;"), place, " / ".join(path), certain=False))
                    if target is not None and target.quantity.kind in _PROMISED:
                        yield target


def _searched(root: Node) -> Iterator[tuple[Node, tuple[str, ...], bool]]:
    stack: list[tuple[Node, tuple[str, ...], bool]] = [(child, (), False) for child in reversed(root.nodes)]
    searched = 0
    while stack and searched < _SEARCHED_PARAGRAPHS:
        node, path, weak = stack.pop()
        title = node.title_words
        if not node.is_item and _NOT_SEARCHED.search(title):
            continue
        searched += 1 + len(node.texts)
        aims = weak or (not node.is_item and bool(_WEAK.search(title)))
        below = path if node.is_item else (*path, _titled(node))
        yield node, below, aims
        stack.extend((child, below, aims) for child in reversed(node.nodes))


def _titled(node: Node) -> str:
    title, rest = heading_parts(node)
    return f"{node.label} {title or rest[:80]}".strip().rstrip(":")
