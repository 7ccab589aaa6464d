"""A guard for free text: what looks like a trace of a person. The office keeps counts; it names officials only.

It warns and never changes a text. Names of places, agencies and officials of the register, numbers of documents and
sums of money pass. Two full names beside each other are a list; one alone is not, unless words before it say whose.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace

from db.rules.entries import EntryKind, Field, FieldKind
from db.rules.findings import Finding
from db.rules.personal_words import FAMILY_NAMES, FAMOUS_NAMES, PLACE_WORDS
from db.rules.text import cleaned

_FREE_TEXT = frozenset(
    {"note", "topic", "topics", "title", "place", "organiser", "target_groups", "lecturer"}
)
# A name is two words with capitals at least: most texts have none, and are not looked through for families.
_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-ÝĂĐĨŨƠƯẠ-Ỹ]\S* [A-ZÀ-ÖØ-ÝĂĐĨŨƠƯẠ-Ỹ]")
_SYLLABLE = r"[A-ZÀ-ÖØ-ÝĂĐĨŨƠƯẠ-Ỹ][a-zà-öø-ýăđĩũơưạ-ỹ']*"
_NAME = re.compile(rf"(?<![\w'])(?:{FAMILY_NAMES})(?: {_SYLLABLE}){{1,4}}")
# Fewer digits are no day of birth; what stands around them says what they are.
_DIGITS = re.compile(r"\d(?:\D{0,3}\d){3,}")
_BEFORE, _AFTER = 40, 8
_LOUD = re.compile(r"\b[A-ZÀ-ÖØ-ÝĂĐĨŨƠƯẠ-Ỹ]{2,}\b")
_WHOLE_NAME = 3
_PEOPLE = 2
# What stands before the name of a street, a school, a place, a business or an agency.
_PLACE_BEFORE = re.compile(rf"(?<!\w)(?:{PLACE_WORDS})\s*[“\"]?$", re.IGNORECASE)
_ONLY_BETWEEN = re.compile(r"[\s,;–-]*(?:và|đến)?\s*", re.IGNORECASE)
_WHOSE = re.compile(
    r"(?:nạn nhân|đối tượng|người (?:bán|mua|môi giới|báo tin|tố giác)(?: dâm)?|gái|khách mua dâm|bị can|bị cáo)"
    r"(?: là)?(?: tên)?:? ?$",
    re.IGNORECASE,
)
_HONORIFIC = re.compile(r"(?:^|[\s,;(])(?:ông|bà|anh|chị|em|cháu|cô|chú)[: ]+$", re.IGNORECASE)
# Streets, schools and movements bear these names with no word before them.
_FAMOUS = re.compile(FAMOUS_NAMES)
_CITIZEN = re.compile(r"(?<![\d.,/-])0\d{2}[ .]?\d{3}[ .]?\d{3}[ .]?\d{3}(?![\d/-]|[.,]\d)")
_OLD_CITIZEN = re.compile(r"(?<![\d.,/-])\d{9}(?![\d/-]|[.,]\d|\s?(?:đồng|đ\b|vnđ|vnd))", re.IGNORECASE)
_NAMED_CITIZEN = re.compile(
    r"(?:cccd|cmnd|cmtnd|căn cước(?: công dân)?|chứng minh(?: nhân dân| thư)?)(?:\s*số)?\s*[:.]?\s*\d[\d. ]{6,}\d",
    re.IGNORECASE,
)
_MONEY_BEFORE = re.compile(r"(?:tiền|kinh phí|chi|phạt|vốn|vay|trị giá)\s*(?:là|:)?\s*$", re.IGNORECASE)
_PHONE = re.compile(r"(?<![\d.,/-])(?:\+84|0084|84|0)[ .-]?[35789](?:[ .-]?\d){8}(?![\d/-]|[.,]\d)")
_NAMED_PHONE = re.compile(
    r"(?:sđt|sdt|đt|điện thoại|số máy|di động|zalo)\s*(?:số)?\s*[:.]?\s*\+?\d(?:[ .-]?\d){7,11}",
    re.IGNORECASE,
)
_BIRTH = re.compile(
    r"\b(?:ngày sinh|năm sinh|sinh ngày|sinh năm|sinh|sn|ns)\b\s*:?\s*"
    r"(?:\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*(?:19|20)?\d\d|(?:19[3-9]|20[01])\d\b)",
    re.IGNORECASE,
)
# `Học sinh năm 2010`, `phát sinh năm 2019`: no birth.
_NO_BIRTH = re.compile(r"học|vệ|phát|dân|nảy|sản|tái|thí|môn|hy|nhân|trùng|sơ|nữ|nam|thú")


def is_free_text(field: Field) -> bool:
    """Tell whether people write what they like in a field, so that the guard reads it."""
    return field.kind in (FieldKind.TEXT, FieldKind.LINES) and field.key in _FREE_TEXT


def personal_finding(text: str, officials: Container[str] = ()) -> Finding | None:
    """Return what in a text looks like a trace of a person, the plainest first; none where nothing does."""
    plain = cleaned(text)
    for code, found in _numbers(plain):
        return Finding(code, value=found)
    names = _people(plain, officials) if _CAPITALS.search(plain) else []
    return Finding("personal_names", value=", ".join(names)) if names else None


def personal_findings(
    kind: EntryKind, texts: Mapping[str, str], officials: Container[str] = ()
) -> tuple[Finding, ...]:
    """Return what the guard sees in the free texts of a record, each at its field."""
    found = (
        (field.key, personal_finding(texts.get(field.key, ""), officials))
        for field in kind.fields
        if is_free_text(field)
    )
    return tuple(replace(finding, place=key) for key, finding in found if finding is not None)


def _numbers(text: str) -> Iterator[tuple[str, str]]:
    near = [text[max(at.start() - _BEFORE, 0) : at.end() + _AFTER] for at in _DIGITS.finditer(text)]
    for pattern in (_NAMED_CITIZEN, _CITIZEN, _OLD_CITIZEN):
        for match in _found(pattern, near):
            if not _MONEY_BEFORE.search(match.string[: match.start()]):
                yield "personal_citizen", match[0].strip()
    for pattern in (_NAMED_PHONE, _PHONE):
        for match in _found(pattern, near):
            yield "personal_phone", match[0].strip()
    for match in _found(_BIRTH, near):
        if not _NO_BIRTH.fullmatch(_word_before(match.string, match.start())):
            yield "personal_birth", match[0].strip()


def _found(pattern: re.Pattern[str], texts: Iterable[str]) -> Iterator[re.Match[str]]:
    return (match for text in texts for match in pattern.finditer(text))


def _word_before(text: str, at: int) -> str:
    return "".join(text[:at].split()[-1:]).lower()


def _people(text: str, officials: Container[str]) -> list[str]:
    found: list[str] = []
    after_place = 0
    for match in _NAME.finditer(_LOUD.sub(lambda word: word[0].capitalize(), text)):
        before, name = match.string[: match.start()], match[0]
        listed = after_place and _ONLY_BETWEEN.fullmatch(match.string[after_place : match.start()])
        if listed or _PLACE_BEFORE.search(before):
            after_place = match.end()
            continue
        after_place = 0
        if name in officials or _FAMOUS.fullmatch(name):
            continue
        if _WHOSE.search(before):
            return [name]
        if len(name.split()) >= _WHOLE_NAME or _HONORIFIC.search(before):
            found.append(name)
    return found if len(set(found)) >= _PEOPLE else []
