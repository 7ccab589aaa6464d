"""What a plan's document says: its parts numbered, its targets where they belong, its annexes."""

from collections.abc import Iterator

from db.rules.formats import day_text
from db.rules.numbering import labels
from db.rules.plan_paper import PaperTarget, PlanPaper, Section
from exports.documents.annex_content import Attachment, hotspot_annex, model_annex, numbered, task_annex
from exports.documents.content import (
    DASH_LEVEL,
    SENTENCE_ENDS,
    closed,
    listed,
    recipient_lines,
    signatory_lines,
)
from exports.documents.description import Annex, BodyPart, Document, Head, Heading, Paragraph
from exports.documents.wording import PLAN_KIND

_TITLE_LEVELS = range(1, DASH_LEVEL)


def plan_document(paper: PlanPaper) -> Document:
    """Return the document of a plan: numbering by its scheme, closing marks, recipients and its annexes."""
    agencies = paper.parent_agency.upper(), paper.issuing_agency.upper()
    head = Head(*agencies, paper.number, paper.symbol, paper.place, paper.issued_on)
    return Document(
        head=head,
        kind=PLAN_KIND,
        subject=paper.subject,
        grounds=tuple(listed(paper.grounds)),
        body=closed(_body(paper)),
        recipients=recipient_lines(paper.recipients),
        signatory=signatory_lines(paper.signatory),
        annexes=_annexes(paper, head),
        sample=paper.sample,
    )


def _body(paper: PlanPaper) -> tuple[BodyPart, ...]:
    sections = list(_with_targets(paper))
    numbers = iter(labels((section.level for section in sections if section.kind == "heading"), paper.scheme))
    parts: list[BodyPart] = []
    for place, section in enumerate(sections):
        if section.kind == "heading":
            parts.append(Heading(section.level, next(numbers), section.text, _heads_others(sections, place)))
        else:
            parts += [Paragraph(line) for line in section.text.splitlines() if line.strip()]
    return tuple(parts)


def _with_targets(paper: PlanPaper) -> Iterator[Section]:
    for section in paper.sections:
        if section.kind == "targets":
            texts = listed([_target_text(target) for target in paper.targets])
            yield from (Section(DASH_LEVEL, "heading", text) for text in texts)
        elif section.kind != "annex":
            yield section


def _heads_others(sections: list[Section], place: int) -> bool:
    """Tell a title from a numbered sentence: it is followed by a paragraph or by something deeper."""
    section, following = sections[place], sections[place + 1 : place + 2]
    if section.level not in _TITLE_LEVELS:
        return False
    below = any(later.kind == "paragraph" or later.level > section.level for later in following)
    return section.level == 1 or below


def _target_text(target: PaperTarget) -> str:
    text = f"{target.text.rstrip(SENTENCE_ENDS)}: {target.planned}" if target.planned else target.text
    return f"{text} (đến ngày {day_text(target.deadline)})" if target.deadline else text


def _annexes(paper: PlanPaper, head: Head) -> tuple[Annex, ...]:
    issued = f"{head.number_and_symbol} {head.day}"
    subtitle = f"(Kèm theo Kế hoạch số {issued} của {paper.issuing_agency})".replace("\n", " ")
    attached = Attachment(subtitle, paper.subject)
    made = (
        model_annex(paper.models, attached) if paper.models else None,
        hotspot_annex(paper.hotspots, attached) if paper.hotspots else None,
        task_annex(paper.tasks, attached, paper.money_total, paper.money) if paper.tasks else None,
    )
    return numbered([annex for annex in made if annex is not None])
