"""Where the office's folder lies when nobody says otherwise, and what the window keeps in it."""

from pathlib import Path

APPLICATION = "pcmd"


def data_folder() -> Path:
    """Return the user's own folder for the office's book."""
    from platformdirs import user_data_path

    return user_data_path(APPLICATION, appauthor=False)


def log_file(folder: Path) -> Path:
    """Return the file of log lines in an office's folder."""
    return folder / "so-pcmd.log"


def settings_file(folder: Path) -> Path:
    """Return the file in which the window remembers widths, sort and the officer's name."""
    return folder / "cua-so.ini"
