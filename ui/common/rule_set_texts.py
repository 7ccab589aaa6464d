"""Sentences for what is wrong with a rule set of scoring, and for files in which one comes; see `finding_texts`."""

_PARTS = {
    "no_groups": "Bộ chưa có nhóm tiêu chí nào. Hãy thêm một nhóm.",
    "no_criteria": "Nhóm {value} chưa có tiêu chí nào. Hãy thêm tiêu chí hoặc bỏ nhóm.",
    "no_classes": "Bộ chưa có loại nào. Hãy thêm các loại, từ loại cao nhất xuống.",
    "code_twice": "Mã “{value}” đã dùng ở chỗ khác trong bộ. Hãy đặt mã khác.",
    "text_not_clean": "Có dấu cách thừa hoặc xuống dòng. Hãy viết là “{value}”.",
    "most_not_positive": "Điểm chuẩn là {value}. Điểm chuẩn phải lớn hơn 0.",
    "finer_than_set": "{value} có nhiều số lẻ hơn bộ cho phép ({decimals}). Hãy làm tròn, hoặc tăng số lẻ của bộ.",
    "points_not_within": "{value} điểm nằm ngoài khoảng từ 0 đến điểm chuẩn {most}.",
    "most_not_reached": "Cao nhất chỉ được {value} điểm, trong khi điểm chuẩn là {most}. Hãy xem lại.",
    "items_and_scale": "Tiêu chí có tiểu mục thì điểm là tổng các tiểu mục. Hãy bỏ cách chấm riêng của tiêu chí.",
    "items_and_absence": "Ghi “có thể không áp dụng” ở từng tiểu mục; ghi ở tiêu chí thì không có tác dụng.",
    "options_none": "Chưa có mức nào để chọn. Hãy thêm các mức.",
    "option_twice": "“{value}” đã có ở một mức khác của tiêu chí. Hãy đổi một trong hai.",
    "option_reserved": "“{value}” được hiểu là Không áp dụng. Hãy đặt mã hoặc tên khác cho mức này.",
    "option_code_is_place": "Gõ “{value}” sẽ được hiểu là mức thứ {value}, còn mã này ở dòng {row}. Hãy dùng chữ.",
    "yes_no_same": "Trả lời Có hay Không đều được {value} điểm. Hãy xem lại.",
    "each_missing": "Chưa ghi số điểm trừ mỗi lần. Hãy ghi một số lớn hơn 0.",
    "floor_over_most": "Trừ đến mức {value} là không trừ gì, vì điểm chuẩn là {most}.",
    "full_out_of_range": "Đủ điểm từ {value} % là không được. Hãy ghi một số lớn hơn 0, không quá 100.",
    "per_not_positive": "Phải tính cho một số dân lớn hơn 0, đang ghi {value}.",
}
_BANDS = {
    "bands_none": "Chưa có khoảng nào. Hãy thêm các khoảng, bắt đầu từ 0.",
    "bands_not_from_zero": "Khoảng đầu bắt đầu từ {value}. Phải bắt đầu từ 0 để số nào cũng có điểm.",
    "bands_overlap": "Khoảng dòng {other} bắt đầu từ {value}, chồng lên khoảng dòng {row}. Hãy sửa một trong hai.",
    "bands_gap": (
        "Khoảng dòng {row} đến {end}, khoảng dòng {other} từ {value}: số ở giữa không có điểm. "
        "Hãy nối hai khoảng (dưới {value}, từ {value})."
    ),
    "bands_not_open": "Khoảng cuối dừng ở {value}, số lớn hơn không có điểm. Hãy để trống ô đến.",
    "bands_not_to_hundred": "Khoảng cuối chưa đến hết 100 %. Hãy ghi đến 100 hoặc để trống.",
    "band_over_hundred": "Tỷ lệ không vượt 100 % nên khoảng từ {value} không bao giờ dùng đến.",
    "band_two_ends": "Chỉ ghi một trong hai ô: đến (kể cả) hoặc dưới (không kể).",
    "band_backwards": "Khoảng kết thúc ở {value}, trước chỗ bắt đầu.",
    "band_without_count": "Khoảng từ {value} không có số nguyên nào, mà câu trả lời là một số đếm.",
    "band_below_zero": "Khoảng bắt đầu từ {value}. Số trả lời không nhỏ hơn 0.",
}
_MEASURES = {
    "measure_unknown": "Không có đại lượng “{value}”. Gần giống: {near}. Hãy chọn trong danh mục.",
    "measure_of_scores": "“{value}” lấy từ chính phiếu chấm điểm nên không dùng để gợi ý điểm được.",
    "measure_not_proposed": "Cách chấm này không lấy được số từ “{value}”. Hãy bỏ đại lượng hoặc đổi cách chấm.",
    "measure_not_whole": "“{value}” là tỷ lệ, có số lẻ, còn tiêu chí chỉ nhận số nguyên.",
    "measure_needs_whole": "“{value}” không phải là tỷ lệ. Hãy chọn thêm đại lượng làm mẫu số.",
    "whole_measure_is_share": "“{value}” là tỷ lệ nên không làm mẫu số được.",
    "whole_measure_unused": "Mẫu số “{value}” không được dùng đến. Hãy bỏ đi.",
}
_CONDITIONS = {
    "of_unknown": "Không có nhóm, tiêu chí nào mang mã “{value}”.",
    "of_one": "Điều kiện này xét đúng một mục, đang ghi: {value}.",
    "of_twice": "Có mục ghi hai lần: {value}.",
    "of_not_wanted": "Điều kiện được hỏi trên phiếu không xét mục nào khác; {value} không có tác dụng.",
    "of_has_no_number": "“{value}” không có số để so. Hãy chọn một tiêu chí trả lời bằng số.",
    "condition_without_numbers": "Chưa ghi ít nhất bao nhiêu hoặc nhiều nhất bao nhiêu.",
    "condition_unknown": "Không có điều kiện nào mang mã “{value}”.",
    "condition_circle": "Điều kiện “{value}” dẫn về chính nó. Hãy bỏ một mắt trong vòng đó.",
    "condition_never": "Điều kiện “{value}” không phiếu nào đạt được. Hãy xem lại số.",
    "condition_always": "Điều kiện “{value}” phiếu nào cũng đạt. Hãy xem lại số.",
    "condition_unused": "Điều kiện “{value}” chưa được loại nào cần và không phải điều kiện liệt.",
    "count_out_of_range": "Cần {value} trong {most} điều kiện là không được.",
    "class_unknown": "Không có loại nào mang mã “{value}”.",
    "group_unknown": "Không có nhóm nào mang mã “{value}”.",
    "failing_twice": "Điều kiện liệt “{value}” ghi hai lần.",
    "failing_to_best": "Điều kiện liệt đưa về loại cao nhất (“{value}”) thì không có tác dụng.",
}
_CLASSES = {
    "class_over_total": "Cần {value} điểm, nhưng cả bộ cao nhất chỉ được {most}.",
    "class_needs_never": "Loại này cần điều kiện “{value}”, mà điều kiện đó không phiếu nào đạt được.",
    "class_never_found": "Không phiếu nào xếp loại “{value}”: phiếu nào đủ cho loại này cũng đủ cho loại “{better}”.",
    "class_order": "Loại này cần {value} điểm, còn loại “{title}” cao hơn chỉ cần {better}. Hãy xem lại.",
    "last_class_wants": "Loại cuối “{value}” còn có yêu cầu, nên có phiếu sẽ không được xếp loại nào.",
    "floor_over_group": "Nhóm {group} cần {value} điểm, nhưng nhóm cao nhất chỉ được {most}.",
    "floors_over_least": "Điểm tối thiểu của các nhóm cộng lại là {floors}, nên mức {value} điểm không có tác dụng.",
}
_TIMES = {
    "decimals_out_of_range": "Số chữ số lẻ là {value}. Hãy ghi từ 0 đến 3.",
    "total_differs": "Tổng điểm ghi là {value}, cộng các tiêu chí được {sum}. Hãy xem lại điểm chuẩn hoặc tổng.",
    "due_step_unknown": "Không có bước “{value}” trong chuỗi chấm điểm.",
    "due_day_unknown": "Không phải năm nào cũng có ngày {value}. Hãy chọn ngày khác.",
    "due_out_of_order": "Ngày {value} ở trước hạn của bước liền trước ({first}). Hãy xem lại.",
    "levels_overlap": "Khoảng thời gian {value} trùng với một khoảng khác.",
    "chain_level_unknown": "Bước của chuỗi giao cho một cấp không có trong thời gian đó.",
    "chain_missing": "Chưa ghi cấp nào làm bước: {value}.",
    "communes_not_known": "Từ ngày {value} bộ không có cấp xã, nên không chấm được xã nào.",
}
_TYPED = {
    "not_day_of_year": "“{value}” chưa phải là ngày và tháng. Hãy gõ như 5/12, hoặc 31/1 năm sau.",
}
_FILES = {
    "rule_wrong_type": "“{value}” không đúng kiểu ở chỗ này.",
    "rule_key_unknown": "Không có mục tên “{value}” ở chỗ này.",
    "rule_key_missing": "Thiếu mục “{value}”.",
    "rule_too_deep": "Tiểu mục lồng quá nhiều tầng.",
    "rule_file_foreign": "Tệp không phải là bộ tiêu chí do Sổ PCMD kết xuất.",
    "rule_file_not_utf8": "Tệp có ký tự không đọc được; tệp phải ở dạng UTF-8.",
    "rule_file_cut_off": "Tệp thiếu phần đầu hoặc phần sau, có thể bị cắt khi chép. Hãy xin lại tệp.",
    "rule_file_changed": "Nội dung tệp khác với lúc kết xuất (mã kiểm tra {value}…). Hãy xin lại tệp.",
    "rule_file_not_toml": "Dòng này không đúng cách ghi của tệp bộ tiêu chí.",
}
_STEPS = {
    "rule_set_in_force": "Bộ “{value}” đã áp dụng nên không sửa, không xóa được. Hãy tạo bản nháp từ bộ này.",
    "rule_set_not_in_force": "Bộ “{value}” là bản nháp, chưa áp dụng.",
    "rule_set_gone": "Bản nháp này không còn trong sổ.",
    "rule_set_same_day": "Đã có bộ mang mã {value} áp dụng từ ngày {day}. Hãy chọn ngày khác.",
    "rule_set_unsound": "Bộ còn {count} lỗi nên chưa áp dụng được. Hãy sửa các lỗi trong danh sách.",
    "rule_set_not_tried": "Bộ chưa được chấm thử lần nào. Hãy chấm thử, hoặc xác nhận áp dụng ngay.",
    "rule_set_stands": "Còn {count} phiếu của năm {years} chấm theo bộ này. Hãy chọn ngày cuối từ {value} trở đi.",
    "rule_set_followed": "Bộ cùng mã đã áp dụng từ ngày {day}. Hãy chọn ngày cuối trước ngày đó.",
    "rule_set_draft_same": "Đã có bản nháp khác mang mã {value} từ ngày {day}. Hãy đổi mã hoặc ngày.",
    "rule_set_last_before_first": "Ngày cuối {value} ở trước ngày bắt đầu áp dụng là {first}.",
    "rule_set_body_fixed": "Nội dung bộ đã áp dụng được giữ nguyên từng chữ.",
}
RULE_SET_TEXTS = _PARTS | _BANDS | _MEASURES | _CONDITIONS | _CLASSES | _TIMES | _TYPED | _FILES | _STEPS
