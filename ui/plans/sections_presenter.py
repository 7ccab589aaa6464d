"""The state of a plan's outline: moving, folding, pasting, each change one step of undo. No widgets."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject

from db.rules.entries import Values
from db.rules.findings import Refused
from db.rules.numbering import labels
from db.rules.outline_text import PastedPart
from db.rules.section_order import level_of
from db.services.entering import entries
from db.services.entering.entries import Gone
from db.services.planning import plan_making, sections
from db.services.planning.sections import NewSection
from db.sessions import Session
from ui.common.forms.record_entry import RecordEntry
from ui.common.workplace import Changed, Workplace
from ui.plans import subjects, texts
from ui.plans.presenter import NO_PLAN, PartPresenter
from ui.plans.section_list import SectionList

_SKELETON_CODE = "year_plan"
_FIRST_SHAPE = "heading-1"
# Their numbers, their targets stand in the outline.
_SHOWN_KINDS = ("plans", "targets")


class SectionsPresenter(PartPresenter):
    """Sections. A new one comes after the row that was chosen, in its shape."""

    subject_of, list_of = subjects.SECTIONS, SectionList
    list: SectionList

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(workplace, parent)
        self.entry: SectionEntry = SectionEntry(workplace, self.subject, self.options, NO_PLAN)

    def place_after(self, section_id: int | None) -> None:
        """Say which section the next new one comes after; none is the end."""
        self.entry.after = section_id
        if section_id is not None:
            self.fold(section_id, folded=False)

    def move(self, record_id: int, steps: int) -> None:
        """Move a section with all below it past its sibling above (-1) or below (1)."""
        self._rearrange(record_id, partial(sections.step, section_id=record_id, steps=steps))

    def shift(self, record_id: int, steps: int) -> None:
        """Put a heading with all below it one level up (-1) or under its sibling above (1)."""
        self._rearrange(record_id, partial(sections.shift, section_id=record_id, steps=steps))

    def put_before(self, record_id: int, before_id: int | None) -> None:
        self._rearrange(record_id, partial(sections.put_before, section_id=record_id, before_id=before_id))

    def put_under(self, record_id: int, heading_id: int) -> None:
        self._rearrange(record_id, partial(sections.put_under, section_id=record_id, heading_id=heading_id))

    def remove(self, row_ids: Sequence[int]) -> None:
        """Delete sections with all that lies below them, as one step."""
        drafts, records = [row for row in row_ids if row < 0], [row for row in row_ids if row > 0]
        below = self.workplace.read(lambda session: sections.with_below(session, self.plan_id, records))
        super().remove([*drafts, *below])

    def fold(self, section_id: int, *, folded: bool) -> bool:
        """Hide or show what lies below a heading; return whether anything changed."""
        line = self.list.line(section_id)
        if line is None or not line.holds or (section_id in self.list.folded) is folded:
            return False
        self.list.folded ^= {section_id}
        self.reload()
        return True

    def show(self, section_id: int) -> None:
        """Bring a section into sight, out of what is folded."""
        if self.list.show(section_id):
            self.reload()

    def paste(self, parts: Sequence[PastedPart], after_id: int | None) -> tuple[int, ...]:
        """Insert sections after another as one step of undo; return their numbers, none where that is refused."""
        made = [NewSection(part.shape, part.text) for part in parts]
        plan_id, name = self.plan_id, self.subject.name
        try:
            ids = self.workplace.write(
                lambda session: sections.insert_after(session, plan_id, after_id, made), name
            )
        except (Refused, Gone) as error:
            self.workplace.fail(error)
            return ()
        self.workplace.say(texts.PASTED.format(count=len(ids)))
        return ids

    def numbered(self, parts: Sequence[PastedPart], after_id: int | None) -> tuple[str, ...]:
        """Return the number that each of these parts would print with after a section; a paragraph has none."""
        if not parts:
            return ()
        kept = self.list.parts()
        at = sections.place_after(kept, after_id, parts[0].shape)
        levels = [part.level for part in kept[:at] if part.level]
        below = [level for part in parts if (level := level_of(part.shape))]
        numbers = iter(labels([*levels, *below], self.list.info.scheme)[len(levels) :])
        return tuple(next(numbers) if level_of(part.shape) else "" for part in parts)

    def make_skeleton(self) -> None:
        """Put the usual headings into the plan, as one step of undo."""
        self._unless_locked(self._add_skeleton)

    def _add_skeleton(self) -> None:
        plan_id, today = self.plan_id, self.workplace.today

        self.workplace.write(
            lambda session: plan_making.add_skeleton(session, plan_id, _SKELETON_CODE, on=today),
            self.subject.name,
        )
        self.workplace.say(texts.SKELETON_MADE)

    def _defaults(self) -> dict[str, str]:
        after = self.entry.after
        if after is None or after not in self.shown.ids:
            return {"shape": _FIRST_SHAPE}
        values = self.workplace.read(lambda session: entries.values_of(session, self.subject.name, after))
        return {"shape": values["shape"]}

    def _rearrange(self, section_id: int, act: Callable[[Session], bool]) -> None:
        try:
            moved = self.workplace.write(act, self.subject.name, section_id)
        except (Refused, Gone) as error:
            self.workplace.fail(error)
            return
        if moved:
            self.show(section_id)
        else:
            self.workplace.say(texts.NOT_MOVED)

    def _on_changed(self, change: Changed) -> None:
        super()._on_changed(change)
        if change.kind in _SHOWN_KINDS:
            self.reload()


class SectionEntry(RecordEntry):
    """A section while it is being written; once it is kept it takes its place after `after`."""

    after: int | None = None

    def insert(self, session: Session, values: Values) -> int:
        made = super().insert(session, values)
        after = self.after
        if after is not None and after in sections.with_below(session, self.parent["plan_id"], (after,)):
            sections.put_after(session, made, after)
        return made
