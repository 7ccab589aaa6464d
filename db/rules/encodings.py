"""Old Vietnamese encodings: recognised by what becomes readable, converted to Unicode, shown before and after.

TCVN3 (ABC, the `.VnTime` fonts) gives each letter one code of Latin-1; VNI puts a mark behind the letter. A text in
either may arrive as bytes or, copied from an old document, as wrong letters in Unicode: both are the same signs here.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from db.rules.text import folded, nfc

# A few pages tell the encoding; more would only take time.
_LOOKED_AT = 60_000
_LEAST_WORDS = 3
_TCVN3: Mapping[int, int] = str.maketrans(
    "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
    "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
)
_VNI_MARKS = {
    "a": ("ùøûõïâáàåãäêéèúüë", "áàảãạâấầẩẫậăắằẳẵặ"),
    "e": ("ùøûõïâáàåãä", "éèẻẽẹêếềểễệ"),
    "o": ("ùøûõïâáàåãä", "óòỏõọôốồổỗộ"),
    "ô": ("ùøûõï", "ớờởỡợ"),
    "u": ("ùøûõï", "úùủũụ"),
    "ö": ("ùøûõï", "ứừửữự"),
    "y": ("ùøûõ", "ýỳỷỹ"),
}
_VNI_ALONE = {"ñ": "đ", "ö": "ư", "ô": "ơ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI_PAIR = re.compile("[aeouyôöAEOUYÔÖ][ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË]|[ñöôæóòîÑÖÔÆÓÒÎ]")
# Words that hardly a page of an office goes without; only the marked ones tell an encoding.
_COMMON = frozenset(
    [
        "và",
        "của",
        "được",
        "các",
        "không",
        "những",
        "để",
        "trên",
        "về",
        "với",
        "tại",
        "kế",
        "hoạch",
        "phòng",
        "chống",
        "công",
        "tác",
        "tổ",
        "chức",
        "thực",
        "hiện",
        "nhân",
        "dân",
        "ủy",
        "huyện",
        "xã",
        "tỉnh",
        "phường",
        "thị",
        "trấn",
        "địa",
        "bàn",
        "việc",
        "người",
        "đơn",
        "vị",
        "nhiệm",
        "vụ",
        "mại",
        "dâm",
        "tuyên",
        "truyền",
        "kiểm",
        "tra",
        "cơ",
        "sở",
        "năm",
        "chỉ",
        "tiêu",
        "mục",
        "số",
        "điều",
    ]
)
_WORD = re.compile(r"\S+")


class Encoding(StrEnum):
    """The encodings that are told apart. Unicode may be decomposed (NFD)."""

    UNICODE = "unicode"
    TCVN3 = "tcvn3"
    VNI = "vni"
    WINDOWS_1258 = "windows-1258"


@dataclass(frozen=True)
class Preview:
    """Lines as they came and as they are kept, for a person to compare; `certain` where the document's fonts say so."""

    encoding: Encoding
    before: tuple[str, ...]
    after: tuple[str, ...]
    certain: bool = False


def recognised(text: str) -> Encoding:
    """Return the encoding in which a text becomes most readable; Unicode where none is clearly better."""
    sample = text[:_LOOKED_AT]
    hits = {
        encoding: _common_words(converted(sample, encoding)) for encoding in (Encoding.TCVN3, Encoding.VNI)
    }
    best = max(hits, key=lambda encoding: hits[encoding])
    plain = _common_words(nfc(sample))
    return best if hits[best] >= _LEAST_WORDS and hits[best] > 2 * plain else Encoding.UNICODE


def converted(text: str, encoding: Encoding) -> str:
    """Return a text of that encoding in Unicode, NFC."""
    return nfc(_CONVERTERS[encoding](text))


def decoded(data: bytes) -> tuple[str, Encoding]:
    """Return the text of bytes and the encoding it came in: UTF-8, UTF-16, else the most readable of the old ones.

    Raises ValueError where bytes are no text at all.
    """
    unicode_text = _unicode(data)
    if unicode_text is not None:
        encoding = recognised(unicode_text)
        return converted(unicode_text, encoding), encoding
    sample = data[:_LOOKED_AT]
    texts = {
        Encoding.TCVN3: converted(sample.decode("latin-1"), Encoding.TCVN3),
        Encoding.VNI: converted(sample.decode("latin-1"), Encoding.VNI),
        Encoding.WINDOWS_1258: nfc(sample.decode("cp1258", "replace")),
    }
    best = max(texts, key=lambda encoding: _common_words(texts[encoding]))
    if _common_words(texts[best]) == 0:
        raise ValueError("no text")
    return _whole(data, best), best


def as_received(data: bytes) -> str:
    """Return the text of bytes with no letter converted: old codes show as the wrong letters that they are."""
    unicode_text = _unicode(data)
    return data.decode("latin-1") if unicode_text is None else nfc(unicode_text)


def preview(text: str, encoding: Encoding, most: int = 5) -> Preview:
    """Return the first lines that the conversion changes, before and after it."""
    before = [
        line for line in text[:_LOOKED_AT].splitlines() if line.strip() and converted(line, encoding) != line
    ]
    shown = tuple(before[:most])
    return Preview(encoding, shown, tuple(converted(line, encoding) for line in shown))


def _unicode(data: bytes) -> str | None:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _strict(data, "utf-16")
    zeros = data[:2000].count(0)
    if zeros > len(data[:2000]) / 4:
        return _strict(data, "utf-16-le" if data[:2000:2].count(0) < zeros / 2 else "utf-16-be")
    return _strict(data, "utf-8-sig")


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _whole(data: bytes, encoding: Encoding) -> str:
    if encoding is Encoding.WINDOWS_1258:
        return nfc(data.decode("cp1258", "replace"))
    return converted(data.decode("latin-1"), encoding)


def _common_words(text: str) -> int:
    words = (word.strip(".,;:()").lower() for word in _WORD.findall(text))
    return sum(1 for word in words if word in _COMMON and folded(word) != word)


def _from_tcvn3(text: str) -> str:
    return text.translate(_TCVN3)


def _from_vni(text: str) -> str:
    return _VNI_PAIR.sub(lambda match: _vni_letter(match[0]), nfc(text))


def _vni_letter(pair: str) -> str:
    base, mark = pair[0], pair[1:].lower()
    lower = base.lower()
    marks, letters = _VNI_MARKS.get(lower, ("", ""))
    known = mark and mark in marks
    letter = letters[marks.index(mark)] if known else _VNI_ALONE.get(lower, lower) + mark
    return letter.upper() if base.isupper() else letter


def _unchanged(text: str) -> str:
    return text


_CONVERTERS: Mapping[Encoding, Callable[[str], str]] = {
    Encoding.UNICODE: _unchanged,
    Encoding.WINDOWS_1258: _unchanged,
    Encoding.TCVN3: _from_tcvn3,
    Encoding.VNI: _from_vni,
}
