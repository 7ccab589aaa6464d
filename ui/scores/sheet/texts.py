"""The words of one commune's sheet."""

KEYS = (
    (
        "Gõ chữ, số",
        "Trả lời ô đang chọn: 7,5; 18/142; số thứ tự hoặc chữ đầu của mức; c hoặc k",
    ),
    ("Enter, Shift+Enter", "Sang tiêu chí sau, về tiêu chí trước trong cùng cột"),
    ("Enter ở cột Thẩm định", "Ô trống: nhận câu trả lời của xã rồi sang tiêu chí sau"),
    ("Tab, Shift+Tab", "Sang cột sau, về cột trước"),
    ("F2", "Sửa ô đang chọn, mở danh sách mức"),
    ("F6 hoặc Delete", "Xóa câu trả lời của ô đang chọn; hoàn tác bằng Ctrl+Z"),
    ("F7 hoặc gõ kad", "Không áp dụng, ở tiêu chí cho phép"),
    ("F8, Shift+F8", "Lấy số trong sổ cho tiêu chí đang chọn, cho mọi ô trống"),
    ("F9, Shift+F9", "Xem những dòng đã ghi làm nên số đó, làm nên mẫu số"),
    ("F4", "Ghi vì sao không lấy số trong sổ"),
    ("Ctrl+Enter", "Bước tiếp theo: nộp phiếu, thẩm định xong, công nhận"),
    ("Ctrl+PgDn, Ctrl+PgUp", "Sang phiếu của xã sau, về phiếu của xã trước"),
    ("Esc", "Từ phiếu về danh sách xã"),
    ("Alt+V", "Việc khác với phiếu, với bảng điểm"),
)

NUMBER, SHEET = "TT", "Phiếu chấm điểm"
SELF, APPRAISED, POINTS = "Tự chấm", "Thẩm định", "Điểm"
POINTS_OF = {"self": "Điểm tự chấm", "appraised": "Điểm thẩm định"}
CRITERION, MOST, REASON, NOTE = "Tiêu chí", "Điểm chuẩn", "Lý do chênh lệch", "Vì sao không lấy số gợi ý"
CONDITIONS = "ĐIỀU KIỆN"
CELL_NOTE = "Tiêu chí {criterion}, {column}: {words}"
HELD = "{words} Chữ đã gõ được giữ ở ô màu đỏ, chưa lưu vào phiếu."
HELD_BACK = "{count} ô màu đỏ chưa lưu vào phiếu: {words}"
CELL = "{column}, tiêu chí {criterion}: {value}"
EMPTY_CELL = "chưa có"

SHEET_TITLE = "Phiếu năm {year} – {unit}"
RULE_SET = "{title}. {citation}."
NO_SHEET_TITLE = "Chưa mở phiếu nào"
NO_SHEET = "Chọn một xã trong danh sách rồi nhấn Enter để xem và chấm điểm."
NO_RULE_SET_TITLE = "Năm {year} chưa có bộ tiêu chí"
NO_RULE_SET = (
    "{words} Hãy đưa một bộ tiêu chí vào áp dụng cho năm này (Danh mục, Bộ tiêu chí), "
    "hoặc chọn năm khác ở thanh trên."
)
REFUSED_TITLE, REFUSED = "Không có phiếu năm {year}", "{words}"
TO_BOARD, TO_RULE_SETS = "Danh sách xã", "Mở Bộ tiêu chí"

RESULTS = "Kết quả của phiếu"
COLUMN, TOTAL, SCALED, CLASS, OPEN = "Cột", "Tổng", "Quy đổi", "Xếp loại", "Còn lại"
HEAD_MOST = "{title} ({most})"
POINTS_OF_MOST = "{points}/{most}"
NOTHING_OPEN, STILL_OPEN = "đã đủ", "{count} tiêu chí"
NO_CLASS = "chưa xếp loại"
NOT_APPLYING = "{label}: không áp dụng {count} tiêu chí ({codes}), rút {points} điểm khỏi tổng"
FAILING = "{label}: có điều kiện liệt – {titles}"
BETWEEN = ".  "
RESULT_WORDS, PART_WORDS = "{points} điểm, {title}", "{points} điểm"
