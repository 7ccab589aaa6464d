"""The words of the screen of return forms."""

TITLE = "Biểu mẫu báo cáo"
PURPOSE = (
    "Các bộ biểu báo cáo của sổ: bản nháp, bộ đang áp dụng, bộ đã thôi áp dụng. Tạo bản nháp từ một bộ rồi sửa biểu, "
    "cột, đại lượng, quy tắc kiểm tra và cách in; bên dưới là biểu với số liệu của đơn vị trong kỳ đang chọn. Bản nháp "
    "không còn lỗi thì đưa vào áp dụng từ một ngày; báo cáo đã lập vẫn theo bộ cũ."
)
KEYS = (
    (
        "F5 hoặc Insert",
        "Trong danh sách: thêm bản nháp trống. Trong cây: thêm một mục cùng loại sau mục đang chọn",
    ),
    ("Shift+F5", "Trong cây: thêm cột vào biểu"),
    ("Ctrl+F5", "Trong cây: thêm quy tắc vào biểu"),
    ("F6 hoặc Delete", "Xóa bản nháp hoặc mục đang chọn; hoàn tác bằng Ctrl+Z"),
    ("F2 hoặc Enter", "Sửa mục đang chọn"),
    ("Alt+↑, Alt+↓", "Chuyển biểu, cột, quy tắc lên, xuống"),
    ("F8", "Đến chỗ sai kế tiếp"),
    ("F9", "Xem trước cả màn hình, và trở lại"),
    ("Ctrl+D", "Đưa bản nháp vào áp dụng, hoặc thôi áp dụng một bộ"),
    ("Ctrl+T", "Tạo bản nháp từ bộ đang chọn"),
    ("Ctrl+E", "Kết xuất bộ đang chọn ra tệp"),
    ("Ctrl+I", "Nhập một bộ từ tệp thành bản nháp"),
    ("Esc", "Từ ô về cây, từ cây về danh sách"),
)

LIST_NAME, TREE = "Các bộ biểu", "Nội dung bộ biểu"
NAME, CODE_HEAD, STATE, VALIDITY, RETURNS = "Bộ biểu", "Mã", "Trạng thái", "Hiệu lực", "Báo cáo"
STATES = {
    "draft": "Bản nháp",
    "ahead": "Sẽ áp dụng",
    "in_force": "Đang áp dụng",
    "replaced": "Thôi áp dụng",
}
FROM, FROM_TO = "từ {first}", "{first} – {last}"
COUNTED = "{count} bộ"

FORCE, FORCE_TIP = "Đưa vào áp dụng…", "Đưa bản nháp vào áp dụng từ một ngày (Ctrl+D)"
EXPORT, EXPORT_TIP = "Kết xuất", "Kết xuất bộ đang chọn ra một tệp (Ctrl+E)"
IMPORT, IMPORT_TIP = "Nhập…", "Nhập một tệp bộ biểu thành bản nháp (Ctrl+I)"
OTHER, OTHER_TIP = "Việc khác", "Bản nháp mới, bản nháp từ bộ này, thôi áp dụng, quay về bộ gốc, xóa bản nháp"
NEW_DRAFT, COPY = "Bản nháp trống", "Tạo bản nháp từ bộ này"
TAKE_OUT, REMOVE_DRAFT = "Thôi áp dụng…", "Xóa bản nháp"
GIVE_UP, GO_BACK = "Đưa về bản nháp", "Quay về bộ gốc…"
ADD, ADD_TIP = "+ Thêm", "Thêm một mục cùng loại sau mục đang chọn (F5)"
ADD_COLUMN, ADD_COLUMN_TIP = "+ Cột", "Thêm cột vào biểu (Shift+F5)"
ADD_RULE, ADD_RULE_TIP = "+ Quy tắc", "Thêm quy tắc kiểm tra vào biểu (Ctrl+F5)"
REMOVE, REMOVE_TIP = "Xóa", "Xóa mục đang chọn (F6)"
UP, UP_TIP, DOWN, DOWN_TIP = "↑", "Chuyển lên (Alt+↑)", "↓", "Chuyển xuống (Alt+↓)"

