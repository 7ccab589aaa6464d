"""The words of the office's own data: names as printed, cut-off rule."""

from ui.common.screens.subject import FieldWords, SubjectWords

OFFICE = SubjectWords(
    title="Đơn vị sử dụng",
    one="đơn vị sử dụng",
    purpose="Tên cơ quan và người ký như in trên kế hoạch, báo cáo.",
    fields={
        "parent_agency": FieldWords(
            "Cơ quan cấp trên",
            "Ủy ban nhân dân tỉnh …",
            "Dòng trên cùng bên trái văn bản. Gõ chữ thường, khi in tự viết hoa.",
        ),
        "issuing_agency": FieldWords(
            "Nơi ban hành",
            "Ủy ban nhân dân huyện …",
            "Dòng in đậm dưới cơ quan cấp trên. Gõ chữ thường, khi in tự viết hoa.",
        ),
        "place": FieldWords("Địa danh", "", "Tên đứng trước ngày tháng, không kèm chữ huyện, xã."),
        "receiving_unit": FieldWords("Nơi nhận", "", "Đơn vị nhận báo cáo số liệu."),
        "symbol": FieldWords("Ký hiệu văn bản", "KH-UBND", "Phần sau số của kế hoạch, như KH-UBND."),
        "authority": FieldWords(
            "Quyền hạn ký", "TM. Ủy ban nhân dân", "TM., KT., TL. … để trống nếu không dùng."
        ),
        "signatory_post": FieldWords("Chức vụ người ký", "Chủ tịch"),
        "signatory_name": FieldWords("Họ tên người ký", "", "Không ghi học hàm, học vị."),
        "preparer_name": FieldWords("Người lập biểu", "", "In dưới chữ “Người lập biểu” của báo cáo."),
    },
)
RENAME = "Đổi tên từ ngày…"
RENAME_TIP = "Đổi tên in từ một ngày; văn bản của những ngày trước giữ tên cũ (Ctrl+T)"
HAND_ON, HAND_ON_TIP = "Bàn giao sổ…", "Bàn giao sổ cho đơn vị khác, cả sổ hoặc chia theo xã mới (Ctrl+B)"
TAKE_IN, TAKE_IN_TIP = "Nhận sổ…", "Nhận sổ do đơn vị khác bàn giao, tệp .pcmd (Ctrl+I)"
NAMES_TITLE = "Tên in theo thời gian"
NAMES_WORDS = (
    "Chọn ngày đầu tiên dùng tên mới. Tên đang có được giữ cho văn bản của những ngày trước; "
    "sau đó sửa tên mới ở các ô của biểu mẫu."
)
NAMES_DAY = "Dùng tên mới từ ngày"
NAMES_HEADS = ("Đến hết ngày", "Cơ quan cấp trên", "Nơi ban hành")
NAMES_LIST = "Các tên đã in trước đây"
KEEP_NAMES, FORGET_NAMES = "Giữ tên cũ, sửa tên mới", "Bỏ tên cũ đang chọn"
NAMES_KEPT = "Từ ngày {day} in tên mới. Hãy sửa các ô tên; văn bản của những ngày trước giữ tên cũ."
NAMES_FORGOTTEN = "Đã bỏ tên cũ. Hoàn tác bằng Ctrl+Z."
CLOSE = "Đóng"
NOTE = "Mỗi ô được lưu ngay khi rời ô; hoàn tác bằng Ctrl+Z."
WRONG = "Ô báo đỏ chưa lưu; tên cũ vẫn đang được dùng."

CUT_OFF = "Cách chốt số liệu"
DECREE = "Nghị định 09/2019/NĐ-CP: từ ngày 15 đến ngày 14"
CALENDAR = "Theo lịch: từ ngày 1 đến cuối tháng"
OWN = "Ngày chốt riêng, mỗi tháng đến hết ngày"
OWN_DAY = "Ngày chốt trong tháng"
OWN_OTHERS = "Tháng chốt vào ngày khác"
OWN_OTHERS_HINT = "25/02/2025; 20/12/2025"
OWN_WRONG = (
    "Ngày chốt phải là một số từ 1 đến 31; ngày khác của từng tháng viết như 25/02/2025, cách nhau bằng dấu chấm phẩy, "
    "và không sớm hơn ngày chốt của tháng trước. Cách chốt cũ vẫn đang được dùng."
)
CUT_OFF_KEPT = "Đã đổi cách chốt số liệu: {rule}. Các kỳ được tính lại. Hoàn tác bằng Ctrl+Z."
RULES = {"decree-09": "theo Nghị định 09/2019/NĐ-CP", "calendar": "theo lịch"}
OWN_RULE = "đến hết ngày {day} mỗi tháng"
