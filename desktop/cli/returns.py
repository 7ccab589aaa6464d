"""`pcmd returns`: the sets of forms, and the export of one."""

from argparse import Namespace
from datetime import date

from db.rules.formats import plain_number
from db.rules.periods import parse_period
from db.services import offices, returns
from desktop.cli import texts
from desktop.cli.books import OFFICER, open_book
from desktop.cli.outcome import Outcome


def list_sets(arguments: Namespace) -> Outcome:
    """List the sets of forms that hold on a day, today without one."""
    on = arguments.on or date.today()
    with open_book(arguments) as book, book.reading() as session:
        known = returns.sets(session, on)
    values = [
        {
            "set": item.code,
            "title": item.title,
            "version": item.version,
            "citation": item.citation,
            "forms": [{"code": sheet.code, "title": sheet.title} for sheet in item.sheets],
        }
        for item in known
    ]
    return Outcome(values, [f"{item.code:<14}{item.title}" for item in known])


def export(arguments: Namespace) -> Outcome:
    """Write a set of forms for a unit and a period as a workbook, and freeze what it says."""
    from exports.returns.workbook import write_return

    period = parse_period(arguments.period)
    with open_book(arguments, lock=True) as book, book.writing(who=OFFICER) as session:
        span = period.span(offices.current(session).cut_off)
        unit = offices.unit_in_scope(session, arguments.unit, span)
        filled = returns.fill(session, set_code=arguments.set, unit=unit, period=period)
        write_return(filled, arguments.out)
        returns.freeze(session, filled, file_name=arguments.out.name)
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
