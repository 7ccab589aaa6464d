"""Two starters at once, as a section."""

from db.sessions import BOOK_NAME
from tests.torture.sections import Asked, Section
from tests.torture.small_office import small_office
from tests.torture.starters import run_starters

_SAYS = """The program is started twice at the same moment on the same folder, as real processes with a window
without a screen: one window has to open, the other process shows it and ends by itself."""
_HEADS = ("starts of two at once", "one window", "anything else")


def two_starters(asked: Asked) -> Section:
    """Start two programs at once, `asked.runs` times."""
    book = small_office(asked.folder / "office") / BOOK_NAME
    right = 0
    wrong: list[str] = []
    for number in range(asked.runs):
        result = run_starters(1, book=book)
        right, wrong = right + result.right, [*wrong, *result.wrong]
        asked.say(f"{number + 1} of {asked.runs}")
    return Section(_SAYS, _HEADS, [(str(asked.runs), str(right), str(len(wrong)))], wrong)
