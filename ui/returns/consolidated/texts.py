"""The words of consolidating returns."""

from db.rules.returns.row_sources import RowOrigin

TITLE = "Tổng hợp"
PURPOSE = (
    "Cộng báo cáo nhận được của các đơn vị cấp dưới thành báo cáo của đơn vị này. Mỗi dòng chỉ lấy từ một nguồn: báo "
    "cáo của chính đơn vị; chưa có thì dòng của đơn vị đó trong báo cáo của cấp trên trực tiếp; chưa có nữa thì sổ của "
    "đơn vị này; không bao giờ cộng hai nguồn. Chọn một số để xem số đó từ tệp nào, ô nào."
)
KEYS = (
    ("Ctrl+Enter", "Lấy làm báo cáo của đơn vị, rồi kiểm tra, duyệt, kết xuất ở trang Lập báo cáo"),
    ("Ctrl+R", "Tổng hợp lại"),
    ("Ctrl+Tab, Ctrl+Shift+Tab", "Sang biểu sau, về biểu trước"),
    ("F6", "Từ danh sách đơn vị sang các biểu, từ các biểu về danh sách"),
    ("Ctrl+C", "Chép các ô đang chọn để dán vào Excel"),
)

SET = "Bộ biểu"
TAKE_OVER = "Lấy làm báo cáo  Ctrl+Enter"
TAKE_OVER_TIP = (
    "Báo cáo của đơn vị lấy số liệu tổng hợp này; kiểm tra, duyệt, kết xuất ở trang Lập báo cáo (Ctrl+Enter)"
)
GIVE_BACK = "Lập lại từ sổ"
GIVE_BACK_TIP = "Báo cáo của đơn vị lại lấy số liệu từ sổ, không từ báo cáo của cấp dưới"
RELOAD, RELOAD_TIP = "Tổng hợp lại", "Đọc lại các báo cáo đã nhận và tổng hợp lại (Ctrl+R)"
TAKEN_OVER = "Báo cáo kỳ này lấy số liệu tổng hợp từ cấp dưới."
GIVEN_BACK = "Báo cáo kỳ này lại lấy số liệu từ sổ của đơn vị."
IN_USE = "Báo cáo kỳ này của đơn vị đang lấy số liệu tổng hợp."

READING = "Đang đọc báo cáo {done}/{count}…"
FILLING = "Đang tổng hợp…"
COUNTS = "{returns} báo cáo của đơn vị; {uppers} theo cấp trên; {records} theo sổ; {missing} chưa có."
NO_FILES = "Chưa nhận được báo cáo nào của kỳ này. Hãy nhận tệp ở trang nhận báo cáo rồi tổng hợp lại."
NOTHING_BELOW = "{name} không có đơn vị cấp dưới nên không có gì để tổng hợp."
NO_SETS = "Chưa có bộ biểu nào áp dụng cho kỳ này. Hãy chọn kỳ khác."
NO_UNIT = "{name} chưa có hoặc không còn trong kỳ này. Hãy chọn kỳ khác."
NOT_DONE = "Chưa tổng hợp xong. Hãy bấm Tổng hợp lại."
FOUND_MORE = "Còn {count} chỗ khác cần xem lại."

ROWS = "Nguồn của từng dòng"
CODE, UNIT, SOURCE, FILE, REVISION, VERIFIED = "Mã", "Đơn vị", "Nguồn", "Tệp", "Lần", "Xác minh"
ORIGINS = {
    RowOrigin.RETURN: "Báo cáo của đơn vị",
    RowOrigin.UPPER_RETURN: "Báo cáo của {unit}",
    RowOrigin.RECORDS: "Sổ của đơn vị này",
    RowOrigin.MISSING: "Chưa có",
}
ENDED = "Đã kết thúc trước kỳ"
OF_PERIOD = "{origin}, {period}"
YES, NO = "Đã xác minh", "Chưa xác minh"

SOURCES = "Nguồn của ô đang chọn"
SOURCES_OF = "{row}, {column}: {value}"
NO_FIGURE = "Chọn một ô số liệu trong biểu để xem số đó từ đâu."
NO_SOURCE = "{cell}. Ô này để trống, không có nguồn."
VALUE, CELL, COLUMN = "Số liệu", "Ô", "Cột"
