"""The words of the command line."""

DESCRIPTION = (
    "Sổ PCMD: kế hoạch, tập huấn, tuyên truyền, chấm điểm và báo cáo. Không kèm lệnh nào thì mở cửa sổ; "
    "kèm tên một bản sao lưu hoặc tệp bàn giao (.pcmdbak) thì mở cửa sổ và xem trong tệp đó trước khi phục hồi."
)
WRONG_USAGE = "Sai cách dùng"
USAGE = "Cách dùng"
HELP_HEADS = (
    ("usage:", f"{USAGE}:"),
    ("positional arguments:", "Tham số:"),
    ("options:", "Tùy chọn:"),
    ("show this help message and exit", "xem hướng dẫn này"),
)
ARGPARSE_WORDS = (
    (r"the following arguments are required: (.*)", r"còn thiếu: \1"),
    (r"unrecognized arguments: (.*)", r"không hiểu: \1"),
    (r"argument (\S+): ", r"\1: "),
    (r"invalid choice: (\S+) \(choose from (.*)\)", r"không có \1; chọn một trong: \2"),
    (r"not allowed with argument (\S+)", r"không dùng cùng \1"),
    (r"expected one argument", "cần một giá trị"),
    (r"expected at least one argument", "cần ít nhất một giá trị"),
)
WRONG_SUFFIX = "“{text}” phải có đuôi {suffix}"
STOPPED = "Đã dừng theo yêu cầu. Việc đang làm dở không được ghi; những gì ghi xong trước đó vẫn còn."
FAULT = (
    "Chương trình gặp lỗi ngoài dự kiến nên dừng lại. Việc đang làm không được ghi; những gì ghi xong trước đó vẫn còn."
    " Hãy gửi báo cáo dưới đây cho người hỗ trợ; trong đó không có số liệu hay chữ đã gõ."
)
NOT_A_DAY = "“{text}” không phải là ngày; hãy viết như 2025-03-01 hoặc 01/03/2025"


