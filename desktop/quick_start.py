"""What makes the start quick: plain imports, and no search for garbage while all that is made is made to stay.

Measured with PySide6 6.11: its import hook reads the source of each module that is imported, to look for switches of
`__feature__`, which nothing here uses. It makes SQLAlchemy's import a third slower; the garbage collector adds a sixth.
"""

import builtins
import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def plain_imports() -> Iterator[None]:
    """Import by Python's own function for a while; PySide6 keeps it as `__orig_import__`."""
    hooked = builtins.__import__
    builtins.__import__ = getattr(builtins, "__orig_import__", hooked)
    try:
        yield
    finally:
        builtins.__import__ = hooked


def begin_start() -> None:
    """Stop looking for garbage."""
    gc.disable()


def end_start() -> None:
    """Look for garbage again, but not among what the start made."""
    gc.freeze()
    gc.enable()
