"""Departures from Decree 30/2020/NĐ-CP, appendix I, in what stands below the body: signature, recipients, annexes."""

import re
from collections.abc import Iterator, Sequence

from db.rules.findings import Finding
from db.rules.numbering import roman
from db.rules.printed_paper import PrintedAnnex, PrintedPaper, PrintedSignatory

_AUTHORITIES = ("TM", "KT", "Q", "TL", "TUQ")
_PREFIX = re.compile(r"^(?P<sign>[A-ZĐ]{1,4})\.")
_DEPUTY = "PHÓ"
# Bodies that decide together: their head signs on their behalf.
_COLLECTIVE = ("ỦY BAN NHÂN DÂN", "UỶ BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN")
_SIGNED_KINDS = ("KẾ HOẠCH", "BÁO CÁO")
_NAME_TITLE = re.compile(
    r"^(?:(?:ông|bà|đ/c|đồng chí)\s|(?:ths|ts|tskh|gs|pgs|bs|cn|ks|cử nhân|thạc sĩ|tiến sĩ|bác sĩ)\b\.?)",
    re.IGNORECASE,
)
_REGISTRY = re.compile(r"^Lưu\s*:\s*VT\b")
_ANNEX = "Phụ lục"


def check_end(document: PrintedPaper) -> Iterator[Finding]:
    """Yield what departs in signature, recipients and annexes (section II, points 7 and 9; section III, point 1)."""
    yield from check_signature(document.signatory, document.head.issuing_agency, document.kind)
    yield from _check_recipients(document.recipients)
    yield from _check_annexes(document.annexes)
    if document.annexes and not any(_ANNEX.lower() in part.text.lower() for part in document.body):
        yield Finding("paper_annex_not_mentioned", "annexes")


def check_signature(signatory: PrintedSignatory, agency: str, kind: str) -> Iterator[Finding]:
    """Yield what departs in authority, post and name; agency and kind as printed (point 7)."""
    lines = [
        line.strip().upper() for text in (signatory.authority, signatory.post) for line in text.splitlines()
    ]
    lines = [line for line in lines if line]
    signs = [found["sign"] if (found := _PREFIX.match(line)) else "" for line in lines]
    yield from _check_signs(lines, signs)
    yield from _check_post(lines, signs)
    alone = not {"TM", "TL", "TUQ"} & set(signs)
    if lines and alone and kind in _SIGNED_KINDS and agency.strip().startswith(_COLLECTIVE):
        yield Finding("paper_authority_missing", "signatory.authority", agency.replace("\n", " "))
    yield from _check_name(signatory.name.strip())


def _check_signs(lines: Sequence[str], signs: Sequence[str]) -> Iterator[Finding]:
    for line, sign in zip(lines, signs, strict=True):
        if sign and sign not in _AUTHORITIES:
            yield Finding("paper_authority_unknown", "signatory.authority", line)
    if "TM" in signs[1:]:
        yield Finding("paper_authority_order", "signatory.authority", lines[signs.index("TM", 1)])
    if "TM" in signs and {"TL", "TUQ"} & set(signs):
        yield Finding("paper_authority_clash", "signatory.authority", " / ".join(lines))


def _check_post(lines: Sequence[str], signs: Sequence[str]) -> Iterator[Finding]:
    posts = [line for line, sign in zip(lines, signs, strict=True) if sign in ("", "Q")]
    last = posts[-1] if posts and lines[-1] == posts[-1] else ""
    if not last:
        yield Finding("paper_post_missing", "signatory.post")
    elif "KT" in signs and not last.startswith(_DEPUTY):
        yield Finding("paper_deputy_missing", "signatory.post", last)
    elif last.startswith(_DEPUTY) and not {"KT", "TL", "TUQ"} & set(signs):
        yield Finding("paper_deputy_alone", "signatory.post", last)


def _check_name(name: str) -> Iterator[Finding]:
    if not name:
        yield Finding("paper_name_missing", "signatory.name")
    elif _NAME_TITLE.match(name):
        yield Finding("paper_name_title", "signatory.name", name)
    elif name == name.upper():
        yield Finding("paper_name_capitals", "signatory.name", name)


def _check_recipients(recipients: Sequence[str]) -> Iterator[Finding]:
    texts = [recipient.strip() for recipient in recipients if recipient.strip()]
    if not any(not text.startswith("Lưu") for text in texts):
        yield Finding("paper_recipients_missing", "recipients")
    if not texts or not _REGISTRY.match(texts[-1]):
        yield Finding("paper_registry_last", f"recipients.{max(len(texts), 1)}", texts[-1] if texts else "")
    for number, text in enumerate(texts, start=1):
        end = "." if number == len(texts) else ";"
        if not text.endswith(end):
            yield Finding("paper_recipient_end", f"recipients.{number}", text, {"expected": end})


def _check_annexes(annexes: Sequence[PrintedAnnex]) -> Iterator[Finding]:
    for number, annex in enumerate(annexes, start=1):
        place = f"annexes.{number}"
        expected = f"{_ANNEX} {roman(number)}" if len(annexes) > 1 else _ANNEX
        if annex.label.strip() != expected:
            yield Finding("paper_annex_label", place, annex.label, {"expected": expected})
        if not annex.title.strip():
            yield Finding("paper_annex_title_missing", place)
        elif annex.title != annex.title.upper():
            yield Finding("paper_annex_title_small", place, annex.title)
        if "kèm theo" not in annex.subtitle.lower():
            yield Finding("paper_annex_attached", place, annex.subtitle)
