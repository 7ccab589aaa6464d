"""Make the screen of a subject; its module is imported only then."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ui.shell.subjects import Subject

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.common.screens.screen import Screen
    from ui.common.workplace import Workplace


def make_screen(subject: Subject, workplace: "Workplace") -> "Screen":
    """Make a subject's screen, or the tabs of its pages, each of which is made on its first visit."""
    if not subject.pages:
        made: Screen = class_at(subject.screen)(workplace)
        return made
    from ui.common.screens.tabbed_screen import PageMaker, TabbedScreen

    makers = {page.key: PageMaker(page.title, _maker_at(page.screen)) for page in subject.pages}
    return TabbedScreen(workplace, subject.key, subject.title, makers)


def class_at(path: str) -> Any:
    """Return a class by its path (`package.module:Class`)."""
    module, _, name = path.partition(":")
    return getattr(import_module(module), name)


def _maker_at(path: str) -> "Callable[[Workplace], Screen]":
    return lambda workplace: class_at(path)(workplace)
