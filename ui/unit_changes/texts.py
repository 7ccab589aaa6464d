"""The words of single changes of units."""

BUTTON, BUTTON_TIP = (
    "Thay đổi đơn vị…  Ctrl+D",
    "Sáp nhập, chia tách, đổi tên, đổi loại, đổi cấp trên của đơn vị vào một ngày (Ctrl+D)",
)
TITLE = "Thay đổi đơn vị"
KIND = "Thay đổi"
KINDS = {
    "merger": "Sáp nhập",
    "split": "Chia tách",
    "renaming": "Đổi tên",
    "kind": "Đổi loại",
    "parent": "Đổi cấp trên",
}
WORDS = {
    "merger": "Nhiều đơn vị nhập thành một đơn vị mới, hoặc nhập vào một đơn vị đang có và đi tiếp.",
    "split": "Một đơn vị chia thành nhiều đơn vị. Đơn vị đi tiếp với phần còn lại thì chọn lại chính đơn vị đó.",
    "renaming": "Đơn vị mang tên mới từ ngày thay đổi; mã giữ nguyên.",
    "kind": "Đơn vị thành loại khác, như xã thành phường; mã và tên riêng giữ nguyên.",
    "parent": "Đơn vị thuộc đơn vị cấp trên khác từ ngày thay đổi; mã và tên giữ nguyên.",
}
DAY = "Ngày thay đổi"
SOURCES = "Đơn vị cũ"
SOURCE_HINT = "Gõ mã hoặc vài chữ của tên"
SOURCE_ADD = "+ Thêm đơn vị cũ"
TARGET_NEW, TARGET_OLD = "Đơn vị mới", "Đơn vị đang có"
RESULTS = "Đơn vị sau đó"
RESULT_ADD = "+ Thêm đơn vị"
CODE, NAME, PARENT, NEW_KIND, NEW_NAME = "Mã", "Tên đầy đủ", "Thuộc", "Loại mới", "Tên mới"
PARENT_HINT = "Để trống: như đơn vị cũ"
NAME_HINT = "Như: Xã Quài Tở"
WHOLE, PART = "Toàn bộ", "Một phần"
REMOVE_LINE = "Bỏ dòng này"
PREVIEW = "Xem trước  F9"
APPLY, BACK = "Ghi thay đổi", "Quay lại"
PREVIEW_TITLE = "Thay đổi này sẽ:"
PREVIEW_FIRST = (
    "Bấm Xem trước để thấy thay đổi chạm đến những gì. Chưa bấm Ghi thay đổi thì sổ chưa thay đổi."
)
WRONG = "Chưa ghi được:"
DONE = "Đã ghi thay đổi đơn vị ngày {on}. Hoàn tác bằng Ctrl+Z."
PLACES = {
    "on": DAY,
    "sources": SOURCES,
    "results": RESULTS,
    "code": CODE,
    "name": NAME,
    "parent": PARENT,
    "new_name": NEW_NAME,
    "new_kind": NEW_KIND,
}
PLACED = "{label}: {words}"
PLACE_OF = "{label} {number}"
OPTION = "{code} {name} – {parent}"

UNIT = "{name} ({code})"
AND_MORE = "{shown} và {count} đơn vị nữa"
ENDED = "Hết hiệu lực, ngày cuối là {last}: {units}."
BEGUN = "Bắt đầu ngày {on}: {units}."
ROWS = "Thêm {count} dòng kế thừa, trong đó {parts} dòng một phần."
MOVING = "Chuyển theo đơn vị mới các dòng có ngày từ {on}: {records}."
STAYING = (
    "Các dòng có ngày từ {on} vẫn ở đơn vị đã hết hiệu lực vì chưa rõ thuộc đơn vị nào: {records}. "
    "Ghi thay đổi xong, hãy mở từng dòng và chọn đơn vị mới."
)
NO_RECORDS = "Không dòng nào có ngày từ {on} phải chuyển."
NAMING = "Giữ nguyên, vẫn ghi tên đơn vị cũ: {records}."
OFFICE = "Sổ này đi tiếp với đơn vị sử dụng là {name}; hãy xem lại tên cơ quan in trên văn bản."
RECORDS = {
    "outreach": "hoạt động tuyên truyền",
    "trainings": "lớp tập huấn",
    "officials": "cán bộ",
    "establishments": "cơ sở",
    "inspections": "lượt kiểm tra",
    "hotspots": "tụ điểm",
    "models": "mô hình",
    "figures": "số liệu kỳ",
    "plans": "kế hoạch",
    "target_shares": "chỉ tiêu đã giao",
    "scores": "phiếu chấm điểm",
    "returns": "báo cáo số liệu",
}
