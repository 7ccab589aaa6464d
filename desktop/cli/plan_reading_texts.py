"""The words of `pcmd plans read`."""

READ = "đọc một kế hoạch nhận được (.docx, .pdf có chữ, .txt), không lưu gì"
YEAR, YEAR_HELP = "NĂM", "năm của kế hoạch khi văn bản không ghi"
HEAD = "{number}: {subject}"
COUNTS = (
    "{sections} đề mục, {targets} chỉ tiêu, {tasks} nhiệm vụ, {agencies} cơ quan được phân công, "
    "{annexes} bảng phụ lục"
)
TARGET = "dòng {line}: [{value}] {text}"
LINE, WHOLE = "dòng {line}", "toàn văn bản"
NO_NUMBER, NO_VALUE = "(không có số)", "không có số"
IMPORT = "đọc một kế hoạch nhận được rồi lưu thành dự thảo trong sổ, cùng chỉ tiêu, nhiệm vụ"
OWN_HELP = "lập kế hoạch của đơn vị: không lấy số, ngày, nơi nhận, người ký của văn bản"
IMPORTED = "Đã lưu dự thảo #{id}: {subject} ({sections} mục và đoạn, {targets} chỉ tiêu, {tasks} nhiệm vụ)."
LEFT_OUT = (
    "Không lấy {count} chỗ (việc của từng cơ quan, con số phụ, phụ lục); trong cửa sổ chọn được từng chỗ."
)
