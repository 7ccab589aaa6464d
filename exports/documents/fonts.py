"""Where the Times-like family with its four styles lies on this system, and what goes wrong with fonts."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path


class Face(Enum):
    """A style of the family."""

    REGULAR = "regular"
    BOLD = "bold"
    ITALIC = "italic"
    BOLD_ITALIC = "bold italic"


class FontMissing(Exception):
    """No Times-like family with all four styles and all Vietnamese letters lies in the folders `searched`."""

    def __init__(self, searched: Iterable[Path]) -> None:
        self.searched = tuple(searched)
        super().__init__("no usable family in " + ", ".join(map(str, self.searched)))


class GlyphMissing(Exception):
    """The text holds `characters` that the face it should be drawn in (`face`, its name) cannot draw."""

    def __init__(self, characters: str, face: str) -> None:
        self.characters = characters
        self.face = face
        super().__init__(f"{face} lacks {characters}")


@dataclass(frozen=True)
class Family:
    """A family by its file names, and the oldest version that has all Vietnamese letters."""

    name: str
    files: Mapping[Face, str]
    first_version: int = 0


def _family(name: str, stem: str, ends: tuple[str, str, str, str], first_version: int = 0) -> Family:
    return Family(
        name, {face: f"{stem}{end}.ttf" for face, end in zip(Face, ends, strict=True)}, first_version
    )


_STYLE_WORDS = ("-Regular", "-Bold", "-Italic", "-BoldItalic")
# In order of preference. All three are drawn on the same widths.
FAMILIES = (
    _family("Times New Roman", "times", ("", "bd", "i", "bi")),
    _family("Liberation Serif", "LiberationSerif", _STYLE_WORDS, first_version=2),
    _family("Tinos", "Tinos", _STYLE_WORDS),
)


@dataclass(frozen=True)
class FontFiles:
    """The four files of a family in one folder, not yet opened."""

    family: Family
    paths: Mapping[Face, Path]


def standard_folders(
    platform: str = sys.platform, environment: Mapping[str, str] = os.environ
) -> tuple[Path, ...]:
    """Return the folders where this kind of system keeps fonts, those of the system before the user's own."""
    if platform == "win32":
        return _windows_folders(environment)
    home = Path(environment.get("HOME", "~")).expanduser()
    own = Path(environment.get("XDG_DATA_HOME") or home / ".local/share")
    return (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), own / "fonts", home / ".fonts")


def font_files(folders: Iterable[Path]) -> Iterator[FontFiles]:
    """Yield the families whose four files lie together in one of the folders or below, the preferred first."""
    listings = [listing for folder in folders for listing in _listings(folder)]
    for family in FAMILIES:
        for listing in listings:
            found = {face: listing.get(name.lower()) for face, name in family.files.items()}
            paths = {face: path for face, path in found.items() if path is not None}
            if len(paths) == len(Face):
                yield FontFiles(family, paths)


def _windows_folders(environment: Mapping[str, str]) -> tuple[Path, ...]:
    system = Path(environment.get("WINDIR") or "C:/Windows") / "Fonts"
    local = environment.get("LOCALAPPDATA")
    return (system, Path(local) / "Microsoft/Windows/Fonts") if local else (system,)


def _listings(folder: Path) -> Iterator[dict[str, Path]]:
    for place, folders, names in os.walk(folder):
        folders.sort()
        yield {name.lower(): Path(place) / name for name in names}
