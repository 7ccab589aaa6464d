"""The list of agencies as it is typed: rows of texts, read back into agencies. No widgets."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from db.rules.agencies import LONGEST_NAME, Agency
from db.rules.entries import Field, FieldKind, read_field, typed_text
from db.rules.findings import Finding

FIELDS = (
    Field("name", FieldKind.TEXT, required=True, max_length=LONGEST_NAME),
    Field("valid_from", FieldKind.DATE),
    Field("valid_to", FieldKind.DATE),
)


@dataclass(frozen=True)
class TypedAgency:
    """One row as typed; `code` is what the book knows it by."""

    code: str
    texts: tuple[str, ...]


def typed(agency: Agency) -> TypedAgency:
    values = agency.name, agency.valid_from, agency.valid_to
    return TypedAgency(agency.code, tuple(typed_text(value) for value in values))


def read_rows(rows: Sequence[TypedAgency], today: date) -> tuple[tuple[Agency, ...], tuple[Finding, ...]]:
    """Read every row. The place of a finding is the row from 1 and the field: `3.valid_from`."""
    agencies: list[Agency] = []
    findings: list[Finding] = []
    for at, row in enumerate(rows, start=1):
        values = []
        for field, text in zip(FIELDS, row.texts, strict=True):
            value, finding = read_field(field, text, today=today)
            values.append(value)
            if finding is not None:
                findings.append(replace(finding, place=f"{at}.{field.key}"))
        name, first, last = values
        agencies.append(Agency(row.code, str(name or ""), _day(first), _day(last)))
    return tuple(agencies), tuple(findings)


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None
