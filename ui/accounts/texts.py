"""The words of accounts, of the recovery key and of encryption."""

TITLE = "Tài khoản"
PURPOSE = (
    "Ai được đăng nhập vào sổ trên máy này, với vai trò gì; khóa phục hồi; phần được mã hóa. "
    "Mọi thay đổi ở đây đều có trong nhật ký."
)
KEYS = (
    ("F5", "Thêm tài khoản"),
    ("F2", "Đổi vai trò của tài khoản đang chọn"),
    ("F6", "Bỏ tài khoản đang chọn"),
    ("Ctrl+R", "Đặt lại mật khẩu của tài khoản đang chọn"),
    ("Ctrl+L", "Khóa màn hình"),
)

NAME, ROLE, NOTE = "Tên", "Vai trò", "Ghi chú"
ROLES = {
    "reader": "Chỉ xem",
    "entry": "Nhập",
    "approver": "Nhập và duyệt",
    "administrator": "Quản trị",
}
ROLE_WORDS = (
    "Chỉ xem: đọc, in, kết xuất. Nhập: thêm và sửa số liệu. Nhập và duyệt: thêm việc ban hành kế hoạch, "
    "thẩm định phiếu điểm, duyệt báo cáo. Quản trị: thêm việc phục hồi sổ và tài khoản."
)
MUST_CHANGE, SELF = "phải đổi mật khẩu khi đăng nhập", "đang dùng sổ"
ADD, ADD_TIP = "+ Thêm  F5", "Thêm tài khoản (F5)"
CHANGE_ROLE, CHANGE_ROLE_TIP = "Đổi vai trò", "Đổi vai trò của tài khoản đang chọn (F2)"
RESET, RESET_TIP = "Đặt lại mật khẩu", "Cho tài khoản đang chọn một mật khẩu phải đổi khi đăng nhập (Ctrl+R)"
REMOVE, REMOVE_TIP = "Bỏ  F6", "Bỏ tài khoản đang chọn; những gì người đó đã nhập vẫn còn (F6)"
ONLY_ADMINISTRATOR = "Chỉ tài khoản quản trị làm được việc này."
REMOVE_TITLE = "Bỏ tài khoản"
REMOVE_ASK = "Bỏ tài khoản {name}? Người này không đăng nhập được nữa; những gì đã nhập vẫn còn trong sổ."
KEEP_IT, REMOVE_IT = "Giữ lại", "Bỏ tài khoản"
ADDED, REMOVED = "Đã thêm tài khoản {name}.", "Đã bỏ tài khoản {name}."
ROLE_SET, RESET_DONE = "Đã đổi vai trò của {name}.", "Đã đặt lại mật khẩu của {name}."

ADD_TITLE, ROLE_TITLE, RESET_TITLE = "Thêm tài khoản", "Đổi vai trò", "Đặt lại mật khẩu"
ADD_WORDS = "Mật khẩu này chỉ để đăng nhập lần đầu: người đó phải đổi ngay."
RESET_WORDS = "{name} đăng nhập bằng mật khẩu này và phải đổi ngay."
ROLE_OF = "Vai trò của {name}. Có hiệu lực từ lần đăng nhập sau."
NAME_NEEDED = "Hãy ghi họ tên của người dùng tài khoản."
NAME_KEY, ROLE_KEY = "&Họ tên", "&Vai trò"
PASSWORD_KEY, AGAIN_KEY = "&Mật khẩu", "&Gõ lại mật khẩu"
KEEP, KEEP_TIP = "Ghi  Enter", "Ghi lại (Enter)"
BACK, BACK_TIP = "Quay lại", "Không thay đổi gì (Esc)"

LOCKING = "Tự &khóa màn hình khi không ai dùng"
LOCKING_MINUTES = {
    "0": "không tự khóa",
    "5": "sau 5 phút",
    "15": "sau 15 phút",
    "30": "sau 30 phút",
    "60": "sau 60 phút",
}
LOCKING_TIP = "Số phút không ai chạm bàn phím hay chuột thì màn hình tự khóa; chỉ quản trị đổi được"

RECOVERY = "Khóa phục hồi"
RECOVERY_WORDS = (
    "Khóa phục hồi in trên giấy đặt lại được mật khẩu quản trị. "
    "Mỗi sổ chỉ có một khóa dùng được; làm khóa mới thì khóa cũ hết dùng."
)
RENEW, RENEW_TIP = "Làm khóa phục hồi mới…", "Hiện và in khóa phục hồi mới; khóa cũ hết dùng được"
RENEWED = "Khóa phục hồi mới dùng được từ bây giờ; khóa cũ hết dùng."

