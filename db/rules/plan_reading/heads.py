"""The head of a plan: number and symbol, place and day, subject, years."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from db.rules.plan_reading.blocks import Paragraph, Place
from db.rules.plan_reading.cleaning import cleaned_line, is_upper, key
from db.rules.plan_reading.days import day_of
from db.rules.plan_reading.grounds import GROUNDS
from db.rules.plan_reading.marks import mark_of
from db.rules.plan_reading.result import ReadDay, ReadNumber, ReadText
from db.rules.text import cleaned

_NUMBER = re.compile(
    r"\bS[ốôổồỗộoóỐÔỔO]\s?[:.;]{0,2}\s?([\d\s.…_-]{0,15}?)\s?/\s?([A-ZĐ][A-ZĐa-zđ]{1,9}(?:\s?[-–]\s?[A-ZĐ&,0-9.]{1,12}){0,4}(?:\([A-ZĐ0-9]{1,10}\))?)"
)
# Bodies of the Party write `Số 03-KH/BCĐ`.
_PARTY_NUMBER = re.compile(r"\bS[ốôổỐÔ]\s?:?\s?(\d{0,5})\s?[-–]\s?([A-ZĐ]{2,6}/[A-ZĐ][A-ZĐa-zđ.-]{1,12})")
_KIND_ALONE = re.compile(
    r"(?:dự thảo\s+)?kế hoạch(?:\s+liên\s+(?:tịch|ngành)|\s+phối hợp)?\s*", re.IGNORECASE
)
_KIND_LEFT = re.compile(
    r"(?:dự thảo\s+)?(?:kế hoạch|chương trình hành động|chương trình|phương án|đề án)\s*", re.I
)
_ISSUED = re.compile(
    r"([^\W\d_][^,;:/\d]{1,50}?)\s?[,.]?\s+ng[àa]y\s?([\d.…_]{0,30})\s?th[áa]ng\s?([\d.…_]{0,30})\s?n[ăa]m\s?((?:19|20)\d\d)?",
    re.IGNORECASE,
)
_ISSUED_SHORT = re.compile(
    r"([^\W\d_][^,;:/\d]{1,50}?)\s?[,.]?\s+ng[àa]y\s?(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?((?:19|20)\d\d)(?!\d)",
    re.I,
)
_ATTACHED = re.compile(
    r"[Kk]èm theo (?:Kế hoạch|Quyết định) "
    r"số\s?:?\s?(\d{0,5})\s?/\s?([A-ZĐ][A-ZĐa-zđ&\s-]{1,30}?)\s?(?:,\s?)?ngày (\d{1,2} tháng \d{1,2} năm \d{4}"
    r"|[\d/.\s-]{0,12})"
)
_RANGE = re.compile(r"((?:19|20)\d\d)\s?(?:-|–|—|den(?: nam)?|÷)\s?((?:19|20)\d\d)(?!\d)")
_ONE_YEAR = re.compile(r"(?:nam|/)\s?((?:19|20)\d\d)(?!\s?[-–—÷]\s?(?:19|20)\d\d)(?! den)(?!\d)")
_UNTIL_YEAR = re.compile(r"den (?:het )?nam ((?:19|20)\d\d)")
_ANY_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# Years of what lies beyond the plan, and of documents that it carries out.
_NOT_ITS_YEARS = re.compile(
    r"(?:dinh huong|tam nhin)[^,;\d]{0,20}(?:19|20)\d\d|\bso \d{1,5}/(?:(?:19|20)\d\d/\S+"
    r"|\S+(?:,? (?:nam|ngay) [\d/.-]+)?)"
)
_YEAR_AFTER_YEAR = re.compile(r"nam ((?:19|20)\d\d)(?:,| va| va nam) ((?:19|20)\d\d)(?!\d)")
_LEAST_SUBJECT = 8
_ABOUT = re.compile(r"(?:v/v|về việc)\s*:?\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Subject:
    """The subject and how many of the following blocks it took."""

    text: ReadText | None
    taken: int


def number_of(lines: Iterable[Paragraph]) -> ReadNumber | None:
    """Return number and symbol from the lines of the head; the number is none where it was left blank."""
    for line in lines:
        match = _NUMBER.search(line.text[:300])
        if match:
            digits = "".join(sign for sign in match[1] if sign.isdigit())
            symbol = re.sub(r"\s?[-–]\s?", "-", match[2]).strip(" -.,")
            return ReadNumber(line.place, f"{digits}/{symbol}" if digits else None, symbol)
        party = _PARTY_NUMBER.search(line.text[:300])
        if party:
            return ReadNumber(line.place, f"{party[1]}-{party[2]}" if party[1] else None, party[2])
    return None


def attached_number(lines: Iterable[Paragraph]) -> tuple[ReadNumber, ReadDay | None] | None:
    """Return number and day from `(Kèm theo Kế hoạch số … ngày …)`, for a text that lost its head or has none."""
    for line in lines:
        match = _ATTACHED.search(line.text[:500])
        if match:
            symbol = re.sub(r"\s?-\s?", "-", match[2]).strip()
            number = ReadNumber(
                line.place, f"{match[1]}/{symbol}" if match[1] else None, symbol, certain=False
            )
            day = day_of(f"ngày {match[3]}")
            return number, ReadDay(line.place, day, certain=False) if day else None
    return None


def place_and_day(lines: Iterable[Paragraph]) -> tuple[ReadText | None, ReadDay | None, int | None]:
    """Return place, day of issue and its year; a day or month that was left blank gives no day."""
    for line in lines:
        text = _NUMBER.sub(" ", line.text[:300])
        match = _ISSUED.search(text) or _ISSUED_SHORT.search(text)
        if match:
            place = ReadText(line.place, _place_name(match[1]))
            year = int(match[4]) if match[4] else None
            return place, _day(line.place, match[2], match[3], year), year
    return None, None, None


def subject_of(title: Paragraph, following: Sequence[Paragraph | object]) -> Subject:
    """Return the subject: what follows the kind on its line, and the lines below it up to grounds or headings."""
    line = cleaned_line(title)
    match = _KIND_ALONE.fullmatch(line.text) or _KIND_LEFT.match(line.text)
    parts = [line.text[match.end() :].strip()] if match and line.text[match.end() :].strip() else []
    place, taken = line.place, 0
    for block in following:
        if not isinstance(block, Paragraph) or not _is_of_subject(cleaned_line(block), parts, place):
            break
        parts.append(cleaned_line(block).text)
        place, taken = place.through(block.place), taken + 1
    text = _ABOUT.sub("", cleaned(" ".join(parts))).strip(" .-")
    return Subject(ReadText(place, text) if len(text) >= _LEAST_SUBJECT else None, taken)


def years_of(text: str) -> tuple[int, int] | None:
    """Return the years that a subject names: a stage (`2021 - 2025`), or the one year of a yearly plan."""
    words = _NOT_ITS_YEARS.sub(" ", key(text))
    pair = _YEAR_AFTER_YEAR.search(words)
    if pair and int(pair[2]) == int(pair[1]) + 1:
        return int(pair[1]), int(pair[2])
    stage = _RANGE.search(words)
    ones = [int(match[1]) for match in _ONE_YEAR.finditer(words)]
    if stage and int(stage[1]) <= int(stage[2]) and not _is_yearly(words, stage, ones):
        return int(stage[1]), int(stage[2])
    return (ones[0], ones[0]) if ones else None


def years_until(text: str, first: int | None) -> tuple[int, int] | None:
    """Return the years of a plan that only says how far it goes (`đến năm 2030`), from the year of its issue."""
    until = _UNTIL_YEAR.search(key(text))
    if until is None or first is None or not first < int(until[1]) or len(_ANY_YEAR.findall(text)) > 1:
        return None
    return first, int(until[1])


def _is_yearly(words: str, stage: re.Match[str], ones: Sequence[int]) -> bool:
    # `năm 2025 … giai đoạn 2021-2025` is the plan of a year; `giai đoạn 2026-2030 và năm 2026` is not.
    if not ones or "den nam" in words[max(0, stage.start() - 1) : stage.end()]:
        return False
    between = words[stage.end() : stage.end() + 12]
    return " va nam" not in between and not re.search(r"nam (?:19|20)\d\d va giai doan", words)


def _is_of_subject(line: Paragraph, parts: Sequence[str], place: Place) -> bool:
    text = line.text
    if not text or mark_of(text) is not None or text.startswith(("(", "Kính gửi")) or _NUMBER.match(text):
        return False
    if not parts:
        return len(text) < 500
    if len(" ".join(parts)) > 400 or len(text) > 250:
        return False
    words = key(text)
    if words.startswith(GROUNDS) and not is_upper(text) and not text[:1].islower():
        return False
    near = line.place.first - place.last <= 1
    hangs = text[:1].islower() or words.startswith(("nam 20", "giai doan", "tren dia ban", "den nam"))
    return hangs or (near and not text.endswith((".", ":", ";")) and not _stands_apart(parts[-1], text))


def _stands_apart(before: str, text: str) -> bool:
    return is_upper(before) != is_upper(text) and len(text) > 120


def _place_name(text: str) -> str:
    # In one line with other words of the head only the last ones are the place.
    name = cleaned(text)
    for word in ("Hạnh phúc", "HẠNH PHÚC", "NAM"):
        name = name.rpartition(word)[2] if word in name else name
    return name.strip(" -–,.")


def _day(place: Place, day: str, month: str, year: int | None) -> ReadDay | None:
    days, months = (re.sub(r"\D", "", part) for part in (day, month))
    if not (days and months and year):
        return None
    try:
        return ReadDay(place, date(year, int(months), int(days)))
    except ValueError:
        return None
