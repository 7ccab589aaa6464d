"""Sentences for the findings of scoring; see `finding_texts`."""

SCORING_TEXTS = {
    "points_over_most": "{value} điểm vượt quá điểm chuẩn là {most}.",
    "reason_missing": "Điểm thẩm định khác điểm tự chấm. Hãy ghi lý do.",
    "reason_without_words": "“{value}” chưa phải là lý do. Hãy ghi lý do bằng chữ.",
    "must_apply": "Tiêu chí này áp dụng cho mọi xã. Hãy trả lời.",
    "not_choice": "“{value}” không phải là một mức của tiêu chí này. Hãy chọn trong danh sách.",
    "not_yes_or_no": "“{value}” chưa rõ là Có hay Không. Hãy gõ c hoặc k.",
    "not_decimal": "“{value}” chưa phải là câu trả lời của tiêu chí này.",
    "whole_missing": "“{value}” chưa đủ tử số và mẫu số. Hãy gõ như 18/142.",
    "whole_not_positive": "Mẫu số của “{value}” phải lớn hơn 0. Không có gì để tính và tiêu chí cho phép "
    "thì ghi Không áp dụng.",
    "more_than_whole": "Tử số của “{value}” lớn hơn mẫu số. Hãy xem lại hai số.",
    "negative": "“{value}” nhỏ hơn 0. Hãy xem lại.",
    "sheet_is_open": "Xã chưa nộp phiếu nên chưa thẩm định được. Hãy nộp phiếu trước.",
    "sheet_is_returned": "Phiếu đã trả lại xã. Khi xã nộp lại mới thẩm định được.",
    "sheet_is_submitted": "Phiếu đã nộp nên xã không sửa nữa. Muốn sửa, hãy trả lại phiếu.",
    "sheet_is_appraised": "Phiếu đã thẩm định xong. Muốn sửa, hãy mở lại thẩm định hoặc trả lại phiếu.",
    "sheet_is_recognised": "Xã đã được công nhận, phiếu được giữ nguyên.",
    "sheet_is_withdrawn": "Công nhận đã bị thu hồi, phiếu được giữ nguyên.",
    "step_not_from_open": "Phiếu đang được xã chấm nên chưa làm được bước này.",
    "step_not_from_returned": "Phiếu đã trả lại xã nên chưa làm được bước này.",
    "step_not_from_submitted": "Phiếu đã nộp, đang chờ thẩm định nên không làm được bước này.",
    "step_not_from_appraised": "Phiếu đã thẩm định xong nên không làm được bước này.",
    "step_not_from_recognised": "Xã đã được công nhận nên không làm được bước này.",
    "step_not_from_withdrawn": "Công nhận đã bị thu hồi nên không làm được bước này.",
    "day_ahead": "Ngày {value} ở sau hôm nay ({last}). Hãy xem lại ngày.",
    "day_before_step": "Ngày {value} ở trước bước gần nhất của phiếu ({first}). Hãy xem lại ngày.",
    "answers_missing": "Còn {count} tiêu chí chưa có câu trả lời: {value}.",
    "no_class_chosen": "Chưa chọn loại mới cho xã nào. Hãy chọn ở cột bên phải.",
    "class_differs": "Loại công nhận khác loại sau thẩm định ({class}). Hãy ghi lý do.",
    "evidence_blank": "Minh chứng cần số văn bản, nội dung hoặc tệp kèm theo. Hãy ghi ít nhất một thứ.",
    "evidence_day_ahead": "Ngày {value} ở sau hôm nay ({last}). Hãy xem lại ngày của văn bản.",
    "attachment_kind": (
        "Chỉ giữ tệp PDF, Word (.docx), Excel (.xlsx), ảnh JPG hoặc PNG. Hãy lưu lại thành một trong các dạng đó."
    ),
    "attachment_other_kind": "Nội dung tệp không phải là dạng {value} như tên ghi. Tệp không được nhận.",
    "attachment_old": (
        "Tệp có mật khẩu hoặc ở dạng Word, Excel cũ. Hãy bỏ mật khẩu, lưu lại thành .docx, .xlsx hoặc .pdf."
    ),
    "attachment_runs": "Tệp có chứa chương trình (macro) nên không được nhận. Hãy lưu lại thành PDF.",
    "attachment_empty": "Tệp trống, không có gì bên trong. Hãy chọn lại tệp.",
    "attachment_too_big": (
        "Tệp lớn hơn {maximum} MB nên không được nhận. Hãy quét lại ở độ phân giải thấp hơn hoặc tách tệp."
    ),
    "attachments_too_big": (
        "Các tệp minh chứng của sổ cộng lại sẽ quá {maximum} GB. Tệp không được nhận; các tệp đã có vẫn còn nguyên."
    ),
    "attachment_no_room": (
        "Đĩa không còn đủ chỗ: sau khi nhận tệp phải còn {maximum} MB để sổ ghi tiếp được. Hãy giải phóng chỗ trên đĩa."
    ),
    "attachment_folder": (
        "Thư mục minh-chung của sổ đang dẫn sang nơi khác nên không nhận tệp. Hãy báo người phụ trách máy."
    ),
    "no_communes": "Sổ này không có xã nào trong năm {value} nên không có phiếu để in.",
    "not_a_commune": "“{value}” không phải là xã, phường, thị trấn nên không có phiếu chấm điểm.",
    "nothing_appraised": "{value} chưa có điểm thẩm định năm {year} nên chưa lập được biên bản.",
    "none_appraised": "Năm {value} chưa có xã nào thẩm định xong nên chưa lập được biên bản hay danh sách.",
    "not_a_class": "“{value}” không phải là mã một loại của bộ tiêu chí năm này.",
    "only_lists_as_workbook": "Chỉ danh sách công nhận ghi được ra Excel. Hãy đặt tên tệp {value} là .pdf hoặc .docx.",
    "classes_of_list": "Chỉ danh sách công nhận chọn được theo loại ({value}). Hãy thêm --decision hoặc bỏ --class.",
    "list_of_all": "Danh sách công nhận gồm mọi xã. Hãy bỏ --unit {value}.",
    "none_listed": "Năm {value} chưa có xã nào thuộc loại đã chọn nên danh sách còn trống.",
}
