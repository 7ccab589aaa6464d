"""Dataclasses whose methods wait for their first call are dataclasses like any other."""

import dataclasses
from collections.abc import Callable
from dataclasses import FrozenInstanceError, asdict, dataclass, field, replace
from functools import partial
from typing import Any

import pytest

from desktop.quick_classes import methods_when_called

Maker = Callable[[], type[Any]]


def plain() -> type[Any]:
    @dataclass
    class Point:
        x: int
        y: int = 2
        marks: list[str] = field(default_factory=list)

    return Point


def frozen() -> type[Any]:
    @dataclass(frozen=True)
    class Point:
        x: int
        y: int = 2

    return Point


def slotted() -> type[Any]:
    @dataclass(frozen=True, slots=True)
    class Point:
        x: int
        y: int = 2

    return Point


def ordered() -> type[Any]:
    @dataclass(order=True)
    class Point:
        x: int
        y: int = field(default=2, kw_only=True)

    return Point


def derived() -> type[Any]:
    @dataclass(frozen=True)
    class Place:
        x: int

    @dataclass(frozen=True)
    class Point(Place):
        z: int = 3

        def __post_init__(self) -> None:
            object.__setattr__(self, "z", self.z + 1)

    return Point


MAKERS = (plain, frozen, slotted, ordered, derived)


@pytest.fixture(params=MAKERS, ids=lambda make: make.__name__)
def kinds(request: pytest.FixtureRequest) -> tuple[type[Any], type[Any]]:
    """A class as ever, and the same made while methods wait."""
    with methods_when_called():
        late = request.param()
    return request.param(), late


def told(act: Callable[[], object]) -> object:
    """What an act gives, or the words of its refusal."""
    try:
        return act()
    except (TypeError, FrozenInstanceError) as error:
        return type(error), str(error)


ACTS: tuple[Callable[[type[Any]], object], ...] = (
    lambda kind: repr(kind(1)),
    lambda kind: kind(1) == kind(1),
    lambda kind: kind(1) == kind(5),
    lambda kind: hash(kind(1)) == hash(kind(1)),
    lambda kind: kind(1) < kind(5),
    lambda kind: kind(),
    lambda kind: asdict(replace(kind(1), x=7)),
    lambda kind: setattr(kind(1), "x", 9),
    lambda kind: delattr(kind(1), "x"),
    lambda kind: kind.__match_args__,
    lambda kind: kind.__name__ + str(kind.__init__.__name__),
)


@pytest.mark.parametrize("act", ACTS)
def test_it_does_what_any_dataclass_does(
    kinds: tuple[type[Any], type[Any]], act: Callable[[type[Any]], object]
) -> None:
    as_ever, late = kinds
    assert [told(partial(act, late)) for _ in range(2)] == [told(partial(act, as_ever))] * 2


def code(kind: type[Any], name: str) -> bytes:
    method: bytes = vars(kind)[name].__code__.co_code
    return method


def test_a_method_waits_for_its_call_and_is_called_straight_from_then_on() -> None:
    with methods_when_called():
        late = frozen()
    as_ever = frozen()
    assert code(late, "__init__") != code(as_ever, "__init__")
    assert late(1) == late(1)
    assert [code(late, name) for name in ("__init__", "__eq__")] == [
        code(as_ever, name) for name in ("__init__", "__eq__")
    ]
    assert code(late, "__hash__") != code(as_ever, "__hash__")
    assert late.__init__.__qualname__ == as_ever.__init__.__qualname__


def test_methods_of_ones_own_stay() -> None:
    with methods_when_called():

        @dataclass
        class Point:
            x: int

            def __repr__(self) -> str:
                return "own"

    assert (repr(Point(1)), Point(1) == Point(1)) == ("own", True)


def test_what_no_dataclass_may_have_is_refused_as_ever() -> None:
    with methods_when_called(), pytest.raises(TypeError, match="__setattr__"):

        @dataclass(frozen=True)
        class Point:
            x: int

            def __setattr__(self, name: str, value: object) -> None:
                raise NotImplementedError


def test_afterwards_classes_are_made_as_ever() -> None:
    with methods_when_called():
        pass
    assert code(frozen(), "__init__") == code(frozen(), "__init__")
    late = frozen()
    assert code(late, "__init__") == (late(1) and code(late, "__init__"))


def test_a_python_that_compiles_otherwise_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(dataclasses, "_create_fn", raising=False)
    monkeypatch.delattr(dataclasses, "_FuncBuilder", raising=False)
    before = dict(vars(dataclasses))
    with methods_when_called():
        assert vars(dataclasses) == before
