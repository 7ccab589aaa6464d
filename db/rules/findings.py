"""What is wrong with something that was typed or read: facts only, the words are in `ui.common.finding_texts`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Finding:
    """One thing wrong: which rule (`code`), where (`place`: a field's key, `dòng 12`, `Sheet!C17`) and with what value.

    `facts` fills the sentence of the code: a maximum, an expected value, a near name.
    """

    code: str
    place: str = ""
    value: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)


class Refused(Exception):
    """Something from outside was not taken; nothing of it was stored. Carries every finding, not only the first."""

    def __init__(self, findings: Iterable[Finding], source: str = "") -> None:
        self.findings = tuple(findings)
        self.source = source
        super().__init__(
            "; ".join(f"{item.place} {item.code} {item.value}".strip() for item in self.findings)
        )


class Unknown(Exception):
    """A name that was asked for does not exist: `what` it should have named (unit, period …) and near names."""

    def __init__(self, what: str, name: str, near: Iterable[str] = ()) -> None:
        self.what = what
        self.name = name
        self.near = tuple(near)
        super().__init__(f"unknown {what}: {name}")
