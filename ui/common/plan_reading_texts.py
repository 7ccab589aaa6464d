"""The words for what the reader of received plans finds: warnings beside a source line, and files it does not take."""

from collections.abc import Mapping

from db.rules.findings import Finding

FILES: Mapping[str, str] = {
    "plan_is_doc": "Tệp ở dạng Word cũ (.doc). Hãy mở bằng Word và lưu lại thành .docx rồi đọc lại.",
    "plan_other_kind": "Tệp không phải là văn bản .docx, .pdf hoặc .txt. Hãy lưu kế hoạch thành .docx.",
    "file_text_named_document": (
        "Tệp mang đuôi {value} nhưng bên trong chỉ là văn bản. Hãy lưu lại thành .docx, hoặc đổi "
        "đuôi thành .txt."
    ),
    "document_too_large": "Văn bản có quá nhiều thành phần nên không đọc. Hãy lưu riêng phần kế hoạch rồi đọc lại.",
    "document_far_table": "Văn bản có bảng rộng quá {maximum} cột nên không đọc. Hãy xóa các cột thừa.",
    "plan_too_slow": "Đọc tệp quá lâu nên đã dừng, chưa lưu gì. Hãy mở bằng Word và lưu lại thành .docx.",
    "plan_not_readable": "Không đọc được tệp, chưa lưu gì. Hãy mở bằng Word và lưu lại thành .docx.",
    "plan_too_long": "Văn bản dài quá {maximum} ký tự hoặc 30.000 dòng nên không đọc. Hãy lưu riêng phần kế hoạch "
    "rồi đọc lại.",
    "plan_scanned": "Tệp PDF chỉ có ảnh chụp, không có chữ. Hãy xin bản .docx hoặc nhập tay.",
    "plan_encoding_unknown": "Không nhận ra bảng mã của tệp. Hãy mở bằng Word và lưu lại thành .docx.",
}
WARNINGS: Mapping[str, str] = {
    "plan_empty": "Văn bản không có chữ nào.",
    "plan_not_a_plan": "Văn bản này không giống một kế hoạch nên không lấy chỉ tiêu hay nhiệm vụ nào.",
    "plan_other_document": "Đây là văn bản “{value}”, không phải kế hoạch, nên không lấy chỉ tiêu hay nhiệm vụ nào.",
    "plan_number_missing": "Không thấy số và ký hiệu. Hãy nhập nếu có.",
    "plan_number_blank": "Số để trống, chỉ có ký hiệu {value}. Hãy nhập số khi có.",
    "plan_number_from_annex": "Số {value} lấy từ dòng “Kèm theo … số …” vì đầu văn bản không có.",
    "plan_day_blank": "Không có đủ ngày, tháng, năm ban hành. Hãy nhập khi có.",
    "plan_subject_missing": "Không thấy trích yếu. Hãy nhập.",
    "plan_years_unsure": "Trích yếu không ghi năm; tạm lấy năm {value}. Hãy xem lại.",
    "plan_years_missing": "Không thấy năm của kế hoạch. Hãy nhập.",
    "plan_years_other": "Kế hoạch ghi năm {value}, khác với năm {asked} đã chọn. Hãy xem lại.",
    "plan_encoding_converted": "Văn bản ở bảng mã cũ ({value}), đã chuyển sang Unicode. Hãy xem lại vài dòng.",
    "plan_pages_without_text": "Trang {value} chỉ có ảnh, không đọc được chữ.",
    "plan_line_joined": "Dòng này có thể bị ngắt; đã nối với dòng sau: “{value}”.",
    "plan_numbering_jumps": "Đánh số nhảy từ {before} sang {value}.",
    "plan_numbering_starts": "Đánh số bắt đầu từ {value}, không phải từ đầu.",
    "plan_target_no_number": "Mục này không có con số; tạm lấy là chỉ tiêu hoàn thành hay chưa: “{value}”.",
    "plan_target_unsure": "Chưa chắc đây là chỉ tiêu hoặc con số đọc đúng: “{value}”.",
    "plan_target_numbers": "Chỉ tiêu này còn con số khác: {more}. Có thể cần tách thành chỉ tiêu riêng.",
    "plan_task_time": "Chưa hiểu thời gian “{value}”. Hãy nhập ngày.",
    "plan_report_period": "Hạn báo cáo {value} không ghi rõ kỳ; kỳ được đoán theo tháng. Hãy xem lại.",
    "plan_agency_unsure": "Chưa chắc “{value}” là một cơ quan.",
    "plan_annex_text": "Có {count} đoạn không đọc được thành bảng, giữ nguyên từng đoạn ở phụ lục: “{value}”.",
    "plan_annex_number_missing": "Phụ lục “{value}” đánh số thiếu: {missing}.",
    "plan_annex_total": "Cột “{column}” của phụ lục cộng lại là {summed}, dòng tổng ghi {printed}.",
    "plan_no_sections": "Không thấy đề mục nào.",
    "plan_no_targets": "Không thấy chỉ tiêu nào.",
    "plan_no_agencies": "Không thấy phần phân công cho cơ quan nào.",
    "plan_no_recipients": "Không thấy nơi nhận.",
    "plan_own_ground": "Dòng căn cứ này do chương trình viết, cho là văn bản của {value}. Hãy xem lại.",
    "plan_already_kept": "Sổ đã có kế hoạch này (#{id}: {value}). Không lưu thêm lần nữa.",
    "plan_target_every": "Chưa hiểu “{value}” là mấy lần trong tháng, quý hay năm. Hãy chọn ô Mỗi.",
    "plan_text_moved": "Chữ dài hơn ô nên được chuyển nguyên văn xuống ghi chú: “{value}”.",
    "plan_signatory_missing": "Không thấy người ký hoặc họ tên người ký.",
}
PLAN_READING: Mapping[str, str] = {**FILES, **WARNINGS}


class _Blanks(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


def reading_text(finding: Finding) -> str:
    """Write a finding of the reader as a sentence; raises KeyError for a code without words."""
    return PLAN_READING[finding.code].format_map(_Blanks(finding.facts, value=finding.value))
