"""Vietnamese text: one normal form, one key for search, one for order."""

import re
import unicodedata

# Each letter in the order of the Vietnamese alphabet; tones come second.
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: chr(0x100 + rank) for rank, letter in enumerate(_ALPHABET)}
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_VOWELS = "aăâeêioôơuưy"
# Zero-width and control characters come along from the web; TCVN3 writes ư as a soft hyphen, which stays.
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")


class _Bare(dict[int, str]):
    """Each letter without its marks, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        parts = unicodedata.normalize("NFD", chr(code))
        bare = "".join(part for part in parts if not unicodedata.combining(part))
        return self.setdefault(code, bare)


_BARE = _Bare({ord("đ"): "d"})


def nfc(text: str) -> str:
    """Return the text in NFC, the only form that is stored."""
    return unicodedata.normalize("NFC", text)


# The letters that a font has to have besides the plain ones.
VIETNAMESE_LETTERS = frozenset(
    letter
    for lower in ("đ", *(nfc(vowel + tone) for vowel in _VOWELS for tone in ("", *_TONES)))
    for letter in (lower, lower.upper())
)


def cleaned(text: str) -> str:
    """Return the text in NFC on one line, with single spaces (a no-break space counts as one) and none at the ends.

    Characters that show nothing are left out.
    """
    return " ".join(_seen(text).split())


def cleaned_lines(text: str) -> str:
    """Return a text of several lines, each cleaned, without empty lines at the ends."""
    return "\n".join(" ".join(line.split()) for line in _seen(text).splitlines()).strip("\n")


def folded(text: str) -> str:
    """Return the key for search: lower case, no tone or letter marks, đ as d, single spaces (`Đạt` becomes `dat`)."""
    return cleaned(text).lower().translate(_BARE)


def sort_key(text: str) -> str:
    """Return a key for Vietnamese order: letters first (a ă â … d đ), tones second (ngang huyền hỏi ngã sắc nặng)."""
    plain = cleaned(text).lower()
    # A mark that composes with nothing belongs to the letter before it.
    if any(map(unicodedata.combining, plain)):
        return "\x00".join(_ranked(plain))
    return plain.translate(_LETTERS) + "\x00" + plain.translate(_TONES_OF)


def _ranked(text: str) -> tuple[str, str]:
    letters: list[str] = []
    tones: list[str] = []
    for letter in unicodedata.normalize("NFD", text):
        if letter in _TONES:
            tones[-1:] = [_TONES[letter]]
        elif unicodedata.combining(letter) and letters:
            letters[-1] = unicodedata.normalize("NFC", letters[-1] + letter)
        else:
            letters.append(letter)
            tones.append("0")
    return "".join(_RANK.get(letter, letter) for letter in letters), "".join(tones)


class _Ranked(dict[int, str]):
    """The part of the key of order that each letter alone has, worked out when it is first met."""

    def __init__(self, part: int) -> None:
        super().__init__()
        self._part = part

    def __missing__(self, code: int) -> str:
        return self.setdefault(code, _ranked(chr(code))[self._part])


_LETTERS, _TONES_OF = _Ranked(0), _Ranked(1)


def _seen(text: str) -> str:
    plain = nfc(text)
    # Nothing that prints is among them, and most texts are printable throughout.
    return plain if plain.isprintable() else _UNSEEN.sub("", plain)
