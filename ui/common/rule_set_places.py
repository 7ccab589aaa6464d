"""Where something stands in a rule set, in words: “Tiêu chí 1.2, khoảng dòng 3”."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from db.rules.scoring.rule_sets import RuleSet

_FIELDS = {
    "title": "tên",
    "code": "mã",
    "citation": "căn cứ",
    "valid_from": "từ ngày",
    "valid_to": "đến hết ngày",
    "decimals": "số chữ số lẻ",
    "total": "tổng điểm ghi",
    "most": "điểm chuẩn",
    "least": "ít nhất",
    "points": "điểm",
    "kind": "cách chấm",
    "option": "các mức",
    "band": "các khoảng",
    "first": "từ",
    "last": "đến",
    "below": "dưới",
    "full": "đủ điểm từ",
    "each": "trừ mỗi lần",
    "floor": "trừ đến mức",
    "per": "tính cho số dân",
    "yes": "điểm khi Có",
    "no": "điểm khi Không",
    "measure": "đại lượng",
    "whole_measure": "đại lượng làm mẫu số",
    "may_not_apply": "có thể không áp dụng",
    "of": "xét",
    "count": "số điều kiện cần",
    "needs": "điều kiện cần",
    "floors": "điểm tối thiểu của nhóm",
    "condition": "điều kiện",
    "class": "loại",
    "group": "các nhóm",
    "levels": "các cấp",
}
DUE_WORDS = {
    "registered": "hạn đăng ký",
    "self": "hạn xã tự chấm",
    "appraised": "hạn thẩm định",
    "recognised": "hạn công nhận",
}
_Named = tuple[str, Callable[[Any], Sequence[Any]]]
_PARTS: Mapping[str, _Named] = {
    "group": ("nhóm {code}", lambda part: part.groups),
    "criterion": ("tiêu chí {code}", lambda part: part.criteria),
    "item": ("tiểu mục {code}", lambda part: part.items),
    "condition": ("điều kiện {code}", lambda part: part.conditions),
    "class": ("loại {code}", lambda part: part.classes),
}
_ROWS = {
    "option": "mức dòng {row}",
    "band": "khoảng dòng {row}",
    "failing": "điều kiện liệt dòng {row}",
    "levels": "các cấp dòng {row}",
}


def place_words(rule_set: RuleSet, place: str) -> str:
    """Write a place of a finding for people."""
    named = list(_words(rule_set, place.split(".")))
    kinds = {kind for kind, _ in named}
    # Who looks for an item knows it by its own code.
    hidden = {"group": {"criterion"}, "criterion": {"item"}}
    words = ", ".join(text for kind, text in named if not hidden.get(kind, set()) & kinds)
    return words[:1].upper() + words[1:]


def _words(rule_set: RuleSet, parts: list[str]) -> Iterator[tuple[str, str]]:
    """Return what each part of a place names, with its words."""
    held: Any = rule_set
    for part, row in zip(parts, [*parts[1:], ""], strict=True):
        if row.isdecimal() and part in _PARTS:
            words, below = _PARTS[part]
            held = below(held)[int(row) - 1]
            yield part, words.format(code=held.code or f"dòng {row}")
        elif row.isdecimal():
            yield part, _ROWS[part].format(row=row)
        elif part in DUE_WORDS:
            yield part, DUE_WORDS[part]
        elif part != "due" and not part.isdecimal():
            yield part, _FIELDS.get(part, part)
