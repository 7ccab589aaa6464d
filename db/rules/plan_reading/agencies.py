"""Bodies and their duties below `TỔ CHỨC THỰC HIỆN` or `PHÂN CÔNG …`, and lists of agencies taken apart."""

import re
from collections.abc import Iterable, Iterator

from db.rules.findings import Finding
from db.rules.plan_reading.cleaning import key
from db.rules.plan_reading.outlines import Node, Outline
from db.rules.plan_reading.result import ReadAgency, ReadWarning

_CHARGED = re.compile(r"to chuc thuc hien|phan cong|trach nhiem|to chuc trien khai")
_ASKED = re.compile(
    r"(?:(?:kính\s+|trân trọng\s+)?đề nghị|yêu cầu|(?:phân công\s+|giao\s+)?(?:trách nhiệm|nhiệm vụ)(?: của| cho)?"
    r"|phân công|giao(?: cho)?|đối với|đ/c|đồng chí)\s+",
    re.IGNORECASE,
)
_BODIES_LIST = (
    "so |so,|ban |cac so|cac ban|cac phong|cac nganh|cac co quan|cac don vi|cac to chuc|cac hoi|"
    "cac doan the|cac xa|cac truong|cac huyen|cac quan|cac phuong|"
    "cac khu|cac ap|cac thi tran|cac lang|cac buon|cac thanh vien|cac dia phuong|cac thon|cac co so|cac to |"
    "cong an|ubnd|uy ban|phong |bo chi huy|bo doi|don bien phong|dai |hoi |doan |lien doan|mat tran|"
    "ubmttq|vien |toa an|trung tam|tram |chi cuc|cuc |truong |truong ban|chu tich|van phong|thanh tra|"
    "bao |ngan hang|chi nhanh|bao hiem|kho bac|benh vien|doi |to |thanh vien|co quan|cong chuc|"
    "thu truong|don vi|hoi dong|doan the|thuong truc|to chuc |thon |ban chi dao|quan su|ban chqs|dang uy|"
    "hdnd|tinh doan|thanh doan|huyen doan|thi doan|quan doan|xa doan|doan xa|doan phuong|co so |truong cac |"
    "bcd|bi thu |lien minh|ap |khu pho|to dan pho|ban dan van|ban tuyen giao|ban to chuc|nha van hoa|nha truong|so: |"
    "cap uy|huyen uy|tinh uy|thanh uy|thanh pho |huyen |quan |thi xa |xa |phuong "
)
_BODIES = tuple(_BODIES_LIST.split("|"))
_NO_BODIES = re.compile(
    r"to chuc (?:thuc hien|trien khai|cac|hoi nghi|tuyen truyen|kiem tra)|bao cao (?:ket qua|dinh "
    r"ky|so|tong)|che do|thoi gian|kinh phi"
    r"|hoi nghi|bao dam|to chuc so ket|co so vat chat|doi moi|so ket|to chuc tap huan|ban hanh|bao cao"
    r"|phong ngua|phong,|hoi nhap|hoi thao|hoi thi|to giac|to cao|doan ket|truong hop|so lieu|so sanh|so luong"
    r"|thuong truc,? (?:theo|tham)|thanh tra,? (?:kiem|cac|viec)|to chuc (?:so|tong|ra|dau|giao|ky|phat|truyen|le)"
    r"|van phong pham|huyen (?:thoai|phu)|thanh pho (?:thong|hoc)|xa hoi|ap dung|quan (?:ly|triet|tam)|cuc bo"
    r"|truong ban hanh"
)
_VERBS = re.compile(
    r"(?<!\w)(?:chủ trì|chủ động|có trách nhiệm|chịu trách nhiệm|phối hợp|tham mưu|tổ chức|chỉ đạo"
    r"|hướng dẫn|căn cứ|theo dõi|xây dựng"
    r"|thực hiện|đẩy mạnh|tăng cường|lồng ghép|bố trí|đảm bảo|bảo đảm|trên cơ sở|trong phạm vi"
    r"|theo chức năng|là cơ quan|là đơn vị"
    r"|là đầu mối|làm đầu mối|vận động|tuyên truyền|kiểm tra|rà soát|tiếp tục|quản lý|triển khai"
    r"|hỗ trợ|giúp|cân đối|thẩm định|đưa tin"
    r"|cụ thể hóa|tiếp nhận|tổng hợp|gửi|định kỳ|báo cáo|quan tâm|giám sát|thường xuyên|chuẩn bị"
    r"|phát huy|nghiên cứu|thống nhất|cử|đấu tranh|nắm|điều tra|lập|trấn áp|xử lý|ban hành|mở|tư vấn|đưa|lồng ghép"
    r"|ngăn chặn|duy trì|củng cố|nâng cao|phổ biến|truy tố|xét xử|đôn đốc|đề xuất|đăng tải|phản ánh|phát hiện"
    r"|tập trung|tích cực|kịp thời|kiện toàn|thu thập|cung cấp|ký kết|tiến hành|thành lập|bổ sung|tạo điều kiện"
    r"|xem xét|tuỳ theo|tùy theo|dựa|phân công|chịu|đề nghị|in ấn|phát động|truyền thông|đẩy nhanh|khai thác)(?!\w)",
    re.IGNORECASE,
)
_CHARGES = re.compile(r"chủ trì|trách nhiệm|phối hợp|tham mưu", re.IGNORECASE)
_PERSON = re.compile(r"(?:đ/c|đồng chí|ông|bà)\s", re.IGNORECASE)
_LIST_OF_BODIES = re.compile(
    r"(?:cac|nhung) (?:so|phong|ban|nganh|co quan|don vi|doan the|hoi)(?:,? (?:ban|nganh|phong|doan the|don vi))*"
)
_LONGEST_NAME = 260
_LEAST_UNTITLED = 3
_DEEPEST = 4
_JOINER = re.compile(
    r"[;\n]+|,\s*(?:và\s+)?(?=(?:các\s+)?(?:Sở|Công an|UBND|Ủy ban|Uỷ ban|Hội|Đoàn|Phòng|Ban|Viện"
    r"|Tòa|Toà|Bộ|Đài|Trung tâm|Liên đoàn"
    r"|Mặt trận|UBMTTQ|Trạm|Chi cục|Cục|Văn phòng|Thanh tra|Báo|Trường|Ngân hàng|Bảo hiểm|Đồn|Tổ"
    r"|Đội|Công chức|các|Các)\s)"
    r"|\s+và\s+(?=(?:các\s+)?(?:Sở|Công an|UBND|Ủy ban|Uỷ ban|Hội|Đoàn|Phòng|Viện|Đài|Trung tâm"
    r"|các (?:cơ quan|đơn vị|phòng|sở|ban|xã|tổ chức|đoàn thể))\s)"
)


