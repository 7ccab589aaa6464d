"""When reports are due: periods and days in the sentences that speak of reporting."""

import re
from collections.abc import Iterable, Iterator

from db.rules.findings import Finding
from db.rules.plan_reading.blocks import Place
from db.rules.plan_reading.cleaning import key
from db.rules.plan_reading.days import Years, day_of
from db.rules.plan_reading.outlines import Outline
from db.rules.plan_reading.result import ReadReport, ReadWarning
from db.rules.plan_reading.targets import parted

_REPORTS = re.compile(r"\bbao cao\b")
_PERIODS = (
    ("nine_months", re.compile(r"\b0?9 thang\b|chin thang")),
    ("half_year", re.compile(r"\b0?6 thang\b|sau thang")),
    ("quarter", re.compile(r"\b(?:hang|hằng|dinh ky)? ?quy\b(?! che| dinh| dat| uoc| tin)")),
    ("month", re.compile(r"(?:hang|hằng|dinh ky|ky) thang\b|\bthang, quy\b|bao cao thang\b")),
    (
        "year",
        re.compile(
            r"(?:ca|hang|hằng|cuoi|dinh ky|bao cao|1|mot|tong ket) nam\b|(?:quy|thang|dau nam)(?:,| va| "
            r"hoac)(?: ca| cuoi)? nam\b|\bmot nam\b|\bnam \(|, nam\b|va nam\b"
        ),
    ),
    ("ad_hoc", re.compile(r"dot xuat")),
)
_DUE = re.compile(
    r"(?:(?:truoc|cham nhat(?: la| vao)?|gui truoc|vao|den)\s(?:ngay\s|het ngay\s)?|(?<=\()ngay\s)"
    r"(?P<due>\d{1,2}\s?(?:[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{4})?|thang \d{1,2}(?: nam "
    r"\d{4})?|(?:cua )?thang cuoi(?: cua)?(?: moi)? quy|hang thang|cua thang(?: [^,;.()]{1,20})?))"
    r"|(?:truoc|vao)\sngay\s(?P<bare>\d{1,2})(?!\d|\s?[/.-]\s?\d|\s(?:cua )?thang)"
)
# `trước ngày 05/6 và 05/12`: the second day leans on the first.
_ALSO = re.compile(
    r"\s?(?:,|va|hoac)\s(?:ngay\s)?(?P<due>\d{1,2}(?:\s?/\s?\d{1,2}(?:\s?/\s?\d{4})?|\sthang\s\d{1,2}))(?!\d|\s?%)"
)
_MONTH_OF_DUE = re.compile(r"\d{1,2}(?:\s?[/.-]\s?|\s(?:cua )?thang\s)(\d{1,2})(?!\d)")
_BY_MONTH = {3: "quarter", 6: "half_year", 9: "nine_months", 11: "year", 12: "year", 1: "year"}
_LONGEST = 1500


def reports_of(read: Outline, years: Years) -> tuple[ReadReport, ...]:
    """Return the reports that the plan asks for, each period and day once.

    A day whose period is not named gets that of its month and is not certain.
    """
    found: dict[tuple[str, str | None], ReadReport] = {}
    for text, place in _texts(read):
        for sentence in parted(text):
            for report in _reports(sentence[:_LONGEST], place, years):
                found.setdefault((report.period, report.due), report)
    return tuple(_without_vague(found.values()))


def warnings_of(reports: Iterable[ReadReport]) -> tuple[ReadWarning, ...]:
    """Return where the period of a report was told by its day alone."""
    return tuple(
        ReadWarning(report.place.first, Finding("plan_report_period", value=report.due or ""))
        for report in reports
        if not report.certain
    )


def _texts(read: Outline) -> Iterator[tuple[str, Place]]:
    for node in read.root.walk():
        if node.title:
            yield node.title, node.place
        for text in node.texts:
            yield text.title, text.place
    for node in read.closing:
        yield node.title, node.place


def _reports(sentence: str, place: Place, years: Years) -> Iterator[ReadReport]:
    words = key(sentence)
    reporting = _REPORTS.search(words)
    if reporting is None:
        return
    dues = list(_dues(words))
    if dues:
        yield from _dated(sentence, words, dues, place, years)
        if "dot xuat" in words:
            yield ReadReport(place, "ad_hoc")
        return
    around = words[max(0, reporting.start() - 80) : reporting.end() + 120]
    if re.search(r"dinh ky|hang |dot xuat|so ket|tong ket|6 thang, (?:9 thang, )?(?:ca )?nam\b", around):
        for period, pattern in _PERIODS:
            if pattern.search(around):
                yield ReadReport(place, period)


def _dues(words: str) -> Iterator[re.Match[str]]:
    for match in _DUE.finditer(words):
        yield match
        while match["due"] and (also := _ALSO.match(words, match.end())):
            yield also
            match = also


def _dated(
    sentence: str, words: str, dues: list[re.Match[str]], place: Place, years: Years
) -> Iterator[ReadReport]:
    start = 0
    printed = sentence if len(sentence) == len(words) else words
    for number, match in enumerate(dues):
        # A period is named before its day, or behind it in brackets.
        until = dues[number + 1].start() if number + 1 < len(dues) else len(words)
        behind = words[match.end() : until].lstrip()
        near = words[start : match.start()] + (
            behind[:60].partition(")")[0] if behind.startswith("(") else ""
        )
        start = match.end()
        group = "due" if match["due"] else "bare"
        due = printed[match.start(group) : match.end(group)]
        yield _due(near, due if match["due"] else f"ngày {due}", place, years)


def _due(near: str, due: str, place: Place, years: Years) -> ReadReport:
    period = _nearest_period(near)
    day = day_of(f"ngày {due}", years)
    if day is None:
        named = period or _period_of_words(key(due))
        month = _MONTH_OF_DUE.search(key(due))
        by_month = _BY_MONTH.get(int(month[1]), "") if month and not named else ""
        return ReadReport(place, named or by_month, due, certain=not by_month)
    if period:
        return ReadReport(place, period, day.isoformat())
    return ReadReport(place, _BY_MONTH.get(day.month, ""), day.isoformat(), certain=False)


def _period_of_words(due: str) -> str:
    if "quy" in due:
        return "quarter"
    return "month" if "hang thang" in due else ""


def _nearest_period(near: str) -> str:
    found = [(match.start(), period) for period, pattern in _PERIODS for match in pattern.finditer(near)]
    named = [(start, period) for start, period in found if period != "ad_hoc"]
    return max(named)[1] if named else ""


def _without_vague(reports: Iterable[ReadReport]) -> Iterator[ReadReport]:
    """A period that has a day somewhere is not told a second time without one."""
    known = list(reports)
    dated = {report.period for report in known if report.due}
    for report in known:
        if report.due or report.period not in dated:
            yield report
