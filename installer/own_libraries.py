"""Keeps the libraries of a built program to itself: a file manager or a viewer that it starts needs the system's."""

from collections.abc import MutableMapping

# Where Linux looks for libraries, and where PyInstaller keeps what was said of it before; this process read it already.
_PLACES, _BEFORE = "LD_LIBRARY_PATH", "LD_LIBRARY_PATH_ORIG"


def keep_to_itself(surroundings: MutableMapping[str, str]) -> None:
    """Give back, to whatever is started from now on, the surroundings that the program was started in."""
    before = surroundings.pop(_BEFORE, "")
    surroundings.pop(_PLACES, None)
    if before:
        surroundings[_PLACES] = before
