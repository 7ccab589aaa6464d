"""An invented rule set of sixty criteria for the large book: every kind of answer, groups, conditions, five classes."""

from collections.abc import Iterator

from db.rules.scoring.rule_sets import AnswerKind

CRITERIA = 60
_GROUPS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
_EVERY_NOT_APPLICABLE = 9
_SCALES = {
    AnswerKind.HAND: "",
    AnswerKind.CHOICE: """option = [
    { code = "full", title = "Đầy đủ", points = 2 },
    { code = "part", title = "Một phần", points = 1 },
    { code = "none", title = "Không có", points = 0 },
]""",
    AnswerKind.YES_NO: "",
    AnswerKind.SHARE: """band = [
    { first = 0, below = 50, points = 0 },
    { first = 50, below = 90, points = 1 },
    { first = 90, last = 100, points = 2 },
]""",
    AnswerKind.PER_POPULATION: """per = 1000
band = [{ first = 0, below = 300, points = 0.5 }, { first = 300, points = 2 }]""",
    AnswerKind.BANDS: """counts = true
band = [{ first = 0, last = 1, points = 0 }, { first = 2, last = 3, points = 1.5 }, { first = 4, points = 2 }]""",
    AnswerKind.DEDUCTION: "counts = true\neach = 0.5",
}
_HEAD = """title = "Bộ tiêu chí đo tốc độ"
citation = "Bộ tiêu chí bịa của phép đo tốc độ"
valid_from = {first}
scaled = true
decimals = 2

[due]
registered = {{ month = 3, day = 31 }}
self = {{ month = 11, day = 30 }}
appraised = {{ month = 12, day = 20 }}
recognised = {{ month = 1, day = 31, years_later = 1 }}

[[levels]]
units = ["province", "district", "commune"]
chain = {{ self = "commune", appraised = "district", recognised = "province" }}
"""
_REST = """
[[condition]]
code = "L1"
title = "Còn tụ điểm hoạt động"
kind = "asked"

[[condition]]
code = "L2"
title = "Có cán bộ bị xử lý"
kind = "asked"

[[condition]]
code = "D1"
title = "Nhóm II đạt từ 60 % điểm chuẩn"
kind = "points"
of = "II"
in_percent = true
least = 60

[[condition]]
code = "D2"
title = "Tiêu chí 1 đạt từ 1 điểm"
kind = "points"
of = "1"
least = 1

[[condition]]
code = "D3"
title = "Từ 50 % ở tiêu chí 4"
kind = "value"
of = "4"
least = 50

[[condition]]
code = "D4"
title = "Ít nhất 2 trong 3 điều kiện D1 đến D3"
kind = "some"
of = ["D1", "D2", "D3"]
count = 2

[[failing]]
condition = "L1"
class = "weak"

[[failing]]
condition = "L2"
class = "average"

[[class]]
code = "excellent"
title = "Xuất sắc"
least = 75
needs = ["D1", "D2", "D3"]
floors = { I = 8, II = 8 }

[[class]]
code = "good"
title = "Tốt"
least = 65
needs = ["D4"]
floors = { II = 6 }

[[class]]
code = "fair"
title = "Khá"
least = 55

[[class]]
code = "average"
title = "Trung bình"
least = 45

[[class]]
code = "weak"
title = "Yếu"
least = 0
"""


def rule_set_text(year: int) -> str:
    """Return the rule set as TOML, in force from the first day of a year."""
    return "\n".join((_HEAD.format(first=f"{year}-01-01"), *_groups(), _REST))


def _groups() -> Iterator[str]:
    kinds = tuple(_SCALES)
    size = -(-CRITERIA // len(_GROUPS))
    for place in range(CRITERIA):
        if place % size == 0:
            code = _GROUPS[place // size]
            yield f'[[group]]\ncode = "{code}"\ntitle = "NHÓM {code}"\n'
        kind = kinds[place % len(kinds)]
        free = str(place % _EVERY_NOT_APPLICABLE == 0).lower()
        yield (
            f'[[group.criterion]]\ncode = "{place + 1}"\ntitle = "Tiêu chí thứ {place + 1}"\nmost = 2\n'
            f"may_not_apply = {free}\n\n"
            f'[group.criterion.answer]\nkind = "{kind}"\n{_SCALES[kind]}\n'
        )