FOLDER, FILE, CODE, DAY = "THƯ_MỤC", "TỆP", "MÃ", "NGÀY"
NAME, NUMBER, PERIOD, NOUN, VERB = "TÊN", "SỐ", "KỲ", "VIỆC", "HÀNH_ĐỘNG"
JSON = "in một tài liệu JSON ra đầu ra chuẩn"
VERSION, VERSION_HELP = "Sổ PCMD {version}", "cho biết bản đang dùng"
DATA_HELP = "thư mục chứa sổ của đơn vị (mặc định: thư mục dữ liệu của người dùng)"
DEMO = "tạo một huyện mẫu với số liệu một năm, xuất báo cáo và in kế hoạch"
UNITS, UNITS_IMPORT, UNITS_LIST = (
    "danh mục đơn vị hành chính",
    "đọc danh mục đơn vị của một ngày từ tệp .csv hoặc .xlsx",
    "liệt kê mọi đơn vị vào một ngày",
)
OFFICE, OFFICE_CREATE = "đơn vị sử dụng", "tạo sổ cho một huyện, một xã hoặc một tỉnh"
UNITS_SUCCESSIONS = "đọc danh sách đơn vị nào thành đơn vị nào vào một ngày, từ tệp .csv hoặc .xlsx"
MEASURE_SINCE = "Số liệu của {unit}, có từ ngày {day}; đơn vị trước đó xem bằng --on NGÀY."
MEASURE_UNTIL = "Số liệu của {unit}, có đến ngày {day}; đơn vị sau đó xem bằng --on NGÀY."
UNIT_ON = "đơn vị mang mã đó vào ngày này, khi trong kỳ mã đổi đơn vị"
UNITS_LATE = "bản ghi có ngày sau khi đơn vị của bản ghi đã kết thúc, và đơn vị có ở đó vào ngày ấy"
UNITS_LATE_MOVE = "chuyển các bản ghi đó sang đơn vị nhận toàn bộ đơn vị cũ"
UNITS_CHANGE = "ghi một thay đổi đơn vị: sáp nhập, chia tách, đổi tên, đổi loại, đổi cấp trên"
CHANGE_HELP = {
    "whole": "mã đơn vị cũ, toàn bộ",
    "part": "mã đơn vị cũ chỉ mất một phần và đi tiếp",
    "into": "mã đơn vị đang có, đi tiếp",
    "new": "mã và tên đầy đủ của đơn vị mới",
    "parent": "mã đơn vị cấp trên của các đơn vị mới (mặc định: như đơn vị cũ)",
    "dry_run": "chỉ cho biết sẽ chạm đến những gì, không ghi",
}
CHANGE_DONE = "Đã ghi thay đổi đơn vị:"
CHANGE_WOULD = "Chưa ghi gì vào sổ. Thay đổi này sẽ:"
CUT_OFF = "cách chốt số liệu: decree-09, calendar hoặc own:NGÀY (mặc định decree-09)"
OFFICE_NAMES = {
    "parent_agency": "cơ quan chủ quản",
    "issuing_agency": "cơ quan ban hành",
    "place": "địa danh ghi trước ngày tháng",
    "receiving_unit": "đơn vị nhận báo cáo",
    "symbol": "ký hiệu kế hoạch",
    "authority": "dòng quyền hạn ký (TM., KT. …)",
    "signatory_post": "chức vụ người ký",
    "signatory_name": "họ tên người ký",
    "preparer_name": "họ tên người lập biểu",
}
PLANS, PLANS_LIST, PLANS_PRINT = "kế hoạch", "liệt kê kế hoạch", "in kế hoạch ra tệp PDF hoặc Word"
PLANS_CHECK = "kiểm tra thể thức của kế hoạch theo Nghị định 30/2020/NĐ-CP"
PLANS_PROGRESS = "các chỉ tiêu của kế hoạch đến đâu vào cuối một kỳ, nhiệm vụ đến đâu hôm nay"
PLANS_AMENDMENTS = "liệt kê các văn bản sửa đổi của một kế hoạch và những chỗ đã sửa"
MEASURES = "xem đại lượng của một đơn vị trong một kỳ"
RETURNS, RETURNS_SETS, RETURNS_EXPORT = (
    "báo cáo số liệu",
    "liệt kê các bộ biểu",
    "xuất một bộ biểu ra tệp Excel",
)
RETURNS_DUE = "hạn nộp báo cáo của đơn vị và các đơn vị cấp dưới"
RETURNS_DUE_ON = "ngày để tính còn bao nhiêu ngày hoặc trễ bao nhiêu ngày"
RETURNS_DUE_YEAR = "năm báo cáo (bình thường là năm của ngày đó)"
RETURNS_DUE_UNIT = "chỉ một đơn vị"
RETURNS_DUE_SCHEDULE = "xem theo một lịch nộp có sẵn thay cho lịch của đơn vị (decree-09, dong-nai-2021 …)"
DATA, DATA_INFO = "sổ dữ liệu", "sổ ở đâu, của đơn vị nào, có bao nhiêu bản ghi, máy có hợp không"

