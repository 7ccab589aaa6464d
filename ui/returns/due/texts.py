"""The words of the due board."""

from db.rules.returns.due import DueState
from db.rules.returns.schedules import DueRule, PeriodKind, ReportKind

TITLE = "Hạn nộp năm {year}"
HELP_TITLE = "Hạn nộp"
PURPOSE = (
    "Cả năm trong một bảng: báo cáo nào đến hạn, còn hay trễ bao nhiêu ngày, đã lập đến đâu, và đơn vị cấp dưới nào "
    "đã nộp. Báo cáo trễ của năm trước ở lại đây cho tới khi ghi đã gửi hoặc ghi lý do không phải nộp."
)
KEYS = (
    ("Enter", "Mở báo cáo đang chọn ở trang Lập báo cáo"),
    ("F2", "Ghi đã gửi, đã nhận hoặc không phải nộp cho các dòng đang chọn"),
    ("F5", "Thêm báo cáo đột xuất hoặc chuyên đề"),
    ("F6", "Bỏ lời đã ghi; với báo cáo đột xuất chưa ghi gì thì xóa báo cáo đó khỏi lịch"),
    ("F8", "Sang bảng các đơn vị cấp dưới, rồi trở lại danh sách"),
    ("Ctrl+J", "Chỉ xem việc chưa xong"),
    ("Ctrl+F", "Lọc"),
    ("Ctrl+E, Ctrl+P", "Kết xuất Excel, in"),
)

MARK, MARK_TIP = "Ghi đã gửi  F2", "Ghi đã gửi, đã nhận hoặc không phải nộp (F2)"
ONCE, ONCE_TIP = "Thêm đột xuất  F5", "Thêm báo cáo đột xuất hoặc chuyên đề có hạn riêng (F5)"
SCHEDULE, SCHEDULE_TIP = "Lịch nộp…", "Chọn lịch có sẵn, sửa hạn nộp, nhập ngày nghỉ của năm"
EXPORT, EXPORT_TIP = "Kết xuất", "Ghi danh sách đang xem ra Excel (Ctrl+E)"
PRINT, PRINT_TIP = "In", "In danh sách đang xem (Ctrl+P)"
PRINT_LIST, PRINT_MATRIX = "Danh sách đang xem", "Bảng các đơn vị cấp dưới"

LIST, MATRIX = "Hạn nộp", "Các đơn vị cấp dưới"
UNIT_FILTER = "Đơn vị"
OPEN_ONLY, OPEN_ONLY_TIP = "Chưa xong", "Chỉ xem báo cáo chưa gửi, chưa nhận (Ctrl+J)"
COUNT = "{count} báo cáo, {late} trễ"
MATRIX_COUNT = "Các đơn vị cấp dưới: {received} báo cáo đã nhận, {late} trễ, {refused} bị trả lại."
EMPTY_TITLE = "Năm này không có báo cáo nào đến hạn"
EMPTY = "Lịch nộp cho biết bộ biểu nào phải nộp vào kỳ nào. Hãy chọn lịch của tỉnh hoặc nhập lịch của đơn vị."
EMPTY_STEP = "Mở Lịch nộp"

UNIT, PERIOD, SET = "Đơn vị", "Kỳ", "Báo cáo"
CUT_OFF, DUE, STATE, LEFT, NOTE = "Ngày chốt", "Hạn nộp", "Trạng thái", "Còn hay trễ", "Ghi chú"
STATE_ON = "{state} {day}"
BY_HAND = "Ghi tay."
EARLIER = "Năm trước"
EARLIER_LATE, EARLIER_OPEN, MATRIX_LATE = "Trễ {count}", "Còn {count}", "Trễ {days} ngày"
HEAD = "{period} · {set}"
PAPER_TITLE, PAPER_MATRIX = "Hạn nộp báo cáo năm {year}", "Báo cáo của các đơn vị cấp dưới năm {year}"
PAPER_DAY = "Tính đến ngày {day}"

NOTHING_CHOSEN = "Hãy chọn một báo cáo trong danh sách hoặc một ô trong bảng."
NO_SUCH_RETURN = "Đơn vị này không có báo cáo ở ô đang chọn."
NO_FORMS = "{title} không có biểu để lập. Bấm F2 để ghi đã gửi."
NOTHING_SAID = "Chưa ghi gì cho báo cáo này nên không có gì để bỏ."
TAKEN_BACK = "Đã bỏ lời ghi của {title}."
REMOVED = "Đã xóa {title} khỏi lịch nộp."
ONE_RETURN = "{set}, {period}, {unit}"
SEVERAL = "{count} báo cáo đang chọn"

