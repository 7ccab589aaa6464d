"""`pcmd returns`: the sets of forms, and the export of one."""

from argparse import Namespace
from datetime import date

from db.rules.findings import Finding
from db.rules.formats import plain_number
from db.rules.levels import levels_on
from db.rules.periods import Span, parse_period
from db.rules.returns.forms import ReturnSet
from db.services import offices
from db.services.returns import filling, frozen_returns, return_sets
from desktop.cli import texts
from desktop.cli.books import OFFICER, open_book
from desktop.cli.outcome import Outcome
from ui.common.finding_texts import finding_text


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
    line = f"{item.code:<14}{item.title}"
    return f"{line} – {finding_text(refused)}" if refused else line


def export(arguments: Namespace) -> Outcome:
    """Write a set of forms for a unit and a period as a workbook, and freeze what it says."""
    from exports.returns.workbook import write_return

    period = parse_period(arguments.period)
    with open_book(arguments, lock=True) as book, book.writing(who=OFFICER) as session:
        span = period.span(offices.current(session).cut_off)
        unit = offices.unit_in_scope(session, arguments.unit, span, arguments.on)
        filled = filling.fill(session, set_code=arguments.set, unit=unit, period=period)
        write_return(filled, arguments.out)
        frozen_returns.freeze(session, filled, file_name=arguments.out.name)
    values = {
        "file": str(arguments.out),
        "set": filled.set.code,
        "unit": filled.unit_code,
        "period": filled.period,
        "revision": filled.revision,
        "control_totals": {key: plain_number(value) for key, value in filled.control_totals.items()},
        "check_code": filled.check_code,
    }
    return Outcome(values, [texts.RETURN_EXPORTED.format(**values)])
