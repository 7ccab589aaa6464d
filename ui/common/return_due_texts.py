"""The words of the due board: findings of schedules, states of returns, why a due day clashes. No Qt."""

from collections.abc import Mapping

from db.rules.formats import number_text
from db.rules.returns.due import Clash, Due, DueState

DUE_TEXTS: Mapping[str, str] = {
    "schedule_empty": "Lịch nộp chưa có dòng nào. Hãy thêm một dòng.",
    "schedule_set_unknown": "Không có bộ biểu “{value}” vào kỳ này. Hãy chọn bộ biểu khác trong lịch nộp.",
    "schedule_after": "“{value}” phải là số từ 0 đến 11.",
    "schedule_days": "Số ngày làm việc phải từ 1 đến {most}, không phải {value}.",
    "schedule_day": "Ngày trong tháng phải từ 1 đến 31, không phải {value}.",
    "schedule_twice": "Bộ biểu “{value}” đã có hạn nộp cho cùng loại kỳ và cùng cấp ở một dòng khác. Hãy bỏ một dòng.",
    "schedule_level_gone": (
        "Lịch nộp còn dòng dành cho {level}, nhưng vào ngày {day} cấp này không còn: "
        "dòng đó không áp dụng cho đơn vị nào."
    ),
    "schedule_too_early": "Lịch nộp không thể bắt đầu trước ngày {first}. Hãy ghi ngày muộn hơn.",
    "schedule_usual": (
        "Đang dùng “{value}”: hạn sớm nhất theo Nghị định 09/2019/NĐ-CP. "
        "Hãy chọn hoặc nhập lịch của tỉnh ở nút Lịch nộp."
    ),
    "schedule_ended": (
        "Lịch nộp “{value}” chỉ có đến ngày {last}; kỳ sau ngày đó chưa có hạn. Hãy mở Lịch nộp để chọn lịch mới."
    ),
    "schedule_not_yet": "Lịch nộp “{value}” chỉ áp dụng từ ngày {first}; kỳ trước ngày đó không có hạn.",
    "days_off_missing": (
        "Chưa nhập ngày nghỉ năm {year} ({value}): hạn tính theo ngày làm việc có thể sớm hơn thực tế. "
        "Hãy nhập ở nút Lịch nộp."
    ),
    "days_off_stretch": "“{value}” chưa phải là khoảng ngày. Hãy gõ như 14/02/2026-22/02/2026.",
    "mark_in_future": "Ngày {value} chưa đến (hôm nay là {today}). Hãy ghi ngày đã gửi hoặc đã nhận.",
    "excuse_without_word": "Hãy ghi lý do vì sao không phải nộp.",
}

STATES: Mapping[DueState, str] = {
    DueState.NOT_BEGUN: "Chưa lập",
    DueState.FILLED: "Đang lập",
    DueState.CHECKED: "Đã kiểm tra",
    DueState.APPROVED: "Đã duyệt",
    DueState.EXPORTED: "Đã kết xuất",
    DueState.SENT: "Đã gửi",
    DueState.ACKNOWLEDGED: "Cấp trên đã nhận",
    DueState.RECEIVED: "Đã nhận",
    DueState.REFUSED: "Bị trả lại",
    DueState.EXCUSED: "Không phải nộp",
}
MISSING = "Chưa có"
_CLASHES: Mapping[Clash, str] = {
    Clash.BEFORE_CUT_OFF: "Vướng: hạn nộp ở trước ngày chốt số liệu.",
    Clash.NO_WORKING_DAY: (
        "Vướng: không có ngày làm việc nào giữa ngày chốt và hạn nộp "
        "(khoản 5 Điều 8 Nghị định 09/2019/NĐ-CP: ít nhất 1 ngày)."
    ),
}
_DAY_OFF = "Hạn rơi vào ngày nghỉ."
LATE, LEFT, TODAY = "Trễ {days} ngày", "Còn {days} ngày", "Hạn hôm nay"


def days_words(days: int) -> str:
    """Return how long a return is late or how long it still has."""
    if days < 0:
        return LATE.format(days=number_text(-days))
    return LEFT.format(days=number_text(days)) if days else TODAY


def clash_words(due: Due) -> str:
    """Return why a due day cannot be kept, or that it falls on a day off; nothing where all is well."""
    if due.clash is not None:
        return _CLASHES[due.clash]
    return _DAY_OFF if due.is_day_off else ""
