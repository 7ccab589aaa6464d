"""The words of training sessions."""

from ui.common.screens.subject import FieldWords, SubjectWords

TRAININGS = SubjectWords(
    title="Tập huấn",
    one="lớp tập huấn",
    purpose=(
        "Ghi từng lớp tập huấn và điểm danh cán bộ dự lớp. Lớp được tính vào kỳ có ngày kết thúc. "
        "Người ngoài danh sách cán bộ chỉ ghi số lượng."
    ),
    fields={
        "starts_on": FieldWords("Từ ngày"),
        "ends_on": FieldWords("Đến ngày", "", "Lớp được tính vào kỳ có ngày này."),
        "unit_id": FieldWords("Đơn vị mở lớp", "Gõ vài chữ của tên đơn vị"),
        "title": FieldWords("Tên lớp", "", "Tên lớp như trong kế hoạch. Không ghi tên người."),
        "topics": FieldWords(
            "Nội dung",
            "",
            "Các chuyên đề, mỗi chuyên đề một dòng (Ctrl+Enter xuống dòng). Không ghi tên người.",
        ),
        "place": FieldWords("Địa điểm", "", "Nơi mở lớp. Không ghi tên người."),
        "organiser": FieldWords("Đơn vị tổ chức", "", "Cơ quan, đoàn thể tổ chức. Không ghi tên người."),
        "target_groups": FieldWords("Đối tượng dự", "", "Các nhóm người dự. Không ghi tên người."),
        "lecturer": FieldWords(
            "Giảng viên", "", "Chức danh, cơ quan của giảng viên. Không ghi tên người ngoài danh sách cán bộ."
        ),
        "others_total": FieldWords("Người dự khác", "", "Số người dự ngoài danh sách cán bộ."),
        "others_female": FieldWords("Trong đó nữ", "", "Không lớn hơn số người dự khác."),
        "cost": FieldWords("Kinh phí (đồng)"),
        "task_id": FieldWords(
            "Thuộc nhiệm vụ",
            "Gõ vài chữ của nhiệm vụ",
            "Nhiệm vụ trong kế hoạch của năm mà lớp này thực hiện. Để trống nếu không thuộc nhiệm vụ nào.",
        ),
        "note": FieldWords(
            "Ghi chú", "", "Không ghi tên, địa chỉ của người dân, nạn nhân hay người báo tin."
        ),
    },
)
STARTS, ENDS, UNIT, TITLE, PLACE = "Từ ngày", "Đến ngày", "Đơn vị", "Tên lớp", "Địa điểm"
TASK = "Thuộc nhiệm vụ"
OFFICIALS, ATTENDANCES, FEMALE, COST = "Cán bộ", "Lượt dự", "Nữ", "Kinh phí"

ROSTER = "Cán bộ dự lớp ({count})"
ROSTER_FOLDED = "{title} – bấm hoặc Ctrl+Tab để mở"
ROSTER_HINT = "Gõ tên, chức vụ hoặc xã rồi Enter"
ROSTER_EMPTY = "Chưa điểm danh cán bộ nào."
ROSTER_CLOSED = "Nhập xong các ô bắt buộc của lớp rồi điểm danh."
ROSTER_REMOVE = "Bỏ tên"
ROSTER_REMOVE_TIP = "Bỏ cán bộ đang chọn khỏi lớp (F6 hoặc Delete)"
ROSTER_KEYS = (("Ctrl+Tab", "Sang danh sách cán bộ dự lớp, về biểu mẫu"),)
ROSTER_LINE = "{name} – {post}, {unit}"
ROSTER_LINE_PLAIN = "{name} – {unit}"
ROSTER_ADDED = "Đã điểm danh {name}. Hoàn tác bằng Ctrl+Z."
ROSTER_REMOVED = "Đã bỏ {name} khỏi lớp. Hoàn tác bằng Ctrl+Z."
