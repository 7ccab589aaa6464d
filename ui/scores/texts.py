"""The words of scoring."""

TITLE = "Chấm điểm"
PURPOSE = (
    "Chấm điểm từng xã theo bộ tiêu chí của năm: xã tự chấm, cấp trên thẩm định. Mỗi điểm được lưu ngay khi rời ô. "
    "Xã chỉ được xếp loại khi đã chấm đủ mọi tiêu chí."
)
KEYS = (
    ("Gõ số", "Chấm điểm ô đang chọn; phần lẻ sau dấu phẩy, như 7,5"),
    (
        "Enter, Shift+Enter",
        "Sang tiêu chí sau, về tiêu chí trước trong cùng cột; từ danh sách xã thì vào phiếu",
    ),
    ("Tab, Shift+Tab", "Sang cột sau, về cột trước"),
    ("F2", "Sửa ô đang chọn"),
    ("F6 hoặc Delete", "Xóa điểm của ô đang chọn; hoàn tác bằng Ctrl+Z"),
    ("Esc", "Từ phiếu về danh sách xã"),
    ("Ctrl+F", "Lọc danh sách xã"),
    ("Ctrl+E", "Kết xuất bảng điểm ra Excel"),
    ("Ctrl+P", "In bảng điểm các xã"),
)

NUMBER, UNIT, DIFFERENCE = "TT", "Xã", "Chênh lệch"
SELF, SELF_CLASS = "Tự chấm", "Xếp loại"
APPRAISED, APPRAISED_CLASS = "Thẩm định", "Xếp loại"
BEFORE, PAPER_BEFORE = "Năm trước", "Điểm thẩm định năm trước"
BEFORE_SAID = "Năm trước: {why}"
BEFORE_PART, BEFORE_WHY = "{unit} {points}", "{why} – {parts}"
# On paper nothing stands above the columns to tell the two classes apart.
PAPER_SELF, PAPER_SELF_CLASS = "Điểm tự chấm", "Xếp loại tự chấm"
PAPER_APPRAISED, PAPER_APPRAISED_CLASS = "Điểm thẩm định", "Xếp loại sau thẩm định"

BOARD, SHEET = "Bảng điểm các xã", "Phiếu chấm điểm"
LIST_TITLE = "Bảng điểm các xã năm {year}"
EXPORT, EXPORT_TIP = "Kết xuất", "Kết xuất bảng điểm các xã ra Excel (Ctrl+E)"
PRINT, PRINT_TIP = "In", "In bảng điểm các xã (Ctrl+P)"
SCORE, SCORE_TIP = "Chấm điểm  Enter", "Vào phiếu của xã đang chọn (Enter)"
COMMUNES = "{count} xã"
COUNTED = "{label} {sheets} xã, bình quân {points} điểm"
NOT_COUNTED = "{label}: chưa có xã nào"
CLASSES = "Xếp loại sau thẩm định: {classes} · Chưa xếp loại {rest}"
CLASS_COUNT = "{title} {count}"
COUNTED_UNTIL = "Số trên tính đến hết ngày {last}, như biểu PCMD-07 của kỳ đang chọn."

EMPTY_TITLE = "Chưa có xã nào trong kỳ này"
EMPTY = "Bảng điểm lấy các xã trong danh mục đơn vị. Hãy đọc danh mục ở mục Danh mục, hoặc chọn năm khác."
EMPTY_STEP = "Xem lại danh sách"
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
SELF_ON, APPRAISED_ON = "Ngày tự chấm", "Ngày thẩm định"
DAYS_HINT = "Điểm được tính vào báo cáo từ kỳ có chứa ngày này trở đi, trong cùng năm."
DAY_LATER = "{label} {day} sau ngày cuối kỳ đang chọn ({last}): điểm chưa tính vào báo cáo kỳ này."
DAY_OTHER_YEAR = "{label} {day} ở trước năm {year}. Hãy xem lại ngày."
CELL_NOTE = "Tiêu chí {criterion}, {column}: {words}"
HELD = "{words} Chữ đã gõ được giữ ở ô màu đỏ, chưa lưu vào phiếu."
HELD_BACK = "{count} ô màu đỏ chưa lưu vào phiếu: {words}"
CELL = "{column}, tiêu chí {criterion}: {value}"
EMPTY_CELL = "chưa có"
