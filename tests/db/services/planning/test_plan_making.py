"""A plan made from a skeleton, from an older plan, from a plan of several years."""

from datetime import date
from decimal import Decimal
from functools import partial

import pytest

from db.records import Plan, TargetShare, TargetYear, Task
from db.rules.findings import Refused
from db.services import content
from db.services.entering import entries, history
from db.services.entering.entries import Gone
from db.services.planning import plan_making, plans
from db.sessions import Book, Session
from tests.helpers.books import unit_id
from tests.helpers.sample_records import added, contents, issued, step

TODAY = date(2025, 9, 20)


@pytest.fixture
def old_plan(book: Book) -> int:
    """An issued plan of 2024 with a leap day among its tasks."""
    plan_id = added(
        book, "plans", subject="Kế hoạch năm 2024", first_year=2024, last_year=2024, grounds="Luật A"
    )
    added(book, "sections", plan_id=plan_id, shape="paragraph", text="Báo cáo trước 15/12/2024.")
    target = added(book, "targets", plan_id=plan_id, text="Tăng 5 % so với năm 2023", value=Decimal(5))
    leap = {"starts_on": date(2024, 2, 29), "ends_on": date(2024, 12, 1)}
    task = added(
        book, "tasks", plan_id=plan_id, state="done", done_on=date(2024, 5, 1), money_spent=9, **leap
    )
    step(book, lambda session: _share(session, target, task))
    issued(book, plan_id)
    return plan_id


def _share(session: Session, target_id: int, task_id: int) -> None:
    session.add(TargetShare(target_id=target_id, unit_id=unit_id(session, "99102"), value=Decimal(2)))
    session.get_one(Task, task_id).repeats = "monthly"


def test_a_skeleton_gives_a_draft_of_the_year_in_one_step(book: Book) -> None:
    before = contents(book)
    made, number = step(
        book,
        lambda session: plan_making.from_skeleton(session, "year_plan", subject="KH", year=2026, on=TODAY),
    )
    with book.reading() as session:
        values, paper = entries.values_of(session, "plans", made), plans.paper(session, made)
    assert (values["first_year"], values["last_year"], values["state"]) == (2026, 2026, "draft")
    assert [item.text for item in paper.sections if item.level == 1 and item.kind == "heading"] == [
        "MỤC ĐÍCH, YÊU CẦU",
        "CHỈ TIÊU",
        "NHIỆM VỤ, GIẢI PHÁP",
        "KINH PHÍ THỰC HIỆN",
        "TỔ CHỨC THỰC HIỆN",
    ]
    step(book, lambda session: history.revert(session, number))
    assert contents(book) == before


def test_every_shipped_skeleton_makes_a_plan_with_a_place_for_its_targets(book: Book) -> None:
    with book.reading() as session:
        codes = [item.code for item in content.holding(session, "skeleton", TODAY)]
    assert codes == ["year_plan", "years_plan"]
    for code in codes:
        make = partial(plan_making.from_skeleton, code=code, subject="KH", year=2026, on=TODAY)
        made, _ = step(book, make)
        with book.reading() as session:
            assert [item.kind for item in plans.paper(session, made).sections].count("targets") == 1


def test_stale_years_are_told_and_not_changed(book: Book, old_plan: int) -> None:
    with book.reading() as session:
        found = plan_making.stale_texts(session, old_plan, first_year=2025)
    assert [(item.kind, item.key, item.at, item.stale.found, item.stale.proposed) for item in found] == [
        ("plans", "subject", 1, "2024", "2025"),
        ("sections", "text", 1, "15/12/2024", "15/12/2025"),
        ("targets", "text", 1, "2023", "2024"),
    ]
    made, _ = step(book, lambda session: plan_making.from_plan(session, old_plan, first_year=2025))
    with book.reading() as session:
        assert entries.values_of(session, "plans", made)["subject"] == "Kế hoạch năm 2024"


