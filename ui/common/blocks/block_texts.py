"""The words of entering many rows at once: pasted blocks, one field of several rows, rows like the one above."""

PASTE_TITLE = "Dán các dòng từ Excel – {title}"
PASTE_WORDS = (
    "Chọn mỗi cột là ô nào của biểu mẫu. Ô cần sửa có màu đỏ: sửa ngay tại đây hoặc trong Excel rồi chép lại. "
    "Chưa ghi gì vào sổ cho đến khi bấm Thêm."
)
PASTE_HEAD = "Dòng đầu là tiêu đề"
PASTE_TABLE = "Các dòng sẽ dán"
PASTE_COLUMN = "Cột {number} là"
PASTE_IGNORED = "(bỏ qua)"
PASTE_STATE = "Dòng"
PASTE_NEW, PASTE_WRONG, PASTE_TWICE = "{number} · mới", "{number} · cần sửa", "{number} · giống dòng đã có"
PASTE_DOUBTFUL = "{number} · mới, nên xem lại"
PASTE_COUNT = "{new} dòng mới · {wrong} dòng cần sửa · {twice} dòng giống dòng đã có"
PASTE_CAUTIONS = "{count} · {cautions} dòng nên xem lại"
PASTE_SHOWN = "{count}. Bảng chỉ hiện {shown} dòng; cần sửa hiện trước."
PASTE_SKIP = "Không thêm các dòng giống dòng đã có"
PASTE_NOT_YET = "Còn dòng cần sửa"
PASTE_ACCEPT = "Thêm {count} dòng"
PASTE_REMEDY = "Nhận đơn vị của ngày đó ở {count} dòng  F8"
PASTE_REMEDY_TIP = "Thay đơn vị không có vào ngày của dòng bằng đơn vị đã có ở đó vào ngày ấy (F8)"
PASTE_MISSING = "Thiếu cột: {fields}."
PASTE_CELL = "Dòng {number}, {label}: {words}"
PASTED = "Đã thêm {count} {one}. Hoàn tác bằng Ctrl+Z."
PASTE_NOTHING = "Chưa có gì để dán. Hãy chép các dòng trong Excel trước."
PASTE_TOO_MANY = (
    "Vùng chép có {count} dòng, mỗi lần chỉ dán được {most} dòng. Hãy chép ít hơn hoặc dùng Nhập từ Excel."
)

SET_TITLE = "Ghi một ô cho nhiều dòng"
SET_WORDS = "Ghi cùng một giá trị vào {count} dòng đang chọn. Để trống là xóa giá trị của ô đó."
SET_FIELD = "Ô"
SET_NOW, SET_ANYWAY = "Ghi {count} dòng", "Vẫn ghi {count} dòng"
SET_DONE = "Đã ghi “{label}” cho {count} dòng. Hoàn tác bằng Ctrl+Z."
SET_CHOOSE = "Hãy chọn các dòng cần ghi trước (giữ Shift hoặc Ctrl rồi bấm)."

NO_ROW_ABOVE = "Không có dòng trên để chép."

KEYS = (
    ("F7", "Thêm dòng mới lấy đơn vị, hình thức, đối tượng… của dòng đang chọn"),
    ("Ctrl+'", "Trong biểu mẫu: chép ô này của dòng trên"),
    ("Ctrl+V", "Dán các dòng chép từ Excel, có xem trước"),
    ("Ctrl+D", "Ghi một ô cho các dòng đang chọn"),
)
