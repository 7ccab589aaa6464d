"""Prove a set of forms sound before it is put in force: what is wrong, what wants a look.

Every finding names its place (`sheet.2.column.3.measure`), so that an editor can go there.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from db.rules.content_heads import head_findings, known_levels_findings
from db.rules.findings import Finding
from db.rules.formats import number_text
from db.rules.returns.form_documents import FormDocument
from db.rules.returns.forms import CheckLimits
from db.rules.returns.sound.agreements import rule_findings
from db.rules.returns.sound.columns import column_findings
from db.rules.returns.sound.known import KnownNames
from db.rules.returns.sound.paper import paper_findings
from db.rules.returns.sound.sheets import sheet_findings, sheets_findings

# What may be meant, but is seldom: it stops nothing.
WARNINGS = frozenset(
    {
        "group_split",
        "no_name_column",
        "no_figures",
        "total_of_targets",
        "rule_twice",
        "rule_whole_unused",
        "page_shrunk",
        "page_too_narrow",
    }
)


@dataclass(frozen=True)
class FormJudgement:
    """What was found of a set: `errors` stop it, `warnings` want a look."""

    errors: tuple[Finding, ...]
    warnings: tuple[Finding, ...]

    @property
    def is_sound(self) -> bool:
        """Return whether the set may be put in force."""
        return not self.errors

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return errors, then warnings."""
        return (*self.errors, *self.warnings)


def judge_forms(document: FormDocument, known: KnownNames) -> FormJudgement:
    """Judge a set by the measures and catalogues of a book."""
    found = tuple(_findings(document, known))
    return FormJudgement(
        tuple(finding for finding in found if finding.code not in WARNINGS),
        tuple(finding for finding in found if finding.code in WARNINGS),
    )


def _limits(limits: CheckLimits) -> Iterator[Finding]:
    for key, value, least in (
        ("jump", limits.jump, 1),
        ("rate", limits.rate, 1),
        ("least", limits.least, 0),
        ("repeated", limits.repeated, 1),
    ):
        if value < least:
            yield Finding("limit_too_low", f"checks.{key}", number_text(value), {"least": str(least)})


def _findings(document: FormDocument, known: KnownNames) -> Iterator[Finding]:
    yield from head_findings(document)
    yield from known_levels_findings(document.levels)
    yield from _limits(document.limits)
    for at, levels in enumerate(document.levels, start=1):
        if not levels.levels:
            yield Finding("required", f"levels.{at}.units")
    yield from sheets_findings(document.sheets)
    for at, form in enumerate(document.sheets, start=1):
        place = f"sheet.{at}"
        yield from sheet_findings(form, place)
        yield from column_findings(form, place, known)
        yield from rule_findings(form, place, document.sheets, known)
        yield from paper_findings(form, place, known)
