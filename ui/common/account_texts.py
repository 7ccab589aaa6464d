"""Sentences of accounts and passwords."""

ACCOUNT_TEXTS = {
    "account_name_long": "Tên dài quá {maximum} ký tự. Hãy viết ngắn lại.",
    "account_name_taken": "Đã có tài khoản tên “{value}”. Hãy ghi thêm để phân biệt, như tên và bộ phận.",
    "password_short": "Mật khẩu cần ít nhất {minimum} ký tự. Một câu ngắn dễ nhớ là tốt nhất.",
    "password_long": "Mật khẩu dài quá {maximum} ký tự. Hãy chọn mật khẩu ngắn hơn.",
    "password_plain": "Mật khẩu này quá dễ đoán. Hãy chọn mật khẩu khác tên tài khoản và có nhiều chữ khác nhau.",
}
