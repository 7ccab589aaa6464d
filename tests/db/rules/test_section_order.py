"""The sections of a plan as a tree."""

import pytest

from db.rules.section_order import (
    Part,
    Parts,
    after_new,
    end_of,
    put_after,
    put_before,
    put_under,
    shape_of,
    shifted,
    spread,
    stepped,
)

# Two chapters: the first with two sections, of which the first has points; the second with a paragraph.
TREE = "1 2 3 3 2 1 p"


def tree(levels: str) -> Parts:
    """Parts of these levels (`p`: a paragraph), numbered from 1."""
    shapes = ["paragraph" if level == "p" else shape_of(int(level)) for level in levels.split()]
    return tuple(Part(number, shape) for number, shape in enumerate(shapes, start=1))


def order(parts: Parts) -> str:
    return " ".join(str(part.id) for part in parts)


def levels(parts: Parts) -> str:
    return " ".join(str(part.level or "p") for part in parts)


@pytest.mark.parametrize(("at", "end"), [(0, 5), (1, 4), (2, 3), (4, 5), (5, 7), (6, 7)])
def test_a_heading_holds_what_follows_up_to_its_like(at: int, end: int) -> None:
    assert end_of(tree(TREE), at) == end


@pytest.mark.parametrize(
    ("at", "steps", "found"),
    [
        (0, 1, "6 7 1 2 3 4 5"),
        (5, -1, "6 7 1 2 3 4 5"),
        (1, 1, "1 5 2 3 4 6 7"),
        (4, -1, "1 5 2 3 4 6 7"),
        (3, -1, "1 2 4 3 5 6 7"),
        (6, -1, "1 2 3 4 5 7 6"),
    ],
)
def test_a_section_moves_past_its_sibling_with_all_below(at: int, steps: int, found: str) -> None:
    assert order(stepped(tree(TREE), at, steps)) == found


@pytest.mark.parametrize(("at", "steps"), [(0, -1), (5, 1), (4, 1), (1, -1), (2, -1), (3, 1), (6, 1)])
def test_at_an_end_nothing_moves(at: int, steps: int) -> None:
    assert stepped(tree(TREE), at, steps) == tree(TREE)


@pytest.mark.parametrize(
    ("at", "steps", "found"),
    [
        (1, -1, "1 1 2 2 2 1 p"),
        (4, -1, "1 2 3 3 1 1 p"),
        (4, 1, "1 2 3 3 3 1 p"),
        (5, 1, "1 2 3 3 2 2 p"),
        (3, 1, "1 2 3 4 2 1 p"),
        (3, -1, "1 2 3 2 2 1 p"),
    ],
)
def test_a_heading_goes_up_and_down_a_level_with_all_below(at: int, steps: int, found: str) -> None:
    assert levels(shifted(tree(TREE), at, steps)) == found


@pytest.mark.parametrize(
    ("given", "at", "steps"),
    [("1 2", 0, -1), ("1 2", 1, 1), ("1 p", 1, -1), ("1 5 1 2 3 4 5", 2, 1), ("4 5 4 5 5", 3, 1)],
)
def test_a_level_that_cannot_be_is_not_taken(given: str, at: int, steps: int) -> None:
    assert shifted(tree(given), at, steps) == tree(given)


def test_a_dash_right_below_a_chapter_becomes_its_sibling() -> None:
    assert levels(shifted(tree("1 4 5"), 1, -1)) == "1 1 2"


@pytest.mark.parametrize(
    ("at", "place", "found", "made"),
    [
        (4, 1, "1 5 2 3 4 6 7", "1 2 2 3 3 1 p"),
        (1, 5, "1 5 2 3 4 6 7", "1 2 2 3 3 1 p"),
        (1, 0, "2 3 4 1 5 6 7", "1 2 2 1 2 1 p"),
        (5, 2, "1 2 6 7 3 4 5", "1 2 3 p 3 3 2"),
        (5, 0, "6 7 1 2 3 4 5", "1 p 1 2 3 3 2"),
        (0, 7, "6 7 1 2 3 4 5", "1 p 1 2 3 3 2"),
        (6, 2, "1 2 7 3 4 5 6", "1 2 p 3 3 2 1"),
        (0, 3, "1 2 3 4 5 6 7", TREE),
    ],
)
def test_a_dropped_section_keeps_its_level_where_it_can(at: int, place: int, found: str, made: str) -> None:
    moved = put_before(tree(TREE), at, place)
    assert (order(moved), levels(moved)) == (found, made)


@pytest.mark.parametrize(
    ("at", "heading", "found", "made"),
    [
        (1, 5, "1 5 6 7 2 3 4", "1 2 1 p 2 3 3"),
        (5, 0, "1 2 3 4 5 6 7", "1 2 3 3 2 2 p"),
        (4, 1, "1 2 3 4 5 6 7", "1 2 3 3 3 1 p"),
        (6, 1, "1 2 7 3 4 5 6", "1 2 p 3 3 2 1"),
        (0, 2, "1 2 3 4 5 6 7", TREE),
        (0, 6, "1 2 3 4 5 6 7", TREE),
    ],
)
def test_a_section_dropped_on_a_heading_goes_under_it(at: int, heading: int, found: str, made: str) -> None:
    moved = put_under(tree(TREE), at, heading)
    assert (order(moved), levels(moved)) == (found, made)


@pytest.mark.parametrize(
    ("at", "shape", "place"), [(0, "heading-1", 5), (0, "heading-2", 1), (1, "paragraph", 2)]
)
def test_a_new_section_comes_after_what_lies_below_its_like(at: int, shape: str, place: int) -> None:
    assert after_new(tree(TREE), at, shape) == place


def test_a_section_added_at_the_end_goes_after_another() -> None:
    assert order(put_after(tree("1 2 1 1"), 3, 0)) == "1 2 4 3"


@pytest.mark.parametrize(
    ("positions", "start", "stop", "found"),
    [
        ([10, 0, 20], 1, 2, {1: 15}),
        ([0, 10, 20], 0, 1, {0: 0}),
        ([10, 20, 0, 0], 2, 4, {2: 30, 3: 40}),
        ([0], 0, 1, {0: 10}),
        ([1, 0, 2, 30], 1, 2, {0: -10, 1: 0, 2: 10}),
        ([10, 0, 11, 30], 1, 2, {0: 0, 1: 10, 2: 20}),
    ],
)
def test_positions_rise_with_few_neighbours_moved(
    positions: list[int], start: int, stop: int, found: dict[int, int]
) -> None:
    made = spread(positions, start, stop)
    whole = [made.get(at, position) for at, position in enumerate(positions)]
    assert whole == sorted(set(whole))
    assert len(made) <= len(found)
