"""The words of plans."""

from db.services.offices import OfficeNames
from ui.common.screens.subject import FieldWords, SubjectWords

TAB_PLAN, TAB_SECTIONS, TAB_TARGETS, TAB_TASKS = "Thông tin", "Nội dung", "Chỉ tiêu", "Nhiệm vụ"
TABS = "Các phần của kế hoạch"
TAB_TIP = "Ctrl+Tab sang phần sau, Ctrl+Shift+Tab về phần trước"
TAB_CLOSED = "Nhập xong các ô bắt buộc của kế hoạch rồi mở phần này"
TAB_COUNT = "{title} ({count})"

PRINT_PLAN = "Xem trước và in  Ctrl+P"
PRINT_PLAN_TIP = "Dựng văn bản kế hoạch theo thể thức, xem trước, in hoặc lưu thành tệp PDF (Ctrl+P)"
PRINT_NO_PLAN = "Hãy chọn một kế hoạch trong danh sách rồi bấm Ctrl+P để xem trước và in."
DRAWING_PLAN = "Đang dựng văn bản {name}…"
PAPER_NAME = "Kế hoạch {number}"
PAPER_NAME_UNNUMBERED = "Kế hoạch chưa có số"

PART_READY = "Sẽ lưu thành dòng khi gõ xong và rời ô."
ADD_PART = "+ Thêm {one}  F5"
MOVE_UP, MOVE_DOWN = "Chuyển lên", "Chuyển xuống"
MOVE_UP_TIP, MOVE_DOWN_TIP = "Chuyển dòng đang chọn lên (Alt+↑)", "Chuyển dòng đang chọn xuống (Alt+↓)"

NUMBER, SUBJECT, YEARS, STATE, ISSUED = "Số, ký hiệu", "Trích yếu", "Năm", "Trạng thái", "Ngày ban hành"
YEARS_BETWEEN = "{first}–{last}"
NOT_NUMBERED = "Chưa có số"

SAVE_WORD = "Lưu thành Word (.docx)"
SAVE_WORD_TIP = "Lưu văn bản kế hoạch thành tệp Word, cùng lời với bản in (Ctrl+Shift+S)"
WORD_FILES = "Văn bản Word (*.docx)"

CHECK_TITLE = "Kiểm tra thể thức trước khi in"
CHECK_WORDS = (
    "Văn bản có {count} chỗ chưa đúng thể thức theo Nghị định 30/2020/NĐ-CP. "
    "Nhấp đúp hoặc bấm Enter ở một dòng để về chỗ cần sửa. In lúc này vẫn được."
)
CHECK_PRINT, CHECK_MEND = "Vẫn in", "Về sửa"
CHECK_IN_OFFICE = "Tên cơ quan, địa danh được ghi ở Danh mục, phần đơn vị sử dụng; kế hoạch vẫn còn nguyên."
CHECK_SECTION = "Mục {place}"
CHECK_PLACES = {
    "subject": "Trích yếu",
    "number": "Số",
    "symbol": "Ký hiệu",
    "issued_on": "Ngày ban hành",
    "grounds": "Căn cứ",
    "recipients": "Nơi nhận",
    "signatory.authority": "Thẩm quyền ký",
    "signatory.post": "Chức vụ",
    "signatory.name": "Người ký",
    "targets": "Chỉ tiêu",
    "tasks": "Nhiệm vụ",
    "annexes": "Phụ lục",
    "place": "Địa danh",
    "issuing_agency": "Cơ quan ban hành",
    "kind": "Tên loại",
    "body": "Nội dung",
    "changes": "Nội dung sửa đổi",
    "amended": "Kế hoạch được sửa",
    "issuer": "Thẩm quyền ban hành",
}

