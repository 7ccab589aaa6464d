"""The list of a plan's sections as a tree: numbered as it prints, with headings that fold what lies below them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from db.rules.formats import Value
from db.rules.numbering import LETTERED
from db.rules.section_order import Part, end_of
from db.services import content
from db.services.listing.listings import ListRow
from db.services.planning import sections
from db.services.planning.sections import OutlineInfo
from db.sessions import Session
from ui.common.lists.record_list import RecordList, Shown
from ui.common.screens.subject import RecordSubject
from ui.common.workplace import Workplace
from ui.plans.outline import OutlineLine, outline

LEVEL_KEY, HEADING_KEY, FOLD_KEY = "level", "heading", "fold"
FOLDED, UNFOLDED = "folded", "unfolded"
_NOTHING = OutlineInfo((), LETTERED, 0)


class SectionList(RecordList):
    """The outline of one plan, read whole at once: a row's number depends on all rows above it."""

    def __init__(self, workplace: Workplace, subject: RecordSubject, parent: Mapping[str, int]) -> None:
        super().__init__(workplace, subject, parent)
        self.info = _NOTHING
        self.folded: set[int] = set()
        self._parts: tuple[Part, ...] = ()
        self._lines: Mapping[int, OutlineLine] = {}
        self._shapes: Mapping[str, str] = {}

    def read(self, held: Mapping[str, Value]) -> Shown:
        self._workplace.read(self._take)
        shown = super().read(held)
        return shown if self.narrowed else replace(shown, ids=self._in_sight())

    def rows(self, ids: tuple[int, ...]) -> Sequence[ListRow]:
        shapes = {part.id: part.shape for part in self._parts}
        return [
            ListRow(number, self._cells(number, shapes[number])) for number in ids if number in self._lines
        ]

    def line(self, section_id: int) -> OutlineLine | None:
        return self._lines.get(section_id)

    def heading_above(self, section_id: int) -> int | None:
        """Return the heading that a section lies below; none for those at the top."""
        place = self._place(section_id)
        parts = self._parts
        return next((parts[at].id for at in range(place - 1, -1, -1) if end_of(parts, at) > place), None)

    def show(self, section_id: int) -> bool:
        """Unfold what hides a section of this plan; return whether anything did."""
        hiding = {number for number in self.folded if self._hides(number, section_id)}
        self.folded -= hiding
        return bool(hiding)

    def parts(self) -> tuple[Part, ...]:
        return self._parts

    def _take(self, session: Session) -> None:
        self.info = sections.outline_of(session, self.parent["plan_id"])
        self._parts = tuple(Part(section.id, section.shape) for section in self.info.sections)
        self._lines = dict(zip((part.id for part in self._parts), outline(self.info), strict=True))
        self._shapes = content.titles(content.choices(session, "section_shapes"))

    def _in_sight(self) -> tuple[int, ...]:
        parts, found, at = self.parts(), [], 0
        while at < len(parts):
            found.append(parts[at].id)
            at = end_of(parts, at) if parts[at].id in self.folded else at + 1
        return tuple(found)

    def _hides(self, heading_id: int, section_id: int) -> bool:
        if heading_id not in self._lines:
            return True
        at = self._place(heading_id)
        return at < self._place(section_id) < end_of(self.parts(), at)

    def _place(self, section_id: int) -> int:
        return next(at for at, part in enumerate(self._parts) if part.id == section_id)

    def _cells(self, section_id: int, shape: str) -> Mapping[str, Value]:
        line = self._lines[section_id]
        fold = FOLDED if section_id in self.folded else UNFOLDED
        return {
            "outline": line.text,
            "shape": self._shapes.get(shape, shape),
            LEVEL_KEY: line.level,
            HEADING_KEY: line.is_heading,
            FOLD_KEY: fold if line.holds else None,
        }
