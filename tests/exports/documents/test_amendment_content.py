"""What an amendment's document says, before it is drawn."""

from datetime import date

from db.rules.plan_paper import Change
from exports.documents.amendment_content import amendment_document
from exports.documents.description import Heading
from tests.helpers.long_plan import amendment

AMENDED = "Kế hoạch số 05/KH-UBND ngày 09 tháng 01 năm 2025 của Ủy ban nhân dân huyện Tuần Giáo"


def test_amendment_shows_what_stood_there_and_what_stands_there_now() -> None:
    lines = [part.line for part in amendment_document(amendment()).body]

    assert lines[:5] == [
        "I. NỘI DUNG SỬA ĐỔI",
        "1. Chỉ tiêu thứ nhất mục II",
        "- Nội dung đã ban hành: “Tỷ lệ xã đạt 70 %”;",
        "- Nội dung sửa đổi: “Tỷ lệ xã đạt 80 %,",
        "từng quý có báo cáo”.",
    ]
    assert lines[5:7] == ["II. NỘI DUNG BỔ SUNG", "1. Sau khoản 2 mục III"]
    assert lines[7].startswith("- Nội dung bổ sung: “Lồng ghép")
    assert lines[8:10] == ["III. NỘI DUNG BÃI BỎ", "1. Điểm b khoản 1 mục III"]
    assert lines[10].startswith("- Nội dung bãi bỏ: “Tư vấn")
    assert lines[11] == "IV. TỔ CHỨC THỰC HIỆN"
    assert lines[-1].endswith("vẫn giữ nguyên hiệu lực./.")


def test_parts_without_changes_are_left_out() -> None:
    document = amendment_document(amendment(changes=(Change("Mục II", new="Thêm một chỉ tiêu"),)))

    titles = [part.line for part in document.body if isinstance(part, Heading) and part.level == 1]
    assert titles == ["I. NỘI DUNG BỔ SUNG", "II. TỔ CHỨC THỰC HIỆN"]


def test_subject_names_the_plan_and_how_often_it_was_amended() -> None:
    assert amendment_document(amendment()).subject == f"Sửa đổi, bổ sung {AMENDED}"
    assert amendment_document(amendment(ordinal=2)).subject == f"Sửa đổi, bổ sung lần thứ 2 {AMENDED}"


def test_decision_is_written_in_articles_and_names_its_issuer() -> None:
    document = amendment_document(amendment(kind="decision", symbol="QĐ-UBND"))

    labels = [part.label for part in document.body if isinstance(part, Heading) and part.level == 1]
    assert labels == ["Điều 1.", "Điều 2.", "Điều 3.", "Điều 4."]
    assert (document.kind, document.ruling) == ("QUYẾT ĐỊNH", "QUYẾT ĐỊNH:")
    assert document.issuer == "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN TUẦN GIÁO"
    assert document.subject.startswith("Về việc sửa đổi, bổ sung Kế hoạch số 05")


def test_amendment_says_since_when_it_holds() -> None:
    signed, later = (amendment_document(amendment(effective_on=day)).body for day in (None, date(2025, 8, 1)))

    assert "có hiệu lực kể từ ngày ký và" in signed[-2].line
    assert "có hiệu lực kể từ ngày 01 tháng 8 năm 2025 và" in later[-2].line
