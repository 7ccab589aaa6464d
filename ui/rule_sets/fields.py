"""The fields of each kind of node of a rule set, as data."""

from collections.abc import Mapping

from ui.common.nodes.fields import NodeField
from ui.common.nodes.nodes import Body, kind_of
from ui.common.nodes.texts import LEVEL_CHOICES
from ui.rule_sets import texts

ANSWER = "answer."


def _title(label: str) -> NodeField:
    return NodeField("title", label, "lines")


_CODE = NodeField("code", texts.CODE, help=texts.CODE_HELP)
_MEASURE = NodeField("answer.measure", texts.MEASURE, "measure", texts.MEASURE_HELP)
_WHOLE = NodeField("answer.whole_measure", texts.WHOLE_MEASURE, "measure", texts.WHOLE_MEASURE_HELP)
_COUNTS = NodeField("answer.counts", texts.COUNTS, "flag", texts.COUNTS_HELP)
_YES_FROM = NodeField("answer.yes_from", texts.YES_FROM, "number", texts.YES_FROM_HELP, usual="1")
_OPTIONS = NodeField(
    "answer.option",
    texts.OPTIONS,
    "rows",
    columns=(
        NodeField("code", texts.CODE),
        NodeField("title", texts.OPTION_TITLE),
        NodeField("points", texts.POINTS, "number"),
    ),
)
_BANDS = NodeField(
    "answer.band",
    texts.BANDS,
    "rows",
    texts.BANDS_HELP,
    columns=(
        NodeField("first", texts.FIRST, "number"),
        NodeField("last", texts.LAST, "number"),
        NodeField("below", texts.BELOW, "number"),
        NodeField("points", texts.POINTS, "number"),
    ),
)
SCALES: Mapping[str, tuple[NodeField, ...]] = {
    "hand": (),
    "choice": (_OPTIONS,),
    "yes_no": (
        NodeField("answer.yes", texts.YES_POINTS, "number", texts.YES_HELP),
        NodeField("answer.no", texts.NO_POINTS, "number", usual="0"),
        _MEASURE,
        _YES_FROM,
    ),
    "share": (
        _COUNTS,
        NodeField("answer.full", texts.FULL, "number", texts.FULL_HELP, usual="100"),
        _BANDS,
        _MEASURE,
        _WHOLE,
    ),
    "per_population": (
        _COUNTS,
        NodeField("answer.per", texts.PER, "number", usual="1000"),
        _BANDS,
        _MEASURE,
        _WHOLE,
    ),
    "bands": (_COUNTS, _BANDS, _MEASURE),
    "deduction": (
        _COUNTS,
        NodeField("answer.each", texts.EACH, "number"),
        NodeField("answer.floor", texts.FLOOR, "number", texts.FLOOR_HELP, usual="0"),
        _MEASURE,
    ),
}
_MOST = NodeField("most", texts.MOST, "number", needed=True)
_LEAF = (
    NodeField("may_not_apply", texts.MAY_NOT_APPLY, "flag", texts.MAY_NOT_APPLY_HELP),
    NodeField("answer.kind", texts.SCALE, "choice", choices=texts.SCALES, usual="hand"),
)
_GUIDE = NodeField("guide", texts.GUIDE, "lines", texts.GUIDE_HELP)
_OF = NodeField("of", texts.OF, "names", texts.OF_HELP)
_RANGE = (
    NodeField("least", texts.LEAST, "number"),
    NodeField("most", texts.AT_MOST, "number"),
)
CONDITIONS: Mapping[str, tuple[NodeField, ...]] = {
    "asked": (
        NodeField("measure", texts.MEASURE, "measure", texts.MEASURE_HELP),
        NodeField("yes_from", texts.YES_FROM, "number", texts.YES_FROM_HELP, usual="1"),
    ),
    "points": (_OF, NodeField("in_percent", texts.IN_PERCENT, "flag"), *_RANGE),
    "value": (_OF, *_RANGE),
    "some": (_OF, NodeField("count", texts.COUNT, "whole", usual="1")),
    "class": (_OF,),
}
_FLOORS = NodeField(
    "floors",
    texts.FLOORS,
    "rows",
    texts.FLOORS_HELP,
    columns=(NodeField("group", texts.GROUP), NodeField("least", texts.POINTS, "number")),
)
_DUE = tuple(
    NodeField(f"due.{step}", label, "due", texts.DUE_HELP) for step, label in texts.DUE_LABELS.items()
)
_PLAIN: Mapping[str, tuple[NodeField, ...]] = {
    "head": (
        _title(texts.SET_TITLE),
        NodeField("citation", texts.CITATION, "lines", texts.CITATION_HELP),
        NodeField("set_code", texts.SET_CODE, help=texts.SET_CODE_HELP, needed=True),
        NodeField("valid_from", texts.VALID_FROM, "day", needed=True),
        NodeField("valid_to", texts.VALID_TO, "day"),
        NodeField("scaled", texts.SCALED, "flag", texts.SCALED_HELP),
        NodeField("decimals", texts.DECIMALS, "whole", needed=True),
        NodeField("total", texts.TOTAL_STATED, "number", texts.TOTAL_HELP),
        *_DUE,
    ),
    "group": (_CODE, _title(texts.TITLE_FIELD)),
    "failing": (
        NodeField("condition", texts.CONDITION_CODE),
        NodeField("class", texts.FAILS_CLASS, help=texts.FAILS_HELP),
    ),
    "class": (
        _CODE,
        _title(texts.TITLE_FIELD),
        NodeField("least", texts.LEAST_POINTS, "number", texts.LEAST_HELP),
        NodeField("needs", texts.NEEDS, "names", texts.NEEDS_HELP),
        _FLOORS,
    ),
    "levels": (
        NodeField("valid_from", texts.VALID_FROM, "day"),
        NodeField("valid_to", texts.VALID_TO, "day"),
        NodeField("units", texts.UNITS, "names", texts.UNITS_HELP, needed=True),
        *(
            NodeField(f"chain.{step}", label, "choice", choices=LEVEL_CHOICES)
            for step, label in texts.CHAIN_LABELS.items()
        ),
    ),
}


def fields_of(place: str, table: Body) -> tuple[NodeField, ...]:
    """Return the fields that a node has as it stands."""
    kind = kind_of(place)
    if kind in ("criterion", "item"):
        if table.get("item"):
            return (_CODE, _title(texts.TITLE_FIELD), _GUIDE)
        scale = SCALES[table.get("answer", {}).get("kind", "hand")]
        return (_CODE, _title(texts.TITLE_FIELD), _MOST, *_LEAF, *scale, _GUIDE)
    if kind == "condition":
        kinds = NodeField("kind", texts.CONDITION_KIND, "choice", choices=texts.CONDITION_KINDS, needed=True)
        return (_CODE, _title(texts.TITLE_FIELD), kinds, *CONDITIONS[table["kind"]])
    return _PLAIN.get(kind, ())


def turn_kind(table: Body, key: str, kind: str) -> None:
    """Give a criterion another scale, or a condition another kind; what the new one does not know goes."""
    if key == "kind":
        known = {item.key for item in CONDITIONS[kind]}
        keep = {name: table[name] for name in table if name in known or name in ("code", "title")}
        table.clear()
        table.update(keep, kind=kind)
        return
    known = {item.key.removeprefix(ANSWER) for item in SCALES[kind]}
    answer = {name: value for name, value in table.get("answer", {}).items() if name in known}
    table["answer"] = {"kind": kind, **answer}
