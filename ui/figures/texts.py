"""The words of the grid of figures."""

from ui.common.screens.subject import FieldWords

TITLE = "Số liệu kỳ"
PURPOSE = (
    "Nhập số liệu của từng đơn vị trong kỳ đang chọn, như một bảng tính: mỗi dòng một đơn vị, mỗi cột một số liệu. "
    "Chỉ ghi số lượng. Ô để trống là chưa ghi nhận; số 0 là đã ghi nhận và bằng không."
)
KEYS = (
    ("Gõ số, Enter", "Ghi số rồi xuống ô dưới; Shift+Enter lên ô trên"),
    ("Tab, Shift+Tab", "Sang ô bên phải, bên trái; Enter sau đó về cột đã bắt đầu"),
    ("F2", "Sửa ô đang chọn"),
    ("Delete", "Xóa số trong các ô đang chọn (thành chưa ghi nhận)"),
    ("Ctrl+D", "Chép số của dòng đầu xuống các dòng đang chọn"),
    ("Ctrl+R", "Chép số của cột đầu sang các cột đang chọn"),
    ("Ctrl+' hoặc Ctrl+Shift+D", "Chép số của ô ngay trên"),
    ("Ctrl+C, Ctrl+X, Ctrl+V", "Chép, cắt, dán một vùng ô, từ Excel hoặc sang Excel"),
    ("Ctrl+Z, Ctrl+Y", "Hoàn tác, làm lại; một lần dán là một bước"),
    ("F4", "Đến ô cần sửa tiếp theo"),
    ("F5", "Thêm một cột số liệu riêng của đơn vị"),
    ("Ctrl+F", "Lọc đơn vị"),
    ("Ctrl+E, Ctrl+P", "Kết xuất ra Excel, in"),
    ("Esc", "Ra khỏi bảng"),
)

ENTER, ENTER_TIP = "Nhập số  F2", "Đưa con trỏ vào bảng và sửa ô đang chọn (F2)"
GROUPS, GROUPS_TIP = "Nhóm cột", "Chọn các nhóm cột được hiện"
GROUPS_SOME = "Nhóm cột ({shown}/{all})"
ALL_GROUPS = "Hiện tất cả"
COLUMNS, COLUMNS_TIP = "Cột số liệu", "Thêm, sửa, thôi dùng cột số liệu"
ADD_COLUMN = "Thêm cột…\tF5"
CHANGE_COLUMN = "Sửa cột “{title}”…"
END_COLUMN = "Thôi dùng cột “{title}” từ kỳ này"
REMOVE_COLUMN = "Xóa cột “{title}”"
USE_AGAIN = "Dùng lại cột đã thôi dùng"
EXPORT, EXPORT_TIP = "Kết xuất", "Kết xuất bảng ra Excel (Ctrl+E)"
PRINT, PRINT_TIP = "In", "In bảng (Ctrl+P)"
UNITS = "{count} đơn vị"
UNIT = "Đơn vị"
TABLE = "Bảng số liệu kỳ"
TOTAL = "Tổng"
CELL = "{unit}, {column}: {value}"
BLANK = "chưa ghi nhận"
COLUMN_TIP = "{title}\nĐơn vị tính: {unit}\n{about}"
COLUMN_ENDED = "{title}\nĐơn vị tính: {unit}\n{about}\nThôi dùng sau ngày {day}."

CELL_LINE = "{unit} · {column} ({measured_in})"
CELL_WRONG = "{unit} · {column}: {words}"
ELSEWHERE_WITHIN = "{unit} · {column}: cộng từ {periods}. Muốn sửa, hãy chọn kỳ đó trên thanh kỳ."
ELSEWHERE_LATEST = "{unit} · {column}: lấy theo {periods}. Muốn sửa, hãy chọn kỳ đó trên thanh kỳ."
ELSEWHERE_OUTSIDE = "{unit} · {column}: đã ghi ở {periods}, trùng ngày với kỳ này. Hãy sửa ở kỳ đó."
WRONG_LEFT = "{words}\nCòn {count} ô cần sửa; bấm F4 để đến ô cần sửa tiếp theo."
SELECTED = "{count} ô · Tổng: {sum}"

PASTED = "Đã dán {count} ô. Hoàn tác bằng Ctrl+Z."
CLEARED = "Đã xóa số trong {count} ô. Hoàn tác bằng Ctrl+Z."
FILLED = "Đã ghi {count} ô. Hoàn tác bằng Ctrl+Z."
NOTHING_CHANGED = "Các ô đã đúng như vậy, không có gì phải ghi."
COPIED = "Đã chép {count} ô."
NOTHING_TO_PASTE = "Chưa có gì để dán. Hãy chép các ô trong Excel trước."
SOURCE_WRONG = "Ô nguồn còn chỗ cần sửa nên chưa chép được."
CELL_NAME = "{unit} · {column}"
ROW_NAME = "Dòng {number}"
REFUSED_TITLE = "Chưa ghi được"
REFUSED = "Có {count} chỗ cần sửa nên chưa ghi gì vào bảng. Nếu là vùng dán, hãy sửa ở tệp nguồn rồi chép và dán lại."

EMPTY_FILTERED = "Không có đơn vị nào khớp với chữ đang lọc."

ADD_TITLE, CHANGE_TITLE = "Thêm cột số liệu", "Sửa cột số liệu"
DEFINITION_WORDS = (
    "Cột riêng của đơn vị đứng cạnh các cột chung. Chỉ đặt cột để đếm số lượng, không để ghi tên người."
)
DEFINITION_FIELDS = {
    "title": FieldWords("Tên cột", "Số lượt tư vấn tại trạm", "Điều được đếm, như sẽ in ở đầu cột."),
    "unit": FieldWords("Đơn vị tính", "lượt", "Ví dụ: vụ, người, lượt, đồng."),
    "about": FieldWords("Cách đếm", "", "Một câu nói rõ đếm gì, để mọi người đếm như nhau."),
}
SECTION = "Nhóm cột"
STOCK = "Là số có tại cuối kỳ (các kỳ không cộng với nhau)"
ADD_NOW, CHANGE_NOW = "Thêm cột", "Sửa cột"
ADDED = "Đã thêm cột {title}."
CHANGED = "Đã sửa cột {title}."
ENDED = "Đã thôi dùng cột {title} từ kỳ này. Hoàn tác bằng Ctrl+Z."
REMOVED = "Đã xóa cột {title}. Hoàn tác bằng Ctrl+Z."
USED_AGAIN = "Dùng lại cột {title}."
