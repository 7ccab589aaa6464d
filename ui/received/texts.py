"""The words of reading a received plan."""

from collections.abc import Mapping

TITLE = "Đọc kế hoạch nhận được"
OPEN, OPEN_TIP = "Mở tệp…", "Mở tệp Word (.docx), PDF có chữ hoặc văn bản (.txt) (Ctrl+O)"
FILES = "Kế hoạch (*.docx *.pdf *.txt);;Mọi tệp (*)"
CHOOSE_FILE = "Chọn tệp kế hoạch"
START_WORDS = (
    "Mở tệp kế hoạch của cấp trên (Word, PDF có chữ, văn bản), thả tệp vào đây, hoặc dán văn bản vào ô dưới. "
    "Chương trình tách ra đề mục, chỉ tiêu, nhiệm vụ, hạn báo cáo để xem lại; chưa lưu gì cho đến khi bấm Lưu."
)
PASTE_HINT = "Dán văn bản kế hoạch vào đây (Ctrl+V) rồi bấm Đọc văn bản"
PASTE_NAME, PASTED = "Văn bản dán", "văn bản dán"
READ, READ_TIP = "Đọc văn bản", "Đọc văn bản trong ô (Ctrl+Enter)"
UNDER_WAY = "Đang xem dở: {name} (giữ lúc {at})"
MORE_UNDER_WAY = "Còn {count} bản xem dở cũ hơn; xem tiếp hoặc bỏ một bản ở trên thì các bản đó hiện ra."
GO_ON, GO_ON_TIP = "Xem tiếp", "Mở lại bản đang xem, mọi chỗ đã sửa còn nguyên"
DROP, DROP_TIP = "Bỏ", "Bỏ bản đang xem dở; tệp gốc không bị ảnh hưởng"
DROP_TITLE, LET_IT_BE = "Bỏ bản đang xem dở", "Giữ lại"
DROP_ASK = "Bỏ bản đang xem dở của {name}? Những chỗ đã xem, đã sửa sẽ mất và không hoàn tác được."
ONE_AT_A_TIME = "Đã thả {count} tệp; mỗi lần chỉ đọc một kế hoạch. Hãy thả từng tệp một."
READING = "Đang đọc {name}…"
NOT_READ = "Chưa đọc được {name}. Chưa lưu gì vào sổ.\n{reasons}"
NOT_A_PLAN = "{name}: {reasons} Chưa lưu gì vào sổ."

SOURCE = "Văn bản gốc"
ITEMS = "Những gì đọc được"
COLUMNS = ("Nội dung", "Đọc được", "Dòng", "Cần xem")
PARTS: Mapping[str, str] = {
    "head": "Thể thức",
    "sections": "Nội dung",
    "targets": "Chỉ tiêu",
    "tasks": "Nhiệm vụ, giải pháp",
    "duties": "Việc giao cho từng cơ quan (nhận thành nhiệm vụ)",
    "reports": "Hạn báo cáo (nhận thành nhiệm vụ)",
    "annexes": "Bảng phụ lục (nhận thành đoạn văn)",
}
PART_COUNT = "{title} ({taken}/{count})"
LINE, LINES = "{first}", "{first}–{last}"
UNSURE = "Chưa chắc, hãy so với văn bản gốc."
WRONG = "Cần sửa: {words}"
BLANK = "(để trống)"

OWN, OWN_TIP = (
    "Lập kế hoạch của đơn &vị",
    "Không lấy số, ngày, nơi nhận, người ký của văn bản; bản in dùng tên của đơn vị",
)
AS_RECEIVED, AS_RECEIVED_TIP = (
    "&Giữ như văn bản nhận được",
    "Lấy cả số, ngày, nơi nhận, người ký của văn bản",
)
ONLY_DOUBTS, ONLY_DOUBTS_TIP = "&Chỉ hiện chỗ cần xem", "Ẩn những chỗ đọc chắc chắn (Alt+C)"
NEXT_DOUBT, NEXT_DOUBT_TIP = (
    "Chỗ cần xem tiếp theo",
    "Sang chỗ cần xem tiếp theo (F8); về chỗ trước: Shift+F8",
)
SUMMARY = (
    "{sections} mục và đoạn · {targets} chỉ tiêu · {tasks} nhiệm vụ được nhận. Còn {doubts} chỗ cần xem."
)
SUMMARY_SURE = (
    "{sections} mục và đoạn · {targets} chỉ tiêu · {tasks} nhiệm vụ được nhận. Không có chỗ nào cần xem."
)
REMARKS = "Cả văn bản: {words}"
NOTHING_CHOSEN = "Chọn một dòng ở trên để xem và sửa."
GROUP_CHOSEN = "Phím cách: nhận hoặc bỏ cả phần này."
ITEM_NOTE = "Phím cách ở danh sách: nhận hoặc bỏ. Ô sửa xong được giữ ngay."
CHECKED, CHECKED_TIP = "Đã &xem", "Đánh dấu đã xem chỗ này (Ctrl+D)"

CONVERTED = "Văn bản ở bảng mã {encoding}, đã chuyển sang Unicode."
COMPARE, COMPARE_TIP = "Xem trước và sau", "So vài dòng trước và sau khi chuyển bảng mã"
ENCODINGS: Mapping[str, str] = {"tcvn3": "TCVN3 (ABC)", "vni": "VNI", "windows-1258": "Windows-1258"}
ENCODING_TITLE = "Trước và sau khi chuyển bảng mã"
ENCODING_WORDS = "Văn bản được hiểu là bảng mã {encoding}. Nếu cột bên phải đọc được thì giữ bản đã chuyển."
ENCODING_COLUMNS = ("Như trong tệp", "Sau khi chuyển")
ENCODING_KEEP, ENCODING_UNDO = "Giữ bản đã chuyển", "Đọc lại, không chuyển"

STORE, STORE_TIP = "Lưu thành dự thảo", "Lưu những chỗ được nhận thành một dự thảo kế hoạch (Ctrl+S)"
LATER, LATER_TIP = "Để sau", "Đóng; bản đang xem được giữ lại để xem tiếp (Esc)"
STORED = "Đã lưu dự thảo kế hoạch năm {year}. Hoàn tác bằng Ctrl+Z; bản đã xem vẫn còn để xem tiếp."
KEPT = "Bản đang xem được giữ lại. Vào Đọc văn bản để xem tiếp."
STILL_WRONG = "Còn {count} chỗ cần sửa trước khi lưu: {words}"
NEEDED = "Kế hoạch phải có {field}; hãy nhận lại dòng đó (Phím cách)."
TWICE_TITLE = "Sổ đã có kế hoạch này"
TWICE = "Sổ đã có kế hoạch “{subject}” cùng số và năm. Lưu thêm một dự thảo nữa?"
STORE_AGAIN = "Lưu thêm"

KEYS = (
    ("Ctrl+Shift+O", "Đọc kế hoạch nhận được (Word, PDF, văn bản dán)"),
    ("F8, Shift+F8", "Khi xem lại: chỗ cần xem tiếp theo, trước đó"),
    ("Phím cách", "Khi xem lại: nhận hoặc bỏ dòng đang chọn"),
)
READ_PLAN, READ_PLAN_TIP = "Đọc văn bản", "Đọc kế hoạch nhận được thành dự thảo (Ctrl+Shift+O)"
