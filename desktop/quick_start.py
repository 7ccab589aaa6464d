"""What makes the start quick: plain imports, nothing loaded that is not used, and no search for garbage meanwhile.

Measured with PySide6 6.11: its import hook reads the source of each module that is imported, to look for switches of
`__feature__`, which nothing here uses. It makes SQLAlchemy's import a third slower; the garbage collector adds a sixth.
What SQLAlchemy 2.1 loads and only servers and plugins need is another fifth.
"""

import builtins
import gc
import inspect
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any

_FOR_RECORDS = (
    "db.services.borders.unit_days",
    "db.services.entering.cautions",
    "db.services.entering.entries",
    "db.services.entering.entry_blocks",
    "db.services.entering.links",
    "db.services.listing.outreach_listings",
    "db.services.listing.plan_listings",
    "db.services.listing.register_listings",
    "db.services.listing.training_listings",
    "db.services.measuring.looking",
    "db.services.origins",
)


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


def import_database() -> None:
    """Import SQLAlchemy without asyncio, which serves other databases, and without what finds plugins."""
    with put_off("importlib.metadata"), put_off("asyncio", iscoroutine=inspect.iscoroutine):
        import_module("sqlalchemy.orm")
        import_module("sqlalchemy.dialects.sqlite")


def import_list() -> None:
    """Import what a list is made of, without what a record needs that is opened, typed in or pasted."""
    with ExitStack() as putting_off:
        for name in _FOR_RECORDS:
            putting_off.enter_context(put_off(name))
        import_module("ui.common.screens.record_screen")


@contextmanager
def put_off(name: str, **known: Any) -> Iterator[None]:
    """Let what is imported for a while take a module for loaded; the first look at anything not `known` loads it.

    Python 3.15 says it as `lazy import`. Only who imports the module itself (`from package import module`) waits;
    `from module import name` looks at once.
    """
    if name in sys.modules:
        yield
        return
    stand_in = sys.modules[name] = _Later(name)
    vars(stand_in).update(known)
    try:
        yield
    finally:
        if sys.modules.get(name) is stand_in:
            del sys.modules[name]


class _Later(ModuleType):
    """Stands for a module until something of it is wanted."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)
