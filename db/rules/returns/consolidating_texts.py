"""The words that a consolidated return says of itself below its tables."""

MISSING = "Chưa có báo cáo của {count} đơn vị: {names}."
FROM_RECORDS = "Số liệu lấy từ sổ của {office}, chưa có báo cáo của chính đơn vị: {names}."
FROM_ABOVE = "Số liệu lấy từ báo cáo của {upper}, chưa có báo cáo của chính đơn vị: {names}."
UNVERIFIED = "Báo cáo chưa xác minh được (không có mã kiểm tra): {names}."
ENDED = "Không có số liệu từ đầu năm của đơn vị đã kết thúc trước kỳ: {names}."
TARGETS = (
    "Chỉ tiêu và số thực hiện là của kế hoạch đơn vị lập báo cáo; không cộng từ báo cáo của đơn vị cấp dưới."
)
OF_THE_WHOLE = (
    "Biểu này không có dòng của từng đơn vị nên không cộng được từ báo cáo của cấp dưới: số liệu để trống."
)
BLANK_PARTS = (
    "Dòng tổng để trống ở {columns}: tỷ lệ không cộng được, các biểu không có đủ hai số để tính lại."
)
BLANK_REPEATED = "Dòng tổng để trống ở {columns}: cái được đếm một lần có thể trùng giữa các đơn vị."
LACKING = "Báo cáo của {names} dùng mẫu khác, không có {columns}: các ô này để trống."
LACKING_SHEET = "Báo cáo của {names} không có số liệu theo biểu này: các ô để trống."
MORE = "{names} và {rest} đơn vị khác"
COLUMN, GROUPED = "cột “{head}”", "cột “{head}” ({group})"
