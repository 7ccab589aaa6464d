"""Short runs of every torture, so that they cannot rot; and that each would see what it looks for."""

import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from db.sessions import BOOK_NAME
from tests.torture.backup_work import BACKUP
from tests.torture.deed_work import by_deeds
from tests.torture.deeds import ENTRY, Officer, open_book
from tests.torture.full_disk import full_disks
from tests.torture.kill_runs import SHARES, kill_runs
from tests.torture.power_cut import power_cuts
from tests.torture.reliability_page import Ran, page
from tests.torture.runners import RUNNERS
from tests.torture.sections import Asked, Runner, Section
from tests.torture.small_office import small_office
from tests.torture.soak import long_day
from tests.torture.soundness import complaints
from tests.torture.window_work import WINDOW
from tests.torture.work import Scene
from tests.torture.works import WORKS

DAY = date(2026, 11, 26)


def asked(folder: Path, runs: int) -> Asked:
    return Asked(runs, 8, folder, lambda _: None)


def spoil(folder: Path, statement: str) -> None:
    with closing(sqlite3.connect(folder / BOOK_NAME)) as connection, connection:
        connection.execute(statement)


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    """An office in which three deeds were done and told, and its untouched copy."""
    office = small_office(tmp_path / "so")
    beginning = Path(shutil.copytree(office, tmp_path / "beginning"))
    return Scene(office, beginning, "seed", killed_at=100.0)


def done(scene: Scene, deeds: int) -> list[dict[str, object]]:
    with open_book(scene.folder) as book:
        officer = Officer(book, ENTRY, scene.seed, scene.folder.parent)
        return [{"what": "done", "number": number, "step": officer.do(number)} for number in range(deeds)]


def test_every_work_is_killed_and_loses_nothing(tmp_path: Path) -> None:
    section = kill_runs(asked(tmp_path, len(SHARES)))
    assert (section.found, section.rows[-1][:2]) == ([], ("all", str(len(WORKS))))


def test_power_cuts_lose_nothing_that_was_synced(tmp_path: Path) -> None:
    section = power_cuts(asked(tmp_path, 12))
    assert section.found == []
    assert sum(int(row[3]) for row in section.rows) == 12


def test_a_full_disk_is_told_calmly(tmp_path: Path) -> None:
    titles = ["entry: records added and changed", "saving the accounts", "export of a template"]
    section = full_disks(asked(tmp_path, 2), titles)
    assert section.found == []
    assert [row[0] for row in section.rows] == titles
    assert all(int(row[1]) for row in section.rows)


def test_a_day_at_the_window_comes_to_its_end(tmp_path: Path) -> None:
    section = long_day(asked(tmp_path, 4))
    assert section.found == []
    assert section.rows[-1][0] == "4"


@pytest.mark.parametrize(
    ("statement", "complaint"),
    [
        ("UPDATE step SET who = 'x' WHERE id = 1", "the chain of the log breaks at step 1"),
        ("UPDATE office SET unit_id = 99", "foreign_key_check says"),
        ("INSERT INTO search_queue VALUES (1, NULL)", "missing in the index"),
    ],
)
def test_a_book_that_is_not_sound_is_complained_about(tmp_path: Path, statement: str, complaint: str) -> None:
    folder = small_office(tmp_path / "so")
    spoil(folder, statement)
    assert any(complaint in wrong for wrong in complaints(folder))


def test_deeds_that_are_all_there_are_no_fault(scene: Scene) -> None:
    judgement = by_deeds("", ENTRY).judge(scene, done(scene, 3))
    assert (judgement.kept, list(judgement.wrong)) == (3, [])


def test_a_change_that_was_told_and_is_not_there_is_seen(scene: Scene) -> None:
    lines = done(scene, 3)
    lines.append({"what": "done", "number": 3, "step": 99})
    assert by_deeds("", ENTRY).judge(scene, lines).wrong


def test_a_row_that_another_hand_changed_is_seen(scene: Scene) -> None:
    lines = done(scene, 3)
    spoil(scene.folder, "UPDATE unit SET name = 'x' WHERE id = 2")
    assert by_deeds("", ENTRY).judge(scene, lines).wrong


@pytest.mark.parametrize(("at", "lost"), [(97.0, 1), (98.5, 0)])
def test_what_was_typed_two_seconds_before_must_be_there(scene: Scene, at: float, lost: int) -> None:
    typed = {"what": "typed", "at": at, "record": 0, "field": "topic", "text": "nửa chừng"}
    assert len(WINDOW.judge(scene, [typed]).wrong) == lost


def test_what_the_window_said_was_kept_must_be_there(scene: Scene) -> None:
    kept = {"what": "kept", "id": 1, "people": 3, "topic": None, "note": None}
    assert len(WINDOW.judge(scene, [kept]).wrong) == 1


def test_a_backup_that_was_told_and_is_not_there_is_seen(scene: Scene) -> None:
    (scene.folder / "sao-luu").mkdir()
    wrong = BACKUP.judge(scene, [{"what": "made", "name": "x.pcmdbak"}]).wrong
    assert list(wrong) == ["the backup x.pcmdbak was told and is not there"]


def ran(name: str, runs: int, found: tuple[str, ...] = ()) -> Ran:
    runner = Runner(name, f"Title of {name}", 10, _never)
    return Ran(runner, Section("It says.", ("a", "b"), [("1", "2")], found), runs, 8, 12.0, DAY)


def _never(_: Asked) -> Section:
    raise AssertionError


def test_a_section_that_runs_anew_leaves_the_others_as_they_are() -> None:
    both = [ran("one", 1), ran("two", 2, ("It broke.",))]
    runners = [item.runner for item in both]
    first = page(both, runners)
    again = page([ran("one", 7)], runners, first)
    assert "--only one --runs 7 --seed 8" in again
    assert again.split("## ")[2] == first.split("## ")[2]
    assert "- It broke." in again


def test_the_names_of_tortures_are_their_own() -> None:
    assert len({runner.name for runner in RUNNERS} | {runner.title for runner in RUNNERS}) == 2 * len(RUNNERS)
