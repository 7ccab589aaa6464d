"""The words of a step stand whole in the window, and beside what they are said of wherever there is room."""

import pytest
from PySide6.QtCore import QRect, QSize

from ui.tour.placing import placed

BOX = QSize(380, 150)
ROOMS = {"low": QRect(0, 0, 880, 440), "usual": QRect(0, 0, 1366, 720)}
PARTS = {
    "rail": [(0, 0, 48, 418)],
    "bar": [(230, 10, 90, 28), (350, 10, 90, 28)],
    "far corner of the bar": [(840, 10, 32, 28)],
    "status bar and undo": [(0, 418, 880, 22), (740, 10, 32, 28)],
    "one button of the rail": [(0, 300, 48, 30)],
    "lower left corner": [(0, 400, 48, 30)],
}


@pytest.mark.parametrize("room", ROOMS.values(), ids=ROOMS)
@pytest.mark.parametrize("parts", PARTS.values(), ids=PARTS)
def test_it_stands_beside_the_parts_and_inside_the_room(
    room: QRect, parts: list[tuple[int, int, int, int]]
) -> None:
    bright = [QRect(*part) for part in parts]
    box = placed(BOX, room, bright)
    assert room.contains(box) and box.size() == BOX
    assert not any(box.intersects(part) for part in bright)


@pytest.mark.parametrize(
    "parts", [[], [QRect(48, 78, 832, 340)]], ids=["nothing in sight", "the whole screen"]
)
def test_without_room_beside_it_stands_in_the_middle(parts: list[QRect]) -> None:
    room = ROOMS["low"]
    assert placed(BOX, room, parts).center() == room.center()
