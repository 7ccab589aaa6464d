"""Texts on their way to paper: one normal form, every character checked against its face, lines measured."""

import unicodedata
from collections.abc import Iterable

from db.rules.text import nfc
from exports.documents.fonts import Face, GlyphMissing
from exports.documents.typeface import Typeface

_NO_BREAK_SPACE = "\u00a0"
# Unicode keeps these two out of every text; a .docx may not hold them.
_NO_CHARACTERS = "\ufffe\uffff"


class Pen:
    """Prepares every text of one document and remembers what its faces cannot draw.

    Nothing reaches the page except through `text`, so `refuse_missing` speaks for the whole document.
    """

    def __init__(self, typeface: Typeface) -> None:
        self.typeface = typeface
        self._missing: dict[Face, set[str]] = {}

    def text(self, text: str, face: Face = Face.REGULAR) -> str:
        """Return the text in NFC without invisible characters, noting those that `face` lacks. Line breaks stay."""
        ready = nfc(text)
        letters = self.typeface.letters[face]
        if letters.issuperset(ready):
            return ready
        ready = drawable(ready)
        if missing := set(ready).difference(letters, "\n"):
            self._missing.setdefault(face, set()).update(missing)
        return ready

    def refuse_missing(self) -> None:
        """Raise `GlyphMissing` with all characters seen so far that their face cannot draw."""
        if self._missing:
            faces = ", ".join(self.typeface.names[face] for face in Face if face in self._missing)
            raise GlyphMissing("".join(sorted(set().union(*self._missing.values()))), faces)

    def font(self, face: Face) -> str:
        """Return the name that reportlab knows the face by."""
        return self.typeface.names[face]

    def width(self, text: str, face: Face, size: float) -> float:
        """Return how wide a text on one line is, in points."""
        return self.typeface.width(text, face, size)

    def widest(self, lines: Iterable[str], face: Face, size: float) -> float:
        """Return the width of the widest line, in points."""
        return max((self.width(line, face, size) for line in lines), default=0.0)

    def wrapped(self, text: str, face: Face, size: float, room: float) -> list[str]:
        """Break a text into lines no wider than `room`; a word is broken only where it alone is wider."""
        return [line for part in text.split("\n") for line in self._wrapped_part(part, face, size, room)]

    def balanced(self, text: str, face: Face, size: float, room: float) -> list[str]:
        """Break a centred text into as few lines as fit `room`, of about the same length. Line breaks are kept."""
        return [line for part in text.split("\n") for line in self._balanced_part(part, face, size, room)]

    def _balanced_part(self, text: str, face: Face, size: float, room: float) -> list[str]:
        lines = self.wrapped(text, face, size, room)
        least = room / len(lines) if len(lines) > 1 else room
        while room - least > 1:
            middle = (least + room) / 2
            tried = self.wrapped(text, face, size, middle)
            if len(tried) > len(lines):
                least = middle
            else:
                room, lines = middle, tried
        return lines

    def _wrapped_part(self, text: str, face: Face, size: float, room: float) -> list[str]:
        if self.width(text, face, size) <= room:
            return [text]
        lines: list[str] = []
        current = ""
        for word in text.split(" "):
            longer = f"{current} {word}" if current else word
            if self.width(longer, face, size) <= room:
                current = longer
                continue
            pieces = self._pieces(word, face, size, room)
            lines += [current, *pieces[:-1]] if current else pieces[:-1]
            current = pieces[-1]
        return [*lines, current]

    def _pieces(self, word: str, face: Face, size: float, room: float) -> list[str]:
        pieces = [""]
        for character in word:
            if pieces[-1] and self.width(pieces[-1] + character, face, size) > room:
                pieces.append("")
            pieces[-1] += character
        return pieces


def drawable(text: str) -> str:
    """Return the text in NFC, every kind of space as a space, without characters that have no picture."""
    composed = nfc(text)
    changes = {ord(character): _picture(character) for character in set(composed)}
    return composed.translate(changes)


def hard_spaced(text: str) -> str:
    """Return the text with spaces that are neither joined nor broken at, for blanks that are filled in by hand."""
    return text.replace(" ", _NO_BREAK_SPACE)


def _picture(character: str) -> str:
    kind = unicodedata.category(character)
    if character in ("\n", _NO_BREAK_SPACE):
        return character
    if kind in ("Zl", "Zp"):
        return "\n"
    if kind == "Zs" or character == "\t":
        return " "
    # Zero-width spaces, soft hyphens and control characters come along with text pasted from elsewhere.
    return "" if kind in ("Cf", "Cc", "Cs") or character in _NO_CHARACTERS else character
