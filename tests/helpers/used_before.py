"""What the window remembers of a folder that this version used before: nothing is new, no backup is due for it."""

from pathlib import Path

from desktop.settings import open_preferences
from desktop.upgrade_care import note_version
from ui.common.preferences import Preferences


def used_before(folder: Path) -> Preferences:
    """Return what is remembered for a folder, with the version noted."""
    preferences = open_preferences(folder)
    note_version(preferences)
    return preferences
