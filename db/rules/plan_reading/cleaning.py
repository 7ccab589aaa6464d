"""What converters and typing leave in a line: marks of Markdown, bookmarks, odd hyphens and spaces."""

import html
import re
from dataclasses import replace
from unicodedata import is_normalized

from db.rules.plan_reading.blocks import Paragraph
from db.rules.text import cleaned, folded

# Longer than any honest line is read only up to here when a rule looks for a word or a mark.
LOOKED_AT = 4000
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"))
# What makes the cleaning of a line worth while; most lines have none of it.
_MARKED = re.compile(
    r"[^\S ]|  |^ | $|[*_#<&\\\[{\u00ad\u200b-\u200f\u2060\ufeff\u2010\u2011\u2212\ufe63\uff0d]"
)
_HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011\u2212\ufe63\uff0d"), "-")
_BOOKMARK = re.compile(
    r"\[(?:bookmark|anchor)[^\[\]]{0,200}\]|\{[.#][^{}]{0,80}\}|\[\^?\d{1,3}\](?!\()", re.I
)
_TAG = re.compile(r"</?(?:b|i|u|br|p|sup|sub|span|div|strong|em|center|font)\b[^<>]{0,200}>", re.I)
_LINK = re.compile(r"!?\[([^\[\]]{0,300})\]\([^()\s]{0,300}\)")
_ESCAPE = re.compile(r"\\([-.#*_+()\[\]!>|])")
_EMPHASIS = re.compile(r"\*\*|__(?=\S)|(?<=\S)__")
_HASHES = re.compile(r"(#{1,6})\s+")
_ITALIC = re.compile(r"([*_])([^*_\s][^*_]*)\1")
_SLANTED = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]{1,600})(?<=\S)\*(?![\w*])")
_RULE = re.compile(r"[-_=*~.–—\s]{3,}|\s*\|\s*")
# A blank to be filled in by hand is no gap between columns.
_BLANK = re.compile(r"(\b(?:Số\s?:?|số\s?:|ngày|tháng|năm))(?:[ \t.…_]{2,}|\t(?=[\d/]))", re.IGNORECASE)
# Pages of the web part the cells of a head by ` | `.
_GAP = re.compile(r"\t+| {4,}|\s*(?<=\s)\|(?=\s|$)\s*|^\|\s*")


def cleaned_line(raw: Paragraph) -> Paragraph:
    """Return a line without a converter's marks; a heading's marks become its depth, bold its flag."""
    if not _MARKED.search(raw.text) and is_normalized("NFC", raw.text):
        return raw
    text = raw.text.translate(_INVISIBLE).translate(_HYPHENS)
    if "[" in text or "{" in text:
        text = _LINK.sub(r"\1", _BOOKMARK.sub("", text))
    if "<" in text or "&" in text:
        text = html.unescape(_TAG.sub(" ", text))
    text = _ESCAPE.sub(r"\1", text) if "\\" in text else text
    text, hashes = _without_hashes(text.strip())
    bold = raw.bold or (text.startswith(("**", "__")) and text.endswith(("**", "__")))
    text = _without_italics(cleaned(_EMPHASIS.sub("", text)))
    return replace(raw, text=text, heading=hashes or raw.heading, bold=bold)


def is_rule(text: str) -> bool:
    """Return whether a line only draws a rule or leaves room (`-----`, `…`)."""
    return bool(_RULE.fullmatch(text[:LOOKED_AT]))


def columns_of(raw: Paragraph) -> list[Paragraph]:
    """Return what stands left and right of a wide gap, for the heads and ends of documents set in two columns."""
    text = _BLANK.sub(r"\1 ", raw.text.strip("\r\n"))
    parts = [part for part in _GAP.split(text.strip()) if part.strip()] if len(text) < LOOKED_AT else []
    if len(parts) == 1 and text.startswith("|"):
        # Only the right one of two cells is filled.
        return [replace(raw, text=parts[0], column=1)]
    if len(parts) < 2:
        return [raw]
    return [replace(raw, text=part, column=min(number, 1)) for number, part in enumerate(parts)]


def key(text: str) -> str:
    """Return the beginning of a text in the form in which words are looked for: no tones, lower case."""
    return folded(text[:LOOKED_AT])


def is_upper(text: str) -> bool:
    """Return whether a text is in capitals: two letters or more and none of them small."""
    letters = [letter for letter in text[:LOOKED_AT] if letter.isalpha()]
    return len(letters) > 1 and not any(letter.islower() for letter in letters)


def _without_hashes(text: str) -> tuple[str, int]:
    match = _HASHES.match(text)
    return (text[match.end() :], len(match[1])) if match else (text, 0)


def _without_italics(text: str) -> str:
    whole = _ITALIC.fullmatch(text) if len(text) < LOOKED_AT and text[:1] in "*_" else None
    if whole:
        return whole[2]
    return _SLANTED.sub(r"\1", text) if text.count("*") > 1 else text
