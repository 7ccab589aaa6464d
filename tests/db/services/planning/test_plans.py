"""Plans: found by their number, printed with all that belongs to them, their targets of a year."""

from datetime import date
from decimal import Decimal

import pytest

from db.rules.findings import Unknown
from db.rules.plan_paper import PaperMoney, PaperSignatory, PaperTask, Section
from db.services.planning import plans
from db.sessions import Book
from tests.helpers.books import unit_id
from tests.helpers.sample_records import add, added, issued

NUMBERED: dict[str, dict[str, object]] = {
    "year before": {"number": 5, "symbol": "KH-UBND", "first_year": 2024, "last_year": 2024},
    "this year": {"number": 5, "symbol": "KH-UBND"},
    "team": {"number": 112, "symbol": "KH-ĐKT178"},
    "draft": {"number": None, "symbol": "KH-UBND", "state": "draft"},
}


@pytest.fixture
def numbered(book: Book) -> Book:
    """A book with plans of two years and one without a number."""
    for subject, fields in NUMBERED.items():
        added(book, "plans", subject=subject, **fields)
    return book


@pytest.mark.parametrize(
    ("number", "subject"),
    [
        ("5", "this year"),
        ("05", "this year"),
        (" 05/KH-UBND ", "this year"),
        ("5/KH-UBND", "this year"),
        ("112", "team"),
        ("112/KH-ĐKT178", "team"),
        ("/KH-UBND", "draft"),
    ],
)
def test_a_plan_is_found_by_its_number(numbered: Book, number: str, subject: str) -> None:
    with numbered.reading() as session:
        assert plans.find(session, number).subject == subject


@pytest.mark.parametrize(
    ("number", "near"),
    [
        ("06/KH-UBND", "05/KH-UBND"),
        ("12/KH-ĐKT178", "112/KH-ĐKT178"),
        ("", "05/KH-UBND"),
        ("0", "05/KH-UBND"),
    ],
)
def test_an_unknown_number_names_near_ones(numbered: Book, number: str, near: str) -> None:
    with numbered.reading() as session, pytest.raises(Unknown) as caught:
        plans.find(session, number)
    assert (caught.value.what, near in caught.value.near) == ("plan", True)


def test_plans_are_listed_the_newest_years_first(numbered: Book) -> None:
    with numbered.reading() as session:
        assert [plan.subject for plan in plans.every(session)] == [
            "draft",
            "this year",
            "team",
            "year before",
        ]


def test_the_targets_of_a_year_come_in_the_order_of_their_plans(book: Book) -> None:
    with book.writing(who="x") as session:
        for number, years in ((2, (2025, 2025)), (1, (2025, 2025)), (9, (2021, 2025)), (3, (2026, 2026))):
            plan = add(session, "plans", number=number, first_year=years[0], last_year=years[1])
            for text in "ab":
                add(session, "targets", plan_id=plan, text=f"{number}{text}")
    with book.reading() as session:
        found = plans.targets_of_year(session, unit_id=unit_id(session), year=2025)
    assert [target.text for target in found] == ["9a", "9b", "1a", "1b", "2a", "2b"]


@pytest.mark.parametrize(("state", "count"), [("draft", 0), ("submitted", 1), ("issued", 1), ("closed", 1)])
def test_targets_of_a_draft_do_not_count(book: Book, state: str, count: int) -> None:
    plan_id = added(book, "plans", state="draft" if state == "draft" else "submitted")
    added(book, "targets", plan_id=plan_id)
    if state in ("issued", "closed"):
        issued(book, plan_id, *(("closed",) if state == "closed" else ()))
    with book.reading() as session:
        assert len(plans.targets_of_year(session, unit_id=unit_id(session), year=2025)) == count


def test_another_units_plans_have_other_targets(book: Book) -> None:
    added(book, "targets")
    with book.reading() as session:
        assert plans.targets_of_year(session, unit_id=unit_id(session, "99102"), year=2025) == ()


