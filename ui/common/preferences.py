"""What the window remembers between two starts: widths, sort, sizes, the officer's name."""

from PySide6.QtCore import QSettings


class Preferences:
    """A typed face of one settings file; everything is text or a list of whole numbers."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def text(self, key: str, default: str = "") -> str:
        value = self._settings.value(key)
        return value if isinstance(value, str) else default

    def set_text(self, key: str, value: str) -> None:
        self._settings.setValue(key, value)

    def flag(self, key: str, default: bool = False) -> bool:
        return self.text(key, "1" if default else "") == "1"

    def set_flag(self, key: str, value: bool) -> None:
        self.set_text(key, "1" if value else "")

    def numbers(self, key: str) -> tuple[int, ...]:
        """Return the remembered numbers; none where nothing sensible is remembered."""
        parts = self.text(key).split(";")
        return tuple(int(part) for part in parts) if all(part.isdecimal() for part in parts) else ()

    def set_numbers(self, key: str, values: tuple[int, ...]) -> None:
        self.set_text(key, ";".join(str(value) for value in values))
