"""Papers of scoring of the sample district: one commune's sheet, the minutes, the list and the summary of the year."""

from collections.abc import Callable
from pathlib import Path

from db.rules.scoring.marks import APPRAISED
from db.services.scoring import papers
from db.sessions import Session
from desktop.demo import texts
from exports.documents.form_files import write_forms
from exports.documents.score_list_content import list_form
from exports.documents.score_minutes_content import year_minutes_form
from exports.documents.score_sheet_content import sheet_form
from exports.scores.summary_workbook import write_summary


def write_score_papers(
    session: Session, folder: Path, year: int, report: Callable[[str], None]
) -> tuple[Path, ...]:
    """Write the first appraised sheet as PDF and Word, the minutes and the list as PDF, the summary as a workbook."""
    found = papers.of_year(session, year=year)
    sheet = next(sheet for sheet in found[0].sheets if sheet.is_done(APPRAISED))
    name = texts.SHEET_FILE.format(year=year, code=sheet.unit_code)
    forms = {
        folder / f"{name}.pdf": [sheet_form(sheet)],
        folder / f"{name}.docx": [sheet_form(sheet)],
        folder / texts.MINUTES_FILE.format(year=year): [year_minutes_form(paper) for paper in found],
        folder / texts.LIST_FILE.format(year=year): [
            list_form(listed) for listed in papers.for_recognition(session, year=year)
        ],
    }
    for target, content in forms.items():
        write_forms(content, target)
    summary = folder / texts.SUMMARY_FILE.format(year=year)
    write_summary(found, summary)
    written = (*forms, summary)
    for target in written:
        report(f"  {target.name}")
    return written
