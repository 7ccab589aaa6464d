"""Where a book may lie: on a drive of this machine; not where another machine, or a cloud, writes beside it.

SQLite's locks and its shared memory hold on one machine alone, and what a cloud's program uploads of a database that
is being written is not the database.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class PlaceKind(StrEnum):
    """What a place is to a book; the last two are refused."""

    OWN = "own"
    REMOVABLE = "removable"
    NETWORK = "network"
    CLOUD = "cloud"


@dataclass(frozen=True)
class Place:
    """A judged place; `service` is the cloud's name."""

    kind: PlaceKind
    service: str = ""

    @property
    def is_refused(self) -> bool:
        """Return whether a book can be lost there."""
        return self.kind in (PlaceKind.NETWORK, PlaceKind.CLOUD)


@dataclass(frozen=True)
class PlaceFacts:
    """What this machine says of a folder: its path with every link followed, `/` between the parts.

    `drive` is fixed, removable or remote where the system says; `file_system` that of the mount, `mount` where it
    is; `label` the name of the drive; `clouds` what programs of clouds say is theirs, name and folder; `markers` the
    hidden files of such programs that lie in the folder or above it.
    """

    path: str
    drive: str = ""
    file_system: str = ""
    mount: str = ""
    label: str = ""
    clouds: Sequence[tuple[str, str]] = ()
    markers: Sequence[str] = ()


_REMOTE = {
    *(
        "nfs",
        "nfs3",
        "nfs4",
        "cifs",
        "smb",
        "smb2",
        "smb3",
        "smbfs",
        "ncpfs",
        "afs",
        "afpfs",
        "ceph",
        "lustre",
    ),
    *(
        "glusterfs",
        "gpfs",
        "ocfs2",
        "gfs2",
        "davfs",
        "davfs2",
        "webdav",
        "9p",
        "drvfs",
        "vboxsf",
        "prl_fs",
        "vmhgfs",
    ),
}
# The part after "fuse." of file systems that stand for another machine or a cloud.
_REMOTE_FUSE = re.compile(
    r"(sshfs|curlftpfs|davfs2?|glusterfs|ceph|gvfsd-fuse|smbnetfs|vmhgfs-fuse|rclone|s3fs|gcsfuse|goofys)"
    r"|.*(drive|onedriver|dropbox|pcloud).*"
)
_CLOUD_FUSE = re.compile(r".*(drive|onedriver|dropbox|pcloud|rclone|s3fs|gcsfuse|goofys).*")
_MEDIA = ("/media/", "/run/media/")
# Names that clouds give their folders, also in Vietnamese, with the account after a dash or in brackets.
_NAMED: Sequence[tuple[str, re.Pattern[str]]] = tuple(
    (service, re.compile(pattern, re.IGNORECASE))
    for service, pattern in (
        ("OneDrive", r"onedrive( ?-.*)?"),
        ("Dropbox", r"dropbox( ?\(.*\))?"),
        ("Google Drive", r"google ?drive( ?\(.*\))?|googledrive-.*|my drive|drive của tôi|shared drives"),
        ("iCloud", r"icloud ?drive|com~apple~clouddocs"),
        ("Box", r"box sync|box-box"),
        ("MEGA", r"mega(sync)?( downloads)?"),
        ("pCloud", r"pcloud ?(drive|sync)"),
        ("Nextcloud", r"nextcloud\d*|owncloud\d*"),
        ("Yandex Disk", r"yandex\.?disk"),
        ("Zalo", r"zalo( ?received ?files|downloads|pc)?"),
    )
)
_LABELED = re.compile(r"(google drive|onedrive|dropbox|icloud|pcloud|box)\b.*", re.IGNORECASE)
MARKERS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
    ".stfolder": "Syncthing",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "Nextcloud",
    ".megaignore": "MEGA",
}


def judged(facts: PlaceFacts) -> Place:
    """Say what a folder is to a book. What cannot be known is taken for the machine's own."""
    service = _cloud_of(facts)
    if service:
        return Place(PlaceKind.CLOUD, service)
    if _is_remote(facts):
        return Place(PlaceKind.NETWORK)
    removable = facts.drive == "removable" or facts.path.startswith(_MEDIA)
    return Place(PlaceKind.REMOVABLE if removable else PlaceKind.OWN)


def _cloud_of(facts: PlaceFacts) -> str:
    said = next((name for name, folder in facts.clouds if _is_within(facts.path, folder)), "")
    marked = next((MARKERS[name] for name in facts.markers if name in MARKERS), "")
    labeled = _LABELED.fullmatch(facts.label)
    mounted = _CLOUD_FUSE.fullmatch(_of_fuse(facts.file_system))
    return (
        said
        or marked
        or _named(facts.path)
        or (labeled[1] if labeled else "")
        or (mounted[0] if mounted else "")
    )


def _named(path: str) -> str:
    parts = path.split("/")
    return next((name for name, words in _NAMED if any(words.fullmatch(part) for part in parts)), "")


def _is_remote(facts: PlaceFacts) -> bool:
    if facts.drive == "remote" or _is_share(facts.path):
        return True
    # A machine whose own root comes from elsewhere has no other drive to offer.
    if facts.mount == "/":
        return False
    fuse = _of_fuse(facts.file_system)
    return facts.file_system in _REMOTE or _REMOTE_FUSE.fullmatch(fuse) is not None


def _is_share(path: str) -> bool:
    plain = path.removeprefix("//?/")
    return plain.upper().startswith("UNC/") or (plain == path and path.startswith("//") and path != "//")


def _of_fuse(file_system: str) -> str:
    return file_system.removeprefix("fuse.") if file_system.startswith("fuse.") else ""


def _is_within(path: str, folder: str) -> bool:
    inner, outer = path.casefold().rstrip("/"), folder.casefold().rstrip("/")
    return bool(outer) and (inner == outer or inner.startswith(f"{outer}/"))
