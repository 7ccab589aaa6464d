"""The tables of the log: of what kind their rows are, what they belong to, and what names one of them."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class LoggedTable:
    """A table: the kind under which officers look for it, the columns whose values name a row.

    `parent` is the column and the table of the record that a row belongs to. A deleted row of one that is `in_bin` can
    be brought back by itself.
    """

    kind: str
    named_by: tuple[str, ...]
    parent: tuple[str, str] | None = None
    in_bin: bool = True


def _part(kind: str, parent: tuple[str, str], *named_by: str, in_bin: bool = True) -> LoggedTable:
    return LoggedTable(kind, named_by, parent, in_bin)


_PLAN, _TARGET, _SHEET = ("plan_id", "plan"), ("target_id", "target"), ("sheet_id", "score_sheet")
_ESTABLISHMENT, _HOTSPOT = ("establishment_id", "establishment"), ("hotspot_id", "hotspot")
_WORK = ("work_id", "return_work")

TABLES: Mapping[str, LoggedTable] = {
    "plan": LoggedTable("plans", ("number", "symbol", "subject")),
    "plan_section": _part("plans", _PLAN, "text"),
    "target": _part("plans", _PLAN, "text"),
    "target_year": _part("plans", _TARGET, "year", in_bin=False),
    "target_share": _part("plans", _TARGET, "unit_id", in_bin=False),
    "target_value": _part("plans", _TARGET, "period", in_bin=False),
    "task": _part("plans", _PLAN, "content"),
    "plan_amendment": _part("plans", _PLAN, "number", "symbol", "reason"),
    "training_session": LoggedTable("trainings", ("ends_on", "title")),
    "attendance": _part("trainings", ("session_id", "training_session"), "official_id", in_bin=False),
    "official": LoggedTable("officials", ("name", "unit_id")),
    "outreach_activity": LoggedTable("outreach", ("held_on", "unit_id", "form", "topic")),
    "establishment": LoggedTable("establishments", ("name", "unit_id")),
    "commitment": _part("establishments", _ESTABLISHMENT, "signed_on"),
    "workforce": _part("establishments", _ESTABLISHMENT, "counted_on"),
    "inspection": LoggedTable("inspections", ("held_on", "unit_id", "establishment_id", "place")),
    "handling": _part("inspections", ("inspection_id", "inspection"), "form"),
    "hotspot": LoggedTable("hotspots", ("place", "unit_id")),
    "hotspot_event": _part("hotspots", _HOTSPOT, "happened_on", "what"),
    "commune_model": LoggedTable("models", ("name", "unit_id")),
    "model_year": _part("models", ("model_id", "commune_model"), "year"),
    "figure": LoggedTable("figures", ("definition", "unit_id", "period")),
    "score_sheet": LoggedTable("scores", ("unit_id", "year"), in_bin=False),
    "score_mark": _part("scores", _SHEET, "criterion", in_bin=False),
    "score_step": _part("scores", _SHEET, "step", "on", in_bin=False),
    "score_evidence": _part("scores", _SHEET, "criterion", "number", "file_name"),
    "score_file": LoggedTable("scores", ("unit_id", "year", "file_name"), in_bin=False),
    "return": LoggedTable("returns", ("set_code", "unit_id", "period"), in_bin=False),
    "return_file": LoggedTable("returns", ("set_code", "unit_id", "period", "file_name"), in_bin=False),
    "return_template": LoggedTable("returns", ("title", "file_name"), in_bin=False),
    "return_work": LoggedTable("returns", ("set_code", "unit_id", "period"), in_bin=False),
    "return_cell": _part("returns", _WORK, "sheet", "row", "column", in_bin=False),
    "return_word": _part("returns", _WORK, "finding", in_bin=False),
    "return_mark": LoggedTable("returns", ("set_code", "unit_id", "period", "state")),
    "report_text": LoggedTable("returns", ("skeleton", "unit_id", "period", "part")),
    "unit": LoggedTable("units", ("name", "code"), in_bin=False),
    "unit_list": LoggedTable("units", ("on", "file_name"), in_bin=False),
    "succession": LoggedTable("units", ("old_id", "new_id", "on")),
    "office": LoggedTable("office", ("unit_id",), in_bin=False),
    "office_names": LoggedTable("office", ("issuing_agency", "valid_to")),
    "content": LoggedTable("content", ("title",)),
    "source_book": LoggedTable("handed", ("office_name", "handed_on"), in_bin=False),
    "origin": LoggedTable("handed", ("table_name", "number"), in_bin=False),
    # Accounts lie beside the book; what is done to them is logged here by name.
    "account": LoggedTable("accounts", ("name",), in_bin=False),
}
# The kinds in the order in which they are offered.
KINDS = tuple(dict.fromkeys(table.kind for table in TABLES.values()))
# Numbers, stamps, keys of search and order, marks of handed books: what an officer neither typed nor chose.
_STAMPS = frozenset({"created_at", "created_by", "changed_at", "changed_by"})
_MARKS = frozenset(
    {"id", "search", "sort_key", "noted", "book_key", "table_name", "record_id", "said", "key_id", "ring"}
)
HIDDEN = _STAMPS | _MARKS
_OTHER = LoggedTable("other", (), in_bin=False)


def logged_table(name: str) -> LoggedTable:
    """Return what is known of a table; of one from another program nothing but that it is there."""
    return TABLES.get(name, _OTHER)


def tables_of(kind: str) -> tuple[str, ...]:
    """Return the tables whose rows are of a kind."""
    return tuple(name for name, table in TABLES.items() if table.kind == kind)


def parts_of(table: str) -> tuple[str, ...]:
    """Return the tables whose rows belong to rows of a table."""
    return tuple(name for name, other in TABLES.items() if other.parent and other.parent[1] == table)
