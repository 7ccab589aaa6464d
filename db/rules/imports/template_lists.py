"""What can be chosen in the columns of a template."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from db.rules.entries import FieldKind
from db.rules.imports.sheets import ImportColumn


@dataclass(frozen=True)
class TemplateLists:
    """What can be chosen: titles by catalogue, labels of units, names of linked records by kind.

    The codes of the units stand on the list of the day `codes_on`.
    """

    choices: Mapping[str, Sequence[str]]
    units: Sequence[str]
    links: Mapping[str, Sequence[str]]
    codes_on: date

    def of(self, column: ImportColumn) -> Sequence[str]:
        """Return what can be chosen in a column."""
        field = column.field
        if field.kind is FieldKind.UNIT:
            return self.units
        return self.links[field.links] if field.kind is FieldKind.LINK else self.choices[field.catalogue]
