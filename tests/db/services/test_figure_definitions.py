"""The office's list of figure definitions: shipped, own, ended."""

from collections.abc import Callable
from datetime import date

import pytest

from db.rules.findings import Refused, Unknown
from db.services import content, figure_definitions
from db.services.entering import entries, history
from db.sessions import Book, Session
from tests.helpers.sample_records import add, contents, step

OWN = {"title": "Số người xin việc", "unit": "người", "section": "own", "about": "Đếm đơn xin việc."}


def own(session: Session, **changes: str) -> str:
    return figure_definitions.add(session, **{**OWN, **changes})  # type: ignore[arg-type]


def codes(book: Book) -> list[str]:
    with book.reading() as session:
        return [item.code for item in figure_definitions.definitions(session)]


def test_every_shipped_definition_has_a_section(book: Book) -> None:
    with book.reading() as session:
        known = {section.code for section in figure_definitions.sections(session)}
        found = figure_definitions.definitions(session)
    assert {item.section for item in found} < known
    assert not any(item.own or item.ended_on for item in found)


def test_an_own_definition_stands_in_its_section_and_can_be_entered(book: Book) -> None:
    code, _ = step(book, lambda session: own(session, section="found"))
    step(book, lambda session: add(session, "figures", definition=code))
    assert codes(book)[3] == code
    with book.reading() as session:
        assert content.titles(content.choices(session, "figure_definitions"))[code] == OWN["title"]


def test_adding_is_one_step_that_can_be_taken_back(book: Book) -> None:
    before = contents(book)
    code, number = step(book, own)
    assert code in codes(book)
    step(book, lambda session: history.revert(session, number))
    assert contents(book) == before


def test_a_changed_definition_keeps_its_code(book: Book) -> None:
    code, _ = step(book, own)
    step(book, lambda session: figure_definitions.change(session, code, **{**OWN, "title": "Số đơn"}))
    with book.reading() as session:
        found = next(item for item in figure_definitions.definitions(session) if item.code == code)
    assert (found.title, found.unit, found.own) == ("Số đơn", "người", True)


def test_an_ended_definition_is_kept_with_its_last_day(book: Book) -> None:
    step(book, lambda session: figure_definitions.end(session, "cases", date(2025, 6, 14)))
    with book.reading() as session:
        ended = {
            item.code: item.ended_on for item in figure_definitions.definitions(session) if item.ended_on
        }
    assert ended == {"cases": date(2025, 6, 14)}
    step(book, lambda session: figure_definitions.use_again(session, "cases"))
    with book.reading() as session:
        assert not any(item.ended_on for item in figure_definitions.definitions(session))


def test_an_own_definition_without_figures_can_be_removed(book: Book) -> None:
    code, _ = step(book, own)
    other, _ = step(book, lambda session: own(session, title="Số khác"))
    step(book, lambda session: figure_definitions.remove(session, code))
    assert code not in codes(book)
    assert other in codes(book)


def _used(session: Session) -> None:
    code = own(session)
    entries.add(session, "figures", {"definition": code, "period": "2025-Q1", "unit_id": 3, "value": 1})
    figure_definitions.remove(session, code)


def _measured(session: Session) -> None:
    code = own(session)
    add(session, "targets", measure=f"figures.{code}")
    figure_definitions.remove(session, code)


def _divided_by(session: Session) -> None:
    code = own(session)
    add(session, "targets", measure="outreach.people", denominator=f"figures.{code}")
    figure_definitions.remove(session, code)


def _twice(session: Session) -> None:
    own(session)
    own(session, title="SO NGUOI XIN VIEC")


REFUSED: list[tuple[str, Callable[[Session], object]]] = [
    ("definition_used", _used),
    ("definition_measured", _measured),
    ("definition_measured", _divided_by),
    ("title_taken", _twice),
    ("title_taken", lambda session: own(session, title="số vụ đã khởi tố")),
    ("definition_shipped", lambda session: figure_definitions.remove(session, "cases")),
    ("definition_shipped", lambda session: figure_definitions.change(session, "cases", **OWN)),
]


@pytest.mark.parametrize(("code", "act"), REFUSED)
def test_what_would_lose_or_confuse_figures_is_refused(
    book: Book, code: str, act: Callable[[Session], object]
) -> None:
    before = contents(book)
    with pytest.raises(Refused) as refused:
        step(book, act)
    assert [finding.code for finding in refused.value.findings] == [code]
    assert contents(book) == before


def test_an_unknown_definition_is_told(book: Book) -> None:
    with book.reading() as session, pytest.raises(Unknown):
        figure_definitions.end(session, "no_such", date(2025, 1, 1))
