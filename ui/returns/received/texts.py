"""The words of receiving returns of the units below."""

TITLE = "Nhận báo cáo"
PURPOSE = (
    "Nhận tệp báo cáo của các đơn vị cấp dưới: mỗi tệp được kiểm tra rồi mới nhận, bản gốc được giữ nguyên. Bảng cho "
    "biết đơn vị nào đã gửi, gửi muộn, chưa gửi hoặc phải gửi lại trong kỳ đang chọn."
)
KEYS = (
    ("Ctrl+O", "Chọn tệp báo cáo để nhận; cũng có thể thả tệp, thư mục vào cửa sổ"),
    ("Ctrl+Shift+O", "Chọn thư mục có các tệp báo cáo"),
    ("Ctrl+S", "Ghi bản đánh dấu của tệp đang chọn để gửi lại"),
    ("Ctrl+E", "Kết xuất bảng ra Excel"),
    ("Ctrl+P", "In bảng"),
    ("Ctrl+C", "Chép các dòng đang chọn"),
)
CHOOSE, CHOOSE_TIP = "Nhận tệp…  Ctrl+O", "Chọn một hay nhiều tệp báo cáo (Ctrl+O)"
CHOOSE_FOLDER, CHOOSE_FOLDER_TIP = "Nhận cả thư mục…", "Nhận mọi tệp báo cáo trong một thư mục (Ctrl+Shift+O)"
PRINT, PRINT_TIP = "In", "In bảng (Ctrl+P)"
EXPORT, EXPORT_TIP = "Kết xuất", "Kết xuất bảng ra Excel (Ctrl+E)"
FILES_TITLE, FILES = "Chọn tệp báo cáo", "Sổ tính Excel (*.xlsx *.xlsm *.xls)"
FOLDER_TITLE = "Chọn thư mục có tệp báo cáo"

EMPTY_TITLE = "Không có đơn vị cấp dưới trong kỳ này"
EMPTY_WORDS = (
    "Bảng này theo dõi báo cáo của các đơn vị cấp dưới. Đơn vị này không có cấp dưới nên không nhận báo cáo."
)
NO_SETS = "Chưa có bộ biểu nào áp dụng cho kỳ này. Hãy chọn kỳ khác."
DROP_HERE = "Thả tệp hoặc thư mục vào đây để nhận."
SUMMARY = "{received} đã nhận · {late} muộn · {missing} chưa có · {refused} phải gửi lại"
MATRIX, UNIT = "Báo cáo đã nhận", "Đơn vị"
UNPLACED = "Tệp không rõ của đơn vị nào"
PAPER_TITLE = "TÌNH HÌNH NHẬN BÁO CÁO"

RECEIVED, RECEIVED_REVISION = "Đã nhận", "Đã nhận, lần {revision}"
LATE, UNVERIFIED, SUPERSEDED = "muộn", "chưa xác minh", "thay {count} tệp"
REFUSED_SINCE, BY_HAND = "tệp mới phải gửi lại", "ghi tay"
SAID, SAID_NOTE = "Ghi tay: {state} ngày {day}.", "Ghi tay: {state} ngày {day} ({note})."
REFUSED, MISSING, MISSING_LATE, NONE = "Phải gửi lại", "Chưa có", "Chưa có, quá hạn {due}", "Không lập"
MISSING_DUE = "Chưa có, hạn {due}"
UNPLACED_COUNT = "{count} tệp"

FILE_HEADS = ("Tệp", "Lần", "Tình trạng", "Nhận lúc", "Người nhận")
FILE_LIST = "Các tệp của ô đang chọn"
FILE_STATES = {"received": "Đang dùng", "refused": "Phải gửi lại", "superseded": "Đã được thay"}
FILE_UNVERIFIED = "{state}, chưa xác minh"
FINDING_HEADS = ("Mức", "Chỗ", "Giá trị", "Nội dung")
FINDING_LIST = "Những chỗ cần xem"
SEVERITIES = {"error": "Lỗi", "warning": "Cảnh báo"}
NO_FILE = "Chọn một ô trong bảng để xem tệp và những chỗ cần sửa."
NO_FILE_HERE = "Chưa nhận tệp nào cho ô đang chọn."
NO_FINDINGS = "Tệp không có gì cần sửa."
REASON_SHOWN = "Lý do lấy tệp này: {reason}."

MARKED, MARKED_TIP = (
    "Ghi bản đánh dấu…",
    "Ghi một bản của tệp đang chọn, ô cần sửa được tô màu và có ghi chú, để gửi lại (Ctrl+S)",
)
MARKED_NAME = "{stem} - cần sửa.xlsx"
ORIGINAL, ORIGINAL_TIP = "Lưu bản gốc…", "Lưu tệp đúng như đã nhận"
USE, USE_TIP = "Dùng tệp này", "Dùng lại tệp đã được thay, thay cho tệp đang dùng"
USE_REASON = "Chọn lại tệp {name}"

TAKE_TITLE = "Nhận báo cáo"
TAKE_WORDS = "Các tệp đã được đọc và kiểm tra. Chưa ghi gì vào sổ cho đến khi bấm Ghi nhận."
READING_WORDS = "Đang đọc và kiểm tra các tệp. Chưa ghi gì vào sổ."
NOTHING_READ = (
    "Chưa đọc tệp nào: việc đọc đã dừng, hoặc thư mục không có sổ tính. Chưa ghi gì vào sổ. Hãy thả tệp, thư mục vào "
    "đây, hoặc đóng rồi chọn lại."
)
GO, GO_NONE = "Ghi nhận {count} tệp", "Ghi nhận"
CLOSE = "Đóng"
READING = "Đang đọc {done}/{all}: {name}…"
STORING = "Đang nhận {done}/{all}: {name}…"
DONE = "Đã nhận {count} báo cáo, {refused} tệp phải gửi lại."
UNDECIDED = "{done} Chưa ghi {count} tệp còn chờ chọn."
CHOSEN_REASON = "Chọn tệp {name}"
TAKE_HEADS = ("Tệp", "Đơn vị", "Bộ biểu", "Kỳ", "Lần", "Khi nhận")
TAKE_LIST = "Các tệp đã đọc"
OUTCOMES = {
    "new": "Nhận",
    "new_unverified": "Nhận, chưa xác minh",
    "same": "Đã có, không đổi gì",
    "asks": "Chờ chọn",
    "older": "Giữ lại, có tệp mới hơn",
    "refused": "Không nhận, phải gửi lại",
}
ASKED = "Đánh dấu ô ở đầu dòng (phím cách) nếu lấy tệp này. {why}"
FINE = "Tệp đúng biểu mẫu, không có gì sai."
WRONG = "Có {count} chỗ sai. Số liệu của tệp không được dùng; tệp được giữ lại để đối chiếu."
LOOK = "Tệp nhận được; có {count} chỗ nên xem lại."
SAME = (
    "Tệp này đã nhận rồi, nhận lại không đổi gì. Nếu tệp đã được thay mà nay muốn dùng lại, hãy chọn tệp đó ở bảng rồi "
    "bấm Dùng tệp này."
)
OLDER = "Trong các tệp này có lần mới hơn; tệp này chỉ được giữ lại."
DIFFERENCE_HEADS = ("Biểu", "Dòng", "Cột", "Đang dùng", "Tệp này")
RIVAL_HEADS = ("Biểu", "Dòng", "Cột", "Tệp kia", "Tệp này")
DIFFERENCES = "Những chỗ khác"
