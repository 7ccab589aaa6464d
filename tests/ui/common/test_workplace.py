"""What all screens share: the chosen period, undo, the worker."""

import threading
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from db.records import Official
from db.rules.entries import Values, read_day
from db.rules.periods import parse_period
from db.services.entering import entries
from db.services.entering.history import ChangedSince
from db.sessions import Session
from tests.helpers.books import unit_id
from ui.common import texts
from ui.common.workplace import Changed, Workplace

# A step of more rows is long here; how a really long one goes back is tried with the services.
AT_ONCE, LONG = 40, 60
# Much work on a slow machine; it is not timed.
_LONG_MS = 60_000


def _add_official(session: Session) -> int:
    return entries.add(session, "officials", {"name": "Lò Văn An", "unit_id": unit_id(session, "99104")})


def _add_officials(session: Session) -> None:
    rows: list[Values] = [
        {"name": f"Lò Văn {number}", "unit_id": unit_id(session, "99104")} for number in range(LONG)
    ]
    list(entries.add_many(session, "officials", rows))


def officials(workplace: Workplace) -> int:
    return workplace.read(lambda session: session.scalar(select(func.count()).select_from(Official))) or 0


@pytest.fixture
def long_import(workplace: Workplace, monkeypatch: pytest.MonkeyPatch) -> Workplace:
    """A workplace whose last step added more records than are taken back in a moment."""
    monkeypatch.setattr("ui.common.workplace._AT_ONCE", AT_ONCE)
    workplace.write(_add_officials, "officials")
    return workplace


def test_the_period_is_remembered(workplace: Workplace, open_workplace: Callable[[], Workplace]) -> None:
    workplace.choose_period(parse_period("2025-Q3"))
    workplace.preferences.set_text("officer", "Quàng Văn Bó")
    again = Workplace(workplace.book, workplace.preferences)
    assert (again.period.label, again.officer) == ("2025-Q3", "Quàng Văn Bó")


def test_a_step_is_told_with_its_kind_and_record(workplace: Workplace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(workplace.changed) as told:
        record_id = workplace.write(_add_official, "officials")
    assert told.args == [Changed("officials", record_id)]


def test_undo_and_redo_go_back_and_forth(workplace: Workplace) -> None:
    record_id = workplace.write(_add_official, "officials")
    workplace.undo()
    undone = workplace.can_undo, workplace.can_redo
    workplace.redo()
    name = workplace.read(lambda session: entries.values_of(session, "officials", record_id)["name"])
    assert (undone, name) == ((False, True), "Lò Văn An")


def test_a_step_that_was_overtaken_is_told_and_forgotten(workplace: Workplace, qtbot: QtBot) -> None:
    record_id = workplace.write(_add_official, "officials")
    workplace.write_aside(
        lambda session: entries.change(session, "officials", record_id, {"post": "Phó Chủ tịch"})
    )
    with qtbot.waitSignal(workplace.failed) as told:
        workplace.undo()
    assert isinstance(told.args[0] if told.args else None, ChangedSince)
    assert not workplace.can_undo


def test_a_long_step_goes_back_on_the_worker_once(long_import: Workplace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(long_import.said, timeout=_LONG_MS) as told:
        long_import.undo()
        assert not long_import.can_undo
        long_import.undo()  # An impatient second Ctrl+Z asks for nothing more.
    assert told.args == [texts.TAKEN_BACK]
    assert (officials(long_import), long_import.can_undo, long_import.can_redo) == (0, False, True)


def test_a_long_step_is_done_again_on_the_worker(long_import: Workplace, qtbot: QtBot) -> None:
    for act in (long_import.undo, long_import.redo):
        with qtbot.waitSignal(long_import.said, timeout=_LONG_MS):
            act()
    assert (officials(long_import), long_import.can_undo) == (LONG, True)


def test_a_long_step_that_is_stopped_stays_and_can_be_taken_back_later(
    long_import: Workplace, qtbot: QtBot
) -> None:
    long_import.worker.started.connect(lambda job: job.cancel())
    with qtbot.waitSignal(long_import.worker.started) as told:
        long_import.undo()
    with qtbot.waitSignal((told.args or [None])[0].finished, timeout=_LONG_MS):
        pass
    assert (officials(long_import), long_import.can_undo, long_import.can_redo) == (LONG, True, False)


def test_a_long_step_that_was_overtaken_is_told_and_forgotten(long_import: Workplace, qtbot: QtBot) -> None:
    long_import.write_aside(lambda session: entries.change(session, "officials", 1, {"post": "Trưởng phòng"}))
    with qtbot.waitSignal(long_import.failed, timeout=_LONG_MS) as told:
        long_import.undo()
    assert isinstance(told.args[0] if told.args else None, ChangedSince)
    assert (officials(long_import), long_import.can_undo) == (LONG, False)


def test_nothing_is_kept_of_an_action_that_fails(workplace: Workplace) -> None:
    def fail(session: Session) -> None:
        _add_official(session)
        raise KeyError("no")

    with pytest.raises(KeyError):
        workplace.write(fail, "officials")
    assert not workplace.can_undo


def test_work_is_done_elsewhere_and_told_here(workplace: Workplace, qtbot: QtBot) -> None:
    told: list[Any] = []
    job = workplace.worker.run(lambda tell: threading.get_ident(), told.append, told.append)
    with qtbot.waitSignal(job.finished):
        pass
    assert told != [threading.get_ident()]
    assert len(told) == 1


def test_an_error_of_the_work_comes_back_whole(workplace: Workplace, qtbot: QtBot) -> None:
    told: list[Any] = []

    def fail(_: Callable[[str], None]) -> None:
        raise ValueError("x")

    job = workplace.worker.run(fail, told.append, told.append)
    with qtbot.waitSignal(job.finished):
        pass
    assert [str(error) for error in told] == ["x"]


def test_cancelled_work_ends_at_its_next_word(workplace: Workplace, qtbot: QtBot) -> None:
    go_on, told = threading.Event(), list[Any]()

    def work(tell: Callable[[str], None]) -> None:
        go_on.wait(5)
        tell("Đang đọc…")

    job = workplace.worker.run(work, told.append, told.append)
    job.cancel()
    with qtbot.waitSignal(job.finished):
        go_on.set()
    assert told == []


def test_work_that_was_stopped_too_late_is_told_as_done(workplace: Workplace, qtbot: QtBot) -> None:
    begun, go_on, told = threading.Event(), threading.Event(), list[Any]()

    def work(tell: Callable[[str], None]) -> str:
        tell("Đang ghi…")
        begun.set()
        go_on.wait(5)
        return "đã ghi"

    job = workplace.worker.run(work, told.append, told.append)
    begun.wait(5)
    job.cancel()
    with qtbot.waitSignal(job.finished):
        go_on.set()
    assert told == ["đã ghi"]


def test_a_day_typed_without_its_year_lies_in_the_chosen_reporting_year(workplace: Workplace) -> None:
    workplace.choose_period(parse_period("2026-Q1"))

    read = {text: read_day(text, workplace.typing_day) for text in ("15/12", "20/12", "1/1", "14/12")}

    assert read == {
        "15/12": date(2025, 12, 15),
        "20/12": date(2025, 12, 20),
        "1/1": date(2026, 1, 1),
        "14/12": date(2026, 12, 14),
    }
