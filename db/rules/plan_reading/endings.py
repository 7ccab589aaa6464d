"""The end of a plan: who receives it and who signs it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from db.rules.plan_reading.blocks import Paragraph
from db.rules.plan_reading.cleaning import is_upper, key
from db.rules.plan_reading.line_kinds import is_recipients_head, is_signing
from db.rules.plan_reading.marks import mark_of
from db.rules.plan_reading.result import Item, ReadSignatory, ReadText

_SIGNED = re.compile(r"[(\[].{0,60}[)\]]|đã ký\s*:?", re.IGNORECASE)
_AUTHORITY = ("TM", "T/M", "TL", "T/L", "TUQ")
_TITLES = re.compile(
    r"(?<![^\W\d_])(?:(?:(?:TS|Ts|ThS|Ths|BS|Bs|CN|KS|DS|PGS|GS|CKII|CKI|CK2|CK1|Ông|Bà)\.?\s?)+(?<=[.\s])"
    r"|(?:Đại|Thượng|Trung|Thiếu)\s(?:tá|úy|tướng),?\s)+(?=[^\W\d_])"
)
# Behind the end of a recipient may stand what was set beside it.
_END_OF_RECIPIENT = re.compile(r"(?<=[;.])\s(?=[^\W\d_a-z]|\()")
_LONGEST_NAME = 45
_NAME_WITHIN = 12
_MOST_POSTS = 8
_SIGN_INSIDE = re.compile(r"\s(?=(?:TM|KT|TL|TUQ|Q)\.\s?[^\W\d_])")


def recipients_of(lines: Sequence[Paragraph]) -> tuple[ReadText, ...]:
    """Return who receives the plan, one a line, without dash and semicolon."""
    found: list[ReadText] = []
    begun = False
    for line in _cut(lines):
        if is_recipients_head(line.text):
            begun = True
            rest = line.text.partition(":")[2].strip()
            found += [ReadText(line.place, rest.strip(" -;."))] if rest else []
        elif begun and line.column and found and not _is_recipient(line):
            continue
        elif begun and (is_signing(line.text) or not (_is_recipient(line) or _continues(line, found))):
            if not line.column:
                break
        elif begun and not line.column:
            _take(found, line)
    return tuple(item for item in found if item.text)


def signatory_of(lines: Sequence[Paragraph]) -> ReadSignatory | None:
    """Return who signed; none where no line of authority or post is there. Sure only with a name."""
    pieces = _cut(lines)
    signing = [number for number, line in enumerate(pieces) if is_signing(line.text)]
    if not signing:
        return None
    first = pieces[signing[0]]
    named = _name(pieces[signing[-1] + 1 :])
    posts = [_post_text(pieces, number, frozenset(signing)) for number in signing[:_MOST_POSTS]]
    authority = [text for text in posts if text.startswith(_AUTHORITY)]
    post = [text for text in posts if not text.startswith(_AUTHORITY)]
    place = first.place.through(named.place if named else pieces[signing[-1]].place)
    name = named.text if named else ""
    return ReadSignatory(place, "\n".join(authority), "\n".join(post), name, certain=bool(named))


def left_over(
    lines: Sequence[Paragraph], recipients: Sequence[ReadText], signatory: ReadSignatory | None
) -> tuple[Paragraph, ...]:
    """Return the lines of the end that belong to neither the recipients nor who signed."""
    read: tuple[Item, ...] = (*recipients, *([signatory] if signatory else []))
    taken = {number for item in read for number in range(item.place.first, item.place.last + 1)}
    return tuple(line for line in lines if line.place.first not in taken and not _belongs_to_end(line.text))


def _belongs_to_end(text: str) -> bool:
    return is_recipients_head(text) or is_signing(text) or bool(_SIGNED.fullmatch(text))


def _cut(lines: Sequence[Paragraph]) -> list[Paragraph]:
    """Part what a reader of PDF put on one line: a recipient and the line of authority beside it."""
    found: list[Paragraph] = []
    for line in lines:
        left, *right = _beside(line.text[:400])
        found.append(line.with_text(left))
        found.extend(replace(line, text=text, column=1) for text in right)
    return found


def _beside(text: str) -> list[str]:
    if is_signing(text):
        return [text]
    parts = _SIGN_INSIDE.split(text, maxsplit=1)
    ended = _END_OF_RECIPIENT.search(text) if len(parts) == 1 else None
    if ended is None:
        return parts
    left, right = text[: ended.start()], text[ended.end() :]
    kept = "lưu" in left[:12].lower() and _is_name(right)
    return [left, right] if is_signing(right) or _SIGNED.fullmatch(right) or kept else parts


def _is_recipient(line: Paragraph) -> bool:
    mark = mark_of(line.text)
    return (
        mark is not None
        or key(line.text).startswith(("nhu ", "luu", "cac ", "ubnd", "so ", "ban "))
        or line.text.endswith(";")
    )


def _continues(line: Paragraph, found: Sequence[ReadText]) -> bool:
    return bool(found) and line.text[:1].islower()


def _take(found: list[ReadText], line: Paragraph) -> None:
    mark = mark_of(line.text)
    text = (mark.rest if mark else line.text).strip(" ;.")
    if mark is None and found and line.text[:1].islower():
        last = found[-1]
        found[-1] = ReadText(last.place.through(line.place), f"{last.text} {text}")
    else:
        found.append(ReadText(line.place, text))


def _post_text(pieces: Sequence[Paragraph], number: int, signing: frozenset[int]) -> str:
    """A post may run over two lines; the second is in capitals and no signing line itself."""
    text = pieces[number].text
    following = number + 1
    if following < len(pieces) and following not in signing and is_upper(pieces[following].text):
        nearby = pieces[following].place.first - pieces[number].place.last <= 1
        behind = pieces[following + 1 : following + _NAME_WITHIN]
        name_like = not any(name.place.first > pieces[following].place.first for name in behind)
        if nearby and not name_like and mark_of(pieces[following].text) is None:
            return f"{text} {pieces[following].text}"
    return text


def _name(pieces: Sequence[Paragraph]) -> Paragraph | None:
    for line in pieces[:_NAME_WITHIN]:
        text = _TITLES.sub("", _SIGNED.sub("", line.text).strip(" :*"))
        if _is_name(text):
            return line.with_text(text)
    return None


def _is_name(text: str) -> bool:
    words = text.split()
    return 2 <= len(words) <= 7 and len(text) <= _LONGEST_NAME and all(map(_is_name_word, words))


def _is_name_word(word: str) -> bool:
    return word[:1].isupper() and word.replace(".", "").replace("-", "").isalpha()
