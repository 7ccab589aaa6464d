"""The sheet with the recovery key, as it is printed once and locked away."""

from dataclasses import dataclass
from datetime import date

from exports.documents import wording
from exports.documents.description import written_day
from exports.documents.forms import Form, FormText


@dataclass(frozen=True)
class RecoveryPaper:
    """Whose book, on which day, whose account was the first, and the key in its groups."""

    office: str
    name: str
    on: date
    key: str


def recovery_form(paper: RecoveryPaper) -> Form:
    """Return the sheet: the key large in the middle, what it is for, where it belongs."""
    parts = [
        FormText(wording.RECOVERY_OF.format(office=paper.office, day=written_day(paper.on)), "centred"),
        FormText(paper.key.replace("-", "  –  "), "title"),
        *(FormText(line) for line in wording.RECOVERY_WORDS),
        FormText(wording.RECOVERY_BY.format(name=paper.name)),
        FormText(wording.RECOVERY_PLACE, "blank"),
    ]
    return Form(None, wording.RECOVERY_KIND, "", tuple(parts))
