"""A file that somebody brings to be restored: whether it can be a backup at all, told before it is opened."""

from pathlib import Path

from db.backups.faults import BadBackup
from db.rules.backups import SUFFIX


def check_offered(path: Path) -> None:
    """Raise BadBackup for a folder, a name of another kind, and where there is no file."""
    try:
        is_folder, is_file = path.is_dir(), path.is_file()
    except OSError:  # A name that no file can have, or a folder that may not be looked into.
        is_folder = is_file = False
    if is_folder:
        raise BadBackup(path, "folder")
    if path.suffix.lower() != SUFFIX:
        raise BadBackup(path, "other_kind")
    if not is_file or not path.is_absolute():
        raise BadBackup(path, "missing")
