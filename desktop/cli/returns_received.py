"""`pcmd returns check` and `pcmd returns import`: returns of the units below, that came in workbooks."""

from argparse import Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from db.rules.returns.received_findings import ReturnFinding
from db.services.returns.received import Outcome as FileOutcome
from db.services.returns.received import ReceivedPlan
from desktop.cli import received_texts as texts
from desktop.cli.books import officer_of, open_book
from desktop.cli.outcome import Outcome
from ui.common.finding_texts import finding_line, finding_text
from ui.returns.received.batches import BatchFile, read_batch, store_batch, workbooks
from ui.returns.received.choices import asked, newest
from ui.returns.received.marking import marked_name, write_marked_return

_STATES = {
    FileOutcome.NEW: "received",
    FileOutcome.SAME: "same",
    FileOutcome.OLDER: "superseded",
    FileOutcome.REFUSED: "refused",
}


def check(arguments: Namespace) -> Outcome:
    """Read files, or the workbooks of folders, and say what is wrong; nothing is stored."""
    with open_book(arguments) as book:
        files = read_batch(book, workbooks(arguments.files), _silent)
    _write_marked(arguments.marked, files)
    values = [_values(file) for file in files]
    complaints = [line for file in files if not _is_ok(file.plan) for line in _complaints(file.plan)]
    lines = [_line(file.plan, texts.OK if _is_ok(file.plan) else texts.WRONG) for file in files]
    return Outcome({"files": values}, lines, complaints)


def load(arguments: Namespace) -> Outcome:
    """Take files in: sound ones count, refused ones are kept as such, those that ask want `--replace`."""
    with open_book(arguments, lock=True) as book:
        files = read_batch(book, workbooks(arguments.files), _silent)
        chosen = newest([file.plan for file in files]) if arguments.replace else frozenset()
        store_batch(book, officer_of(book), files, chosen, texts.REASON, _silent)
    _write_marked(arguments.marked, files)
    states = {at: _state(file.plan, at in chosen, arguments.replace) for at, file in enumerate(files)}
    values = [{**_values(file), "state": states[at]} for at, file in enumerate(files)]
    lines = [_line(file.plan, texts.STATES[states[at]]) for at, file in enumerate(files)]
    complaints = [line for at, file in enumerate(files) for line in _import_complaints(file.plan, states[at])]
    return Outcome({"files": values}, lines, complaints)


def _silent(_name: str, _done: int, _all: int) -> None:
    """Say nothing: a command says what it did at its end."""


def _state(planned: ReceivedPlan, is_chosen: bool, replaces: bool) -> str:
    if planned.outcome is not FileOutcome.ASKS:
        return _STATES[planned.outcome]
    return "received" if is_chosen else "superseded" if replaces else "asks"


def _is_ok(planned: ReceivedPlan) -> bool:
    return planned.outcome is not FileOutcome.REFUSED


def _values(file: BatchFile) -> dict[str, Any]:
    planned = file.plan
    return {
        "file": str(file.path),
        "ok": _is_ok(planned),
        "set": planned.set_code or None,
        "unit": planned.unit.code if planned.unit else None,
        "period": planned.period or None,
        "revision": planned.revision or None,
        "verified": planned.verified,
        "findings": [_finding_values(finding) for finding in planned.findings],
    }


def _finding_values(finding: ReturnFinding) -> Mapping[str, str]:
    return {
        "severity": str(finding.severity),
        "sheet": finding.sheet,
        "cell": finding.cell,
        "code": finding.code,
        "value": finding.value,
        "expected": finding.expected,
        "message": finding_text(finding.finding),
    }


def _complaints(planned: ReceivedPlan) -> list[str]:
    return [finding_line(finding.finding, planned.name) for finding in planned.findings]


def _import_complaints(planned: ReceivedPlan, state: str) -> list[str]:
    if state == "refused":
        return _complaints(planned)
    return [finding_line(finding, planned.name) for finding in asked(planned)] if state == "asks" else []


def _line(planned: ReceivedPlan, words: str) -> str:
    if planned.unit is None:
        return texts.LINE.format(file=planned.name, words=words)
    said = {"unit": planned.unit.name, "set": planned.set_code, "period": planned.period}
    return texts.PLACED.format(file=planned.name, **said, revision=planned.revision, words=words)


def _write_marked(folder: Path | None, files: Sequence[BatchFile]) -> None:
    if folder is None:
        return
    folder.mkdir(parents=True, exist_ok=True)
    for file in files:
        if file.plan.findings and file.plan.unit is not None:
            write_marked_return(file.path, file.plan.findings, folder / marked_name(file.path.name))
