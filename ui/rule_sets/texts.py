"""The words of the screen of rule sets."""

TITLE = "Bộ tiêu chí chấm điểm xã"
PURPOSE = (
    "Các bộ tiêu chí của sổ: bản nháp, bộ đang áp dụng, bộ đã thôi áp dụng. Bản nháp sửa được từng ô, chương trình "
    "kiểm tra ngay và nêu chỗ sai; chấm thử rồi đưa vào áp dụng từ một ngày. Bộ đã áp dụng giữ nguyên từng chữ, "
    "phiếu đã chấm vẫn theo bộ cũ."
)
KEYS = (
    ("F5 hoặc Insert", "Trong danh sách: thêm bản nháp. Trong cây: thêm một mục cùng loại sau mục đang chọn"),
    ("Shift+F5", "Trong cây: thêm mục con (tiêu chí của nhóm, tiểu mục của tiêu chí)"),
    ("F6 hoặc Delete", "Xóa bản nháp hoặc mục đang chọn; hoàn tác bằng Ctrl+Z"),
    ("F2 hoặc Enter", "Sửa mục đang chọn"),
    ("Alt+↑, Alt+↓", "Chuyển mục lên, xuống"),
    ("Alt+→, Alt+←", "Chuyển tiêu chí thành tiểu mục và ngược lại"),
    ("F8", "Đến chỗ sai kế tiếp"),
    ("F9", "Chấm thử"),
    ("Ctrl+D", "Đưa bản nháp vào áp dụng, hoặc thôi áp dụng một bộ"),
    ("Ctrl+T", "Tạo bản nháp từ bộ đang chọn"),
    ("Ctrl+E", "Kết xuất bộ đang chọn ra tệp"),
    ("Ctrl+I", "Nhập một bộ từ tệp thành bản nháp"),
    ("Ctrl+V", "Trong bảng mức, bảng khoảng: dán các dòng từ Excel"),
    ("Esc", "Từ ô về cây, từ cây về danh sách"),
)

LIST_NAME, TREE = "Các bộ tiêu chí", "Nội dung bộ tiêu chí"
NAME, CODE_HEAD, STATE, VALIDITY, SHEETS = "Bộ tiêu chí", "Mã", "Trạng thái", "Hiệu lực", "Phiếu"
STATES = {
    "draft": "Bản nháp",
    "ahead": "Sẽ áp dụng",
    "in_force": "Đang áp dụng",
    "replaced": "Thôi áp dụng",
}
FROM, FROM_TO = "từ {first}", "{first} – {last}"
COUNTED = "{count} bộ"

FORCE, FORCE_TIP = "Đưa vào áp dụng…", "Đưa bản nháp vào áp dụng từ một ngày (Ctrl+D)"
TRY, TRY_TIP = "Chấm thử…  F9", "Điền một phiếu thử để xem điểm và xếp loại; không lưu gì (F9)"
EXPORT, EXPORT_TIP = "Kết xuất", "Kết xuất bộ đang chọn ra một tệp (Ctrl+E)"
IMPORT, IMPORT_TIP = "Nhập…", "Nhập một tệp bộ tiêu chí thành bản nháp (Ctrl+I)"
OTHER, OTHER_TIP = "Việc khác", "Bản nháp mới, bản nháp từ bộ này, thôi áp dụng, xóa bản nháp"
NEW_DRAFT, COPY = "Bản nháp trống", "Tạo bản nháp từ bộ này"
TAKE_OUT, REMOVE_DRAFT = "Thôi áp dụng…", "Xóa bản nháp"
ADD, ADD_TIP = "+ Thêm", "Thêm một mục cùng loại sau mục đang chọn (F5)"
ADD_BELOW, ADD_BELOW_TIP = "+ Con", "Thêm tiêu chí vào nhóm, tiểu mục vào tiêu chí (Shift+F5)"
REMOVE, REMOVE_TIP = "Xóa", "Xóa mục đang chọn (F6)"
UP, UP_TIP, DOWN, DOWN_TIP = "↑", "Chuyển lên (Alt+↑)", "↓", "Chuyển xuống (Alt+↓)"
IN, IN_TIP, OUT, OUT_TIP = "→", "Thành tiểu mục (Alt+→)", "←", "Thành tiêu chí (Alt+←)"

