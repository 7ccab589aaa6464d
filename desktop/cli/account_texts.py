"""The words of `pcmd accounts` and of signing in."""

USER = "tên tài khoản, khi sổ có tài khoản; mật khẩu được hỏi sau"
PASSWORD_STDIN = "đọc mật khẩu từ đầu vào chuẩn, mỗi dòng một mật khẩu theo thứ tự được hỏi"
PASSWORD, NEW_PASSWORD, AGAIN = "Mật khẩu", "Mật khẩu mới", "Gõ lại mật khẩu mới"
OLD_PASSWORD, RECOVERY = "Mật khẩu đang dùng", "Khóa phục hồi"

ACCOUNTS = "tài khoản của máy này và mã hóa sổ"
LIST = "liệt kê tài khoản"
ADD = "thêm tài khoản; mật khẩu đầu tiên phải đổi khi đăng nhập lần đầu"
ROLE, ROLE_NAME = "đổi vai trò của một tài khoản", "VAI_TRÒ"
ROLES = "reader (chỉ xem), entry (nhập), approver (nhập và duyệt), administrator (quản trị)"
RESET = "đặt lại mật khẩu của một tài khoản"
REMOVE = "bỏ một tài khoản; những gì người đó đã nhập vẫn còn"
OWN_PASSWORD = "đổi mật khẩu của chính mình"
RECOVER = "đặt lại mật khẩu của một tài khoản quản trị bằng khóa phục hồi"
RECOVERY_KEY = "làm khóa phục hồi mới; khóa cũ hết dùng được"
PROTECT = "bật tài khoản và mật khẩu; in ra khóa phục hồi một lần duy nhất"
UNPROTECT = "bỏ tài khoản và mật khẩu, sổ trở lại không mã hóa"
CHANGE_ENCRYPTION, WHAT = "đổi phần được mã hóa", "PHẦN"
ENCRYPT = "nothing (không), backups (chỉ bản sao lưu) hoặc book (cả sổ)"

ROLE_WORDS = {
    "reader": "chỉ xem",
    "entry": "nhập",
    "approver": "nhập và duyệt",
    "administrator": "quản trị",
}
NO_ACCOUNTS = "Sổ này không dùng tài khoản."
LINE = "  {name:<32}{role}{note}"
MUST_CHANGE = " (phải đổi mật khẩu)"
ENCRYPTS = {
    "nothing": "Không có gì được mã hóa.",
    "backups": "Bản sao lưu được mã hóa; sổ thì không.",
    "book": "Cả sổ và bản sao lưu được mã hóa.",
}
ADDED = "Đã thêm tài khoản {name}. Mật khẩu này phải đổi khi đăng nhập lần đầu."
ROLE_SET = "Tài khoản {name} nay có vai trò: {role}."
REMOVED = "Đã bỏ tài khoản {name}."
RESET_DONE = "Đã đặt lại mật khẩu của {name}. Mật khẩu này phải đổi khi đăng nhập."
CHANGED = "Đã đổi mật khẩu của {name}."
RECOVERED = (
    "Đã đặt mật khẩu mới cho {name}. Khóa phục hồi vẫn dùng được; nên làm khóa mới nếu người khác đã thấy."
)
PROTECTED = (
    "Đã bật tài khoản, {name} là quản trị. Hãy chép khóa phục hồi này ra giấy ngay, nó không được giữ ở đâu:"
)
RENEWED = "Khóa phục hồi mới, khóa cũ hết dùng được. Hãy chép ra giấy ngay, nó không được giữ ở đâu:"
FINAL = "Mất mật khẩu mà không có khóa phục hồi thì không ai mở được phần đã mã hóa, kể cả người làm chương trình."
UNPROTECTED = "Đã bỏ tài khoản. Ai mở máy này cũng mở được sổ."
