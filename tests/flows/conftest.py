"""The demo, run once as a person runs it: in a process of its own, without a screen."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.made_once import made_once


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that `pcmd demo` filled; what it printed as JSON lies in `printed.json` beside it."""
    return made_once(tmp_path_factory, "demo", lambda folder: _make(folder / "out")) / "out"


def _make(out: Path) -> None:
    environment = {
        key: value for key, value in os.environ.items() if key not in ("DISPLAY", "QT_QPA_PLATFORM")
    }
    command = [sys.executable, "-m", "desktop", "demo", str(out), "--json"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, timeout=300)
    assert ran.returncode == 0, ran.stderr
    (out / "printed.json").write_text(ran.stdout, encoding="utf-8")
    (out / "progress.txt").write_text(ran.stderr, encoding="utf-8")


@pytest.fixture(scope="session")
def demo_printed(demo_folder: Path) -> Any:
    """What the demo printed with `--json`."""
    return json.loads((demo_folder / "printed.json").read_text(encoding="utf-8"))
