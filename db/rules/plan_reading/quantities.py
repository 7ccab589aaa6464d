"""The numbers of a target and what they mean: shares, counts, ranges, changes, frequencies, `không để …`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from db.rules.plan_reading.result import Quantity
from db.rules.text import nfc

# A target longer than this is no target; what lies behind is not searched for numbers.
_READ_AT_MOST = 3000
_BEFORE = 60
_N = r"\d{1,3}(?:\.\d{3}){1,4}(?:,\d{1,4})?|\d{1,9}(?:,\d{1,4})?"
_WORDS: Mapping[str, int] = {
    "một": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
}
_W = "|".join(_WORDS)
_SPAN = r"(?:quý|tháng|tuần|năm|6 tháng|ngày|đợt)"
_START = r"(?<![\d.,/\w-])"
_TO = r"\s?(?:-|–|—|÷|đến|tới)\s?"
_NUMBER = re.compile(
    rf"{_START}(?P<a>{_N})(?:(?P<pa>\s?%|\s+phần trăm)?{_TO}(?P<b>{_N})(?P<pb>\s?%|\s+phần trăm)?"
    rf"|(?P<pc>\s?%|\s+phần trăm)|\s?/\s?(?P<d>{_N}))?(?![\d/])(?!\.\d)"
)
_LIMIT = re.compile(rf"(?:ít nhất|tối thiểu|không dưới)\s+(?:là\s+|từ\s+)?(?P<w>{_W})\s+(?=\w)")
_TIMES = re.compile(
    rf"(?:(?:ít nhất|tối thiểu)\s+(?:là\s+)?)?(?P<span>(?:mỗi|một|1|01|hằng"
    rf"|hàng)\s+{_SPAN})\s+(?:(?:tổ chức|có|được|thực hiện|ít nhất|tối thiểu|là)\s+)*"
    rf"(?P<n>\d{{1,3}}|{_W})\s+(?P<what>lần|kỳ|số|tin,? bài|tin|bài|buổi|cuộc|chuyên mục|chuyên đề"
    rf"|đợt|lượt|phóng sự)\b"
)
_PER = re.compile(
    rf"{_START}(?P<n>\d{{1,3}}"
    rf"|{_W})\s+(?P<what>(?:[^\W\d_]+\s+){{0,2}}?[^\W\d_]+)\s?/\s?(?P<span>(?:0?1\s)?{_SPAN})(?!\w)"
)
_EVERY = re.compile(r"(?:định kỳ\s+)?(?:hằng|hàng)\s+(?P<span>tháng|quý|tuần)\b")
_NEVER = re.compile(r"(?:kiên quyết\s+)?(?:không để|không có|không phát sinh|không còn|không xảy ra)\b")
_LEAD_IN = re.compile(
    r"(?:phấn đấu|đến năm \d{4},?|đến hết năm \d{4},?|trong năm \d{4},?|hằng năm,?|hàng năm,?|duy "
    r"trì|bảo đảm|đảm bảo|và)\s*"
)
_FRACTION = re.compile(rf"\(\s?(?:tương đương\s|đạt\s)?(?P<part>{_N})\s?/\s?(?P<of>{_N})(?=[\s)])")
_CHANGE = re.compile(
    r"(?P<way>tăng|giảm)\s+(?:(?:thêm|ít nhất|tối thiểu|tối đa|bình quân|khoảng|hơn|từ|trên|được"
    r"|mỗi năm|hằng năm|hàng năm|tối)\s+)*$"
)
_LEVEL = re.compile(r"(?:xuống|còn|lên|đạt)\s+(?:(?:còn|dưới|trên|tới|mức)\s+)*$")
_COMPARED = re.compile(r"\s*(?:[^\W\d_]+\s+){0,8}?so với\b")
_CHANGED_CLAUSE = re.compile(r"(?P<way>tăng|giảm)\b[^,;.]{0,60}$")
_AT_MOST = re.compile(r"(?:không quá|tối đa|không vượt quá|nhiều nhất|dưới|không nhiều hơn|<=|≤|<)\s*$")
_NOT_COUNTED = re.compile(
    r"(?:năm|tháng|ngày|số|điều|khoản|mục|phụ lục|biểu|178|quý|giai đoạn|đội|điểm|quốc lộ|tổ|nhà"
    r"|phụ biểu|lần thứ|thứ|tập|khóa"
    r"|đội kiểm tra|liên ngành|cấp|nghị định|quyết định|chương trình|km)\s*(?:số\s*)?$"
)
_UNITS_LIST = (
    "xã, phường, thị trấn|xã, phường, đặc khu|phường, xã, thị trấn|phường, xã|xã, phường|xã, thị trấn|"
    "huyện, thị xã, thành phố|quận, huyện, thị xã|huyện, thành phố|thôn, bản, tổ dân phố|thôn, bản|"
    "thôn, tổ dân phố|lượt người|lượt cơ sở|lượt|vụ án|vụ việc|vụ|tụ điểm|điểm|cơ sở|mô hình|người|"
    "cán bộ|lớp tập huấn|lớp|buổi|hội nghị|cuộc|đợt|tin, bài|tin bài|tin|bài|chuyên mục|chuyên đề|"
    "phóng sự|tờ rơi|pa nô|panô|áp phích|băng rôn|khẩu hiệu|huyện|xã|phường|thị trấn|thôn|bản|tổ dân phố|"
    "khu dân cư|địa bàn|hộ|hộ gia đình|học viên|hội viên|đoàn viên|học sinh|đối tượng|trường hợp|trường|"
    "câu lạc bộ|đội|tổ|nhóm|lần|tỷ đồng|triệu đồng|đồng|ki-ốt|tài liệu|cuốn|phụ nữ|nạn nhân|doanh nghiệp|"
    "khách sạn|nhà nghỉ|quán|hình thức|đơn vị|cơ quan|chi hội|sản phẩm"
)
_UNITS = tuple(_UNITS_LIST.split("|"))
_BY_LENGTH = sorted(_UNITS, key=len, reverse=True)
_NO_UNITS = frozenset(
    [
        "năm",
        "tháng",
        "ngày",
        "quý",
        "tuần",
        "giờ",
        "phút",
        "đường",
        "và",
        "đến",
        "cấp",
        "của",
        "là",
        "trên",
        "tại",
        "theo",
        "trong",
        "khi",
        "do",
        "về",
        "tuổi",
        "ngõ",
        "từ",
        "có",
        "để",
        "với",
        "so",
        "m",
        "km",
    ]
)
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class _Found:
    start: int
    end: int
    quantity: Quantity


def quantities(text: str) -> tuple[Quantity, ...]:
    """Return the quantities of a target's text in its order; dates, years, numbers of documents are none.

    A text that begins with `không để …` is first of all that nothing may happen.
    """
    words = nfc(text[:_READ_AT_MOST])
    found = sorted(_all(words, words.lower()), key=lambda item: (item.start, -item.end))
    return tuple(item.quantity for item in _apart(found))


def _pair(match: re.Match[str]) -> tuple[Decimal, Decimal | None, bool]:
    """Return both values of a range and whether they can be one: `3 - 5`, not `103 - 5`."""
    value, value_to = number(match["a"]), number(match["b"]) if match["b"] else None
    return value, value_to, value_to is None or value < value_to


def number(text: str) -> Decimal:
    """Return the value of a number as written in Vietnamese (`1.200`, `7,5`) or as a word (`một`)."""
    if text.lower() in _WORDS:
        return Decimal(_WORDS[text.lower()])
    return Decimal(text.replace(".", "").replace(",", "."))


def _apart(found: list[_Found]) -> Iterator[_Found]:
    end = -1
    for item in found:
        if item.start >= end:
            yield item
            end = item.end


def _all(words: str, lower: str) -> Iterator[_Found]:
    yield from _never(lower)
    yield from _frequencies(lower)
    for match in _LIMIT.finditer(lower):
        unit, sure = _unit(words, match.end())
        if unit:
            value = number(match["w"])
            yield _Found(
                match.start(), match.end(), Quantity("count", "at_least", value, unit=unit, certain=sure)
            )
    for match in _NUMBER.finditer(lower):
        quantity = _share(match, lower) or _count(match, words, lower)
        if quantity is not None:
            yield _Found(match.start(), _after_fraction(match, lower), quantity)


def _never(lower: str) -> Iterator[_Found]:
    at = 0
    while lead := _LEAD_IN.match(lower, at):
        at = lead.end()
    match = _NEVER.match(lower, at)
    if match is None:
        return
    counted = next((item for item in _NUMBER.finditer(lower, match.end()) if _counts(item, lower)), None)
    unit, sure = _unit(lower, counted.end()) if counted else ("", True)
    if counted is None or counted["pc"] or not unit:
        yield _Found(at, match.end(), Quantity("at_most", "none"))
    else:
        yield _Found(
            at, counted.end(), Quantity("at_most", "none", number(counted["a"]), unit=unit, certain=sure)
        )


def _frequencies(lower: str) -> Iterator[_Found]:
    for match in _TIMES.finditer(lower):
        span = match["span"].split(maxsplit=1)[1].strip()
        yield _Found(match.start(), match.end(), _frequency(match["n"], match["what"], span))
    for match in _PER.finditer(lower):
        yield _Found(
            match.start(), match.end(), _frequency(match["n"], match["what"], match["span"].lstrip("01 "))
        )
    for match in _EVERY.finditer(lower):
        quantity = Quantity("frequency", "at_least", Decimal(1), unit=f"lần/{match['span']}", certain=False)
        yield _Found(match.start(), match.end(), quantity)


def _frequency(count: str, what: str, span: str) -> Quantity:
    return Quantity("frequency", "at_least", number(count), unit=f"{what.strip()}/{span}")


def _share(match: re.Match[str], lower: str) -> Quantity | None:
    percent = match["pc"] or match["pb"] or (match["pa"] if not match["b"] else None)
    if percent is None:
        return _fraction(match, lower)
    value, value_to, sure = _pair(match)
    change = _change(match, lower)
    if change:
        return Quantity("change", change, value, value_to, "%", certain=sure)
    operator = "between" if value_to is not None else _limit(match, lower)
    share = Quantity("share", operator, value, value_to, "%", certain=sure)
    behind = _FRACTION.search(lower, match.end(), match.end() + 80)
    if behind is None:
        return share
    return replace(share, part=number(behind["part"]), of=number(behind["of"]))


def _fraction(match: re.Match[str], lower: str) -> Quantity | None:
    if not match["d"] or not _counts(match, lower):
        return None
    part, of = number(match["a"]), number(match["d"])
    unit, sure = _unit(lower, match.end())
    if not unit or part > of:
        return None
    return Quantity("share", "at_least", part, unit=unit, part=part, of=of, certain=sure)


def _count(match: re.Match[str], words: str, lower: str) -> Quantity | None:
    if match["d"] or not _counts(match, lower):
        return None
    unit, sure = _unit(words, match.end())
    if not unit:
        return None
    value, value_to, ordered = _pair(match)
    sure = sure and ordered
    change = _change(match, lower)
    if change:
        return Quantity("change", change, value, value_to, unit, certain=sure)
    if value_to is not None:
        return Quantity("range", "between", value, value_to, unit, certain=sure)
    operator = _limit(match, lower)
    return Quantity("at_most" if operator == "at_most" else "count", operator, value, unit=unit, certain=sure)


def _counts(match: re.Match[str], lower: str) -> bool:
    before = lower[max(0, match.start() - _BEFORE) : match.start()]
    return _NOT_COUNTED.search(before) is None


def _limit(match: re.Match[str], lower: str) -> str:
    before = lower[max(0, match.start() - _BEFORE) : match.start()]
    return "at_most" if _AT_MOST.search(before) else "at_least"


def _change(match: re.Match[str], lower: str) -> str | None:
    before = lower[max(0, match.start() - _BEFORE) : match.start()]
    direct = _CHANGE.search(before)
    if (
        direct is None
        and not _LEVEL.search(before)
        and _COMPARED.match(lower, match.end(), match.end() + 120)
    ):
        direct = _CHANGED_CLAUSE.search(before)
    return {"tăng": "increase", "giảm": "decrease"}[direct["way"]] if direct else None


def _unit(words: str, at: int) -> tuple[str, bool]:
    """Return the unit behind a number and whether it is one that plans are known to count in."""
    behind = words[at : at + 60].lstrip()
    lower = behind.lower()
    for unit in _BY_LENGTH:
        if lower.startswith(unit) and not lower[len(unit) : len(unit) + 1].isalpha():
            return unit, True
    match = _WORD.match(behind)
    if match is None or not match[0].islower() or match[0] in _NO_UNITS:
        return "", False
    return match[0], False


def _after_fraction(match: re.Match[str], lower: str) -> int:
    behind = _FRACTION.search(lower, match.end(), match.end() + 80) if match["pc"] else None
    return behind.end() if behind else match.end()
