"""`pcmd scores print` and `pcmd scores summary`: sheets, minutes, lists for recognition, the summary of a year."""

from argparse import Namespace
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from db.rules.findings import Finding, Refused
from db.rules.scoring.papers import SheetPaper
from db.rules.scoring.recognition import RecognitionList
from db.services.scoring import papers
from db.sessions import Session
from desktop.cli import score_paper_texts as texts
from desktop.cli.books import open_book
from desktop.cli.outcome import Outcome

if TYPE_CHECKING:
    from exports.documents.forms import Form


def print_papers(arguments: Namespace) -> Outcome:
    """Print sheets or minutes of a commune or of all, or the list for recognition, by the suffix of the file's name."""
    if arguments.decision:
        return _print_list(arguments)
    if arguments.out.suffix.lower() == ".xlsx":
        raise Refused([Finding("only_lists_as_workbook", "OUT", arguments.out.name)])
    if arguments.classes:
        raise Refused([Finding("classes_of_list", "class", ", ".join(arguments.classes))])
    from exports.documents.form_files import write_forms

    with open_book(arguments) as book, book.reading() as session:
        make = _minutes if arguments.minutes else _sheets
        forms, printed = make(session, arguments)
    write_forms(forms, arguments.out)
    return _outcome("minutes" if arguments.minutes else "sheet", arguments, printed)


def write_summary(arguments: Namespace) -> Outcome:
    """Write the summary of all communes of a year as a workbook."""
    from exports.scores import summary_workbook

    with open_book(arguments) as book, book.reading() as session:
        found = papers.of_year(session, year=arguments.year)
    summary_workbook.write_summary(found, arguments.out)
    printed = [sheet for paper in found for sheet in paper.sheets]
    return _outcome("summary", arguments, printed)


def _sheets(session: Session, arguments: Namespace) -> "tuple[list[Form], list[SheetPaper]]":
    from exports.documents.score_sheet_content import sheet_form

    if arguments.unit is None:
        printed = [sheet for paper in papers.of_year(session, year=arguments.year) for sheet in paper.sheets]
    else:
        unit = papers.commune(session, arguments.unit, arguments.year, arguments.on)
        printed = [papers.of_commune(session, unit_id=unit.id, year=arguments.year)]
    return [sheet_form(sheet) for sheet in printed], printed


def _minutes(session: Session, arguments: Namespace) -> "tuple[list[Form], list[SheetPaper]]":
    from exports.documents.score_minutes_content import minutes_form, year_minutes_form

    if arguments.unit is None:
        found = papers.for_year_minutes(session, year=arguments.year)
        return [year_minutes_form(paper) for paper in found], [
            sheet for paper in found for sheet in paper.appraised
        ]
    unit = papers.commune(session, arguments.unit, arguments.year, arguments.on)
    sheet = papers.for_minutes(session, unit_id=unit.id, year=arguments.year)
    return [minutes_form(sheet)], [sheet]


def _print_list(arguments: Namespace) -> Outcome:
    if arguments.unit is not None:
        raise Refused([Finding("list_of_all", "unit", arguments.unit)])
    with open_book(arguments) as book, book.reading() as session:
        listed = papers.for_recognition(session, year=arguments.year, classes=arguments.classes)
    _write_list(listed, arguments)
    return _outcome("list", arguments, [sheet for item in listed for sheet in _listed(item)])


def _write_list(listed: Sequence[RecognitionList], arguments: Namespace) -> None:
    if arguments.out.suffix.lower() == ".xlsx":
        from exports.scores.list_workbook import write_recognition_list

        write_recognition_list(listed, arguments.out)
        return
    from exports.documents.form_files import write_forms
    from exports.documents.score_list_content import list_form

    write_forms([list_form(item) for item in listed], arguments.out)


def _listed(item: RecognitionList) -> Iterable[SheetPaper]:
    return (sheet for found in item.classes for sheet in found.sheets)


def _outcome(kind: str, arguments: Namespace, printed: Sequence[SheetPaper]) -> Outcome:
    values = {
        "file": str(arguments.out),
        "kind": kind,
        "year": arguments.year,
        "units": [sheet.unit_code for sheet in printed],
    }
    named = printed[0].unit_name if len(printed) == 1 else texts.COMMUNES.format(count=len(printed))
    line = texts.PRINTED[kind].format(units=named, year=arguments.year, file=arguments.out)
    return Outcome(values, [line])