EMPTY_TITLE = "Chưa có bộ tiêu chí nào"
EMPTY = "Hãy tạo một bản nháp rồi thêm nhóm, tiêu chí và các loại, hoặc nhập tệp bộ tiêu chí đã nhận."
EMPTY_STEP = "+ Bản nháp trống"
NEW_SET = "Bộ tiêu chí mới"
READ_ONLY = "Bộ đã áp dụng, giữ nguyên từng chữ."
READ_ONLY_STEP = "Tạo bản nháp từ bộ này"
TOTAL = "Tổng {total} điểm"

NAMELESS = "(chưa có tên)"
CONDITIONS, FAILING, CLASSES, LEVELS = (
    "Điều kiện",
    "Điều kiện liệt",
    "Xếp loại, từ cao xuống",
    "Cấp chấm, thẩm định",
)
FAILS_TO = "cao nhất chỉ được loại {title}"
NEW_GROUP, NEW_CRITERION, NEW_ITEM = "Nhóm tiêu chí mới", "Tiêu chí mới", "Tiểu mục mới"
NEW_CONDITION, NEW_CLASS = "Điều kiện mới", "Loại mới"
LIST_HINT = "F5 thêm một mục vào phần này."
TREE_HEADS = ("Mã", "Nội dung", "Điểm")

