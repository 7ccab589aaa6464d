"""What this machine says of an office's folder and its clock, judged by `db.rules.surroundings`. Opens no book."""

import os
import secrets
import shutil
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from db.places import place_of
from db.rules.surroundings import Judgement, clock_judged, place_judged, space_judged, writing_judged
from db.trouble import reason_of

_TRIED = b"\0" * 4096


def look(folder: Path, now: datetime) -> tuple[Judgement, ...]:
    """Judge where the folder lies, whether it takes what is written, the room on its drive, and the clock.

    The folder need not exist: then the one above it is tried. Nothing stays of the try. `now` is the time here.
    """
    home = _nearest(folder)
    return (
        place_judged(place_of(folder)),
        writing_judged(_trouble_with_writing(home)),
        space_judged(_free(home)),
        clock_judged(now, now.astimezone().utcoffset() or timedelta()),
    )


def _nearest(folder: Path) -> Path:
    return next((home for home in (folder, *folder.parents) if _is_there(home)), folder)


def _is_there(home: Path) -> bool:
    try:
        return home.exists()
    except OSError:  # It lies where nobody may look: that is told when it is written.
        return True


def _free(home: Path) -> int | None:
    with suppress(OSError):
        return shutil.disk_usage(home).free
    return None


def _trouble_with_writing(home: Path) -> str:
    # Python's own temporary files try for ever where Windows lets nobody write.
    path = home / f".pcmd-{secrets.token_hex(6)}"
    try:
        with path.open("xb") as file:
            file.write(_TRIED)
            file.flush()
            os.fsync(file.fileno())
        path.unlink()
    except OSError as error:
        with suppress(OSError):
            path.unlink(missing_ok=True)
        return reason_of(error) or "other"
    return ""
