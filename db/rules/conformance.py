"""The check before printing: each departure of a document from Decree 30/2020/NĐ-CP, appendix I, by place and code.

What can be seen on paper is checked on the document as it will be printed, so that nothing the program sets right by
itself is reported. What paper does not show (targets without a place, tasks without an agency) is checked on what was
typed. Places are the field's key (`subject`, `grounds.2`, `tasks.3`) or, in the body, the section's number (`II.2.a`).
"""

from collections.abc import Iterator, Sequence

from db.rules.conformance_body import check_body
from db.rules.conformance_end import check_end
from db.rules.conformance_head import check_head
from db.rules.findings import Finding
from db.rules.plan_paper import (
    ANNEX_HOTSPOTS,
    ANNEX_MODELS,
    AmendmentPaper,
    Change,
    PaperTarget,
    PaperTask,
    PlanPaper,
    Section,
)
from db.rules.printed_paper import PrintedPaper
from db.rules.text import folded

_LONGEST_QUOTE = 80


def check_document(paper: PlanPaper | AmendmentPaper, document: PrintedPaper) -> tuple[Finding, ...]:
    """Return every departure of a plan or an amendment, from its head to its annexes; none where all is in order."""
    typed = _check_plan(paper) if isinstance(paper, PlanPaper) else _check_amendment(paper)
    return (*check_head(document), *check_body(document.body), *typed, *check_end(document))


def _check_plan(paper: PlanPaper) -> Iterator[Finding]:
    placed = any(section.kind == "targets" for section in paper.sections)
    if placed and not paper.targets:
        yield Finding("paper_targets_missing", "targets")
    if paper.targets and not placed and not _are_said(paper.targets, paper.sections):
        yield Finding("paper_targets_unplaced", "targets")
    yield from _check_annexes(paper)
    for number, target in enumerate(paper.targets, start=1):
        if not target.text.strip():
            yield Finding("paper_target_empty", f"targets.{number}", target.planned)
    for number, task in enumerate(paper.tasks, start=1):
        yield from _check_task(f"tasks.{number}", task)


def _check_annexes(paper: PlanPaper) -> Iterator[Finding]:
    wanted = {section.text for section in paper.sections if section.kind == "annex"}
    if ANNEX_MODELS in wanted and not paper.models:
        yield Finding("paper_models_missing", "annexes")
    if ANNEX_HOTSPOTS in wanted and not paper.hotspots:
        yield Finding("paper_hotspots_missing", "annexes")


def _check_task(place: str, task: PaperTask) -> Iterator[Finding]:
    required = (
        ("paper_task_content_missing", task.content),
        ("paper_task_lead_missing", task.lead),
        ("paper_task_time_missing", task.time),
    )
    for code, text in required:
        if not text.strip():
            yield Finding(code, place, _quoted(task.content))


def _are_said(targets: Sequence[PaperTarget], sections: Sequence[Section]) -> bool:
    """Return whether the body says every target in its own words, as a plan that was received does."""
    said = [folded(section.text) for section in sections]
    wanted = [folded(target.text).rstrip(" .;") for target in targets]
    return all(any(words in text for text in said) for words in wanted)


def _quoted(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE].rstrip()}…"


def _check_amendment(paper: AmendmentPaper) -> Iterator[Finding]:
    if not paper.changes:
        yield Finding("paper_changes_missing", "changes")
    if paper.amended.number is None or paper.amended.issued_on is None:
        yield Finding("paper_amended_unknown", "amended")
    if paper.kind == "decision" and not paper.issuer.strip():
        yield Finding("paper_issuer_missing", "issuer")
    for number, change in enumerate(paper.changes, start=1):
        yield from _check_change(f"changes.{number}", change)


def _check_change(place: str, change: Change) -> Iterator[Finding]:
    if not change.place.strip():
        yield Finding("paper_change_place_missing", place, change.new or change.old)
    if change.old.strip() == change.new.strip():
        yield Finding("paper_change_empty", place, change.new)
