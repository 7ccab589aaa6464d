"""Hotspots with their history, as of the end of the chosen period."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from db.rules.findings import Refused
from db.rules.periods import parse_period
from tests.helpers.sample_records import added
from ui.common.workplace import Workplace
from ui.hotspots.screen import HotspotsScreen


@pytest.fixture
def number(workplace: Workplace) -> int:
    number = added(workplace.book, "hotspots", found_on=date(2025, 1, 5))
    for day, what in ((date(2025, 5, 1), "removed"), (date(2025, 9, 1), "reopened")):
        added(workplace.book, "hotspot_events", hotspot_id=number, happened_on=day, what=what)
    return number


@pytest.fixture
def screen(workplace: Workplace, number: int, qtbot: QtBot) -> HotspotsScreen:
    made = HotspotsScreen(workplace)
    qtbot.addWidget(made)
    made.begin()
    made.presenter.open_row(number)
    return made


@pytest.mark.parametrize(
    ("period", "state", "tone"),
    [
        ("2025-Q1", "Đang hoạt động", "late"),
        ("2025-H1", "Đã triệt xóa", "done"),
        ("2025", "Tái hoạt động", "late"),
    ],
)
def test_a_hotspot_is_shown_as_it_was_then(
    screen: HotspotsScreen, workplace: Workplace, period: str, state: str, tone: str
) -> None:
    workplace.choose_period(parse_period(period))
    assert [screen.list_model.value(0, key) for key in ("state", "tone")] == [state, tone]


def test_an_event_out_of_turn_stays_a_draft_with_its_sentence(screen: HotspotsScreen) -> None:
    events = screen.parts[0].presenter
    events.new_row()
    events.leave("happened_on", "10/9")
    events.leave("what", "reopened")
    assert [item.code for item in events.entry.findings] == ["not_removed_before"]
    assert (events.entry.record_id, len(events.shown.drafts)) == (None, 1)


def test_an_event_between_others_stays_and_the_reason_is_told(
    screen: HotspotsScreen, workplace: Workplace, qtbot: QtBot
) -> None:
    events = screen.parts[0].presenter
    removed = events.shown.ids[-1]
    with qtbot.waitSignal(workplace.failed) as told:
        events.remove([removed])
    assert isinstance(told.args[0], Refused)
    assert removed in events.shown.ids


def test_free_text_says_that_nobody_is_named(screen: HotspotsScreen) -> None:
    words = screen.subject.words.fields
    assert all("không ghi tên" in (words[key].hint + words[key].help).lower() for key in ("place", "note"))
