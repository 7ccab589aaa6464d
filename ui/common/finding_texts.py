"""A sentence for each code of a finding. `{value}` is what was found; other blanks are the finding's facts."""

from collections.abc import Mapping

from db.rules.findings import Finding, Unknown
from db.rules.periods import parse_period
from ui.common.account_texts import ACCOUNT_TEXTS
from ui.common.handing_texts import HANDING_TEXTS
from ui.common.import_texts import IMPORT_TEXTS
from ui.common.paper_texts import PAPER_TEXTS
from ui.common.period_texts import period_title
from ui.common.plan_reading_texts import PLAN_READING
from ui.common.report_texts import REPORT_TEXTS
from ui.common.return_check_texts import RETURN_CHECK_TEXTS
from ui.common.return_due_texts import DUE_TEXTS
from ui.common.return_file_texts import RETURN_FILE_TEXTS
from ui.common.return_form_texts import RETURN_FORM_TEXTS
from ui.common.return_template_texts import RETURN_TEMPLATE_TEXTS
from ui.common.rule_set_texts import RULE_SET_TEXTS
from ui.common.score_file_texts import SCORE_FILE_TEXTS
from ui.common.scoring_texts import SCORING_TEXTS

_TYPED = {
    "required": "Cần nhập ô này.",
    "too_long": "Dài quá {most} ký tự. Hãy viết ngắn lại.",
    "not_date": "“{value}” chưa phải là ngày. Hãy gõ như 14/9/2025.",
    "no_such_day": "Không có ngày {value}. Hãy xem lại ngày và tháng.",
    "not_number": "“{value}” chưa phải là số. Hãy gõ như 1.234 hoặc 8,5.",
    "not_count": "“{value}” chưa phải là số. Hãy gõ số nguyên như 80 hoặc 1.234.",
    "not_whole": "“{value}” phải là số nguyên, không có phần lẻ.",
    "too_large": "{value} lớn quá mức ghi được. Hãy xem lại.",
    "too_precise": "{value} có nhiều hơn 3 chữ số lẻ. Hãy làm tròn.",
    "not_year": "“{value}” chưa phải là năm. Hãy gõ đủ bốn chữ số, như 2025.",
    "not_period": "“{value}” chưa phải là kỳ báo cáo. Hãy gõ như 7/2025, quý III/2025 hoặc năm 2025.",
    "not_flag": "“{value}” chưa rõ là có hay không. Hãy gõ x, hoặc để trống.",
    "not_chosen": "“{value}” không có trong danh sách. Hãy chọn một dòng trong danh sách.",
    "not_in_list": "“{value}” không có trong danh mục. Hãy chọn một dòng trong danh mục.",
    "agency_twice": "“{value}” đã có ở một dòng khác trong cùng thời gian. Hãy bỏ một dòng hoặc sửa ngày.",
    "agency_two_names": "Cùng thời gian cơ quan này còn mang tên “{other}”. Hãy sửa ngày của một trong hai tên.",
    "link_gone": "Dòng đã chọn không còn trong sổ. Hãy chọn dòng khác hoặc để trống.",
    "task_other_year": (
        "Nhiệm vụ này thuộc kế hoạch năm {value}, còn hoạt động tính vào năm {year}. "
        "Hãy chọn nhiệm vụ khác, sửa ngày hoặc để trống."
    ),
    "near_names": "Không có “{value}” trong danh sách. Có phải ý là: {near}? Hãy sửa cho đúng tên.",
    "several_meant": "“{value}” có thể là: {near}. Hãy ghi mã hoặc tên đầy đủ.",
    "part_over_whole": "{value} lớn hơn tổng là {whole}. Hãy sửa một trong hai ô.",
    "ends_before_begins": "{value} ở trước lúc bắt đầu là {begins}. Hãy sửa một trong hai ô.",
    "unit_not_on_day": "{value} không có vào ngày {day}. Hãy chọn đơn vị khác hoặc sửa ngày.",
    "unit_not_on_day_then": "{value} không có vào ngày {day}; khi đó là {then}. Hãy chọn đơn vị đó hoặc sửa ngày.",
    "unit_not_on_day_several": (
        "{value} không có vào ngày {day}; khi đó ở đây là: {then}. Hãy chọn một trong các đơn vị đó hoặc sửa ngày."
    ),
    "unit_not_on_day_elsewhere": (
        "{value} không có vào ngày {day}; khi đó là {then}, không thuộc sổ này. "
        "Hãy sửa ngày, hoặc ghi dòng này ở sổ của nơi đó."
    ),
    "shares_differ": "Các xã cộng lại là {value}, chỉ tiêu là {planned}. Số đã giao vẫn được giữ; hãy xem lại.",
    "level_not_known": (
        "“{value}” không dùng cho {level} vào ngày {day}; khi đó chỉ có: {known}. Hãy chọn đơn vị hoặc kỳ khác."
    ),
    "unit_of_several": "Mã {value} trong kỳ này là: {units}. Hãy ghi thêm --on NGÀY để chọn một đơn vị.",
    "unit_ended": "{value} chỉ có đến ngày {last}, trước kỳ này. Hãy chọn đơn vị hoặc kỳ khác.",
    "cut_off": "“{value}” không phải là cách chốt số liệu. Có thể dùng: {known}.",
}
_REGISTERS = {
    "likely_twice": (
        "Có thể trùng: sổ đã có một dòng cùng ngày, đơn vị và nội dung. Nếu ghi trùng, hãy xóa dòng này (F6)."
    ),
    "name_is_number": "“{value}” là một con số, chưa phải họ và tên.",
    "kept_already": "{value} đã được ghi rồi. Hãy sửa dòng đã có, không ghi thêm dòng nữa.",
    "sum_without_fine": "Chỉ ghi số tiền khi hình thức xử lý là phạt tiền. Hãy bỏ số {value} hoặc chọn lại hình thức.",
    "establishment_inspected": (
        "{value} còn {count} lượt kiểm tra nên chưa xóa được. Nếu cơ sở đã nghỉ, hãy ghi ngày đóng cửa; "
        "nếu ghi trùng, hãy chuyển các lượt kiểm tra sang cơ sở kia trước."
    ),
    "event_before_found": "{value} ở trước ngày phát hiện tụ điểm là {found}. Hãy sửa một trong hai ngày.",
    "found_after_event": "Tụ điểm đã có diễn biến ngày {event} nên ngày phát hiện không thể là {value}.",
    "removed_already": "Đến ngày {value} tụ điểm đã bị triệt xóa rồi và chưa tái hoạt động. Hãy xem lại diễn biến.",
    "not_removed_before": "Đến ngày {value} tụ điểm chưa bị triệt xóa nên chưa thể tái hoạt động. Hãy xem lại.",
    "event_between": "Xóa diễn biến ngày {value} thì các diễn biến sau không còn khớp. Hãy xóa từ dòng cuối trở lên.",
    "year_before_start": "{value} ở trước năm bắt đầu của mô hình là {started}. Hãy sửa một trong hai ô.",
    "figure_overlaps": (
        "Kỳ {other} đã có số liệu và trùng ngày với kỳ {value}; ghi cả hai thì bị tính hai lần. "
        "Hãy sửa số của kỳ đã có hoặc chọn kỳ khác."
    ),
}
_FIGURES = {
    "title_taken": "Đã có cột số liệu tên “{value}”. Hãy đặt tên khác.",
    "definition_used": "Cột “{value}” đã có số liệu nên không xóa được. Hãy chọn Thôi dùng từ kỳ này.",
    "definition_measured": (
        "Cột “{value}” đang là đại lượng của một chỉ tiêu nên không xóa được. Hãy chọn Thôi dùng từ kỳ này."
    ),
    "definition_shipped": "Cột “{value}” thuộc danh mục chung nên không sửa, không xóa; chỉ thôi dùng được.",
}
_BLOCKS = {
    "block_too_tall": "Vùng dán có {value} dòng, từ ô đang chọn trở xuống chỉ còn {room} dòng.",
    "block_too_wide": "Vùng dán có {value} cột, từ ô đang chọn sang phải chỉ còn {room} cột.",
    "typed_again": "“{value}” gõ trước đây chưa ghi được vào sổ. Hãy gõ lại để ghi, hoặc xóa ô.",
}
_PLANS = {
    "plan_state_move": (
        "Chưa chuyển thẳng sang trạng thái này được. Thứ tự là Dự thảo, Trình ký, Đã ban hành, Đã kết thúc; "
        "chỉ Trình ký mới quay lại Dự thảo được."
    ),
    "needed_to_issue": "Cần ghi ô này trước khi chuyển kế hoạch sang Đã ban hành.",
    "plan_issued": (
        "Kế hoạch đã ban hành nên chưa sửa ở đây; nội dung đã ban hành được giữ nguyên. "
        "Hãy lập văn bản sửa đổi ở phần Sửa đổi rồi sửa tiếp; kế hoạch đã kết thúc thì không sửa nữa."
    ),
    "amendment_open": "Kế hoạch đang có văn bản sửa đổi chưa xong. Hãy ban hành hoặc bỏ văn bản đó trước.",
    "amendment_needs_issued": "Chỉ kế hoạch đã ban hành mới cần văn bản sửa đổi; kế hoạch này sửa thẳng được.",
    "amendment_issued": "Văn bản sửa đổi này đã ban hành nên được giữ nguyên. Muốn sửa nữa, hãy lập văn bản khác.",
    "amendment_empty": "Kế hoạch chưa có gì khác so với bản đã ban hành. Hãy sửa kế hoạch trước, hoặc bỏ sửa đổi.",
    "amendment_before_plan": "{value} ở trước ngày ban hành kế hoạch là {issued}. Hãy xem lại ngày.",
    "year_not_in_plan": "Kế hoạch nhiều năm này từ {first} đến {last}, không có năm {value}. Hãy chọn năm khác.",
}
_FILES = {
    "file_missing": "Không tìm thấy tệp. Hãy chọn lại tệp.",
    "file_not_a_file": "Đây là một thư mục, không phải tệp. Hãy chọn tệp bên trong.",
    "file_not_readable": "Không mở được tệp. Hãy xem tệp có bị khóa hoặc thiếu quyền đọc không.",
    "file_empty": "Tệp trống, không có dòng nào.",
    "file_too_big": "Tệp lớn hơn {maximum} MB nên không đọc.",
    "file_is_xls": "Tệp ở dạng Excel cũ (.xls). Hãy mở bằng Excel và lưu lại thành .xlsx.",
    "file_is_ods": "Tệp ở dạng OpenDocument (.ods). Hãy lưu lại thành .xlsx.",
    "file_encrypted": "Tệp có mật khẩu. Hãy bỏ mật khẩu rồi đọc lại.",
    "file_other_kind": "Tệp không phải là sổ tính .xlsx hoặc tệp văn bản .csv.",
    "file_text_named_workbook": (
        "Tệp mang đuôi {value} nhưng bên trong chỉ là văn bản. Hãy lưu lại thành .xlsx, hoặc đổi đuôi thành .csv."
    ),
    "file_broken": "Tệp bị hỏng, không đọc được. Hãy xin lại tệp, hoặc mở bằng Excel, Word rồi lưu lại.",
    "package_entries": "Tệp có quá nhiều phần bên trong (tối đa {maximum}) nên không đọc.",
    "package_name": "Tệp có phần mang tên lạ “{value}” nên không đọc.",
    "cell_too_long": "Ô {cell} dài quá {most} ký tự, hơn mức Excel ghi được. Hãy xem lại tệp.",
    "package_dense": (
        "Tệp nén bất thường: bên trong lớn hơn tệp quá {maximum} lần nên không đọc. "
        "Hãy mở bằng Excel, Word rồi lưu lại; nếu vẫn vậy thì có ô chứa quá nhiều chữ lặp lại."
    ),
    "package_unpacked": "Tệp nở ra tới {value} MB (tối đa {maximum} MB) nên không đọc.",
    "workbook_dtd": "Tệp có khai báo lạ trong “{value}” nên không đọc.",
    "workbook_too_large": "Trang tính quá rộng (tối đa {maximum} ô) nên không đọc. Hãy xóa các ô thừa ở xa.",
    "workbook_far_cell": "Có chữ, số ở một ô nằm quá xa (tối đa {rows} dòng, {columns} cột). Hãy xóa ô đó.",
    "workbook_too_slow": "Đọc tệp quá lâu nên đã dừng. Hãy mở bằng Excel và lưu lại.",
    "workbook_not_readable": "Không đọc được sổ tính. Hãy mở bằng Excel và lưu lại thành .xlsx.",
    "marked_not_made": (
        "Không đánh dấu được chỗ sai vào bản sao của tệp này. Các chỗ sai vẫn còn trong danh sách. "
        "Hãy mở tệp bằng Excel, lưu lại rồi thử lại."
    ),
    "workbook_no_sheet": "Sổ tính không có trang nào đang hiện.",
    "text_not_utf8": "Dòng này không phải bảng mã {wanted}. Hãy lưu lại tệp theo {wanted}.",
    "text_too_large": (
        "Tệp văn bản quá lớn nên không đọc (tối đa {rows} dòng, {cells} ô). Hãy chia thành nhiều tệp nhỏ hơn."
    ),
    "text_cell_too_long": "Dòng này có một ô quá dài. Hãy xem lại tệp.",
    "text_quotes": "Dấu ngoặc kép mở ở đây mà không đóng.",
    "columns_missing": "Thiếu cột: {missing}. Tệp đang có: {found}.",
    "column_twice": "Cột “{value}” có hai lần.",
    "row_too_wide": (
        "Dòng có {value} ô, nhiều hơn {columns} cột của tiêu đề. Tên có dấu phẩy thì cần đặt trong ngoặc kép."
    ),
}
_UNITS = {
    "units_none": "Danh sách không có đơn vị nào.",
    "unit_level": "Cấp “{value}” không có. Cấp phải là 1 (tỉnh), 2 (huyện) hoặc 3 (xã).",
    "unit_code_form": "Mã “{value}” phải gồm {length} chữ số.",
    "unit_code_empty": "Thiếu mã; mã phải gồm {length} chữ số.",
    "unit_code_length": "Mã “{value}” thiếu số 0 ở đầu; có lẽ là {probable}. Hãy để cột mã ở dạng văn bản.",
    "unit_code_other_level": "Mã “{value}” là mã của cấp {code_level}, không phải cấp {level}.",
    "unit_kind": "Loại “{value}” không thuộc cấp {level}. Có thể là: {expected}.",
    "unit_kind_empty": "Thiếu loại đơn vị. Có thể là: {expected}.",
    "unit_name_empty": "Thiếu tên đơn vị.",
    "unit_name_number": "Tên đơn vị “{value}” là một con số.",
    "unit_name_differs": "Mã {code} ở đây mang tên “{value}”, ở {first} mang tên “{name}”.",
    "unit_parent_empty": "Thiếu mã đơn vị cấp trên.",
    "unit_parent_of_province": "Tỉnh không có đơn vị cấp trên, nhưng ở đây ghi “{value}”.",
    "unit_parent_level": "Đơn vị cấp trên “{value}” là cấp {parent_level}, không hợp với cấp {level}.",
    "unit_parent_length": "Mã cấp trên “{value}” thiếu số 0 ở đầu; có lẽ là {probable}.",
    "unit_parent_unknown": "Không có đơn vị cấp trên mang mã “{value}”.",
    "unit_parent_ended": (
        "Danh sách không còn {parent} ({value}) nên {name} không thể còn thuộc đơn vị đó. "
        "Hãy thêm dòng của {parent} hoặc sửa mã cấp trên."
    ),
    "unit_parent_differs": "Mã {code} ở đây thuộc “{value}”, ở {first} thuộc “{parent}”.",
    "unit_code_twice": "Mã “{value}” đã có ở {first}.",
    "list_not_later": "Danh sách của ngày {value} không mới hơn danh sách đã đọc của ngày {latest}.",
    "list_before_change": (
        "Danh sách của ngày {value} không mới hơn thay đổi đơn vị đã ghi ngày {latest}. "
        "Hãy đọc danh sách của một ngày sau đó, hoặc hoàn tác thay đổi rồi đọc lại."
    ),
}
_SUCCESSIONS = {
    "successions_no_list": (
        "Sổ chưa có danh mục đơn vị của ngày {value} và của một ngày trước đó, "
        "nên chưa biết đơn vị nào thành đơn vị nào. Hãy đọc các danh mục đó trước. Các ngày đã có danh mục: {known}."
    ),
    "successions_none_known": (
        "Không dòng nào trong {value} dòng nói về đơn vị có trong sổ. Hãy xem lại tệp, ngày và danh mục đã đọc."
    ),
    "succession_extent": "Mức “{value}” chưa rõ. Hãy ghi một trong các mức: {expected}.",
    "succession_new_unknown": "Vào ngày kế thừa không có đơn vị mang mã “{value}” ({name}).",
    "succession_new_unknown_near": (
        "Vào ngày kế thừa không có đơn vị mang mã “{value}” ({name}). Có phải là: {near}?"
    ),
    "succession_old_unknown": "Ngày trước ngày kế thừa không có đơn vị mang mã “{value}” ({name}).",
    "succession_old_unknown_near": (
        "Ngày trước ngày kế thừa không có đơn vị mang mã “{value}” ({name}). Có phải là: {near}?"
    ),
    "succession_name_differs": "Mã {code} là {name}, nhưng ở đây ghi “{value}”.",
    "succession_name_differs_near": "Mã {code} là {name}, nhưng ở đây ghi “{value}”. Có phải là: {near}?",
    "succession_records_outlive": (
        "Có {value} dòng ghi ngày mà đơn vị của dòng đã hết hiệu lực; số của kỳ sau ngày đó không có các dòng này. "
        "Ở trang Kế thừa, sáp nhập, Ctrl+M chuyển các dòng đó sang đơn vị mới (lệnh: pcmd units late --move)."
    ),
    "succession_old_elsewhere": (
        "Đơn vị cũ {value} ({name}) không có trong danh mục trước đó của sổ: nguồn gốc của {new} được ghi là chưa xác"
        " định."
    ),
    "succession_namesake": (
        "Mã {code} là {name}, còn tên “{value}” là của {other}; chưa rõ là đơn vị nào nên để chưa xác định."
    ),
    "succession_twice": "Đơn vị cũ mang mã “{value}” vào đơn vị này đã ghi ở {first}.",
    "succession_whole_again": (
        "{value} không thể vừa nhập toàn bộ vào một đơn vị vừa có ở đơn vị khác; {first} ghi vào {new}."
    ),
    "succession_whole_held": "Sổ đã ghi {value} vào {new} ở ngày này, trái với dòng này.",
    "source_not_before": "Ngày trước ngày kế thừa không có {value}. Hãy chọn đơn vị có vào ngày đó.",
    "source_not_then": "Vào ngày kế thừa không có {value}. Hãy chọn đơn vị có vào ngày đó.",
    "source_twice": "Sổ đã ghi {value} vào {new} ở ngày này. Hãy sửa dòng đó.",
    "succession_loop": "{value} và {new} nhập toàn bộ vào nhau thành một vòng. Hãy sửa một trong các dòng đó.",
    "succession_old_goes_on": (
        "{value} nhập toàn bộ vào {new} nhưng theo danh mục thì vẫn còn sau ngày đó. "
        "Hãy xem lại dòng này hoặc danh mục."
    ),
    "succession_new_goes_on": (
        "{value} ({code}) không bắt đầu vào ngày này mà đã có từ trước. "
        "Nếu đơn vị nhận thêm, hãy ghi cả dòng {value} kế thừa chính mình."
    ),
}
_CHANGES = {
    "change_in_future": "Ngày {value} chưa đến. Hãy ghi thay đổi khi đã đến ngày đó.",
    "change_before_list": (
        "Ngày {value} không sau ngày {latest} của danh mục đơn vị mới nhất; danh mục đó đã nói về các đơn vị ngày ấy. "
        "Hãy ghi một ngày sau đó; thay đổi trong danh mục thì ghi ở trang Kế thừa, sáp nhập."
    ),
    "change_many_to_many": (
        "Một lần chỉ ghi được nhiều đơn vị thành một, hoặc một đơn vị thành nhiều. Hãy ghi thành hai thay đổi."
    ),
    "change_unit_twice": "{value} được chọn hai lần.",
    "change_unit_unknown": "“{value}” chưa rõ là đơn vị nào. Hãy chọn một dòng trong danh sách.",
    "change_levels_differ": "Các đơn vị đã chọn không cùng cấp.",
    "change_before_beginning": (
        "{value} bắt đầu ngày {began} nên không thể hết hiệu lực trước ngày {on}. Hãy ghi một ngày sau ngày {began}."
    ),
    "change_of_ended": (
        "{value} đã hết hiệu lực sau ngày {ended}. Hãy chọn đơn vị còn hiệu lực, hoặc hoàn tác thay đổi đó."
    ),
    "change_parent_ends": "{value} hết hiệu lực nên không thể có đơn vị trực thuộc mới. Hãy chọn đơn vị cấp trên khác.",
    "change_code_taken": "Mã {value} đang là mã của {name}. Hãy ghi mã khác.",
    "change_of_nothing": "Chưa có gì thay đổi ở {value}.",
    "change_split_has_below": (
        "{value} còn {count} đơn vị trực thuộc, chưa rõ đơn vị nào về đâu. "
        "Hãy chuyển từng đơn vị đó sang đơn vị cấp trên mới trước, hoặc đọc danh mục đơn vị mới."
    ),
    "change_figures_twice": (
        "Có {value} số liệu kỳ từ ngày thay đổi sẽ trùng kỳ với số liệu khác ở cùng đơn vị mới. "
        "Hãy cộng lại và chỉ giữ ở một đơn vị rồi ghi thay đổi."
    ),
}

