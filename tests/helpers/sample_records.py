"""One good record of each kind, ways to write them as one step each, and the whole book as text to compare."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import partial
from itertools import count
from typing import TypeVar

from db.connections import connect
from db.rules.entries import Values
from db.services.entering import entries
from db.sessions import BOOK_NAME, Book, Session
from tests.helpers.books import NOW, OFFICER, unit_id

T = TypeVar("T")

PARTS = ("sections", "targets", "tasks")
# Kind → key and kind of the record it belongs to.
PARENTS = {
    **dict.fromkeys(PARTS, ("plan_id", "plans")),
    "commitments": ("establishment_id", "establishments"),
    "workforces": ("establishment_id", "establishments"),
    "handlings": ("inspection_id", "inspections"),
    "hotspot_events": ("hotspot_id", "hotspots"),
    "model_years": ("model_id", "models"),
}
# What is changed of each kind where a test wants any change at all.
CHANGES: dict[str, Values] = {
    "outreach": {"people": 55, "topic": None},
    "trainings": {"title": "Lớp bồi dưỡng", "cost": 0},
    "officials": {"name": "Đặng Thị Hường", "female": None},
    "plans": {"subject": "Kế hoạch sửa đổi", "number": 12},
    "sections": {"text": "Yêu cầu"},
    "targets": {"text": "Ít nhất 80 % số xã"},
    "tasks": {"content": "Tổ chức hội thi", "done_on": date(2025, 9, 1)},
    "establishments": {"name": "Khách sạn Ánh Dương", "closed_on": date(2025, 8, 31)},
    "commitments": {"signed_on": date(2025, 3, 2), "note": "Ký lại"},
    "workforces": {"workers": 9, "female": None},
    "inspections": {"breach": None, "place": "Quán ven đường"},
    "handlings": {"form": "warning", "fine": None},
    "hotspots": {"place": "Bến xe cũ", "kind": None},
    "hotspot_events": {"happened_on": date(2025, 6, 7)},
    "models": {"name": "Câu lạc bộ Đổi thay", "started_year": None},
    "model_years": {"state": "kept"},
    "figures": {"value": 0, "note": "Số đã rà soát"},
}
KINDS = tuple(CHANGES)
_PLACED = (
    "outreach",
    "trainings",
    "officials",
    "establishments",
    "inspections",
    "hotspots",
    "models",
    "figures",
)
_GOOD: dict[str, dict[str, object]] = {
    "outreach": {"held_on": date(2025, 5, 6), "form": "talk", "topic": "Đường dây nóng", "people": 40},
    "trainings": {"starts_on": date(2025, 5, 6), "ends_on": date(2025, 5, 7), "title": "Lớp tập huấn"},
    "officials": {"name": "Lường Văn Ơn", "role": "leader", "female": True, "post": "Phó Chủ tịch"},
    "plans": {"subject": "Kế hoạch năm", "first_year": 2025, "last_year": 2025, "state": "submitted"},
    "sections": {"shape": "heading-1", "text": "MỤC ĐÍCH"},
    "targets": {"text": "Ít nhất 70 % số xã", "operator": "at_least"},
    "tasks": {"content": "Tuyên truyền lưu động", "state": "planned", "lead": "Phòng Y tế"},
    "establishments": {"name": "Nhà nghỉ Ánh Sao", "kind": "guest_house", "address": "Bản Nà Đắng"},
    "commitments": {"signed_on": date(2025, 3, 1), "note": "Bản cam kết mẫu số 1"},
    "workforces": {"counted_on": date(2025, 3, 1), "workers": 7, "female": 4},
    "inspections": {"held_on": date(2025, 5, 6), "team": "district", "breach": True, "place": "Quán Gió"},
    "handlings": {"form": "fine", "fine": 3_000_000},
    "hotspots": {"found_on": date(2025, 2, 3), "place": "Khu vực bến xe", "kind": "public"},
    "hotspot_events": {"happened_on": date(2025, 6, 6), "what": "removed"},
    "models": {"name": "Nhóm Vì ngày mai", "kind": "peers", "started_year": 2024},
    "model_years": {"year": 2025, "state": "new"},
    "figures": {"definition": "cases", "value": 3, "note": "Theo báo cáo của Công an xã"},
}
_MONTHS = count()


def values(session: Session, kind: str, /, **changes: object) -> Values:
    """Good values of a kind; what belongs to another record gets one of its own unless that is given."""
    key, parent = PARENTS.get(kind, ("", ""))
    if parent and key not in changes:
        changes[key] = add(session, parent)
    if kind == "figures":
        # No two figures may be of the same days.
        changes.setdefault("period", "{}-{:02d}".format(*_month(next(_MONTHS))))
    if kind in _PLACED and "unit_id" not in changes:
        changes["unit_id"] = unit_id(session, "99102")
    return _GOOD[kind] | changes  # type: ignore[return-value]


def _month(number: int) -> tuple[int, int]:
    return 1950 + number // 12 % 140, number % 12 + 1


def add(session: Session, kind: str, /, **changes: object) -> int:
    """Store a good record of a kind and return its number."""
    return entries.add(session, kind, values(session, kind, **changes))


def step(book: Book, action: Callable[[Session], T], who: str = OFFICER) -> tuple[T, int]:
    """Do something as one step; return what it returned and the number of the step (0: nothing changed)."""
    with book.writing(who=who) as session:
        result = action(session)
        session.flush()
        number = int(session.info.get("step_id", 0))
    return result, number


def added(book: Book, kind: str, /, **changes: object) -> int:
    """Store a good record of a kind as a step of its own and return its number."""
    return step(book, lambda session: add(session, kind, **changes))[0]


def contents(book: Book) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but the log, drafts, counters and search's index, read without the product's code."""
    connection = connect(book.folder / BOOK_NAME, key=book.key)
    try:
        tables = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
            )
            if name not in ("step", "change", "draft", "sqlite_sequence") and not name.startswith("search_")
        ]
        return {name: connection.execute(f'SELECT * FROM "{name}" ORDER BY 1').fetchall() for name in tables}
    finally:
        connection.close()


def issued(book: Book, plan_id: int, *states: str) -> None:
    """Issue a submitted plan on 10/01/2025 under number 5, then let it go on to the given states."""
    signed: Values = {"number": 5, "issued_on": date(2025, 1, 10), "signatory_name": "Lò Văn Bảo"}
    changes: list[Values] = [{**signed, "state": "issued"}, *({"state": state} for state in states)]
    for change in changes:
        step(book, partial(entries.change, kind="plans", record_id=plan_id, values=change))


def ticking() -> Callable[[], datetime]:
    """A clock that moves on by a minute whenever it is read."""
    times: Iterator[datetime] = (NOW + timedelta(minutes=count) for count in range(10**6))
    return lambda: next(times)
