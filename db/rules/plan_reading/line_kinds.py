"""Lines that open a part of a document: recipients, authority and post, annexes."""

import re

from db.rules.plan_reading.cleaning import is_upper, key

_RECIPIENTS = re.compile(r"noi nhan\s*[:;.]?")
_SIGNING = re.compile(r"(?:(?:TM|KT|TL|TUQ|Q)\s?[.,]|(?:T/M|K/T|T/L)\s?[.,]?)\s?(?=[^\W\d_])")
_POST = re.compile(
    r"(?:(?:q|quyen)\.? )?(?:pho )?(?:chu tich|giam doc|truong ban|truong phong|chanh van phong"
    r"|bi thu|(?:chi )?cuc truong"
    r"|truong cong an|thu truong|hieu truong|tram truong|vien truong|chanh an)(?: thuong truc)?\b"
)
_ANNEX = re.compile(
    r"(?:phu luc|phu bieu|bieu mau|bieu so|mau so|bieu)(?: (?:so )?(?:[0-9]{1,2}|[ivx]{1,5}|[a-d]))?\b"
)


def is_signing(text: str) -> bool:
    """Return whether a line is one of authority or post: `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`."""
    if len(text) > 120:
        return False
    return bool(_SIGNING.match(text)) or (is_upper(text) and bool(_POST.match(key(text))))


def is_recipients_head(text: str) -> bool:
    """Return whether a line opens the list of recipients."""
    return bool(_RECIPIENTS.match(key(text[:40])))


def is_annex_head(text: str) -> bool:
    """Return whether a line is the head of an annex (`Phụ lục số 01`, `PHỤ LỤC`)."""
    match = _ANNEX.match(key(text[:80]))
    if match is None:
        return False
    return len(text) < 20 or (is_upper(text) and len(text) < 200) or len(key(text)) <= match.end() + 2
