"""Sentences on books that are handed on and taken in."""

HANDING_TEXTS = {
    "handed_not_ended": "{value} chưa kết thúc nên chưa chia sổ theo xã mới được. Hãy bàn giao cả sổ.",
    "handed_no_commune": "{value} không phải là xã nhận được sổ. Hãy chọn một xã mới của ngày chia sổ.",
    "handed_not_an_heir": "{unit} không có phần nào vào {value}. Hãy chọn nơi khác hoặc để ở sổ lưu trữ.",
    "handed_undecided_parts": (
        "{value} chia cho nhiều xã, chưa chọn sổ nào nhận ({kinds}). Có thể chọn: {choices}; hoặc để ở tệp lưu trữ."
    ),
    "handed_undecided_unknown": (
        "Chưa rõ {value} vào xã nào, chưa chọn sổ nào nhận ({kinds}). Hãy chọn một xã hoặc để ở tệp lưu trữ."
    ),
    "handed_decision": "“{value}” không đúng dạng MÃ_CŨ[:LOẠI]=MÃ_MỚI. Các loại: {kinds}.",
    "handed_too_many": "Sổ có {value} dòng, nhiều hơn {most} dòng mà một tệp bàn giao giữ được.",
    "handed_not_book": "Tệp không phải là sổ bàn giao của Sổ PCMD (.pcmd). Hãy chọn đúng tệp.",
    "handed_newer": (
        "Sổ được bàn giao bằng bản Sổ PCMD mới hơn (lược đồ {value}, ở đây là {known}). "
        "Hãy cài bản mới nhất rồi nhận lại."
    ),
    "handed_broken": (
        "Tệp sổ bàn giao bị hỏng hoặc đã bị sửa nên không nhận. Hãy xin đơn vị bàn giao gửi lại tệp gốc."
    ),
    "handed_line": "Dòng {value} của tệp không đọc được. Hãy xin đơn vị bàn giao gửi lại tệp gốc.",
    "handed_table": "Tệp có phần lạ “{value}” mà sổ này không biết, nên không nhận.",
    "handed_number": "Dòng mang số “{value}” không dùng được hoặc trùng với dòng khác trong tệp.",
    "handed_column": "Có ô lạ “{column}” mà sổ này không biết.",
    "handed_value": "Ô “{column}” ghi “{value}”, không đúng loại hoặc quá dài.",
    "handed_loose_end": "Ô “{column}” chỉ đến dòng số {value} không có trong tệp.",
    "handed_unit": "Đơn vị “{value}” ghi sai mã, cấp, tên hoặc ngày.",
    "handed_list_missing": (
        "Danh mục ngày {day} ở đây không có {value} (mã {code}), mà sổ bàn giao chưa đọc danh mục nào của ngày đó. "
        "Ở sổ bàn giao, hãy đọc danh mục và danh sách kế thừa của ngày đó rồi bàn giao lại."
    ),
    "handed_unit_differs": (
        "Cùng một ngày, mã {code} trong tệp là {value} còn trong sổ này là {name}. "
        "Một trong hai sổ thiếu danh mục đơn vị; hãy đọc danh mục đó trước rồi bàn giao, nhận lại."
    ),
    "handed_succession_differs": (
        "Theo tệp, {value} vào {new} ngày {day}; sổ này ghi vào đơn vị khác. Hãy xem lại danh sách kế thừa của hai sổ."
    ),
    "handed_content": "Nội dung “{value}” kèm theo không đúng dạng hoặc đã bị sửa nên không nhận.",
    "handed_sample": "{value} là sổ mẫu, số liệu không có thật. Sổ của đơn vị không nhận sổ mẫu.",
    "handed_into_sample": "{value} là sổ thật. Sổ mẫu không nhận sổ thật.",
    "handed_row_refused": "{value}: có dòng trái với quy tắc của sổ hoặc trùng với dòng đã có. Chưa có gì được ghi.",
    "names_not_later": "Đã có tên in đến hết ngày {latest}. Hãy chọn ngày sau ngày đó, không phải {value}.",
}