def agencies_of(read: Outline) -> tuple[ReadAgency, ...]:
    """Return the bodies that the plan charges, with each duty as its own text."""
    charging = list(_charging(read.root))
    if charging:
        return tuple(agency for node in charging for agency in _bodies_below(node, _DEEPEST))
    return tuple(_untitled(read.root))


def warnings_of(agencies: Iterable[ReadAgency]) -> tuple[ReadWarning, ...]:
    """Return where it is not sure that an item names a body."""
    return tuple(
        ReadWarning(agency.place.first, Finding("plan_agency_unsure", value=agency.name[:80]))
        for agency in agencies
        if not agency.certain
    )


def names_of(text: str) -> tuple[str, ...]:
    """Return the agencies of a list as printed; commas inside a name (`Văn hóa, Thể thao`) do not part it."""
    parts = (part.strip(" .,;-+") for part in _JOINER.split(text[:1000]))
    return tuple(part for part in parts if part)


def is_charging(title: str) -> bool:
    """Return whether a heading hands out duties."""
    return bool(_CHARGED.search(key(title[:200])))


def is_body(text: str) -> bool:
    """Return whether a text begins with the name of a body."""
    words = key(_ASKED.sub("", text[:120]))
    return words.startswith(_BODIES) and not _NO_BODIES.match(words)


def _charging(root: Node) -> Iterator[Node]:
    stack = list(reversed(root.nodes))
    while stack:
        node = stack.pop()
        if node.is_item:
            continue
        if is_charging(node.title[:200].partition(":")[0]):
            yield node
        else:
            stack.extend(reversed(node.nodes))


