"""What officers write into a report, kept by the key of its place; each keeping is one step of undo."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import ReportText
from db.rules.text import cleaned_lines


def held(session: Session, *, unit_id: int, skeleton: str, period: str) -> Mapping[str, str]:
    """Return what is kept for a unit and a period, by its key."""
    return {row.part: row.text for row in _rows(session, unit_id, skeleton, period)}


def keep(session: Session, *, unit_id: int, skeleton: str, period: str, texts: Mapping[str, str]) -> None:
    """Keep texts by their keys in place of those before; an empty one takes away what was there."""
    rows = {row.part: row for row in _rows(session, unit_id, skeleton, period)}
    for part, typed in texts.items():
        text, row = cleaned_lines(typed), rows.get(part)
        if row is None and text:
            session.add(ReportText(unit_id=unit_id, skeleton=skeleton, period=period, part=part, text=text))
        elif row is not None and not text:
            session.delete(row)
        elif row is not None:
            row.text = text
    session.flush()


def _rows(session: Session, unit_id: int, skeleton: str, period: str) -> list[ReportText]:
    of_report = ReportText.unit_id == unit_id, ReportText.skeleton == skeleton, ReportText.period == period
    return list(session.scalars(select(ReportText).where(*of_report)))
