"""Words that every screen shares."""

NAMELESS_OFFICER = "Cán bộ"

KEPT_AT = "Đã lưu {time}"
KEPT_AS_DRAFT = "Đã giữ bản nháp"
KEPT_OUT_OF_SIGHT = (
    "Đã lưu. Dòng này không nằm trong kỳ hoặc bộ lọc đang chọn nên không hiện trong danh sách."
)
FOUND_AGAIN = "Đã lấy lại những gì đang gõ dở lúc {time} ngày {day}."
FOUND_NEWER = (
    "Lúc {time} ngày {day} đang gõ dở ở đây, nhưng những gì ở đây nay đã khác nên chưa đưa chữ gõ dở vào."
)
TAKE_FOUND, THROW_FOUND = "Đưa vào", "Bỏ chữ gõ dở"
TAKEN_BACK = "Đã hoàn tác. Làm lại bằng Ctrl+Y."
DONE_AGAIN = "Đã làm lại."
REVERTING = "Đang trả lại {done}/{all} dòng…"
REMOVED = "Đã xóa {count} {one}. Hoàn tác bằng Ctrl+Z."

DRAFT_MISSING = "Nháp – còn thiếu: {fields}"
DRAFT_WRONG = "Nháp – còn chỗ cần sửa"
FORM_NEW = "Thêm {one}"
FORM_EMPTY = "Chọn một dòng trong danh sách để xem và sửa, hoặc bấm F5 để thêm {one} mới."
FORM_EMPTY_LIST = "Bấm F5 để thêm {one} mới."
FORM_COMPLETE = "Mỗi ô được lưu ngay khi rời ô."
FORM_DRAFT = "Bản nháp. Sẽ tự lưu thành dòng khi đủ: {fields}."
FORM_DRAFT_BOTH = "Bản nháp. Sẽ tự lưu thành dòng khi đủ: {fields}, và đã sửa các chỗ báo đỏ."
FORM_DRAFT_WRONG = "Bản nháp. Sẽ tự lưu thành dòng khi đã sửa các chỗ báo đỏ."
CAME_FROM = "Nhận từ sổ của {office}, bàn giao ngày {day}; ở đó là số {number}."
ORIGIN, ENTERED_HERE = "Nguồn", "Ghi tại sổ này"
FORM_OUT_OF_SIGHT = (
    "Đã lưu, nhưng dòng này không nằm trong kỳ hoặc bộ lọc đang chọn nên không có trong danh sách."
)
FORM_HELD_BACK = "Những ô báo đỏ chưa lưu vào dòng; chữ đã gõ vẫn được giữ."
REQUIRED_MARK = "{label} *"

ADD = "+ Thêm  F5"
ADD_TIP = "Thêm {one} (F5 hoặc Insert)"
EXPORT = "Kết xuất"
EXPORT_TIP = "Kết xuất danh sách ra Excel (Ctrl+E)"
IMPORT = "Nhập từ Excel"
IMPORT_TIP = "Nhập từ tệp mẫu hoặc danh sách của đơn vị (Ctrl+I)"
PRINT = "In"
PRINT_TIP = "In danh sách (Ctrl+P)"
FILTER = "Lọc"
# The longest that fits is shown.
FILTER_HINTS = ("Gõ để lọc, có dấu hoặc không dấu  (Ctrl+F)", "Gõ để lọc  (Ctrl+F)", "Gõ để lọc", "Lọc")
ALL_OF = "{label}: tất cả"
FLAG_SET, FLAG_UNSET, FLAG_OF = "có", "không", "{label}: {flag}"
ROWS = "{count} dòng"
ROWS_COUNTING = "đang đếm…"
TOTAL = "Tổng"
SELECTED = "Đã chọn {count} dòng"
SELECTED_SUM = "{label}: {sum}"
OPEN_LIST = "Mở danh sách chọn (Alt+↓)"
LINK_PLACE = "{text} – {place}"
LINK_TITLE = "{label}: {text}"
LINK_GONE = "(không còn trong sổ)"
UNIT_UNTIL, UNIT_SINCE = "{name} (đến {day})", "{name} (từ {day})"
TAKE_UNIT = "Chọn đơn vị đó  F8"
TAKE_UNIT_TIP = "Ghi dòng này cho đơn vị có vào ngày đó (F8)"
OPEN_CALENDAR = "Mở lịch (Alt+↓)"
DAY_HINT = "ngày/tháng/năm"
CLEAR_FILTER = "Bỏ lọc"

DROP_TITLE = "Bỏ bản nháp"
DROP_DRAFTS = "Bỏ {count} bản nháp đang chọn? Chữ đã gõ trong bản nháp sẽ mất và không hoàn tác được."
DROP, KEEP_DRAFTS = "Bỏ bản nháp", "Giữ lại"