MARK_TITLE = "Ghi về báo cáo đã gửi, đã nhận"
MARK_ASK = "{what}"
MARK_STATE, MARK_ON, MARK_NOTE = "Ghi là", "Ngày", "Ghi chú"
MARK_NOTE_HINT = "Số văn bản, người nhận, gửi bản giấy… (không ghi tên người dân)"
MARK_ACCEPT = "Ghi"
MARK_UNDO = "Ctrl+Z hoặc F6 để bỏ lời đã ghi."
MARK_STATES = {
    DueState.SENT: "Đã gửi lên cấp trên",
    DueState.ACKNOWLEDGED: "Cấp trên đã nhận",
    DueState.RECEIVED: "Đã nhận của đơn vị cấp dưới (bản giấy)",
    DueState.EXCUSED: "Không phải nộp",
}

ONCE_TITLE = "Thêm báo cáo đột xuất, chuyên đề"
ONCE_ASK = "Báo cáo được yêu cầu một lần, có hạn riêng."
ONCE_NAME, ONCE_KIND, ONCE_SET = "Tên báo cáo", "Loại", "Bộ biểu"
ONCE_PERIOD, ONCE_DUE, ONCE_LEVELS = "Kỳ số liệu", "Ngày cuối phải nộp", "Ai phải nộp"
ONCE_ACCEPT = "Thêm"
ONCE_MISSING = "Còn thiếu: {fields}. Hãy nhập rồi bấm Thêm."
NO_SET = "Không có biểu (chỉ có lời văn)"
ONCE_PERIOD_HINT = "Quý II/2025, tháng 5/2025 hoặc 01/01/2025-31/05/2025"
REPORT_KINDS = {ReportKind.AD_HOC: "Đột xuất", ReportKind.THEMATIC: "Chuyên đề"}

SCHEDULE_TITLE = "Lịch nộp của đơn vị"
SCHEDULE_ASK = (
    "Bắt đầu từ một lịch có sẵn rồi sửa cho đúng văn bản của tỉnh. “Trước ngày 15” nghĩa là ngày 14 là ngày cuối. "
    "Hạn của năm {year} ở bên dưới đổi theo ngay."
)
SCHEDULE_FROM = "Bắt đầu từ"
SCHEDULE_PRESENT = "Lịch đang dùng"
SCHEDULE_NAME, SCHEDULE_CITATION = "Tên lịch", "Theo văn bản"
SCHEDULE_FIRST, SCHEDULE_LAST = "Áp dụng từ ngày", "đến hết ngày"
SCHEDULE_LAST_HINT = "để trống nếu chưa có"
SCHEDULE_DAYS_OFF = "Ngày nghỉ lễ do đơn vị nhập"
SCHEDULE_DAYS_OFF_HINT = "Tết, Giỗ Tổ, ngày liền kề 2/9, nghỉ bù: 16/02/2026-20/02/2026; 27/04/2026"
SCHEDULE_ACCEPT = "Dùng lịch này"
SCHEDULE_ADD, SCHEDULE_REMOVE = "Thêm dòng", "Xóa dòng"
LINES, PREVIEW = "Các dòng của lịch", "Hạn của năm {year} theo lịch này"
LINE_KIND, LINE_SET, LINE_RULE, LINE_NUMBER, LINE_MONTH, LINE_LEVELS = (
    "Kỳ",
    "Bộ biểu",
    "Hạn nộp",
    "Ngày / số ngày",
    "Tháng",
    "Ai phải nộp",
)
LINE_AFTER = "Lùi thêm"
LINE_AFTER_TIP = "Số tháng sau tháng cuối kỳ, hoặc số năm sau năm báo cáo"
LINE_CUT_OFF = "Chốt số liệu"
LINE_PLACE = "Dòng {number}: {words}"
NO_PREVIEW = "Chưa tính được hạn: {words}"
KINDS = {
    PeriodKind.MONTH: "Hằng tháng",
    PeriodKind.QUARTER: "Hằng quý",
    PeriodKind.HALF: "6 tháng đầu năm",
    PeriodKind.NINE_MONTHS: "9 tháng",
    PeriodKind.SECOND_HALF: "6 tháng cuối năm",
    PeriodKind.YEAR: "Cả năm",
}
RULES = {
    DueRule.BEFORE_DAY: "Trước ngày … của tháng cuối kỳ",
    DueRule.WORKING_DAYS: "Số ngày làm việc sau ngày chốt",
    DueRule.BEFORE_DATE: "Trước ngày … tháng …",
    DueRule.ON_DATE: "Đúng ngày … tháng …",
}
CUT_OFFS = {"": "Theo đơn vị", "decree-09": "Nghị định 09 (ngày 14)", "calendar": "Cuối tháng dương lịch"}
EVERY_LEVEL = "Mọi cấp"
KEPT_SCHEDULE = "Đã dùng lịch “{title}” từ ngày {first}."
