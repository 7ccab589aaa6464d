"""Tasks: the items below `NHIỆM VỤ`, `GIẢI PHÁP`, `NỘI DUNG`, and the rows of task tables."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from db.rules.findings import Finding
from db.rules.plan_reading.agencies import is_body, is_charging, names_of
from db.rules.plan_reading.blocks import Table
from db.rules.plan_reading.cleaning import key
from db.rules.plan_reading.days import Years
from db.rules.plan_reading.outlines import Node, Outline, heading_parts
from db.rules.plan_reading.result import ReadTask, ReadWarning
from db.rules.plan_reading.task_tables import tasks_of_table, with_time

_TASKS = re.compile(
    r"nhiem vu|giai phap|noi dung (?:thuc hien|hoat dong|ke hoach|cong viec|trong tam|chu yeu|va)"
    r"|^(?:cac )?(?:noi dung|hoat dong|bien phap)\b|cac hoat dong"
)
_NO_TASKS = re.compile(r"kinh phi|muc tieu|chi tieu|quan diem|thoi gian thuc hien|che do bao cao|nguon luc")
_NO_WORK = re.compile(
    r"(?:doi tuong|thoi gian|dia diem|thanh phan|kinh phi|hinh thuc|pham vi|yeu cau|muc dich|so luong"
    r"|nguon kinh phi|ghi chu|dia ban|bien phap|noi dung)\b[^,;.]{0,30}(?::|$)"
)
# What stands below these says how a task is done, and is none itself.
_CIRCUMSTANCES = re.compile(
    r"(?:hinh thuc|doi tuong|thoi gian|dia diem|thanh phan|kinh phi|nguon kinh phi|pham vi|so luong"
    r"|(?:co quan|don vi) (?:chu tri|phoi hop|thuc hien))\b.{0,30}$"
)
_ELSEWHERE = re.compile(r"\((?:co |chi tiet |theo )?(?:tai |theo )?phu luc[^()]*\)?$")
_ATTRIBUTES = (
    (
        "lead",
        re.compile(
            r"(?:(?:co quan|don vi|nguoi|bo phan)?\s?(?:duoc )?(?:chu tri|chiu trach nhiem)(?: thuc hien)?"
            r"|don vi thuc hien|co quan thuc hien|phan cong thuc hien|to chuc thuc hien|thuc hien)\s?:"
        ),
    ),
    ("joining", re.compile(r"(?:co quan|don vi|bo phan)?\s?phoi hop(?: thuc hien)?\s?:")),
    ("time", re.compile(r"(?:thoi gian|thoi han|tien do|ky han)(?: thuc hien| hoan thanh| to chuc)?\s?:")),
    ("product", re.compile(r"(?:san pham|ket qua|dau ra)(?: dau ra| can dat| dat duoc| thuc hien)?\s?:")),
)
_LED = re.compile(
    r"(?:[Gg]iao\s+)?(?P<lead>[^\W\d_][^,;.:()]{3,120}?)\s+(?:là cơ quan\s+|làm\s+)?chủ "
    r"trì,?\s*(?P<with>phối hợp (?:với\s+)?(?P<joining>[^.;:()]{3,300}))?"
)
_ASIDE = re.compile(
    r"\((?:do\s+|giao\s+)?(?P<lead>[^()]{3,120}?)\s+chủ trì(?:[,;]?\s*(?:phối hợp\s+(?:với\s+)?"
    r"(?P<joining>[^();]{3,300})|(?P<beside>[^();]{3,200}?)\s+phối hợp)?(?:;[^()]{0,200})?)?\)"
)
_WORK = re.compile(
    r"\s(?=(?:tổ chức|xây dựng|tham mưu|triển khai|thực hiện|hướng dẫn|rà soát|kiểm tra|tuyên "
    r"truyền|thường xuyên|tạo|tăng cường|đẩy mạnh|theo dõi|lập|biên soạn|duy trì|đề xuất|kiện toàn"
    r"|in|thẩm định|quản lý|mở|phát|treo|nắm|đấu tranh|xử lý|tiến hành|lồng ghép|phổ biến|vận động|cấp|để|nhằm)\s)"
)
_TIMED = re.compile(
    r"(?:trước|xong trước|chậm nhất|hoàn thành trước|trong)\s+(?:(?:ngày\s+)?\d{1,2}[/.-]\d[\d/.\-]{0,7}|ngày "
    r"\d{1,2} tháng \d{1,2} năm \d{4}"
    r"|quý\s+[IV1-4]{1,3}(?:\s?(?:,|-|và|đến)\s?(?:quý\s)?[IV]{1,3})*[/ năm]{0,6}(?:\d{4})?"
    r"|tháng\s+\d{1,2}(?:\s?/\s?\d{4}| năm \d{4})?)"
    r"|từ\s+(?:ngày|tháng|quý)\s[^,;.()]{1,30}?\sđến\s(?:hết\s)?(?:ngày|tháng|quý)\s(?:[IV]{1,3}"
    r"|\d{1,2})(?:\s?/\s?\d{1,2}){0,1}(?:\s?/\s?\d{4}| năm \d{4})?"
    r"|[Qq]uý\s+(?:IV|I{1,3})(?:\s?(?:,|-|và|đến)\s?(?:quý\s)?(?:IV|I{1,3}))*\s?(?:/|năm)\s?\d{4}"
    r"|[Tt]hời gian(?: thực hiện| hoàn thành)?\s?:\s[^.;()]{2,60}"
    r"|\([Tt]háng\s+\d{1,2}(?:\s?(?:-|,|đến|và)\s?(?:tháng\s)?\d{1,2})?(?:\s?/\s?\d{4}| năm \d{4})?\)"
)
_READ_AT_MOST = 1500
_LONGEST_CAPTION = 60


Led = tuple[str, tuple[str, ...]]


@dataclass(frozen=True)
class _Group:
    """A node below a heading of tasks, with that heading's title and what its own lines say of all tasks below it."""

    node: Node
    title: str
    named: Mapping[str, str] = field(default_factory=dict)
    led: Led = ("", ())


