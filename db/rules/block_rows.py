"""The rows of a block as records: which column holds which field, whom a cell names, what is wrong at each cell."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from db.rules.blocks import NumberStyle, Texts, is_blank, number_style, typed_cell
from db.rules.entries import EntryKind, Field, FieldKind, RawValues, Values, read_entry, read_field
from db.rules.findings import Finding
from db.rules.imports.head_keys import head_key
from db.rules.near_names import near_names
from db.rules.stand_ins import StandIns, joined, not_there
from db.rules.text import cleaned, folded
from db.rules.units import name_key

NAMING = (FieldKind.CHOICE, FieldKind.UNIT, FieldKind.LINK)
_LEAST_KNOWN_HEADS = 2


@dataclass(frozen=True)
class Named:
    """What a cell may name: the text that is kept, its title, other names of it, and its days where it has some.

    `place` is the unit of a record: of two of one name the one in the row's unit is meant.
    """

    code: str
    title: str
    also: Texts = ()
    first: date | None = None
    last: date | None = None
    place: str = ""

    def was_there(self, day: date) -> bool:
        """Tell whether it existed on a day; both ends are counted, an empty one is open."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def is_called(self, text: str) -> bool:
        """Tell whether a text is one of its names, tone marks and all."""
        return name_key(text) in map(name_key, (self.title, *self.also))

    @property
    def told(self) -> str:
        """Return its title with the first of its other names, which tells two of one title apart."""
        return f"{self.title} ({self.also[0]})" if self.also else self.title


def _nobody(_: str, __: date) -> StandIns:
    return StandIns()


class Names:
    """A list in which cells are looked up: by the very name, then without tone marks; never by a part of it.

    `stood` tells of units, by what is kept of one and a day, which stood there on a day on which it did not.
    """

    def __init__(self, named: Iterable[Named], stood: Callable[[str, date], StandIns] = _nobody) -> None:
        self.named = tuple(named)
        self._stood = stood
        self._exact: dict[str, list[Named]] = defaultdict(list)
        self._loose: dict[str, list[Named]] = defaultdict(list)
        self._held: dict[tuple[str, str], tuple[Named, ...]] = {}
        for item in self.named:
            for words in dict.fromkeys((item.title, *item.also)):
                self._exact[name_key(words)].append(item)
                self._loose[folded(words)].append(item)

    def meant(self, text: str, place: str = "") -> tuple[Named, ...]:
        """Return all that a text names, those of a place before any elsewhere.

        One whose whole title it is comes before those it is another name of.
        """
        key = (text, place)
        if key not in self._held:
            self._held[key] = self._meant(text, place)
        return self._held[key]

    def _meant(self, text: str, place: str) -> tuple[Named, ...]:
        exact, loose = self._exact.get(name_key(text), []), self._loose.get(folded(text), [])
        here = ([item for item in found if place and item.place == place] for found in (exact, loose))
        found = next(filter(None, here), None) or exact or loose
        whole = [item for item in found if folded(item.title) == folded(text)]
        return tuple(dict.fromkeys(whole or found))

    def near(self, text: str) -> str:
        """Return the names near to a text, for a finding."""
        titles = self._titles
        return ", ".join(dict.fromkeys(titles[name] for name in near_names(text, titles)))

    def not_there(self, place: str, text: str, meant: Iterable[Named], day: date) -> Finding:
        """Return the finding of a text that means only units that were not there on a day."""
        return not_there(place, text, day, joined([self._stood(item.code, day) for item in meant]))

    @cached_property
    def _titles(self) -> Mapping[str, str]:
        return {name: item.title for item in self.named for name in (item.title, *item.also)}


Lists = Mapping[str, Names]


@dataclass(frozen=True)
class BlockRow:
    """One row of a block: its number in it, from 1; texts as typed, values, findings by the keys of fields."""

    number: int
    raw: RawValues
    values: Values
    findings: tuple[Finding, ...]


def match_heads(heads: Sequence[str], names: Mapping[str, Iterable[str]]) -> Texts:
    """Return the field's key of each column by its head (`names`: key → what it may be called), empty if unknown."""
    known = {head_key(name): key for key, every in names.items() for name in every}
    keys: list[str] = []
    for head in heads:
        key = known.get(head_key(head), "")
        keys.append("" if key in keys else key)
    return tuple(keys)


