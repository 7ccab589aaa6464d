"""The words of the evidence of tasks."""

from collections.abc import Sequence
from datetime import date

from db.rules.evidence import Offer, Slot
from db.rules.formats import day_text, number_text
from db.rules.standing import TaskStanding
from db.services.planning.evidence import TaskEvidence
from db.services.planning.tasks import TaskLine
from ui.common.standing_texts import Tone

COLUMN = "Bằng chứng"
COLUMN_COUNT, COLUMN_NONE = "{count} hoạt động", "Chưa có"
COLUMN_MISSING, COLUMN_MISSING_TIMES = "Thiếu", "Thiếu {count} kỳ"

TITLE_NONE = "Bằng chứng"
TITLE = "Bằng chứng: {count} hoạt động"
TITLE_PEOPLE = "Bằng chứng: {count} hoạt động, {people} lượt người"
NAME = "Hoạt động làm bằng chứng của nhiệm vụ"
CHOOSE_TASK = "Chọn một nhiệm vụ đã lưu để xem các hoạt động làm bằng chứng."
EMPTY = "Chưa có hoạt động nào được gắn với nhiệm vụ này."
MISSING = "Nhiệm vụ đã hết hạn mà chưa có hoạt động nào làm bằng chứng."
TIMES = "Từng kỳ: {slots}"
SLOT, SLOT_NONE, SLOT_MISSING = "đến {day}: {count}", "đến {day}: chưa có", "đến {day}: thiếu"
SPOKEN = "{standing}; bằng chứng: {evidence}"
BETWEEN = " · "

OPEN, CLOSE = "Xem  Ctrl+B", "Về  Ctrl+B"
OPEN_TIP = "Sang bảng bằng chứng của nhiệm vụ, về danh sách nhiệm vụ (Ctrl+B)"
LINK = "Gắn…  Ctrl+J"
LINK_TIP = "Chọn hoạt động của năm để làm bằng chứng cho nhiệm vụ này (Ctrl+J)"
UNLINK = "Gỡ"
UNLINK_TIP = "Gỡ hoạt động đang chọn khỏi nhiệm vụ; hoạt động vẫn còn (Delete)"
DONE, DONE_UP_TO = "Đánh dấu hoàn thành", "Đánh dấu xong kỳ {day}"
DONE_TIP = "Ghi trạng thái và ngày xong của nhiệm vụ theo các hoạt động đã gắn (Ctrl+D)"
LINKED = "Đã gắn {count} hoạt động với nhiệm vụ. Hoàn tác bằng Ctrl+Z."
UNLINKED = "Đã gỡ {count} hoạt động khỏi nhiệm vụ. Hoàn tác bằng Ctrl+Z."
MARKED = "Đã đánh dấu nhiệm vụ. Hoàn tác bằng Ctrl+Z."

DAY, KIND, UNIT, WHAT, SESSIONS, PEOPLE = "Ngày", "Loại", "Đơn vị", "Nội dung", "Buổi", "Người"
KINDS = {"trainings": "Lớp tập huấn", "inspections": "Lượt kiểm tra", "models": "Mô hình"}

DIALOG_TITLE = "Gắn hoạt động với nhiệm vụ"
DIALOG_WORDS = (
    "{task}\nCác hoạt động của năm {year} chưa gắn với nhiệm vụ nào. "
    "Chọn nhiều dòng bằng Ctrl hoặc Shift; Ctrl+A chọn tất cả các dòng đang hiện."
)
DIALOG_NAME = "Hoạt động chưa gắn với nhiệm vụ nào"
DIALOG_EMPTY_TITLE = "Không có hoạt động nào chưa gắn"
DIALOG_EMPTY = "Mọi hoạt động của năm {year} đã được gắn, hoặc năm này chưa ghi hoạt động nào."
DIALOG_LINK, DIALOG_LINK_COUNT = "Gắn", "Gắn {count} hoạt động"

KEYS = (
    ("Ctrl+G", "Nhiệm vụ: sửa danh mục cơ quan được gợi ý"),
    ("Ctrl+B", "Nhiệm vụ: sang bảng bằng chứng, về danh sách"),
    ("Ctrl+J", "Nhiệm vụ: gắn hoạt động làm bằng chứng"),
    ("Ctrl+D", "Nhiệm vụ: đánh dấu hoàn thành theo bằng chứng"),
    ("Enter, Delete", "Bảng bằng chứng: mở hoạt động, gỡ hoạt động"),
)


def column_words(line: TaskLine) -> tuple[str, Tone]:
    """Return how much evidence a task has, or that its time is over without; the tone is milder once it is done."""
    found = line.evidence
    if found.missing:
        several = len(found.slots) > 1
        words = COLUMN_MISSING_TIMES.format(count=len(found.missing)) if several else COLUMN_MISSING
        return words, Tone.SOON if line.standing is TaskStanding.DONE else Tone.LATE
    return (COLUMN_COUNT.format(count=found.count) if found.count else COLUMN_NONE), Tone.PLAIN


def title(found: TaskEvidence | None) -> str:
    if found is None:
        return TITLE_NONE
    words = TITLE if found.people is None else TITLE_PEOPLE
    return words.format(count=number_text(found.count), people=number_text(found.people))


def offer_words(offer: Offer, year: int) -> str:
    return DONE if offer.whole else DONE_UP_TO.format(day=_short_day(offer.done_on, year))


def slot_words(slot: Slot, missing: Sequence[Slot], year: int) -> str:
    """Return one time of a task; the year is written only where it is another."""
    day = _short_day(slot.last, year)
    words = SLOT if slot.count else (SLOT_MISSING if slot in missing else SLOT_NONE)
    return words.format(day=day, count=slot.count)


def _short_day(day: date, year: int) -> str:
    return f"{day:%d/%m}" if day.year == year else day_text(day)