CODE, CODE_HELP = "Mã", "Mã ngắn, không trùng mã khác trong bộ; chỗ khác nhắc mã này thì đổi theo."
SET_TITLE, TITLE_FIELD = "Tên bộ", "Tên"
CITATION, CITATION_HELP = "Căn cứ", "Văn bản ban hành bộ tiêu chí"
SET_CODE = "Mã bộ"
SET_CODE_HELP = "Bộ nháp cùng mã với bộ đang áp dụng thì sẽ thay bộ đó"
VALID_FROM, VALID_TO = "Từ ngày", "Đến hết ngày"
SCALED = "Quy về thang đủ điểm"
SCALED_HELP = (
    "Khi có tiêu chí không áp dụng. Bỏ trống: điểm của tiêu chí đó rút khỏi tổng, các ngưỡng giữ nguyên"
)
DECIMALS = "Số chữ số lẻ"
TOTAL_STATED, TOTAL_HELP = "Tổng điểm ghi trong văn bản", "Để đối chiếu với tổng cộng được; có thể bỏ trống"
DUE_LABELS = {
    "registered": "Hạn đăng ký",
    "self": "Hạn xã tự chấm",
    "appraised": "Hạn thẩm định",
    "recognised": "Hạn công nhận",
}
DUE_HELP = "Ngày/tháng, như 5/12; của năm sau thì ghi 31/1 năm sau"
GUIDE, GUIDE_HELP = "Hướng dẫn chấm", "Cách chấm, giấy tờ chứng minh"
MOST = "Điểm chuẩn"
MAY_NOT_APPLY, MAY_NOT_APPLY_HELP = (
    "Có thể không áp dụng",
    "Xã không có đối tượng thì tiêu chí rút khỏi tổng điểm",
)
SCALE = "Cách chấm"
SCALES = (
    ("hand", "Cho điểm trực tiếp"),
    ("choice", "Chọn một mức"),
    ("yes_no", "Có hoặc không"),
    ("share", "Tỷ lệ (tử số trên mẫu số)"),
    ("per_population", "Tính trên số dân"),
    ("bands", "Theo khoảng"),
    ("deduction", "Trừ điểm mỗi lần"),
)
POINTS, FIRST, LAST, BELOW = "Điểm", "Từ", "Đến", "Dưới"
OPTIONS, OPTION_TITLE = "Các mức", "Mức"
BANDS = "Các khoảng"
BANDS_HELP = "Đến: kể cả số đó; Dưới: không kể; bỏ trống cả hai: không có điểm cuối"
YES_POINTS, YES_HELP, NO_POINTS = "Điểm khi Có", "Bỏ trống: bằng điểm chuẩn", "Điểm khi Không"
FULL, FULL_HELP = "Đủ điểm từ (%)", "Dưới mức này điểm tính theo tỷ lệ; không dùng khi có các khoảng"
PER, EACH = "Tính cho số dân", "Trừ mỗi lần"
FLOOR, FLOOR_HELP = "Trừ đến còn", "Điểm thấp nhất sau khi trừ; có thể nhỏ hơn 0"
COUNTS, COUNTS_HELP = "Chỉ nhận số nguyên", "Số lần, số người, số cơ sở"
MEASURE, MEASURE_HELP = "Đại lượng gợi ý", "Số liệu của sổ dùng để gợi ý câu trả lời"
WHOLE_MEASURE = "Đại lượng làm mẫu số"
WHOLE_MEASURE_HELP = "Chỉ cần khi đại lượng gợi ý không phải là tỷ lệ"
YES_FROM, YES_FROM_HELP = "Gợi ý Có từ", "Đại lượng từ số này trở lên thì gợi ý Có"
CONDITION_KIND = "Loại điều kiện"
CONDITION_KINDS = (
    ("asked", "Hỏi có hay không trên phiếu"),
    ("points", "Xét điểm của nhóm, tiêu chí hoặc tổng"),
    ("value", "Xét số trả lời của một tiêu chí"),
    ("some", "Đạt ít nhất một số điều kiện khác"),
    ("class", "Đạt yêu cầu của một loại"),
)
OF, OF_HELP = (
    "Xét",
    "Mã của nhóm, tiêu chí, điều kiện hoặc loại; nhiều mã cách nhau dấu phẩy; xét tổng thì bỏ trống",
)
IN_PERCENT = "Tính theo % điểm chuẩn"
LEAST, AT_MOST, COUNT = "Ít nhất", "Nhiều nhất", "Số điều kiện cần"
CONDITION_CODE, FAILS_CLASS = "Mã điều kiện", "Cao nhất chỉ được loại"
FAILS_HELP = "Mã của loại cao nhất còn được xếp khi có điều kiện này"
LEAST_POINTS, LEAST_HELP = "Cần ít nhất (điểm)", "Bỏ trống: không cần điểm"
NEEDS, NEEDS_HELP = "Cần các điều kiện", "Mã các điều kiện, cách nhau dấu phẩy; cần đủ tất cả"
FLOORS, FLOORS_HELP, GROUP = "Điểm tối thiểu của nhóm", "Mỗi nhóm một dòng", "Nhóm"
UNITS, UNITS_HELP = "Các cấp", "tỉnh, huyện, xã; cách nhau dấu phẩy"
CHAIN_LABELS = {"self": "Cấp tự chấm", "appraised": "Cấp thẩm định", "recognised": "Cấp công nhận"}

