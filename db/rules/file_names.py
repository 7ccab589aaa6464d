"""Names of files that come from outside, or are made of words from outside: what may be one, and what is made of it."""

import re
import unicodedata
from pathlib import PurePosixPath

from db.rules.text import nfc

# What Windows takes for a device, whatever suffix follows.
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=\.|$)", re.IGNORECASE)
_BARE_SUFFIX = re.compile(r"\.+[^. ]{1,10}")
_NOT_IN_NAMES = frozenset('<>:"/\\|?*')
# Controls, marks that show nothing or turn the direction of writing, halves of letters.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
# Room is left for a folder before it and a mark behind it: Windows takes 260 letters in all, Linux 255 bytes a name.
LONGEST = 120
_MOST_BYTES = 240
_LONGEST_SUFFIX = 10


def plain_file_name(text: str, *, other: str = "tep", longest: int = LONGEST) -> str:
    """Return a text as the name of a file that every system takes and that hides nothing; `other` where none is left.

    The suffix stays where the name is cut. The name leads to no other folder, drive, device or stream.
    """
    name = " ".join("".join(map(_sign, nfc(text))).split()).rstrip(". ")
    name = f"{other}.{name.lstrip('.')}" if _BARE_SUFFIX.fullmatch(name) else name.lstrip(". ")
    return _cut(f"_{name}" if _RESERVED.match(name) else name, longest) or other


def is_inner_path(name: str) -> bool:
    """Return whether the name of an entry of a package stays in it: relative, no way up, no drive, nothing hidden."""
    path = name.replace("\\", "/")
    has_unseen = any(unicodedata.category(sign) in _UNSEEN for sign in name)
    return bool(path) and not (
        path.startswith("/") or ":" in path or has_unseen or ".." in PurePosixPath(path).parts
    )


def _sign(sign: str) -> str:
    if sign.isspace() or sign in _NOT_IN_NAMES:
        return " "
    return "" if unicodedata.category(sign) in _UNSEEN else sign


def _cut(name: str, longest: int) -> str:
    suffix = PurePosixPath(name).suffix
    if len(suffix) > _LONGEST_SUFFIX or " " in suffix:
        suffix = ""
    stem = name[: len(name) - len(suffix)][: longest - len(suffix)]
    while len((stem + suffix).encode()) > _MOST_BYTES:
        stem = stem[:-1]
    return f"{stem.rstrip('. ')}{suffix}" if stem.strip(". ") else ""
