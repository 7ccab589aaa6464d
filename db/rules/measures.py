"""Measures: named numbers of four kinds, and how values of each kind come together."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from db.rules.findings import Unknown
from db.rules.formats import Number
from db.rules.near_names import near_names

_EXPRESSION = re.compile(r"(?P<name>[a-z0-9_.]+)(?:\[(?P<filters>[^\[\]]*)\])?")
_THREE_DECIMALS = Decimal("0.001")


# The unit of measure of what counts communes.
UNITS_COUNTED = "đơn vị"


class MeasureKind(StrEnum):
    """How values come together.

    A flow adds up over time and units; a stock, as of the last day, over units; a distinct over neither; a ratio is
    recomputed from its two parts.
    """

    FLOW = "flow"
    STOCK = "stock"
    DISTINCT = "distinct"
    RATIO = "ratio"


@dataclass(frozen=True)
class Measure:
    """A named number.

    `source` names the facts it is counted from and `value` what is added up of each (nothing: the facts are counted);
    `where` holds conditions that are part of it, `filters` what may narrow it in brackets. A ratio has two `parts`,
    numerator and denominator, and a `scale` (100 for per cent). `about` tells an officer how it is counted. A condition
    with several codes holds for any of them. `apart` says of a distinct why it adds up over units all the same: what
    it counts belongs to one unit alone; without it, it does not.
    """

    name: str
    title: str
    unit: str
    kind: MeasureKind
    source: str = ""
    value: str = ""
    where: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    filters: tuple[str, ...] = ()
    parts: tuple[str, str] | None = None
    scale: int = 1
    about: str = ""
    apart: str = ""

    @property
    def adds_over_units(self) -> bool:
        """Return whether the values of several units add up to that of all of them."""
        return self.kind in (MeasureKind.FLOW, MeasureKind.STOCK) or bool(self.apart)

    @property
    def of_communes(self) -> bool:
        """Return whether it counts units: of units that became one it counts another number than of the one."""
        return self.unit == UNITS_COUNTED

    @property
    def of_scores(self) -> bool:
        """Return whether it is of the scoring of communes: points of several are not those of the one they became."""
        return self.name.startswith("scores.")


@dataclass(frozen=True)
class MeasureRef:
    """A measure as it is asked for, narrowed by filters: `outreach.people[audience=worker]`."""

    measure: Measure
    filters: tuple[tuple[str, str], ...] = ()

    @property
    def expression(self) -> str:
        """Return the text that names it."""
        inside = ",".join(f"{key}={value}" for key, value in self.filters)
        return f"{self.measure.name}[{inside}]" if inside else self.measure.name

    def part(self, name: str, catalogue: Mapping[str, Measure]) -> "MeasureRef":
        """Return a part of a ratio, narrowed by those of the ratio's filters that the part knows."""
        measure = catalogue[name]
        return MeasureRef(measure, tuple(pair for pair in self.filters if pair[0] in measure.filters))


def parse_expression(text: str, catalogue: Mapping[str, Measure]) -> MeasureRef:
    """Read the name of a measure with its filters; raises `Unknown` with near names."""
    match = _EXPRESSION.fullmatch(text.strip())
    measure = catalogue.get(match["name"]) if match else None
    if match is None or measure is None:
        raise Unknown("measure", text, near_names(text, catalogue))
    return MeasureRef(measure, tuple(_filter(pair, measure) for pair in _pairs(match["filters"])))


def total(values: Iterable[Number | None]) -> Number | None:
    """Add values up; those that were not recorded are left out, and nothing recorded gives nothing, not 0."""
    recorded = [value for value in values if value is not None]
    return sum(recorded) if recorded else None


def ratio(numerator: Number | None, denominator: Number | None, scale: int) -> Decimal | None:
    """Return numerator ÷ denominator × scale, 3 decimals, half up; nothing if a part is missing or the whole is 0."""
    if numerator is None or not denominator:
        return None
    exact = Decimal(numerator) * scale / Decimal(denominator)
    return exact.quantize(_THREE_DECIMALS, ROUND_HALF_UP)


def _pairs(inside: str | None) -> list[str]:
    return [part.strip() for part in (inside or "").split(",") if part.strip()]


def _filter(pair: str, measure: Measure) -> tuple[str, str]:
    key, _, value = (part.strip() for part in pair.partition("="))
    if key not in measure.filters or not value:
        raise Unknown("filter", pair, tuple(f"{name}=" for name in measure.filters))
    return key, value
