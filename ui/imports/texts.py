"""The words of importing from Excel."""

TITLE = "Nhập từ Excel – {title}"
START = (
    "Chọn tệp Excel theo mẫu, hoặc danh sách mà đơn vị đang giữ (.xlsx, .csv). Tệp được xem trước: bao nhiêu dòng mới, "
    "đã có, sửa, chỗ nào sai ở ô nào. Chưa có gì được ghi cho đến khi bấm Nhập."
)
CHOOSE = "Chọn tệp…  Ctrl+O"
CHOOSE_TIP = "Chọn tệp để nhập (Ctrl+O)"
CHOOSE_TITLE = "Chọn tệp để nhập"
FILES = "Danh sách (*.xlsx *.csv *.txt);;Mọi tệp (*)"
TEMPLATE = "Lưu tệp mẫu"
TEMPLATE_TIP = "Ghi tệp mẫu trống có danh sách chọn và chỉ dẫn (Ctrl+T)"
TEMPLATE_NAME = "Mau {title}.xlsx"
READING = "Đang đọc tệp…"
COMPARING = "Đang so với sổ: {done}/{all} dòng…"
STORING = "Đang ghi: {done}/{all} dòng…"
DRAWING = "Đang ghi bản đánh dấu…"

OLD_TEXT = (
    "Chữ trong tệp {name} ở bảng mã cũ {encoding}. Dưới đây là vài ô trước và sau khi chuyển. "
    "Nếu cột bên phải đọc được thì bấm Chuyển mã; tệp của đơn vị không bị sửa."
)
BEFORE, AFTER = "Trong tệp", "Sau khi chuyển"
CONVERT = "Chuyển mã"

MAP = (
    "Chọn cho mỗi cột của tệp {name} là cột nào của sổ; cột không cần thì để “{nothing}”. "
    "Cách ghép được nhớ cho lần sau."
)
MAP_MISSING = "Còn thiếu cột: {missing}."
HEAD, SAMPLE, MEANS = "Cột trong tệp", "Ví dụ trong cột", "Là cột"
NOTHING = "không nhập"
MAPPING_NAME = "Nhớ cách ghép với tên"
MAPPED = "Xem trước"
REMAP = "Ghép cột…"
REMEMBERED = "Cột được ghép theo “{name}”."

COUNTS = "{name}: {new} dòng mới · {changed} dòng sửa · {same} dòng đã có · {refused} dòng bị từ chối."
NOTHING_NEW = "Tất cả đã có trong sổ, không có gì để nhập."
WRONG = "Có {count} chỗ cần sửa nên chưa nhập được dòng nào. Hãy sửa trong tệp rồi chọn lại, hoặc lưu bản đánh dấu."
READY = "Không có chỗ nào sai. Khi nhập, tất cả được ghi trong một bước, hoàn tác được bằng Ctrl+Z."
NO_ROWS = "Dưới dòng tiêu đề không có dòng nào để nhập."
LEAVE_OUT = "Bỏ cột “{column}”"
MARKED = "Lưu bản đánh dấu"
MARKED_TIP = "Ghi bản sao của tệp với các ô sai được tô màu (Ctrl+S)"
MARKED_NAME = "{stem} - can sua.xlsx"
IMPORT = "Nhập {count} dòng"
IMPORT_NONE = "Nhập"
OTHER_FILE = "Chọn tệp khác…"
DONE = "Đã nhập {name}: {new} dòng mới, {changed} dòng sửa. Hoàn tác bằng Ctrl+Z."
