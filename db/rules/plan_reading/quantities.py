"""The numbers of a target and what they mean: shares, counts, ranges, changes, frequencies, `không để …`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from db.rules.plan_reading.counted_units import NUMBER_WORDS, unit_behind
from db.rules.plan_reading.result import Quantity
from db.rules.text import nfc

# A target longer than this is no target; what lies behind is not searched for numbers.
_READ_AT_MOST = 3000
_BEFORE = 60
_N = r"\d{1,3}\.\d{1,2}(?=\s?%)|\d{1,3}(?:\.\d{3}){1,4}(?:,\d{1,4})?|\d{1,9}(?:,\d{1,4})?"
# A point before fewer than three figures parts the whole from its fraction, as in other languages.
_POINT = re.compile(r"\d{1,3}\.\d{1,2}")
_W = "|".join(NUMBER_WORDS)
_SPAN = r"(?:quý|tháng|tuần|năm|6 tháng|ngày|đợt)"
_START = r"(?<![\d.,/\w-])"
_TO = r"\s?(?:-|–|—|÷|đến|tới)\s?"
_NUMBER = re.compile(
    rf"{_START}(?P<a>{_N})(?:(?P<pa>\s?%|\s+phần trăm)?{_TO}(?P<b>{_N})(?P<pb>\s?%|\s+phần trăm)?"
    rf"|(?P<pc>\s?%|\s+phần trăm)|\s?/\s?(?P<d>{_N}))?(?!\d|\.\d)(?:(?<=[%m])|(?!/))"
)
_LIMIT = re.compile(rf"(?:ít nhất|tối thiểu|không dưới)\s+(?:là\s+|từ\s+)?(?P<w>{_W})\s+(?=\w)")
_TIMES = re.compile(
    rf"(?:(?:ít nhất|tối thiểu)\s+(?:là\s+)?)?(?P<span>(?:mỗi|một|1|01|hằng"
    rf"|hàng)\s+{_SPAN})\s+(?:(?:tổ chức|mở|đăng|phát|có|được|thực hiện|ít nhất|tối thiểu|là)\s+)*"
    rf"(?P<n>\d{{1,3}}|{_W})\s+(?P<what>lần|kỳ|số|tin,? bài|tin|bài|buổi|cuộc|chuyên mục|chuyên đề"
    rf"|đợt|lượt|phóng sự|lớp|hội nghị|hoạt động|chương trình)\b"
)
_PER = re.compile(
    rf"(?:(?:ít nhất|tối thiểu)\s+)?{_START}(?P<n>\d{{1,3}}|{_W})\s+(?:"
    rf"(?P<what>(?:tin,\s|[^\W\d_]+\s+){{0,4}}?[^\W\d_]+)\s?/\s?(?:mỗi\s)?(?P<span>(?:0?1\s)?{_SPAN})(?!\w)"
    rf"|(?P<whole>lần|lượt)\s+(?:trong|mỗi|một|trên)\s+(?:(?:một|mỗi|01)\s+)?(?P<during>{_SPAN})(?!\s?\d|\w))"
)
_ONCE_IN = re.compile(
    rf"(?:(?:mỗi|định kỳ|cứ|ít nhất|tối thiểu)\s+)*{_START}(?P<n>\d{{1,2}}|{_W})\s+(?P<span>tháng|tuần|năm|quý|ngày)"
    r"\s?(?:/\s?)?(?:một\s|0?1\s)?lần(?!\w)"
)
_EVERY = re.compile(r"(?:định kỳ\s+)?(?:hằng|hàng)\s+(?P<span>tháng|quý|tuần)\b")
_NEVER = re.compile(r"(?:kiên quyết\s+)?(?:không để|không có|không phát sinh|không còn|không xảy ra)\b")
# Within a text `không có` only describes (`xã không có tệ nạn`); these promise.
_NEVER_WITHIN = re.compile(r"(?<=[;.])\s+(?=(?:kiên quyết\s+)?(?:không để|không phát sinh|không xảy ra)\b)")
_CLAUSE_END = re.compile(r"[;.](?=\s|$)")
_LEAD_IN = re.compile(
    r"(?:phấn đấu|đến năm \d{4},?|đến hết năm \d{4},?|trong năm \d{4},?|hằng năm,?|hàng năm,?|duy "
    r"trì|bảo đảm|đảm bảo|và)\s*"
)
_SHARE_ASIDE = re.compile(rf"[^;.()\d]{{0,80}}\((?:[^\W\d_]+\s+){{0,2}}(?:{_N})\s?%\)")
_ALL = re.compile(r"(?<!\w)(?:tất cả|toàn bộ)\s+(?:các\s+|số\s+)*(?=\w)")
_SHARED_UNIT = re.compile(rf"\s+và\s+(?:[^\W\d_]+\s+){{1,3}}(?:{_N})(?=\s)")
_FRACTION = re.compile(rf"\(\s?(?:tương đương\s|đạt\s)?(?P<part>{_N})\s?/\s?(?P<of>{_N})(?=[\s)])")
_CHANGE = re.compile(
    r"(?P<way>tăng|giảm)\s+(?:(?:thêm|ít nhất|tối thiểu|tối đa|bình quân|khoảng|hơn|từ|trên|được"
    r"|mỗi năm|hằng năm|hàng năm|tối|gấp)\s+)*$"
)
_NO_RISE = re.compile(r"không (?:để )?tăng (?:quá|trên|hơn|vượt)\s*$")
_LEVEL = re.compile(r"(?:xuống|còn|lên|đạt)\s+(?:(?:còn|dưới|trên|tới|mức)\s+)*$")
# `tăng từ 70% lên 85%`: the first number is where it starts from, the second what is to be reached.
_BASE_BEFORE = re.compile(r"\btừ\s+(?:mức\s+)?$")
_REACHED = r"(?:còn\s+|mức\s+|thành\s+|đạt\s+|tới\s+|trên\s+|dưới\s+|ít nhất\s+|khoảng\s+)*"
_BASE_BEHIND = re.compile(rf"[^,;.\d]{{0,40}}(?:lên|xuống)\s+{_REACHED}(?={_N})")
_COMPARED = re.compile(r"\s*(?:[^\W\d_]+\s+){0,8}?so với\b")
_CHANGED_CLAUSE = re.compile(r"(?P<way>tăng|giảm)\b[^,;.]{0,60}$")
_AT_MOST = re.compile(
    r"(?:không quá|tối đa|không vượt quá|không vượt|nhiều nhất|(?<!không )dưới|không nhiều hơn|thấp hơn|ít hơn"
    r"|xuống|xuống còn|không (?:để )?tăng (?:quá|trên|hơn|vượt)|<=|≤|<)\s*(?:là\s*|mức\s*)?$"
)
_NOT_COUNTED = re.compile(
    r"(?:năm|tháng|ngày|(?<!tổng )số|điều|khoản|mục|phụ lục|biểu|178|quý|giai đoạn|đội|(?:theo|tại) điểm|quốc lộ|tổ|nhà"
    r"|phụ biểu|lần thứ|thứ|(?<!bài )tập|khóa"
    r"|đội kiểm tra|liên ngành|(?<!cung )cấp|nghị định|quyết định|chương trình|km)\s*(?:số\s*)?$"
)

# `mỗi năm 02 lớp`: what follows such a time is no year.
_SPAN_BEFORE = re.compile(r"(?:mỗi|hằng|hàng|trong|một)\s+(?:năm|tháng|quý|tuần),?\s*$")
_FIRST_YEAR = 1900


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
    if text.lower() in NUMBER_WORDS:
        return Decimal(NUMBER_WORDS[text.lower()])
    if _POINT.fullmatch(text):
        return Decimal(text)
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
    yield from _all_of(words, lower)
    for match in _LIMIT.finditer(lower):
        unit, sure = unit_behind(words, match.end())
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
    for start in (at, *(match.end() for match in _NEVER_WITHIN.finditer(lower, at))):
        match = _NEVER.match(lower, start)
        if match is not None:
            yield _never_at(lower, match)


def _never_at(lower: str, match: re.Match[str]) -> _Found:
    clause = _CLAUSE_END.search(lower, match.end())
    until = clause.start() if clause else len(lower)
    numbers = _NUMBER.finditer(lower, match.end(), until)
    counted = next((item for item in numbers if _counts(item, lower)), None)
    unit, sure = unit_behind(lower, counted.end()) if counted else ("", True)
    if counted is None or counted["pc"] or not unit:
        return _Found(match.start(), match.end(), Quantity("at_most", "none"))
    none = Quantity("at_most", "none", number(counted["a"]), unit=unit, certain=sure)
    return _Found(match.start(), counted.end(), none)


def _all_of(words: str, lower: str) -> Iterator[_Found]:
    for match in _ALL.finditer(lower):
        unit, known = unit_behind(words, match.end())
        if known:
            everything = Quantity("share", "at_least", Decimal(100), unit="%", certain=False)
            yield _Found(match.start(), match.end() + len(unit), everything)


def _frequencies(lower: str) -> Iterator[_Found]:
    for match in _TIMES.finditer(lower):
        span = match["span"].split(maxsplit=1)[1].strip()
        yield _Found(match.start(), match.end(), _frequency(match["n"], match["what"], span))
    for match in _PER.finditer(lower):
        what, span = match["what"] or match["whole"], match["span"] or match["during"]
        yield _Found(match.start(), match.end(), _frequency(match["n"], what, span.lstrip("01 ")))
    for match in _ONCE_IN.finditer(lower):
        count = number(match["n"])
        span = match["span"] if count == 1 else f"{count} {match['span']}"
        yield _Found(match.start(), match.end(), _frequency("1", "lần", span))
    for match in _EVERY.finditer(lower):
        quantity = Quantity("frequency", "at_least", Decimal(1), unit=f"lần/{match['span']}", certain=False)
        yield _Found(match.start(), match.end(), quantity)


def _frequency(count: str, what: str, span: str) -> Quantity:
    return Quantity("frequency", "at_least", number(count), unit=f"{what.strip()}/{span}")


def _share(match: re.Match[str], lower: str) -> Quantity | None:
    if _is_base(match, lower):
        return None
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
    unit, sure = unit_behind(lower, match.end())
    if not unit or not 0 < of >= part:
        return None
    change = _change(match, lower)
    if change:
        share = round(100 * part / of, 1)
        return Quantity("change", change, share, None, "%", part, of, certain=False)
    return Quantity("share", "at_least", part, unit=unit, part=part, of=of, certain=sure)


def _count(match: re.Match[str], words: str, lower: str) -> Quantity | None:
    if match["d"] or not _counts(match, lower) or _is_base(match, lower):
        return None
    unit, sure = unit_behind(words, match.end())
    shared = _SHARED_UNIT.match(lower, match.end()) if not unit else None
    if shared is not None:
        # `xây dựng mới 05 và duy trì 50 xã`: the unit stands behind the second number alone.
        unit, sure = unit_behind(words, shared.end())[0], False
    if not unit:
        return None
    value, value_to, ordered = _pair(match)
    sure = sure and ordered
    change = _change(match, lower)
    if change:
        return Quantity("change", change, value, value_to, unit, certain=sure)
    if value_to is not None:
        return Quantity("range", "between", value, value_to, unit, certain=sure)
    operator = _limit(match, lower) if value else "at_most"
    return Quantity("at_most" if operator == "at_most" else "count", operator, value, unit=unit, certain=sure)


def _counts(match: re.Match[str], lower: str) -> bool:
    before = lower[max(0, match.start() - _BEFORE) : match.start()]
    if _SPAN_BEFORE.search(before):
        return number(match["a"]) < _FIRST_YEAR
    return _NOT_COUNTED.search(before) is None


def _is_base(match: re.Match[str], lower: str) -> bool:
    before = lower[max(0, match.start() - _BEFORE) : match.start()]
    return bool(_BASE_BEFORE.search(before)) and _BASE_BEHIND.match(lower, match.end()) is not None


def _limit(match: re.Match[str], lower: str) -> str:
    before = lower[max(0, match.start() - _BEFORE) : match.start()]
    return "at_most" if _AT_MOST.search(before) else "at_least"


def _change(match: re.Match[str], lower: str) -> str | None:
    before = lower[max(0, match.start() - _BEFORE) : match.start()]
    if _NO_RISE.search(before):
        return None
    direct = _CHANGE.search(before)
    if (
        direct is None
        and not _LEVEL.search(before)
        and _COMPARED.match(lower, match.end(), match.end() + 120)
    ):
        direct = _CHANGED_CLAUSE.search(before)
    return {"tăng": "increase", "giảm": "decrease"}[direct["way"]] if direct else None


def _after_fraction(match: re.Match[str], lower: str) -> int:
    """Where a quantity ends: behind the fraction of a share, or the share of a fraction, in brackets."""
    if match["d"]:
        share = _SHARE_ASIDE.match(lower, match.end())
        return share.end() if share else match.end()
    behind = _FRACTION.search(lower, match.end(), match.end() + 80) if match["pc"] else None
    return behind.end() if behind else match.end()
