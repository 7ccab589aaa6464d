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
