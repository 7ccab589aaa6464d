"""Sentences for what is found in a province's own workbook: its tags, and what of it would not be kept."""

RETURN_TEMPLATE_TEXTS = {
    "template_other_kind": "Tệp không phải là sổ tính .xlsx. Hãy chọn mẫu báo cáo ở dạng .xlsx.",
    "template_not_filled": (
        "Không điền được số liệu vào mẫu của tỉnh. Số liệu vẫn còn nguyên. "
        "Hãy mở mẫu bằng Excel, lưu lại rồi thêm lại mẫu, hoặc kết xuất theo bộ biểu của chương trình."
    ),
    "template_macros": "Tệp có macro nên không dùng làm mẫu được. Hãy lưu lại thành .xlsx (không macro) rồi chọn lại.",
    "template_no_tags": (
        "Không ô nào có thẻ (tên trong hai dấu ngoặc nhọn, như unit.name). "
        "Hãy ghi thẻ vào các ô cần điền số liệu rồi chọn lại tệp."
    ),
    "template_code": "“{value}” không dùng làm mã bộ biểu được. Hãy dùng chữ cái không dấu, chữ số, - và _.",
    "template_same_day": (
        "Mẫu “{title}” từ ngày {day} đã có báo cáo được duyệt nên không thay được. Hãy chọn ngày áp dụng khác."
    ),
    "template_tag_unknown": "Không có thẻ {value}. Hãy xem danh sách thẻ rồi sửa ô này.",
    "template_tag_unknown_near": "Không có thẻ {value}. Có phải ý là: {near}? Hãy sửa ô này.",
    "template_filter_unknown": "Trong thẻ {value}, “{name}” không dùng được. Hãy xem danh sách thẻ rồi sửa ô này.",
    "template_filter_unknown_near": "Trong thẻ {value}, “{name}” không dùng được. Có thể dùng: {near}.",
    "template_over_unknown": "Thẻ {value} không đi với “@{name}”. Hãy sửa ô này.",
    "template_over_unknown_near": "Trong thẻ {value}, “@{name}” không dùng được. Có thể ghi: {near}.",
    "template_tag_half": "Ô này có dấu ngoặc của thẻ chưa đủ cặp: “{name}”. Thẻ mở và đóng bằng hai dấu ngoặc nhọn.",
    "template_figure_in_text": (
        "Thẻ số liệu {value} phải đứng một mình trong ô. Hãy đưa chữ sang ô khác để số vẫn là số."
    ),
    "template_two_rows": (
        "Trang này đã có dòng lặp lại ở ô {first}; mỗi trang chỉ có một dòng lặp lại. "
        "Hãy đưa bảng thứ hai sang trang khác. Tên đơn vị báo cáo ở đầu trang dùng thẻ report.unit."
    ),
    "template_row_mixed": "{value} không đi cùng dòng với {first}: một dòng chỉ lặp lại theo một thứ.",
    "template_row_merged": "Ô {value} gộp nhiều dòng nên dòng này không lặp lại được. Hãy bỏ gộp ô theo chiều dọc.",
    "template_total_in_row": "{value} là số của cả đơn vị, không đặt trong dòng lặp lại. Hãy đưa xuống dòng tổng.",
    "template_figure_of_target": (
        "Dòng này lặp lại theo chỉ tiêu nên không có số cho {value}. Hãy đưa thẻ sang dòng khác."
    ),
    "template_each_alone": "{value} chỉ dùng trong dòng lặp lại theo danh mục, dòng có thẻ như each.audiences.",
    "template_each_other": "{value} cần dòng có thẻ {wanted}. Hãy thêm thẻ đó vào dòng này, hoặc sửa ô.",
    "template_each_unlisted": "{value} không lặp lại theo danh mục nào được. Hãy sửa ô này.",
    "template_tag_merged": "Thẻ nằm ở ô đã bị gộp vào ô khác nên Excel không hiện. Hãy ghi thẻ vào ô đầu của vùng gộp.",
    "template_tag_split": (
        "Các chữ của thẻ {value} mang định dạng khác nhau nên không nhận ra. Hãy xóa ô rồi gõ lại thẻ một lượt."
    ),
    "template_tag_in_formula": "Thẻ nằm trong công thức nên không điền được. Hãy ghi thẻ vào một ô riêng.",
    "template_tag_in_header": "Thẻ nằm ở đầu trang hoặc chân trang in nên không điền được. Hãy ghi thẻ vào một ô.",
}
LOSSES = {
    "external_links": "Liên kết tới tệp khác sẽ bị bỏ.",
    "connections": "Kết nối lấy dữ liệu từ ngoài sẽ bị bỏ.",
    "slicers": "Nút lọc bấm (slicer) sẽ bị bỏ.",
    "cell_pictures": "Hình đặt trong ô sẽ bị bỏ.",
    "dynamic_arrays": "Công thức mảng tự tràn có thể bị đổi thành công thức thường.",
    "add_ins": "Tiện ích gắn kèm sẽ bị bỏ.",
    "threaded_comments": "Trao đổi trong ghi chú sẽ chỉ còn lại dạng ghi chú thường.",
    "form_controls": "Nút bấm, ô chọn vẽ trên trang sẽ bị bỏ.",
    "embedded_files": "Tệp nhúng trong trang sẽ bị bỏ.",
    "tables": "Bảng định dạng sẵn sẽ bị bỏ.",
    "comments": "Ghi chú ở ô sẽ bị bỏ.",
    "hyperlinks": "Liên kết ở ô sẽ bị bỏ.",
    "pictures": "Hình ảnh sẽ bị bỏ.",
    "shapes": "Hình vẽ, khung chữ sẽ bị bỏ.",
    "conditions": "Một số định dạng có điều kiện sẽ bị bỏ.",
    "lists": "Một số danh sách chọn ở ô sẽ bị bỏ; danh sách lấy từ trang khác hay gặp nhất.",
    "views": "Chế độ xem riêng sẽ bị bỏ.",
    "protected_ranges": "Vùng cho phép sửa riêng sẽ bị bỏ.",
    "ignored_errors": "Dấu tam giác xanh cảnh báo có thể hiện lại ở một số ô.",
    "header_pictures": "Hình ở đầu trang, chân trang in sẽ bị bỏ.",
    "backgrounds": "Hình nền của trang sẽ bị bỏ.",
    "scenarios": "Kịch bản tính thử sẽ bị bỏ.",
    "sparklines": "Biểu đồ nhỏ trong ô sẽ bị bỏ.",
    "headers": "Định dạng chữ ở đầu trang hoặc chân trang in có thể thay đổi.",
    "charts": "Biểu đồ được vẽ lại nên có thể khác đôi chút; vùng số liệu của biểu đồ không giãn theo dòng lặp lại.",
    "pivot_tables": "Bảng tổng hợp (PivotTable) cần được làm mới sau khi mở.",
    "chart_sheets": "Trang biểu đồ được vẽ lại nên có thể khác đôi chút.",
    "footer_full": "Chân trang in không còn chỗ nên mã kiểm tra không được in ở trang này.",
    "formulas": "Công thức của mẫu được giữ nguyên và chỉ có kết quả khi tệp được mở bằng Excel hoặc LibreOffice.",
}
WHOLE_BOOK = "Cả tệp"
