"""The words of one commune's sheet."""

KEYS = (
    ("Gõ số", "Chấm điểm ô đang chọn; phần lẻ sau dấu phẩy, như 7,5"),
    ("Enter, Shift+Enter", "Sang tiêu chí sau, về tiêu chí trước trong cùng cột"),
    ("Tab, Shift+Tab", "Sang cột sau, về cột trước"),
    ("F2", "Sửa ô đang chọn"),
    ("F6 hoặc Delete", "Xóa điểm của ô đang chọn; hoàn tác bằng Ctrl+Z"),
    ("Ctrl+PgDn, Ctrl+PgUp", "Sang phiếu của xã sau, về phiếu của xã trước"),
    ("Esc", "Từ phiếu về danh sách xã"),
)

NUMBER, SHEET = "TT", "Phiếu chấm điểm"
SELF, APPRAISED = "Tự chấm", "Thẩm định"
NO_SHEET = "Chọn một xã trong danh sách để xem và chấm điểm."
CRITERION, MOST, REASON = "Tiêu chí", "Điểm chuẩn", "Lý do chênh lệch"
WHOLE = "Tổng cộng"
RESULT, PART_RESULT = "{label}: {points} điểm – {title}", "{label}: {points} điểm, chưa chấm đủ"
NO_RESULT, BETWEEN = "{label}: chưa chấm", "   ·   "
SHEET_TITLE = "{unit} – phiếu năm {year}"
RULE_SET = "{title}. {citation}."
CHAIN = "{steps}."
STEPS = {
    "self": "{level} tự chấm",
    "appraised": "{level} thẩm định",
    "recognised": "{level} công nhận",
}
CELL_NOTE = "Tiêu chí {criterion}, {column}: {words}"
HELD = "{words} Chữ đã gõ được giữ ở ô màu đỏ, chưa lưu vào phiếu."
HELD_BACK = "{count} ô màu đỏ chưa lưu vào phiếu: {words}"
CELL = "{column}, tiêu chí {criterion}: {value}"
EMPTY_CELL = "chưa có"
