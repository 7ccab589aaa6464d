"""`pcmd records`: a template to fill in, and records from a filled one or from an office's own list."""

from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from db.rules.backups import Why
from db.rules.findings import Finding, Refused, Unknown
from db.rules.imports.codes import code_day
from db.rules.imports.head_keys import head_key
from db.rules.imports.sheets import ImportSheet
from db.rules.imports.tables import LEFT_OUT
from db.rules.near_names import near_names
from db.services import content, offices
from db.services.imports import import_lists, import_mappings, importing
from db.services.imports.import_mappings import ImportMapping
from db.services.imports.importing import ImportPlan, RowState, UnitReading
from db.sessions import Book, Session
from desktop.cli import record_texts as texts
from desktop.cli.books import keep_before_step, officer_of, open_book
from desktop.cli.outcome import Outcome
from exports.marked_copies import write_marked
from exports.readers.record_lists import (
    ListFile,
    codes_of,
    converted_file,
    old_text,
    read_list_file,
    table_of,
    with_mapping,
)
from exports.record_templates import write_template
from ui.common.finding_texts import finding_line, finding_text


def template(arguments: Namespace) -> Outcome:
    """Write an empty workbook for a kind of record, with the office's own lists."""
    with open_book(arguments) as book, book.reading() as session:
        sheet = content.import_sheet_of(session, arguments.kind)
        lists = import_lists.template_lists(session, sheet, arguments.on or date.today())
        office = offices.current(session).unit.name
    write_template(sheet, lists, office, arguments.out)
    titles = [column.title for column in sheet.columns]
    values = {"kind": arguments.kind, "file": str(arguments.out), "columns": titles}
    return Outcome(values, [texts.TEMPLATE_WRITTEN.format(title=sheet.title, file=arguments.out)])


def load(arguments: Namespace) -> Outcome:
    """Read a list and store all of it, or nothing where a row is refused; with `--dry-run` only tell."""
    with open_book(arguments, lock=not arguments.dry_run) as book:
        with book.reading() as session:
            sheet = content.import_sheet_of(session, arguments.kind)
            mapping = _mapping(session, arguments, sheet)
        file = read_list_file(arguments.file, sheet, mapping.columns)
        try:
            return _told(arguments, file, _carried_out(book, arguments, sheet, file, mapping))
        except Refused as refused:
            return _refused(arguments, file, refused.findings)


def _carried_out(
    book: Book, arguments: Namespace, sheet: ImportSheet, file: ListFile, mapping: ImportMapping
) -> ImportPlan:
    file = _readable(file, sheet, mapping.columns, convert=arguments.convert)
    table = table_of(_without(file, sheet, mapping.columns, arguments.leave_out), sheet)
    known = mapping.codes if mapping.codes.is_decided else codes_of(file)
    codes = code_day(arguments.codes_on) if arguments.codes_on else known
    units = UnitReading(codes, takes=arguments.take_units)
    with book.reading() as session:
        planned = importing.plan(session, sheet, table, today=date.today(), units=units)
    # The folder is locked: nobody changes the book before the plan is stored.
    if not arguments.dry_run and not planned.findings:
        keep_before_step(book, Why.IMPORT)
        with book.writing(who=officer_of(book)) as session:
            importing.store(session, planned)
            if arguments.mapping and arguments.map:
                import_mappings.keep(session, sheet.kind, replace(mapping, codes=codes))
    return planned


def _mapping(session: Session, arguments: Namespace, sheet: ImportSheet) -> ImportMapping:
    given = dict(_pair(sheet, pair) for pair in arguments.map)
    if not arguments.mapping or given:
        return ImportMapping(arguments.mapping, given)
    return import_mappings.named(session, sheet.kind, arguments.mapping)


def _pair(sheet: ImportSheet, pair: str) -> tuple[str, str]:
    head, _, wanted = pair.rpartition("=")
    keys = sheet.heads() | {column.key: column.key for column in sheet.columns}
    key = keys.get(head_key(wanted)) or keys.get(wanted)
    if not head or key is None:
        raise Unknown("column", wanted, near_names(wanted, (column.title for column in sheet.columns)))
    return head_key(head), key


def _readable(file: ListFile, sheet: ImportSheet, mapping: Mapping[str, str], *, convert: bool) -> ListFile:
    preview = old_text(file)
    if preview is None:
        return file
    if convert:
        return converted_file(file, preview.encoding, sheet, mapping)
    lines = zip(preview.before, preview.after, strict=True)
    findings = [
        Finding(
            "text_old_encoding",
            file.grid.sheet,
            before,
            {"after": after, "encoding": preview.encoding.upper()},
        )
        for before, after in lines
    ]
    raise Refused(findings, file.path.name)


def _without(
    file: ListFile, sheet: ImportSheet, mapping: Mapping[str, str], columns: Sequence[str]
) -> ListFile:
    if not columns:
        return file
    known = {head_key(title): title for title in file.heads.titles.values()}
    for column in columns:
        if head_key(column) not in known:
            raise Unknown("column", column, near_names(column, known.values()))
    left_out = {head_key(column): LEFT_OUT for column in columns}
    return with_mapping(file, sheet, {**mapping, **left_out})


def _told(arguments: Namespace, file: ListFile, planned: ImportPlan) -> Outcome:
    if planned.findings:
        return _refused(arguments, file, planned.findings, planned)
    counts = _counts(planned)
    words = texts.WOULD_IMPORT if arguments.dry_run else texts.IMPORTED
    source = arguments.file.name
    notes = [finding_line(note, source) for note in planned.table.notes]
    changes = [finding_line(change, source) for change in planned.changes] if arguments.dry_run else []
    notes += [finding_line(taken, source) for taken in planned.taken]
    values = {**counts, "findings": [], **_beside(planned), "marked_copy": None}
    return Outcome(values, [words.format(source=source, **counts), *notes, *changes])


def _refused(
    arguments: Namespace, file: ListFile, findings: Sequence[Finding], planned: ImportPlan | None = None
) -> Outcome:
    counts = _counts(planned) if planned else dict.fromkeys((*RowState, "refused"), 0)
    marked = str(arguments.marked) if arguments.marked else None
    if arguments.marked:
        write_marked(file, _worded(findings), arguments.marked)
    beside = _beside(planned) if planned else {"notes": [], "changes": [], "taken": []}
    values = {**counts, "findings": _plain(findings), **beside, "marked_copy": marked}
    source = arguments.file.name
    lines = [texts.WOULD_IMPORT.format(source=source, **counts)] if planned else []
    lines += [texts.MARKED_WRITTEN.format(file=marked)] if marked else []
    return Outcome(values, lines, [finding_line(finding, source) for finding in findings])


def _counts(planned: ImportPlan) -> dict[str, int]:
    counted = {str(state): planned.counts.get(state, 0) for state in RowState}
    return {**counted, "refused": planned.refused}


def _beside(planned: ImportPlan) -> dict[str, Any]:
    return {
        "notes": _plain(planned.table.notes),
        "changes": _plain(planned.changes),
        "taken": _plain(planned.taken),
    }


def _plain(findings: Sequence[Finding]) -> list[dict[str, str]]:
    return [
        {"place": item.place, "code": item.code, "value": item.value, "message": finding_text(item)}
        for item in findings
    ]


def _worded(findings: Sequence[Finding]) -> Iterator[tuple[str, str, str]]:
    for finding in findings:
        yield finding.place, finding.value, finding_text(finding)
