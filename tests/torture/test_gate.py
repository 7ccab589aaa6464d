"""Hostile and spoilt files: none crashes the program, takes too long or too much, writes outside.

This is the short run: the hand-made files that cost next to nothing, and some mutations. Those that cost seconds each
(`hostile_files.HOSTILE` without `LIGHT`) and 2,000 mutations belong to the long run, some ten minutes of one core.
"""

import pytest

from tests.torture.gate import MOST_BYTES, MOST_SECONDS, FileResult, GateResult, run_gate
from tests.torture.hostile_files import LIGHT
from tests.torture.readers import READERS

_MUTATIONS = 16


@pytest.fixture(scope="module")
def result() -> GateResult:
    """A short run of the torture."""
    return run_gate(count=_MUTATIONS, seed=8, hostile_files=LIGHT)


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


def test_every_reader_gets_every_hand_made_file_and_some_mutations(result: GateResult) -> None:
    assert set(result.readings) == set(READERS)
    assert min(result.readings.values()) >= len(LIGHT)
    assert sum(result.readings.values()) > len(LIGHT) * len(READERS) + _MUTATIONS
