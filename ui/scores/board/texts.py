"""The words of the board of communes."""

KEYS = (
    ("Enter", "Từ danh sách xã vào phiếu của xã đang chọn"),
    ("Ctrl+1 … Ctrl+4", "Xem điểm thẩm định, điểm tự chấm, chênh lệch, so với năm trước theo từng nhóm"),
    ("Ctrl+J", "Chỉ xem các xã chưa nộp hoặc chậm hạn, xã chậm nhất đứng đầu; bấm lần nữa để xem tất cả"),
    ("Ctrl+B", "Mở, đóng phần chi tiết của xã đang chọn"),
    ("Ctrl+F", "Lọc danh sách xã"),
    ("Ctrl+E", "Kết xuất bảng điểm ra Excel"),
    ("Ctrl+P", "In bảng điểm các xã"),
)

NUMBER, UNIT, DIFFERENCE = "TT", "Xã", "Chênh lệch"
STATE, CLASS, RANK, STREAK, DUE = "Trạng thái", "Xếp loại", "Hạng", "Năm liền", "Hạn"
SELF, APPRAISED = "Tự chấm", "Thẩm định"
GROUP = "Nhóm {code}"
BEFORE, PAPER_BEFORE = "Năm trước", "Điểm thẩm định năm trước"
BEFORE_SAID = "Năm trước: {why}"
BEFORE_PART, BEFORE_WHY = "{unit} {points}", "{why} – {parts}"
PAPER_SELF, PAPER_APPRAISED = "Điểm tự chấm", "Điểm thẩm định"

STATES = {
    "not_begun": "Chưa chấm",
    "open": "Đang tự chấm",
    "returned": "Đã trả lại",
    "submitted": "Đã nộp",
    "appraised": "Đã thẩm định",
    "recognised": "Đã công nhận",
    "withdrawn": "Đã thu hồi",
}
DUE_STEPS = {
    "registered": "đăng ký",
    "self": "nộp phiếu",
    "appraised": "thẩm định",
    "recognised": "công nhận",
}
LATE, LEFT, TODAY = "Chậm {days} ngày", "Còn {days} ngày", "Hạn hôm nay"
DUE_STEP = "{step} hạn {day} ({days})"

VIEW = "Xem:"
VIEWS = {
    "appraised": ("Thẩm định", "Điểm thẩm định của từng nhóm (Ctrl+1)"),
    "self": ("Tự chấm", "Điểm tự chấm của từng nhóm (Ctrl+2)"),
    "difference": ("Chênh lệch", "Điểm thẩm định trừ điểm tự chấm của từng nhóm (Ctrl+3)"),
    "before": ("So với năm trước", "Điểm thẩm định năm nay trừ năm trước của từng nhóm (Ctrl+4)"),
}
POINT_HEATS = {
    "lowest": "dưới 50 %",
    "low": "50–70 %",
    "middle": "70–85 %",
    "high": "85–95 %",
    "highest": "từ 95 %",
}
DIFFERENCE_HEATS = {
    "lowest": "giảm từ 20 %",
    "low": "giảm",
    "high": "tăng",
    "highest": "tăng từ 20 %",
}
OF_MOST = "{share} của {most} điểm"
THAN_SELF = "tự chấm {first}, thẩm định {second}"
THAN_BEFORE = "năm trước {first}, năm nay {second}"
ATTENTION, ATTENTION_TIP = (
    "Chưa nộp, chậm hạn",
    "Chỉ xem các xã chưa nộp hoặc chậm hạn, xã chậm nhất đứng đầu (Ctrl+J)",
)
DETAIL, DETAIL_TIP = "Chi tiết", "Mở, đóng phần chi tiết của xã đang chọn (Ctrl+B)"

DETAIL_NAME = "Chi tiết của xã đang chọn"
NONE_CHOSEN = "Chưa chọn xã nào"
NONE_CHOSEN_HINT = (
    "Chọn một xã để xem còn thiếu gì để lên loại trên, mấy năm liền giữ loại, việc nào sắp đến hạn."
)
BETWEEN = " · "
REGISTERED, RECOGNISED = "Đăng ký: {title}", "Công nhận: {title}"
SCORED, SCORED_CLASS = "{label}: {points} điểm", "{label}: {points} điểm – {title}"
NO_RULE_SET = "Năm này chưa có bộ tiêu chí nào cho xã."
UNFINISHED = "Phiếu chưa đủ câu trả lời nên chưa xếp loại."
BEST = "Đã ở loại cao nhất của bộ tiêu chí."
BY_SELF, BY_APPRAISED = "Theo điểm tự chấm", "Theo điểm thẩm định"
GAP_LINE = "{by}: {words}"
POINTS_MISSING, POINTS_ENOUGH = "còn thiếu {points} điểm để lên loại {title}.", "đã đủ điểm của loại {title}."
FLOOR, FLOORS_MISSING = "nhóm {group} thiếu {points}", "Thiếu điểm tối thiểu: {floors}."
CONDITIONS_MISSING = "Điều kiện chưa đạt: {titles}."
FAILING = "Điều kiện liệt đang mắc: {titles}."
CLOSED_BY = "Đủ điểm nếu đạt trọn tiêu chí {criteria}."
NOT_CLOSED = "Mọi tiêu chí đều đạt trọn cũng chưa đủ điểm."
OTHER_GAINS = "Còn có thể thêm ở tiêu chí {criteria}."
GAIN, MORE = "{code}. {title} (+{points})", " và {rest} tiêu chí nữa"
STREAK_LINE = "{years} năm liền đạt loại {title} trở lên."
DUE_LINE = "Còn phải làm: {due}."

BOARD = "Bảng điểm các xã"
LIST_TITLE = "Bảng điểm các xã năm {year}"
VIEW_LINE = "Điểm theo nhóm: {view}"
NARROWED_LINE = "Đang lọc: {count} trong số {all} xã"
COMMUNES = "{count} xã"
COUNTED = "{label} {sheets} xã, bình quân {points} điểm"
NOT_COUNTED = "{label}: chưa có xã nào"
CLASSES = "Xếp loại sau thẩm định: {classes} · {rest}"
CLASS_COUNT, CLASS_SHARE = "{title} {count}", "{title} {count} ({share})"
UNCLASSED = "Chưa xếp loại"
NO_CLASSES = "chưa có"
COUNTED_UNTIL = "Số trên tính đến hết ngày {last}, như biểu PCMD-07 của kỳ đang chọn."

EMPTY_TITLE = "Chưa có xã nào trong kỳ này"
EMPTY = "Bảng điểm lấy các xã trong danh mục đơn vị. Hãy đọc danh mục ở mục Danh mục, hoặc chọn năm khác."
EMPTY_STEP = "Xem lại danh sách"