EMPTY_TITLE = "Chưa có bộ biểu nào"
EMPTY = "Hãy tạo một bản nháp rồi thêm biểu và cột, hoặc nhập tệp bộ biểu đã nhận."
EMPTY_STEP = "+ Bản nháp trống"
NEW_SET = "Bộ biểu mới"
READ_ONLY = "Bộ đã áp dụng, giữ nguyên từng chữ."
READ_ONLY_STEP = "Tạo bản nháp từ bộ này"
TOTAL = "{forms} biểu, {columns} cột"

NAMELESS = "(chưa có tên)"
LEVELS = "Cấp dùng bộ biểu"
LIST_HINT = "F5 thêm một mục vào phần này. Không ghi gì thì cấp nào cũng dùng được."
TREE_HEADS = ("Mã", "Nội dung", "Rộng")
COLUMN_LINE = "{group} · {head}"
SIGNS = {"within": "≤", "equal": "=", "share": "%", "same": "≡", "rate": "÷"}
RULE_LINES = {
    "within": "{parts} không lớn hơn {whole}",
    "equal": "{parts} cộng lại bằng {whole}",
    "share": "{parts} từ 0 đến 100 %",
    "same": "{whole} bằng {parts}",
    "rate": "{whole} chia {parts} so với kỳ trước",
}
NEW_SHEET, NEW_COLUMN = "Biểu mới", "Cột mới"
TOTAL_WORD = "Tổng số"
NUMBER_HEAD, UNIT_CODE_HEAD, UNIT_NAME_HEAD = "TT", "Mã đơn vị", "Đơn vị"

SET_TITLE, TITLE_FIELD = "Tên bộ", "Tên biểu"
CITATION, CITATION_HELP = "Căn cứ", "Văn bản ban hành biểu; in ở dòng ghi chú dưới biểu"
SET_CODE, SET_CODE_HELP = "Mã bộ", "Bản nháp cùng mã với bộ đang áp dụng thì sẽ thay bộ đó"
VALID_FROM, VALID_TO = "Từ ngày", "Đến hết ngày"
UNITS, UNITS_HELP = "Các cấp", "tỉnh, huyện, xã; cách nhau dấu phẩy"
JUMP, JUMP_HELP = "Hỏi khi số tăng hoặc giảm (lần)", "So với kỳ trước và cùng kỳ năm trước"
RATE = "Hỏi khi bình quân đổi (lần)"
LEAST, LEAST_HELP = "Không hỏi số nhỏ hơn", "Cả hai kỳ đều nhỏ hơn số này thì không hỏi"
REPEATED, REPEATED_HELP = (
    "Số ô giống hệt kỳ trước",
    "Từ bấy nhiêu ô khác 0 của một dòng giống hệt thì hỏi có chép lại không",
)
SHEET_CODE, SHEET_CODE_HELP = "Mã biểu", "Cũng là tên trang trong tệp Excel, nhiều nhất 31 ký tự"
MEASURED_IN, MEASURED_IN_HELP = "Đơn vị tính", "In ở trên biểu; có thể bỏ trống"
ROWS, ROWS_HELP = "Mỗi dòng là", "Quyết định các loại cột có thể dùng"
ROW_CHOICES = (
    ("units", "Đơn vị báo cáo và từng đơn vị bên dưới"),
    ("communes", "Từng xã"),
    ("targets", "Từng chỉ tiêu của kế hoạch năm"),
    ("tasks", "Từng nhiệm vụ của kế hoạch năm"),
)
TOTAL_FIELD, TOTAL_HELP = "Chữ ở dòng tổng", "Hiện ở cột tên đơn vị, như Tổng số"
ORIENTATION = "Chiều giấy"
ORIENTATIONS = (("landscape", "Ngang"), ("portrait", "Dọc"))
PAPER = "Khổ giấy"
PAPERS = (("A4", "A4"), ("A3", "A3"))
FIT_WIDTH, FIT_WIDTH_HELP = (
    "In vừa bề rộng một trang",
    "Chữ tự thu nhỏ cho vừa; bỏ chọn thì in sang trang bên",
)
ONE_PAGE_ROWS = "Tối đa dòng cho một trang"
ONE_PAGE_ROWS_HELP = "Biểu không quá số dòng này in trọn một trang, chữ ký không rời khỏi bảng"
REPEAT_HEADS, CENTRED = "Lặp lại đầu biểu ở mỗi trang", "Giữa trang theo chiều ngang"
LEFT, RIGHT, TOP, BOTTOM = "Lề trái (mm)", "Lề phải (mm)", "Lề trên (mm)", "Lề dưới (mm)"

