"""Offices' folders for one run, copied from the books that are kept: a window may write into them."""

import shutil
from pathlib import Path
from typing import NamedTuple

from desktop.settings import open_preferences
from desktop.upgrade_care import note_version
from tests.benchmarks.large_book import CACHE, LAST_YEAR, Size, large_book


class Offices(NamedTuple):
    """Two offices with the same ten years, of 19 communes and of 600."""

    district: Path
    large: Path


def office(folder: Path, size: Size, cache_folder: Path = CACHE) -> Path:
    """Make an office's folder whose window opens on its largest list and on its last whole year."""
    shutil.copytree(large_book(size, cache_folder), folder)
    preferences = open_preferences(folder)
    preferences.set_text("period", str(LAST_YEAR))
    preferences.set_text("window/subject", "outreach")
    note_version(preferences)
    return folder
