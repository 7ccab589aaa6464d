"""A province's own workbook is taken in: behind the gate, in a child process, its tags and what would be lost of it."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from db.rules.findings import Finding
from db.rules.returns.tags_book import TaggedBook, book_of
from exports.readers.children import Child, child_answer
from exports.readers.gate import LISTS, FileKind, Wanted, admit
from exports.readers.limits import Limits

SECONDS = 8.0
TEMPLATES = Wanted(frozenset({FileKind.WORKBOOK}), LISTS.own_rules, "template_other_kind")
# A form with its heads is small, and is opened anew for each return.
TEMPLATE_LIMITS = Limits(file_bytes=8 * 2**20, unpacked_bytes=48 * 2**20, rectangle=400_000, tags=1_500_000)
_CHILD = Child("exports.returns.template_child", SECONDS, "workbook_too_slow", "workbook_not_readable")


@dataclass(frozen=True)
class TemplateFile:
    """A workbook as received: its bytes, its tagged cells and losses, what is wrong beside the tags' own words."""

    name: str
    body: bytes
    sha256: str
    book: TaggedBook
    findings: tuple[Finding, ...]


def read_template(path: Path) -> TemplateFile:
    """Read a workbook with tags; raises `Refused` where it cannot be opened safely."""
    admitted = admit(path, TEMPLATE_LIMITS, TEMPLATES)
    answer = child_answer(_CHILD, admitted)
    return TemplateFile(
        admitted.name,
        admitted.data,
        hashlib.sha256(admitted.data).hexdigest(),
        book_of(answer),
        tuple(Finding(code, place, text) for code, place, text in answer["findings"]),
    )
