"""The measures that follow from the office's list of figure definitions."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from db.rules.figure_definitions import Definition, definitions_of
from db.rules.measures import Measure, MeasureKind

# Names of measures are written with these letters only.
_CODE = re.compile(r"[a-z][a-z0-9_]*")
MEASURES_PREFIX = "figures"


def is_figure_code(code: str) -> bool:
    """Tell whether a code can be part of a measure's name; a figure of any other can be neither entered nor counted."""
    return _CODE.fullmatch(code) is not None


def figure_measures(body: Mapping[str, Any], own: Iterable[Mapping[str, Any]] = ()) -> dict[str, Measure]:
    """Return the measures of a catalogue by name: one for each definition, one for each sum of a group."""
    definitions = [item for item in definitions_of(body, own) if is_figure_code(item.code)]
    measures = [_measure(item) for item in definitions]
    measures += _sums(body, definitions)
    return {measure.name: measure for measure in measures}


def _measure(item: Definition) -> Measure:
    """Return the measure of a definition; of a stock the period that ended last holds."""
    kind, source = (MeasureKind.STOCK, "figures_latest") if item.stock else (MeasureKind.FLOW, "figures")
    where = {"definition": item.code}
    name = f"{MEASURES_PREFIX}.{item.code}"
    return Measure(name, item.title, item.unit, kind, source, "value", where, about=item.about)


def _sums(body: Mapping[str, Any], definitions: Iterable[Definition]) -> Iterator[Measure]:
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
