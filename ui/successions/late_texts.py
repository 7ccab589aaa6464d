"""The words of records that outlive their unit."""

BUTTON, BUTTON_TIP = (
    "{count} bản ghi ở đơn vị cũ…  Ctrl+M",
    "Bản ghi có ngày sau khi đơn vị đã kết thúc: xem trước rồi chuyển sang đơn vị mới (Ctrl+M)",
)
TITLE = "Chuyển bản ghi sang đơn vị mới"
MOVE, BACK = "Chuyển {count} bản ghi", "Quay lại"
TOLD = (
    "{count} bản ghi có ngày sau khi đơn vị của bản ghi đã kết thúc. Chuyển được {moving} bản ghi sang đơn vị nhận "
    "toàn bộ đơn vị cũ; {staying} bản ghi ở lại."
)
ENDED = (
    "{office} đã kết thúc: các bản ghi được chuyển không còn trong số như đã báo cáo của {office}; "
    "xem theo địa giới của một ngày sau đó (Alt+E) thì thấy ở từng đơn vị mới."
)
MOVES, STAYS = "{old} → {new}: {records}", "{old}, ở lại: {records}. {why}"
UNIT = "{name} ({code})"
WHY = {
    "parts": "Ngày ấy nơi đó thuộc {units}, chưa rõ bản ghi nào của đơn vị nào; hãy chọn đơn vị cho từng bản ghi.",
    "unknown": "Chưa có dòng kế thừa nào cho biết đơn vị đó thành đơn vị nào.",
    "elsewhere": "Đơn vị nhận là {units}, không thuộc sổ này.",
    "twice": "{units} sẽ có hai số liệu của cùng một kỳ; hãy cộng lại và chỉ giữ một.",
}
MOVING = "Đang chuyển bản ghi sang đơn vị mới…"
DONE = "Đã chuyển {count} bản ghi sang đơn vị mới. Hoàn tác bằng Ctrl+Z."
MOVED = "Đã chuyển {moving} bản ghi sang đơn vị mới; {staying} bản ghi ở lại đơn vị đã kết thúc."
NONE = "Không có bản ghi nào có ngày sau khi đơn vị của bản ghi đã kết thúc."
