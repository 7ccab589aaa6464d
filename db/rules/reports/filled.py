"""A report filled for a unit and a period: what its skeleton says with the figures, and what the officer wrote."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from db.rules.findings import Finding
from db.rules.formats import Number, Value
from db.rules.numbering import roman
from db.rules.periods import Span
from db.rules.reports.figures import Figures
from db.rules.reports.own_words import basis_text, disagreements, read_basis
from db.rules.reports.sentences import FilledSentence, fill_sentence, fill_words
from db.rules.reports.skeletons import Holds, Part, Skeleton

NUMBER, DAY, SUBJECT, RECIPIENTS = "head.number", "head.day", "head.subject", "head.recipients"
HEAD_KEYS = (NUMBER, DAY, SUBJECT, RECIPIENTS)
_BEFORE, _AFTER, _BASIS = "before", "after", "basis"

OwnTexts = Mapping[str, str]


@dataclass(frozen=True)
class ReportNames:
    """The names that a report is printed with: agencies in ordinary case, place, who receives it, who signs."""

    parent_agency: str
    issuing_agency: str
    place: str
    symbol: str
    receiving_unit: str
    authority: str
    signatory_post: str
    signatory_name: str


@dataclass(frozen=True)
class TargetRow:
    """A target of the year's plans and how far it is by the end of the period."""

    text: str
    measured_in: str
    planned: Value
    done: Number | None
    share: Number | None


@dataclass(frozen=True)
class ApprovedSource:
    """An approved return from which figures were taken."""

    title: str
    revision: int
    check_code: str


@dataclass(frozen=True)
class ReportFacts:
    """All that a report is filled from besides the officer's words; `parts` are those of its period and unit.

    `about` answers what the report says of itself. `sources` are the approved returns whose figures were taken; where
    `from_records`, some figures were counted from the records as they are now.
    """

    skeleton: Skeleton
    parts: tuple[Part, ...]
    unit_code: str
    unit_name: str
    period: str
    span: Span
    names: ReportNames
    about: Mapping[str, str]
    figures: Figures
    targets: tuple[TargetRow, ...] = ()
    sources: tuple[ApprovedSource, ...] = ()
    from_records: bool = True
    sample: bool = False


@dataclass(frozen=True)
class ReportSentence:
    """A sentence as it is printed. Where the officer wrote it himself, `findings` tell what no longer agrees."""

    key: str
    text: str
    filled: FilledSentence
    is_own: bool = False
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class ReportPart:
    """A part with its sentences, and what the officer wrote before and after them."""

    part: Part
    before: str
    sentences: tuple[ReportSentence, ...]
    after: str
    targets: tuple[TargetRow, ...] = ()

    @property
    def is_silent(self) -> bool:
        """Tell whether the part says nothing at all yet."""
        has_own = self.part.holds != Holds.TEXT
        return not (self.before or self.after or self.sentences or has_own)


@dataclass(frozen=True)
class Report:
    """A whole report. No number or no day prints as the blank that is filled in by hand."""

    facts: ReportFacts
    number: int | None
    issued_on: date | None
    subject: str
    recipients: tuple[str, ...]
    parts: tuple[ReportPart, ...] = field(default=())


def part_numbers(parts: Sequence[ReportPart]) -> tuple[str, ...]:
    """Return the number of each part as the check names it, `II.1`; one without a heading has none."""
    found: list[str] = []
    above, below = 0, 0
    for part in parts:
        level = part.part.level
        above, below = (above + 1, 0) if level == 1 else (above, below + (level > 1))
        found.append("" if not level else roman(above) if level == 1 else f"{roman(above)}.{below}")
    return tuple(found)


def before_key(part: str) -> str:
    """Return the key of what the officer wrote before the sentences of a part."""
    return f"{part}.{_BEFORE}"


def after_key(part: str) -> str:
    """Return the key of what the officer wrote after the sentences of a part."""
    return f"{part}.{_AFTER}"


def sentence_key(part: str, sentence: str) -> str:
    """Return the key of a sentence that the officer wrote himself."""
    return f"{part}.{sentence}"


def kept_sentence(key: str, text: str, filled: FilledSentence) -> OwnTexts:
    """Return what is kept of a sentence that the officer left: his words and what they rest on, nothing of ours."""
    is_own = bool(text.strip()) and text.strip() != filled.text
    basis = basis_text(filled.figures) if is_own else ""
    return {key: text.strip() if is_own else "", f"{key}.{_BASIS}": basis}


def fill_report(facts: ReportFacts, own: OwnTexts) -> Report:
    """Put a report together from its facts and what the officer wrote, by the keys above."""
    skeleton, lines = facts.skeleton, own.get(RECIPIENTS, "").splitlines()
    usual = [fill_words(text, facts.about) for text in skeleton.recipients]
    return Report(
        facts,
        int(own[NUMBER]) if own.get(NUMBER, "").isdecimal() else None,
        _day(own.get(DAY, "")),
        own.get(SUBJECT, "") or fill_words(skeleton.subject, facts.about),
        tuple(line for line in (lines or usual) if line.strip()),
        tuple(_part(part, facts, own) for part in facts.parts),
    )


def _part(part: Part, facts: ReportFacts, own: OwnTexts) -> ReportPart:
    sentences = tuple(
        _sentence(
            sentence_key(part.key, item.key),
            fill_sentence(item, facts.figures, facts.about, facts.skeleton.words),
            own,
        )
        for item in part.sentences
    )
    targets: Sequence[TargetRow] = facts.targets if part.holds is Holds.TARGETS else ()
    return ReportPart(
        part, own.get(before_key(part.key), ""), sentences, own.get(after_key(part.key), ""), tuple(targets)
    )


def _sentence(key: str, filled: FilledSentence, own: OwnTexts) -> ReportSentence:
    text = own.get(key, "")
    if not text:
        return ReportSentence(key, filled.text, filled)
    basis = read_basis(own.get(f"{key}.{_BASIS}", ""))
    findings = disagreements(text, basis, filled.figures, filled.missing)
    return ReportSentence(key, text, filled, True, findings)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
