"""The amendments of the plan that is shown: which there are, what may be done. No widgets."""

from enum import Enum
from functools import partial

from PySide6.QtCore import QObject, Signal

from db.rules.entries import Values
from db.rules.findings import Finding, Refused
from db.rules.plan_paper import AmendmentPaper
from db.services.entering import entries
from db.services.planning import amendments, plan_gate
from db.services.planning.amendments import AmendmentInfo
from db.sessions import Session
from ui.common.workplace import Changed, Workplace
from ui.plans import amendment_texts as texts
from ui.plans.presenter import AMENDMENTS

_OF_PLANS = ("plans", "sections", "targets", "tasks", AMENDMENTS)


class Lock(Enum):
    """How far a plan may be edited."""

    FREE = "not issued"
    LOCKED = "issued"
    CLOSED = "closed: it is over"
    OPEN = "issued, and an amendment is open"


class AmendmentsPresenter(QObject):
    """Follows one plan. `shown_changed` after a new reading."""

    shown_changed = Signal()

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.plan_id: int | None = None
        self.shown: tuple[AmendmentInfo, ...] = ()
        self.lock = Lock.FREE
        workplace.changed.connect(self._on_changed)

    @property
    def open_one(self) -> AmendmentInfo | None:
        return next((item for item in self.shown if item.is_open), None)

    @property
    def may_begin(self) -> bool:
        return self.lock is Lock.LOCKED

    def show_plan(self, plan_id: int | None) -> None:
        self.plan_id = plan_id
        self._read()

    def begin(self) -> None:
        """Open an amendment; trouble is told calmly."""
        plan_id = self.plan_id
        if plan_id is None:
            return
        try:
            self.workplace.write(lambda session: amendments.begin(session, plan_id), AMENDMENTS)
        except Refused as refused:
            self.workplace.fail(refused)
            return
        self.workplace.say(texts.BEGUN)

    def issue(self, values: Values) -> tuple[Finding, ...]:
        """Issue the open amendment; returns what stands in the way, nothing where it was issued."""
        chosen = self.open_one
        if chosen is None:
            return ()
        try:
            self.workplace.write(
                lambda session: amendments.issue(session, chosen.id, values), AMENDMENTS, chosen.id
            )
        except Refused as refused:
            return refused.findings
        self.workplace.say(texts.ISSUED.format(ordinal=chosen.ordinal))
        return ()

    def drop(self) -> None:
        """Bring the plan back to what was issued, as one step of undo."""
        chosen = self.open_one
        if chosen is not None:
            self.workplace.write(lambda session: amendments.drop(session, chosen.id), AMENDMENTS, chosen.id)
            self.workplace.say(texts.DROPPED)

    def paper(self, amendment_id: int) -> AmendmentPaper:
        return self.workplace.read(lambda session: amendments.paper(session, amendment_id))

    def _read(self) -> None:
        plan_id = self.plan_id
        self.shown, self.lock = (), Lock.FREE
        if plan_id is not None:
            self.shown = self.workplace.read(lambda session: amendments.of_plan(session, plan_id))
            self.lock = (
                Lock.OPEN if self.open_one else self.workplace.read(partial(_lock_of, plan_id=plan_id))
            )
        self.shown_changed.emit()

    def _on_changed(self, change: Changed) -> None:
        if change.kind in _OF_PLANS:
            self._read()


def _lock_of(session: Session, plan_id: int) -> Lock:
    if not plan_gate.is_locked(session, plan_id):
        return Lock.FREE
    state = entries.values_of(session, "plans", plan_id)["state"]
    return Lock.CLOSED if state == "closed" else Lock.LOCKED
