"""Days and times as plans write them: `ngày 07/3/2016`, `Quý II/2025`, `từ tháng 3 đến tháng 9`."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from db.rules.plan_reading.cleaning import key

_LONGEST_TIME = 200
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
# Both signs are the same: `9 - 11/2025` are months.
_DAY = re.compile(r"(\d{1,2})\s?(?P<sign>[/.-])\s?(\d{1,2})\s?(?P=sign)\s?((?:19|20)\d\d)(?!\d)")
_SPOKEN_DAY = re.compile(r"ngay (\d{1,2}) ?thang (\d{1,2})(?: ?nam ((?:19|20)\d\d))?")
_SHORT_DAY = re.compile(r"ngay (\d{1,2})\s?[/.-]\s?(\d{1,2})(?![\d/])")
_QUARTER = re.compile(r"quy (iv|i{1,3}|[1-4])\b(?:[ /,.-]{0,3}(?:nam )?((?:19|20)\d\d))?")
_MONTH = re.compile(
    r"(?:thang |\bt)?\b(\d{1,2})\s?/\s?((?:19|20)\d\d)|thang (\d{1,2})(?: nam ((?:19|20)\d\d))?(?!\d)"
)
_MONTHS = re.compile(
    r"thang (\d{1,2})(?: ?[-–,] ?| den | va )(?=\d{1,2}(?: ?/ ?(?:19|20)\d\d| nam|$|[^\d/]))"
)
_YEAR = re.compile(r"(?:nam |^)((?:19|20)\d\d)(?!\d)")
_HALVES = (("6 thang dau", (1, 6)), ("6 thang cuoi", (7, 12)), ("9 thang dau", (1, 9)), ("9 thang", (1, 9)))
_WHOLE_YEAR = (
    "ca nam",
    "trong nam",
    "thuong xuyen",
    "hang nam",
    "quanh nam",
    "hang thang",
    "hang quy",
    "dinh ky",
)
_UNTIL = ("truoc", "den ", "cham nhat", "xong", "hoan thanh")

Years = tuple[int, int] | None


@dataclass(frozen=True)
class Time:
    """First and last day, both counted; either may be unknown."""

    starts_on: date | None = None
    ends_on: date | None = None


def day_of(text: str, years: Years = None) -> date | None:
    """Return the first day named in a text, its missing year that of a plan of one year; none where there is none."""
    words = key(text)
    whole_day = _DAY.search(words)
    if whole_day is not None:
        return _made(int(whole_day[4]), int(whole_day[3]), int(whole_day[1]))
    match = _SPOKEN_DAY.search(words) or _SHORT_DAY.search(words)
    if match is None:
        return None
    year = match[3] if match.re is not _SHORT_DAY else None
    whole = int(year) if year else _only_year(years)
    return _made(whole, int(match[2]), int(match[1])) if whole else None


def time_of(text: str, years: Years = None) -> Time:
    """Return the time that a few words name; unknown where they name none that can be told."""
    words = _MONTHS.sub(r"thang \1, thang ", key(text[:_LONGEST_TIME]))
    spans = [*_day_spans(words, years), *_quarter_spans(words, years), *_month_spans(words, years)]
    if spans:
        first, last = min(span[0] for span in spans), max(span[1] for span in spans)
        if len(spans) == 1 and any(words.lstrip().startswith(word) for word in _UNTIL):
            return Time(None, last)
        single_day = len(spans) == 1 and first == last
        return Time(None if single_day else first, last)
    return _rough_time(words, years)


def _rough_time(words: str, years: Years) -> Time:
    named = _YEAR.search(words)
    first, last = (int(named[1]), int(named[1])) if named else years or (0, 0)
    for phrase, (begin, end) in _HALVES:
        if phrase in words and first and first == last:
            return Time(date(first, begin, 1), _month_end(first, end))
    if first and (named or any(word in words for word in _WHOLE_YEAR)):
        return Time(date(first, 1, 1), date(last, 12, 31))
    return Time()


def _day_spans(words: str, years: Years) -> list[tuple[date, date]]:
    days = [_made(int(m[4]), int(m[3]), int(m[1])) for m in _DAY.finditer(words)]
    only = _only_year(years)
    for match in _SPOKEN_DAY.finditer(words):
        year = int(match[3]) if match[3] else only
        days.append(_made(year, int(match[2]), int(match[1])) if year else None)
    if not days and only:
        days = [_made(only, int(m[2]), int(m[1])) for m in _SHORT_DAY.finditer(words)]
    return [(day, day) for day in days if day is not None]


def _quarter_spans(words: str, years: Years) -> list[tuple[date, date]]:
    found = []
    matches = list(_QUARTER.finditer(words))
    named = next((int(m[2]) for m in reversed(matches) if m[2]), _only_year(years))
    for match in matches:
        if named:
            quarter, year = _QUARTERS[match[1]], int(match[2]) if match[2] else named
            found.append((date(year, 3 * quarter - 2, 1), _month_end(year, 3 * quarter)))
    return found


def _month_spans(words: str, years: Years) -> list[tuple[date, date]]:
    found = []
    without_days = _SPOKEN_DAY.sub(" ", _DAY.sub(" ", words))
    matches = [(m[1] or m[3], m[2] or m[4]) for m in _MONTH.finditer(without_days)]
    named = next((int(year) for _, year in reversed(matches) if year), _only_year(years))
    for month, year in matches:
        if named and 1 <= int(month) <= 12:
            whole = int(year) if year else named
            found.append((date(whole, int(month), 1), _month_end(whole, int(month))))
    return found


def _only_year(years: Years) -> int | None:
    return years[0] if years and years[0] == years[1] else None


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
