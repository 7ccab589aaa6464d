"""Hostile and spoilt files: none crashes the program, takes too long or too much, writes outside."""

import pytest

from tests.torture.gate import MOST_BYTES, MOST_SECONDS, FileResult, GateResult, run_gate
from tests.torture.hostile_files import LIGHT


@pytest.fixture(scope="module")
def result() -> GateResult:
    """A short run of the torture: the hand-made files that need no seconds each, and some mutations."""
    return run_gate(count=_MUTATIONS, seed=8, hostile_files=LIGHT)


_MUTATIONS = 24


def told(files: tuple[FileResult, ...]) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [(file.name, file.trouble, file.wrote) for file in files]


def test_no_file_breaks_the_program(result: GateResult) -> None:
    assert told(result.crashed) == []
    assert (result.hostile, result.mutated) == (len(LIGHT), _MUTATIONS)


def test_no_file_makes_the_program_write_outside(result: GateResult) -> None:
    assert told(result.wrote_outside) == []


def test_no_file_takes_ten_seconds_of_work_or_300_megabytes(result: GateResult) -> None:
    assert result.slowest.seconds <= MOST_SECONDS, result.slowest
    assert result.largest.peak <= MOST_BYTES, result.largest


def test_some_are_read_and_most_are_refused(result: GateResult) -> None:
    assert 0 < result.read < result.refused
