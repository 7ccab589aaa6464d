"""The words of `pcmd scores`."""

SCORES = "phiếu chấm điểm của các xã"
EXPORT = "ghi phiếu của một xã, hoặc của mọi xã, thành sổ tính để gửi xã điền hoặc gửi kết quả thẩm định"
IMPORT = "nhận phiếu mà xã gửi về, hoặc kết quả thẩm định; mọi tệp hoặc không tệp nào"
YEAR, YEAR_NAME = "năm chấm điểm", "NĂM"
UNIT = "mã xã"
ON = "xã mang mã đó vào ngày này, khi trong năm mã đổi đơn vị"
ALL = "ghi phiếu của mọi xã vào thư mục này"
RESULT = "ghi cả kết quả thẩm định, để xã nhận vào sổ của xã"
DRY_RUN = "chỉ cho biết sẽ nhận gì, không ghi vào sổ"
REPLACE = "lấy theo tệp khi phiếu khác với sổ; phiếu đã nộp được trả lại rồi nộp lại"

WRITTEN = "Đã ghi {file}."
NONE_APPRAISED = "Chưa xã nào có kết quả thẩm định năm {year}."
STATES = {"new": "mới", "same": "như trong sổ", "differs": "khác với sổ", "refused": "không nhận được"}
PLANNED = "{source}: {unit}, năm {year}: {state}."
TAKEN = "{source}: {unit}, năm {year}: đã nhận, {stands}."
SAME = "{source}: {unit}, năm {year}: như trong sổ, không có gì thay đổi."
STANDS = {
    "open": "còn chấm dở",
    "returned": "còn chấm dở",
    "submitted": "đã nộp, chờ thẩm định",
    "appraised": "đã thẩm định",
    "recognised": "đã công nhận",
    "withdrawn": "đã thu hồi công nhận",
}
DIFFERENCE = "  {code} {title} ({column}): trong sổ {here}; trong tệp {there}"
COLUMNS = {"self": "tự chấm", "appraised": "thẩm định", "note": "ghi chú", "reason": "lý do"}
REASON = "Nhận phiếu khác từ tệp {name}"
