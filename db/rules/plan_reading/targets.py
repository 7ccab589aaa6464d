"""Which texts of a plan are its targets: one for each item below `CHỈ TIÊU`, else sentences that promise a number."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from db.rules.findings import Finding
from db.rules.formats import number_text
from db.rules.plan_reading.blocks import Place, Table
from db.rules.plan_reading.cleaning import key
from db.rules.plan_reading.outlines import Node, Outline, heading_parts
from db.rules.plan_reading.quantities import quantities
from db.rules.plan_reading.result import Quantity, ReadTarget, ReadWarning
from db.rules.plan_reading.tables import Columns, columns_by, data_rows

_STRONG = re.compile(r"\bchi tieu\b|\bmuc tieu cu the\b|\bmuc tieu phan dau\b")
_WEAK = re.compile(r"\bmuc tieu\b|\bmuc dich\b|\byeu cau\b")
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
_SEARCHED_PARAGRAPHS = 20_000
_PROMISED = frozenset({"share", "change", "count", "range", "at_most", "frequency"})


@dataclass(frozen=True)
class _Candidate:
    text: str
    place: Place
    section: str
    certain: bool = True


def targets_of(read: Outline) -> tuple[ReadTarget, ...]:
    """Return the targets of a plan in reading order; found outside a section of targets they are never certain."""
    zones = list(_zones(read.root))
    if zones:
        return tuple(target for zone, path in zones for target in _of_zone(zone, path))
    return tuple(_promises(read))


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
    title = key(heading_parts(node)[0][:200]) if not node.is_item else key(node.title.partition(":")[0][:80])
    if not _STRONG.search(title) or _GENERAL.search(title):
        return False
    if node.is_item and len(title) > 60:
        return False
    return not any(_is_nearer(child) for child in node.nodes)


def _is_nearer(node: Node) -> bool:
    title = key(heading_parts(node)[0][:120])
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
    if not found and len(candidate.text) < 12:
        return None
    first = found[0] if found else _DONE
    certain = candidate.certain and first.certain
    return ReadTarget(
        candidate.place, candidate.text, first, candidate.section, tuple(found[1:]), certain=certain
    )


def is_target_table(table: Table) -> bool:
    """Return whether the heads of a table are those of targets: what is to be reached, and how much."""
    return _target_columns(table) is not None


def _target_columns(table: Table) -> Columns | None:
    columns = columns_by(table, _TABLE)
    return columns if columns is not None and {"text", "value"} <= set(columns.by_field) else None


def _of_table(table: Table, section: str) -> Iterator[_Candidate]:
    columns = _target_columns(table)
    if columns is None:
        return
    for number, row in data_rows(table, columns):
        text, value, unit = (columns.cell(row, field) for field in ("text", "value", "unit"))
        if text and value and any(sign.isdigit() for sign in value):
            line = table.line(number)
            words = (
                f"{text}: {value}"
                if "%" in value or not unit
                else f"{text}: {value} {unit}".replace(" %", "%")
            )
            yield _Candidate(words, Place(line, line), section)


def _promises(read: Outline) -> Iterator[ReadTarget]:
    """Without a section of targets: numbers under `MỤC TIÊU`, and sentences that say `phấn đấu …`."""
    for node, path, weak in _searched(read.root):
        texts = [(heading_parts(node)[1] or ("" if node.nodes or node.texts else node.title), node.place)]
        texts += [(text.title, text.place) for text in node.texts]
        for text, place in texts:
            for part in parted(text[:4000]):
                if quantities(part) and (weak or any(word in part.lower() for word in _PROMISES)):
                    target = _target(_Candidate(part.strip(" ;"), place, " / ".join(path), certain=False))
                    if target is not None and target.quantity.kind in _PROMISED:
                        yield target


def _searched(root: Node) -> Iterator[tuple[Node, tuple[str, ...], bool]]:
    stack: list[tuple[Node, tuple[str, ...], bool]] = [(child, (), False) for child in reversed(root.nodes)]
    searched = 0
    while stack and searched < _SEARCHED_PARAGRAPHS:
        node, path, weak = stack.pop()
        title = key(heading_parts(node)[0][:200])
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
