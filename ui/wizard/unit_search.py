"""Finding one unit among all of a list by typing part of its name, with or without tone marks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from db.rules.text import folded, sort_key
from db.rules.units import Level, UnitLine, bare_name
from ui.common.forms.choosing import has_word


@dataclass(frozen=True)
class Candidate:
    """A unit that may keep a book, with the names of the units above it, the nearest first."""

    id: int
    code: str
    name: str
    level: int
    above: tuple[str, ...]
    above_codes: tuple[str, ...]
    search: str

    @property
    def within(self) -> str:
        """Return the units above it in words."""
        return ", ".join(self.above)


class UnitIndex:
    """The units of a list, ready for search: by level, then in Vietnamese order."""

    def __init__(self, lines: Sequence[UnitLine]) -> None:
        self.lines = tuple(lines)
        self._by_code = {line.code: line for line in lines}
        # A province seldom keeps a book: it stands after all others.
        eligible = sorted(
            lines,
            key=lambda line: (
                line.level == Level.PROVINCE,
                line.level,
                sort_key(bare_name(line.name)),
                line.code,
            ),
        )
        self.candidates = tuple(self._candidate(at, line) for at, line in enumerate(eligible, start=1))
        self._by_id = {item.id: item for item in self.candidates}

    def count(self, level: Level) -> int:
        """Return how many units of a level the list has."""
        return sum(line.level == level for line in self.lines)

    def candidate(self, candidate_id: int) -> Candidate:
        """Return a candidate by its number."""
        return self._by_id[candidate_id]

    def within(self, level: Level, parent_code: str = "") -> tuple[UnitLine, ...]:
        """Return the units of a level in Vietnamese order, only those of a parent where one is given."""
        found = [line for line in self.lines if line.level == level and parent_code in ("", line.parent_code)]
        return tuple(sorted(found, key=lambda line: sort_key(bare_name(line.name))))

    def find(self, typed: str, within: Sequence[str] = ()) -> tuple[Candidate, ...]:
        """Return the units whose words begin with the typed words; those named so themselves come first."""
        words, wanted = folded(typed).split(), folded(typed)
        found = [
            item
            for item in self.candidates
            if all(code in item.above_codes or code == item.code for code in within)
            and all(has_word(item.search, word) for word in words)
        ]
        return (
            tuple(sorted(found, key=lambda item: not item.search.startswith(wanted)))
            if words
            else tuple(found)
        )

    def _candidate(self, number: int, line: UnitLine) -> Candidate:
        above = self._above(line, self._by_code)
        names = tuple(item.name for item in above)
        search = folded(" ".join((bare_name(line.name), line.name, *names, line.code)))
        codes = tuple(item.code for item in above)
        return Candidate(number, line.code, line.name, line.level, names, codes, search)

    def _above(self, line: UnitLine, known: Mapping[str, UnitLine]) -> list[UnitLine]:
        above: list[UnitLine] = []
        parent = known.get(line.parent_code or "")
        while parent is not None and parent not in above:
            above.append(parent)
            parent = known.get(parent.parent_code or "")
        return above
