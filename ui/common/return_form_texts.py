"""Sentences for what is wrong with a set of return forms; see `finding_texts`."""

_SETS = {
    "limit_too_low": "{value} nhỏ quá. Hãy ghi từ {least} trở lên.",
    "set_no_forms": "Bộ chưa có biểu nào. Hãy thêm một biểu (F5).",
    "form_no_columns": "Biểu {value} chưa có cột nào. Hãy thêm cột (Shift+F5).",
    "sheet_name_letters": "Mã biểu “{value}” là tên trang Excel nên không dùng được các dấu {letters}. Hãy đổi mã.",
    "sheet_name_taken": "Excel hoặc chương trình đã dành tên “{value}”, hoặc tên có dấu nháy ở đầu, cuối. Hãy đổi mã.",
    "no_unit_column": (
        "Biểu {value} có mỗi đơn vị một dòng nhưng chưa có cột mã đơn vị. Hãy thêm một cột mã đơn vị, để nơi nhận "
        "biết dòng nào của đơn vị nào."
    ),
    "unit_column_twice": "Biểu {value} có hai cột mã đơn vị. Hãy bỏ một cột.",
    "no_name_column": "Biểu {value} chưa có cột tên đơn vị; chữ của dòng tổng không có chỗ hiện.",
    "no_figures": "Biểu {value} chưa có cột số liệu nào.",
    "no_target_column": "Biểu {value} lấy mỗi chỉ tiêu một dòng nhưng chưa có cột nội dung chỉ tiêu. Hãy thêm cột đó.",
    "no_task_column": "Biểu {value} lấy mỗi nhiệm vụ một dòng nhưng chưa có cột nội dung nhiệm vụ. Hãy thêm cột đó.",
    "total_of_targets": "Các chỉ tiêu không cộng được với nhau nên biểu không có dòng tổng; “{value}” không hiện ra.",
}
_COLUMNS = {
    "column_key_not_plain": (
        "Mã cột “{value}” chỉ được gồm chữ thường không dấu, số và dấu gạch dưới, bắt đầu bằng chữ, như so_buoi."
    ),
    "column_key_twice": "Mã cột “{value}” trùng với cột “{other}”. Hãy đổi một trong hai mã.",
    "width_out_of_range": "Cột rộng {value} ký tự là không được. Hãy ghi từ {least} đến {most}.",
    "holds_not_here": "Biểu có các dòng như thế này không có cột loại đang chọn. Hãy chọn loại khác.",
    "measure_missing": "Cột “{value}” chưa có đại lượng. Hãy chọn đại lượng trong danh sách.",
    "measure_not_asked": "Cột loại này không lấy số từ đại lượng “{value}”. Hãy bỏ đại lượng hoặc đổi loại cột.",
    "filter_unknown": "Điều kiện lọc trong “{value}” không có. Hãy chọn lại đại lượng.",
    "filter_unknown_near": "Điều kiện lọc trong “{value}” không có. Có thể dùng: {near}.",
    "column_measure_unknown": "Không có đại lượng “{value}”. Hãy chọn trong danh sách.",
    "column_measure_unknown_near": "Không có đại lượng “{value}”. Gần giống: {near}. Hãy chọn trong danh sách.",
    "group_split": "Nhóm cột “{value}” bị tách làm hai chỗ nên đầu nhóm hiện hai lần. Hãy chuyển các cột về cạnh nhau.",
    "each_unknown": "Không có danh mục “{value}”. Hãy chọn trong danh sách.",
    "each_unknown_near": "Không có danh mục “{value}”. Gần giống: {near}. Hãy chọn trong danh sách.",
    "each_without_title": "Cột lặp theo danh mục cần chữ title trong ngoặc nhọn ở tên để mỗi cột mang tên một mục.",
    "each_without_code": "Đại lượng “{value}” cần chữ code trong ngoặc nhọn, nếu không mọi cột đều ra cùng một số.",
    "code_without_each": "Đại lượng “{value}” có chữ code nhưng cột không lặp theo danh mục nào. Hãy chọn danh mục.",
    "title_without_each": "Tên “{value}” có chữ title nhưng cột không lặp theo danh mục nào. Hãy chọn danh mục.",
}
_RULES = {
    "rule_column_unknown": "Không có cột số liệu mang mã “{value}”. Hãy xem mã các cột.",
    "rule_column_unknown_near": "Không có cột số liệu mang mã “{value}”. Gần giống: {near}.",
    "rule_form_unknown": "“{value}” phải là mã của một biểu khác trong bộ, dấu chấm và mã cột, như PCMD-02.people.",
    "rule_form_unknown_near": "“{value}” phải là mã một biểu khác trong bộ, dấu chấm và mã cột. Gần giống: {near}.",
    "rule_of_words": "Cột “{value}” là chữ, không so sánh được.",
    "rule_of_itself": "“{value}” vừa là phần vừa là tổng. Hãy bỏ khỏi một trong hai.",
    "rule_twice": "Quy tắc này đã ghi ở trên.",
    "rule_whole_unused": "Quy tắc tỷ lệ không so với cột tổng; “{value}” không có tác dụng.",
    "rate_of_one": "Bình quân chỉ chia cho một cột, đang ghi: {value}.",
}
_PAPER = {
    "margin_below_zero": "Lề là {value} mm. Hãy ghi từ 0 trở lên.",
    "margins_too_wide": "Lề rộng quá, không còn chỗ in biểu {value}. Hãy thu lề lại.",
    "one_page_rows_out_of_range": "Số dòng của một trang là {value}. Hãy ghi từ 0 đến {most}.",
    "page_shrunk": (
        "Biểu rộng hơn trang nhiều, khi in chữ chỉ còn {value} % cỡ thường. Hãy thu hẹp cột, bớt cột hoặc dùng giấy A3."
    ),
    "page_too_narrow": "Biểu rộng hơn trang {value} mm nên in sang trang bên. Hãy thu hẹp cột hoặc chọn vừa một trang.",
}
_STEPS = {
    "forms_shipped": (
        "Bộ “{value}” đi kèm chương trình nên không bỏ được. Muốn thôi dùng, hãy ghi ngày cuối áp dụng."
    ),
    "forms_used": (
        "Đã có {count} báo cáo theo bộ “{value}” nên bộ được giữ. Hãy ghi ngày cuối áp dụng, hoặc áp dụng bộ khác từ "
        "một ngày sau."
    ),
    "forms_not_shipped": "Không có bộ mang mã {value} đi kèm chương trình.",
    "forms_as_shipped": "Ngày {day} đang áp dụng bộ “{value}” đúng như đi kèm chương trình.",
    "forms_file_foreign": "Tệp không phải là bộ biểu báo cáo do Sổ PCMD kết xuất.",
}
RETURN_FORM_TEXTS = _SETS | _COLUMNS | _RULES | _PAPER | _STEPS
