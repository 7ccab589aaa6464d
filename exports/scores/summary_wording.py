"""The words of the workbooks of scoring. The form's number and title are those of the quarterly return's PCMD-07."""

FORM = "PCMD-07"
TITLE = "TỔNG HỢP KẾT QUẢ CHẤM ĐIỂM, XẾP LOẠI XÃ, PHƯỜNG, THỊ TRẤN"
MEASURED = "Điểm"
YEAR = "Năm {year}"
REPORTING = "Đơn vị tổng hợp: {name}"
NUMBER, CODE, UNIT, RANK, NOTE = "TT", "Mã đơn vị", "Đơn vị", "Xếp hạng", "Ghi chú"
GROUP = "{code}. {title}"
COLUMN_HEADS = {"self": "Tự chấm", "appraised": "Thẩm định"}
TOTAL, CLASS = "Tổng điểm", "Xếp loại"
TOTAL_HEADS = {"self": "Tự chấm", "appraised": "Thẩm định", "difference": "Chênh lệch"}
CLASS_HEADS = {
    "registered_class": "Đăng ký",
    "self_class": "Tự chấm",
    "appraised_class": "Thẩm định",
    "recognised_class": "Công nhận",
}
AVERAGE = "Bình quân"
SOURCE = "{title}. {citation}"
VERSION = "{title}, phiên bản {version}"
CLASS_TABLE = ("Xếp loại sau thẩm định", "Số đơn vị", "Trên tổng số", "Tỷ lệ")
UNCLASSED = "Chưa xếp loại"
MISSING = "Chưa nộp phiếu {count}/{of} đơn vị: {names}."
WAITING = "Đã nộp, chưa thẩm định xong {count}/{of} đơn vị: {names}."
TOO_LATE = "Thẩm định sau ngày {last} nên không có trong báo cáo số liệu của năm {year}: {names}."
SCALED = "Tổng điểm đã quy về đủ điểm chuẩn vì có tiêu chí không áp dụng: {names}."
LIST_SHEET_COLUMNS = (
    ("TT", 40),
    ("Mã đơn vị", 80),
    ("Xã, phường, thị trấn", 220),
    ("Điểm", 80),
    ("Loại", 110),
    ("Đăng ký", 110),
    ("Ghi chú", 240),
)
