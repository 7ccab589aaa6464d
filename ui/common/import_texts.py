"""Sentences on lists of records that come from Excel: what was refused, what was told, what changes."""

IMPORT_TEXTS = {
    "day_is_number": (
        "“{value}” là một con số, không phải ngày. Hãy định dạng ô là ngày trong Excel, hoặc gõ như 14/9/2025."
    ),
    "sheets_not_read": "Chỉ đọc trang này; không đọc: {value}.",
    "day_without_year": "“{value}” thiếu năm. Hãy ghi đủ như 14/9/2025.",
    "row_twice": "Dòng này cùng {alike} với {first} nên được coi là một. Hãy bỏ một dòng, hoặc sửa cho khác nhau.",
    "row_like_several": "Sổ có nhiều dòng giống dòng này nên chưa biết sửa dòng nào. Hãy sửa trực tiếp trong sổ.",
    "rows_hidden": "Có {value} dòng đang ẩn (dòng {rows}). Hãy bỏ ẩn hoặc bỏ lọc để thấy, hoặc xóa các dòng đó.",
    "cells_merged": "Các ô từ đây đến {last} gộp làm một nên chưa rõ ghi cho dòng, cột nào. Hãy bỏ gộp rồi ghi từng ô.",
    "example_row": "Dòng ví dụ của mẫu, không nhập.",
    "example_row_changed": "Dòng ví dụ đã được sửa. Hãy xóa chữ “Ví dụ” nếu là số liệu thật, hoặc xóa cả dòng.",
    "total_row": "Dòng “{value}” là dòng cộng, không nhập.",
    "column_not_read": "Cột “{value}” không được nhập.",
    "column_without_head": "Cột {value} có chữ, số mà không có tên nên không được nhập.",
    "columns_not_read": "Có {value} cột không được nhập, như {first}.",
    "columns_without_head": "Có {value} cột có chữ, số mà không có tên nên không được nhập, như {first}.",
    "sums_in_thousands": (
        "Trên bảng ghi “{value}”, còn sổ ghi tiền theo đồng. Hãy đổi các số tiền ra đồng rồi bỏ dòng chữ này, "
        "hoặc bỏ cột “{column}”."
    ),
    "cell_without_value": "Công thức ở ô này báo lỗi hoặc chưa có kết quả. Hãy sửa trong Excel, hoặc ghi thẳng con số.",
    "day_unlikely": "Ngày {value} quá xa, có lẽ ghi nhầm năm. Hãy xem lại.",
    "year_unlikely": "“{value}” quá xa, có lẽ ghi nhầm năm. Hãy xem lại.",
    "record_unknown": "Sổ chưa có “{value}”. Hãy sửa cho đúng tên, hoặc thêm vào sổ trước rồi nhập lại.",
    "handled_without_breach": "Cột vi phạm ghi là không mà ở đây lại có xử lý. Hãy sửa một trong hai ô.",
    "column_hidden": "Cột “{value}” đang ẩn; số liệu trong cột vẫn được đọc.",
    "template_of_other_kind": "Đây là mẫu “{title}”, không phải mẫu “{wanted}”. Hãy chọn đúng tệp hoặc đúng mục.",
    "list_too_wrong": "Đã có quá nhiều chỗ sai nên dừng ở đây; còn {value} dòng chưa xem. Hãy xem lại tệp.",
    "text_old_encoding": (
        "Chữ trong tệp ở bảng mã cũ {encoding}: “{value}” đọc là “{after}”. Hãy xem trước rồi đồng ý chuyển mã."
    ),
    "code_of_several": (
        "Mã {value} trong thời gian của tệp là: {units}. Hãy chọn mã theo danh mục ngày nào, hoặc ghi tên đơn vị."
    ),
    "unit_code_not_listed": "Danh mục ngày {day} không có mã {value}. Hãy xem lại mã, hoặc chọn danh mục ngày khác.",
    "template_codes": "Tệp mẫu ghi ngày danh mục mã là “{value}”, không phải là ngày. Hãy lấy tệp mẫu mới.",
    "unit_taken": "{value} không có vào ngày {day}; sẽ ghi cho {then}.",
    "value_added": "Chưa ghi, sẽ ghi “{value}”.",
    "value_changes": "Đang là “{old}”, sẽ thành “{value}”.",
    "personal_citizen": (
        "“{value}” giống số căn cước, chứng minh. Sổ chỉ giữ số lượng; hãy bỏ nếu đúng là của một người."
    ),
    "personal_phone": "“{value}” giống số điện thoại. Sổ chỉ giữ số lượng; hãy bỏ nếu đúng là của một người.",
    "personal_birth": "“{value}” giống ngày, năm sinh. Sổ chỉ giữ số lượng; hãy bỏ nếu đúng là của một người.",
    "personal_names": (
        "“{value}” giống tên riêng của người ngoài danh sách cán bộ. Sổ chỉ giữ số lượng; hãy bỏ tên nếu đúng vậy."
    ),
    "personal_citizen_column": (
        "“{value}” giống số căn cước, chứng minh. Sổ không giữ dấu vết của cá nhân: hãy sửa ô, hoặc bỏ cột “{column}”."
    ),
    "personal_phone_column": (
        "“{value}” giống số điện thoại. Sổ không giữ dấu vết của cá nhân: hãy sửa ô, hoặc bỏ cột “{column}”."
    ),
    "personal_birth_column": (
        "“{value}” giống ngày, năm sinh. Sổ không giữ dấu vết của cá nhân: hãy sửa ô, hoặc bỏ cột “{column}”."
    ),
    "personal_names_column": (
        "“{value}” giống tên riêng của người ngoài danh sách cán bộ. Hãy sửa ô, hoặc bỏ cột “{column}”."
    ),
}
