"""The installed PySide6 loses no reference: to be seen before `pyproject.toml` asks for another version of it."""

import ctypes
import json
import subprocess
import sys
from pathlib import Path

from tests.helpers.reference_counts import CALLS, change_per_call

# A call may keep something for later; what must not happen is that each call loses one.
TOLERATED_LOSS = -0.5


def test_the_installed_pyside_loses_no_reference() -> None:
    command = [sys.executable, "-m", "tests.helpers.reference_counts"]
    done = subprocess.run(command, cwd=Path(__file__).parents[1], capture_output=True, text=True, timeout=120)

    assert done.returncode == 0, done.stderr
    changes = json.loads(done.stdout)
    assert len(changes) == 5
    assert {call: change for call, change in changes.items() if change < TOLERATED_LOSS} == {}


def test_the_measurement_sees_a_loss() -> None:
    thing = object()
    reserve = [thing] * (2 * CALLS)
    lose_one = ctypes.pythonapi.Py_DecRef
    lose_one.argtypes = [ctypes.py_object]

    change = change_per_call(thing, lambda: lose_one(thing))

    for _ in range(CALLS + 1):
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(thing))
    assert len(reserve) == 2 * CALLS
    assert change == -1.0
