"""The annexes of models and hotspots print what the records say, where a plan asks for them."""

from datetime import date

from db.rules.plan_paper import ModelCount, PlanPaper, RemovedHotspot
from db.services.planning import plans
from db.sessions import Book, Session
from tests.helpers.books import unit_id
from tests.helpers.sample_records import add, added, step


def paper(book: Book, *shapes: str) -> PlanPaper:
    """A plan of 2025 with sections of these shapes, as it goes to paper."""
    plan_id = added(book, "plans", first_year=2025, last_year=2025)
    for shape in shapes:
        added(book, "sections", plan_id=plan_id, shape=shape, text=None)
    with book.reading() as session:
        return plans.paper(session, plan_id)


def model(book: Book, code: str, **years: str) -> None:
    """A model of a commune with its states, `y2025="kept"`."""

    def act(session: Session) -> None:
        made = add(session, "models", unit_id=unit_id(session, code))
        for year, state in years.items():
            add(session, "model_years", model_id=made, year=int(year[1:]), state=state)

    step(book, act)


def hotspot(book: Book, place: str, *events: tuple[date, str]) -> None:
    def act(session: Session) -> None:
        unit = unit_id(session, "99102")
        made = add(session, "hotspots", unit_id=unit, place=place, found_on=date(2020, 1, 1))
        for day, what in events:
            add(session, "hotspot_events", hotspot_id=made, happened_on=day, what=what)

    step(book, act)


def test_models_of_the_year_are_counted_by_commune(book: Book) -> None:
    model(book, "99102", y2024="new", y2025="kept")
    model(book, "99102", y2025="new")
    model(book, "99103", y2025="ended")
    model(book, "99104", y2024="kept")
    assert paper(book, "annex_models").models == (ModelCount("Xã Quế Lâm", 1, 1),)


def test_hotspots_stand_in_the_reporting_year_of_their_last_removal(book: Book) -> None:
    hotspot(book, "Ngã ba chợ", (date(2023, 5, 1), "removed"))
    hotspot(book, "Bến xe", (date(2021, 5, 1), "removed"), (date(2024, 1, 1), "reopened"))
    hotspot(book, "Cầu mới", (date(2024, 12, 20), "removed"))
    hotspot(book, "Khu trọ", (date(2025, 12, 20), "removed"))
    assert paper(book, "annex_hotspots").hotspots == (
        RemovedHotspot("Xã Quế Lâm", "Ngã ba chợ", 2023),
        RemovedHotspot("Xã Quế Lâm", "Bến xe", 2021, reopened=True),
        RemovedHotspot("Xã Quế Lâm", "Cầu mới", 2025),
    )


def test_a_plan_that_asks_for_no_annex_has_none(book: Book) -> None:
    model(book, "99102", y2025="kept")
    hotspot(book, "Ngã ba chợ", (date(2023, 5, 1), "removed"))
    made = paper(book, "paragraph")
    assert (made.models, made.hotspots) == ((), ())
