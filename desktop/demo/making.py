"""What the makers of sample records share."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from db.rules.entries import Values
from db.rules.formats import Value
from db.rules.periods import DECREE_09, CutOff, Span
from db.services.entering import entries
from db.services.units import UnitInfo
from db.sessions import Session

LABEL = "Dữ liệu mẫu"
YEARS = (2024, 2025)
COMMUNE = 3


@dataclass
class Sample:
    """What the makers of records share: the session, the units, the texts, one stream of chance."""

    session: Session
    units: Sequence[UnitInfo]
    texts: Mapping[str, Any]
    chance: Random = field(default_factory=lambda: Random(2025))
    cut_off: CutOff = DECREE_09

    def add(self, kind: str, /, **values: Value) -> int:
        """Store a record through the service an officer's form uses."""
        return entries.add(self.session, kind, values)

    def add_many(self, kind: str, rows: Iterable[Values]) -> None:
        """Store records through the service that takes in an office's lists."""
        for _ in entries.add_many(self.session, kind, rows):
            pass

    def communes(self) -> Iterator[UnitInfo]:
        """Return the communes of the district."""
        return (unit for unit in self.units if unit.level == COMMUNE)

    def day(self, span: Span) -> date:
        """Return some day of a span."""
        return span.first + timedelta(days=self.chance.randrange((span.last - span.first).days + 1))
