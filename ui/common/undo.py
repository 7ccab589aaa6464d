"""What can be taken back in this sitting: steps of the log, newest last."""

from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class UndoStep:
    """One step of the log: which kind of record it changed and, where it was one record, which."""

    step_id: int
    kind: str
    record_id: int | None = None


@dataclass
class UndoStacks:
    """Steps to take back and steps to do again. A new step makes the latter void."""

    done: list[UndoStep] = field(default_factory=list)
    undone: list[UndoStep] = field(default_factory=list)

    def did(self, step: UndoStep) -> None:
        self.done.append(step)
        self.undone.clear()

    def took_back(self, step: UndoStep, reverting_step_id: int) -> None:
        """Move a step over: reverting the step that reverted it does it again."""
        self.forget(step)
        self.undone.append(replace(step, step_id=reverting_step_id))

    def did_again(self, step: UndoStep, reverting_step_id: int) -> None:
        self.forget(step)
        self.done.append(replace(step, step_id=reverting_step_id))

    def forget(self, step: UndoStep) -> None:
        """Let go of a step, wherever it is: another may have come after it meanwhile."""
        self.done = [other for other in self.done if other != step]
        self.undone = [other for other in self.undone if other != step]
