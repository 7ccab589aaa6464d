"""The words of which unit took over which."""

TITLE = "Kế thừa, sáp nhập"
PURPOSE = (
    "Đơn vị nào nhập toàn bộ hay một phần vào đơn vị nào, vào ngày nào. Nhờ đó số liệu cũ được cộng về địa giới mới. "
    "Dòng chưa xác định là chỗ chưa nguồn nào cho biết đơn vị cũ; hãy chọn đơn vị cũ cho các dòng đó, "
    "chương trình không tự chọn thay."
)
KEYS = (
    ("Ctrl+O", "Đọc danh sách kế thừa từ tệp .csv hoặc .xlsx"),
    ("F2 hoặc Enter", "Xác định hoặc sửa đơn vị cũ của dòng đang chọn"),
    ("F5 hoặc Insert", "Thêm một đơn vị cũ cho đơn vị mới của dòng đang chọn"),
    ("F6 hoặc Delete", "Bỏ các dòng đang chọn; hoàn tác bằng Ctrl+Z"),
    ("Ctrl+M", "Chuyển các bản ghi có ngày sau khi đơn vị đã kết thúc sang đơn vị mới"),
    ("Ctrl+F", "Lọc danh sách"),
    ("Esc", "Từ cây về danh sách"),
    ("Ctrl+C", "Chép các dòng đang chọn để dán vào Excel"),
    ("Ctrl+E", "Kết xuất danh sách ra Excel"),
    ("Ctrl+P", "In danh sách"),
)

DAY, OLD_CODE, OLD, NEW_CODE, NEW, NEW_PARENT, EXTENT = (
    "Ngày",
    "Mã cũ",
    "Đơn vị cũ",
    "Mã mới",
    "Đơn vị mới",
    "Thuộc",
    "Mức",
)
WHOLE, PART, OPEN = "Toàn bộ", "Một phần", "Chưa xác định"
WRITTEN = "Danh sách ghi: {written}"
SILENT = "Chưa có dòng nào"
COUNT = "{count} dòng, {open} chưa xác định"
STATE, SCOPE, OWN = "Mức", "Phạm vi", "Của sổ này"
STATES = {"whole": WHOLE, "part": PART, "open": OPEN}

READ, READ_TIP = (
    "Đọc danh sách…  Ctrl+O",
    "Đọc danh sách đơn vị nào nhập vào đơn vị nào từ tệp .csv hoặc .xlsx (Ctrl+O)",
)
EDIT, EDIT_TIP = "Sửa…  F2", "Xác định hoặc sửa đơn vị cũ của dòng đang chọn (F2)"
ADD, ADD_TIP = "+ Thêm  F5", "Thêm một đơn vị cũ cho đơn vị mới của dòng đang chọn (F5 hoặc Insert)"
REMOVE, REMOVE_TIP = "Bỏ  F6", "Bỏ các dòng đang chọn (F6 hoặc Delete)"
EXPORT, EXPORT_TIP = "Kết xuất", "Kết xuất danh sách ra Excel (Ctrl+E)"
PRINT, PRINT_TIP = "In", "In danh sách (Ctrl+P)"
CHOOSE_FILE = "Chọn tệp danh sách kế thừa"
FILES = "Danh sách kế thừa (*.csv *.xlsx)"

EMPTY_TITLE = "Chưa có đơn vị nào kế thừa đơn vị nào"
EMPTY = (
    "Hãy đọc danh mục đơn vị của ngày trước và sau sáp nhập ở trang Đơn vị, rồi đọc danh sách kế thừa. "
    "Một thay đổi lẻ thì ghi bằng nút Thay đổi đơn vị ở trang Đơn vị."
)
EMPTY_STEP = "Đọc danh sách kế thừa…"

DAY_TITLE = "Ngày kế thừa"
DAY_ASK = (
    "Tệp {name} ghi các đơn vị kế thừa vào ngày nào? "
    "Sổ cần có danh mục đơn vị của ngày đó và của một ngày trước đó."
)
DAY_LABEL = "Ngày kế thừa"
READ_NOW = "Đọc danh sách"

READING = "Đang đọc tệp {name}…"
CHECKING = "Đang kiểm tra {count} dòng…"
STORING = "Đang ghi danh sách vào sổ…"
LOADED = (
    "Đã đọc {rows} dòng của ngày {day}: {stored} dòng mới, {unsettled} đơn vị chưa xác định hết nguồn gốc."
)
LEFT_OUT = " Bỏ qua {count} dòng nói về đơn vị không có trong sổ."
OFFICE_MOVED = " Đơn vị sử dụng nay là {name} ({code}); hãy xem lại tên cơ quan in trên văn bản."
DOUBTS_TITLE = "Danh sách đã đọc, còn chỗ chưa rõ"
DOUBTS_TOLD = (
    "{source}: đã ghi vào sổ. Còn {count} chỗ cần xem lại; chỗ nào chưa rõ là đơn vị nào thì để chưa xác định, "
    "hãy xác định trong danh sách (F2)."
)
REMOVED = "Đã bỏ {count} dòng. Hoàn tác bằng Ctrl+Z."
SETTLED = "Đã ghi: {old} vào {new}. Hoàn tác bằng Ctrl+Z."
SETTLED_TOO = " Cũng bỏ {count} dòng chưa xác định ghi cùng mã cũ đó ở đơn vị khác."
ONE_ROW = "Hãy chọn một dòng trong danh sách."
NOTHING_TO_REMOVE = "Dòng này cho biết đơn vị mới chưa có nguồn gốc, không có gì để bỏ. Hãy xác định bằng F2."

TREE = "Nguồn gốc và kết quả"
TREE_NONE = "Chọn một dòng để xem đơn vị mới gồm những đơn vị nào và đơn vị cũ trở thành gì."
CAME = "{unit} gồm:"
BECAME = "{unit} thành:"
NODE, GOES_ON = "{unit} – {remarks}", "đi tiếp"
NODE_OPEN = "Chưa xác định: {written}"
UNIT = "{name} ({code})"

SOURCE_TITLE = "Đơn vị cũ của {name}"
SOURCE_NEW = "Đơn vị mới: {unit}, {parent}, từ {day}."
SOURCE_WRITTEN = "Danh sách ghi: {written}."
SOURCE_NEAR = "Tên gần giống vào ngày trước đó; chọn một dòng rồi bấm Enter"
SOURCE_FREE_LIST = "Đơn vị cũ quanh đó chưa có nơi đến; chọn một dòng rồi bấm Enter"
SOURCE_NO_NEAR = "Không có tên nào gần giống. Hãy gõ mã hoặc tên."
SOURCE_OLD, SOURCE_OLD_HINT = "Đơn vị cũ", "Gõ mã hoặc vài chữ của tên"
SOURCE_EXTENT = "Mức"
SOURCE_KEEP = "Ghi"
SOURCE_NEEDED = "Hãy chọn một đơn vị cũ."
SOURCE_UNKNOWN = "Không có hoặc có nhiều đơn vị cũ như “{typed}”. Hãy chọn một dòng trong danh sách."
OPTION = "{code} {name} – {parent}"
HAS_CODE, IS_FREE, IS_TAKEN = "đúng mã đã ghi", "chưa có nơi đến", "đã có nơi đến"
CANDIDATE = "{unit} · {remarks}"
