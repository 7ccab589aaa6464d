"""The words of the page that checks the book, and of its repair."""

from ui.common.texts import TURN_BACK

TITLE = "Kiểm tra sổ"
CHECK, CHECK_TIP = (
    "Kiểm tra toàn bộ  F9",
    "Xem từng phần của sổ và các tệp kèm theo có còn nguyên vẹn không (F9)",
)
REINDEX, REINDEX_TIP = "Dựng lại chỉ mục", "Dựng lại chỉ mục tìm kiếm từ các bản ghi; bản ghi không thay đổi"
REPAIR, REPAIR_TIP = "Sửa sổ…", "Đọc những gì còn đọc được vào một sổ mới, xem trước rồi mới dùng"
MACHINE, MACHINE_TIP = "Kiểm tra máy…", "Xem ổ đĩa, chỗ trống, ngày giờ, phông chữ, máy in của máy này"
PURPOSE = (
    "Kiểm tra xem tệp của sổ có chỗ hỏng không, nhật ký có bị sửa hay cắt không, báo cáo đã duyệt và tệp minh chứng có "
    "còn đúng như khi nhận không. Trong lúc kiểm tra vẫn đọc được sổ; không có gì bị thay đổi."
)
NEVER = "Chưa kiểm tra toàn bộ lần nào trên máy này."
CLEAN = "Lần kiểm tra {when}: sổ nguyên vẹn, không có gì sai."
WRONG = "Lần kiểm tra {when}: có {count} điều cần xem."
QUICK = "Kiểm tra nhanh lúc mở sổ: {when}, không thấy chỗ hỏng."
FINDINGS = "Những điều cần xem"
NO_FINDINGS = "Không có gì cần xem."
REINDEXED = "Đã dựng lại chỉ mục tìm kiếm. Hãy kiểm tra lại."
HELP = (
    "Trang này kiểm tra toàn bộ sổ khi cần: sau khi mất điện, khi ổ đĩa báo lỗi, khi nhận máy từ người khác. "
    "Mỗi điều sai có một câu nói rõ nghĩa là gì và phải làm gì."
)
HELP_KEYS = (("F9", "Kiểm tra toàn bộ"),)

REPAIR_TITLE = "Sửa sổ"
REPAIR_WORDS = (
    "Chương trình đọc những gì còn đọc được của sổ vào một sổ mới, đặt ở thư mục {folder}. Sổ cũ không bị động tới. "
    "Đọc xong sẽ nêu rõ thứ gì không đọc được; khi đó mới chọn dùng sổ mới hay không."
)
REPAIR_BACKUP = "Nếu có bản sao lưu gần đây thì phục hồi từ bản đó thường đủ hơn."
BEGIN, CANCEL = "Đọc sổ", TURN_BACK
USE, KEEP_OLD = "Dùng sổ mới", "Giữ sổ cũ"
USE_WORDS = "Sổ cũ sẽ được giữ lại cùng thư mục với tên {name}. Danh sách dưới đây nằm ở tệp {list}."
LIST = "Những gì không đọc được như cũ"
FOLDER_NAME = "sua-so {stamp}"
ASIDE_NAME = "so-pcmd.hong {stamp}.db"
STAMP = "%Y-%m-%d %H%M%S"
