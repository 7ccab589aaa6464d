"""What was found, line by line as the palette shows it. No widgets."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from db.rules.formats import day_text, number_text
from db.rules.periods import parse_period
from db.rules.text import folded
from db.services.searching import search
from db.services.searching.search import MOST_COUNTED, Found, FoundGroup
from ui.common.period_texts import period_title
from ui.common.workplace import Workplace
from ui.search import texts

SCREENS = "screens"
# In which subject a kind is shown, where it has none of its own name.
_SUBJECTS = {"sections": "plans", "targets": "plans", "tasks": "plans"}
# Of these nothing more than what is shown can be listed.
_UNLISTED = frozenset((SCREENS, "sections", "targets", "tasks", "figures"))
# On screen: what an office has few of comes before what it has thousands of.
_ORDER = tuple(texts.KINDS)


@dataclass(frozen=True)
class Line:
    """One line. Without `found` and `more` it is a heading or only says something."""

    words: str
    beside: str = ""
    kind: str = ""
    found: Found | None = None
    more: bool = False

    @property
    def opens(self) -> bool:
        return self.found is not None or self.more

    @property
    def spoken(self) -> str:
        """Return the line as a screen reader says it."""
        if self.found is None:
            return self.words
        return texts.LINE.format(kind=texts.KINDS[self.kind], title=self.words, beside=self.beside)


def subject_key(kind: str) -> str:
    return _SUBJECTS.get(kind, kind)


class SearchPresenter:
    """Searches the book and the subjects of the window; kinds that no subject shows are left out."""

    def __init__(self, workplace: Workplace, subjects: Mapping[str, str]) -> None:
        self._workplace, self._subjects = workplace, subjects

    def lines(self, typed: str) -> tuple[Line, ...]:
        """Return what to show for a typed text."""
        if not typed.strip():
            return (Line(texts.EMPTY),)
        found = self._workplace.read(lambda session: search.find(session, typed, names=texts.KINDS))
        groups = [self._screens(typed), *found]
        shown = [group for group in groups if group.count and self._is_shown(group.kind)]
        shown.sort(key=lambda group: _ORDER.index(group.kind))
        return tuple(line for group in shown for line in _lines(group)) or (
            Line(texts.NOTHING.format(text=typed.strip())),
        )

    def _is_shown(self, kind: str) -> bool:
        return kind == SCREENS or subject_key(kind) in self._subjects

    def _screens(self, typed: str) -> FoundGroup:
        words = folded(typed).split()
        found = [
            Found(SCREENS, 0, title, code=key)
            for key, title in self._subjects.items()
            if all(word in folded(title) for word in words)
        ]
        return FoundGroup(SCREENS, tuple(found), len(found))


def _lines(group: FoundGroup) -> Iterator[Line]:
    yield Line(texts.KINDS[group.kind], kind=group.kind)
    for found in group.found:
        title = found.title
        if group.kind == "scores" and found.years is not None:
            title = texts.SCORE_SHEET.format(year=found.years[0])
        yield Line(title, _beside(found), group.kind, found)
    if group.count > len(group.found):
        yield _more(group)


def _more(group: FoundGroup) -> Line:
    listed, rest = group.kind not in _UNLISTED, group.count - len(group.found)
    if group.count < MOST_COUNTED:
        words = texts.MORE if listed else texts.MORE_HERE
    else:
        words = texts.MORE_THAN if listed else texts.MORE_THAN_HERE
    return Line(words.format(count=number_text(rest)), kind=group.kind if listed else "", more=listed)


def _beside(found: Found) -> str:
    if found.kind == "scores":
        return found.title
    parts = [found.beside] if found.parent_id is None else []
    if found.period:
        parts.append(period_title(parse_period(found.period)))
    elif found.day is not None:
        day = day_text(found.day)
        parts.append(texts.UNTIL.format(day=day) if found.kind == "units" else day)
    if found.years is not None:
        first, last = found.years
        years = str(first) if first == last else texts.YEARS.format(first=first, last=last)
        parts.append(texts.PLAN_OF.format(years=years) if found.parent_id is not None else years)
    return " · ".join(part for part in parts if part)
