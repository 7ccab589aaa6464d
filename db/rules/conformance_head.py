"""Departures from Decree 30/2020/NĐ-CP, appendix I, above the body: agency, number, day, subject, grounds."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from db.rules.findings import Finding
from db.rules.numbering import day_label, month_label, number_label
from db.rules.printed_paper import PrintedHead, PrintedPaper

_NUMBER = re.compile(r"^Số\s*:?\s*(?P<number>\d*)\s*(?P<slash>/?)\s*(?P<symbol>.*)$")
_SYMBOL = re.compile(r"^[A-ZĐ]+(-[A-ZĐ0-9.&]+)+$")
# Abbreviations that keep a small letter.
_MIXED = re.compile(r"TTg|TTr")
_BLANK = r"[\d….]*"
_DAY = re.compile(
    rf"^(?P<place>.*?)(?P<comma>,?)\s*ngày\s*(?P<day>{_BLANK})\s*tháng\s*(?P<month>{_BLANK})"
    rf"\s*năm\s*(?P<year>{_BLANK})$"
)
# A report (báo cáo) rests on no grounds.
_REPORT_KIND = "BÁO CÁO"
_GROUND_OPENINGS = ("Căn cứ", "Theo đề nghị", "Thực hiện")


def check_head(document: PrintedPaper) -> Iterator[Finding]:
    """Yield what departs in head, kind, subject and grounds (appendix I, section II, points 2 to 6)."""
    yield from _check_agency(document.head)
    yield from check_number_line(document.head.number_line)
    yield from check_place_and_day(document.head.place_and_day)
    yield from _check_kind(document)
    yield from _check_subject(document.subject.strip(), document.kind)
    if document.kind.strip() != _REPORT_KIND:
        yield from _check_grounds(document.grounds)


def check_number_line(line: str) -> Iterator[Finding]:
    """Yield what departs in a line of number and symbol, ours or one as received (`Số: 05/KH-UBND`; point 3)."""
    found = _NUMBER.match(line.strip())
    if found is None:
        yield Finding("paper_number_missing", "number", line.strip())
        return
    yield from _check_number(found["number"])
    yield from _check_symbol(found["symbol"].strip(), bool(found["slash"]))


def check_place_and_day(line: str) -> Iterator[Finding]:
    """Yield what departs in a line of place and day, ours or one as received (point 4)."""
    found = _DAY.match(" ".join(line.split()))
    if found is None:
        yield Finding("paper_date_incomplete", "issued_on", line.strip())
        return
    place = found["place"].strip()
    if not place:
        yield Finding("paper_place_missing", "place")
    elif not found["comma"]:
        yield Finding("paper_place_comma", "place", place)
    yield from _check_day(found["day"].strip("…."), found["month"].strip("…."), found["year"].strip("…."))


def _check_agency(head: PrintedHead) -> Iterator[Finding]:
    if not head.issuing_agency.strip():
        yield Finding("paper_agency_missing", "issuing_agency")


def _check_number(number: str) -> Iterator[Finding]:
    if not number:
        yield Finding("paper_number_missing", "number")
    elif number != number_label(int(number)):
        yield Finding("paper_number_zero", "number", number, {"expected": number_label(int(number))})


def _check_symbol(symbol: str, after_slash: bool) -> Iterator[Finding]:
    if not symbol:
        yield Finding("paper_symbol_missing", "symbol")
    elif _MIXED.sub("", symbol) != _MIXED.sub("", symbol).upper():
        yield Finding("paper_symbol_small", "symbol", symbol, {"expected": symbol.upper()})
    elif not after_slash or not _SYMBOL.match(_MIXED.sub("TT", symbol)):
        yield Finding("paper_symbol_form", "symbol", symbol)


def _check_day(day: str, month: str, year: str) -> Iterator[Finding]:
    written = f"{day or '…'}/{month or '…'}/{year or '…'}"
    if not (day or month or year):
        yield Finding("paper_date_missing", "issued_on")
    elif not (day and month and year):
        yield Finding("paper_date_incomplete", "issued_on", written)
    elif not _exists(day, month, year):
        yield Finding("paper_date_impossible", "issued_on", written)
    else:
        yield from _check_zeros(day, month)


def _check_zeros(day: str, month: str) -> Iterator[Finding]:
    for code, given, expected in (
        ("paper_day_zero", day, day_label(int(day))),
        ("paper_month_zero", month, month_label(int(month))),
    ):
        if given != expected:
            yield Finding(code, "issued_on", given, {"expected": expected})


def _exists(day: str, month: str, year: str) -> bool:
    try:
        return date(int(year), int(month), int(day)).year > 1000
    except ValueError:
        return False


def _check_kind(document: PrintedPaper) -> Iterator[Finding]:
    if not document.kind.strip():
        yield Finding("paper_kind_missing", "kind")


def _check_subject(subject: str, kind: str) -> Iterator[Finding]:
    if not subject:
        yield Finding("paper_subject_missing", "subject")
        return
    if subject == subject.upper():
        yield Finding("paper_subject_capitals", "subject", subject)
    elif subject[0] != subject[0].upper():
        yield Finding("paper_subject_small", "subject", subject)
    if subject.endswith((".", ";", ",")):
        yield Finding("paper_subject_stop", "subject", subject)
    if kind.strip() and subject.upper().startswith(f"{kind.strip()} "):
        yield Finding("paper_subject_repeats_kind", "subject", subject, {"kind": kind.strip()})


def _check_grounds(grounds: Sequence[str]) -> Iterator[Finding]:
    if not grounds:
        yield Finding("paper_grounds_missing", "grounds")
    for number, ground in enumerate(grounds, start=1):
        text, last = ground.strip(), number == len(grounds)
        if not text.startswith(_GROUND_OPENINGS):
            yield Finding("paper_ground_opening", f"grounds.{number}", text)
        if last and not text.endswith("."):
            yield Finding("paper_last_ground_end", f"grounds.{number}", text)
        if not last and not text.endswith(";"):
            yield Finding("paper_ground_end", f"grounds.{number}", text)