KEY, KEY_HELP = "Mã cột", "Chữ thường không dấu, số, gạch dưới; quy tắc nhắc cột bằng mã này"
HEAD, HEAD_HELP = "Tên cột", "Cột lặp theo danh mục viết {title} ở chỗ tên của từng mục"
GROUP, GROUP_HELP = "Nhóm cột", "Các cột cạnh nhau cùng nhóm có chung một đầu ở trên; có thể bỏ trống"
HOLDS = "Loại cột"
HOLDS_CHOICES = {
    "row_number": "Số thứ tự",
    "unit_code": "Mã đơn vị",
    "unit_name": "Tên đơn vị",
    "measure": "Số liệu (một đại lượng)",
    "by_hand": "Số ghi tay",
    "note": "Ghi chú (chữ ghi tay)",
    "target_text": "Nội dung chỉ tiêu",
    "target_unit": "Đơn vị tính của chỉ tiêu",
    "planned": "Số kế hoạch",
    "done": "Kết quả thực hiện",
    "share_of_plan": "Phần trăm so với kế hoạch",
    "task_content": "Nội dung nhiệm vụ",
    "task_lead": "Cơ quan chủ trì",
    "task_joining": "Cơ quan phối hợp",
    "task_time": "Thời gian thực hiện",
    "task_product": "Sản phẩm",
    "task_money": "Kinh phí dự kiến (đồng)",
    "task_money_source": "Nguồn kinh phí",
    "task_progress": "Tình hình thực hiện đến hết kỳ",
    "task_note": "Ghi chú của nhiệm vụ",
}
MEASURE, MEASURE_HELP = "Đại lượng", "Gõ vài chữ để tìm"
FILTER = "Chỉ tính: {title}"
FILTER_NAMES = {
    "form": "hình thức",
    "audience": "đối tượng",
    "programme": "chương trình lồng ghép",
    "role": "vai trò",
    "team": "đội kiểm tra",
    "kind": "loại",
    "class": "xếp loại",
}
FILTER_EACH = "Mỗi mục một cột"
OVER, OVER_HELP = "Khoảng thời gian", "Số liệu của những ngày nào"
OVERS = (
    ("period", "Kỳ báo cáo"),
    ("since_year_start", "Từ đầu năm đến hết kỳ"),
    ("year_before", "Cùng kỳ năm trước"),
    ("since_year_start_before", "Từ đầu năm trước đến hết cùng kỳ"),
)
ADDS_UP, ADDS_UP_HELP = "Cách cộng", "Dòng tổng cộng các đơn vị, hay để ghi tay"
ADDING = (
    ("flow", "Cộng theo kỳ và theo đơn vị"),
    ("stock", "Số cuối kỳ, cộng theo đơn vị"),
    ("distinct", "Không cộng"),
)
EACH, EACH_HELP = "Lặp cột theo", "Mỗi mục của danh mục một cột; bỏ trống là một cột"
EACH_NAMES = {"class": "Các loại xếp loại xã", "year": "Năm năm gần nhất"}
WIDTH, WIDTH_HELP = "Độ rộng (ký tự)", "Cột tự rộng thêm khi số không vừa"

RULE_KIND = "Quy tắc"
RULE_KINDS = (
    ("within", "Từng phần không lớn hơn tổng"),
    ("equal", "Các phần cộng lại bằng tổng"),
    ("share", "Tỷ lệ từ 0 đến 100"),
    ("same", "Bằng số ở biểu khác"),
    ("rate", "Bình quân, so với kỳ trước và năm trước"),
)
WHOLE, WHOLE_HELP = "Cột tổng", "Cột được so sánh; với bình quân là cột được chia"
PARTS = "Các phần"
PARTS_HELP = (
    "Mã cột, cách nhau dấu phẩy; loai_* là mọi cột có mã bắt đầu bằng loai_. Bằng số ở biểu khác thì ghi mã biểu, dấu "
    "chấm, mã cột, như PCMD-04B.open"
)
WARNS, WARNS_HELP = "Chỉ nhắc xem lại", "Sai thì vẫn duyệt được báo cáo nhưng phải ghi lý do"

