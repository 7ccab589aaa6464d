"""Files that were given to the window: dropped, copied in the system's explorer, or written as a path."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

_QUOTES = "\"'“”"


def file_written(text: str) -> Path | None:
    """Read a path as people paste it: in quotes, as an address of a file; none where nothing stands there."""
    plain = text.strip().strip(_QUOTES)
    if plain.lower().startswith("file:"):
        plain = QUrl(plain).toLocalFile()
    return Path(plain) if plain else None


def files_in(data: QMimeData) -> list[Path]:
    """Return the files of this computer in what was dropped or copied; a text is one only if it names a place."""
    found = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if found or not data.hasText():
        return found
    lines = (file_written(line) for line in data.text().splitlines())
    return [path for path in lines if path is not None and path.is_absolute()]
