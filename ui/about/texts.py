"""The words of what the program tells of itself."""

CLOSE = "Đóng"

ABOUT_TITLE = "Giới thiệu Sổ PCMD"
NAME = "Sổ PCMD"
VERSION, VERSION_OF_DAY = "Phiên bản {version}", "Phiên bản {version}, ngày {day}"
NO_VERSION = "Không rõ phiên bản"
SCHEMA = "Phiên bản cấu trúc sổ: {schema}"
PURPOSE = (
    "Chương trình giúp huyện và xã lập kế hoạch phòng, chống mại dâm, theo dõi tập huấn, tuyên truyền, cơ sở, "
    "chấm điểm các xã và lập báo cáo gửi cấp trên, ngay trên máy này, không cần mạng."
)
FOLDER = "&Sổ của đơn vị nằm ở thư mục"
FOLDER_NAME = "Thư mục của sổ"
OPEN_FOLDER, OPEN_FOLDER_TIP = "&Mở thư mục", "Mở thư mục của sổ (Alt+M)"
LICENCES, LICENCES_TIP = "&Giấy phép…", "Các phần mềm đi cùng và giấy phép của chúng (Alt+G)"

LICENCES_TITLE = "Giấy phép của các phần mềm đi cùng"
LICENCES_WORDS = (
    "Sổ PCMD dùng các phần mềm dưới đây. Chọn một dòng để đọc giấy phép, giữ nguyên văn tiếng Anh."
)
PARTS, TEXT = "Phần mềm đi cùng", "Nội dung giấy phép"
PART_HEADS = ("Tên", "Phiên bản", "Giấy phép")
FILTER, FILTER_TIP = "&Lọc", "Lọc theo tên hoặc giấy phép (Ctrl+F)"
NO_PARTS = "Không có phần mềm nào như vậy."

NEWS_TITLE = "Có gì mới"
NEWS_UPDATED = (
    "Chương trình đã lên phiên bản {version}. Dưới đây là những điều mới so với bản đã dùng trước; "
    "xem lại được ở mục Có gì mới của trình đơn Trợ giúp (Shift+F1)."
)
NEWS_ALL = "Những điều mới của từng phiên bản."
NEWS_NAME = "Những điều mới"
NEWS_FILTER_TIP = (
    "Chỉ xem những dòng có chữ này, hoặc mọi dòng của mục có tên này; gõ có dấu hoặc không dấu (Ctrl+F)"
)
NO_NEWS = "Bản cài này không kèm danh sách điểm mới."
NOTHING_FOUND = "Không có dòng nào có chữ này."
RELEASE, RELEASE_OF_DAY = "Phiên bản {version}", "Phiên bản {version} – {day}"

SUPPORT_TITLE = "Thông tin hỗ trợ"
SUPPORT_WORDS = (
    "Khi cần người hỗ trợ, hãy chép những dòng dưới đây và gửi kèm. Trong đó không có số liệu, tên người, "
    "tên đơn vị, đường dẫn hay chữ đã gõ."
)
COPY, COPY_TIP = "&Chép", "Chép tất cả để dán vào thư (Alt+C)"
COPIED = "Đã chép. Dán (Ctrl+V) vào thư gửi người hỗ trợ."

FOLDER_TITLE = "Thư mục của sổ"
PATH_WORDS = "Chưa mở được thư mục bằng trình quản lý tệp của máy. Đường dẫn ở đây, chép được:"
PATH_NAME = "Đường dẫn"