PREVIEW = "Xem trước"
PREVIEW_STEP, PREVIEW_TIP = "Xem trước  F9", "Xem biểu đang chọn trên cả màn hình, và trở lại (F9)"
PREVIEW_OF = "Xem trước {code} · {unit}, {period}"
PREVIEW_FILLING = "Đang điền số liệu…"
PREVIEW_NONE = "Chọn một biểu hoặc một cột để xem trước với số liệu của đơn vị."
PREVIEW_LEFT_OUT = "Chưa hiện cột còn lỗi: {heads}."
PREVIEW_FAILED = "Chưa xem trước được: {why}"

FORCE_TITLE, FORCE_LABEL, FORCE_NOW = "Đưa vào áp dụng", "Áp dụng từ ngày", "Đưa vào áp dụng"
FORCE_ASK = (
    "Bộ “{title}” dùng cho các kỳ kết thúc từ ngày nào? Bộ cùng mã đang áp dụng sẽ hết hiệu lực vào ngày hôm trước; "
    "báo cáo đã lập vẫn theo bộ cũ."
)
DAY_NEEDED = "Hãy ghi ngày."
FORCED = "Bộ “{title}” áp dụng từ {day}."
ENDED = " “{title}” hết hiệu lực ngày hôm trước."
STAYING = " {count} báo cáo đã lập của các kỳ sau ngày đó vẫn theo bộ cũ."
UNSOUND = "Còn {count} lỗi nên chưa áp dụng được. Hãy sửa các chỗ trong danh sách dưới cây."
OUT_TITLE, OUT_LABEL, OUT_NOW = "Thôi áp dụng", "Ngày cuối áp dụng", "Thôi áp dụng"
OUT_ASK = "Bộ “{title}” còn áp dụng đến hết ngày nào? Kỳ kết thúc sau ngày đó không lập theo bộ này nữa."
OUT_DONE = "Bộ “{title}” áp dụng đến hết {day}."
BACK_TITLE, BACK_LABEL, BACK_NOW = "Quay về bộ gốc", "Áp dụng bộ gốc từ ngày", "Quay về bộ gốc"
BACK_ASK = (
    "Bộ mang mã {code} đi kèm chương trình dùng lại cho các kỳ kết thúc từ ngày nào? Bộ đang áp dụng sẽ hết hiệu lực "
    "vào ngày hôm trước; báo cáo đã lập giữ nguyên."
)
GIVEN_UP = "Bộ “{title}” trở lại là bản nháp. Hoàn tác bằng Ctrl+Z."
NOT_DRAFT = "Bộ đã áp dụng được giữ nguyên. Muốn sửa, hãy tạo bản nháp từ bộ này (Ctrl+T)."
REMOVED_DRAFT = "Đã xóa bản nháp “{title}”. Hoàn tác bằng Ctrl+Z."
COPIED = "Đã tạo bản nháp từ “{title}”."

FILES = "Bộ biểu báo cáo (*.toml)"
CHOOSE_FILE = "Chọn tệp bộ biểu"
SAVE_TITLE = "Kết xuất bộ biểu"
UNSOUND_FILE_TITLE = "Bộ biểu trong tệp còn lỗi"
UNSOUND_FILE = (
    "Bộ trong tệp {name} còn {count} lỗi, chưa áp dụng được. Có thể nhập thành bản nháp để sửa tiếp."
)
TAKE_ANYWAY, LEAVE_OUT = "Nhập để sửa tiếp", "Không nhập"
TAKEN = {
    "new": "Đã nhập “{title}” thành bản nháp mang mã {code}.",
    "same": "Sổ đã có đúng bộ “{title}”. Không có gì thay đổi.",
    "other_text": "Sổ đã có bộ cùng mã với nội dung khác; “{title}” thành bản nháp riêng mang mã {code}.",
}
