"""How an item of a review is shown in one line: what it is, what was read of it, where, what to look at."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from db.rules.entries import EntryKind, FieldKind, read_number
from db.rules.findings import Finding
from db.rules.plan_review.items import Part, ReviewItem
from db.rules.targets import Goal, planned_text
from db.services.offices import OfficeNames
from ui.common.finding_texts import finding_text
from ui.common.forms.options import OptionSource
from ui.common.screens.subject import SubjectWords
from ui.plans import texts as plan_texts
from ui.received import texts

_BETWEEN = " · "
_OF_TASK = ("lead", "starts_on", "ends_on", "product")


def words_of_kinds(names: OfficeNames) -> Mapping[str, SubjectWords]:
    """Return the words of the fields that a review edits, by kind of record."""
    return {
        "plans": plan_texts.plan_words(names),
        "sections": plan_texts.SECTIONS,
        "targets": plan_texts.TARGETS,
        "tasks": plan_texts.TASKS,
    }


class Wording:
    """Writes the cells of an item."""

    def __init__(self, words: Mapping[str, SubjectWords], options: OptionSource) -> None:
        self._words, self._options = words, options

    def cells(self, item: ReviewItem, findings: Sequence[Finding]) -> tuple[str, str, str, str]:
        """Return the four columns: text, what was read, source lines, what to look at."""
        return self._text(item), self._read(item), _lines(item), _look(item, findings)

    def missing(self, finding: Finding) -> str:
        """Return what to say of a finding: one that names a field alone is of a plan that lacks it."""
        if finding.code == "required" and finding.place in self._words["plans"].fields:
            return texts.NEEDED.format(field=self._words["plans"].label(finding.place))
        return finding_text(finding)

    def _text(self, item: ReviewItem) -> str:
        if item.part is Part.HEAD:
            return _BETWEEN.join(self._words["plans"].label(key) for key in item.raw)
        key = "content" if item.kind == "tasks" else "text"
        return " ".join(item.raw[key].split())

    def _read(self, item: ReviewItem) -> str:
        if item.part is Part.HEAD:
            shown = (self._shown(item.entry, key, text) for key, text in item.raw.items())
            return _BETWEEN.join(text or texts.BLANK for text in shown)
        if item.kind == "targets":
            return self._asked(item)
        keys = _OF_TASK if item.kind == "tasks" else ("shape",)
        return _BETWEEN.join(filter(None, (self._shown(item.entry, key, item.raw[key]) for key in keys)))

    def _asked(self, item: ReviewItem) -> str:
        measure = self._shown(item.entry, "measure", item.raw["measure"])
        goal = _goal(item)
        operator = self._shown(item.entry, "operator", item.raw["operator"])
        return _BETWEEN.join(filter(None, (planned_text(goal) or operator, measure)))

    def _shown(self, entry: EntryKind, key: str, text: str) -> str:
        field = entry.field(key)
        if field.kind is FieldKind.CHOICE and text:
            return self._options.title(field, text)
        return _BETWEEN.join(line for line in text.splitlines() if line.strip())


def _goal(item: ReviewItem) -> Goal:
    """Return what a target asks for as far as it can be read."""
    raw = item.raw
    value, value_to = _decimal(item, "value"), _decimal(item, "value_to")
    return Goal(raw["operator"], value, value_to, raw["measured_in"], raw["every"])


def _decimal(item: ReviewItem, key: str) -> Decimal | None:
    try:
        return read_number(item.raw[key])
    except ValueError:
        return None


def _lines(item: ReviewItem) -> str:
    if item.place is None:
        return ""
    form = texts.LINE if item.place.first == item.place.last else texts.LINES
    return form.format(first=item.place.first, last=item.place.last)


def _look(item: ReviewItem, findings: Sequence[Finding]) -> str:
    words = [texts.WRONG.format(words=finding_text(finding)) for finding in findings if item.accepted]
    words += [finding_text(doubt) for doubt in item.doubts]
    return " ".join(words) or ("" if item.certain else texts.UNSURE)
