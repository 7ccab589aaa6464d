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
