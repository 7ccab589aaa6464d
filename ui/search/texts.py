"""The words of the search over everything."""

TITLE = "Tìm trong toàn bộ sổ"
HINT = "Gõ vài chữ, có dấu hay không đều được"
RESULTS = "Kết quả tìm"
LINE = "{kind}: {title}, {beside}"
MORE = "Còn {count} nữa, mở danh sách…"
MORE_THAN = "Còn hơn {count} nữa, mở danh sách…"
MORE_HERE, MORE_THAN_HERE = "Còn {count} nữa, hãy gõ thêm chữ", "Còn hơn {count} nữa, hãy gõ thêm chữ"
NOTHING = "Không thấy gì có “{text}”. Hãy thử ít chữ hơn."
EMPTY = "Tìm hồ sơ, kế hoạch, cơ sở, cán bộ, xã, số liệu hoặc mục. ↑ ↓ để chọn, Enter để mở, Esc để quay lại."
SCORE_SHEET = "Phiếu chấm điểm năm {year}"
UNTIL = "đến {day}"
YEARS = "{first}–{last}"
PLAN_OF = "Kế hoạch năm {years}"
TURNED = "Đã chuyển sang {period} để thấy dòng này trong danh sách."

KINDS = {
    "screens": "Mục",
    "measures": "Đại lượng",
    "units": "Đơn vị hành chính",
    "plans": "Kế hoạch",
    "targets": "Chỉ tiêu",
    "tasks": "Nhiệm vụ",
    "sections": "Nội dung kế hoạch",
    "establishments": "Cơ sở kinh doanh dịch vụ",
    "officials": "Cán bộ",
    "hotspots": "Tụ điểm",
    "models": "Mô hình",
    "trainings": "Tập huấn",
    "outreach": "Tuyên truyền",
    "inspections": "Kiểm tra",
    "figures": "Số liệu kỳ",
    "scores": "Chấm điểm",
}
