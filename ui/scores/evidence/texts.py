"""The words of the evidence of criteria."""

TITLE, TITLE_COUNT = "Minh chứng tiêu chí {criterion}", "Minh chứng tiêu chí {criterion}: {count}"
TITLE_NONE = "Minh chứng"
NAME = "Minh chứng của tiêu chí"
CHOOSE = "Chọn một tiêu chí để xem minh chứng."
EMPTY = "Chưa có minh chứng. Thêm bằng F5, hoặc thả tệp vào đây."
EMPTY_CLOSED = "Tiêu chí này không có minh chứng."
CLOSED = "Phiếu đã thẩm định nên minh chứng chỉ để xem."

NUMBER, DAY, NOTE, FILE = "Số, ký hiệu", "Ngày", "Nội dung", "Tệp"
BAD_FILE = {"missing": "Thiếu", "changed": "Bị sửa", "astray": "Sai chỗ"}
BAD_WORDS = {
    "missing": (
        "Tệp {name} không còn trong thư mục minh-chung của sổ. Nếu sổ chép từ máy khác sang, hãy chép cả thư mục "
        "minh-chung của máy đó; nếu không, bấm F2 và chọn lại tệp."
    ),
    "changed": "Tệp {name} đã bị sửa sau khi nhận nên không mở từ đây. Bấm F2 và chọn lại tệp đúng.",
    "astray": "Chỗ của tệp {name} dẫn ra ngoài thư mục minh-chung của sổ nên không mở. Bấm F2 và chọn lại tệp.",
}

ADD, ADD_TIP = "Thêm  F5", "Thêm minh chứng cho tiêu chí này (F5)"
OPEN, EDIT, REMOVE, FORWARD = "Mở tệp  Enter", "Sửa  F2", "Xóa  F6", "Chép từ năm trước…"
OTHER, OTHER_TIP = (
    "Việc khác",
    "Mở tệp, sửa, xóa minh chứng đang chọn; chép minh chứng của năm gần nhất sang phiếu này",
)
COUNT = "{count} minh chứng"
KEYS = (
    ("F5, Ctrl+M", "Ở phiếu: thêm minh chứng cho tiêu chí; sang bảng minh chứng (Esc để về)"),
    ("Ctrl+V", "Ở bảng minh chứng: dán tệp hoặc đường dẫn của tệp"),
    ("F2, F6", "Ở bảng minh chứng: sửa, xóa dòng đang chọn"),
    ("Enter", "Ở bảng minh chứng: mở tệp của dòng đang chọn"),
)

ADD_TITLE, EDIT_TITLE = "Thêm minh chứng", "Sửa minh chứng"
ABOUT = "Tiêu chí {criterion}. {title}"
PATH = "Tệp kèm theo"
PATH_HINT = "Dán đường dẫn, thả tệp vào đây, hoặc chọn tệp"
FILE_HINT = (
    "PDF, Word (.docx), Excel (.xlsx), ảnh JPG hoặc PNG, không quá {most} MB. Sổ giữ một bản chép của tệp."
)
NUMBER_HINT = "ví dụ 12/KH-UBND"
NOTE_HINT = "Văn bản gì. Không ghi tên, số điện thoại, địa chỉ của người liên quan."
CHOOSE_FILE, CHOOSE_FILE_TIP = "Chọn tệp…", "Chọn tệp trên máy (Ctrl+O)"
FILE_TITLE = "Chọn tệp minh chứng"
FILE_KINDS = "Tệp minh chứng (*.pdf *.docx *.xlsx *.jpg *.jpeg *.png)"
HELD_FILE = "Đang giữ: {name} ({size})"
LET_GO, LET_GO_TIP = "Gỡ tệp", "Minh chứng không còn tệp này; tệp vẫn nằm trong thư mục của sổ"
KEEP, COPYING = "Lưu", "Đang chép tệp {name}"
SIZE_MEGA, SIZE_KILO = "{size} MB", "{size} KB"

FORWARD_TITLE = "Chép minh chứng từ năm trước"
FORWARD_WORDS = (
    "Minh chứng của {unit} năm {from_year}. Chọn dòng cần chép sang phiếu năm {year} (Ctrl hoặc Shift để chọn nhiều "
    "dòng); dòng mờ không chép được."
)
FORWARD_NONE = "Các năm trước của {unit} chưa có minh chứng nào."
COPY, COPY_COUNT = "Chép", "Chép {count} minh chứng"
CRITERION, WHY = "Tiêu chí", "Ghi chú"
WHYS = {
    "": "",
    "no_criterion": "Bộ tiêu chí năm nay không có tiêu chí này",
    "other_title": "Mã này năm nay là tiêu chí khác",
    "held": "Đã có trong phiếu",
}
KEPT, REMOVED = "Đã lưu minh chứng.", "Đã xóa {count} minh chứng. Hoàn tác bằng Ctrl+Z."
COPIED = "Đã chép {count} minh chứng từ năm {from_year}. Hoàn tác bằng Ctrl+Z."
NOT_OPENED = "Máy chưa có chương trình nào mở được tệp {name}."
