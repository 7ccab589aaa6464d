"""`pcmd reports`: print the narrative report of a unit and a period."""

from argparse import Namespace
from collections.abc import Sequence
from typing import Any

from db.rules.findings import Finding
from db.rules.periods import parse_period
from db.rules.reports.checking import check_report
from db.rules.reports.filled import Report
from db.services import offices
from db.services.reports import reports
from desktop.cli import report_texts as texts
from desktop.cli.books import open_book
from desktop.cli.outcome import Outcome
from ui.common.finding_texts import finding_line, finding_text


def print_report(arguments: Namespace) -> Outcome:
    """Write the report of a unit and a period as PDF or Word, and tell what it lacks."""
    from exports.documents.document_files import write_document
    from exports.documents.report_content import report_document

    report = _report(arguments)
    document = report_document(report)
    write_document(document, arguments.out)
    findings = check_report(report, document)
    values = {
        "file": str(arguments.out),
        "unit": report.facts.unit_code,
        "period": report.facts.period,
        "source": report.facts.about["source"],
        "missing": list(_missing(report)),
        "findings": [{"place": item.place, **_told(item)} for item in findings],
    }
    return Outcome(values, _lines(arguments, report, findings))


def _report(arguments: Namespace) -> Report:
    period = parse_period(arguments.period)
    with open_book(arguments) as book, book.reading() as session:
        office = offices.current(session)
        span = period.span(office.cut_off)
        code = arguments.unit or office.unit.code
        unit = offices.unit_in_scope(session, code, span, arguments.on)
        return reports.report(session, unit=unit, period=period)


def _missing(report: Report) -> tuple[str, ...]:
    sentences = (sentence for part in report.parts for sentence in part.sentences if not sentence.is_own)
    return tuple(dict.fromkeys(title for sentence in sentences for title in sentence.filled.missing))


def _told(item: Finding) -> dict[str, Any]:
    return {"code": item.code, "value": item.value, "message": finding_text(item)}


def _lines(arguments: Namespace, report: Report, findings: Sequence[Finding]) -> list[str]:
    facts, missing = report.facts, _missing(report)
    told = texts.PRINTED.format(period=facts.about["period"], unit=facts.unit_name, file=arguments.out)
    return [
        told,
        facts.about["source"],
        *([texts.MISSING.format(titles="; ".join(missing))] if missing else []),
        *map(finding_line, findings),
    ]