NOT_MOVED = "Mục này không chuyển thêm theo hướng đó được; thứ tự vẫn như cũ."
PASTE = "Dán văn bản…  Ctrl+V"
PASTE_TIP = (
    "Dán văn bản có đánh số, xem trước cây mục rồi mới chèn vào sau mục đang chọn (Ctrl+V trong cây mục)"
)
PASTED = "Đã chèn {count} mục. Hoàn tác bằng Ctrl+Z."
PASTE_TITLE = "Dán văn bản có đánh số"
PASTE_WORDS = (
    "Bên trái là văn bản đã dán, sửa được; bên phải là các mục sẽ chèn, số mục được đánh lại. "
    "Chưa có gì được lưu cho đến khi bấm Chèn."
)
PASTE_SOURCE, PASTE_TREE = "Văn bản đã dán", "Các mục sẽ chèn"
PASTE_HINT = "Dán văn bản vào đây, ví dụ: I. …, 1. …, a) …, - …"
PASTE_COLUMNS = ("Sẽ chèn", "Trong văn bản", "Cần xem lại")
PASTE_COUNT = "Nhận ra {headings} mục, {paragraphs} đoạn văn; {doubts} chỗ cần xem lại."
PASTE_NOTHING = "Chưa có chữ nào để chèn. Hãy dán văn bản vào ô bên trái."
PASTE_LINE, PASTE_LINES = "dòng {first}", "dòng {first}–{last}, đã nối"
PASTE_LABELLED = "{label}  ({lines})"
PASTE_ACCEPT = "Chèn {count} mục"

OUTLINE, SHAPE = "Nội dung như sẽ in", "Loại"
OUTLINE_LABELLED = "{label} {text}"
OUTLINE_NO_TEXT = "(chưa có chữ)"
OUTLINE_TARGETS = "(các chỉ tiêu của kế hoạch được in ở đây: {count})"
OUTLINE_ANNEXES = {
    "annex_models": "(kèm phụ lục các mô hình theo xã của năm đầu kế hoạch)",
    "annex_hotspots": "(kèm phụ lục các tụ điểm đã triệt xóa đến hết năm đầu kế hoạch)",
}
SKELETON_TITLE = "Kế hoạch này chưa có mục nào"
SKELETON_HINT = (
    "Tạo khung mục để có sẵn các mục thường dùng từ I đến V rồi sửa chữ và thêm đoạn văn, "
    "hoặc bấm F5 để tự thêm từng mục."
)
SKELETON = "Tạo khung mục"
SKELETON_MADE = "Đã tạo khung mục. Hoàn tác bằng Ctrl+Z."

TEXT, PLANNED, DONE, SHARE, STANDING, MEASURE = (
    "Chỉ tiêu",
    "Kế hoạch",
    "Từ đầu năm",
    "% kế hoạch",
    "Tiến độ",
    "Đo bằng",
)
MEASURE_NARROWED = "{measure} – {filters}"
MEASURE_DIVIDED = "{measure} chia cho {whole}"
KEPT_OF = "{kept}/{of} kỳ"
FORECAST = "Ước cả năm"

CONTENT, LEAD, DUE, PROGRESS, MONEY, GROUP = (
    "Nhiệm vụ",
    "Chủ trì",
    "Hạn",
    "Tiến độ",
    "Kinh phí",
    "Nhóm",
)

DETAIL_PARTS = {"communes": "Giao cho xã", "years": "Từng năm", "periods": "Số tự ghi"}
DETAIL_TITLES = {
    "communes": ("Xã", "Giao", "Từ đầu năm", "% được giao"),
    "years": ("Năm", "Mức"),
    "periods": ("Từ đầu năm đến hết", "Đã làm"),
}
DETAIL_RESTATED = (
    "Số giao và số đã làm quy về địa giới đang chọn, cộng lại {sum}. Muốn sửa, hãy nhìn theo như đã báo cáo."
)
DETAIL_HINTS = {
    "communes": "Gõ số giao cho từng xã, Enter sang xã sau. Cộng: {sum}.",
    "years": "Gõ mức của từng năm; kế hoạch cộng dồn thì ghi mức tính đến hết năm đó.",
    "periods": "Gõ số tính từ đầu năm đến hết kỳ; việc đã xong thì gõ 1, chỉ tiêu theo nhịp thì gõ số kỳ đã đạt.",
}
DETAIL_YEAR = "Năm {year}"
DETAIL_NONE = "Chọn một chỉ tiêu để giao cho xã, chia theo năm hoặc tự ghi số."
DETAIL_OPEN, DETAIL_CLOSE = "Xem  Ctrl+B", "Về  Ctrl+B"
DETAIL_OPEN_TIP = "Sang các số của chỉ tiêu, về danh sách chỉ tiêu (Ctrl+B)"
DETAIL_TABS = "Chi tiết của chỉ tiêu"

