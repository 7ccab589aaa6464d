"""Dataclasses whose methods wait for their first call are dataclasses like any other."""

import dataclasses
from collections.abc import Callable
from dataclasses import FrozenInstanceError, asdict, dataclass, field, replace
from functools import partial
from typing import Any

import pytest

from desktop.quick_classes import methods_when_called

Maker = Callable[[], type[Any]]
needs_text = pytest.mark.skipif(
    not hasattr(dataclasses, "_create_fn"), reason="this Python does not write methods one by one"
)


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


@needs_text
def test_a_method_is_compiled_once_and_then_called_straight(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    original: Any = vars(dataclasses)["_create_fn"]

    def counting(name: str, *text: Any, **names: Any) -> object:
        compiled.append(name)
        return original(name, *text, **names)

    monkeypatch.setattr(dataclasses, "_create_fn", counting)
    with methods_when_called():
        late = frozen()
    assert compiled == []
    assert late(1) == late(1)
    assert compiled == ["__init__", "__eq__"]
    as_ever = frozen()
    assert [vars(late)[name].__code__.co_code for name in ("__init__", "__eq__")] == [
        vars(as_ever)[name].__code__.co_code for name in ("__init__", "__eq__")
    ]


@needs_text
def test_afterwards_classes_are_made_as_ever() -> None:
    before = vars(dataclasses)["_create_fn"]
    with methods_when_called():
        assert vars(dataclasses)["_create_fn"] is not before
    assert vars(dataclasses)["_create_fn"] is before


def test_a_python_that_writes_methods_otherwise_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(dataclasses, "_create_fn", raising=False)
    with methods_when_called():
        assert "_create_fn" not in vars(dataclasses)
