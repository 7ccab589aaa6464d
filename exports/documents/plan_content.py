"""What a plan's document says: its parts numbered, its targets where they belong, its tasks as an annex."""

from collections.abc import Iterable, Iterator

from db.rules.formats import day_text
from db.rules.numbering import labels, roman
from db.rules.plan_paper import PaperTarget, PaperTask, PlanPaper, Section
from exports.documents.description import (
    Annex,
    BodyPart,
    Column,
    Document,
    Head,
    Heading,
    Paragraph,
    Row,
    Signatory,
    Table,
)
from exports.documents.wording import ANNEX, CLOSING, FILED_AT_REGISTRY, PLAN_KIND

_SENTENCE_ENDS = " .;,"
_DASH_LEVEL = 4
_TITLE_LEVELS = range(1, _DASH_LEVEL)
_TASKS_TITLE = "DANH MỤC NHIỆM VỤ"
# The columns plans really use; no regulation fixes them. Widths in millimetres.
_TASK_COLUMNS = (
    Column("TT", 10, "center"),
    Column("Nội dung nhiệm vụ", 74),
    Column("Cơ quan chủ trì", 34),
    Column("Cơ quan phối hợp", 40),
    Column("Thời gian", 26, "center"),
    Column("Sản phẩm", 30),
    Column("Kinh phí (nguồn)", 28),
    Column("Ghi chú", 18),
)


def plan_document(paper: PlanPaper) -> Document:
    """Return the document of a plan: numbering by its scheme, closing marks, recipients and the annex of its tasks."""
    head = _head(paper)
    return Document(
        head=head,
        kind=PLAN_KIND,
        subject=paper.subject,
        grounds=tuple(_listed([ground for ground in paper.grounds if ground.strip()])),
        body=_closed(_body(paper)),
        recipients=_recipients(paper.recipients),
        signatory=_signatory(paper),
        annexes=(_task_annex(paper, head),) if paper.tasks else (),
        sample=paper.sample,
    )


def _head(paper: PlanPaper) -> Head:
    agencies = paper.parent_agency.upper(), paper.issuing_agency.upper()
    return Head(*agencies, paper.number, paper.symbol, paper.place, paper.issued_on)


def _signatory(paper: PlanPaper) -> Signatory:
    signatory = paper.signatory
    return Signatory(signatory.authority.upper(), signatory.post.upper(), signatory.name)


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
            texts = _listed([_target_text(target) for target in paper.targets])
            yield from (Section(_DASH_LEVEL, "heading", text) for text in texts)
        else:
            yield section


def _heads_others(sections: list[Section], place: int) -> bool:
    """Tell a title from a numbered sentence: it is followed by a paragraph or by something deeper."""
    section, following = sections[place], sections[place + 1 : place + 2]
    if section.level not in _TITLE_LEVELS:
        return False
    below = any(later.kind == "paragraph" or later.level > section.level for later in following)
    return section.level == 1 or below


def _target_text(target: PaperTarget) -> str:
    text = f"{target.text.rstrip(_SENTENCE_ENDS)}: {target.planned}" if target.planned else target.text
    return f"{text} (đến ngày {day_text(target.deadline)})" if target.deadline else text


def _listed(texts: list[str]) -> Iterator[str]:
    """End each of several lines with a semicolon and the last with a full stop; a line that ends in a colon stays."""
    for place, text in enumerate(texts, start=1):
        bare = text.strip().rstrip(_SENTENCE_ENDS)
        yield bare if bare.endswith(":") else bare + ("." if place == len(texts) else ";")


def _closed(parts: tuple[BodyPart, ...]) -> tuple[BodyPart, ...]:
    if not parts:
        return ()
    *before, last = parts
    text = last.text.rstrip(_SENTENCE_ENDS + "/") + CLOSING
    if isinstance(last, Heading):
        return (*before, Heading(last.level, last.label, text, last.title))
    return (*before, Paragraph(text))


def _recipients(recipients: Iterable[str]) -> tuple[str, ...]:
    texts = [text for text in (recipient.strip().lstrip("-–").strip() for recipient in recipients) if text]
    if not any(text.startswith("Lưu") for text in texts):
        texts.append(FILED_AT_REGISTRY)
    return tuple(_listed(texts))


def _task_annex(paper: PlanPaper, head: Head) -> Annex:
    issued = f"{head.number_and_symbol} {head.day}"
    return Annex(
        label=ANNEX,
        title=f"{_TASKS_TITLE} {paper.subject.upper()}",
        subtitle=f"(Kèm theo Kế hoạch số {issued} của {paper.issuing_agency})".replace("\n", " "),
        table=Table(_TASK_COLUMNS, tuple(_task_rows(paper.tasks)), _total(paper.money_total)),
        landscape=True,
    )


def _task_rows(tasks: Iterable[PaperTask]) -> Iterator[Row]:
    groups: dict[str, list[PaperTask]] = {}
    for task in tasks:
        groups.setdefault(task.group, []).append(task)
    for place, (group, members) in enumerate(groups.items(), start=1):
        if group:
            yield Row((roman(place), group, *[""] * (len(_TASK_COLUMNS) - 2)), group=True)
        yield from (_task_row(number, task) for number, task in enumerate(members, start=1))


def _task_row(number: int, task: PaperTask) -> Row:
    texts = (task.content, task.lead, task.joining, task.time, task.product, task.money, task.note)
    return Row((str(number), *texts))


def _total(money: str) -> tuple[str, ...]:
    return ("", "Tổng kinh phí", "", "", "", "", money, "") if money else ()
