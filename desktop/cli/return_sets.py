"""`pcmd returns sets`: the sets of forms of the book; one checked, written to a file, taken in as a draft."""

from argparse import Namespace
from datetime import date
from pathlib import Path

from db.rules.returns.form_documents import read_form_document
from db.rules.returns.form_files import RETURN_FORM_FILES
from db.rules.sealed_toml import lined
from db.services.returns import form_files, form_lists
from desktop.cli import return_set_texts as texts
from desktop.cli import returns
from desktop.cli.books import officer_of, open_book
from desktop.cli.outcome import Outcome
from desktop.cli.sealed_sets import finding_values, named_set, taken_in, told, written
from exports.sealed_toml import read_sealed
from ui.common.finding_texts import finding_line
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
            **finding_values(judgement, item, place_words(document, item.place)),
            "line": read.line_of(item.place),
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
        info = named_set(form_lists.listed(session, on=_day(arguments)), code, "return_set")
        _, text = form_files.exported(session, info.id)
    return written(info, text, out)


def _load(arguments: Namespace) -> Outcome:
    read, source = read_sealed(arguments.load, RETURN_FORM_FILES), arguments.load.name
    with open_book(arguments, lock=True) as book, book.writing(who=officer_of(book)) as session:
        taken = taken_in(lambda: form_files.take_in(session, read, on=_day(arguments)), source)
    return told(taken, source)


def _day(arguments: Namespace) -> date:
    day: date | None = arguments.on
    return day or date.today()
