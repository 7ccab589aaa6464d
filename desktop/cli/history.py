"""`pcmd data history`: who changed what and when, field by field; on the screen, as JSON, or in a workbook."""

from argparse import Namespace
from collections.abc import Iterator, Sequence

from db.rules.findings import Unknown
from db.rules.formats import number_text
from db.rules.near_names import near_names
from db.services import units
from db.services.history import logged_rows, steps
from db.services.history.logged_rows import LoggedRow
from db.services.history.logged_tables import KINDS
from db.services.history.steps import LoggedStep, LogQuery
from db.sessions import Session
from desktop.cli import data_texts as texts
from desktop.cli.books import open_book
from desktop.cli.outcome import Outcome
from exports.lists import SheetColumn, SheetList, write_list_xlsx
from ui.history import texts as words
from ui.history.words import deed_word, field_lines, moment, step_words

# On the screen the newest are told; a workbook and JSON have all.
_MOST_TOLD = 200
_AT_A_TIME = 500
_WIDTHS = (110, 130, 150, 230, 120, 200, 200)
_HEADS = (words.AT, words.WHO, words.WHAT, words.RECORD, words.FIELD, words.OLD, words.NEW)


def show(arguments: Namespace) -> Outcome:
    """Tell the steps that match, the newest first, or write their fields into a workbook."""
    query = _query(arguments)
    with open_book(arguments, lock=False) as book, book.reading() as session:
        _check_unit(session, query)
        ids = steps.matching_ids(session, query)
        if arguments.out is not None:
            return _write(session, ids, arguments)
        wanted = ids if arguments.json else ids[:_MOST_TOLD]
        told = [*_told(session, wanted)]
    lines = [line for step, rows in told for line in _lines(step, rows)]
    lines.append(texts.HISTORY_COUNT.format(count=number_text(len(ids))))
    return Outcome([_values(step, rows) for step, rows in told], lines)


def _query(arguments: Namespace) -> LogQuery:
    if arguments.kind and arguments.kind not in KINDS:
        raise Unknown("kind", arguments.kind, near_names(arguments.kind, KINDS))
    return LogQuery(
        arguments.first,
        arguments.last,
        arguments.who,
        arguments.kind or "",
        arguments.text,
        arguments.unit or "",
    )


def _check_unit(session: Session, query: LogQuery) -> None:
    """Refuse a code that no unit ever bore."""
    if query.unit_code and not units.was_borne(session, query.unit_code):
        units.find(session, query.unit_code, units.list_days(session)[-1])


def _told(session: Session, ids: Sequence[int]) -> Iterator[tuple[LoggedStep, tuple[LoggedRow, ...]]]:
    for at in range(0, len(ids), _AT_A_TIME):
        for step in steps.read(session, ids[at : at + _AT_A_TIME]):
            yield step, logged_rows.of_step(session, step.id, most=_MOST_TOLD)


def _write(session: Session, ids: Sequence[int], arguments: Namespace) -> Outcome:
    rows = [cells for row in logged_rows.of_steps(session, ids) for cells in _cells(row)]
    columns = tuple(SheetColumn(head, width) for head, width in zip(_HEADS, _WIDTHS, strict=True))
    write_list_xlsx(SheetList(words.TITLE, (), columns, rows), arguments.out)
    line = texts.HISTORY_WRITTEN.format(count=number_text(len(rows)), name=arguments.out.name)
    return Outcome({"file": str(arguments.out), "rows": len(rows)}, [line])


def _cells(row: LoggedRow) -> Iterator[tuple[str, ...]]:
    for line in [*field_lines(row)] or [("", "", "")]:
        yield (moment(row.at), row.who, deed_word(row), row.name, *line)


def _lines(step: LoggedStep, rows: Sequence[LoggedRow]) -> Iterator[str]:
    yield texts.STEP_LINE.format(at=moment(step.at), who=step.who, what=step_words(step))
    for row in rows:
        yield texts.ROW_LINE.format(deed=deed_word(row), name=row.name)
        for field, old, new in field_lines(row):
            yield texts.FIELD_LINE.format(field=field, old=old, new=new)


def _values(step: LoggedStep, rows: Sequence[LoggedRow]) -> dict[str, object]:
    return {
        "step": step.id,
        "at": step.at.isoformat(),
        "who": step.who,
        "reverts": step.reverts,
        "rows": step.rows,
        "changes": [_row_values(row) for row in rows],
    }


def _row_values(row: LoggedRow) -> dict[str, object]:
    fields = [{"field": name, "old": old, "new": new} for name, old, new in field_lines(row)]
    return {
        "table": row.table,
        "record": row.row_id,
        "done": str(row.deed),
        "name": row.name,
        "fields": fields,
    }
