"""What the document of a narrative report says: its parts numbered, sentences with dashes, the table of targets."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from db.rules.formats import number_text, value_text
from db.rules.numbering import LETTERED, labels
from db.rules.plan_paper import PaperSignatory
from db.rules.reports.filled import Report, ReportPart, TargetRow
from exports.documents.content import DASH_LEVEL, closed, recipient_lines, signatory_lines
from exports.documents.description import (
    Align,
    BodyPart,
    BodyTable,
    Column,
    Document,
    Head,
    Heading,
    Paragraph,
    Row,
    Table,
)

_WIDTHS = {"number": 10, "text": 66, "unit": 20, "planned": 26, "done": 24, "share": 22}
_ALIGNED: Mapping[str, Align] = {
    "number": "center",
    "unit": "center",
    "planned": "center",
    "done": "right",
    "share": "right",
}


@dataclass(frozen=True)
class _Line:
    """A line of the body before it is numbered: level 0 is a paragraph, the deepest a dash."""

    level: int
    text: str
    title: bool = False


def report_document(report: Report) -> Document:
    """Return the document of a report; a part that says nothing yet has its heading alone."""
    names, skeleton = report.facts.names, report.facts.skeleton
    agencies = names.parent_agency.upper(), names.issuing_agency.upper()
    signatory = PaperSignatory(names.authority, names.signatory_post, names.signatory_name)
    return Document(
        head=Head(*agencies, report.number, names.symbol, names.place, report.issued_on),
        kind=skeleton.kind,
        subject=report.subject,
        grounds=(),
        body=closed(_body(report)),
        recipients=recipient_lines(report.recipients),
        signatory=signatory_lines(signatory),
        sample=report.facts.sample,
    )


def _body(report: Report) -> tuple[BodyPart, ...]:
    lines = [line for part in report.parts for line in _lines(report, part)]
    levels = (line.level for line in lines if isinstance(line, _Line) and line.level)
    numbers = iter(labels(levels, LETTERED))
    return tuple(_numbered(line, numbers) for line in lines)


def _numbered(line: _Line | BodyTable, numbers: Iterator[str]) -> BodyPart:
    if isinstance(line, BodyTable):
        return line
    if line.level:
        return Heading(line.level, next(numbers), line.text, line.title)
    return Paragraph(line.text)


def _lines(report: Report, part: ReportPart) -> Iterator[_Line | BodyTable]:
    level = part.part.level
    if level:
        yield _Line(level, part.part.heading, title=True)
    yield from _paragraphs(part.before)
    for sentence in part.sentences:
        # One sentence alone that opens a part, and what has no heading, runs on as a paragraph.
        dashed = DASH_LEVEL if level > 1 or len(part.sentences) > 1 else 0
        yield from (_Line(dashed, text) for text in sentence.text.splitlines() if text.strip())
    if part.part.holds == "targets":
        yield from _targets(report, part.targets)
    yield from _paragraphs(part.after)


def _paragraphs(text: str) -> Iterator[_Line]:
    return (_Line(0, line) for line in text.splitlines() if line.strip())


def _targets(report: Report, targets: Sequence[TargetRow]) -> Iterator[_Line | BodyTable]:
    skeleton = report.facts.skeleton
    if not targets:
        yield _Line(0, skeleton.words["no_targets"].format(year=report.facts.span.year))
        return
    columns = tuple(
        Column(skeleton.target_heads[key], width, _ALIGNED.get(key, "left")) for key, width in _WIDTHS.items()
    )
    rows = tuple(Row(_cells(number, target)) for number, target in enumerate(targets, start=1))
    yield BodyTable(Table(columns, rows))


def _cells(number: int, target: TargetRow) -> tuple[str, ...]:
    planned = value_text(target.planned)
    return (
        str(number),
        target.text,
        target.measured_in,
        planned,
        number_text(target.done),
        number_text(target.share),
    )
