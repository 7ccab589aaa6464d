"""`pcmd returns`: the sets of forms, and the export of one."""

from argparse import Namespace
from contextlib import ExitStack
from datetime import date

from db.rules.findings import Finding
from db.rules.formats import plain_number
from db.rules.levels import levels_on
from db.rules.periods import Span, parse_period
from db.rules.returns.forms import ReturnSet
from db.services import offices
from db.services.returns import approving, at_once, return_sets, templates
from desktop.cli import texts
from desktop.cli.books import officer_of, open_book
from desktop.cli.outcome import Outcome
from ui.common.finding_texts import finding_line, finding_text


def list_sets(arguments: Namespace) -> Outcome:
    """List the sets of forms that hold on a day, today without one, and why one is not for the office's unit."""
    on = arguments.on or date.today()
    days = Span(on, on, on.year)
    with open_book(arguments) as book, book.reading() as session:
        unit = offices.current(session).unit
        known = [
            (item, return_sets.level_finding(item, unit, days)) for item in return_sets.sets(session, on)
        ]
    values = [
        {
            "set": item.code,
            "title": item.title,
            "version": item.version,
            "citation": item.citation,
            "levels": [int(level) for level in levels_on(item.levels, on)],
            "refused": finding_text(refused) if refused else None,
            "forms": [{"code": sheet.code, "title": sheet.title} for sheet in item.sheets],
        }
        for item, refused in known
    ]
    return Outcome(values, [_line(item, refused) for item, refused in known])


def _line(item: ReturnSet, refused: Finding | None) -> str:
    line = f"{item.code:<19}{item.title}"
    return f"{line} – {finding_text(refused)}" if refused else line


def export(arguments: Namespace) -> Outcome:
    """Fill, check and approve a set of forms for a unit and a period, and write the approved return as a workbook.

    Errors refuse it and nothing is written; warnings are told, and what `--word` says stands for them.
    """
    from exports.returns.writing import writer_of, writing_files

    period = parse_period(arguments.period)
    word = arguments.word.strip() or texts.RETURN_NO_WORD
    # The files take their places once the book has kept that they left.
    with (
        open_book(arguments, lock=True) as book,
        ExitStack() as placing,
        book.writing(who=officer_of(book)) as session,
    ):
        span = period.span(offices.current(session).cut_off)
        unit = offices.unit_in_scope(session, arguments.unit, span, arguments.on)
        number, filled, found = at_once.approve_now(
            session, set_code=arguments.set, unit=unit, period=period, word=word
        )
        write_book = writer_of(templates.stored(session, filled.set))
        placing.enter_context(writing_files(filled, arguments.out, arguments.pdf, write_book))
        approving.exported(session, number, file_name=arguments.out.name)
    values = {
        "file": str(arguments.out),
        "paper": str(arguments.pdf) if arguments.pdf else None,
        "set": filled.set.code,
        "unit": filled.unit_code,
        "period": filled.period,
        "revision": filled.revision,
        "control_totals": {key: plain_number(value) for key, value in filled.control_totals.items()},
        "check_code": filled.check_code,
        "warnings": [_warning(item) for item in found],
    }
    return Outcome(values, [texts.RETURN_EXPORTED.format(**values)], warnings=list(map(finding_line, found)))


def _warning(finding: Finding) -> dict[str, str]:
    return {"code": finding.code, "place": finding.place, "message": finding_text(finding)}
