"""The words of the list of units."""

TITLE = "Danh mục"
PURPOSE = (
    "Các đơn vị hành chính của sổ như ở ngày cuối kỳ đang chọn, và tên đơn vị sử dụng như in trên văn bản. "
    "Khi có danh mục mới của cơ quan thống kê, đọc tệp danh mục kèm ngày danh mục có hiệu lực."
)
KEYS = (
    ("Ctrl+O", "Đọc danh mục đơn vị từ tệp .csv hoặc .xlsx"),
    ("Ctrl+D", "Thay đổi đơn vị: sáp nhập, chia tách, đổi tên, đổi loại, đổi cấp trên"),
    ("Ctrl+G", "Sửa danh mục cơ quan, ban ngành, đoàn thể"),
    ("Ctrl+T", "Đổi tên in của đơn vị sử dụng từ một ngày"),
    ("Ctrl+B", "Bàn giao sổ cho đơn vị khác"),
    ("Ctrl+I", "Nhận sổ do đơn vị khác bàn giao"),
    ("Ctrl+F", "Lọc danh mục"),
    ("F2", "Sửa tên đơn vị sử dụng"),
    ("Esc", "Từ biểu mẫu về danh mục"),
    ("Ctrl+C", "Chép các dòng đang chọn để dán vào Excel"),
    ("Ctrl+E", "Kết xuất danh mục ra Excel"),
    ("Ctrl+P", "In danh mục"),
)

CODE, NAME, KIND, PARENT = "Mã", "Tên", "Loại", "Thuộc"
FROM, TO = "Có từ ngày", "Đến hết ngày"
LIST_TITLE = "Danh mục đơn vị"
AS_OF = "Như ở ngày {day}. Dấu – ở cột ngày: có từ trước danh mục đầu tiên, hoặc nay vẫn còn."
COUNT = "{count} đơn vị"

READ, READ_TIP = "Đọc danh mục đơn vị…  Ctrl+O", "Đọc danh mục đơn vị từ tệp .csv hoặc .xlsx (Ctrl+O)"
EXPORT, EXPORT_TIP = "Kết xuất", "Kết xuất danh mục ra Excel (Ctrl+E)"
PRINT, PRINT_TIP = "In", "In danh mục (Ctrl+P)"
CHOOSE_FILE = "Chọn tệp danh mục đơn vị"
FILES = "Danh mục đơn vị (*.csv *.xlsx)"

EMPTY_TITLE = "Chưa có đơn vị nào ở ngày này"
EMPTY = (
    "Danh mục đã đọc không có đơn vị nào của sổ ở ngày cuối kỳ đang chọn. "
    "Hãy đọc danh mục của ngày đó hoặc chọn kỳ khác."
)
EMPTY_STEP = "Đọc danh mục đơn vị…"

DAY_TITLE = "Ngày của danh mục"
DAY_ASK = (
    "Tệp {name} ghi danh mục đơn vị của ngày nào? Đơn vị mới có từ ngày này; "
    "đơn vị không còn trong danh mục hết hiệu lực vào ngày trước đó."
)
DAY_LABEL = "Ngày của danh mục"
DAY_NEEDED = "Hãy gõ ngày, như 1/7/2025."
READ_NOW = "Đọc danh mục"

READING = "Đang đọc tệp {name}…"
CHECKING = "Đang kiểm tra {count} dòng…"
STORING = "Đang ghi danh mục vào sổ…"
LOADED = "Đã đọc {rows} đơn vị của ngày {day}: {added} đơn vị mới, {ended} đơn vị hết hiệu lực."
NOT_THERE = "Đơn vị này không có vào ngày {day}. Hãy chọn kỳ khác để thấy trong danh sách."
