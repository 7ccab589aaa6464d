"""What an officer does with a return: cells by hand, words on warnings, check, approval. No widgets."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from db.rules.returns.by_hand import CellPlace
from db.rules.returns.check_findings import CheckFinding
from db.rules.returns.states import ReturnState
from db.services.returns import works
from db.sessions import Session
from ui.common.workplace import Workplace
from ui.returns.filling import work_texts as texts
from ui.returns.filling.choices import Asked
from ui.returns.filling.presenter import FillingPresenter, Tell

if TYPE_CHECKING:
    from db.rules.returns.filled import FilledReturn

KIND = "returns"


class ReturnDeeds:
    """Writes what was done, each as one step of undo; an approval is none, it is withdrawn."""

    def __init__(self, presenter: FillingPresenter) -> None:
        self._presenter = presenter
        self._workplace: Workplace = presenter.workplace

    def override(self, place: CellPlace, value: str, reason: str, computed: str) -> None:
        """Fill a cell by hand; raises Refused as the service does."""
        self._write(
            lambda session, work: works.override(
                session, work, place, value, reason=reason, computed=computed
            )
        )

    def take_back(self, place: CellPlace) -> None:
        """Let a cell say again what the measures say."""
        self._write(lambda session, work: works.take_back(session, work, place))

    def say(self, found: Sequence[CheckFinding], word: str) -> None:
        """Keep a word on warnings; an empty one takes it back."""
        keys = [item.key for item in found]
        self._write(lambda session, work: works.say(session, work, keys, word))

    def check(self) -> None:
        """Keep that these figures were checked."""
        standing = self._presenter.standing
        assert standing is not None
        sha256 = standing.hand.filled.sha256
        self._write(lambda session, work: works.mark_checked(session, work, sha256))

    def approve(self, note: str) -> None:
        """Approve on the worker what is shown; what changed meanwhile is shown first and not approved."""
        asked, standing = self._asked(), self._presenter.standing
        assert standing is not None
        shown, workplace = standing.hand.filled.sha256, self._workplace

        def work(tell: Tell) -> int | None:
            tell(texts.APPROVING)
            return workplace.write_aside(lambda session: _approve(session, asked, shown, note))

        def done(number: int | None) -> None:
            self._presenter.wants_now = False
            workplace.say(texts.APPROVED if number is not None else texts.CHANGED_MEANWHILE)
            workplace.refresh(KIND)

        workplace.worker.run(work, done, workplace.fail)

    def withdraw(self) -> None:
        """Take the approval back; raises Refused once the return was exported."""
        from db.services.returns import approving

        standing = self._presenter.standing
        if standing is None or standing.frozen is None:
            return
        number = standing.frozen.known.id
        self._workplace.write_aside(lambda session: approving.withdraw(session, number))
        self._workplace.say(texts.WITHDRAWN)
        self._workplace.refresh(KIND)

    @property
    def can_withdraw(self) -> bool:
        """Tell whether there is an approval that has not left."""
        frozen = self._presenter.standing.frozen if self._presenter.standing else None
        return frozen is not None and frozen.known.state is ReturnState.APPROVED

    def writer(self, with_paper: bool) -> Callable[[Path, Tell], "FilledReturn"]:
        """Return the work of an export: write what was approved, and note that it left; all or nothing."""
        standing, workplace = self._presenter.standing, self._workplace
        assert standing is not None and standing.frozen is not None
        number, now = standing.frozen.known.id, standing.hand.filled

        def write(target: Path, tell: Tell) -> "FilledReturn":
            tell(texts.WRITING.format(name=target.name))
            # The files take their places once the book has kept that they left.
            with ExitStack() as placing:
                return workplace.write_aside(
                    lambda session: _export(session, number, now, _Targets(target, with_paper, placing))
                )

        return write

    def _asked(self) -> Asked:
        asked = self._presenter.choices.asked()
        assert asked is not None
        return asked

    def _write(self, action: Callable[[Session, int], None]) -> None:
        asked = self._asked()

        def write(session: Session) -> None:
            work = works.begin(
                session, unit_id=asked.unit.id, set_code=asked.set_code, period=asked.period.label
            )
            action(session, work)

        self._workplace.write(write, KIND)


def _approve(session: Session, asked: Asked, shown: str, note: str) -> int | None:
    from db.services.returns import approving, hand_filling, standings

    hand = hand_filling.fill(session, set_code=asked.set_code, unit=asked.unit, period=asked.period)
    if hand.filled.sha256 != shown:
        return None
    words = hand.work.words if hand.work else {}
    found = standings.findings(session, hand, today=session.info["clock"]().date())
    return approving.approve(
        session,
        hand.filled,
        words=words,
        note=note,
        sources=hand.sources,
        by_hand=hand.by_hand,
        found=found,
    )


@dataclass(frozen=True)
class _Targets:
    workbook: Path
    with_paper: bool
    placing: ExitStack


def _export(session: Session, number: int, now: "FilledReturn", targets: _Targets) -> "FilledReturn":
    from db.services.returns import approving, frozen_returns, templates
    from exports.returns.writing import paper_beside, writer_of, writing_files

    # One that an earlier program froze has figures alone; the same figures were filled here.
    filled = frozen_returns.by_id(session, number).filled or now
    write_book = writer_of(templates.stored(session, filled.set))
    paper = paper_beside(targets.workbook) if targets.with_paper else None
    targets.placing.enter_context(writing_files(filled, targets.workbook, paper, write_book))
    approving.exported(session, number, file_name=targets.workbook.name)
    return filled
