"""The words of measures by unit and period."""

TITLE = "Đại lượng"
PURPOSE = (
    "Xem một đại lượng bất kỳ theo từng đơn vị và từng kỳ của năm đang chọn; "
    "bấm đúp vào một số để thấy các dòng đã làm nên số đó."
)
KEYS = (
    ("Ctrl+F", "Tìm đại lượng theo tên"),
    ("Enter", "Mở các dòng đứng sau số đang chọn"),
    ("Ctrl+C", "Chép các ô đang chọn để dán sang Excel"),
    ("Ctrl+E, Ctrl+P", "Kết xuất, in bảng"),
)
MEASURES, TABLE = "Các đại lượng", "Bảng số liệu"
FIND, FIND_HINT = "Tìm đại lượng", "Gõ vài chữ của tên"
EXPORT, EXPORT_TIP = "Kết xuất", "Ghi bảng ra tệp Excel (Ctrl+E)"
PRINT, PRINT_TIP = "In", "Xem trước và in bảng (Ctrl+P)"
OPEN, OPEN_TIP = "Xem các dòng", "Mở các dòng đứng sau số đang chọn (Enter)"
COLUMNS, COLUMNS_TIP = "Cột", "Xem theo tháng, quý hoặc năm"
MONTHS, QUARTERS, YEARS = "Theo tháng", "Theo quý", "Theo năm"
MONTH = "Th. {month}"
UNIT, WHOLE = "Đơn vị", "{unit} (toàn bộ)"
FACTS = "{kind} · đơn vị tính: {unit} · nguồn: {source}"
ALL_OF = "{label}: tất cả"
CHART = "Toàn bộ theo kỳ"
NARROWED = "{title} ({filters})"

KINDS = {
    "flow": "Cộng dồn theo kỳ và đơn vị",
    "stock": "Tính đến ngày cuối kỳ, cộng được theo đơn vị",
    "distinct": "Đếm không trùng, không cộng dồn các kỳ",
    "ratio": "Tỷ số, tính lại từ tử số và mẫu số",
}
SUBJECTS = {
    "units": "Đơn vị hành chính",
    "outreach": "Tuyên truyền",
    "training": "Tập huấn",
    "establishments": "Cơ sở kinh doanh dịch vụ",
    "inspections": "Kiểm tra",
    "hotspots": "Tụ điểm",
    "models": "Mô hình",
    "figures": "Số liệu kỳ",
    "tasks": "Nhiệm vụ",
    "money": "Kinh phí",
    "scores": "Chấm điểm",
}
FILTERS = {
    "form": "Hình thức",
    "audience": "Đối tượng",
    "programme": "Lồng ghép",
    "role": "Vai trò",
    "team": "Đoàn kiểm tra",
    "kind": "Loại",
    "class": "Xếp loại",
    "state": "Tình trạng",
    "definition": "Chỉ số",
}

BEHIND = "Các dòng đứng sau số {number}"
BEHIND_OF = "{measure} – {unit} – {period}"
BEHIND_UPPER = "{measure} – {unit} – {period} (các dòng của tử số)"
WHAT, WHERE, DAY, ADDS = "Nội dung", "Ở đâu", "Ngày, kỳ", "Góp vào"
SOURCES = "Các đơn vị làm nên số này"
SOURCE_UNIT, SOURCE_CODE, SOURCE_DAYS, SOURCE_VALUE = (
    "Đơn vị đã báo cáo",
    "Mã",
    "Có từ – đến",
    "Số của đơn vị",
)
SOURCE_FROM_TO, OPEN_END = "{first} – {last}", "…"
SOURCES_SUM = "Cộng các đơn vị trên: {sum}, đúng bằng số đang xem ({number})."
SOURCES_ANEW = (
    "Số đang xem ({number}) được tính lại từ các dòng bên dưới, không phải tổng của các đơn vị trên."
)
BEHIND_COUNT = "{count} dòng"
OPEN_ROW, CLOSE = "Mở dòng đang chọn", "Đóng"
NO_NUMBER = "Ô này không có số liệu."
NO_ROWS = "Không có dòng nào góp vào số này."
