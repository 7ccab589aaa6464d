"""What plans and amendments have in common: lines that end as a list, the end of the body, recipients, signature."""

from collections.abc import Iterable, Iterator

from db.rules.plan_paper import PaperSignatory
from exports.documents.description import BodyPart, Heading, Paragraph, Signatory
from exports.documents.wording import CLOSING, FILED_AT_REGISTRY

SENTENCE_ENDS = " .;,"
DASH_LEVEL = 4


def listed(texts: Iterable[str]) -> Iterator[str]:
    """End each of several lines with a semicolon and the last with a full stop; a line that ends in a colon stays.

    Empty texts are left out.
    """
    bare = [text.strip().rstrip(SENTENCE_ENDS) for text in texts if text.strip()]
    for place, text in enumerate(bare, start=1):
        yield text if text.endswith(":") else text + ("." if place == len(bare) else ";")


def closed(parts: tuple[BodyPart, ...]) -> tuple[BodyPart, ...]:
    """Return the parts of a body with the closing mark `./.` at the end of the last."""
    if not parts:
        return ()
    *before, last = parts
    text = last.text.rstrip(SENTENCE_ENDS + "/") + CLOSING
    if isinstance(last, Heading):
        return (*before, Heading(last.level, last.label, text, last.title))
    return (*before, Paragraph(text))


def recipient_lines(recipients: Iterable[str]) -> tuple[str, ...]:
    """Return the recipients without dashes, ended as a list, the registry the last of them."""
    texts = [text for text in (recipient.strip().lstrip("-–").strip() for recipient in recipients) if text]
    if not any(text.startswith("Lưu") for text in texts):
        texts.append(FILED_AT_REGISTRY)
    return tuple(listed(texts))


def signatory_lines(signatory: PaperSignatory) -> Signatory:
    """Return authority and post in capitals, and the name."""
    return Signatory(signatory.authority.upper(), signatory.post.upper(), signatory.name)
