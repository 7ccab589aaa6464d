"""The fields of each kind of node of a set of forms, as data; those of a column follow what it holds and measures."""

from collections.abc import Mapping, Sequence
from typing import Any

from db.rules.returns.forms import BY_HAND, RowsOf
from db.rules.returns.sound.columns import HOLDS_OF, MEASURED
from ui.common.nodes.fields import NodeField
from ui.common.nodes.nodes import Body, kind_of
from ui.return_forms import texts
from ui.return_forms.nodes import column_title

# What narrows the measure of a column stands under it as a table of its own, though the form keeps it in brackets.
FILTER = "filter."
_OF_TASKS = "task_"
Choices = tuple[tuple[str, str], ...]

HEAD_FIELDS = (
    NodeField("title", texts.SET_TITLE, "lines"),
    NodeField("citation", texts.CITATION, "lines", texts.CITATION_HELP),
    NodeField("set_code", texts.SET_CODE, help=texts.SET_CODE_HELP, needed=True),
    NodeField("valid_from", texts.VALID_FROM, "day", needed=True),
    NodeField("valid_to", texts.VALID_TO, "day"),
    NodeField("checks.jump", texts.JUMP, "number", texts.JUMP_HELP, usual="3"),
    NodeField("checks.rate", texts.RATE, "number", usual="2"),
    NodeField("checks.least", texts.LEAST, "whole", texts.LEAST_HELP, usual="20"),
    NodeField("checks.repeated", texts.REPEATED, "whole", texts.REPEATED_HELP, usual="2"),
)
LEVEL_FIELDS = (
    NodeField("valid_from", texts.VALID_FROM, "day"),
    NodeField("valid_to", texts.VALID_TO, "day"),
    NodeField("units", texts.UNITS, "names", texts.UNITS_HELP, needed=True),
)
_PRINT = (
    NodeField(
        "print.orientation", texts.ORIENTATION, "choice", choices=texts.ORIENTATIONS, usual="landscape"
    ),
    NodeField("print.paper", texts.PAPER, "choice", choices=texts.PAPERS, usual="A4"),
    NodeField("print.fit_width", texts.FIT_WIDTH, "flag", texts.FIT_WIDTH_HELP, usual="1"),
    NodeField("print.one_page_rows", texts.ONE_PAGE_ROWS, "whole", texts.ONE_PAGE_ROWS_HELP, usual="26"),
    NodeField("print.repeat_heads", texts.REPEAT_HEADS, "flag", usual="1"),
    NodeField("print.centred", texts.CENTRED, "flag", usual="1"),
    NodeField("print.left", texts.LEFT, "number", usual="10,2"),
    NodeField("print.right", texts.RIGHT, "number", usual="10,2"),
    NodeField("print.top", texts.TOP, "number", usual="12,7"),
    NodeField("print.bottom", texts.BOTTOM, "number", usual="16,5"),
)
_TOTAL = NodeField("total", texts.TOTAL_FIELD, help=texts.TOTAL_HELP)
_MEASURE = NodeField("measure", texts.MEASURE, "measure", texts.MEASURE_HELP)
_ADDS_UP = NodeField("kind", texts.ADDS_UP, "choice", texts.ADDS_UP_HELP, texts.ADDING)
_OVER = NodeField("over", texts.OVER, "choice", texts.OVER_HELP, texts.OVERS, usual="period")
# What asks for days.
_ASKING = (MEASURED, "done", "share_of_plan")


def sheet_fields(table: Body) -> tuple[NodeField, ...]:
    """Return the fields of a form and of its print set-up."""
    return (
        NodeField("code", texts.SHEET_CODE, help=texts.SHEET_CODE_HELP),
        NodeField("title", texts.TITLE_FIELD, "lines"),
        NodeField("measured_in", texts.MEASURED_IN, help=texts.MEASURED_IN_HELP),
        NodeField("rows", texts.ROWS, "choice", texts.ROWS_HELP, texts.ROW_CHOICES, needed=True),
        *(() if table["rows"] == RowsOf.TARGETS else (_TOTAL,)),
        *_PRINT,
    )


def column_fields(
    sheet: Body, table: Body, filters: Mapping[str, Choices], each: Choices
) -> tuple[NodeField, ...]:
    """Return the fields of a column: `filters` are what may narrow its measure, `each` what it may be repeated for."""
    holds = table.get("holds", MEASURED)
    kinds = tuple((code, texts.HOLDS_CHOICES.get(code, code)) for code in HOLDS_OF[RowsOf(sheet["rows"])])
    is_measured = holds == MEASURED
    narrowing = tuple(
        NodeField(f"{FILTER}{key}", _filter_title(key), "choice", choices=choices)
        for key, choices in filters.items()
    )
    return (
        NodeField("head", texts.HEAD, "lines", texts.HEAD_HELP),
        NodeField("group", texts.GROUP, help=texts.GROUP_HELP),
        NodeField("holds", texts.HOLDS, "choice", choices=kinds, usual=MEASURED),
        *((_MEASURE, *narrowing) if is_measured else ()),
        *((_ADDS_UP,) if holds == BY_HAND else ()),
        *((_OVER,) if holds in _ASKING else ()),
        *((NodeField("each", texts.EACH, "choice", texts.EACH_HELP, each),) if is_measured else ()),
        NodeField("width", texts.WIDTH, "number", texts.WIDTH_HELP, needed=True),
        NodeField("key", texts.KEY, help=texts.KEY_HELP),
    )


def rule_fields(sheet: Body, table: Body) -> tuple[NodeField, ...]:
    """Return the fields of a rule; the whole is one of the columns of the form."""
    wholes = tuple((column["key"], _named(column)) for column in _figures(sheet["column"]))
    whole = NodeField("whole", texts.WHOLE, "choice", texts.WHOLE_HELP, wholes)
    return (
        NodeField("kind", texts.RULE_KIND, "choice", choices=texts.RULE_KINDS, needed=True),
        *(() if table["kind"] == "share" else (whole,)),
        NodeField("parts", texts.PARTS, "names", texts.PARTS_HELP),
        NodeField("warns", texts.WARNS, "flag", texts.WARNS_HELP),
    )


def is_column(place: str) -> bool:
    """Return whether a place is a column."""
    return kind_of(place) == "column"


def _figures(columns: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    words = ("row_number", "unit_code", "unit_name", "target_text", "target_unit", "note")
    figures = (column for column in columns if column.get("holds") not in words and not column.get("each"))
    return [column for column in figures if not column.get("holds", "").startswith(_OF_TASKS)]


def _named(column: Mapping[str, Any]) -> str:
    return f"{column_title(column)} ({column['key']})"


def _filter_title(key: str) -> str:
    return texts.FILTER.format(title=texts.FILTER_NAMES.get(key, key))
