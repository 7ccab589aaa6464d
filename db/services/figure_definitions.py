"""The office's list of figure definitions: what is shipped, what the office added, which of them it still uses."""

from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import Figure, Target
from db.rules.figure_definitions import Definition, Section, definitions_of, new_code, sections_of
from db.rules.figures import MEASURES_PREFIX, is_figure_code
from db.rules.findings import Finding, Refused, Unknown
from db.rules.text import folded
from db.services import content

CATALOGUE = "figure_definitions"


def definitions(session: Session) -> tuple[Definition, ...]:
    """Return all definitions by section; within one the shipped first, then the office's own in their order."""
    held = content.catalogue(session, CATALOGUE)
    found = definitions_of(held.body, held.own, held.ended)
    return tuple(item for item in found if is_figure_code(item.code))


def sections(session: Session) -> tuple[Section, ...]:
    """Return the groups of definitions in their order."""
    return sections_of(content.catalogue(session, CATALOGUE).body)


def add(
    session: Session, *, title: str, unit: str, section: str, about: str = "", stock: bool = False
) -> str:
    """Add a definition of the office's own and return its code; raises Refused where one has that title."""
    known = definitions(session)
    _check_title(known, title)
    sums = {item["code"] for item in content.catalogue(session, CATALOGUE).body.get("sum", ())}
    code = new_code(title, {item.code for item in known} | sums)
    item = {"code": code, "title": title, "unit": unit, "section": section, "about": about}
    _keep(session, [*_own_items(session), item | ({"kind": "stock"} if stock else {})], _ended(session))
    return code


def change(session: Session, code: str, *, title: str, unit: str, section: str, about: str = "") -> None:
    """Call a definition of the office's own otherwise; its figures stay. Raises Refused, Unknown."""
    _own(session, code)
    _check_title([item for item in definitions(session) if item.code != code], title)
    words = {"title": title, "unit": unit, "section": section, "about": about}
    items = [item | words if item["code"] == code else item for item in _own_items(session)]
    _keep(session, items, _ended(session))


def end(session: Session, code: str, last: date) -> None:
    """Use a definition until a day, itself counted: later periods have no column for it. Raises Unknown."""
    _known(session, code)
    _keep(session, _own_items(session), {**_ended(session), code: last})


def use_again(session: Session, code: str) -> None:
    """Use a definition again that was ended; raises Unknown."""
    _known(session, code)
    _keep(session, _own_items(session), {key: day for key, day in _ended(session).items() if key != code})


def remove(session: Session, code: str) -> None:
    """Take a definition of the office's own away; raises Unknown, Refused where figures or targets need it."""
    found = _own(session, code)
    if session.scalar(select(Figure.id).where(Figure.definition == code).limit(1)) is not None:
        raise Refused([Finding("definition_used", "title", found.title)])
    name = f"{MEASURES_PREFIX}.{code}"
    asking = select(Target.id).where((Target.measure == name) | (Target.denominator == name))
    if session.scalar(asking.limit(1)) is not None:
        raise Refused([Finding("definition_measured", "title", found.title)])
    items = [item for item in _own_items(session) if item["code"] != code]
    _keep(session, items, {key: day for key, day in _ended(session).items() if key != code})


def _check_title(others: Iterable[Definition], title: str) -> None:
    if any(folded(item.title) == folded(title) for item in others):
        raise Refused([Finding("title_taken", "title", title)])


def _known(session: Session, code: str) -> Definition:
    for item in definitions(session):
        if item.code == code:
            return item
    raise Unknown(CATALOGUE, code)


def _own(session: Session, code: str) -> Definition:
    found = _known(session, code)
    if not found.own:
        raise Refused([Finding("definition_shipped", "title", found.title)])
    return found


def _own_items(session: Session) -> list[dict[str, str]]:
    return [dict(item) for item in content.catalogue(session, CATALOGUE).own]


def _ended(session: Session) -> Mapping[str, date]:
    return content.catalogue(session, CATALOGUE).ended


def _keep(session: Session, items: list[dict[str, str]], ended: Mapping[str, date]) -> None:
    content.keep_own(session, CATALOGUE, items, ended)
