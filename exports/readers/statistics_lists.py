"""The statistics office's list of units: one row per commune, from which provinces and districts are gathered.

Lists since 1 July 2025 have no districts; before, an island district without communes has a row of its own.
"""

from collections.abc import Iterator

from db.rules.findings import Finding
from db.rules.units import Level, UnitLine, clean_unit_name, kind_of_name, name_key
from exports.readers.grids import Row
from exports.readers.heads import Head, Layout

STATISTICS = Layout(
    {
        "province": "Tỉnh Thành Phố",
        "province_code": "Mã TP",
        "district": "Quận Huyện",
        "district_code": "Mã QH",
        "commune": "Phường Xã",
        "commune_code": "Mã PX",
        "kind": "Cấp",
    },
    required=frozenset({"province", "province_code", "commune", "commune_code"}),
    together=frozenset({"district", "district_code"}),
)
_FIELDS = {
    Level.PROVINCE: ("province_code", "province"),
    Level.DISTRICT: ("district_code", "district"),
    Level.COMMUNE: ("commune_code", "commune"),
}


def gathered_units(head: Head) -> Iterator[UnitLine | Finding]:
    """Yield each province and district once, where it is first named, and each commune; findings in between."""
    gathering = _Gathering(head)
    for row in head.data_rows():
        yield from gathering.units_of(row)


class _Gathering:
    def __init__(self, head: Head) -> None:
        self._head = head
        self._first: dict[tuple[Level, str], UnitLine] = {}

    def units_of(self, row: Row) -> Iterator[UnitLine | Finding]:
        parent: Level | None = None
        for level, fields in _FIELDS.items():
            if level is Level.PROVINCE or any(self._head.text(row, field) for field in fields):
                unit = self._unit(row, level, parent)
                yield from (unit,) if level is Level.COMMUNE else self._once(unit)
                parent = level

    def _unit(self, row: Row, level: Level, parent: Level | None) -> UnitLine:
        code, name = (self._head.text(row, field) for field in _FIELDS[level])
        parent_code = None if parent is None else self._head.text(row, _FIELDS[parent][0]) or None
        kind = self._head.text(row, "kind") if level is Level.COMMUNE else ""
        cells = self._cells(row, level, parent)
        return UnitLine(cells["code"], code, name, kind or kind_of_name(name), level, parent_code, cells)

    def _cells(self, row: Row, level: Level, parent: Level | None) -> dict[str, str]:
        code, name = (self._head.place(row, field) for field in _FIELDS[level])
        own_kind = level is Level.COMMUNE and "kind" in self._head.columns
        kind = self._head.place(row, "kind") if own_kind else name
        upper = code if parent is None else self._head.place(row, _FIELDS[parent][0])
        return {"code": code, "name": name, "kind": kind, "parent_code": upper}

    def _once(self, unit: UnitLine) -> Iterator[UnitLine | Finding]:
        first = self._first.setdefault((Level(unit.level), unit.code), unit)
        if first is unit or not unit.code:
            yield unit
            return
        facts = {"code": unit.code, "first": first.place}
        if not _same_name(first.name, unit.name):
            yield Finding("unit_name_differs", unit.place_of("name"), unit.name, facts | {"name": first.name})
        if first.parent_code != unit.parent_code:
            facts |= {"parent": first.parent_code or ""}
            yield Finding("unit_parent_differs", unit.place_of("parent_code"), unit.parent_code or "", facts)


def _same_name(one: str, other: str) -> bool:
    return one == other or name_key(clean_unit_name(one)) == name_key(clean_unit_name(other))
