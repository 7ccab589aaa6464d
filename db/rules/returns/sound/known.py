"""What a form may name: measures and catalogues of the book."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from db.rules.findings import Finding
from db.rules.measures import Measure, MeasureRef
from db.rules.returns.forms import YEAR


@dataclass(frozen=True)
class KnownNames:
    """The measures by name and of each catalogue its codes (`class` has the classes of scoring).

    `refer` reads a measure with its filters; raises Unknown.
    """

    measures: Mapping[str, Measure]
    entries: Mapping[str, Sequence[str]]
    refer: Callable[[str], MeasureRef]

    def entries_of(self, each: str) -> Sequence[str] | None:
        """Return the codes for which a column for each stands, none where nothing is called so."""
        return ("4", "3", "2", "1", "0") if each == YEAR else self.entries.get(each)


def unknown_finding(code: str, place: str, value: str, near: Iterable[str]) -> Finding:
    """Return the finding of a name that is not known, with near ones where there are any."""
    named = ", ".join(near)
    return Finding(f"{code}_near", place, value, {"near": named}) if named else Finding(code, place, value)
