"""`pcmd returns sets`: the sets of forms of the book; one checked, written to a file, taken in as a draft."""

from argparse import Namespace
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from db.rules.findings import Refused, Unknown
from db.rules.near_names import near_names
from db.rules.returns.form_documents import read_form_document
from db.rules.returns.form_files import RETURN_FORM_FILES
from db.rules.sealed_toml import TomlFile, lined
from db.services.content_drafts import SetState
from db.services.content_files import TakenIn
from db.services.returns import form_files, form_lists
from db.services.returns.form_lists import FormSetInfo
from db.sessions import Session
from desktop.cli import return_set_texts as texts
from desktop.cli import returns
from desktop.cli.books import officer_of, open_book
from desktop.cli.outcome import Outcome
from exports.sealed_toml import read_sealed, write_sealed
from ui.common.finding_texts import finding_line, finding_text
from ui.common.return_form_places import place_words


def sets(arguments: Namespace) -> Outcome:
    """List the sets that hold on a day, or do what is asked with one."""
    if arguments.check is not None:
        return _check(arguments)
    if arguments.export is not None:
        return _export(arguments)
    return returns.list_sets(arguments) if arguments.load is None else _load(arguments)


def _check(arguments: Namespace) -> Outcome:
    read = read_sealed(arguments.check, RETURN_FORM_FILES, needs_seal=False)
    document = read_form_document(read.body)
    with open_book(arguments) as book, book.reading() as session:
        judgement = form_lists.judged(session, document, _day(arguments))
    source = arguments.check.name
    # What a finding says stands in the set, its line in the file: both are told.
    findings = [
        {
            "weight": "warning" if item in judgement.warnings else "error",
            "code": item.code,
            "place": item.place,
            "where": place_words(document, item.place),
            "line": read.line_of(item.place),
            "value": item.value,
            "message": finding_text(item),
        }
        for item in judgement.findings
    ]
    counts = {"forms": len(document.sheets), "columns": sum(len(sheet.columns) for sheet in document.sheets)}
    values = {"file": str(arguments.check), "sound": judgement.is_sound, **counts, "findings": findings}
    warnings = [finding_line(item, source) for item in lined(read, judgement.warnings)]
    lines = [texts.FORMS.format(**counts), *warnings, *([texts.SOUND] if judgement.is_sound else [])]
    return Outcome(values, lines, [finding_line(item, source) for item in lined(read, judgement.errors)])


def _export(arguments: Namespace) -> Outcome:
    code, out = arguments.export[0], Path(arguments.export[1])
    with open_book(arguments) as book, book.reading() as session:
        info = _named_set(form_lists.listed(session, on=_day(arguments)), code)
        _, text = form_files.exported(session, info.id)
    write_sealed(text, out)
    values = {"code": info.code, "title": info.title, "sha256": info.sha256, "file": str(out)}
    return Outcome(values, [texts.EXPORTED.format(title=info.title, file=out)])


def _named_set(infos: Sequence[FormSetInfo], code: str) -> FormSetInfo:
    """Find a set by its code, `CODE@2026-01-01` where several have it; one in force goes before others."""
    name, _, day = code.partition("@")
    order = (SetState.IN_FORCE, SetState.AHEAD, SetState.REPLACED, SetState.DRAFT)
    same = [item for item in infos if item.code == name and day in ("", item.valid_from.isoformat())]
    if not same:
        raise Unknown("return_set", code, near_names(name, [item.code for item in infos]))
    return min(same, key=lambda item: order.index(item.state))


def _load(arguments: Namespace) -> Outcome:
    read, source = read_sealed(arguments.load, RETURN_FORM_FILES), arguments.load.name
    with open_book(arguments, lock=True) as book, book.writing(who=officer_of(book)) as session:
        taken = _taken_in(session, read, source, _day(arguments))
    values = {
        "outcome": taken.outcome.value,
        "id": taken.id,
        "code": taken.code,
        "title": taken.title,
        "findings": [
            {"code": item.code, "place": item.place, "message": finding_text(item)} for item in taken.findings
        ],
    }
    told = texts.OUTCOMES[taken.outcome.value].format(title=taken.title, code=taken.code)
    return Outcome(values, [told, *(finding_line(item, source) for item in taken.findings)])


def _taken_in(session: Session, read: TomlFile, source: str, on: date) -> TakenIn:
    try:
        return form_files.take_in(session, read, on=on)
    except Refused as refused:
        raise Refused(refused.findings, source) from refused


def _day(arguments: Namespace) -> date:
    day: date | None = arguments.on
    return day or date.today()
