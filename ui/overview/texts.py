"""The words of the home page."""

TITLE = "Tổng quan"
PURPOSE = (
    "Xem chỉ tiêu của năm đã đến đâu, số liệu chính của kỳ, xã nào chưa có hoạt động và việc còn dở dang."
)
KEYS = (
    ("Tab", "Sang bảng hoặc danh sách tiếp theo"),
    ("Enter", "Mở mục của dòng đang chọn"),
    ("Ctrl+C", "Chép các dòng đang chọn để dán sang Excel"),
)

ENDED = "{name} kết thúc ngày {day}. Hãy bàn giao sổ cho đơn vị kế thừa; sổ này vẫn xem được như trước."
HAND_ON = "Bàn giao sổ…"
TARGETS = "Chỉ tiêu năm {year}"
NO_TARGETS = (
    "Chưa có kế hoạch nào của năm {year} đã trình ký hoặc ban hành, nên chưa có chỉ tiêu để theo dõi."
)
NUMBERS = "Số liệu chính ({period})"
SILENT = "Xã chưa có hoạt động tuyên truyền trong kỳ ({count})"
NO_SILENT = "Mọi xã đều đã có hoạt động tuyên truyền trong kỳ này."
DRAFTS = "Bản nháp đang chờ ({count})"
NO_DRAFTS = "Không có bản nháp nào."
DRAFT_LINE = "{subject}: {count} bản nháp"
MONTHS = "Buổi tuyên truyền theo tháng – năm {year} so với năm {before}"

TEXT, PLANNED, DONE, SHARE, STANDING = "Chỉ tiêu", "Kế hoạch", "Từ đầu năm", "% kế hoạch", "Đánh giá"
MEASURE, PERIOD, YEAR, YEAR_BEFORE = "Số liệu", "Kỳ này", "Từ đầu năm", "Cùng kỳ"
MEASURED_IN = "{title} ({unit})"

MONTH = "T{month}"
MONTH_LINE = "Tháng {month}: {this}, năm trước {before}"
CHART_YEAR = "Năm {year}"
TABLE_MONTH = "Tháng"

EARLIER = (
    "{name} có từ ngày {day}. Sổ có số liệu của các đơn vị trước đó: "
    "hãy chọn Nhìn theo (Alt+E) địa giới {day} để xem."
)
WELCOME = "Năm {year} chưa có số liệu nào"
WELCOME_HINT = (
    "Sổ này giữ kế hoạch, lớp tập huấn, tuyên truyền, cơ sở, số liệu và điểm của các xã, rồi lập báo cáo từ đó. "
    "Hãy bắt đầu bằng một trong ba việc sau; thứ tự nào cũng được."
)
STEPS = (
    ("plans", "Lập kế hoạch năm"),
    ("outreach", "Thêm hoạt động tuyên truyền"),
    ("officials", "Nhập danh sách cán bộ"),
)

DRAFT_SUBJECTS = {
    "plans": "Kế hoạch",
    "trainings": "Tập huấn",
    "outreach": "Tuyên truyền",
    "officials": "Cán bộ",
    "establishments": "Cơ sở",
    "inspections": "Kiểm tra",
    "hotspots": "Tụ điểm",
    "models": "Mô hình",
    "figures": "Số liệu kỳ",
}
