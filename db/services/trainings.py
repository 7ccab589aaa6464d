"""Who of the officials' register attended a training session."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from db.records import Attendance, Official, Unit
from db.rules.text import folded


@dataclass(frozen=True)
class OfficialInfo:
    """An official as a roster shows it."""

    id: int
    name: str
    post: str
    unit: str


def roster(session: Session, training_id: int) -> tuple[OfficialInfo, ...]:
    """Return the officials who attended, by name in Vietnamese order."""
    statement = _officials().join(Attendance).where(Attendance.session_id == training_id)
    return tuple(OfficialInfo(*row) for row in session.execute(statement))


def set_roster(session: Session, training_id: int, official_ids: Iterable[int]) -> None:
    """Make these officials the ones who attended; those who stay keep their rows."""
    wanted = set(official_ids)
    held = session.scalars(select(Attendance).where(Attendance.session_id == training_id)).all()
    for attendance in held:
        if attendance.official_id not in wanted:
            session.delete(attendance)
    for official_id in sorted(wanted - {attendance.official_id for attendance in held}):
        session.add(Attendance(session_id=training_id, official_id=official_id))
    session.flush()


def official_names(session: Session) -> frozenset[str]:
    """Return the names of the register: those whom a free text may name."""
    return frozenset(session.scalars(select(Official.name)))


def find_officials(session: Session, text: str, *, most: int = 20) -> tuple[OfficialInfo, ...]:
    """Return officials whose words hold all words of the text, tone marks or not."""
    statement = _officials()
    for word in folded(text).split():
        statement = statement.where(Official.search.contains(word, autoescape=True))
    return tuple(OfficialInfo(*row) for row in session.execute(statement.limit(most)))


def _officials() -> Select[int, str, str, str]:
    post = func.coalesce(Official.post, "")
    columns = (Official.id, Official.name, post, Unit.name)
    return (
        select(*columns)
        .join(Unit, Official.unit_id == Unit.id)
        .order_by(func.vn_sort(Official.name), Official.id)
    )