def has_head(rows: Sequence[Texts], names: Mapping[str, Iterable[str]]) -> bool:
    """Tell whether the first row of a block names its columns."""
    first = rows[0] if rows else ()
    filled = sum(not is_blank(text) for text in first)
    known = sum(bool(key) for key in match_heads(first, names))
    return known >= min(_LEAST_KNOWN_HEADS, filled) and known * 2 >= filled > 0


def read_block(
    kind: EntryKind,
    rows: Sequence[Texts],
    columns: Sequence[str],
    lists: Lists,
    *,
    today: date,
    day: str = "",
) -> tuple[BlockRow, ...]:
    """Read the rows of a block whose columns hold the fields of these keys (an empty one is left out).

    `lists` has the names of each CHOICE, UNIT and LINK field, `day` is the key of the day on which a unit must have
    existed. Rows without anything are left out; so are cells beyond the columns.
    """
    style = number_style(
        (kind.field(key), (row[at] for row in rows if at < len(row))) for at, key in enumerate(columns) if key
    )
    texts = [_by_key(row, columns) for row in rows]
    return tuple(
        read_row(kind, row, lists, today=today, day=day, style=style, number=number)
        for number, row in enumerate(texts, start=1)
        if not all(map(is_blank, row.values()))
    )


def read_row(
    kind: EntryKind,
    texts: Mapping[str, str],
    lists: Lists,
    *,
    today: date,
    day: str = "",
    style: NumberStyle = NumberStyle.VIETNAMESE,
    number: int = 1,
) -> BlockRow:
    """Read one row of cells by the keys of their fields."""
    raw = {field.key: typed_cell(field, texts.get(field.key, ""), style) for field in kind.fields}
    on = _day_of(kind, raw, day, today)
    unknown: list[Finding] = []
    silent: set[str] = set()
    for field in kind.fields:
        if field.kind in NAMING and raw[field.key] and field.key in lists:
            place = raw.get("unit_id", "") if field.kind is FieldKind.LINK else ""
            raw[field.key], found = looked_up(field, raw[field.key], lists[field.key], on, bool(day), place)
            unknown += found
            silent |= set() if raw[field.key] else {field.key}
    reading = read_entry(kind, raw, today=today)
    others = [finding for finding in reading.findings if finding.place not in silent]
    return BlockRow(number, raw, reading.values, _in_order(kind, [*unknown, *others]))


def _by_key(row: Texts, columns: Sequence[str]) -> dict[str, str]:
    return {key: text for key, text in zip(columns, row, strict=False) if key}


def _day_of(kind: EntryKind, raw: RawValues, key: str, today: date) -> date | None:
    if not key:
        return None
    value, _ = read_field(kind.field(key), raw.get(key, ""), today=today)
    return value if isinstance(value, date) else None


def looked_up(
    field: Field, text: str, names: Names, on: date | None, dated: bool, place: str = ""
) -> tuple[str, list[Finding]]:
    """Return what is kept for the one that a text names; where it names none or several, nothing and what is wrong."""
    meant = names.meant(text, place)
    if field.kind is FieldKind.UNIT and not _is_bare(text):
        meant = tuple(item for item in meant if item.is_called(text))
    there = [item for item in meant if on is None or item.was_there(on)]
    if len(there) > 1 and not dated:
        there = [item for item in there if item.last is None] or there
    if len(there) == 1:
        return there[0].code, []
    if there and dated and on is None and any(item.first or item.last for item in there):
        return "", []  # Which of them is meant is told by the day, and that is what has to be mended.
    if there:
        near = ", ".join(item.told for item in there)
        return "", [Finding("several_meant", field.key, text, {"near": near})]
    if meant and on is not None:
        return "", [names.not_there(field.key, text, meant, on)]
    near = names.near(text)
    return "", [Finding("near_names" if near else "not_in_list", field.key, text, {"near": near})]


def _is_bare(text: str) -> bool:
    """Tell whether a text is written without any mark: then it means whatever has its letters, else only that name."""
    return folded(text) == cleaned(text).lower()


def _in_order(kind: EntryKind, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    order = {field.key: place for place, field in enumerate(kind.fields)}
    return tuple(sorted(findings, key=lambda finding: order.get(finding.place, len(order))))
