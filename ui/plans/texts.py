"""The words of plans."""

from db.services.offices import OfficeNames
from ui.common.subject import FieldWords, SubjectWords

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

OUTLINE, SHAPE = "Nội dung như sẽ in", "Loại"
OUTLINE_LABELLED = "{label} {text}"
OUTLINE_NO_TEXT = "(chưa có chữ)"
OUTLINE_TARGETS = "(các chỉ tiêu của kế hoạch được in ở đây: {count})"
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

CONTENT, LEAD, DUE, PROGRESS, MONEY, GROUP = (
    "Nhiệm vụ",
    "Chủ trì",
    "Hạn",
    "Tiến độ",
    "Kinh phí",
    "Nhóm",
)

_NO_NAMES = "Không ghi tên, địa chỉ của người dân, nạn nhân hay người báo tin."
_ONE_A_LINE = "Mỗi dòng một mục; Ctrl+Enter xuống dòng."
_PRINTS = "Để trống sẽ in: {value}"
_PLAN_PURPOSE = "Soạn kế hoạch, theo dõi chỉ tiêu và nhiệm vụ, in theo thể thức."

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
        "measure": FieldWords(
            "Đo bằng", "Gõ vài chữ để tìm", "Đại lượng dùng để tính tiến độ. Để trống nếu theo dõi riêng."
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
        "lead": FieldWords("Chủ trì"),
        "joining": FieldWords("Phối hợp", "", "Các cơ quan phối hợp, cách nhau bằng dấu chấm phẩy."),
        "starts_on": FieldWords("Từ ngày"),
        "ends_on": FieldWords("Hạn", "", "Ngày cuối cùng phải xong."),
        "product": FieldWords("Sản phẩm"),
        "money_planned": FieldWords("Kinh phí (đồng)", "", "Kinh phí dự kiến."),
        "money_spent": FieldWords("Đã chi (đồng)"),
        "money_source": FieldWords("Nguồn", "Ngân sách huyện"),
        "state": FieldWords("Trạng thái", "Gõ để tìm"),
        "done_on": FieldWords("Xong ngày"),
        "note": FieldWords("Ghi chú", "", _NO_NAMES),
    },
)

KEYS = (
    ("Ctrl+Tab, Ctrl+Shift+Tab", "Sang phần sau, về phần trước của kế hoạch"),
    ("Alt+↑, Alt+↓", "Chuyển mục, chỉ tiêu, nhiệm vụ lên hoặc xuống"),
    ("Ctrl+P", "Xem trước và in văn bản kế hoạch"),
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
            "state": FieldWords("Trạng thái", "Gõ để tìm", "Dự thảo chưa được tính vào chỉ tiêu của năm."),
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
