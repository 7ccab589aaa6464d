"""The words of backups, in the window and on the command line."""

from collections.abc import Mapping

from db.rules.backups import Why

WHY: Mapping[Why, str] = {
    Why.EXIT: "khi đóng sổ",
    Why.DAILY: "hằng ngày",
    Why.UPGRADE: "trước khi nâng cấp sổ",
    Why.IMPORT: "trước khi nhập danh sách",
    Why.TAKE_IN: "trước khi nhận sổ bàn giao",
    Why.SUCCESSION: "trước khi ghi sáp nhập",
    Why.RESTORE: "trước khi phục hồi",
    Why.REPAIR: "trước khi sửa sổ",
    Why.HAND: "bấm sao lưu",
    Why.HANDOVER: "bàn giao",
}
KINDS: Mapping[str, str] = {
    "units": "Đơn vị hành chính",
    "plans": "Kế hoạch",
    "trainings": "Lớp tập huấn",
    "officials": "Cán bộ",
    "outreach": "Hoạt động tuyên truyền",
    "establishments": "Cơ sở kinh doanh dịch vụ",
    "inspections": "Lượt kiểm tra",
    "hotspots": "Tụ điểm",
    "models": "Mô hình ở xã",
    "figures": "Số liệu kỳ",
    "score_sheets": "Phiếu chấm điểm",
    "returns": "Báo cáo đã duyệt",
    "received_files": "Tệp báo cáo đã nhận",
}
DOING: Mapping[str, str] = {
    "snapshot": "Đang sao lưu: chép sổ…",
    "packing": "Đang sao lưu: ghi tệp…",
    "verifying": "Đang sao lưu: mở lại để kiểm tra…",
    "keeping": "Đang giữ lại sổ hiện tại…",
    "restoring": "Đang đưa sổ về chỗ…",
}

_STAYS = "Sổ hiện tại và các bản sao lưu khác vẫn còn nguyên."
FAULTS: Mapping[str, str] = {
    "missing": "Không đọc được tệp {name}: tệp không còn ở đó, hoặc ổ đĩa đã rút ra.",
    "folder": "{name} là một thư mục, không phải bản sao lưu.",
    "empty": "Tệp {name} trống không, không phải bản sao lưu.",
    "other_kind": "Tệp {name} không phải bản sao lưu của Sổ PCMD.",
    "broken": "Bản sao lưu {name} bị hỏng hoặc chép chưa hết: có phần không đọc được.",
    "changed": "Bản sao lưu {name} đã bị thay đổi sau khi ghi, hoặc ổ đĩa đọc sai.",
    "book_broken": "Sổ bên trong bản sao lưu {name} không mở được hoặc bị hỏng.",
    "newer": "Bản sao lưu {name} được ghi bằng bản Sổ PCMD mới hơn. Hãy cài bản mới nhất rồi phục hồi lại.",
    "other_counts": "Bản sao lưu {name} không chứa đúng số liệu mà tệp tự khai.",
    "no_key": "Chưa mở được khóa của sổ. Hãy đăng nhập bằng tài khoản của sổ rồi làm lại.",
}


def fault_text(fault: str, name: str) -> str:
    """Say what is wrong with a backup, what was kept and what to do."""
    advice = "" if fault in ("newer", "no_key") else " Hãy chọn một bản khác."
    return f"{FAULTS[fault].format(name=name)} {_STAYS}{advice}"


def not_verified_text(fault: str, name: str) -> str:
    """Say that a backup that was just made did not hold."""
    return (
        f"Bản sao lưu {name} vừa ghi không đọc lại được đúng nên đã bị xóa. {FAULTS[fault].format(name=name)} {_STAYS} "
        "Hãy sao lưu lại; nếu vẫn vậy, ổ đĩa có thể sắp hỏng: hãy sao lưu sang ổ khác."
    )


def secret_text(name: str, *, wrong: bool) -> str:
    """Say that a password is wanted, or that the one that was given is wrong."""
    if wrong:
        return (
            f"Mật khẩu hoặc khóa phục hồi không mở được bản sao lưu {name}. {_STAYS} "
            "Hãy gõ mật khẩu dùng vào ngày sao lưu, của bất kỳ tài khoản nào, hoặc khóa phục hồi."
        )
    return f"Bản sao lưu {name} được mã hóa. Hãy gõ mật khẩu dùng vào ngày sao lưu hoặc khóa phục hồi."


def foreign_text(name: str, office: str) -> str:
    """Say that a backup is of another office."""
    return (
        f"Bản sao lưu {name} là của {office}, không phải của sổ đang có ở đây. {_STAYS} "
        "Muốn mở sổ đó, hãy chọn một thư mục chưa có sổ."
    )
