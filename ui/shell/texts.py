"""The words of the window itself."""

APPLICATION = "Sổ PCMD"
WINDOW = "Sổ PCMD – {office}"

OVERVIEW, PLANS, TRAININGS, OUTREACH = "Tổng quan", "Kế hoạch", "Tập huấn", "Tuyên truyền"
ESTABLISHMENTS, NUMBERS = "Cơ sở", "Số liệu"
SCORES, RETURNS, UNITS = "Chấm điểm", "Báo cáo", "Danh mục"
SESSIONS, OFFICIALS, REGISTER, INSPECTIONS = "Lớp tập huấn", "Cán bộ", "Danh sách cơ sở", "Kiểm tra"
MEASURES, HOTSPOTS, MODELS = "Đại lượng", "Tụ điểm", "Mô hình"
FIGURES = "Số liệu kỳ"
UNITS_LISTED, SUCCESSIONS, RULE_SETS = "Đơn vị", "Kế thừa, sáp nhập", "Bộ tiêu chí"
DUE, FILLING, RECEIVING = "Hạn nộp", "Lập báo cáo", "Nhận báo cáo"
REPORTS = "Báo cáo bằng lời"
RETURN_FORMS = "Biểu mẫu báo cáo"
CONSOLIDATED = "Tổng hợp"
RETURN_TEMPLATES = "Mẫu của tỉnh"
KEEPING = "Quản trị"
BACKUPS = "Sao lưu"
HISTORY = "Nhật ký"
ACCOUNTS = "Tài khoản"
SOUNDNESS = "Kiểm tra sổ"

FOLD = "Thu gọn"
FOLD_TIP = "Thu gọn thanh mục (chỉ còn biểu tượng)"
UNFOLD_TIP = "Mở rộng thanh mục"
SUBJECT_TIP = "{title} (Alt+{number})"
BADGE = "{title}, có {count} việc cần xem"
SUBJECTS = "Các mục"

OPENING = "Đang mở sổ…"
YEAR, PERIOD = "Năm", "Kỳ"
YEAR_KEY, PERIOD_KEY = "&Năm", "&Kỳ"
YEAR_TIP, PERIOD_TIP = "Năm báo cáo, dùng cho mọi mục (Alt+N)", "Kỳ báo cáo, dùng cho mọi mục (Alt+K)"
SPAN = "{first} – {last}"
BORDERS_WIDEST = "địa giới 00/00/0000"
BORDERS, BORDERS_KEY = "Nhìn theo", "Nhìn th&eo"
BORDERS_TIP = (
    "Xem số liệu như đã báo cáo hay quy về địa giới của một ngày, dùng cho mọi mục (Alt+E). "
    "Số đã ghi trong sổ không thay đổi."
)
OFFICER_TIP = "Tên người nhập, ghi vào từng thay đổi. Bấm để đổi tên."
OFFICER_NAMED = "{name}. Tên người nhập, ghi vào từng thay đổi. Bấm để đổi tên."
OFFICER_TITLE, OFFICER_ASK = "Người nhập", "Họ tên người đang nhập sổ này:"
KEEP = "Ghi tên"
SIGNED_IN_TIP = "{name} đang dùng sổ. Bấm để khóa màn hình, đổi mật khẩu hoặc đổi người dùng."
LOCK = "&Khóa màn hình (Ctrl+L)"
CHANGE_PASSWORD = "Đổi &mật khẩu…"
SIGN_OUT = "Đổi &người dùng (đăng xuất)"
SEARCH = "Tìm (Ctrl+K)"
SEARCH_TIP = "Tìm trong toàn bộ sổ: hồ sơ, kế hoạch, cơ sở, cán bộ, xã, số liệu (Ctrl+K)"
UNDO_TIP, REDO_TIP = "Hoàn tác (Ctrl+Z)", "Làm lại (Ctrl+Y)"
UNDO, REDO, HELP = "Hoàn tác", "Làm lại", "Trợ giúp"
HELP_TIP = "Trợ giúp, điểm mới, giới thiệu, thông tin hỗ trợ (Shift+F1). Hướng dẫn tại chỗ: F1."
HELP_HERE = "&Trợ giúp về màn hình này (F1)"
TOUR = "&Xem lại phần làm quen"
NEWS, ABOUT = "&Có gì mới", "&Giới thiệu Sổ PCMD"
SUPPORT, SHOW_LOG = "Chép thông tin &hỗ trợ…", "&Mở thư mục nhật ký lỗi"
LOG_TITLE = "Nhật ký lỗi"

SAMPLE = "DỮ LIỆU MẪU – mọi số liệu trong sổ này là bịa ra để xem thử, không phải số liệu thật."

TROUBLE = "Chưa mở được sổ"
SEEN = "Đã xem"
CLOSE_WINDOW = "Đóng cửa sổ"
TROUBLE_TITLE = "Chưa làm được"

HELP_TITLE = "Hướng dẫn – {title}"
KEYS_HERE, KEYS_EVERYWHERE = "Phím ở đây", "Phím ở mọi nơi"
WINDOW_KEYS = (
    ("Alt+1 … Alt+9, Alt+0", "Mở mục theo thứ tự"),
    ("Alt+N, Alt+K", "Chọn năm, chọn kỳ"),
    ("Alt+E", "Nhìn số liệu như đã báo cáo hoặc theo địa giới của một ngày"),
    ("Ctrl+K", "Tìm trong toàn bộ sổ"),
    ("Ctrl+Z, Ctrl+Y", "Hoàn tác, làm lại"),
    ("Ctrl+L", "Khóa màn hình, khi sổ có mật khẩu"),
    ("F1", "Hướng dẫn tại chỗ"),
    ("Shift+F1", "Trợ giúp: điểm mới, giới thiệu, thông tin hỗ trợ"),
)
CLOSE = "Đóng"
