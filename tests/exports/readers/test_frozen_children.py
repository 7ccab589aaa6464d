"""A built program has no Python to be called: it is its own reading child."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop import __main__ as program
from exports.readers import children

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(("suffix", "called"), [("", "pcmd"), (".exe", "pcmd.exe")])
def test_a_built_window_calls_the_program_that_has_a_console(
    monkeypatch: pytest.MonkeyPatch, suffix: str, called: str
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", f"/opt/pcmd/SoPCMD{suffix}")
    command = children.child_command("exports.readers.child", "xlsx")
    assert command == [f"/opt/pcmd/{called}", children.CHILD_OPTION, "exports.readers.child", "xlsx"]


def test_the_program_answers_as_a_child_does() -> None:
    command = [sys.executable, "-m", "desktop", children.CHILD_OPTION, "exports.readers.child", "xlsx"]
    answer = subprocess.run(command, input=b"no workbook", cwd=ROOT, capture_output=True, check=False)
    plain = subprocess.run(
        [sys.executable, "-m", "exports.readers.child", "xlsx"],
        input=b"no workbook",
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert (answer.returncode, answer.stdout) == (plain.returncode, plain.stdout)
    assert b"error" in answer.stdout


@pytest.mark.parametrize("module", ["os", "exports.readers.gate", "childish", "exports.child; x", "db.child"])
def test_no_other_module_is_run_as_a_child(monkeypatch: pytest.MonkeyPatch, module: str) -> None:
    monkeypatch.setattr(sys, "argv", ["pcmd", children.CHILD_OPTION, module])
    with pytest.raises(ValueError, match=module):
        program.main()
