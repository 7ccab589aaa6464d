"""Words and measures that Decree 30/2020/NĐ-CP, appendix I, fixes for every administrative document."""

NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
PLAN_KIND = "KẾ HOẠCH"
REPORT_KIND = "BÁO CÁO"
DECISION_KIND = "QUYẾT ĐỊNH"
DECISION_RULING = "QUYẾT ĐỊNH:"
RECIPIENTS_HEAD = "Nơi nhận:"
FILED_AT_REGISTRY = "Lưu: VT"
CLOSING = "./."
ANNEX = "Phụ lục"
BLANK = "…"

# Not of the decree: what this program prints on a document made of invented records.
SAMPLE_NOTICE = "DỮ LIỆU MẪU – KHÔNG CÓ GIÁ TRỊ SỬ DỤNG"
RECOVERY_KIND = "KHÓA PHỤC HỒI CỦA SỔ PCMD"
RECOVERY_OF = "{office}, {day}"
RECOVERY_WORDS = (
    "Khóa này đặt lại mật khẩu quản trị của sổ khi quên, và mở các bản sao lưu đã mã hóa. "
    "Ai có tờ giấy này cùng với máy hoặc với một bản sao lưu thì mở được sổ.",
    "Cất tờ giấy này ở nơi khóa được, không để cạnh máy, không chụp ảnh, không gửi qua mạng. "
    "Mất cả mật khẩu và tờ giấy này thì không ai mở được phần đã mã hóa.",
    "Cách dùng: ở trang đăng nhập bấm Quên mật khẩu, gõ 6 nhóm trên. Mỗi nhóm có một ký tự để phát hiện gõ sai; "
    "không có chữ I, L, O, U. Làm khóa mới thì tờ giấy này hết dùng được: hãy hủy.",
)
RECOVERY_BY = "Người lập: {name}"
RECOVERY_PLACE = "Nơi cất: "