def _untitled(root: Node) -> Iterator[ReadAgency]:
    """Without a heading that charges them: bodies that follow one another as headings, never surely."""
    for node in root.walk():
        headed = [child for child in node.nodes if not child.is_item and child.label]
        bodies = [
            child
            for child in headed
            if is_body(child.title) and not _named(child.title)[1][:200].endswith(":")
        ]
        if len(bodies) >= _LEAST_UNTITLED:
            yield from (_agency(body, certain=False) for body in bodies)


def _bodies_below(node: Node, depth: int) -> list[ReadAgency]:
    children = node.nodes
    bodies = [child for child in children if is_body(child.title)]
    found: list[ReadAgency] = []
    for child in children:
        if depth and _groups_bodies(child):
            found.extend(_bodies_below(child, depth - 1))
        elif is_body(child.title) and (child.label or child.children):
            found.append(_agency(child))
        elif depth and child.nodes and (is_charging(child.title) or not bodies):
            found.extend(_bodies_below(child, depth - 1))
        elif bodies and child.label and _may_be_body(child, bodies[0]):
            found.append(_agency(child, certain=False))
    # A sentence without a number names a body too, but less surely.
    return found or [
        _agency(text, certain=False) for text in node.texts if is_body(text.title) and _named(text.title)[1]
    ]


def _groups_bodies(node: Node) -> bool:
    """Return whether a heading such as `Các sở, ban, ngành` only stands over the bodies that are charged."""
    if not _LIST_OF_BODIES.match(key(node.title[:60])):
        return False
    return sum(not child.is_item and is_body(child.title) for child in node.nodes) > 1


def _may_be_body(child: Node, body: Node) -> bool:
    words = key(child.title[:120])
    name, colon, _ = child.title.partition(":")
    short = len(name) < 80 and (bool(colon) or not name.endswith("."))
    return (
        child.style is body.style
        and short
        and (bool(child.nodes or child.texts) or ":" in child.title)
        and not _NO_BODIES.match(words)
        and not _VERBS.match(child.title)
        and not _PERSON.match(child.title)
    )


def _agency(node: Node, certain: bool = True) -> ReadAgency:
    name, duty = _named(node.title)
    duties = [duty] if duty else []
    duties += [text for child in node.children for text in _duties(child)]
    return ReadAgency(node.place, name, tuple(duties), certain=certain and node.certain and bool(name))


def _duties(child: Node) -> Iterator[str]:
    """A sub-heading that names a body goes in front of its own duties."""
    if not child.nodes and not child.texts:
        yield child.title
    elif child.is_item and not child.title.endswith(":"):
        yield child.title
        for below in child.children:
            yield from _duties(below)
    else:
        title = child.title.rstrip(": ")
        for below in child.children:
            for duty in _duties(below):
                yield f"{title}: {duty}"


def _named(text: str) -> tuple[str, str]:
    """Part the name of a body from the duty in the same paragraph: at a colon, else before its verb."""
    asked = _ASKED.match(text)
    bare = text[asked.end() :] if asked else text
    before, colon, after = bare.partition(":")
    if colon and _LIST_OF_BODIES.fullmatch(key(before)) and ":" in after[:_LONGEST_NAME]:
        # `Các sở: Y tế, Tư pháp: …`: the first colon lies within the name.
        named, colon, after = after.partition(":")
        before = f"{before}:{named}"
    verb = _first_verb(bare)
    if colon and len(before) <= _LONGEST_NAME and after.strip()[:1].isupper() and not _CHARGES.search(before):
        return before.strip(), after.strip()
    if colon and len(before) <= _LONGEST_NAME and (verb is None or verb > len(before) or not after.strip()):
        return before.strip(), after.strip()
    if verb is None:
        return bare.rstrip(" .:"), ""
    return bare[:verb].strip(" ,"), bare[verb:].strip()


def _first_verb(text: str) -> int | None:
    for match in _VERBS.finditer(text[:_LONGEST_NAME]):
        # `Ban Tổ chức`, `Thanh tra, Kiểm tra`, `Đội kiểm tra`: a capital or its head makes a name of it.
        before = text[: match.start()].rstrip()
        if match.start() and not _is_within_name(before, match[0]):
            return match.start()
    return None


def _is_within_name(before: str, verb: str) -> bool:
    last = key(before).rpartition(" ")[2]
    if verb[0].isupper():
        return True
    return last in ("doi", "to", "ban", "cac", "tro")
