"""Sentences for what the checks of a return's figures find; see `finding_texts`.

Their codes are those of `CheckFinding` with `check_` before them.
"""

_DATED_BEFORE = (
    "Có {{value}} {kind} nhập trong kỳ này nhưng ghi ngày trước kỳ (từ {{first}} đến {{last}}) nên không tính vào kỳ. "
    "Hãy xem ngày có ghi đúng không."
)

RETURN_CHECK_TEXTS = {
    "check_negative": "Ô này ghi {value}; số liệu không thể âm. Hãy xem lại.",
    "check_part_over_whole": "{value} lớn hơn cột “{other}” là {expected}. Hãy sửa một trong hai ô.",
    "check_parts_not_whole": "Ô này ghi {value}, các cột thành phần cộng lại là {expected}. Hãy xem lại.",
    "check_share_out_of_range": "Tỷ lệ {value} % nằm ngoài khoảng từ 0 đến {expected} %. Hãy xem lại.",
    "check_forms_differ": "Ô này ghi {value}, còn ở {other} là {expected}. Hai biểu phải ghi như nhau.",
    "check_not_whole": "Ô này ghi {value}; số đếm, số tiền không có phần lẻ. Hãy gõ như 1.234 (dấu chấm ở hàng nghìn).",
    "check_total_not_sum": "Dòng tổng ghi {value}, cộng các dòng được {expected}. Hãy xem lại.",
    "check_total_blank": "Dòng tổng để trống, cộng các dòng được {expected}. Hãy ghi số tổng.",
    "check_total_of_blanks": "Dòng tổng ghi {value}, mà các dòng đều để trống. Hãy xem lại.",
    **dict.fromkeys(
        ("check_repeated_last_period", "check_repeated_last_year"),
        "Các số {value} ghi lại đúng như {period}. Hãy xem có chép lại số cũ không.",
    ),
    **dict.fromkeys(
        ("check_jump_up_last_period", "check_jump_up_last_year"),
        "Ô này ghi {value}, {period} là {expected}: tăng đột ngột. Hãy xem lại.",
    ),
    **dict.fromkeys(
        ("check_jump_down_last_period", "check_jump_down_last_year"),
        "Ô này ghi {value}, {period} là {expected}: giảm đột ngột. Hãy xem lại.",
    ),
    **dict.fromkeys(
        ("check_rate_moved_last_period", "check_rate_moved_last_year"),
        "Chia cho “{other}” được {value}, còn {period} được {expected} (chênh {times} lần). Hãy xem lại.",
    ),
    "check_period_not_over": "Kỳ chưa hết (ngày cuối là {value}): số liệu còn có thể thay đổi.",
    "check_nothing_recorded": "{value} chưa có hoạt động nào được ghi trong kỳ.",
    "check_no_tasks": "Biểu còn trống: kế hoạch năm {value} của đơn vị này chưa ban hành hoặc chưa có nhiệm vụ.",
    "check_no_targets": "Biểu còn trống: kế hoạch năm {value} của đơn vị này chưa ban hành hoặc chưa có chỉ tiêu.",
    "check_earlier_changed": (
        "Báo cáo {period} đã duyệt (lần {revision}), nhưng số liệu kỳ đó nay khác {value} ô. "
        "Hãy xem có cần duyệt lại kỳ đó không."
    ),
    "check_dated_before_outreach": _DATED_BEFORE.format(kind="buổi tuyên truyền"),
    "check_dated_before_trainings": _DATED_BEFORE.format(kind="lớp tập huấn"),
    "check_dated_before_inspections": _DATED_BEFORE.format(kind="lượt kiểm tra"),
    "check_not_recomputed": (
        "Một ô ghi tay làm số này thay đổi, nhưng biểu không có đủ thành phần để tính lại; số vẫn như sổ tính. "
        "Hãy xem lại, hoặc ghi tay cả ô này."
    ),
    "check_computed_moved": (
        "Ô này ghi tay khi sổ tính là {then}; nay sổ tính là {now}. Hãy xem ô ghi tay còn đúng không."
    ),
    "check_by_hand_lost": "Có một ô ghi tay mà dòng hoặc cột của nó không còn trong biểu, nên không được dùng.",
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
