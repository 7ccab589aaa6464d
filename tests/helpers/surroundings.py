"""The surroundings of a test run: no screen, no folder of the user, nothing of the user's taste, files in memory."""

import os
import shutil
import tempfile
from pathlib import Path

_FOLDERS = {
    "HOME": "home",
    "USERPROFILE": "home",
    "APPDATA": "config",
    "LOCALAPPDATA": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_CACHE_HOME": "cache",
    "XDG_RUNTIME_DIR": "runtime",
}
_TASTES = ("QT_SCALE_FACTOR", "QT_FONT_DPI", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME", "QT_LOGGING_RULES")
# Each test writes a book of its own, and waits for the disk at each step of it.
_MEMORY, _ENOUGH = Path("/dev/shm"), 4 << 30


def leave_the_users_own() -> tempfile.TemporaryDirectory[str]:
    """Point every folder of the user into a temporary one, which the caller cleans up, and Qt at no screen.

    Where a folder lies in memory and has room for a run, temporary files go there.

    Must be called before a QApplication is made and the product is imported; child processes inherit it.
    """
    if _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free >= _ENOUGH:
        tempfile.tempdir = os.environ["TMPDIR"] = os.environ["PYTEST_DEBUG_TEMPROOT"] = str(_MEMORY)
    folder = tempfile.TemporaryDirectory(prefix="pcmd-tests-")
    for variable, name in _FOLDERS.items():
        place = Path(folder.name, name)
        place.mkdir(mode=0o700, exist_ok=True)
        os.environ[variable] = str(place)
    for variable in _TASTES:
        os.environ.pop(variable, None)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return folder
