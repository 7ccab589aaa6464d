"""The one question before what not everybody may do; the session says who asks."""

from sqlalchemy.orm import Session

from db.rules.rights import Right, Role, allows

ROLE = "role"


class NotAllowed(Exception):
    """Who is signed in has not the right; nothing was changed."""

    def __init__(self, right: Right) -> None:
        self.right = right
        super().__init__(right)


def want(session: Session, right: Right) -> None:
    """Raise NotAllowed where the session's officer has not this right; a session of no officer's has every right."""
    check(session.info.get(ROLE, Role.ADMINISTRATOR), right)


def check(role: Role, right: Right) -> None:
    """Raise NotAllowed where a role has not this right."""
    if not allows(role, right):
        raise NotAllowed(right)
