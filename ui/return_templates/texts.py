"""The words of the screen of a province's own workbooks."""

TITLE = "Mẫu của tỉnh"
PURPOSE = (
    "Dùng chính sổ tính Excel của tỉnh làm mẫu báo cáo: ghi thẻ vào các ô cần điền, chương trình điền số liệu và "
    "giữ nguyên phần còn lại."
)
KEYS = (
    ("F5", "Thêm một mẫu"),
    ("F6", "Gỡ mẫu đang chọn"),
    ("F9", "Xem trước mẫu đang chọn với số liệu của đơn vị"),
    ("Ctrl+T", "Danh sách thẻ"),
    ("Ctrl+F", "Lọc danh sách"),
)
LIST, SET, NAME, FROM, TO, FILE, RETURNS = (
    "Các mẫu",
    "Bộ biểu",
    "Tên mẫu",
    "Từ ngày",
    "Đến ngày",
    "Tệp",
    "Báo cáo đã duyệt",
)
COUNT = "{count} mẫu"
ADD, ADD_TIP = "+ Thêm mẫu  F5", "Chọn một sổ tính .xlsx có thẻ, hoặc thả tệp vào cửa sổ (F5)"
REMOVE, REMOVE_TIP = "Gỡ  F6", "Thôi dùng mẫu đang chọn (F6)"
LOOK, LOOK_TIP = "Xem trước  F9", "Xem mẫu đang chọn với số liệu của đơn vị trong kỳ (F9)"
TAGS, TAGS_TIP = "Danh sách thẻ", "Các thẻ ghi được vào ô, để chép (Ctrl+T)"
WITHDRAWN = "đã gỡ"
EMPTY_TITLE = "Chưa có mẫu nào của tỉnh"
EMPTY = (
    "Mở sổ tính của tỉnh bằng Excel, ghi thẻ vào các ô cần điền, ví dụ {{unit.name}} ở cột tên xã và "
    "{{outreach.sessions}} ở cột số buổi: dòng có thẻ đơn vị tự lặp lại. Ghi {{total(outreach.sessions)}} ở dòng tổng, "
    "{{period.label}} ở tiêu đề. Lưu tệp rồi thêm ở đây. Bấm Ctrl+T để chép danh sách thẻ."
)
EMPTY_STEP = "Thêm mẫu"
ONE_CHOSEN = "Hãy chọn một mẫu trong danh sách."

TABS_NAME = "Chi tiết mẫu"
FOUND_TAB, TAGS_TAB, LOST_TAB, LOOK_TAB = (
    "Chỗ sai ({count})",
    "Thẻ ({count})",
    "Điều sẽ khác ({count})",
    "Xem trước",
)
TAG_HEADS = ("Trang", "Ô", "Ghi trong ô", "Nghĩa")
TAG_LIST = "Các thẻ trong mẫu"
LOST_HEADS = ("Trang", "Điều sẽ khác")
LOST_LIST = "Những gì của mẫu sẽ khác"
LOOK_LIST = "Mẫu đã điền số liệu"
LOOK_SHEET = "Trang"
LOOKING = "Đang điền mẫu…"
LOOK_OF = "{unit}, {period}. Ô tô màu là ô được điền; công thức hiện như đã ghi."
LOOK_CUT = " Trang còn dài hơn phần đang hiện."
LOOK_WAITS = "Bấm F9 để xem mẫu này với số liệu của đơn vị trong kỳ đang chọn."
LOOK_WRONG = "Sửa các chỗ sai trong tệp rồi chọn lại tệp để xem trước."

TAKE_TITLE = "Thêm mẫu của tỉnh"
TAKE_WORDS = (
    "Chọn sổ tính .xlsx có thẻ, hoặc thả tệp vào cửa sổ này. "
    "Chưa có gì được ghi cho đến khi bấm “Dùng mẫu này”."
)
CHOOSE, CHOOSE_TIP = "Chọn tệp…  Ctrl+O", "Chọn sổ tính của tỉnh (Ctrl+O)"
FILES_TITLE, FILES = "Chọn sổ tính của tỉnh", "Sổ tính Excel (*.xlsx);;Mọi tệp (*)"
READING = "Đang đọc {name}…"
FOR_SET, TITLE_LABEL, SINCE = "Dùng cho", "Tên mẫu", "Áp dụng từ ngày"
NEW_SET = "Bộ biểu mới, mang tên mẫu"
REPLACES = "Thay: {title}"
SINCE_NEEDED = "Hãy gõ ngày bắt đầu áp dụng, như 1/1/2025."
USE, CLOSE = "Dùng mẫu này", "Đóng"
FINE = "{name}: {tags} ô có thẻ trên {sheets} trang, không có chỗ sai."
FINE_LOST = " Xem mục “Điều sẽ khác” trước khi dùng."
WRONG = (
    "{name}: {count} chỗ cần sửa trong tệp. Mở tệp bằng Excel, sửa các ô dưới đây, lưu lại rồi chọn lại tệp."
)
TAKEN = "Đã dùng {name} làm mẫu từ ngày {day}."
ONLY_ONE = "Chỉ thêm được từng tệp một; đã lấy tệp {name}."

