"""The kinds of record that are typed in, field by field, in the order of the form."""

from db.rules.entries import EntryKind, Field, FieldKind, Values
from db.rules.findings import Finding
from db.rules.register_kinds import (
    COMMITMENTS,
    ESTABLISHMENTS,
    FIGURES,
    HANDLINGS,
    HOTSPOT_EVENTS,
    HOTSPOTS,
    INSPECTIONS,
    MODEL_YEARS,
    MODELS,
    WORKFORCES,
)

_K = FieldKind

OUTREACH = EntryKind(
    "outreach",
    (
        Field("held_on", _K.DATE, required=True),
        Field("unit_id", _K.UNIT, required=True),
        Field("form", _K.CHOICE, required=True, catalogue="outreach_forms"),
        Field("audience", _K.CHOICE, catalogue="audiences"),
        Field("topic", _K.TEXT),
        Field("sessions", _K.COUNT),
        Field("people", _K.COUNT),
        Field("female", _K.COUNT, within="people"),
        Field("leaflets", _K.COUNT),
        Field("panels", _K.COUNT),
        Field("news_items", _K.COUNT),
        Field("broadcasts", _K.COUNT),
        Field("programme", _K.CHOICE, catalogue="programmes"),
        Field("organiser", _K.TEXT),
        Field("cost", _K.MONEY),
        Field("task_id", _K.LINK, links="tasks"),
        Field("note", _K.LINES, max_length=2000),
    ),
)


def _name_is_number(values: Values) -> Finding | None:
    name = values.get("name")
    if not isinstance(name, str) or any(map(str.isalpha, name)):
        return None
    return Finding("name_is_number", "name", name)


TRAININGS = EntryKind(
    "trainings",
    (
        Field("starts_on", _K.DATE, required=True),
        Field("ends_on", _K.DATE, required=True),
        Field("unit_id", _K.UNIT, required=True),
        Field("title", _K.TEXT, required=True),
        Field("topics", _K.LINES, max_length=2000),
        Field("place", _K.TEXT),
        Field("organiser", _K.TEXT),
        Field("target_groups", _K.TEXT),
        Field("lecturer", _K.TEXT),
        Field("others_total", _K.COUNT),
        Field("others_female", _K.COUNT, within="others_total"),
        Field("cost", _K.MONEY),
        Field("task_id", _K.LINK, links="tasks"),
        Field("note", _K.LINES, max_length=2000),
    ),
    ordered=(("starts_on", "ends_on"),),
)

OFFICIALS = EntryKind(
    "officials",
    (
        Field("name", _K.TEXT, required=True, max_length=100),
        Field("unit_id", _K.UNIT, required=True),
        Field("post", _K.TEXT),
        Field("role", _K.CHOICE, catalogue="official_roles"),
        Field("female", _K.FLAG),
        Field("from_on", _K.DATE),
        Field("to_on", _K.DATE),
    ),
    ordered=(("from_on", "to_on"),),
    checks=(_name_is_number,),
)

PLANS = EntryKind(
    "plans",
    (
        Field("subject", _K.TEXT, required=True, max_length=500),
        Field("first_year", _K.YEAR, required=True),
        Field("last_year", _K.YEAR, required=True),
        Field("kind", _K.CHOICE, required=True, catalogue="plan_kinds"),
        Field("scheme", _K.CHOICE, required=True, catalogue="plan_schemes"),
        Field("state", _K.CHOICE, required=True, catalogue="plan_states"),
        Field("number", _K.COUNT),
        Field("symbol", _K.TEXT, max_length=50),
        Field("issued_on", _K.DATE),
        Field("grounds", _K.LINES, max_length=10000),
        Field("recipients", _K.LINES, max_length=5000),
        Field("authority", _K.TEXT),
        Field("signatory_post", _K.LINES),
        Field("signatory_name", _K.TEXT, max_length=100),
    ),
    ordered=(("first_year", "last_year"),),
)

# What makes an amendment a document; `reason` is printed as its grounds.
AMENDMENT = EntryKind(
    "amendments",
    (
        Field("number", _K.COUNT, required=True),
        Field("symbol", _K.TEXT, max_length=50),
        Field("issued_on", _K.DATE, required=True),
        Field("reason", _K.LINES, required=True, max_length=5000),
    ),
)

SECTIONS = EntryKind(
    "sections",
    (
        Field("shape", _K.CHOICE, required=True, catalogue="section_shapes"),
        Field("text", _K.LINES, max_length=20000),
    ),
)

TARGETS = EntryKind(
    "targets",
    (
        Field("text", _K.LINES, required=True, max_length=2000),
        Field("operator", _K.CHOICE, required=True, catalogue="target_operators"),
        Field("value", _K.DECIMAL),
        Field("value_to", _K.DECIMAL),
        Field("measured_in", _K.TEXT, max_length=50),
        Field("every", _K.CHOICE, catalogue="target_frequencies"),
        Field("base", _K.DECIMAL),
        Field("spread", _K.CHOICE, catalogue="target_spreads"),
        Field("measure", _K.CHOICE, catalogue="measures"),
        Field("denominator", _K.CHOICE, catalogue="measures"),
    ),
)

TASKS = EntryKind(
    "tasks",
    (
        Field("group", _K.TEXT),
        Field("content", _K.LINES, required=True, max_length=2000),
        Field("lead", _K.TEXT),
        Field("joining", _K.TEXT, max_length=2000),
        Field("starts_on", _K.DATE),
        Field("ends_on", _K.DATE),
        Field("repeats", _K.CHOICE, required=True, catalogue="task_repeats"),
        Field("product", _K.TEXT),
        Field("money_planned", _K.MONEY),
        Field("money_spent", _K.MONEY),
        Field("money_source", _K.TEXT),
        Field("state", _K.CHOICE, required=True, catalogue="task_states"),
        Field("done_on", _K.DATE),
        Field("note", _K.LINES, max_length=2000),
    ),
    ordered=(("starts_on", "ends_on"),),
)

ENTRY_KINDS = {
    kind.name: kind
    for kind in (
        OUTREACH,
        TRAININGS,
        OFFICIALS,
        PLANS,
        SECTIONS,
        TARGETS,
        TASKS,
        ESTABLISHMENTS,
        COMMITMENTS,
        WORKFORCES,
        INSPECTIONS,
        HANDLINGS,
        HOTSPOTS,
        HOTSPOT_EVENTS,
        MODELS,
        MODEL_YEARS,
        FIGURES,
    )
}