FORCE_TITLE, FORCE_LABEL, FORCE_NOW = "Đưa vào áp dụng", "Áp dụng từ ngày", "Đưa vào áp dụng"
FORCE_ASK = (
    "Bộ “{title}” dùng cho các năm kết thúc từ ngày nào? Bộ cùng mã đang áp dụng sẽ hết hiệu lực vào ngày hôm trước; "
    "phiếu đã chấm vẫn theo bộ cũ."
)
DAY_NEEDED = "Hãy ghi ngày."
UNTRIED_TITLE = "Chưa chấm thử"
UNTRIED = (
    "Bản nháp này chưa được chấm thử từ lần sửa cuối. Chấm thử cho thấy điểm và xếp loại có đúng ý hay không."
)
FORCE_ANYWAY, TRY_FIRST = "Áp dụng ngay", "Chấm thử trước"
FORCED = "Bộ “{title}” áp dụng từ {day}."
ENDED = " “{title}” hết hiệu lực ngày hôm trước."
PASSED_OVER = " Các năm kết thúc từ ngày đó không còn chấm theo “{title}”."
STAYING = " {count} phiếu đã chấm vẫn theo bộ cũ."
UNSOUND = "Còn {count} lỗi nên chưa áp dụng được. Hãy sửa các chỗ trong danh sách dưới cây."
OUT_TITLE, OUT_LABEL, OUT_NOW = "Thôi áp dụng", "Ngày cuối áp dụng", "Thôi áp dụng"
OUT_ASK = "Bộ “{title}” còn áp dụng đến hết ngày nào? Phiếu của các năm sau ngày đó không được chấm theo bộ này nữa."
OUT_DONE = "Bộ “{title}” áp dụng đến hết {day}."
NOT_DRAFT = "Bộ đã áp dụng được giữ nguyên. Muốn sửa, hãy tạo bản nháp từ bộ này (Ctrl+T)."
REMOVED_DRAFT = "Đã xóa bản nháp “{title}”. Hoàn tác bằng Ctrl+Z."
COPIED = "Đã tạo bản nháp từ “{title}”."

FILES = "Bộ tiêu chí (*.toml)"
CHOOSE_FILE = "Chọn tệp bộ tiêu chí"
SAVE_TITLE = "Kết xuất bộ tiêu chí"
UNSOUND_FILE_TITLE = "Bộ tiêu chí trong tệp còn lỗi"
UNSOUND_FILE = (
    "Bộ trong tệp {name} còn {count} lỗi, chưa áp dụng được. Có thể nhập thành bản nháp để sửa tiếp."
)
TAKE_ANYWAY, LEAVE_OUT = "Nhập để sửa tiếp", "Không nhập"
TAKEN = {
    "new": "Đã nhập “{title}” thành bản nháp mang mã {code}.",
    "same": "Sổ đã có đúng bộ “{title}”. Không có gì thay đổi.",
    "other_text": "Sổ đã có bộ cùng mã với nội dung khác; “{title}” thành bản nháp riêng mang mã {code}.",
}

TRIAL_TITLE = "Chấm thử: {title}"
TRIAL_WORDS = "Gõ câu trả lời như trên phiếu. Phiếu thử không được lưu."
TRIAL_HEADS = ("Mã", "Tiêu chí", "Điểm chuẩn", "Trả lời", "Điểm")
TRIAL_ANSWER = 3
TRIAL_FILL, TRIAL_FILL_TIP = "Điền điểm cao nhất", "Điền mọi tiêu chí câu trả lời được nhiều điểm nhất"
TRIAL_WRONG = "Tiêu chí {code}: {words}"
TRIAL_OPTION = "{number}. {title}"
TRIAL_CLEAR = "Xóa hết"
TRIAL_TOTAL = "Tổng {points} trên {most} điểm"
TRIAL_CLASS = "Xếp loại: {title}"
TRIAL_NO_CLASS = "Không xếp loại nào"
TRIAL_MISSING = "Còn {count} tiêu chí chưa trả lời nên chưa xếp loại."
TRIAL_GROUP = "Nhóm {code}: {points} trên {most}"
TRIAL_REACHED = "{title}: đủ yêu cầu"
TRIAL_NOT = "{title}: chưa đủ, {wants}"
TRIAL_FAILED = "Điều kiện liệt “{title}”: cao nhất chỉ được loại {class_title}"
WANTS_POINTS = "cần {least} điểm"
WANTS_FLOOR = "nhóm {code} cần {least} điểm"
WANTS_CONDITION = "thiếu điều kiện {code} ({title})"
