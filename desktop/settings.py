"""What the window remembers, in one file inside the office's folder."""

from pathlib import Path

from PySide6.QtCore import QSettings

from desktop.paths import settings_file
from ui.common.preferences import Preferences


def open_preferences(folder: Path) -> Preferences:
    """Return what is remembered for an office's folder; a missing file remembers nothing."""
    return Preferences(QSettings(str(settings_file(folder)), QSettings.Format.IniFormat))
