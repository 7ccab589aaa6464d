"""What an amendment's document says: which plan it changes, what stood there and what stands there now."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from db.rules.numbering import ARTICLES, LETTERED, labels
from db.rules.plan_paper import AmendmentPaper, Change, Section
from exports.documents.content import (
    DASH_LEVEL,
    SENTENCE_ENDS,
    closed,
    listed,
    recipient_lines,
    signatory_lines,
)
from exports.documents.description import BodyPart, Document, Head, Heading, Paragraph, written_day
from exports.documents.wording import DECISION_KIND, DECISION_RULING, PLAN_KIND


@dataclass(frozen=True)
class _Form:
    """The words in which a kind of document calls itself and its parts."""

    kind: str
    subject: str
    this: str
    titles: tuple[str, str, str, str]
    ruling: str = ""


_PLAN = _Form(
    PLAN_KIND,
    "Sửa đổi, bổ sung",
    "Kế hoạch này",
    ("NỘI DUNG SỬA ĐỔI", "NỘI DUNG BỔ SUNG", "NỘI DUNG BÃI BỎ", "TỔ CHỨC THỰC HIỆN"),
)
_DECISION = _Form(
    DECISION_KIND,
    "Về việc sửa đổi, bổ sung",
    "Quyết định này",
    (
        "Sửa đổi các nội dung sau",
        "Bổ sung các nội dung sau",
        "Bãi bỏ các nội dung sau",
        "Điều khoản thi hành",
    ),
    DECISION_RULING,
)
_STOOD, _STANDS, _ADDED, _REMOVED = (
    "Nội dung đã ban hành",
    "Nội dung sửa đổi",
    "Nội dung bổ sung",
    "Nội dung bãi bỏ",
)


def amendment_document(paper: AmendmentPaper) -> Document:
    """Return the document of an amendment: changed, added and removed items, each under its place in the plan."""
    form = _DECISION if paper.kind == "decision" else _PLAN
    agencies = paper.parent_agency.upper(), paper.issuing_agency.upper()
    return Document(
        head=Head(*agencies, paper.number, paper.symbol, paper.place, paper.issued_on),
        kind=form.kind,
        subject=_subject(paper, form),
        grounds=tuple(listed(paper.grounds)),
        body=closed(_body(paper, form)),
        recipients=recipient_lines(paper.recipients),
        signatory=signatory_lines(paper.signatory),
        sample=paper.sample,
        issuer=paper.issuer.upper() if paper.kind == "decision" else "",
        ruling=form.ruling,
    )


def _subject(paper: AmendmentPaper, form: _Form) -> str:
    again = f" lần thứ {paper.ordinal}" if paper.ordinal > 1 else ""
    return f"{form.subject}{again} {_amended(paper)}"


def _amended(paper: AmendmentPaper) -> str:
    plan = paper.amended
    head = Head("", paper.issuing_agency, plan.number, plan.symbol, paper.place, plan.issued_on)
    issuing_agency = paper.issuing_agency.replace("\n", " ")
    return f"Kế hoạch số {head.number_and_symbol} {head.day} của {issuing_agency}"


def _body(paper: AmendmentPaper, form: _Form) -> tuple[BodyPart, ...]:
    sections = list(_sections(paper, form))
    scheme = ARTICLES if paper.kind == "decision" else LETTERED
    numbers = iter(labels((section.level for section in sections if section.kind == "heading"), scheme))
    return tuple(
        Heading(section.level, next(numbers), section.text, section.level < DASH_LEVEL)
        if section.kind == "heading"
        else Paragraph(section.text)
        for section in sections
    )


def _sections(paper: AmendmentPaper, form: _Form) -> Iterator[Section]:
    changed = [change for change in paper.changes if change.old and change.new]
    added = [change for change in paper.changes if change.new and not change.old]
    removed = [change for change in paper.changes if change.old and not change.new]
    for title, changes in zip(form.titles, (changed, added, removed), strict=False):
        if changes:
            yield Section(1, "heading", title)
            yield from (section for change in changes for section in _change(change))
    yield Section(1, "heading", form.titles[-1])
    yield from (Section(1, "paragraph", text) for text in _ending(paper, form))


def _change(change: Change) -> Iterator[Section]:
    yield Section(2, "heading", change.place)
    if change.old:
        yield from _quoted(_STOOD if change.new else _REMOVED, change.old, ";" if change.new else ".")
    if change.new:
        yield from _quoted(_STANDS if change.old else _ADDED, change.new, ".")


def _quoted(name: str, text: str, end: str) -> Iterable[Section]:
    first, *others = f"“{text.strip().rstrip(SENTENCE_ENDS)}”{end}".splitlines()
    return (
        Section(DASH_LEVEL, "heading", f"{name}: {first}"),
        *(Section(DASH_LEVEL, "paragraph", line) for line in others if line.strip()),
    )


def _ending(paper: AmendmentPaper, form: _Form) -> tuple[str, str]:
    since = written_day(paper.effective_on) if paper.effective_on else "ngày ký"
    return (
        f"{form.this} có hiệu lực kể từ {since} và là một bộ phận không tách rời của {_amended(paper)}.",
        f"Các nội dung khác của Kế hoạch không được sửa đổi, bổ sung tại {form.this} vẫn giữ nguyên hiệu lực.",
    )