OFFICE_MADE = "Đã tạo sổ của {name} ({code}) tại {folder}: {units} đơn vị trong danh mục."
UNITS_READ = "Đã đọc {rows} đơn vị của ngày {on}: {added} đơn vị mới, {ended} đơn vị kết thúc."
SUCCESSIONS_READ = (
    "Đã đọc {rows} dòng kế thừa của ngày {on}: {stored} dòng mới, {unsettled} đơn vị chưa xác định hết nguồn gốc, "
    "{left_out} dòng bỏ qua vì nói về đơn vị không có trong sổ."
)
OFFICE_MOVED = "Đơn vị sử dụng nay là {name} ({code}). Hãy xem lại tên cơ quan in trên văn bản."
NO_AMENDMENTS = "Kế hoạch chưa có văn bản sửa đổi nào."
AMENDMENT = "Lần {ordinal}: {number} {day} – {count} chỗ sửa"
AMENDMENT_OPEN = "đang sửa"
NO_PLANS = "Chưa có kế hoạch nào."
PLAN_IN_ORDER = "Kế hoạch {number}: không có chỗ nào sai thể thức."
PLAN_PRINTED = "Đã in kế hoạch {number} ra {file}."
PROGRESS_HEAD = "Kế hoạch {plan}, từ {first} đến {last}"
PROGRESS_LINE = "  {text}: {planned}; đã làm {value}; {state}"
NO_PLANNED_VALUE, NOT_PLANNED = {"done": "hoàn thành"}, "chưa ghi mức"
NO_TARGETS = "Kế hoạch chưa có chỉ tiêu nào."
TASK_LINE = "  Nhiệm vụ – {text}: hạn {due}; {state}; {evidence}{missing}"
TASK_EVIDENCE = "{count} hoạt động"
WITHOUT_EVIDENCE, TIMES_WITHOUT_EVIDENCE = ", thiếu bằng chứng", ", thiếu bằng chứng {count} kỳ"
NOT_DUE = "–"
TASK_STATES = {
    "done": "hoàn thành",
    "dropped": "không thực hiện",
    "late": "quá hạn",
    "soon": "sắp đến hạn",
    "running": "đang thực hiện",
    "planned": "chưa thực hiện",
}
TARGET_STATES = {
    "reached": "đã đạt",
    "on_track": "đúng tiến độ",
    "behind": "chậm tiến độ",
    "missed": "không đạt",
    "within": "trong mức",
    "exceeded": "vượt mức",
    "no_measure": "theo dõi riêng",
    "nothing_recorded": "chưa có số liệu",
    "no_denominator": "thiếu mẫu số",
    "no_year_before": "thiếu năm trước",
    "no_planned_value": "chưa ghi mức",
    "not_comparable": "không so sánh được với năm trước",
}
# Of a target that asks for no change.
OTHER_BORDERS = "không so sánh được"
CAUSES = "{state} ({causes})"
CAUSE = {
    "part": "chia về nhiều nơi: {units}",
    "unsettled": "chưa xác định hết nguồn gốc: {units}",
    "joined": "gộp từ nhiều xã: {units}",
    "merged": "nay gộp chung với nơi khác: {units}",
    "outside": "gồm cả nơi ngoài phạm vi: {units}",
    "absent": "không có vào ngày của địa giới: {units}",
}
WORD = "LỜI"
RETURN_PAPER = "ghi thêm bản in của các biểu ra tệp PDF, cùng mã kiểm tra"
RETURN_WORD = "lời ghi cho các cảnh báo và cho lần sau của báo cáo"
RETURN_NO_WORD = "Kết xuất bằng dòng lệnh, chưa ghi lời giải thích"
RETURN_EXPORTED = "Đã xuất {file}: kỳ {period}, lần {revision}, mã kiểm tra {check_code}."
MEASURE_HEAD = "{title} ({unit}), từ {first} đến {last}"
BORDERS = "ngày để xem số liệu theo địa giới của ngày đó; không ghi là như đã báo cáo"
MEASURE_BORDERS = "  Quy về địa giới ngày {day}."
MEASURE_UNBORN = "  {unit} không có vào ngày {day}: nêu các đơn vị của ngày đó nơi {unit} nằm trong."
MEASURE_SOURCE = "    từ {code} {name}: {value}"
UNDIVIDED = "{unit} (không chia được)"
NOT_COMPARABLE = "không so sánh được ({cause})"
TOTAL = "Tổng"
INFO = "Sổ của {name} tại {file}, lược đồ {schema}"
RECORD_COUNTS = {
    "units": "đơn vị hành chính",
    "plans": "kế hoạch",
    "trainings": "lớp tập huấn",
    "officials": "cán bộ",
    "outreach": "hoạt động tuyên truyền",
    "establishments": "cơ sở kinh doanh dịch vụ",
    "inspections": "lượt kiểm tra",
    "hotspots": "tụ điểm",
    "models": "mô hình ở xã",
    "figures": "số liệu kỳ",
    "score_sheets": "phiếu chấm điểm",
    "returns": "báo cáo đã xuất",
    "received_files": "tệp báo cáo đã nhận",
    "return_marks": "ghi nhận gửi, nhận báo cáo",
    "report_texts": "lời của báo cáo",
}
