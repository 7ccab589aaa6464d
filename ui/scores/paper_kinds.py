"""Which papers scoring has: of one commune, and of all communes of the year."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ui.scores.paper_texts import NAMES
from ui.scores.papers import Paper

if TYPE_CHECKING:
    from db.sessions import Session
    from exports.documents.forms import Form


def sheet_paper(unit_id: int, unit: str, year: int) -> Paper:
    """A commune's score sheet."""

    def forms(session: "Session") -> "Sequence[Form]":
        from db.services.scoring import papers
        from exports.documents.score_sheet_content import sheet_form

        return [sheet_form(papers.of_commune(session, unit_id=unit_id, year=year))]

    return Paper(NAMES["sheet"].format(unit=unit, year=year), forms)


def minutes_paper(unit_id: int, unit: str, year: int) -> Paper:
    """The minutes of a commune's appraisal."""

    def forms(session: "Session") -> "Sequence[Form]":
        from db.services.scoring import papers
        from exports.documents.score_minutes_content import minutes_form

        return [minutes_form(papers.for_minutes(session, unit_id=unit_id, year=year))]

    return Paper(NAMES["minutes"].format(unit=unit, year=year), forms)


def all_sheets_paper(office: str, year: int) -> Paper:
    """The sheets of all communes, one after the other."""

    def forms(session: "Session") -> "Sequence[Form]":
        from db.services.scoring import papers
        from exports.documents.score_sheet_content import sheet_form

        found = papers.of_year(session, year=year)
        return [sheet_form(sheet) for paper in found for sheet in paper.sheets]

    return Paper(NAMES["all_sheets"].format(unit=office, year=year), forms)


def all_minutes_paper(office: str, year: int) -> Paper:
    """The common minutes of all communes."""

    def forms(session: "Session") -> "Sequence[Form]":
        from db.services.scoring import papers
        from exports.documents.score_minutes_content import year_minutes_form

        return [year_minutes_form(paper) for paper in papers.for_year_minutes(session, year=year)]

    return Paper(NAMES["all_minutes"].format(unit=office, year=year), forms)


def list_paper(office: str, year: int) -> Paper:
    """The list for recognition, which is a workbook too."""

    def forms(session: "Session") -> "Sequence[Form]":
        from db.services.scoring import papers
        from exports.documents.score_list_content import list_form

        return [list_form(listed) for listed in papers.for_recognition(session, year=year)]

    def workbook(session: "Session", path: Path) -> None:
        from db.services.scoring import papers
        from exports.scores.list_workbook import write_recognition_list

        write_recognition_list(papers.for_recognition(session, year=year), path)

    return Paper(NAMES["list"].format(unit=office, year=year), forms, workbook)


def write_summary_book(session: "Session", path: Path, year: int) -> None:
    """The summary of all communes as a workbook."""
    from db.services.scoring import papers
    from exports.scores.summary_workbook import write_summary

    write_summary(papers.of_year(session, year=year), path)
