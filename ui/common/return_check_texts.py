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
    "check_returns_differ": "Báo cáo của đơn vị ghi {value}, báo cáo của {unit} ({other_file}) ghi {expected}. "
    "Số liệu lấy theo báo cáo của đơn vị.",
    "check_row_of_another_name": "Báo cáo của {unit} có dòng “{value}”, mà mã này ở đây là {known_as}. "
    "Dòng đó không được cộng.",
    "check_row_twice": "Báo cáo của {unit} có hai dòng “{value}”. Chỉ dòng đầu được cộng.",
    "check_row_of_no_unit": "Báo cáo của {unit} có dòng “{value}” không có trong danh mục đơn vị của kỳ. "
    "Dòng đó không được cộng.",
    "check_columns_lacking": "Báo cáo của {unit} không có cột {value}. Các ô đó để trống.",
    "check_columns_left_over": "Báo cáo của {unit} có cột {value} mà bộ biểu ở đây không có. "
    "Số liệu đó không được cộng.",
}
