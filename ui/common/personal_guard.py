"""Which free texts of records look like a trace of a person: a calm word at the field, never a refusal. No widgets."""

from collections.abc import Mapping, Sequence

from db.rules.entries import EntryKind
from db.rules.findings import Finding
from db.rules.personal_data import is_free_text, personal_findings
from db.services import trainings
from ui.common.workplace import Workplace

_NAMES = "personal_names"


class PersonalGuard:
    """Reads texts by the keys of a kind's fields; who is in the register of officials may be named."""

    def __init__(self, workplace: Workplace, kind: EntryKind) -> None:
        self._workplace, self._kind = workplace, kind
        self._reads = any(map(is_free_text, kind.fields))

    def findings(self, records: Sequence[Mapping[str, str]]) -> list[tuple[Finding, ...]]:
        """Return what is seen in each record, at its fields."""
        if not self._reads:
            return [() for _ in records]
        found = [personal_findings(self._kind, texts) for texts in records]
        # The register is asked for only where it can make a difference.
        if not any(finding.code == _NAMES for findings in found for finding in findings):
            return found
        officials = self._workplace.read(trainings.official_names)
        return [
            personal_findings(self._kind, texts, officials) if findings else ()
            for texts, findings in zip(records, found, strict=True)
        ]