ENCRYPTION = "Mã hóa"
ENCRYPTS = {
    "nothing": "Không mã hóa gì",
    "backups": "Mã hóa các bản sao lưu; sổ trên máy thì không",
    "book": "Mã hóa cả sổ và các bản sao lưu",
}
FINAL = (
    "Đọc kỹ trước khi chọn mã hóa: quên mật khẩu mà mất cả khóa phục hồi thì không ai mở được nữa, "
    "kể cả người làm ra chương trình này. Số liệu coi như mất."
)
NO_ENCRYPTION = (
    "Bản cài trên máy này không có phần mã hóa cả sổ, nên tệp sổ trên đĩa không mã hóa được. "
    "Bản sao lưu vẫn mã hóa được."
)
NOT_ENCRYPTED = (
    "Tệp bằng chứng trong thư mục minh-chung không được mã hóa trên máy này. Bản sao lưu cũ chưa mã hóa vẫn như cũ. "
    "Khi mã hóa cả sổ, tệp sổ cũ được xóa nhưng ổ đĩa có thể còn dấu vết của nó."
)
ENCRYPT, ENCRYPT_TIP = "Đổi phần mã hóa", "Ghi lại sổ theo lựa chọn này; mất vài giây"
ENCRYPTING = "Đang ghi lại cả sổ…"
ENCRYPTED = "Đã đổi phần mã hóa."
BUSY = "Còn một việc đang chạy. Hãy chờ xong rồi làm lại."

UNPROTECT, UNPROTECT_TIP = "Bỏ tài khoản và mật khẩu…", "Trở lại làm việc không cần mật khẩu, sổ không mã hóa"
UNPROTECT_TITLE = "Bỏ tài khoản và mật khẩu"
UNPROTECT_WORDS = (
    "Sau đó ai mở máy này cũng mở và sửa được sổ; sổ và các bản sao lưu mới không mã hóa. "
    "Bản sao lưu đã mã hóa cần mật khẩu hoặc khóa phục hồi của lúc đó.\n{name} gõ mật khẩu của mình để đồng ý."
)
UNPROTECT_ACT = "Bỏ tài khoản  Enter"
UNPROTECTED = "Đã bỏ tài khoản và mật khẩu."

UNGUARDED = (
    "Sổ này không có mật khẩu: ai mở máy này cũng mở và sửa được, và mọi việc ghi tên ở góc trên bên phải. "
    "Một người dùng máy riêng thì như vậy là đủ.\n\n"
    "Nhiều người dùng chung máy thì nên bật tài khoản: mỗi người một mật khẩu và vai trò, "
    "người này nhập người kia duyệt, nhật ký ghi đúng tên, màn hình tự khóa khi bỏ đi."
)
PROTECT, PROTECT_TIP = (
    "Bật tài khoản và mật khẩu…",
    "Đặt mật khẩu cho sổ, chọn phần mã hóa và in khóa phục hồi",
)
PROTECTED = "Đã bật tài khoản. {name} là quản trị."

PROTECTION_TITLE = "Bảo vệ sổ"
PROTECTION_WORDS = (
    "Sổ này có mật khẩu hay không? Về sau bật, tắt hoặc đổi được ở mục Quản trị, trang Tài khoản."
)
ALONE = "&Một người dùng, không có mật khẩu. Ai mở máy này cũng mở được sổ."
GUARDED = "&Tài khoản có mật khẩu: mỗi người một tên, một vai trò. Người đầu tiên là quản trị."
WHAT_ENCRYPTED = "Phần được mã hóa"

KEY_TITLE = "Khóa phục hồi của sổ"
KEY_WORDS = (
    "Đây là lần duy nhất khóa này hiện ra; máy không giữ nó. Hãy in hoặc chép ra giấy, cất ở nơi khóa được, "
    "không để cạnh máy. Khóa này đặt lại mật khẩu quản trị khi quên."
)
PRINT_KEY, PRINT_KEY_TIP = "&In tờ khóa…", "Xem trước rồi in tờ khóa phục hồi (Alt+I)"
RETYPE = "Đã có trên giấy rồi thì gõ lại hai nhóm:"
GROUP = "Nhóm &{number}"
GROUP_WRONG = "Nhóm {number} chưa đúng. Hãy nhìn tờ giấy gõ lại."
KEY_KEPT, KEY_KEPT_TIP = "Đã cất khóa  Enter", "Đi tiếp (Enter)"
