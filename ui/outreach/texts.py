"""The words of outreach activities."""

from ui.common.screens.subject import FieldWords, SubjectWords

OUTREACH = SubjectWords(
    title="Tuyên truyền",
    one="hoạt động tuyên truyền",
    purpose=(
        "Ghi từng hoạt động tuyên truyền của xã: ngày, hình thức, đối tượng, số buổi, số người. "
        "Chỉ ghi số lượng, không ghi tên người tham dự."
    ),
    fields={
        "held_on": FieldWords("Ngày", "", "Ngày thực hiện; hoạt động được tính vào kỳ có ngày này."),
        "unit_id": FieldWords("Xã", "Gõ vài chữ của tên xã", "Xã, phường, thị trấn nơi thực hiện."),
        "form": FieldWords("Hình thức", "Gõ để tìm", "Hình thức tuyên truyền, theo danh mục."),
        "audience": FieldWords("Đối tượng", "Gõ để tìm", "Đối tượng chính được tuyên truyền."),
        "topic": FieldWords("Nội dung", "", "Nội dung hoặc chủ đề, một dòng. Không ghi tên người."),
        "sessions": FieldWords("Số buổi"),
        "people": FieldWords("Số người", "", "Tổng số lượt người dự. Để trống nếu không thống kê."),
        "female": FieldWords("Trong đó nữ", "", "Không lớn hơn số người."),
        "leaflets": FieldWords("Tờ rơi, tờ gấp"),
        "panels": FieldWords("Pa nô, băng rôn"),
        "news_items": FieldWords("Tin, bài"),
        "broadcasts": FieldWords("Lượt phát thanh"),
        "programme": FieldWords("Lồng ghép với", "Gõ để tìm", "Chương trình được lồng ghép, nếu có."),
        "organiser": FieldWords("Đơn vị tổ chức", "", "Cơ quan, đoàn thể tổ chức. Không ghi tên người."),
        "cost": FieldWords("Kinh phí (đồng)"),
        "task_id": FieldWords(
            "Thuộc nhiệm vụ",
            "Gõ vài chữ của nhiệm vụ",
            "Nhiệm vụ trong kế hoạch của năm mà hoạt động này thực hiện. Để trống nếu không thuộc nhiệm vụ nào.",
        ),
        "note": FieldWords(
            "Ghi chú", "", "Không ghi tên, địa chỉ của người dân, nạn nhân hay người báo tin."
        ),
    },
)
DATE, UNIT, FORM, AUDIENCE, TOPIC = "Ngày", "Xã", "Hình thức", "Đối tượng", "Nội dung"
TASK = "Thuộc nhiệm vụ"
SESSIONS, PEOPLE, FEMALE, LEAFLETS, COST = "Buổi", "Người", "Nữ", "Tờ rơi", "Kinh phí"
