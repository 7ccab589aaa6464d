"""The kinds of record that registers hold: establishments, inspections, hotspots, models, figures."""

from db.rules.entries import EntryKind, Field, FieldKind, Values
from db.rules.findings import Finding
from db.rules.formats import number_text

_K = FieldKind
# The one form of handling that has a sum.
_FINE = "fine"

ESTABLISHMENTS = EntryKind(
    "establishments",
    (
        Field("name", _K.TEXT, required=True),
        Field("kind", _K.CHOICE, required=True, catalogue="establishment_kinds"),
        Field("unit_id", _K.UNIT, required=True),
        Field("address", _K.TEXT),
        Field("licence", _K.TEXT, max_length=100),
        Field("opened_on", _K.DATE),
        Field("closed_on", _K.DATE),
        Field("note", _K.LINES, max_length=2000),
    ),
    ordered=(("opened_on", "closed_on"),),
)

COMMITMENTS = EntryKind(
    "commitments",
    (Field("signed_on", _K.DATE, required=True), Field("note", _K.LINES, max_length=2000)),
)

WORKFORCES = EntryKind(
    "workforces",
    (
        Field("counted_on", _K.DATE, required=True),
        Field("workers", _K.COUNT, required=True),
        Field("female", _K.COUNT, within="workers"),
    ),
)

INSPECTIONS = EntryKind(
    "inspections",
    (
        Field("held_on", _K.DATE, required=True),
        Field("unit_id", _K.UNIT, required=True),
        Field("team", _K.CHOICE, required=True, catalogue="inspection_teams"),
        Field("establishment_id", _K.LINK, links="establishments"),
        Field("place", _K.TEXT),
        Field("breach", _K.FLAG),
        Field("task_id", _K.LINK, links="tasks"),
        Field("note", _K.LINES, max_length=2000),
    ),
)


def _sum_without_fine(values: Values) -> Finding | None:
    fine, form = values.get("fine"), values.get("form")
    if not isinstance(fine, int) or form in (None, _FINE):
        return None
    return Finding("sum_without_fine", "fine", number_text(fine))


HANDLINGS = EntryKind(
    "handlings",
    (
        Field("form", _K.CHOICE, required=True, catalogue="handling_forms"),
        Field("fine", _K.MONEY),
    ),
    checks=(_sum_without_fine,),
)

HOTSPOTS = EntryKind(
    "hotspots",
    (
        Field("found_on", _K.DATE, required=True),
        Field("unit_id", _K.UNIT, required=True),
        Field("place", _K.TEXT, required=True),
        Field("kind", _K.CHOICE, catalogue="hotspot_kinds"),
        Field("note", _K.LINES, max_length=2000),
    ),
)

HOTSPOT_EVENTS = EntryKind(
    "hotspot_events",
    (
        Field("happened_on", _K.DATE, required=True),
        Field("what", _K.CHOICE, required=True, catalogue="hotspot_events"),
    ),
)

MODELS = EntryKind(
    "models",
    (
        Field("name", _K.TEXT, required=True),
        Field("unit_id", _K.UNIT, required=True),
        Field("kind", _K.CHOICE, catalogue="model_kinds"),
        Field("started_year", _K.YEAR),
        Field("task_id", _K.LINK, links="tasks"),
        Field("note", _K.LINES, max_length=2000),
    ),
)

MODEL_YEARS = EntryKind(
    "model_years",
    (
        Field("year", _K.YEAR, required=True),
        Field("state", _K.CHOICE, required=True, catalogue="model_states"),
    ),
)

FIGURES = EntryKind(
    "figures",
    (
        Field("period", _K.PERIOD, required=True),
        Field("unit_id", _K.UNIT, required=True),
        Field("definition", _K.CHOICE, required=True, catalogue="figure_definitions"),
        Field("value", _K.COUNT, required=True),
        Field("note", _K.LINES, max_length=2000),
    ),
)