REMOVE_TITLE = "Gỡ mẫu"
REMOVE_ASK = (
    "Gỡ “{title}” (từ ngày {day})? Báo cáo từ nay lại theo mẫu trước đó hoặc bộ biểu của chương trình."
)
REMOVE_KEPT = " Mẫu có {count} báo cáo đã duyệt nên tệp vẫn được giữ để xuất lại các báo cáo đó."
REMOVE_LOST = " Tệp mẫu trong sổ sẽ bị xóa và không hoàn tác được."
REMOVE_NOW, KEEP = "Gỡ mẫu", "Giữ lại"
REMOVED, REMOVED_KEPT = "Đã gỡ mẫu “{title}”.", "Đã thôi dùng mẫu “{title}”; tệp vẫn được giữ."

TAG_DIALOG = "Danh sách thẻ"
TAG_DIALOG_WORDS = (
    "Chép thẻ vào ô của sổ tính. Dòng có thẻ đơn vị, xã, chỉ tiêu hoặc danh mục tự lặp lại; "
    "mỗi trang một dòng như vậy."
)
TAG_DIALOG_HEADS = ("Thẻ", "Nghĩa")
TAG_FILTER = "Lọc thẻ"
COPY_TAG, COPY_ALL = "Chép thẻ đang chọn  Ctrl+C", "Chép cả danh sách"
COPIED = "Đã chép {count} thẻ."

WORDS = {
    "period.label": "Tên kỳ báo cáo",
    "period.year": "Năm báo cáo",
    "period.first": "Ngày đầu kỳ",
    "period.last": "Ngày cuối kỳ",
    "office.name": "Cơ quan lập báo cáo",
    "office.parent": "Cơ quan cấp trên",
    "office.place": "Địa danh",
    "office.receiver": "Đơn vị nhận báo cáo",
    "office.authority": "Thẩm quyền ký",
    "office.post": "Chức vụ người ký",
    "office.signatory": "Họ tên người ký",
    "office.preparer": "Họ tên người lập biểu",
    "report.unit": "Tên đơn vị báo cáo",
    "report.code": "Mã đơn vị báo cáo",
    "report.revision": "Lần báo cáo",
    "row": "Số thứ tự của dòng lặp lại",
    "unit.code": "Mã đơn vị; dòng lặp lại cho đơn vị và mọi đơn vị bên dưới",
    "unit.name": "Tên đơn vị; dòng lặp lại cho đơn vị và mọi đơn vị bên dưới",
    "commune.code": "Mã xã; dòng chỉ lặp lại cho các xã",
    "commune.name": "Tên xã; dòng chỉ lặp lại cho các xã",
    "target.text": "Nội dung chỉ tiêu; dòng lặp lại cho từng chỉ tiêu của năm",
    "target.unit": "Đơn vị tính của chỉ tiêu",
    "target.planned": "Kế hoạch năm của chỉ tiêu",
    "target.done": "Kết quả của chỉ tiêu",
    "target.share": "Phần trăm so với kế hoạch",
    "note": "Ghi chú của dòng, gõ tay khi lập báo cáo",
}
HAND = "Số gõ tay khi lập báo cáo"
HAND_TAG = "{{hand.ten_cot}}"
HAND_OF = "Số gõ tay khi lập báo cáo; sau dấu chấm là tên tự đặt, chữ không dấu; cộng được như hand.ten_cot ở dòng tổng"
EACH_OF = "Tên từng mục của danh mục {catalogue}; dòng lặp lại cho từng mục"
EACH_FILTER = "{title}, theo mục của dòng"
NARROWED = "{title}, chỉ phần có {filters}"
WHOLE_OF = "{title}: số của cả đơn vị"
FIGURE_OF = "{title} ({unit})"
OVER = {
    "period": "",
    "since_year_start": "từ đầu năm",
    "year_before": "cùng kỳ năm trước",
    "since_year_start_before": "từ đầu năm đến cùng kỳ, năm trước",
}
OVER_TAGS = (
    (
        "@since_year_start",
        "Thêm vào sau tên trong thẻ: số từ đầu năm, như outreach.sessions@since_year_start",
    ),
    ("@year_before", "Thêm vào sau tên trong thẻ: số cùng kỳ năm trước"),
    ("@since_year_start_before", "Thêm vào sau tên trong thẻ: số từ đầu năm đến cùng kỳ của năm trước"),
)
