"""The words of returns."""

TITLE = "Báo cáo"
PURPOSE = (
    "Xem trước các biểu của kỳ đang chọn rồi kết xuất ra Excel để gửi lên trên. Số trong biểu lấy từ các mục đã nhập; "
    "bản đã kết xuất được giữ lại kèm mã kiểm tra."
)
KEYS = (
    ("Ctrl+E", "Kết xuất các biểu ra một tệp Excel"),
    ("Ctrl+P", "In biểu đang xem"),
    ("Ctrl+Tab, Ctrl+Shift+Tab", "Sang biểu sau, về biểu trước"),
    ("Ctrl+F", "Chọn đơn vị báo cáo"),
    ("Ctrl+C", "Chép các ô đang chọn để dán vào Excel"),
)

SET, UNIT = "Bộ biểu", "Đơn vị báo cáo"
UNIT_HINT = "Gõ vài chữ của tên đơn vị"
EXPORT, EXPORT_TIP = "Kết xuất Excel  Ctrl+E", "Ghi các biểu ra một tệp Excel và chốt lại bản đã ghi (Ctrl+E)"
PRINT, PRINT_TIP = "In", "In biểu đang xem (Ctrl+P)"
SAVE_AS = "Kết xuất báo cáo"
FORMS = "Các biểu"

FILLING = "Đang tính số liệu…"
WRITING = "Đang ghi tệp {name}…"
PERIOD = "{period}: từ {first} đến hết {last}."
REVISION = "Nếu kết xuất bây giờ: lần {number}."
UNCHANGED = "Số liệu không đổi so với lần {number} (kết xuất ngày {day}); kết xuất lại vẫn là lần {number}."
CHANGED = "Số liệu đã khác lần {earlier} (kết xuất ngày {day}); kết xuất bây giờ là lần {number}."

SAMPLE = "Sổ này là dữ liệu mẫu: biểu kết xuất có ghi chữ “số liệu mẫu”, không dùng để báo cáo."
NOT_OVER = "Kỳ chưa hết (ngày cuối là {last}): số liệu còn có thể thay đổi."
NO_RECORDS = "{count} xã chưa có hoạt động nào trong kỳ: {names}."
NO_RECORDS_MORE = "{names} và {rest} xã khác"
NO_TASKS = "Biểu {code} còn trống: kế hoạch năm {year} của đơn vị này chưa ban hành hoặc chưa có nhiệm vụ."
NO_TARGETS = "Biểu {code} còn trống: kế hoạch năm {year} của đơn vị này chưa ban hành hoặc chưa có chỉ tiêu."

EXPORT_AS_REPORTED = "Tệp kết xuất vẫn ghi đúng số như đã báo cáo."

NO_SETS = "Chưa có bộ biểu nào áp dụng cho kỳ này. Hãy chọn kỳ khác."
NO_UNIT = "{name} chưa có hoặc không còn trong kỳ này nên không có báo cáo. Hãy chọn kỳ khác."
NOT_FILLED = "Chưa tính xong số liệu của kỳ này. Hãy bấm Nạp lại."
RELOAD, RELOAD_TIP = "Nạp lại", "Tính lại số liệu của các biểu"

EXPORTED = "Đã kết xuất {name} – lần {revision}, mã kiểm tra {code}."
OPEN_FOLDER, OPEN_FOLDER_TIP = "Mở thư mục", "Mở thư mục chứa tệp vừa kết xuất"
COPY_CODE, COPY_CODE_TIP = "Chép mã kiểm tra", "Chép mã kiểm tra của tệp vừa kết xuất"
COPIED = "Đã chép mã kiểm tra {code}."

HISTORY = "Đã kết xuất"
HISTORY_EMPTY = "Chưa kết xuất báo cáo nào cho đơn vị này."
HISTORY_SET, HISTORY_PERIOD, HISTORY_REVISION, HISTORY_CODE = "Bộ biểu", "Kỳ", "Lần", "Mã kiểm tra"
HISTORY_FILE, HISTORY_AT, HISTORY_WHO = "Tệp", "Lúc", "Người kết xuất"

CELL = "{row}, {column}: {value}"
TOTAL = "Tổng"
