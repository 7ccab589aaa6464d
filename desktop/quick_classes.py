"""Dataclasses of the start: their methods are compiled when they are first called.

Measured with Python 3.11: a frozen dataclass has six methods written as text and compiled one by one, and a start makes
some ninety such classes, a tenth of its time; most of the methods are never called. Python 3.13 writes them otherwise:
where there is nothing to put off, the classes are made as ever.
"""

import dataclasses
from collections.abc import Iterator
from contextlib import contextmanager
from types import FunctionType
from typing import Any

_NAME = "_create_fn"


@contextmanager
def methods_when_called() -> Iterator[None]:
    """For a while, let dataclasses that are made compile each method at its first call."""
    compile_method = vars(dataclasses).get(_NAME)
    if compile_method is None:
        yield
        return
    setattr(dataclasses, _NAME, lambda name, *text, **names: _put_off(compile_method, name, text, names))
    try:
        yield
    finally:
        setattr(dataclasses, _NAME, compile_method)


def _put_off(compile_method: Any, name: str, text: tuple[Any, ...], names: dict[str, Any]) -> FunctionType:
    compiled: Any = None

    def method(self: object, /, *arguments: Any, **named: Any) -> Any:
        nonlocal compiled
        if compiled is None:
            compiled = compile_method(name, *text, **names)
            _put_in_place(type(self), name, method, compiled)
        return compiled(self, *arguments, **named)

    assert isinstance(method, FunctionType)
    method.__name__ = name
    return method


def _put_in_place(owner: type, name: str, method: object, compiled: FunctionType) -> None:
    """Let the class that has the method call the compiled one from now on."""
    for base in owner.__mro__:
        if vars(base).get(name) is method:
            compiled.__qualname__ = f"{base.__qualname__}.{name}"
            setattr(base, name, compiled)
