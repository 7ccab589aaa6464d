"""Sentences for what the checks of a return's figures find; see `finding_texts`.

Their codes are those of `CheckFinding` with `check_` before them.
"""

RETURN_CHECK_TEXTS = {
    "check_negative": "Ô này ghi {value}; số liệu không thể âm. Hãy xem lại.",
    "check_part_over_whole": "{value} lớn hơn cột “{other}” là {expected}. Hãy sửa một trong hai ô.",
    "check_parts_not_whole": "Ô này ghi {value}, các cột thành phần cộng lại là {expected}. Hãy xem lại.",
    "check_share_out_of_range": "Tỷ lệ {value} % nằm ngoài khoảng từ 0 đến {expected} %. Hãy xem lại.",
    "check_forms_differ": "Ô này ghi {value}, còn ở {other} là {expected}. Hai biểu phải ghi như nhau.",
    "check_total_not_sum": "Dòng tổng ghi {value}, cộng các dòng được {expected}. Hãy xem lại.",
    "check_revision_without_note": "Số liệu khác lần trước: hãy ghi vì sao có lần {value}.",
    "return_exported": "Báo cáo lần {value} đã kết xuất nên không thu hồi được. Hãy sửa số liệu rồi duyệt lần sau.",
}
