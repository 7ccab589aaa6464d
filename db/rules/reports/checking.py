"""The check of a narrative report before it is printed (Decree 30/2020/NĐ-CP, appendix I): what departs, and where."""

from collections.abc import Iterator

from db.rules.conformance_body import check_body
from db.rules.conformance_end import check_end
from db.rules.conformance_head import check_head
from db.rules.findings import Finding
from db.rules.numbering import roman
from db.rules.printed_paper import PrintedPaper
from db.rules.reports.filled import Report

_EMPTY = "paper_section_empty"


def check_report(report: Report, document: PrintedPaper) -> tuple[Finding, ...]:
    """Return every departure of a report as it will be printed; none where all is in order."""
    body = (item for item in check_body(document.body) if item.code != _EMPTY)
    return (*check_head(document), *body, *_silent(report), *check_end(document))


def _silent(report: Report) -> Iterator[Finding]:
    """Yield the parts that say nothing yet; on paper the last of them would seem to say what closes the report."""
    headed = [part for part in report.parts if part.part.level == 1]
    for number, part in enumerate(headed, start=1):
        if part.is_silent:
            yield Finding(_EMPTY, roman(number), part.part.heading)