def tasks_of(read: Outline, tables: Sequence[Table], years: Years) -> tuple[ReadTask, ...]:
    """Return the tasks of the lists, then those of the tables; a time without a year is one of a plan of one year."""
    listed = [task for node in _working(read.root) for task in _listed(node, years)]
    below = [table for node in read.root.walk() for table in node.tables]
    tabled = [task for table in (*below, *tables) for task in tasks_of_table(table, years)]
    return (*listed, *tabled)


def warnings_of(tasks: Iterable[ReadTask]) -> tuple[ReadWarning, ...]:
    """Return where a time was printed that could not be turned into days."""
    return tuple(
        ReadWarning(task.place.first, Finding("plan_task_time", value=task.time[:60]))
        for task in tasks
        if task.time and task.starts_on is None and task.ends_on is None
    )


def _working(root: Node) -> Iterator[Node]:
    stack = list(reversed(root.nodes))
    while stack:
        node = stack.pop()
        title = node.title_words
        named, excluded = _TASKS.search(title), _NO_TASKS.search(title)
        if node.is_item or is_charging(title) or (excluded and not named):
            continue
        if named and not excluded:
            yield node
        else:
            stack.extend(reversed(node.nodes))


def _listed(top: Node, years: Years) -> Iterator[ReadTask]:
    stack = list(_below(_Group(top, "")))
    while stack:
        group = stack.pop()
        node = group.node
        title = node.title_words
        if (not node.is_item and not node.is_text) and (_NO_TASKS.search(title) or is_charging(title)):
            continue
        if node.children and _CIRCUMSTANCES.match(title):
            continue
        if _is_one_task(node):
            yield from _task(node, group, years)
        else:
            stack.extend(_below(group))


def _below(group: _Group) -> Iterator[_Group]:
    """The nodes below one, the last first, with what that one says of its tasks."""
    node = group.node
    led = _aside(node) if _aside(node)[0] else group.led
    named = {**group.named, **_named_by(node)}
    for child in reversed(node.children):
        if not (child.is_text and child.title.startswith("(")):
            yield _Group(child, _title(node) or group.title, named, led)


def _named_by(node: Node) -> dict[str, str]:
    """What the lines below a node say: who leads, who joins, when, what comes of it."""
    named = dict(filter(None, (_attribute(child.title) for child in node.children)))
    lead = named.get("lead", "")
    led = _LED.match(lead)
    if led is not None:
        # `Cơ quan thực hiện: Sở … chủ trì, phối hợp với …`
        named |= {"lead": led["lead"], "joining": named.get("joining", led["joining"] or "")}
    elif ";" in lead:
        # Several do it together: the first leads.
        first, *others = names_of(lead)
        named |= {"lead": first, "joining": "; ".join([*others, named.get("joining", "")])}
    return named


def _is_one_task(node: Node) -> bool:
    """A leaf, or an item whose lines below only say who, when and what comes of it."""
    if node.tables and not node.children:
        return False
    if all(_describes(child) for child in node.children):
        return True
    return node.is_item and not node.title.endswith(":")


def _describes(child: Node) -> bool:
    """Return whether a line below a task only says who, when, where or how much."""
    if _attribute(child.title):
        return True
    return not child.nodes and not child.texts and bool(_NO_WORK.match(key(child.title[:40])))


def _task(node: Node, group: _Group, years: Years) -> Iterator[ReadTask]:
    text = node.title
    if (
        len(text) < 12
        or (node.is_text and (text.endswith((":", ")")) or _is_caption(text)))
        or _attribute(text)
        or _NO_WORK.match(key(text[:40]))
        or _ELSEWHERE.search(key(text[-60:]))
    ):
        return
    told = _named_by(node)
    rest = [child.printed for child in node.children if not _attribute(child.title)]
    whole = "\n".join([text, *rest])
    own = _led(text[:_READ_AT_MOST])
    lead, joining = own if own[0] else group.led
    named = told if own[0] else {**group.named, **told}
    timed = _TIMED.search(text[:_READ_AT_MOST])
    task = ReadTask(
        node.place,
        whole,
        named.get("lead", lead),
        names_of(named["joining"]) if "joining" in named else joining,
        time=told.get("time")
        or (timed[0].rpartition(": ")[2].strip("()") if timed else named.get("time", "")),
        product=named.get("product", ""),
        group=group.title,
        certain=node.certain and not node.is_text,
    )
    yield with_time(task, years)


def _is_caption(text: str) -> bool:
    return len(text) < _LONGEST_CAPTION and not text.endswith((".", ";"))


def _attribute(text: str) -> tuple[str, str] | None:
    head = key(text[:60]).lstrip("(*+- ")
    for name, pattern in _ATTRIBUTES:
        if pattern.match(head):
            return name, text.partition(":")[2].strip(" .;)")
    return None


def _led(text: str) -> Led:
    match = _ASIDE.search(text)
    if match is not None and is_body(match["lead"]):
        return match["lead"].strip(), names_of(match["joining"] or match["beside"] or "")
    match = _LED.match(text)
    if match is None or not is_body(match["lead"]):
        return "", ()
    joining = _WORK.split(match["joining"] or "", maxsplit=1)[0]
    return match["lead"].strip(), names_of(joining)


def _aside(node: Node) -> Led:
    return _led(node.title[:_READ_AT_MOST]) if _ASIDE.search(node.title[:_READ_AT_MOST]) else ("", ())


def _title(node: Node) -> str:
    return heading_parts(node)[0]
