"""Backups: names, which are kept, when the last one is too old."""

from datetime import datetime, timedelta

import pytest

from db.rules import backups
from db.rules.backups import Named, Why

NOW = datetime(2026, 11, 26, 17, 0)


def made(at: datetime, why: Why = Why.EXIT, number: int = 1) -> Named:
    named = backups.named(backups.file_name(at, why, number))
    assert named is not None
    return named


def every_day(days: int, last: datetime = NOW) -> list[Named]:
    return [made(last - timedelta(days=day)) for day in range(days)]


@pytest.mark.parametrize("why", Why)
@pytest.mark.parametrize("number", [1, 2, 17])
def test_a_name_is_read_as_it_was_written(why: Why, number: int) -> None:
    name = backups.file_name(NOW, why, number)
    assert backups.named(name) == Named(NOW, number, why, name)


@pytest.mark.parametrize(
    "name",
    [
        "2026-11-26 1700 khi-dong-so.zip",
        "2026-13-26 1700 khi-dong-so.pcmdbak",
        "2026-11-26 2460 khi-dong-so.pcmdbak",
        "2026-11-26 1700 la.pcmdbak",
        "x2026-11-26 1700 khi-dong-so.pcmdbak",
        ".pcmd-0a.pcmdbak",
        "",
    ],
)
def test_other_names_are_no_backups(name: str) -> None:
    assert backups.named(name) is None


def test_of_one_minute_the_later_one_is_newer() -> None:
    first, second = made(NOW), made(NOW, number=2)
    assert max(first, second) == second
    assert backups.kept([first, second], NOW) == {second}


@pytest.mark.parametrize(
    ("days", "count"),
    # 26/11 is a Thursday: the weeks to 15/11 and 8/11 come to the 7 days, then the 11 months before.
    [(1, 1), (7, 7), (8, 7), (12, 8), (40, 10), (730, 20)],
)
def test_days_weeks_and_months_are_kept_in_turn(days: int, count: int) -> None:
    kept = backups.kept(every_day(days), NOW)
    assert len(kept) == count
    assert {made(NOW - timedelta(days=day)) for day in range(min(days, 7))} <= kept


def test_the_last_of_a_day_stays() -> None:
    of_day = [made(NOW.replace(hour=hour)) for hour in (8, 12, 16)]
    assert backups.kept(of_day, NOW) == {of_day[-1]}


def test_after_a_long_leave_the_days_with_backups_count() -> None:
    every = every_day(7, NOW - timedelta(days=300))
    assert backups.kept(every, NOW) == frozenset(every)


@pytest.mark.parametrize(
    ("why", "days", "stays"),
    [
        (Why.UPGRADE, 366, True),
        (Why.UPGRADE, 367, False),
        (Why.RESTORE, 92, True),
        (Why.RESTORE, 93, False),
        (Why.IMPORT, 31, True),
        (Why.IMPORT, 32, False),
        (Why.HAND, 5_000, True),
        (Why.HANDOVER, 5_000, True),
        (Why.EXIT, 40, False),
    ],
)
def test_some_are_kept_longer(why: Why, days: int, stays: bool) -> None:
    old = made((NOW - timedelta(days=days)).replace(hour=8), why)
    same_day = made(old.at.replace(hour=9))
    others = [item for item in every_day(500) if item.at.date() != old.at.date()]
    assert (old in backups.kept([old, same_day, *others], NOW)) is stays


def test_what_lies_ahead_neither_goes_nor_crowds_out() -> None:
    wrong = every_day(60, NOW + timedelta(days=3_650))
    right = every_day(60)
    kept = backups.kept([*wrong, *right], NOW)
    assert kept == backups.kept(right, NOW) | backups.kept(wrong, NOW)
    assert max(wrong) in kept


def test_a_clock_set_back_drops_nothing_that_it_would_not_drop_later() -> None:
    every = every_day(60)
    assert backups.kept(every, NOW - timedelta(days=3_650)) == backups.kept(every, NOW)


@pytest.mark.parametrize("at", [NOW, NOW - timedelta(days=9_000), NOW + timedelta(days=9_000)])
@pytest.mark.parametrize("why", Why)
def test_the_only_one_stays(at: datetime, why: Why) -> None:
    assert backups.kept([made(at, why)], NOW) == {made(at, why)}


HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("last", "changed", "due", "stale"),
    [
        (None, None, False, False),
        (None, NOW, True, True),
        (NOW - HOUR, NOW - 2 * HOUR, False, False),
        (NOW - 23 * HOUR, NOW, False, False),
        (NOW - 24 * HOUR, NOW, True, False),
        (NOW - 48 * HOUR, NOW, True, False),
        (NOW - 49 * HOUR, NOW, True, True),
        (NOW - 900 * HOUR, NOW - 901 * HOUR, False, False),
        (NOW + 900 * HOUR, NOW, True, False),
    ],
)
def test_a_backup_is_due_after_a_day_and_late_after_two(
    last: datetime | None, changed: datetime | None, due: bool, stale: bool
) -> None:
    assert (backups.is_due(last, changed, NOW), backups.is_stale(last, changed, NOW)) == (due, stale)


@pytest.mark.parametrize(
    ("last", "days", "late"),
    [
        (None, 7, True),
        (NOW - 168 * HOUR, 7, False),
        (NOW - 169 * HOUR, 7, True),
        (NOW - 169 * HOUR, 30, False),
    ],
)
def test_the_copy_in_the_second_place_is_late_after_so_many_days(
    last: datetime | None, days: int, late: bool
) -> None:
    assert backups.is_copy_late(last, NOW, days) is late


def test_a_year_of_days_leaves_days_weeks_and_months() -> None:
    held: frozenset[Named] = frozenset()
    for day in range(365):
        now = datetime(2025, 1, 1, 17) + timedelta(days=day)
        held = backups.kept([*held, made(now.replace(hour=9), Why.DAILY), made(now)], now + HOUR)
        assert made(now) in held
    assert {item.at.month for item in held} == set(range(1, 13))
    assert len(held) <= backups.DAYS + backups.WEEKS + backups.MONTHS
