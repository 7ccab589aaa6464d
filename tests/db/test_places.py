"""What this machine says of a folder: mounts, links, programs of clouds."""

import json
import os
from pathlib import Path

import pytest

from db import places
from db.places import UnsafeFolder, check_place, facts_of, mount_of
from db.rules.places import PlaceKind
from tests.helpers.command_line import pcmd

MOUNTS = """22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:40 / /mnt/chung rw,relatime - cifs //may-chu/chung rw
31 22 0:41 / /mnt/chung\\040hai rw - nfs4 may-chu:/hai rw
32 30 8:2 / /mnt/chung/rieng rw - ext4 /dev/sdb1 rw
broken line
33 22 0:42 / /home rw - ext4 /dev/sda2 rw
34 33 0:43 / /home rw - fuse.sshfs hoa@may: rw"""


@pytest.mark.parametrize(
    ("path", "mount", "kind"),
    [
        ("/var/so", "/", "ext4"),
        ("/mnt/chung", "/mnt/chung", "cifs"),
        ("/mnt/chung/so", "/mnt/chung", "cifs"),
        ("/mnt/chungta/so", "/", "ext4"),
        ("/mnt/chung hai/so", "/mnt/chung hai", "nfs4"),
        ("/mnt/chung/rieng/so", "/mnt/chung/rieng", "ext4"),
        ("/home/hoa", "/home", "fuse.sshfs"),
    ],
)
def test_the_mount_that_holds_a_folder_is_found(path: str, mount: str, kind: str) -> None:
    assert mount_of(path, iter(MOUNTS.splitlines())) == (mount, kind)


@pytest.fixture
def share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that this machine takes for a network drive."""
    mounted = tmp_path / "mang"
    mounted.mkdir()
    lines = tmp_path / "mountinfo"
    lines.write_text(f"1 0 8:1 / / rw - ext4 a rw\n2 1 0:4 / {mounted} rw - cifs //may/chung rw\n")
    monkeypatch.setattr(places, "_MOUNTS", lines)
    return mounted


def test_a_folder_on_a_network_drive_is_refused_also_through_a_link(share: Path, tmp_path: Path) -> None:
    link = tmp_path / "so"
    link.symlink_to(share)
    for folder in (share, share / "not" / "there", link):
        with pytest.raises(UnsafeFolder) as refused:
            check_place(folder)
        assert (refused.value.folder, refused.value.place.kind) == (folder, PlaceKind.NETWORK)
    assert check_place(tmp_path).kind is PlaceKind.OWN


@pytest.mark.parametrize("name", ["OneDrive", "OneDriveCommercial", "OneDriveConsumer"])
def test_what_onedrive_says_is_its_own_is_a_cloud(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, str(tmp_path / "Việc"))
    with pytest.raises(UnsafeFolder) as refused:
        check_place(tmp_path / "Việc" / "so")
    assert refused.value.place.service == "OneDrive"


@pytest.mark.parametrize("said", ['{"personal": {"path": "%s"}}', "[]", '{"personal": 3}', "no json", "{}"])
def test_what_dropbox_says_is_believed_only_where_it_can_be(
    said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("APPDATA", str(tmp_path))
    (tmp_path / "Dropbox").mkdir()
    root = json.dumps(str(tmp_path / "D"))[1:-1]
    (tmp_path / "Dropbox" / "info.json").write_text(said.replace("%s", root))
    assert [name for name, _ in facts_of(tmp_path).clouds] == ["Dropbox"] * ("%s" in said)


def test_a_hidden_file_of_a_cloud_above_the_folder_is_seen(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    with pytest.raises(UnsafeFolder):
        check_place(tmp_path / "so")


def test_a_machine_that_does_not_tell_its_mounts_is_not_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "_MOUNTS", Path("/nowhere"))
    assert check_place(Path(os.sep)).kind is PlaceKind.OWN


@pytest.mark.parametrize(
    "words", [("data", "info"), ("data", "check"), ("units", "list", "--on", "2025-03-01")]
)
def test_the_command_line_refuses_and_says_the_way_round(words: tuple[str, ...], share: Path) -> None:
    ran = pcmd("--data", share, *words)
    assert ran.code == 1
    assert "ổ mạng" in ran.complaints[0]
    # There is no book here that the window would offer to move.
    assert "Hãy dùng một thư mục trên ổ đĩa của máy; nếu sổ đã có ở đây" in ran.complaints[0]
    assert "Chuyển sổ về máy này" in ran.complaints[0]
    assert list(share.iterdir()) == []
