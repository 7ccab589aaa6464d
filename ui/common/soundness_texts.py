"""What a check of the book found, and what a repair could not read, in words: what it means and what to do."""

from collections.abc import Mapping

# What the rows of a table are to an officer.
TABLES: Mapping[str, str] = {
    "attendance": "học viên của lớp tập huấn",
    "change": "dòng nhật ký",
    "commitment": "cam kết của cơ sở",
    "commune_model": "mô hình ở xã",
    "content": "biểu mẫu, bộ tiêu chí và danh mục",
    "draft": "bản nháp",
    "establishment": "cơ sở kinh doanh dịch vụ",
    "figure": "số liệu kỳ",
    "handling": "hình thức xử lý",
    "hotspot": "tụ điểm",
    "hotspot_event": "diễn biến của tụ điểm",
    "inspection": "lượt kiểm tra",
    "model_year": "năm của mô hình",
    "office": "đơn vị sử dụng",
    "office_names": "tên in trước đây của đơn vị",
    "official": "cán bộ",
    "origin": "nguồn của bản ghi nhận bàn giao",
    "outreach_activity": "hoạt động tuyên truyền",
    "plan": "kế hoạch",
    "plan_amendment": "văn bản sửa đổi kế hoạch",
    "plan_section": "mục của kế hoạch",
    "report_text": "lời của báo cáo",
    "return": "báo cáo đã duyệt",
    "return_cell": "ô ghi tay của báo cáo",
    "return_file": "tệp báo cáo đã nhận",
    "return_mark": "ghi nhận gửi, nhận báo cáo",
    "return_template": "mẫu báo cáo của tỉnh",
    "return_word": "lời cho cảnh báo của báo cáo",
    "return_work": "báo cáo đang lập",
    "score_evidence": "bằng chứng chấm điểm",
    "score_file": "tệp phiếu chấm điểm đã nhận",
    "score_mark": "điểm từng tiêu chí",
    "score_sheet": "phiếu chấm điểm",
    "score_step": "bước chấm điểm",
    "source_book": "sổ đã bàn giao sang",
    "step": "lần ghi trong nhật ký",
    "succession": "kế thừa, sáp nhập đơn vị",
    "target": "chỉ tiêu",
    "target_share": "phần chỉ tiêu giao cho xã",
    "target_value": "kết quả tự ghi của chỉ tiêu",
    "target_year": "mức chỉ tiêu từng năm",
    "task": "nhiệm vụ",
    "training_session": "lớp tập huấn",
    "unit": "đơn vị hành chính",
    "unit_list": "danh mục đơn vị",
    "workforce": "số lao động của cơ sở",
}
OTHER_TABLE = "phần {name} của sổ"

SUBJECTS: Mapping[str, str] = {
    "file": "Tệp của sổ",
    "links": "Liên kết giữa các bản ghi",
    "schema": "Cấu trúc của sổ",
    "office": "Đơn vị sử dụng",
    "numbers": "Số thứ tự của bản ghi",
    "history": "Chuỗi nhật ký",
    "sealed": "Báo cáo đã duyệt và tệp đã nhận",
    "search": "Chỉ mục tìm kiếm",
    "evidence": "Tệp minh chứng",
}
LOOKING = "Đang kiểm tra: {subject}…"
SKIPPED = "Chưa kiểm tra được: {subject}, vì tệp của sổ có chỗ hỏng."

_RESTORE = "Hãy phục hồi từ bản sao lưu mới nhất; nếu không có, hãy sửa sổ."
FAULTS: Mapping[str, str] = {
    "pages": f"Tệp của sổ có {{count}} chỗ hỏng, thường do ổ đĩa lỗi hoặc mất điện. {_RESTORE}",
    "constraint": (
        "{table}: có bản ghi mang giá trị không thể có (số âm, phần lớn hơn tổng, ô bắt buộc bị trống). "
        "Sổ đã bị sửa ngoài chương trình. Sửa sổ sẽ bỏ các bản ghi đó ra và nêu tên."
    ),
    "index": (
        "Chỉ mục {place} không khớp với bản ghi ({count} chỗ): danh sách có thể thiếu dòng, bản ghi thì còn. "
        "Hãy sửa sổ để dựng lại chỉ mục."
    ),
    "link": "{table}: {count} bản ghi thuộc về một bản ghi không còn nữa. Sửa sổ sẽ bỏ các bản ghi đó ra và nêu tên.",
    "schema": (
        "Phần “{place}” của sổ không như chương trình này tạo ra: sổ đã bị sửa bằng chương trình khác. "
        "Hãy sửa sổ để có cấu trúc đúng."
    ),
    "no_office": f"Sổ không cho biết là của đơn vị nào. {_RESTORE}",
    "no_book_key": (
        "Sổ thiếu mã riêng, nên sổ bàn giao ra từ đây sẽ không được nhận ra. Hãy báo người phụ trách máy."
    ),
    "numbers": (
        "{table}: số thứ tự có thể bị cấp lại cho bản ghi khác, nhật ký khi đó chỉ nhầm. Hãy sửa sổ để đặt lại."
    ),
    "chain": (
        "Lần ghi số {place} trong nhật ký không còn như khi được ghi: nhật ký đã bị sửa ngoài chương trình. "
        "Số liệu vẫn mở được; hãy so với bản sao lưu trước đó để biết điều gì đã khác."
    ),
    "chain_gap": (
        "Nhật ký thiếu {count} lần ghi, từ số {place} đến số {example}: nhật ký đã bị cắt. "
        "Hãy so với bản sao lưu trước đó để biết điều gì đã khác."
    ),
    "chain_stray": (
        "Nhật ký có dòng của lần ghi số {place} mà lần ghi đó không còn: nhật ký đã bị cắt. "
        "Hãy so với bản sao lưu trước đó để biết điều gì đã khác."
    ),
    "content": (
        "Biểu mẫu hoặc bộ tiêu chí “{example}” không còn đúng từng chữ như khi đưa vào sổ. "
        "Hãy so với bản sao lưu, rồi đưa bản đúng vào áp dụng lại."
    ),
    "return": (
        "Báo cáo đã duyệt {example} không còn khớp mã kiểm tra của nó. "
        "Hãy đối chiếu với tệp hoặc bản in đã gửi, rồi duyệt lần sau nếu cần."
    ),
    "received": "Tệp báo cáo đã nhận “{example}” không còn như khi nhận. Hãy nhận lại tệp gốc.",
    "template": "Mẫu của tỉnh “{example}” không còn như khi nhận. Hãy thêm lại mẫu từ tệp gốc.",
    "score_file": "Tệp phiếu chấm điểm “{example}” không còn như khi nhận. Hãy nhận lại tệp gốc.",
    "search": (
        "Chỉ mục tìm kiếm không khớp với bản ghi ({table}, {count} chỗ): tìm có thể sót. "
        "Bản ghi vẫn còn nguyên. Hãy dựng lại chỉ mục tìm kiếm."
    ),
    "evidence_missing": (
        "Tệp minh chứng “{place}” ({example}) không còn trong thư mục minh-chung."
        " Hãy chép lại từ bản sao lưu."
    ),
    "evidence_changed": "Tệp minh chứng “{place}” ({example}) đã bị sửa sau khi nhận. Hãy chép lại từ bản sao lưu.",
    "evidence_astray": (
        "Chỗ của tệp minh chứng “{place}” ({example}) dẫn ra ngoài thư mục minh-chung. Hãy đính kèm lại tệp."
    ),
}
