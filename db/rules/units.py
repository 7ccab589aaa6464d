"""Administrative units as lists bring them: levels, codes, kinds and names, and what makes a list acceptable.

The key of a unit is its code plus validity; a list is checked as of one day. Codes have 2 digits for a
province, 3 for a district and 5 for a commune, each unique on its level; their leading zeros matter.
"""

import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum
from functools import lru_cache

from db.rules.findings import Finding
from db.rules.text import cleaned, nfc


class Level(IntEnum):
    """The level of a unit; districts exist until 30 June 2025 only."""

    PROVINCE = 1
    DISTRICT = 2
    COMMUNE = 3


CODE_LENGTHS: Mapping[int, int] = {Level.PROVINCE: 2, Level.DISTRICT: 3, Level.COMMUNE: 5}
KINDS: Mapping[int, tuple[str, ...]] = {
    Level.PROVINCE: ("Tỉnh", "Thành phố"),
    Level.DISTRICT: ("Quận", "Huyện", "Thị xã", "Thành phố"),
    Level.COMMUNE: ("Phường", "Xã", "Thị trấn", "Đặc khu"),
}
# A commune lies under a district until 30 June 2025 and under a province since.
_PARENT_LEVELS: Mapping[int, tuple[int, ...]] = {
    Level.DISTRICT: (Level.PROVINCE,),
    Level.COMMUNE: (Level.DISTRICT, Level.PROVINCE),
}
_LEVELS = {length: level for level, length in CODE_LENGTHS.items()}
_LENGTHS = "/".join(map(str, sorted(_LEVELS)))
_CITY = "Thành phố"
_CITY_KINDS = ("trung ương", "trực thuộc trung ương", "thuộc tỉnh", "thuộc thành phố trung ương")
_KIND_BY_KEY = {kind.lower(): kind for kinds in KINDS.values() for kind in kinds}
_CITY_BY_KEY = {f"{_CITY.lower()} {rest}": _CITY for rest in _CITY_KINDS}
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_WITHOUT_TONES = dict.fromkeys(map(ord, _TONES))


@dataclass(frozen=True)
class UnitLine:
    """One row of a list as read.

    `place` is the row; `cells` names the cell of each field where the file has cells.
    """

    place: str
    code: str
    name: str
    kind: str
    level: int
    parent_code: str | None
    cells: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)

    def place_of(self, name: str) -> str:
        """Return where a field of the row stands: its cell, else the row."""
        return self.cells.get(name, self.place)


def clean_kind(kind: str) -> str:
    """Return a kind in NFC, with single spaces and its usual case (`THỊ  TRẤN` becomes `Thị trấn`)."""
    text = cleaned(kind)
    key = text.lower()
    return _KIND_BY_KEY.get(key) or _CITY_BY_KEY.get(key) or text


def kind_of_name(name: str) -> str:
    """Return the kind with which a name begins, empty where it begins with none."""
    return _parted(name)[0]


def in_sentence(name: str) -> str:
    """Return a unit's name as it stands inside a sentence: `xã Quài Tở`."""
    return name[:1].lower() + name[1:]


def bare_name(name: str) -> str:
    """Return a name without its kind (`Xã Quài Tở` becomes `Quài Tở`); a name without a kind stays."""
    return _parted(name)[1]


def clean_unit_name(name: str) -> str:
    """Return a name in NFC, single spaces, its kind in usual case; tone marks stay where they were."""
    return " ".join(part for part in _parted(name) if part)


def name_key(name: str) -> str:
    """Return a key that is the same whatever the case, spaces and place of tone marks (`Hoà`, `Hòa`)."""
    return " ".join(_tones_last(word) for word in cleaned(name).lower().split(" "))


def code_finding(place: str, code: str) -> Iterator[Finding]:
    """Yield what is wrong with the form of a code where its level is not known."""
    if _is_digits(code) and len(code) in _LEVELS:
        return
    length = max(_LEVELS)
    if code and _lost_zeros(code, length):
        facts = {"length": str(length), "probable": code.zfill(length)}
        yield Finding("unit_code_length", place, code, facts)
    else:
        yield Finding("unit_code_form" if code else "unit_code_empty", place, code, {"length": _LENGTHS})


def check_units(
    lines: Sequence[UnitLine], known: Collection[str] = frozenset()
) -> tuple[tuple[UnitLine, ...], tuple[Finding, ...]]:
    """Return the lines cleaned, and everything that is wrong in the order of the lines.

    `known` are the codes of units already kept: a parent may be one of them. An empty list is a finding.
    """
    clean = tuple(_clean_line(line) for line in lines)
    if not clean:
        return (), (Finding("units_none"),)
    parents = _levels_by_code(clean, known)
    first_places: dict[tuple[int, str], str] = {}
    findings: list[Finding] = []
    for line in clean:
        findings += _own_findings(line)
        findings += _parent_findings(line, parents)
        findings += _twice_findings(line, first_places)
    return clean, tuple(findings)


