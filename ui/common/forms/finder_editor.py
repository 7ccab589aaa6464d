"""A choice among more records than a list may hold: the book is asked for those that match what is typed."""

from collections.abc import Callable, Iterable

from ui.common.forms.choice_editor import ChoiceEditor
from ui.common.forms.choosing import Option


class FinderEditor(ChoiceEditor):
    """Offers what `find` knows for the typed text; only a text that finds one record means it."""

    def __init__(self, find: Callable[[str], tuple[Option, ...]]) -> None:
        super().__init__()
        self._find = find
        self._asked: str | None = None

    def matching(self, typed: str) -> Iterable[Option]:
        self._asked = typed
        self.set_options(self._find(typed))
        return self.options

    def meant(self, typed: str) -> Option | None:
        if not typed.strip():
            return None
        if typed != self._asked:
            self.matching(typed)
        same = [item for item in self.options if item.title == typed]
        found = same or self.options
        return found[0] if len(found) == 1 else None