ADD_PART = "+ Thêm {one}"
PART_COUNT = "{title} ({count})"
PARTS_OF = "Các phần của {one}"
PART_TIP = "Ctrl+Tab sang phần sau, Ctrl+Shift+Tab về phần trước"
PART_CLOSED = "Nhập xong các ô bắt buộc trước"
PARTS_KEYS = (("Ctrl+Tab, Ctrl+Shift+Tab", "Sang phần sau, về phần trước của dòng đang mở"),)
PAGE_TIP = "Ctrl+PgDn sang trang sau, Ctrl+PgUp về trang trước"
PAGE_KEYS = (("Ctrl+PgDn, Ctrl+PgUp", "Sang trang sau, về trang trước của mục"),)

EMPTY_TITLE = "Chưa có {one} nào trong kỳ này"
EMPTY_TITLE_PLAIN = "Chưa có {one} nào"
EMPTY_FILTERED = "Không có dòng nào khớp với bộ lọc"
EMPTY_FILTERED_HINT = "Hãy sửa chữ đang lọc hoặc bỏ lọc để thấy lại toàn bộ danh sách."
ADD_ONE = "Thêm {one}"
FIRST_STEP = "Thêm {one} đầu tiên"

WORKING = "Đang làm…"
CANCEL = "Dừng"
SAVE_LIST_AS = "Kết xuất danh sách"
WORKBOOKS = "Sổ tính Excel (*.xlsx)"
PDF_FILES = "Tệp PDF (*.pdf)"
WRITTEN = "Đã ghi tệp {name}"
WRITING_LIST = "Đang ghi danh sách {title}…"
DRAWING_LIST = "Đang dựng bản in {title}…"
PERIOD_LINE = "Kỳ: {period} (từ {first} đến {last})"
PREVIEW = "Xem trước bản in – {title}"
SAVE_PDF = "Lưu thành tệp PDF"
SAVE_PDF_TIP, PRINT_PAPER_TIP = "Lưu thành tệp PDF (Ctrl+S)", "In ra máy in (Ctrl+P)"

RETRY = "Thử lại"
OTHER_NAME = "Chọn tên khác"
CLOSE = "Đóng"
# Leaves a question with nothing done, the same in every dialog.
TURN_BACK = "Quay lại"
TROUBLE_TITLE = "Chưa làm được"

FINDINGS = "Những chỗ cần sửa"
FINDINGS_TITLE = "Tệp chưa đọc được"
FINDINGS_TOLD = (
    "{source}: có {count} chỗ cần sửa. Chưa ghi gì vào sổ; số liệu đang có vẫn còn nguyên. "
    "Hãy sửa trong tệp rồi đọc lại."
)
FINDINGS_FILE = "Tệp vừa chọn"
FINDING_PLACE, FINDING_VALUE, FINDING_WORDS = "Chỗ", "Giá trị", "Điều cần sửa"
COPY_FINDINGS = "Chép danh sách"

RECORD_KEYS = (
    ("F5 hoặc Insert", "Thêm dòng mới"),
    ("F2", "Sửa dòng đang chọn"),
    ("F6 hoặc Delete", "Xóa dòng đang chọn; hoàn tác bằng Ctrl+Z"),
    ("Enter, Shift+Enter", "Sang ô sau, về ô trước"),
    ("Ctrl+Enter", "Xuống dòng trong ô nhiều dòng"),
    ("Alt+↓", "Mở danh sách chọn hoặc lịch của ô"),
    ("F8", "Nhận đơn vị được nêu, khi đơn vị đã chọn không có vào ngày đó"),
    ("Esc", "Từ biểu mẫu về danh sách"),
    ("Ctrl+F", "Lọc danh sách"),
    ("Ctrl+C", "Chép các dòng đang chọn để dán vào Excel"),
    ("Ctrl+E", "Kết xuất danh sách ra Excel"),
    ("Ctrl+H", "Lịch sử của dòng đang mở: ai sửa, lúc nào, ô nào, trước và sau"),
)
HISTORY, HISTORY_TIP = "Lịch sử", "Xem mọi thay đổi của dòng này: ai sửa, lúc nào, trước và sau (Ctrl+H)"
IMPORT_KEYS = (("Ctrl+I", "Nhập từ tệp Excel"),)
PRINT_KEYS = (("Ctrl+P", "In danh sách"),)

# Of what who signed in may not do, by the right that is missing.
NOT_YOURS = {
    "enter": "Tài khoản chỉ xem không thêm, sửa hay xóa được. Hãy nhờ người có quyền nhập.",
    "approve": "Việc này cần người có quyền duyệt. Hãy nhờ người đó đăng nhập rồi làm.",
    "administer": "Việc này cần tài khoản quản trị.",
}