def _parted(name: str) -> tuple[str, str]:
    words = cleaned(name).split(" ")
    for count in (2, 1):
        kind = _KIND_BY_KEY.get(" ".join(words[:count]).lower())
        if kind:
            return kind, " ".join(words[count:])
    return "", " ".join(words)


@lru_cache(maxsize=8192)
def _tones_last(word: str) -> str:
    marks = unicodedata.normalize("NFD", word)
    tones = "".join(_TONES[mark] for mark in marks if mark in _TONES)
    return nfc(marks.translate(_WITHOUT_TONES)) + tones


def _clean_line(line: UnitLine) -> UnitLine:
    return replace(
        line,
        code=cleaned(line.code),
        name=clean_unit_name(line.name),
        kind=clean_kind(line.kind),
        parent_code=cleaned(line.parent_code or "") or None,
    )


def _levels_by_code(lines: Sequence[UnitLine], known: Collection[str]) -> dict[str, set[int]]:
    levels: dict[str, set[int]] = {}
    for line in lines:
        levels.setdefault(line.code, set()).add(line.level)
    for code in known:
        levels.setdefault(code, set()).add(_LEVELS.get(len(code), 0))
    return levels


def _own_findings(line: UnitLine) -> Iterator[Finding]:
    if line.level in CODE_LENGTHS:
        yield from _code_findings(line)
        yield from _kind_findings(line)
    else:
        yield Finding("unit_level", line.place_of("level"), str(line.level))
    yield from _name_findings(line)


def _code_findings(line: UnitLine) -> Iterator[Finding]:
    length, code = CODE_LENGTHS[line.level], line.code
    if len(code) == length and _is_digits(code):
        return
    rule, facts = "unit_code_form", {"length": str(length), "level": str(int(line.level))}
    if not code:
        rule = "unit_code_empty"
    elif _lost_zeros(code, length):
        rule, facts = "unit_code_length", facts | {"probable": code.zfill(length)}
    elif _is_digits(code) and len(code) in _LEVELS:
        rule, facts = "unit_code_other_level", facts | {"code_level": str(int(_LEVELS[len(code)]))}
    yield Finding(rule, line.place_of("code"), code, facts)


def _kind_findings(line: UnitLine) -> Iterator[Finding]:
    if line.kind not in KINDS[line.level]:
        rule = "unit_kind" if line.kind else "unit_kind_empty"
        facts = {"expected": ", ".join(KINDS[line.level]), "level": str(int(line.level))}
        yield Finding(rule, line.place_of("kind"), line.kind, facts)


def _name_findings(line: UnitLine) -> Iterator[Finding]:
    if not bare_name(line.name):
        yield Finding("unit_name_empty", line.place_of("name"), line.name)
    elif _is_number(line.name):
        yield Finding("unit_name_number", line.place_of("name"), line.name)


def _parent_findings(line: UnitLine, parents: Mapping[str, set[int]]) -> Iterator[Finding]:
    code, place = line.parent_code, line.place_of("parent_code")
    allowed = _PARENT_LEVELS.get(line.level, ())
    if code is None:
        if allowed:
            yield Finding("unit_parent_empty", place, "", {"level": str(int(line.level))})
    elif line.level == Level.PROVINCE:
        yield Finding("unit_parent_of_province", place, code)
    elif code not in parents:
        yield _unknown_parent(code, place, parents, allowed)
    elif allowed and not parents[code].intersection(allowed):
        facts = {"level": str(int(line.level)), "parent_level": str(int(min(parents[code])))}
        yield Finding("unit_parent_level", place, code, facts)


def _unknown_parent(
    code: str, place: str, parents: Mapping[str, set[int]], allowed: Sequence[int]
) -> Finding:
    padded = (code.zfill(CODE_LENGTHS[level]) for level in allowed if _lost_zeros(code, CODE_LENGTHS[level]))
    probable = ", ".join(other for other in padded if other in parents)
    if probable:
        return Finding("unit_parent_length", place, code, {"probable": probable})
    return Finding("unit_parent_unknown", place, code)


def _twice_findings(line: UnitLine, first_places: dict[tuple[int, str], str]) -> Iterator[Finding]:
    first = first_places.setdefault((line.level, line.code), line.place_of("code"))
    here = line.place_of("code")
    if line.code and first != here:
        yield Finding("unit_code_twice", here, line.code, {"first": first})


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _is_number(text: str) -> bool:
    return _is_digits(text.replace(".", "").replace(",", "").removeprefix("-"))


def _lost_zeros(code: str, length: int) -> bool:
    # A spreadsheet drops every leading zero of a number: a short code that still has one was typed short.
    return _is_digits(code) and len(code) < length and not code.startswith("0")