TIMELINE, TIMELINE_TIP = "Dòng thời gian  Ctrl+T", "Xem nhiệm vụ theo tháng của năm kế hoạch (Ctrl+T)"
TIMELINE_LIST, TIMELINE_LIST_TIP = "Danh sách  Ctrl+T", "Trở lại danh sách nhiệm vụ (Ctrl+T)"
TIMELINE_NAME = "Dòng thời gian của nhiệm vụ năm {year}"
TIMELINE_MONTH = "T{month}"
TIMELINE_LINE = "{content}: từ {first} đến {last}, {standing}"
TIMELINE_NO_DAY = "{content}: chưa ghi hạn, {standing}"
TIMELINE_EMPTY = "Kế hoạch chưa có nhiệm vụ nào. F5 để thêm."
MONEY_LINE = "{source}: dự kiến {planned}, đã chi {spent}"
MONEY_BY_SOURCE = "Kinh phí (đồng) – {lines}"
MONEY_NO_SOURCE = "Chưa ghi nguồn"

_NO_NAMES = "Không ghi tên, địa chỉ của người dân, nạn nhân hay người báo tin."
_ONE_A_LINE = "Mỗi dòng một mục; Ctrl+Enter xuống dòng."
_PRINTS = "Để trống sẽ in: {value}"
_PLAN_PURPOSE = (
    "Soạn kế hoạch, theo dõi chỉ tiêu và nhiệm vụ, in theo thể thức. "
    "Đã có kế hoạch của cấp trên dạng Word, PDF thì bấm Đọc văn bản (Ctrl+Shift+O)."
)

SECTIONS = SubjectWords(
    title="Nội dung kế hoạch",
    one="mục",
    purpose="Các mục và đoạn văn của kế hoạch theo thứ tự sẽ in; số mục được đánh tự động.",
    fields={
        "shape": FieldWords("Loại", "Gõ để tìm", "Cấp của mục, đoạn văn, hoặc chỗ in các chỉ tiêu."),
        "text": FieldWords("Chữ", "Không ghi số mục", "Không cần ghi số mục. " + _ONE_A_LINE),
    },
)
TARGETS = SubjectWords(
    title="Chỉ tiêu của kế hoạch",
    one="chỉ tiêu",
    purpose="Mỗi chỉ tiêu một dòng. Chỉ tiêu gắn với một đại lượng thì tiến độ được tính từ số liệu đã ghi.",
    fields={
        "text": FieldWords("Chỉ tiêu", "", "Nguyên văn như sẽ in trong kế hoạch."),
        "operator": FieldWords(
            "So sánh", "Gõ để tìm", "Phải đạt ít nhất, không quá, trong khoảng, tăng, giảm …"
        ),
        "value": FieldWords("Mức", "90", "Số phải đạt; “Trong khoảng” thì ghi số dưới."),
        "value_to": FieldWords("Đến mức", "", "Chỉ dùng khi so sánh “Trong khoảng”."),
        "measured_in": FieldWords("Đơn vị tính", "%", "Như sẽ in: %, buổi, lượt người …"),
        "every": FieldWords("Nhịp", "Gõ để tìm", "Chỉ dùng khi phải có đều mỗi tháng, quý hoặc năm."),
        "base": FieldWords(
            "Mức gốc cả năm",
            "",
            "Chỉ dùng khi tăng, giảm so với một số cho trước; để trống thì so với năm trước.",
        ),
        "spread": FieldWords(
            "Cách tính năm",
            "Gõ để tìm",
            "Kế hoạch nhiều năm: tính riêng từng năm, hay cộng dồn từ đầu kế hoạch. Để trống là từng năm.",
        ),
        "measure": FieldWords(
            "Đo bằng", "Gõ vài chữ để tìm", "Đại lượng dùng để tính tiến độ. Để trống nếu theo dõi riêng."
        ),
        "denominator": FieldWords(
            "Chia cho", "Gõ vài chữ để tìm", "Mẫu số của tỷ lệ, khi “Đo bằng” là tử số. Thường để trống."
        ),
    },
)
TASKS = SubjectWords(
    title="Nhiệm vụ của kế hoạch",
    one="nhiệm vụ",
    purpose="Việc phải làm, cơ quan chủ trì, hạn và kinh phí. Việc quá hạn, sắp đến hạn được ghi rõ ở cột Tiến độ.",
    fields={
        "group": FieldWords(
            "Nhóm", "Tuyên truyền", "Các nhiệm vụ cùng nhóm được in dưới một đầu mục của phụ lục."
        ),
        "content": FieldWords("Nhiệm vụ"),
        "lead": FieldWords("Chủ trì", "", "Tên được gợi ý từ danh mục cơ quan; Ctrl+G để sửa danh mục."),
        "joining": FieldWords("Phối hợp", "", "Các cơ quan phối hợp, cách nhau bằng dấu chấm phẩy."),
        "starts_on": FieldWords("Từ ngày"),
        "ends_on": FieldWords("Hạn", "", "Ngày cuối cùng phải xong; việc lặp lại thì là hạn của lần cuối."),
        "repeats": FieldWords("Lặp lại", "Gõ để tìm", "Một lần, hằng tháng, hằng quý hoặc hằng năm."),
        "product": FieldWords("Sản phẩm"),
        "money_planned": FieldWords("Kinh phí (đồng)", "", "Kinh phí dự kiến."),
        "money_spent": FieldWords("Đã chi (đồng)"),
        "money_source": FieldWords("Nguồn", "Ngân sách huyện"),
        "state": FieldWords("Trạng thái", "Gõ để tìm"),
        "done_on": FieldWords("Xong ngày", "", "Việc lặp lại thì ghi ngày xong lần gần nhất."),
        "note": FieldWords("Ghi chú", "", _NO_NAMES),
    },
)

