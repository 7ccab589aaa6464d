"""How far a return has come, from what is known of it."""

from enum import StrEnum


class ReturnState(StrEnum):
    """The states of a return, in the order in which it passes them."""

    NOT_BEGUN = "not_begun"
    FILLED = "filled"
    CHECKED = "checked"
    APPROVED = "approved"
    EXPORTED = "exported"
    SENT = "sent"
    ACKNOWLEDGED = "acknowledged"


def state_of(
    *,
    filled: bool = False,
    checked: bool = False,
    approved: bool = False,
    exported: bool = False,
    sent: bool = False,
    acknowledged: bool = False,
) -> ReturnState:
    """Return the furthest state that a return has reached."""
    reached = (
        (acknowledged, ReturnState.ACKNOWLEDGED),
        (sent, ReturnState.SENT),
        (exported, ReturnState.EXPORTED),
        (approved, ReturnState.APPROVED),
        (checked, ReturnState.CHECKED),
        (filled, ReturnState.FILLED),
    )
    return next((state for is_so, state in reached if is_so), ReturnState.NOT_BEGUN)
