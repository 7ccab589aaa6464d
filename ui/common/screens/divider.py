"""The divider between the halves of a screen, where an officer left it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QSplitter

from ui.common.preferences import Preferences


def remember_divider(splitter: QSplitter, preferences: Preferences, name: str, usual: Sequence[int]) -> None:
    """Put a divider where it was left under a name, else to the usual sizes, and keep where it is moved to."""
    sizes = preferences.numbers(f"{name}/split")
    splitter.setSizes(list(sizes if len(sizes) == len(usual) else usual))
    splitter.splitterMoved.connect(
        lambda *_: preferences.set_numbers(f"{name}/split", tuple(splitter.sizes()))
    )
