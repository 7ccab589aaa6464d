"""What figures are counted: the office's list of definitions, and the measures that follow from it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from db.rules.measures import Measure, MeasureKind

# Names of measures are written with these letters only.
_CODE = re.compile(r"[a-z][a-z0-9_]*")
MEASURES_PREFIX = "figures"


@dataclass(frozen=True)
class Definition:
    """A figure that can be entered.

    A flow adds up over periods; of a stock the period that ended last holds. `group` names the sum it is a part of.
    """

    code: str
    title: str
    unit: str
    about: str
    kind: MeasureKind
    group: str


def is_figure_code(code: str) -> bool:
    """Tell whether a code can be part of a measure's name; a figure of any other can be neither entered nor counted."""
    return _CODE.fullmatch(code) is not None


def parse_definitions(body: Mapping[str, Any]) -> tuple[Definition, ...]:
    """Read the definitions of the catalogue; an office's own may say no more than code and title."""
    return tuple(_definition(item) for item in body.get("item", ()) if is_figure_code(item["code"]))


def figure_measures(body: Mapping[str, Any]) -> dict[str, Measure]:
    """Return the measures of the catalogue by name: one for each definition, one for each sum of a group."""
    definitions = parse_definitions(body)
    measures = [_measure(item) for item in definitions]
    measures += _sums(body, definitions)
    return {measure.name: measure for measure in measures}


def _definition(item: Mapping[str, Any]) -> Definition:
    return Definition(
        item["code"],
        item["title"],
        item.get("unit", ""),
        item.get("about", ""),
        MeasureKind(item.get("kind", MeasureKind.FLOW)),
        item.get("group", ""),
    )


def _measure(item: Definition) -> Measure:
    source = "figures" if item.kind is MeasureKind.FLOW else "figures_latest"
    where = {"definition": item.code}
    name = f"{MEASURES_PREFIX}.{item.code}"
    return Measure(name, item.title, item.unit, item.kind, source, "value", where, about=item.about)


def _sums(body: Mapping[str, Any], definitions: tuple[Definition, ...]) -> Iterator[Measure]:
    for item in body.get("sum", ()):
        codes = tuple(part.code for part in definitions if part.group == item["code"])
        if codes:
            where = {"definition": codes}
            yield Measure(
                f"{MEASURES_PREFIX}.{item['code']}",
                item["title"],
                item.get("unit", ""),
                MeasureKind.FLOW,
                "figures",
                "value",
                where,
                about=item.get("about", ""),
            )
