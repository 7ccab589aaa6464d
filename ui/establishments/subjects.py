"""Establishments and what belongs to each as data: fields, columns, words."""

from dataclasses import replace

from db.rules import register_kinds
from db.rules.entries import Field, FieldKind
from ui.common.lists.columns import Column, number_column
from ui.common.screens.subject import RecordSubject
from ui.establishments import texts

ESTABLISHMENTS = RecordSubject(
    kind=register_kinds.ESTABLISHMENTS,
    columns=(
        Column(texts.NAME, "name", 150),
        Column(texts.KIND, "kind", 96),
        Column(texts.UNIT, "unit", 118),
        number_column(texts.WORKERS, "workers", 70),
        number_column(texts.FEMALE, "female", 48),
        Column(texts.COMMITTED, "committed_on", 84),
        Column(texts.INSPECTED, "inspected_on", 84),
        Column(texts.STATE, "state", 118),
    ),
    words=texts.ESTABLISHMENTS,
    filters=("unit_id", "kind", "state"),
    states=(Field("state", FieldKind.CHOICE, catalogue="establishment_states"),),
    shows=frozenset(("commitments", "workforces", "inspections")),
    muted="closed",
)
COMMITMENTS = RecordSubject(
    kind=register_kinds.COMMITMENTS,
    columns=(Column(texts.SIGNED, "signed_on", 90), Column(texts.NOTE, "note", 250)),
    words=texts.COMMITMENTS,
    in_period=False,
)
WORKFORCES = RecordSubject(
    kind=register_kinds.WORKFORCES,
    columns=(
        Column(texts.COUNTED, "counted_on", 90),
        number_column(texts.WORKERS, "workers"),
        number_column(texts.FEMALE, "female"),
    ),
    words=texts.WORKFORCES,
    in_period=False,
)
# Which establishment is known here; where else an inspection may have been is not asked.
_KNOWN = ("establishment_id", "place")
INSPECTIONS = RecordSubject(
    kind=replace(
        register_kinds.INSPECTIONS,
        fields=tuple(field for field in register_kinds.INSPECTIONS.fields if field.key not in _KNOWN),
    ),
    columns=(
        Column(texts.HELD, "held_on", 86),
        Column(texts.BREACH, "breach", 64, "center"),
        number_column(texts.HANDLINGS, "handlings", 56),
        Column(texts.TEAM, "team", 260),
    ),
    words=texts.INSPECTIONS,
    in_period=False,
    shows=frozenset(("handlings",)),
    remembered_as="establishment_inspections",
)