def test_accepted_years_are_changed_in_the_copy_alone(book: Book, old_plan: int) -> None:
    with book.reading() as session:
        found = plan_making.stale_texts(session, old_plan, first_year=2025)
    made, _ = step(
        book,
        lambda session: plan_making.from_plan(session, old_plan, first_year=2025, accepted=found[1:]),
    )
    with book.reading() as session:
        paper, old = plans.paper(session, made), plans.paper(session, old_plan)
    assert (paper.subject, paper.sections[0].text) == ("Kế hoạch năm 2024", "Báo cáo trước 15/12/2025.")
    assert (paper.targets[0].text, old.targets[0].text) == (
        "Tăng 5 % so với năm 2024",
        "Tăng 5 % so với năm 2023",
    )


def test_a_copy_is_a_draft_of_its_own_year_without_progress(book: Book, old_plan: int) -> None:
    made, _ = step(book, lambda session: plan_making.from_plan(session, old_plan, first_year=2025))
    with book.reading() as session:
        plan = session.get_one(Plan, made)
        (task,), (target,) = plan.tasks, plan.targets
        assert (plan.first_year, plan.last_year, plan.state, plan.number) == (2025, 2025, "draft", None)
        assert (plan.grounds, plan.issued_on) == ("Luật A", None)
        assert (task.starts_on, task.ends_on) == (date(2025, 2, 28), date(2025, 12, 1))
        assert (task.state, task.done_on, task.money_spent, task.repeats) == (
            "planned",
            None,
            None,
            "monthly",
        )
        assert [(share.unit_id, share.value) for share in target.shares] == [
            (unit_id(session, "99102"), Decimal(2))
        ]


@pytest.fixture
def whole_plan(book: Book) -> int:
    """A plan of 2021–2025 with a target in yearly slices, one with a slice of 2021 only, one without."""
    plan_id = added(book, "plans", first_year=2021, last_year=2025)
    sliced, early, _ = (
        added(book, "targets", plan_id=plan_id, text=text, value=Decimal(100)) for text in ("a", "b", "c")
    )
    slices = ((sliced, 2024, "60"), (sliced, 2025, "80.5"), (early, 2021, "1"))
    step(
        book,
        lambda session: session.add_all(
            TargetYear(target_id=target, year=year, value=Decimal(value)) for target, year, value in slices
        ),
    )
    return plan_id


def test_a_year_of_several_takes_its_slice_of_each_target(book: Book, whole_plan: int) -> None:
    made, _ = step(
        book,
        lambda session: plan_making.from_years(session, whole_plan, subject="KH 2025", year=2025, on=TODAY),
    )
    with book.reading() as session:
        plan = session.get_one(Plan, made)
        assert (plan.parent_id, plan.kind, plan.first_year) == (whole_plan, "year", 2025)
        assert [(item.text, item.value) for item in plan.targets] == [
            ("a", Decimal("80.5")),
            ("c", Decimal(100)),
        ]
        assert plan.sections


def test_a_year_outside_a_plan_is_refused_and_nothing_stays(book: Book, whole_plan: int) -> None:
    before = contents(book)
    with pytest.raises(Refused) as caught:
        step(
            book,
            lambda session: plan_making.from_years(session, whole_plan, subject="KH", year=2026, on=TODAY),
        )
    assert caught.value.findings[0].code == "year_not_in_plan"
    assert contents(book) == before


def test_a_plan_lets_go_of_those_made_from_it_and_finds_them_again(book: Book, whole_plan: int) -> None:
    step(
        book,
        lambda session: plan_making.from_years(session, whole_plan, subject="KH", year=2025, on=TODAY),
    )
    before = contents(book)
    _, number = step(book, lambda session: entries.remove(session, "plans", whole_plan))
    assert [row for row in contents(book)["plan"] if whole_plan in row[:1]] == []
    step(book, lambda session: history.revert(session, number))
    assert contents(book) == before


def test_nothing_is_made_from_a_plan_that_is_gone(book: Book) -> None:
    with pytest.raises(Gone):
        step(book, lambda session: plan_making.from_plan(session, 99, first_year=2026))
