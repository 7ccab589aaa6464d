"""The check of a narrative report before it is printed (Decree 30/2020/NĐ-CP, appendix I): what departs, and where."""

from collections.abc import Iterator
from dataclasses import replace

from db.rules.conformance_body import check_body
from db.rules.conformance_end import check_end
from db.rules.conformance_head import check_head
from db.rules.findings import Finding
from db.rules.printed_paper import PrintedPaper
from db.rules.reports.filled import Report, part_numbers

_EMPTY = "paper_section_empty"


def check_report(report: Report, document: PrintedPaper) -> tuple[Finding, ...]:
    """Return every departure of a report as it will be printed, and numbers of the officer's that no longer agree."""
    body = (item for item in check_body(document.body) if item.code != _EMPTY)
    own = (*_silent(report), *_disagreeing(report))
    return (*check_head(document), *body, *own, *check_end(document))


def _silent(report: Report) -> Iterator[Finding]:
    """Yield the parts that say nothing yet; on paper the last of them would seem to say what closes the report."""
    for number, part in zip(part_numbers(report.parts), report.parts, strict=True):
        if number and part.is_silent:
            yield Finding(_EMPTY, number, part.part.heading)


def _disagreeing(report: Report) -> Iterator[Finding]:
    for number, part in zip(part_numbers(report.parts), report.parts, strict=True):
        for sentence in part.sentences:
            yield from (replace(item, place=number) for item in sentence.findings)
