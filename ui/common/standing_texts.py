"""How it is said where a target or a task stands, and which of the three meanings its colour has."""

from collections.abc import Mapping
from datetime import date
from enum import Enum

from db.rules.standing import Standing, TaskStanding
from db.rules.target_progress import Reason


class Tone(Enum):
    """The meaning of a colour; a word always stands beside it."""

    PLAIN = ""
    LATE = "late"
    SOON = "soon"
    DONE = "done"


_TARGETS: Mapping[Standing, tuple[str, Tone]] = {
    Standing.REACHED: ("Đã đạt", Tone.DONE),
    Standing.ON_TRACK: ("Đúng tiến độ", Tone.PLAIN),
    Standing.BEHIND: ("Chậm tiến độ", Tone.SOON),
    Standing.MISSED: ("Không đạt", Tone.LATE),
    Standing.WITHIN: ("Trong mức", Tone.DONE),
    Standing.EXCEEDED: ("Vượt mức", Tone.LATE),
}
_REASONS: Mapping[Reason, str] = {
    Reason.NO_MEASURE: "Theo dõi riêng",
    Reason.NOTHING_RECORDED: "Chưa có số liệu",
    Reason.NO_DENOMINATOR: "Thiếu mẫu số",
    Reason.NO_YEAR_BEFORE: "Thiếu năm trước",
    Reason.NO_PLANNED_VALUE: "Chưa ghi mức",
    Reason.NOT_COMPARABLE: "Khác địa giới",
}
_UNMEASURED = "Chưa đo được"
_TASKS: Mapping[TaskStanding, tuple[str, Tone]] = {
    TaskStanding.DONE: ("Hoàn thành", Tone.DONE),
    TaskStanding.DROPPED: ("Không thực hiện", Tone.PLAIN),
    TaskStanding.LATE: ("Quá hạn {days} ngày", Tone.LATE),
    TaskStanding.SOON: ("Còn {days} ngày", Tone.SOON),
    TaskStanding.RUNNING: ("Đang thực hiện", Tone.PLAIN),
    TaskStanding.PLANNED: ("Chưa thực hiện", Tone.PLAIN),
}
_DUE_TODAY = "Hạn hôm nay"


def target_words(standing: Standing, reason: Reason | None = None) -> tuple[str, Tone]:
    """Return how a target stands in a word or two, or why it cannot be measured, and the tone of it."""
    if standing is Standing.UNMEASURED:
        return (_REASONS[reason] if reason else _UNMEASURED), Tone.PLAIN
    return _TARGETS[standing]


def task_words(standing: TaskStanding, ends_on: date | None, today: date) -> tuple[str, Tone]:
    """Return how a task stands, with the days that it is late or has left, and the tone of it."""
    words, tone = _TASKS[standing]
    if ends_on is None:
        return words, tone
    if standing is TaskStanding.SOON and ends_on == today:
        return _DUE_TODAY, tone
    return words.format(days=abs((ends_on - today).days)), tone
