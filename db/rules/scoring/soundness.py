"""Prove a rule set sound before it is put in force: what is wrong, what wants a look, how many points it makes.

Every finding names its place (`group.2.criterion.1.band.3.first`), so that an editor can go there.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from db.rules.findings import Finding
from db.rules.scoring.documents import Document
from db.rules.scoring.sound.classes import class_findings
from db.rules.scoring.sound.codes import code_findings
from db.rules.scoring.sound.conditions import condition_findings
from db.rules.scoring.sound.measured import Catalogue, measure_findings
from db.rules.scoring.sound.outcomes import Possible
from db.rules.scoring.sound.scales import scale_findings
from db.rules.scoring.sound.times import due_findings, head_findings, level_findings

# What may be meant, but is seldom: it stops nothing.
WARNINGS = frozenset(
    {
        "most_not_reached",
        "option_code_is_place",
        "yes_no_same",
        "band_over_hundred",
        "items_and_absence",
        "whole_measure_unused",
        "of_not_wanted",
        "condition_unused",
        "condition_never",
        "condition_always",
        "failing_twice",
        "class_order",
        "last_class_wants",
        "floors_over_least",
        "chain_missing",
        "communes_not_known",
    }
)


@dataclass(frozen=True)
class Judgement:
    """What was found of a set: `errors` stop it, `warnings` want a look; the points of the whole and of each group."""

    errors: tuple[Finding, ...]
    warnings: tuple[Finding, ...]
    total: Decimal
    groups: Mapping[str, Decimal]

    @property
    def is_sound(self) -> bool:
        """Return whether the set may be put in force."""
        return not self.errors

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return errors, then warnings."""
        return (*self.errors, *self.warnings)


def judge(document: Document, catalogue: Catalogue) -> Judgement:
    """Judge a set, its measures by a catalogue of measures."""
    found = tuple(_findings(document, catalogue))
    rule_set = document.rule_set
    return Judgement(
        tuple(finding for finding in found if finding.code not in WARNINGS),
        tuple(finding for finding in found if finding.code in WARNINGS),
        rule_set.most,
        {group.code: group.most for group in rule_set.groups},
    )


def _findings(document: Document, catalogue: Catalogue) -> Iterator[Finding]:
    rule_set = document.rule_set
    possible = Possible(rule_set)
    yield from head_findings(document)
    yield from due_findings(document)
    yield from level_findings(document)
    yield from code_findings(rule_set)
    yield from scale_findings(rule_set)
    yield from measure_findings(rule_set, catalogue)
    yield from condition_findings(rule_set, possible)
    yield from class_findings(rule_set, possible)