KEYS = (
    ("Ctrl+Tab, Ctrl+Shift+Tab", "Sang phần sau, về phần trước của kế hoạch"),
    ("Alt+↑, Alt+↓", "Chuyển mục, chỉ tiêu, nhiệm vụ lên hoặc xuống"),
    ("Alt+←, Alt+→", "Đưa mục cùng các mục con lên hoặc xuống một cấp"),
    ("←, →", "Thu gọn, mở ra các mục con"),
    ("Ctrl+V", "Dán văn bản có đánh số thành các mục"),
    ("Ctrl+P", "Kiểm tra thể thức, xem trước và in văn bản kế hoạch"),
    ("Ctrl+Shift+S", "Lưu văn bản kế hoạch thành Word"),
    ("Ctrl+T", "Nhiệm vụ: sang dòng thời gian, về danh sách"),
    ("Ctrl+B", "Chỉ tiêu: sang các số giao cho xã, từng năm, tự ghi; về danh sách"),
    ("Enter, Delete", "Bảng dưới chỉ tiêu: lưu số rồi sang dòng sau, xóa số"),
)


def plan_words(names: OfficeNames) -> SubjectWords:
    """Return the words of the plan's form; what the office prints anyway is shown as a hint in the empty field."""
    return SubjectWords(
        title="Kế hoạch",
        one="kế hoạch",
        purpose=_PLAN_PURPOSE,
        fields={
            "subject": FieldWords(
                "Trích yếu", "Phòng, chống mại dâm năm …", "Tên kế hoạch, in dưới chữ KẾ HOẠCH."
            ),
            "first_year": FieldWords("Từ năm"),
            "last_year": FieldWords("Đến năm", "", "Kế hoạch một năm thì hai ô năm giống nhau."),
            "kind": FieldWords("Loại", "Gõ để tìm", "Kế hoạch năm, nhiều năm hay chuyên đề."),
            "scheme": FieldWords("Đánh số mục", "Gõ để tìm", "Cách đánh số các mục của bản in."),
            "state": FieldWords(
                "Trạng thái",
                "Gõ để tìm",
                "Dự thảo → Trình ký → Đã ban hành → Đã kết thúc. Dự thảo chưa được tính vào chỉ tiêu của năm; "
                "kế hoạch đã ban hành chỉ sửa được bằng văn bản sửa đổi.",
            ),
            "number": FieldWords("Số", "", "Để trống khi chưa lấy số; bản in chừa chỗ để ghi tay."),
            "symbol": _printed("Ký hiệu", names.symbol),
            "issued_on": FieldWords("Ngày ban hành", "", "Để trống khi chưa ký; bản in chừa chỗ để ghi tay."),
            "grounds": FieldWords("Căn cứ", "Căn cứ …", _ONE_A_LINE + " Dấu cuối dòng được thêm khi in."),
            "recipients": FieldWords("Nơi nhận", "Mỗi nơi một dòng. Dòng cuối: Lưu: VT.", _ONE_A_LINE),
            "authority": _printed("Thẩm quyền ký", names.authority),
            "signatory_post": _printed("Chức vụ", names.signatory_post),
            "signatory_name": _printed("Người ký", names.signatory_name),
        },
    )


def _printed(label: str, value: str) -> FieldWords:
    return FieldWords(label, _PRINTS.format(value=value) if value else "")
