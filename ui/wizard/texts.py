"""The words of the first steps."""

TITLE = "Tạo sổ cho đơn vị"
STEP = "Bước {number}/{count} – {title}"
WELCOME, FILE, UNIT, NAMES, PROTECTION, SUMMARY = (
    "Bắt đầu",
    "Danh mục đơn vị",
    "Đơn vị sử dụng",
    "Tên in trên văn bản",
    "Bảo vệ sổ",
    "Tạo sổ",
)

NEXT, NEXT_TIP = "Tiếp  Enter", "Sang bước sau (Enter)"
BACK, BACK_TIP = "Quay lại", "Về bước trước (Alt+←)"
MAKE, MAKE_TIP = "Tạo sổ  Enter", "Tạo sổ rồi mở ra (Enter)"
LEAVE, LEAVE_TIP = "Thoát", "Thoát, chưa tạo sổ (Esc)"
LEAVE_TITLE = "Chưa tạo sổ"
LEAVE_ASK = "Thoát mà chưa tạo sổ? Chưa có gì được ghi vào máy; lần sau mở lại sẽ bắt đầu từ bước đầu."
STAY = "Làm tiếp"

WELCOME_WORDS = (
    "Máy này chưa có sổ. Sáu bước sau tạo một sổ trống cho đơn vị; "
    "các tên và cách chốt số liệu đều sửa lại được về sau.\n\n"
    "Cần có sẵn: tệp danh mục đơn vị hành chính (.csv hoặc .xlsx), như tệp tải từ cơ quan thống kê."
)
FOLDER = "Sổ sẽ được giữ trong thư mục"

FILE_WORDS = "Chọn tệp danh mục của cả nước, của tỉnh hoặc của huyện, và cho biết danh mục là của ngày nào."
FILE_LABEL, FILE_HINT = "Tệp danh mục", "Chưa chọn tệp"
CHOOSE_FILE, CHOOSE_FILE_TIP = "Chọn tệp…", "Chọn tệp danh mục đơn vị (Ctrl+O)"
DAY_LABEL, DAY_HINT = "Danh mục của ngày", "1/3/2025"
FILE_NEEDED = "Hãy chọn tệp danh mục."
DAY_NEEDED = "Hãy gõ ngày của danh mục, như 1/7/2025."
FILE_LOOK = "Tệp có một trong hai dạng sau, mỗi dòng một đơn vị; cột mã ở dạng văn bản để giữ số 0 ở đầu:"
PLAIN_LOOK = (
    ("code", "name", "kind", "level", "parent_code"),
    ("11", "Tỉnh Điện Biên", "Tỉnh", "1", ""),
    ("099", "Huyện Tuần Giáo", "Huyện", "2", "11"),
    ("03295", "Xã Quài Tở", "Xã", "3", "099"),
)
STATISTICS_LOOK = (
    ("Tỉnh Thành Phố", "Mã TP", "Quận Huyện", "Mã QH", "Phường Xã", "Mã PX", "Cấp"),
    ("Tỉnh Điện Biên", "11", "Huyện Tuần Giáo", "099", "Xã Quài Tở", "03295", "Xã"),
)
REFUSED = (
    "Tệp {name} có {count} chỗ cần sửa. Chưa ghi gì. Hãy sửa tệp rồi bấm Tiếp để đọc lại, hoặc chọn tệp khác."
)
COPY_FINDINGS, COPY_FINDINGS_TIP = "Chép danh sách", "Chép mọi chỗ cần sửa"
READING, ARRANGING = "Đang đọc tệp {name}…", "Đang xếp {count} đơn vị…"
READ = "Đã đọc {provinces} tỉnh, {districts} huyện, {communes} xã của ngày {day}."
READ_TWO_LEVELS = "Đã đọc {provinces} tỉnh, {communes} xã của ngày {day}; không có cấp huyện."

UNIT_WORDS = (
    "Sổ của huyện thấy huyện và các xã; sổ của xã chỉ thấy xã. Gõ một phần tên, có dấu hoặc không dấu."
)
PROVINCE, DISTRICT = "Tỉnh", "Huyện"
CODE, NAME, LEVEL, WITHIN = "Mã", "Tên", "Cấp", "Thuộc"
LEVELS = {1: "Cấp tỉnh", 2: "Cấp huyện", 3: "Cấp xã"}
COUNT = "{count} đơn vị"
UNIT_NEEDED = "Hãy chọn đơn vị của mình trong danh sách: một huyện, một xã hoặc một tỉnh."
NO_UNIT = "Không có đơn vị nào khớp. Hãy gõ ngắn hơn, hoặc bỏ chọn tỉnh, huyện."
CHOSEN = "Đã chọn: {name}, {within}"

NAMES_TITLE = "Tên như in trên văn bản"
NAMES_NOTE = "Đã điền sẵn tên thường dùng; sửa ở đây hoặc sau này trong mục Danh mục."
NAMES_WRONG = "Hãy điền các ô báo đỏ rồi bấm Tiếp."
PREVIEW = "Phần đầu văn bản sẽ in như sau"
PREVIEW_PLACE = "{place}, ngày … tháng … năm …"
PREVIEW_NUMBER = "Số: …/{symbol}"

SUMMARY_WORDS = "Xem lại rồi bấm Tạo sổ. Sổ mở ra ngay khi tạo xong."
SUMMARY_ROWS = (
    "Thư mục",
    "Danh mục",
    "Đơn vị",
    "Cơ quan ban hành",
    "Cơ quan cấp trên",
    "Người ký",
    "Chốt số liệu",
    "Bảo vệ sổ",
)
UNPROTECTED = "Không có mật khẩu"
PROTECTED = "Có mật khẩu, {name} là quản trị; {encrypts}"
NO_SIGNATORY = "(chưa ghi tên)"
MAKING = "Đang tạo sổ…"
FOLDER_REFUSED = (
    "Không ghi được vào thư mục {folder}. Chưa có gì được tạo. "
    "Hãy xem quyền ghi và chỗ trống của ổ đĩa rồi bấm Tạo sổ lần nữa."
)
FROM_BACKUP = "Đã có bản &sao lưu hoặc tệp bàn giao…"
FROM_BACKUP_TIP = "Đưa sổ từ máy cũ hoặc từ bản sao lưu vào thư mục này (Alt+S)"