def test_a_plan_goes_to_paper_whole(book: Book) -> None:
    with book.writing(who="x") as session:
        plan = add(
            session,
            "plans",
            number=5,
            issued_on=date(2025, 1, 10),
            grounds="Luật A;\n\nLuật B;",
            recipients="- Như trên;",
        )
        for shape, text in (
            ("heading-1", "MỤC ĐÍCH"),
            ("paragraph", "Một"),
            ("item-4", "Hai"),
            ("targets", None),
        ):
            add(session, "sections", plan_id=plan, shape=shape, text=text)
        add(session, "targets", plan_id=plan, value=Decimal(70))
        for money in (None, 15_000_000, 0):
            add(session, "tasks", plan_id=plan, money_planned=money, money_source="ngân sách huyện")
    with book.reading() as session:
        paper = plans.paper(session, plan)
    assert (paper.number, paper.issued_on, paper.symbol) == (5, date(2025, 1, 10), "KH-UBND")
    assert (paper.grounds, paper.recipients) == (("Luật A;", "Luật B;"), ("- Như trên;",))
    assert paper.sections == (
        Section(1, "heading", "MỤC ĐÍCH"),
        Section(1, "paragraph", "Một"),
        Section(4, "heading", "Hai"),
        Section(1, "targets", ""),
    )
    assert [target.text for target in paper.targets] == ["Ít nhất 70 % số xã"]
    assert [task.money for task in paper.tasks] == [
        "ngân sách huyện",
        "15.000.000 đồng (ngân sách huyện)",
        "0 đồng (ngân sách huyện)",
    ]
    assert paper.money_total == "15.000.000 đồng"


def test_a_plan_prints_its_money_by_source(book: Book) -> None:
    plan = added(book, "plans")
    for source, planned in (("Tỉnh", 5), ("Đảng", 7), ("Tỉnh", 3), (None, 4), ("Xã", None)):
        added(book, "tasks", plan_id=plan, money_planned=planned, money_source=source)
    with book.reading() as session:
        paper = plans.paper(session, plan)
    assert paper.money == (
        PaperMoney("", "4 đồng"),
        PaperMoney("Đảng", "7 đồng"),
        PaperMoney("Tỉnh", "8 đồng"),
    )
    assert paper.money_total == "19 đồng"


def test_a_plan_prints_the_offices_names_where_it_has_none(book: Book) -> None:
    own = added(book, "plans", authority="KT. Chủ tịch", signatory_name="Lò Văn Bảo")
    bare = added(book, "plans")
    with book.reading() as session:
        papers = [plans.paper(session, plan) for plan in (own, bare)]
    assert papers[0].signatory == PaperSignatory("KT. Chủ tịch", "Chủ tịch", "Lò Văn Bảo")
    assert papers[1].signatory == PaperSignatory("TM. Ủy ban nhân dân", "Chủ tịch", "")
    assert (papers[1].tasks, papers[1].money_total, papers[1].number) == ((), "", None)


@pytest.mark.parametrize(
    ("starts", "ends", "time"),
    [
        (date(2025, 1, 2), date(2025, 3, 4), "02/01/2025 – 04/03/2025"),
        (date(2025, 1, 2), date(2025, 1, 2), "02/01/2025"),
        (None, date(2025, 3, 4), "04/03/2025"),
        (None, None, ""),
    ],
)
def test_a_task_prints_its_days(book: Book, starts: date | None, ends: date | None, time: str) -> None:
    plan = added(book, "plans")
    added(book, "tasks", plan_id=plan, starts_on=starts, ends_on=ends)
    with book.reading() as session:
        assert plans.paper(session, plan).tasks == (
            PaperTask("Tuyên truyền lưu động", lead="Phòng Y tế", time=time),
        )


def test_a_plan_that_is_gone_cannot_be_printed(book: Book) -> None:
    with book.reading() as session, pytest.raises(Unknown):
        plans.paper(session, 99)
