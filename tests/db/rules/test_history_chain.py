"""The chain of the log: any change of a step, of its rows or of their order gives another hash."""

from dataclasses import replace

import pytest

from db.rules.history_chain import BEGINNING, LoggedStep, chained

STEP = LoggedStep(7, "2025-09-20 10:42:00.000000", "Lò Thị Hoa", None)
ROWS = (("outreach", 1, None, '{"people": 86}'), ("outreach", 2, '{"people": 4}', None))
HASH = chained(BEGINNING, STEP, ROWS)


@pytest.mark.parametrize(
    "step",
    [
        replace(STEP, id=8),
        replace(STEP, at="2025-09-20 10:42:00.000001"),
        replace(STEP, who="Lò Thị Hoà"),
        replace(STEP, reverts=3),
    ],
)
def test_another_step_has_another_hash(step: LoggedStep) -> None:
    assert chained(BEGINNING, step, ROWS) != HASH


@pytest.mark.parametrize(
    "rows", [ROWS[:1], ROWS[::-1], (), (*ROWS, ROWS[0]), (("outreach", 1, None, '{"people": 87}'), ROWS[1])]
)
def test_other_rows_have_another_hash(rows: tuple[tuple[object, ...], ...]) -> None:
    assert chained(BEGINNING, STEP, rows) != HASH


def test_what_came_before_is_in_the_hash() -> None:
    assert chained("1" * 64, STEP, ROWS) != HASH


def test_the_hash_never_changes_with_the_program() -> None:
    assert HASH == "31a056bea6038e833051e0f0644f5b549cdc9f303596e56b2509f3dc1411972a"
