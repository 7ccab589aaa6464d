"""`pcmd returns template`: a province's own workbook becomes the forms of a set."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from db.rules.findings import Finding
from db.rules.formats import day_text
from db.rules.returns.tags_book import Loss
from db.services.returns import templates
from db.services.returns.templates import NewTemplate
from desktop.cli import return_template_texts as texts
from desktop.cli.books import officer_of, open_book
from desktop.cli.outcome import Outcome
from exports.returns.template_reading import TemplateFile, read_template
from ui.common.finding_texts import finding_line, finding_text
from ui.common.return_template_texts import LOSSES, WHOLE_BOOK


def take(arguments: Namespace) -> Outcome:
    """Read the tags of a workbook and keep it as the forms of a set from a day on; nothing of one with findings."""
    file = read_template(arguments.file)
    since = arguments.since or date.today().replace(month=1, day=1)
    new = NewTemplate(
        set_code=arguments.set,
        title=arguments.title or arguments.file.stem,
        file_name=file.name,
        sha256=file.sha256,
        body=file.body,
        book=file.book,
        valid_from=since,
    )
    with open_book(arguments, lock=True) as book:
        with book.reading() as session:
            findings = templates.findings_of(session, file.book, file.findings)
        values = _values(new, file, findings)
        if findings:
            return Outcome(values, complaints=[finding_line(finding, file.name) for finding in findings])
        with book.writing(who=officer_of(book)) as session:
            templates.add(session, new)
    return Outcome(values, _lines(new, file))


def _values(new: NewTemplate, file: TemplateFile, findings: Sequence[Finding]) -> dict[str, Any]:
    return {
        "set": new.set_code,
        "title": new.title,
        "file": file.name,
        "from": new.valid_from.isoformat(),
        "sha256": file.sha256,
        "sheets": [
            {"sheet": sheet.name, "tags": [{"cell": cell.at, "text": cell.text} for cell in sheet.cells]}
            for sheet in file.book.sheets
        ],
        "findings": [_told(finding) for finding in findings],
        "losses": [{**asdict(loss), "message": LOSSES[loss.kind]} for loss in file.book.losses],
    }


def _told(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "place": finding.place,
        "value": finding.value,
        "message": finding_text(finding),
    }


def _lines(new: NewTemplate, file: TemplateFile) -> list[str]:
    sheets = file.book.sheets
    count = sum(len(sheet.cells) for sheet in sheets)
    head = texts.TAKEN.format(
        file=file.name, set=new.set_code, day=day_text(new.valid_from), sheets=len(sheets), tags=count
    )
    told = (texts.SHEET.format(sheet=sheet.name, count=len(sheet.cells)) for sheet in sheets)
    return [head, *told, *map(_lost, file.book.losses)]


def _lost(loss: Loss) -> str:
    return texts.LOST.format(where=loss.sheet or WHOLE_BOOK, words=LOSSES[loss.kind])
