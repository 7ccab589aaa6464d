"""Sentences for the findings of returns that come in workbooks; see `finding_texts`."""

RETURN_FILE_TEXTS = {
    "file_not_workbook": "Tệp không phải là sổ tính .xlsx.",
    "return_newer_layout": (
        "Báo cáo này do bản chương trình mới hơn tạo ra nên chưa đọc được. Hãy cập nhật chương trình rồi nhận lại."
    ),
    "return_mark_broken": "Trang ẩn của báo cáo bị hỏng nên không tin được tệp này. Hãy kết xuất lại rồi gửi.",
    "return_mark_changed": (
        "Mã kiểm tra {value} ở trang ẩn không khớp với dấu niêm của số liệu. Hãy kết xuất lại rồi gửi."
    ),
    "return_lines_changed": (
        "Trang ẩn đã bị sửa (đơn vị, kỳ, ngày hoặc lần gửi không còn như khi kết xuất). Hãy kết xuất lại rồi gửi."
    ),
    "return_footer_changed": "Chân trang in mã kiểm tra {value}, trang ẩn ghi {expected}. Hãy kết xuất lại rồi gửi.",
    "return_figures_changed": (
        "Số liệu đã bị sửa sau khi kết xuất: mã kiểm tra tính lại là {value}, khi kết xuất là {expected}."
    ),
    "return_total_changed": "Dòng tổng ghi “{value}”, khi kết xuất là “{expected}”. Số liệu đã bị sửa.",
    "return_row_count": "Bảng có {value} dòng, khi kết xuất có {expected} dòng.",
    "return_unit_not_said": (
        "Tệp không ghi báo cáo của đơn vị nào. Cần một dòng như “Đơn vị báo cáo: Xã Quài Tở (mã 03253)”."
    ),
    "return_unit_unknown": (
        "Không rõ báo cáo của đơn vị nào ({value}). Cần một dòng như “Đơn vị báo cáo: Xã Quài Tở (mã 03253)”."
    ),
    "return_unit_own": "Đây là báo cáo của chính đơn vị này ({value}), không phải của đơn vị cấp dưới.",
    "return_unit_not_below": "{value} không thuộc phạm vi của đơn vị này trong kỳ báo cáo.",
    "return_unit_changed": "Dòng này ghi {value}, còn tệp là của {expected}. Hãy kết xuất lại rồi gửi.",
    "return_unit_renamed": "Mã {code} là {expected}, nhưng ở đây ghi “{value}”. Hãy sửa mã hoặc tên.",
    "return_unit_named_alike": "Mã {code} là {expected}, ở đây ghi “{value}”; coi là một.",
    "return_unit_other_time": (
        "“{value}” mang mã {code} vào thời gian khác; trong kỳ này mã đó là {expected}. Hãy xem lại kỳ hoặc mã."
    ),
    "return_period_not_said": (
        "Tệp không ghi báo cáo của kỳ nào. Cần một dòng như “Quý III năm 2025 (từ ngày … đến ngày …)”."
    ),
    "return_period_unknown": (
        "Không rõ báo cáo của kỳ nào ({value}). Cần một dòng như “Quý III năm 2025 (từ ngày … đến ngày …)”."
    ),
    "return_period_changed": "Dòng này ghi “{value}”, còn tệp là của kỳ {expected}. Hãy kết xuất lại rồi gửi.",
    "return_days_differ": (
        "Kỳ {period} của tệp là {value}, ở sổ này là {expected}: hai nơi chốt số liệu khác nhau."
    ),
    "return_set_unknown": "Sổ này không có bộ biểu “{value}” cho kỳ của tệp.",
    "return_no_forms": "Không trang nào có đầu bảng của một bộ biểu trong sổ này.",
    "return_no_heads": "Không thấy đầu bảng của biểu “{expected}” ở trang này.",
    "return_sheet_missing": "Thiếu trang của biểu “{expected}”. Hãy gửi đủ các biểu của bộ.",
    "return_sheet_hidden": "Trang này bị ẩn; số liệu vẫn được đọc.",
    "return_title_changed": "Không thấy tên biểu “{expected}” ở trên đầu bảng.",
    "return_column_renamed": "Đầu cột này ghi “{value}”, biểu mẫu là “{expected}”. Hãy ghi lại như biểu mẫu.",
    "return_column_missing": "Thiếu cột “{expected}”. Hãy thêm lại cột theo biểu mẫu.",
    "return_column_unknown": "Cột “{value}” không có trong biểu mẫu nên không đọc.",
    "return_column_moved": "Cột “{value}” không đứng đúng chỗ; số liệu được đọc theo tên cột.",
    "return_column_hidden": "Cột “{value}” bị ẩn; số liệu vẫn được đọc.",
    "return_row_hidden": "Dòng này bị ẩn; số liệu vẫn được đọc.",
    "return_row_twice": "Mã {value} ({name}) có hai dòng. Hãy bỏ một dòng.",
    "return_row_unknown": "{value} ({name}) không thuộc đơn vị gửi báo cáo trong kỳ này. Hãy bỏ dòng này.",
    "return_row_missing": "Thiếu dòng của {value}.",
    "return_total_missing": "Thiếu dòng “{expected}”.",
    "return_code_zeros": "Mã ghi là {value}, thiếu số 0 ở đầu; đọc là {expected}.",
    "return_not_number": "“{value}” chưa phải là số. Hãy gõ như 1.234 hoặc 8,5.",
    "return_number_as_text": "Số “{value}” ghi dưới dạng chữ, đọc là {expected}. Hãy xem có đúng không.",
    "return_cell_error": "Ô này báo lỗi của Excel nên không có số. Hãy ghi số vào ô.",
    "return_cell_formula": "Ô này là công thức; lấy số đã tính sẵn là “{value}”.",
    "return_foreign_links": "Tệp lấy số từ sổ tính khác; chỉ đọc số đã tính sẵn. Hãy xem kỹ các ô có công thức.",
    "return_unverified": (
        "Tệp không có trang ẩn của chương trình nên không biết số liệu có bị sửa hay không. Hãy xem kỹ trước khi dùng."
    ),
    "return_other_version": "Tệp theo phiên bản {value} của bộ biểu, sổ này dùng {expected}; cột được đọc theo tên.",
    "return_of_sample": "Tệp là số liệu mẫu, không phải báo cáo thật.",
    "return_here_changed": "Vừa có báo cáo khác được nhận cho cùng đơn vị và kỳ với {value}. Hãy đọc lại các tệp.",
    "return_file_changed": "Tệp {value} đã thay đổi từ lúc đọc nên chưa nhận gì. Hãy đọc lại các tệp.",
    "return_differs": "{unit} đã có báo cáo khác cùng lần {value} ({other}). Hãy xem chỗ khác rồi chọn một.",
    "return_older": "{unit} đã có báo cáo lần mới hơn ({other}); tệp này là lần {value}. Hãy xem lại rồi chọn.",
    "return_rival": "{unit} có hai tệp khác nhau cho cùng bộ biểu, cùng kỳ, cùng lần. Hãy chọn một.",
}
