"""What a commune's sheet misses for the next better class."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from db.rules.scoring.gaps import ClassGap, gap_to_next
from db.rules.scoring.marks import APPRAISED, SELF
from db.rules.scoring.results import Result
from db.services.scoring.sheets import Sheet, sheet


@dataclass(frozen=True)
class SheetGap:
    """A sheet with the column that is looked at: the appraised one once it is complete, else the commune's own.

    There is no gap while neither is complete, nor above the best class.
    """

    sheet: Sheet
    column: str
    result: Result
    gap: ClassGap | None


def gap_of(session: Session, *, unit_id: int, year: int) -> SheetGap:
    """Return what a commune misses in a year; raises Unknown or Refused where no rule set is in force for it."""
    now = sheet(session, unit_id=unit_id, year=year)
    column = APPRAISED if now.result(APPRAISED).complete else SELF
    return SheetGap(now, column, now.result(column), gap_to_next(now.rule_set, now.column(column)))
