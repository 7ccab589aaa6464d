"""What this machine says of a folder: really tried, and nothing stays of the try."""

import errno
import os
import shutil
from datetime import datetime
from pathlib import Path

import pytest

from db.rules.surroundings import Judgement, Matter, Standing
from db.surroundings import look

NOW = datetime(2026, 12, 1, 8, 5)


def seen(folder: Path) -> dict[Matter, Judgement]:
    return {judged.matter: judged for judged in look(folder, NOW)}


def test_a_folder_is_tried_and_left_as_it_was(tmp_path: Path) -> None:
    found = seen(tmp_path)
    assert (found[Matter.WRITING].kind, list(tmp_path.iterdir())) == ("good", [])


def test_of_a_folder_that_is_not_there_the_one_above_is_tried(tmp_path: Path) -> None:
    found = seen(tmp_path / "chưa có" / "sổ")
    assert (found[Matter.WRITING].kind, list(tmp_path.iterdir())) == ("good", [])
    assert found[Matter.SPACE].value


def test_a_file_where_the_folder_should_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "so").write_bytes(b"")
    assert seen(tmp_path / "so")[Matter.WRITING] == Judgement(
        Matter.WRITING, Standing.REFUSED, "folder_missing"
    )


@pytest.mark.parametrize(
    ("number", "kind"),
    [(errno.EROFS, "no_permission"), (errno.ENOSPC, "disk_full"), (errno.EIO, "other")],
)
def test_what_the_drive_says_when_it_is_written_is_told_and_nothing_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: str
) -> None:
    def fail(_: int) -> None:
        raise OSError(number, "told")

    monkeypatch.setattr(os, "fsync", fail)
    assert (seen(tmp_path)[Matter.WRITING].kind, list(tmp_path.iterdir())) == (kind, [])


def test_a_drive_that_does_not_tell_its_room_is_no_hindrance(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Path) -> None:
        raise OSError(errno.EIO, "told")

    monkeypatch.setattr(shutil, "disk_usage", fail)
    assert seen(tmp_path)[Matter.SPACE].kind == "unknown"


def test_a_folder_that_no_system_looks_into_is_refused_not_failed_over(tmp_path: Path) -> None:
    found = seen(tmp_path / ("x" * 300) / "so")
    assert (found[Matter.WRITING].standing, found[Matter.PLACE].kind) == (Standing.REFUSED, "own")
