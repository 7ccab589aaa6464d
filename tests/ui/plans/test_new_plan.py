"""A new plan is asked for by keyboard: from nothing, a skeleton, an older plan, a plan of several years."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.records import TargetYear
from db.services.planning import plans
from tests.helpers.keyboard import press, type_text
from tests.helpers.modals import Modals
from tests.helpers.sample_records import added, contents, step
from ui.common.workplace import Workplace
from ui.plans import making_texts as texts
from ui.plans.new_plan_dialog import NewPlanDialog
from ui.plans.plan_maker import PlanMaker, Way, Wish
from ui.plans.screen import PlansScreen
from ui.plans.stale_years_dialog import StaleYearsDialog

Key = Qt.Key
Answer = Callable[[NewPlanDialog], None]


@pytest.fixture
def old_plan(workplace: Workplace) -> int:
    """A plan of 2024 whose subject and only target name years."""
    plan_id = added(workplace.book, "plans", subject="Kế hoạch năm 2024", first_year=2024, last_year=2024)
    added(workplace.book, "targets", plan_id=plan_id, text="Tăng 5 % so với năm 2023")
    return plan_id


@pytest.fixture
def screen(workplace: Workplace, qtbot: QtBot) -> PlansScreen:
    """The screen of plans, shown, with the focus in its list."""
    made = PlansScreen(workplace)
    qtbot.addWidget(made)
    made.resize(1200, 650)
    made.show()
    made.activateWindow()
    made.begin()
    made.take_focus()
    QApplication.processEvents()
    return made


def choose(way: Way, *steps: Answer) -> Answer:
    """Choose a way with its key, do the steps, and press Enter."""

    def act(dialog: NewPlanDialog) -> None:
        dialog.ways[way].setFocus()
        press(dialog.ways[way], Key.Key_Space)
        for one in steps:
            one(dialog)
        press(dialog.make_button, Key.Key_Return)

    return act


def ask(workplace: Workplace, dialogs: Modals, answer: Answer, qtbot: QtBot) -> Wish | None:
    dialogs.expect(NewPlanDialog, answer)
    owner = NewPlanDialog(workplace, PlanMaker(workplace))
    qtbot.addWidget(owner)
    return NewPlanDialog.ask(workplace, PlanMaker(workplace), owner)


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        (Way.EMPTY, Wish(Way.EMPTY)),
        (Way.SKELETON, Wish(Way.SKELETON, "year_plan", 2025, "Phòng, chống mại dâm năm 2025")),
        (Way.PLAN, Wish(Way.PLAN, "1", 2025, "")),
    ],
)
def test_a_way_and_enter_are_enough(
    workplace: Workplace, dialogs: Modals, qtbot: QtBot, old_plan: int, way: Way, expected: Wish
) -> None:
    assert ask(workplace, dialogs, choose(way), qtbot) == expected


def test_the_proposed_subject_follows_the_year_until_it_is_written(
    workplace: Workplace, dialogs: Modals, qtbot: QtBot
) -> None:
    def year(dialog: NewPlanDialog) -> None:
        dialog.year.selectAll()
        type_text(dialog.year, "2027")

    wish = ask(workplace, dialogs, choose(Way.SKELETON, year), qtbot)
    assert wish == Wish(Way.SKELETON, "year_plan", 2027, "Phòng, chống mại dâm năm 2027")


def test_a_wrong_year_is_told_and_asked_again(workplace: Workplace, dialogs: Modals, qtbot: QtBot) -> None:
    said: list[bool] = []

    def wrong(dialog: NewPlanDialog) -> None:
        dialog.year.selectAll()
        type_text(dialog.year, "25x")
        press(dialog.make_button, Key.Key_Return)
        said.append(dialog.message.isVisible())
        dialog.year.set_text("2026")

    wish = ask(workplace, dialogs, choose(Way.SKELETON, wrong), qtbot)
    assert said == [True]
    assert wish is not None and wish.year == 2026


def test_ways_without_a_source_are_closed(workplace: Workplace, qtbot: QtBot) -> None:
    dialog = NewPlanDialog(workplace, PlanMaker(workplace))
    qtbot.addWidget(dialog)
    assert [dialog.ways[way].isEnabled() for way in Way] == [True, True, False, False]


def test_escape_makes_nothing(screen: PlansScreen, workplace: Workplace, dialogs: Modals) -> None:
    before = contents(workplace.book)
    dialogs.expect(NewPlanDialog, lambda dialog: press(dialog, Key.Key_Escape))
    press(screen, Key.Key_F5)
    assert contents(workplace.book) == before
    assert not screen.presenter.entry.open


def test_f5_makes_a_plan_from_a_skeleton_and_undo_takes_it_back(
    screen: PlansScreen, workplace: Workplace, dialogs: Modals
) -> None:
    before = contents(workplace.book)
    dialogs.expect(NewPlanDialog, choose(Way.SKELETON))
    press(screen, Key.Key_F5)
    assert screen.presenter.entry.texts()["subject"] == "Phòng, chống mại dâm năm 2025"
    assert len(screen.parts[0].presenter.shown.ids) > 10
    workplace.undo()
    assert contents(workplace.book) == before


def test_marked_years_are_replaced_and_the_others_stay(
    workplace: Workplace, dialogs: Modals, old_plan: int, screen: PlansScreen
) -> None:
    def mark_the_second(dialog: StaleYearsDialog) -> None:
        press(dialog.table, Key.Key_Down)
        press(dialog.table, Key.Key_Space)
        press(dialog.make_button, Key.Key_Return)

    dialogs.expect(NewPlanDialog, choose(Way.PLAN))
    dialogs.expect(StaleYearsDialog, mark_the_second)
    press(screen, Key.Key_F5)
    made = screen.presenter.entry.record_id
    assert made is not None
    paper = workplace.read(lambda session: plans.paper(session, made))
    assert (paper.subject, paper.targets[0].text) == ("Kế hoạch năm 2024", "Tăng 5 % so với năm 2024")


def test_all_stale_years_are_marked_at_once_and_shown_in_their_text(
    workplace: Workplace, old_plan: int, qtbot: QtBot
) -> None:
    wish = Wish(Way.PLAN, str(old_plan), 2025)
    dialog = StaleYearsDialog(PlanMaker(workplace).stale(wish))
    qtbot.addWidget(dialog)
    assert dialog.accepted_ones == ()
    dialog.all_button.click()
    shown = [[_cell(dialog, row, column) for column in (1, 2, 3)] for row in range(2)]
    assert shown == [
        ["Trích yếu", "Kế hoạch năm [2024]", "2025"],
        ["Chỉ tiêu 1", "Tăng 5 % so với năm [2023]", "2024"],
    ]
    assert len(dialog.accepted_ones) == 2
    dialog.none_button.click()
    assert dialog.accepted_ones == ()


def _cell(dialog: StaleYearsDialog, row: int, column: int) -> str:
    item = dialog.table.item(row, column)
    return item.text() if item else ""


def test_turning_back_from_the_stale_years_makes_nothing(
    workplace: Workplace, dialogs: Modals, old_plan: int, screen: PlansScreen
) -> None:
    before = contents(workplace.book)
    dialogs.expect(NewPlanDialog, choose(Way.PLAN))
    dialogs.expect(StaleYearsDialog, lambda dialog: press(dialog, Key.Key_Escape))
    press(screen, Key.Key_F5)
    assert contents(workplace.book) == before


def test_a_year_of_a_plan_of_several_is_made_from_its_slices(workplace: Workplace, qtbot: QtBot) -> None:
    whole = added(workplace.book, "plans", first_year=2021, last_year=2025)
    target = added(workplace.book, "targets", plan_id=whole, value=Decimal(100))
    slice_ = TargetYear(target_id=target, year=2025, value=Decimal(80))
    step(workplace.book, lambda session: session.add(slice_))
    made = PlanMaker(workplace).make(Wish(Way.YEARS, str(whole), 2025, "KH 2025"))
    assert made is not None
    (found,) = workplace.read(lambda session: plans.targets_of_plan(session, made))
    assert found.goal.value == Decimal(80)


def test_a_year_that_the_plan_has_not_is_told_calmly(workplace: Workplace, qtbot: QtBot) -> None:
    whole = added(workplace.book, "plans", first_year=2021, last_year=2025)
    with qtbot.waitSignal(workplace.failed) as told:
        assert PlanMaker(workplace).make(Wish(Way.YEARS, str(whole), 2030, "KH")) is None
    assert told.args[0].findings[0].code == "year_not_in_plan"


def test_a_plan_of_another_year_says_where_it_is(
    screen: PlansScreen, workplace: Workplace, dialogs: Modals, qtbot: QtBot
) -> None:
    said: list[str] = []
    workplace.said.connect(said.append)
    dialogs.expect(NewPlanDialog, choose(Way.SKELETON, lambda dialog: dialog.year.set_text("2027")))
    press(screen, Key.Key_F5)
    assert said[-1] == texts.MADE_OUT_OF_SIGHT.format(year=2027)
