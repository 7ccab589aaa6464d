"""The names of an office as printed, as a form; the same in its first steps and later."""

from dataclasses import fields

from db.rules.entries import EntryKind, Field, FieldKind
from db.services.offices import OfficeNames
from ui.common.forms.choosing import Option
from ui.common.forms.options import OptionSource
from ui.office import texts

_REQUIRED = ("parent_agency", "issuing_agency", "place", "receiving_unit")
_SHORT = {"symbol": 50, "signatory_name": 100, "preparer_name": 100}

OFFICE = EntryKind(
    "office",
    tuple(
        Field(name.name, FieldKind.TEXT, name.name in _REQUIRED, _SHORT.get(name.name, 250))
        for name in fields(OfficeNames)
    ),
)


class NoOptions(OptionSource):
    """For a form of plain texts: there is nothing to choose, and no book to read it from."""

    def __init__(self) -> None:
        self._held: dict[str, tuple[Option, ...]] = {}

    def of(self, entry_field: Field) -> tuple[Option, ...]:
        return ()


def names_text(names: OfficeNames) -> dict[str, str]:
    """Return the names by key."""
    return {name.name: getattr(names, name.name) for name in fields(OfficeNames)}


def rule_words(rule: str) -> str:
    """Return what a cut-off rule is called in a sentence."""
    return texts.RULES.get(rule) or texts.OWN_RULE.format(day=rule.partition(":")[2])
