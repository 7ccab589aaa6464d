"""The words of returns."""

TITLE = "Báo cáo"
PURPOSE = (
    "Xem các biểu của kỳ đang chọn, ghi tay ô nào cần, xem lại những điều chương trình thấy lạ, duyệt rồi kết xuất ra "
    "Excel để gửi lên trên. Số trong biểu lấy từ các mục đã nhập; bản đã duyệt được giữ nguyên kèm mã kiểm tra."
)
KEYS = (
    ("F2", "Ghi tay ô đang chọn, có lý do"),
    ("Delete", "Ô ghi tay lấy lại số của sổ"),
    ("Enter", "Mở các dòng ở sau số đang chọn; trong danh sách cần xem lại: tới ô"),
    ("F3", "Xem số hiện nay hoặc bản đã duyệt"),
    ("F4", "Kỳ này, từ đầu năm, cùng kỳ năm trước cạnh nhau"),
    ("F7", "Kiểm tra: xem các lỗi, cảnh báo"),
    ("F8", "Ghi lời cho các cảnh báo đang chọn"),
    ("F9", "Duyệt"),
    ("Shift+F9", "Thu hồi lần duyệt chưa kết xuất"),
    ("Ctrl+E", "Kết xuất các biểu ra một tệp Excel"),
    ("Ctrl+P", "In biểu đang xem"),
    ("Ctrl+Tab, Ctrl+Shift+Tab", "Sang biểu sau, về biểu trước"),
    ("Ctrl+F", "Chọn đơn vị báo cáo"),
    ("Ctrl+C", "Chép các ô đang chọn để dán vào Excel"),
)

SET, UNIT = "Bộ biểu", "Đơn vị báo cáo"
UNIT_HINT = "Gõ vài chữ của tên đơn vị"
EXPORT, EXPORT_TIP = (
    "Kết xuất Excel  Ctrl+E",
    "Duyệt nếu chưa duyệt, rồi ghi bản đã duyệt ra một tệp Excel (Ctrl+E)",
)
PRINT, PRINT_TIP = "In", "In biểu đang xem (Ctrl+P)"
SAVE_AS = "Kết xuất báo cáo"
FORMS = "Các biểu"

FILLING = "Đang tính số liệu…"
PERIOD = "{period}: từ {first} đến hết {last}."
REVISION = "Nếu duyệt bây giờ: lần {number}."
UNCHANGED = "Số liệu của sổ không khác bản đã duyệt lần {earlier}."
CHANGED = "Số liệu của sổ đã khác bản đã duyệt lần {earlier} ở {count} ô; duyệt bây giờ là lần {number}."
FROZEN_FIGURES_ALONE = "Bản đã duyệt do bản chương trình cũ giữ, chỉ có số; các biểu dưới đây là số hiện nay."

SAMPLE = "Sổ này là dữ liệu mẫu: biểu kết xuất có ghi chữ “số liệu mẫu”, không dùng để báo cáo."
EXPORT_AS_REPORTED = "Tệp kết xuất vẫn ghi đúng số như đã báo cáo."

NO_SETS = "Chưa có bộ biểu nào áp dụng cho kỳ này. Hãy chọn kỳ khác."
NO_UNIT = "{name} chưa có hoặc không còn trong kỳ này nên không có báo cáo. Hãy chọn kỳ khác."
NOT_FILLED = "Chưa tính xong số liệu của kỳ này. Hãy bấm Nạp lại."
RELOAD, RELOAD_TIP = "Nạp lại", "Tính lại số liệu của các biểu"

EXPORTED = "Đã kết xuất {name} – lần {revision}, mã kiểm tra {code}."
OPEN_FOLDER, OPEN_FOLDER_TIP = "Mở thư mục", "Mở thư mục chứa tệp vừa kết xuất"
COPY_CODE, COPY_CODE_TIP = "Chép mã kiểm tra", "Chép mã kiểm tra của tệp vừa kết xuất"
COPIED = "Đã chép mã kiểm tra {code}."

HISTORY = "Các lần đã duyệt"
HISTORY_EMPTY = "Chưa duyệt báo cáo nào cho đơn vị này."
HISTORY_SET, HISTORY_PERIOD, HISTORY_REVISION, HISTORY_CODE = "Bộ biểu", "Kỳ", "Lần", "Mã kiểm tra"
HISTORY_FILE, HISTORY_AT, HISTORY_WHO = "Tệp", "Duyệt lúc", "Người duyệt"
HISTORY_STATE, HISTORY_NOTE = "Đến đâu", "Vì sao có lần này"

MORE_TOLD = "{words} (còn {count} điều nữa, xem khi trỏ vào ô)"
MORE = " … (xem khi trỏ vào ô)"
CELL = "{row}, {column}: {value}"
TOTAL = "Tổng"

ADDED_UP = "Số liệu tổng hợp từ báo cáo của cấp dưới; số nào từ tệp nào, ô nào xem ở trang Tổng hợp."
