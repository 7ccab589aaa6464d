"""Dataclasses of the start: their methods are compiled when they are first called.

Measured with Python 3.11 and 3.13: a frozen dataclass has six methods written as text and compiled, and a start makes
some ninety such classes, a tenth of its time; most of the methods are never called. How they are compiled is Python's
own affair, in two ways so far; where neither is found, classes are made as ever.
"""

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache, partial
from types import FunctionType
from typing import Any

Compiled = Callable[[], FunctionType]


@contextmanager
def methods_when_called() -> Iterator[None]:
    """For a while, let dataclasses that are made compile their methods at the first call."""
    builder = vars(dataclasses).get("_FuncBuilder")
    owner, name, late = (
        (dataclasses, "_create_fn", _method_alone)
        if builder is None
        else (builder, "add_fns_to_class", _methods_together)
    )
    as_ever = vars(owner).get(name)
    if as_ever is None:
        yield
        return
    # A function, which is bound to a builder as the one that it stands for.
    setattr(owner, name, lambda *arguments, **named: late(as_ever, *arguments, **named))
    try:
        yield
    finally:
        setattr(owner, name, as_ever)


def _method_alone(as_ever: Callable[..., FunctionType], name: str, *text: Any, **more: Any) -> FunctionType:
    """Stand for what Python compiles up to 3.12: one method."""
    return _waiting(name, cache(partial(as_ever, name, *text, **more)))


def _methods_together(as_ever: Callable[[Any, type], None], builder: Any, made: type) -> None:
    """Stand for what Python compiles since 3.13: all methods of a class, in one text."""
    if any(name in vars(made) and name not in builder.unconditional_adds for name in builder.names):
        # Something of the class's own, which stays or is refused.
        as_ever(builder, made)
        return

    @cache
    def functions() -> Mapping[str, FunctionType]:
        bearer = type(made.__name__, (), {"__qualname__": made.__qualname__})
        as_ever(builder, bearer)
        return vars(bearer)

    for name in builder.names:
        setattr(made, name, _waiting(name, partial(_of_them, functions, name)))


def _of_them(functions: Callable[[], Mapping[str, FunctionType]], name: str) -> FunctionType:
    return functions()[name]


def _waiting(name: str, compiled: Compiled) -> FunctionType:
    def method(self: object, /, *arguments: Any, **named: Any) -> Any:
        function = compiled()
        _put_in_place(type(self), name, method, function)
        return function(self, *arguments, **named)

    assert isinstance(method, FunctionType)
    method.__name__ = name
    return method


def _put_in_place(owner: type, name: str, method: object, function: FunctionType) -> None:
    """Let the class that has the method call the compiled one from now on."""
    for base in owner.__mro__:
        if vars(base).get(name) is method:
            function.__qualname__ = f"{base.__qualname__}.{name}"
            setattr(base, name, function)
