"""`pcmd units late`: what is told, what is moved, in words and as JSON."""

from pathlib import Path

import pytest

from db.records import OutreachActivity
from db.services import units
from db.sessions import Book, Session
from tests.helpers.changed_borders import EVE, JULY
from tests.helpers.command_line import pcmd
from tests.helpers.sample_records import add, step

TOLD = [
    "Thị trấn Đồi Thông (99101) → Phường Đồi Thông (99101): 1 hoạt động tuyên truyền",
    "Xã Đạt Thành (99103), ở lại: 1 hoạt động tuyên truyền. Ngày ấy nơi đó thuộc Xã Bình Tân (99104), "
    "Xã Đạt Tân (99103), chưa rõ bản ghi nào của đơn vị nào; hãy chọn đơn vị cho từng bản ghi.",
    "Xã Nà Sa (99106), ở lại: 1 hoạt động tuyên truyền. "
    "Chưa có dòng kế thừa nào cho biết đơn vị đó thành đơn vị nào.",
]


@pytest.fixture
def late_folder(changed_folder: Path) -> Path:
    """The changed district with an activity each of a whole, a part and an unknown place, typed in too late."""

    def typed(session: Session) -> None:
        for code in ("99101", "99103", "99106"):
            number = add(session, "outreach", held_on=EVE, unit_id=units.find(session, code, EVE).id)
            session.get_one(OutreachActivity, number).held_on = JULY

    with Book(changed_folder) as book:
        step(book, typed)
    return changed_folder


def test_what_could_be_moved_is_told_and_stays(late_folder: Path) -> None:
    for _ in range(2):
        ran = pcmd("--data", late_folder, "units", "late")
        assert (ran.code, ran.complaints) == (0, ())
        assert ran.out.splitlines() == [
            "3 bản ghi có ngày sau khi đơn vị của bản ghi đã kết thúc. "
            "Chuyển được 1 bản ghi sang đơn vị nhận toàn bộ đơn vị cũ; 2 bản ghi ở lại.",
            *TOLD,
        ]


def test_what_is_sure_is_moved_once(late_folder: Path) -> None:
    moved = pcmd("--data", late_folder, "units", "late", "--move")
    assert moved.out.splitlines() == [
        "Đã chuyển 1 bản ghi sang đơn vị mới; 2 bản ghi ở lại đơn vị đã kết thúc.",
        *TOLD,
    ]
    again = pcmd("--data", late_folder, "units", "late", "--move", "--json")
    assert (again.code, again.values["moving"], again.values["staying"]) == (0, 0, 2)


def test_programs_read_codes(late_folder: Path) -> None:
    ran = pcmd("--data", late_folder, "units", "late", "--json")
    counts = {"outreach": 1}
    assert ran.values == {
        "moved": False,
        "moving": 1,
        "staying": 2,
        "groups": [
            {"old": "99101", "units": ["99101"], "stays": None, "counts": counts},
            {"old": "99103", "units": ["99104", "99103"], "stays": "parts", "counts": counts},
            {"old": "99106", "units": [], "stays": "unknown", "counts": counts},
        ],
    }


def test_a_book_without_any_says_so(book_folder: Path) -> None:
    for words in ((), ("--move",)):
        ran = pcmd("--data", book_folder, "units", "late", *words)
        assert (ran.code, ran.out) == (
            0,
            "Không có bản ghi nào có ngày sau khi đơn vị của bản ghi đã kết thúc.\n",
        )
