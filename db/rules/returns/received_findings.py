"""What is found in a return that came in: how grave, in which cell, what stands there and what was expected."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from db.rules.findings import Finding
from db.rules.returns.check_findings import Severity


@dataclass(frozen=True)
class ReturnFinding:
    """One thing found. `place` is a cell (`PCMD-02!E17`), a sheet, or empty for the whole file."""

    severity: Severity
    code: str
    place: str = ""
    value: str = ""
    expected: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)

    @property
    def sheet(self) -> str:
        """Return the sheet in which it is."""
        return self.place.rpartition("!")[0] or self.place

    @property
    def cell(self) -> str:
        """Return the cell within the sheet."""
        return self.place.rpartition("!")[2] if "!" in self.place else ""

    @property
    def finding(self) -> Finding:
        """Return it as the table of sentences takes it."""
        return Finding(self.code, self.place, self.value, {"expected": self.expected, **self.facts})


def error(rule: str, place: str = "", value: str = "", expected: str = "", **facts: str) -> ReturnFinding:
    """Return what refuses a file."""
    return ReturnFinding(Severity.ERROR, rule, place, value, expected, facts)


def warning(rule: str, place: str = "", value: str = "", expected: str = "", **facts: str) -> ReturnFinding:
    """Return what is told of a file that is taken all the same."""
    return ReturnFinding(Severity.WARNING, rule, place, value, expected, facts)


def of_refusal(finding: Finding) -> ReturnFinding:
    """Return what a reader or a service refused."""
    facts = {key: text for key, text in finding.facts.items() if key != "expected"}
    return error(finding.code, finding.place, finding.value, finding.facts.get("expected", ""), **facts)


def is_refused(findings: Iterable[ReturnFinding]) -> bool:
    """Tell whether any of the findings refuses the file."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def told(finding: ReturnFinding) -> dict[str, Any]:
    """Return a finding as JSON keeps it."""
    return asdict(finding)


def untold(body: Mapping[str, Any]) -> ReturnFinding:
    """Return a finding from what JSON kept."""
    return ReturnFinding(**{**body, "severity": Severity(body["severity"])})
