"""The state of a received plan that is being looked through; kept as a draft until it is stored. No widgets."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import chain
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from db.rules.encodings import Preview
from db.rules.entries import FieldKind
from db.rules.findings import Finding, Refused
from db.rules.plan_reading.blocks import Source
from db.rules.plan_reading.reader import read_plan
from db.rules.plan_reading.result import ReadPlan
from db.rules.plan_review.items import Part, Review, ReviewItem, above, below
from db.rules.plan_review.kept import KeptReview
from db.rules.plan_review.making import as_own, review_of
from db.services.planning import received_plans, review_drafts
from db.services.planning.plans import PlanInfo
from db.services.planning.review_drafts import UnderWay
from db.sessions import Session
from exports.readers.plan_files import read_pasted, read_plan_file
from ui.common.finding_texts import finding_text
from ui.common.forms.options import shared_options
from ui.common.worker import Job, Progress
from ui.common.workplace import Workplace
from ui.received import texts

Read = Callable[[bool], Source]


class ReviewPresenter(QObject):
    """`opened` when another review is there, `items_changed` with the places that changed, `failed` with words."""

    opened = Signal()
    items_changed = Signal(object)
    failed = Signal(str)

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.options = shared_options(workplace)
        self.name = ""
        self.lines: tuple[str, ...] = ()
        self.items: list[ReviewItem] = []
        self.remarks: tuple[str, ...] = ()
        self.own = True
        self._review = Review(())
        self._findings: list[tuple[Finding, ...]] = []
        # What is being typed in a field of an item, and not judged yet: the item's place, the field, its text.
        self._typing: tuple[int, str, str] | None = None
        self._draft_id: int | None = None
        self._read: Read | None = None
        self._job: Job | None = None
        self.preview: Preview | None = None

    def under_way(self) -> tuple[UnderWay, ...]:
        """Return the reviews that were begun and not stored, the newest first."""
        return self.workplace.read(review_drafts.under_way)

    def go_on(self, draft_id: int) -> None:
        """Open a review that was begun before."""
        kept = self.workplace.read(lambda session: review_drafts.load(session, draft_id))
        self.preview = None
        self._open(kept, draft_id)

    def drop(self, draft_id: int) -> None:
        self.workplace.write_aside(lambda session: review_drafts.drop(session, draft_id))

    def read_file(self, path: Path) -> Job:
        """Read a file on the worker."""
        return self._start(path.name, lambda convert: read_plan_file(path, convert=convert))

    def read_text(self, text: str) -> Job:
        """Read pasted text on the worker."""
        return self._start(texts.PASTED, lambda convert: read_pasted(text, convert=convert))

    def read_unconverted(self) -> Job | None:
        """Read the same source anew, its letters as they came; none where the source is no longer known."""
        return None if self._read is None else self._start(self.name, self._read, convert=False)

    def stop(self) -> None:
        """Let go of a text that is still being read: its window closes."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def set_own(self, own: bool) -> None:
        """Take or leave out what belongs to the office that wrote the plan."""
        before, self.own = self.items, own
        self.items = list(as_own(tuple(before), own))
        self._changed(at for at, item in enumerate(self.items) if item is not before[at])

    def accept(self, at: int, accepted: bool) -> None:
        """Take an item or leave it out, a heading with all below it; what is taken needs the headings above it."""
        places = [at, *below(self.items, at), *(above(self.items, at) if accepted else ())]
        self._accept_all(places, accepted)

    def accept_part(self, part: Part, accepted: bool) -> None:
        self._accept_all((at for at, item in enumerate(self.items) if item.part is part), accepted)

    def type_text(self, at: int, key: str, text: str) -> None:
        """Take what was typed in a field of an item."""
        self._typing = None
        if text != self.items[at].raw.get(key, ""):
            self.items[at] = self.items[at].with_text(key, text)
            self._findings[at] = self._judged(self.items[at])
            self._changed([at])

    def note_typed(self, at: int, key: str, text: str) -> None:
        """Take what is being typed: it is kept with the review, and judged once the field is left."""
        self._typing = (at, key, text)

    def confirm(self, at: int) -> None:
        """Note that an officer has looked at an item: what was doubtful no longer is."""
        if self.items[at].doubtful:
            self.items[at] = replace(self.items[at], certain=True, doubts=())
            self._changed([at])

    def findings(self, at: int) -> tuple[Finding, ...]:
        """Return what keeps an item from being stored."""
        return self._findings[at]

    def next_doubt(self, at: int, step: int) -> int | None:
        """Return the place of the next item to look at, round about; none where there is none."""
        count = len(self.items)
        order = (((at + step * (number + 1)) % count) for number in range(count))
        return next((place for place in order if self.needs_look(place)), None)

    def needs_look(self, at: int) -> bool:
        """Return whether an item that is taken has something to look at; what is left out does no harm."""
        item = self.items[at]
        return item.accepted and (item.doubtful or bool(self.findings(at)))

    def doubts(self) -> int:
        return sum(self.needs_look(at) for at in range(len(self.items)))

    def problem(self) -> int | None:
        """Return the place of the first item that cannot be stored as it is, or that must not be left out."""
        wrong = (at for at, item in enumerate(self.items) if item.accepted and self.findings(at))
        needed = {finding.place for finding in self.missing()}
        left_out = (
            at for at, item in enumerate(self.items) if item.part is Part.HEAD and needed & set(item.raw)
        )
        return next(chain(wrong, left_out), None)

    def missing(self) -> tuple[Finding, ...]:
        """Return what the plan as a whole still lacks."""
        return received_plans.findings(self.items, self.workplace.typing_day)

    def twin(self) -> PlanInfo | None:
        """Return the plan of the book that this one would repeat."""
        return self.workplace.read(lambda session: received_plans.same_plan(session, self.items))

    def store(self) -> int:
        """Store what is taken as a draft of a plan, as one step of undo, and return its number; raises Refused."""
        kept, today, draft_id = self._kept(), self.workplace.typing_day, self._draft_id

        def act(session: Session) -> int:
            stored = received_plans.store(session, kept.review.items, today)
            review_drafts.made(session, review_drafts.keep(session, kept, draft_id), stored.plan_id)
            return stored.plan_id

        made = self.workplace.write(act, "plans")
        self._draft_id = None
        return made

    def keep(self) -> None:
        """Keep the review as it is now as a draft."""
        self._draft_id = self.workplace.write_aside(
            lambda session: review_drafts.keep(session, self._kept(), self._draft_id)
        )

    def _start(self, name: str, read: Read, *, convert: bool = True) -> Job:
        words = texts.READING.format(name=name)

        def work(tell: Progress) -> tuple[Source, ReadPlan]:
            tell(words)
            source = read(convert)
            tell(words)
            plan = read_plan(source)
            # Nothing was kept so far: what was stopped until now is not shown.
            tell(words)
            return source, plan

        # Read anew, a source goes on in the draft that it has.
        draft_id = None if convert else self._draft_id
        self._read = read
        self._job = self.workplace.worker.run(
            work, lambda done: self._on_read(name, draft_id, *done), lambda error: self._on_error(name, error)
        )
        return self._job

    def _on_read(self, name: str, draft_id: int | None, source: Source, plan: ReadPlan) -> None:
        if self._job is None:
            return
        if not plan.recognised:
            reasons = " ".join(finding_text(warning.finding) for warning in plan.warnings)
            self.failed.emit(texts.NOT_A_PLAN.format(name=name, reasons=reasons))
            return
        words = self.workplace.read(received_plans.words)
        review = review_of(plan, source.lines, words)
        items = as_own(review.items, own=True)
        self.preview = source.preview
        self._open(KeptReview(name, source.lines, replace(review, items=items), own=True), draft_id)
        self.keep()

    def _on_error(self, name: str, error: Exception) -> None:
        if self._job is None:
            return
        if not isinstance(error, Refused):
            raise error
        reasons = "\n".join(finding_text(finding) for finding in error.findings)
        self.failed.emit(texts.NOT_READ.format(name=name, reasons=reasons))

    def _open(self, kept: KeptReview, draft_id: int | None) -> None:
        self._typing = None
        self.name, self.lines, self.own = kept.name, kept.lines, kept.own
        self._review, self._draft_id = kept.review, draft_id
        self.items = list(kept.review.items)
        self._findings = [self._judged(item) for item in self.items]
        self.remarks = tuple(finding_text(remark.finding) for remark in kept.review.remarks)
        self.opened.emit()

    def _kept(self) -> KeptReview:
        items = list(self.items)
        if self._typing is not None:
            at, key, text = self._typing
            items[at] = items[at].with_text(key, text)
        return KeptReview(self.name, self.lines, replace(self._review, items=tuple(items)), self.own)

    def _accept_all(self, places: Iterable[int], accepted: bool) -> None:
        changed = [at for at in places if self.items[at].accepted != accepted]
        for at in changed:
            self.items[at] = replace(self.items[at], accepted=accepted)
        self._changed(changed)

    def _changed(self, places: Iterable[int]) -> None:
        changed = tuple(places)
        if changed:
            self.items_changed.emit(changed)

    def _judged(self, item: ReviewItem) -> tuple[Finding, ...]:
        return (*item.findings(self.workplace.typing_day), *self._not_listed(item))

    def _not_listed(self, item: ReviewItem) -> list[Finding]:
        found = []
        for field in item.entry.fields:
            text = item.raw.get(field.key, "")
            if field.kind is not FieldKind.CHOICE or not text or field.catalogue == "measures":
                continue
            if all(option.code != text for option in self.options.of(field)):
                found.append(Finding("not_chosen", field.key, text))
        return found