FINDING_TEXTS: Mapping[str, str] = {
    **_TYPED,
    **_REGISTERS,
    **_FIGURES,
    **_BLOCKS,
    **_PLANS,
    **_FILES,
    **_UNITS,
    **_SUCCESSIONS,
    **_CHANGES,
    **ACCOUNT_TEXTS,
    **HANDING_TEXTS,
    **IMPORT_TEXTS,
    **PAPER_TEXTS,
    **SCORING_TEXTS,
    **SCORE_FILE_TEXTS,
    **RETURN_CHECK_TEXTS,
    **RETURN_FILE_TEXTS,
    **RULE_SET_TEXTS,
    **REPORT_TEXTS,
    **RETURN_FORM_TEXTS,
    **RETURN_TEMPLATE_TEXTS,
    **PLAN_READING,
    **DUE_TEXTS,
}

# Their blanks are labels of periods, which nobody should have to read.
_OF_PERIODS = ("figure_overlaps",)
_OF_LEVELS = ("level_not_known", "schedule_level_gone")
NO_LEVEL = "không cấp nào"
LEVELS = {"1": "cấp tỉnh", "2": "cấp huyện", "3": "cấp xã"}


class _Blanks(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


def finding_text(finding: Finding) -> str:
    """Write what is wrong as a sentence, without its place; raises KeyError for a code without words."""
    blanks = _Blanks(finding.facts, value=finding.value)
    if finding.code in _OF_PERIODS:
        blanks = _Blanks({key: _period_words(label) for key, label in blanks.items()})
    if "period" in finding.facts and finding.code in RETURN_CHECK_TEXTS:
        blanks["period"] = _period_words(finding.facts["period"])
    if finding.code in _OF_LEVELS:
        named = {key: _level_words(finding.facts.get(key, "")) for key in ("level", "known")}
        blanks = _Blanks({**blanks, **named})
    return FINDING_TEXTS[finding.code].format_map(blanks)


def _level_words(levels: str) -> str:
    return ", ".join(LEVELS[level] for level in levels.split(", ") if level) or NO_LEVEL


def _period_words(label: str) -> str:
    try:
        title = period_title(parse_period(label))
    except Unknown:
        return label
    return title[:1].lower() + title[1:]


def finding_line(finding: Finding, source: str = "") -> str:
    """Write a finding with its place: file, sheet and cell, or field."""
    where = " ".join(part for part in (source, finding.place) if part)
    return f"{where}: {finding_text(finding)}" if where else finding_text(finding)
