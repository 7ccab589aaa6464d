"""Commune models from one year to the next."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import ModelYear
from db.services.entering import entries

RUNNING = ("new", "kept")


def left_to_keep(session: Session, year: int) -> tuple[int, ...]:
    """Return the models that ran in the year before and have no state in this one yet."""
    known = select(ModelYear.model_id).where(ModelYear.year == year)
    ran = select(ModelYear.model_id).where(ModelYear.year == year - 1, ModelYear.state.in_(RUNNING))
    return tuple(session.scalars(ran.where(ModelYear.model_id.not_in(known)).order_by(ModelYear.model_id)))


def keep_all(session: Session, year: int) -> tuple[int, ...]:
    """Take the models of the year before over as kept on; what the year says of a model already stays. Return them."""
    taken = left_to_keep(session, year)
    for model_id in taken:
        entries.add(session, "model_years", {"model_id": model_id, "year": year, "state": "kept"})
    return taken
