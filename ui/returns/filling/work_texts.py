"""The words of filling by hand, checks and approval."""

from db.rules.returns.forms import Over
from db.rules.returns.states import ReturnState

STATES = {
    ReturnState.NOT_BEGUN: "Chưa lập",
    ReturnState.FILLED: "Đang lập",
    ReturnState.CHECKED: "Đã kiểm tra",
    ReturnState.APPROVED: "Đã duyệt",
    ReturnState.EXPORTED: "Đã kết xuất",
    ReturnState.SENT: "Đã gửi",
    ReturnState.ACKNOWLEDGED: "Nơi nhận đã báo nhận",
}
STATE_OPEN = "{state} – còn {errors} lỗi, {warnings} cảnh báo chưa có lời"
STATE_READY = "{state} – duyệt được"
STATE_APPROVED = "{state} lần {revision} – duyệt lúc {at}, người duyệt: {who}"
STATE_MOVED = "Sổ nay khác {count} ô."
SHOWS_FROZEN, SHOWS_NOW = "Đang xem bản đã duyệt.", "Đang xem số của sổ hiện nay."

CHECK, CHECK_TIP = "Kiểm tra  F7", "Xem các lỗi, cảnh báo; ghi lại là đã kiểm tra khi không còn gì (F7)"
APPROVE, APPROVE_TIP = "Duyệt  F9", "Chốt số liệu đang xem thành một lần báo cáo (F9)"
WITHDRAW, WITHDRAW_TIP = "Thu hồi", "Bỏ lần duyệt này khi chưa kết xuất (Shift+F9)"
SEE_NOW, SEE_NOW_TIP = "Xem số hiện nay  F3", "Xem và sửa số của sổ hiện nay để duyệt lần sau (F3)"
SEE_FROZEN, SEE_FROZEN_TIP = "Xem bản đã duyệt  F3", "Trở lại bản đã duyệt (F3)"
BESIDE, BESIDE_TIP = (
    "So sánh kỳ  F4",
    "Xem kỳ này, từ đầu năm và cùng kỳ năm trước của cột đang chọn cạnh nhau (F4)",
)
PAPER, PAPER_TIP = "Kèm bản in PDF", "Ghi thêm tệp PDF cùng tên, cùng mã kiểm tra, để in và ký"

APPROVING, WRITING = "Đang kiểm tra và duyệt…", "Đang ghi tệp {name}…"
APPROVED = "Đã duyệt. Số liệu sửa sau này không làm đổi bản đã duyệt."
WITHDRAWN = "Đã thu hồi lần duyệt."
CHANGED_MEANWHILE = "Số liệu vừa thay đổi nên chưa duyệt. Hãy xem lại số mới rồi duyệt."
CHECKED = "Đã kiểm tra, không còn lỗi và cảnh báo nào chưa có lời."
NOTHING_TO_APPROVE = "Số liệu không khác bản đã duyệt lần {revision}; không cần duyệt lại."
STILL_OPEN = "Còn {errors} lỗi, {warnings} cảnh báo chưa có lời. Hãy sửa lỗi và ghi lời cho cảnh báo (F8)."
SHOW_NOW_FIRST = "Đang xem bản đã duyệt, không sửa được. Bấm F3 để xem và sửa số hiện nay."

FINDINGS, FINDINGS_COUNT = "Cần xem lại", "Cần xem lại ({count})"
FINDINGS_EMPTY = "Không thấy điều gì cần xem lại."
SEVERITY, WHERE, WHAT, WORD = "Mức", "Ở đâu", "Điều cần xem", "Lời giải thích"
SEVERITIES = {"error": "Lỗi", "warning": "Cảnh báo"}
WHOLE_RETURN = "Cả báo cáo"
SAY, SAY_TIP = "Ghi lời  F8", "Ghi lời giải thích cho các cảnh báo đang chọn (F8); Enter: tới ô"
ERRORS_NEED_MENDING = "Lỗi phải sửa, không ghi lời được. Hãy sửa số liệu hoặc ghi tay ô đó (F2)."

DIFFERENCES, DIFFERENCES_COUNT = "Khác bản đã duyệt", "Khác bản đã duyệt ({count})"
DIFFERENCES_EMPTY = "Sổ hiện nay không khác bản đã duyệt."
BEFORE, AFTER = "Đã duyệt", "Hiện nay"

BY_HAND = "Ghi tay. Sổ tính: {computed}. Lý do: {reason}"
BY_HAND_THEN = "Ghi tay khi duyệt. Lý do: {reason}"
NO_REASON = "không ghi"
FOLLOWED = "Tính lại theo ô ghi tay. Sổ tính: {computed}"
DIFFERS = "Sổ nay ghi: {now}"

OVERRIDE_TITLE = "Ghi tay một ô"
OVERRIDE_COMPUTED = "Sổ tính: {value}"
OVERRIDE_KEPT = "Cột này do người lập ghi tay; số được giữ cho các lần tính lại."
OVERRIDE_VALUE, OVERRIDE_REASON = "Ghi là", "Lý do"
OVERRIDE_HINT = "Để trống là ô trống, khác với số 0. Muốn lấy lại số của sổ: bấm Delete ở ô đó."
KEEP = "Ghi"
NOT_FOR_HAND = "Ô này là tên, mã hoặc chữ của biểu nên không ghi tay được."
NOT_BY_HAND = "Ô này không phải ô ghi tay."
TAKEN_BACK = "Ô lấy lại số của sổ."

WORD_TITLE = "Lời giải thích"
WORD_ABOUT = "{count} cảnh báo đang chọn"
WORD_FIELD = "Vì sao số này vẫn đúng"
WORD_ALIKE = "Dùng cho cả {count} cảnh báo cùng loại chưa có lời"
WORD_HINT = "Để trống rồi bấm Ghi để bỏ lời đã ghi."

APPROVE_TITLE = "Duyệt lần {revision}"
APPROVE_WORDS = "Lần {revision} khác lần {earlier} ở {count} ô. Lần trước vẫn được giữ nguyên."
APPROVE_NOTE = "Vì sao có lần này"

BEHIND_TITLE = "{measure}, {unit}, {head}"
NO_NUMBER = "Ô này không có số nên không có dòng nào ở sau."
NO_ROWS = "Không có dòng nào cộng vào số này."
NO_MEASURE = "Ô này không phải số đếm từ sổ nên không mở được các dòng ở sau."

SIDES = {
    Over.PERIOD: "Kỳ này",
    Over.YEAR: "Từ đầu năm",
    Over.YEAR_BEFORE: "Cùng kỳ năm trước",
    Over.SINCE_START_BEFORE: "Từ đầu năm trước",
}
BESIDE_UNIT = "Đơn vị"
BESIDE_OF = "{title} ({unit})"
BESIDE_NONE = "Hãy chọn một cột có số liệu để so sánh."
BESIDE_TOTAL = "Tổng số"
