"""Sentences for the findings of score sheets that come in workbooks; see `finding_texts`."""

SCORE_FILE_TEXTS = {
    "score_other_kind": "Tệp không phải là phiếu chấm điểm .xlsx.",
    "score_other_book": "Tệp này của chương trình nhưng không phải là phiếu chấm điểm ({value}). Hãy chọn tệp khác.",
    "score_newer_layout": (
        "Phiếu này do bản chương trình mới hơn tạo ra nên chưa đọc được. Hãy cập nhật chương trình rồi nhận lại."
    ),
    "score_no_heads": "Không thấy bảng chấm điểm: cần một dòng đầu bảng có các cột {heads}.",
    "score_year_unknown": "Không rõ phiếu của năm nào. Dòng đầu cần ghi như “Xã Quài Tở (mã 03253) · Năm 2025”.",
    "score_unit_unknown": "Không rõ phiếu của xã nào. Dòng đầu cần ghi như “Xã Quài Tở (mã 03253) · Năm 2025”.",
    "score_unit_several": "Trong năm này mã {value} là của: {units}. Hãy dùng phiếu do chương trình gửi.",
    "score_unit_of_other_time": (
        "{value} (mã {code}) của phiếu không phải là xã mang mã đó trong sổ này: {units}. Hãy xem lại xã và năm."
    ),
    "score_unit_not_in_year": "{value} (mã {code}) không có trong năm {year}; sổ này có: {units}.",
    "score_unit_not_ours": "{value} (mã {code}) không phải là xã mà sổ này giữ số liệu năm {year}.",
    "score_no_rule_set": "Sổ này chưa có bộ tiêu chí nào cho năm {value}.",
    "score_other_rule_set": (
        "Phiếu chấm theo “{value}”, còn sổ này chấm theo “{expected}”. Hãy gửi lại phiếu của đúng bộ tiêu chí."
    ),
    "score_not_appraised": "{value} chưa có kết quả thẩm định. Hãy kết thúc thẩm định rồi gửi kết quả.",
    "score_not_commune": "{value} không phải là xã nên không có phiếu chấm điểm. Hãy chọn một xã.",
    "score_row_gone": "Phiếu thiếu dòng {value} “{title}”. Hãy lấy lại phiếu đã gửi rồi điền lại.",
    "score_row_twice": "Dòng {value} có hai lần. Hãy bỏ một dòng.",
    "score_row_unknown": "“{value}” không thuộc tiêu chí nào của bộ tiêu chí. Hãy bỏ dòng này.",
    "score_cell_is_day": (
        "Excel đã đổi điều ghi ở ô này thành ngày {value}. Hãy định dạng ô là Văn bản (Text) rồi ghi lại."
    ),
    "score_whole_not_asked": "Tiêu chí này không có mẫu số. Hãy xóa {value} ở ô này.",
    "score_whole_blank": "Có tử số {value} nhưng chưa có mẫu số. Hãy ghi mẫu số vào ô này.",
    "score_part_missing": "Có mẫu số {value} nhưng chưa có tử số. Hãy ghi tử số, hoặc xóa cả hai ô.",
    "score_whole_twice": "Câu trả lời “{answer}” không đi cùng mẫu số {value} ở ô này. Hãy bỏ một trong hai.",
    "score_fixed_changed": "Ô này đã bị sửa thành “{value}”; phiếu đã gửi ghi “{expected}”. Hãy ghi lại như cũ.",
    "score_mark_changed": (
        "Trang ẩn của phiếu đã bị sửa nên không tin được phiếu này. Hãy gửi lại phiếu cho xã và điền lại."
    ),
    "score_points_differ": "Ô này ghi {value} điểm, tính từ câu trả lời là {expected}. Hãy sửa một trong hai.",
    "score_unverified": (
        "Phiếu không có trang ẩn của chương trình nên không biết có bị sửa hay không. Hãy xem kỹ trước khi nhận."
    ),
    "score_answers_missing": "Còn {count} tiêu chí chưa có câu trả lời: {value}. Phiếu được nhận nhưng chưa nộp.",
    "score_file_differs": "{unit}: phiếu khác với sổ này ở {count} chỗ. Hãy xem các chỗ khác rồi chọn.",
    "score_file_older": "{unit}: phiếu lần {value} cũ hơn phiếu đã nhận. Hãy xem lại rồi chọn.",
    "score_one_or_all": "Hãy ghi --unit MÃ và tệp đích .xlsx, hoặc --all THƯ_MỤC.",
    "score_two_files": "{unit}, năm {year}: có hai phiếu khác nhau ({others}). Hãy chọn một.",
    "reasons_missing": "Còn {count} tiêu chí có điểm thẩm định khác tự chấm mà chưa ghi lý do: {value}.",
}
