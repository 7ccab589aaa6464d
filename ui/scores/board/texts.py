"""The words of the board of communes."""

KEYS = (
    ("Enter", "Từ danh sách xã vào phiếu của xã đang chọn"),
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

BOARD = "Bảng điểm các xã"
LIST_TITLE = "Bảng điểm các xã năm {year}"
COMMUNES = "{count} xã"
COUNTED = "{label} {sheets} xã, bình quân {points} điểm"
NOT_COUNTED = "{label}: chưa có xã nào"
CLASSES = "Xếp loại sau thẩm định: {classes} · Chưa xếp loại {rest}"
CLASS_COUNT = "{title} {count}"
NO_CLASSES = "chưa có"
COUNTED_UNTIL = "Số trên tính đến hết ngày {last}, như biểu PCMD-07 của kỳ đang chọn."

EMPTY_TITLE = "Chưa có xã nào trong kỳ này"
EMPTY = "Bảng điểm lấy các xã trong danh mục đơn vị. Hãy đọc danh mục ở mục Danh mục, hoặc chọn năm khác."
EMPTY_STEP = "Xem lại danh sách"
