"""The family that documents are drawn in: found, checked for every Vietnamese letter, registered once."""

import struct
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from db.rules.text import VIETNAMESE_LETTERS
from exports.documents.fonts import Face, FontFiles, FontMissing, font_files, standard_folders


@dataclass(frozen=True)
class Typeface:
    """Four faces: the name that reportlab knows each by, and the characters that each can draw."""

    family: str
    names: Mapping[Face, str]
    letters: Mapping[Face, frozenset[str]]

    def width(self, text: str, face: Face, size: float) -> float:
        """Return how wide a text is in points."""
        return float(pdfmetrics.stringWidth(text, self.names[face], size))


def typeface(folders: tuple[Path, ...] | None = None) -> Typeface:
    """Return the first usable family of the folders (none: the system's). Raises `FontMissing` where there is none."""
    return _loaded(standard_folders() if folders is None else folders)


@cache
def _loaded(folders: tuple[Path, ...]) -> Typeface:
    for files in font_files(folders):
        fonts = _opened(files)
        if fonts is not None and all(_usable(font, files.family.first_version) for font in fonts.values()):
            return _registered(files.family.name, fonts)
    raise FontMissing(folders)


def _opened(files: FontFiles) -> dict[Face, TTFont] | None:
    try:
        return {
            face: TTFont(f"{files.family.name} {face.value}", str(path)) for face, path in files.paths.items()
        }
    except (TTFError, OSError, struct.error):
        return None


def _usable(font: TTFont, first_version: int) -> bool:
    # Liberation 1 and 2 share their names and their file names; only the version and the letters tell them apart.
    return font.face.fontRevision[0] >= first_version and _letters(font) >= VIETNAMESE_LETTERS


def _registered(family: str, fonts: Mapping[Face, TTFont]) -> Typeface:
    for font in fonts.values():
        pdfmetrics.registerFont(font)
    names = {face: font.fontName for face, font in fonts.items()}
    pdfmetrics.registerFontFamily(family, *names.values())
    return Typeface(family, names, {face: _letters(font) for face, font in fonts.items()})


def _letters(font: TTFont) -> frozenset[str]:
    characters = (chr(code) for code, glyph in font.face.charToGlyph.items() if glyph)
    return frozenset(character for character in characters if _visible(character)) | {" ", "\u00a0"}


def _visible(character: str) -> bool:
    # A mark that NFC could not join to its letter would be drawn beside or over it, so it counts as missing;
    # a soft hyphen has a picture in some fonts, which would be drawn in the middle of a line.
    return unicodedata.category(character) not in ("Mn", "Me", "Cf", "Cc", "Zs", "Zl", "Zp")
