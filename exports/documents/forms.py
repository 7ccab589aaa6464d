"""A filled form (phiếu, biên bản, danh sách), described once: PDF and .docx are drawn from these values."""

from dataclasses import dataclass
from typing import Literal

from exports.documents.description import Head, Table

Tone = Literal["running", "title", "blank", "note", "centred"]


@dataclass(frozen=True)
class FormText:
    """A paragraph: running text, a bold title that stays with what follows, a line whose blanks are filled in by hand,

    a small note, or a line in the middle.
    """

    text: str
    tone: Tone = "running"


FormPart = FormText | Table


@dataclass(frozen=True)
class SignatureBlock:
    """Who signs: lines in capitals, what the signature is to hold, and the name under the room for it."""

    lines: tuple[str, ...]
    hint: str = ""
    name: str = ""


@dataclass(frozen=True)
class Form:
    """A form. Without a head it is an annex of another document; `attached` is its line `(Kèm theo …)`."""

    head: Head | None
    kind: str
    subject: str
    parts: tuple[FormPart, ...]
    signatures: tuple[SignatureBlock, ...] = ()
    attached: str = ""
    landscape: bool = False
    sample: bool = False

    @property
    def title(self) -> str:
        """Return kind and subject on one line."""
        return f"{self.kind} {self.subject}".replace("\n", " ").strip()

    @property
    def author(self) -> str:
        """Return the agency that issues the form."""
        return self.head.issuing_agency.replace("\n", " ") if self.head else ""
