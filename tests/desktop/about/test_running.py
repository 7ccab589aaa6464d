"""Which version is running, and what came with it."""

from importlib import metadata
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.about import running
from desktop.about.desk import AboutDesk
from ui.common.preferences import Preferences
from ui.shell.window import Window

NOTES = "## [1.2.0] - 2027-03-01\n- Ba.\n\n## [1.1.0] - 2027-02-15\n- Hai.\n\n## [1.0.0]\n- Một.\n"


@pytest.fixture
def notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The notes of three versions, of which the second is running."""
    path = tmp_path / "CHANGELOG.md"
    path.write_text(NOTES, encoding="utf-8")
    monkeypatch.setattr(running, "notes_file", lambda: path)
    monkeypatch.setattr(running, "version", lambda: "1.1.0")
    return path


def test_the_running_version_is_that_of_the_distribution() -> None:
    assert running.version() == metadata.version("pcmd")


@pytest.mark.parametrize("found", ["", "người dùng", "/home/hoa", "1.0 của Hoa"])
def test_a_version_that_is_none_is_not_told(monkeypatch: pytest.MonkeyPatch, found: str) -> None:
    monkeypatch.setattr(metadata, "version", lambda _: found)
    assert running.version() == ""


def test_the_projects_notes_lie_beside_its_packages() -> None:
    assert running.notes_file().is_file()
    assert (running.root() / "db" / "rules").is_dir()


def test_notes_up_to_the_running_version_are_told(notes: Path) -> None:
    assert [release.version for release in running.releases()] == ["1.1.0", "1.0.0"]


def test_a_program_without_notes_has_none(notes: Path) -> None:
    notes.unlink()
    assert running.releases() == ()


def test_about_says_the_day_of_the_version(notes: Path, preferences: Preferences, qtbot: QtBot) -> None:
    window = Window(preferences)
    qtbot.addWidget(window)
    about = AboutDesk(notes.parent, window).about()
    assert (about.version, f"{about.day}", about.folder) == ("1.1.0", "2027-02-15", notes.parent)


def test_about_says_no_day_where_the_notes_name_none(
    notes: Path, preferences: Preferences, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "version", lambda: "1.0.0")
    window = Window(preferences)
    qtbot.addWidget(window)
    assert AboutDesk(notes.parent, window).about().day is None
