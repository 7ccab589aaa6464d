"""Single turns of a text that a plan may take."""

from datetime import date

import pytest

from db.rules.plan_reading.heads import years_of
from tests.db.rules.plan_reading.reading import END, HEAD, codes, read, read_body

SUBJECTS = [
    ("Phòng, chống mại dâm năm 2025", (2025, 2025)),
    ("Phòng, chống mại dâm giai đoạn 2021 – 2025", (2021, 2025)),
    ("Phòng, chống mại dâm từ năm 2021 đến năm 2025", (2021, 2025)),
    ("Thực hiện năm 2025 Chương trình giai đoạn 2021-2025", (2025, 2025)),
    ("Phòng, chống mại dâm giai đoạn 2026-2030 và năm 2026", (2026, 2030)),
    ("Phòng, chống mại dâm", None),
    ("Phòng, chống mại dâm giai đoạn 2021-2025, định hướng đến năm 2030", (2021, 2025)),
    ("Thực hiện Quyết định số 12/QĐ-TTg năm 2021 trong năm 2023", (2023, 2023)),
    ("Thực hiện Nghị quyết số 05/2020/NQ-HĐND năm 2021", (2021, 2021)),
    ("Công tác năm 2022 và năm 2023", (2022, 2023)),
]


@pytest.mark.parametrize(("subject", "years"), SUBJECTS)
def test_subject_names_its_years(subject: str, years: tuple[int, int] | None) -> None:
    assert years_of(subject) == years


def test_converter_marks_leave_no_trace() -> None:
    plan = read_body(
        "## **I. CHỈ TIÊU** [bookmark: _Toc99]\n- **Phấn đấu** 90%\u00a0cơ\u00adsở \\- nhà trọ;\n"
    )
    assert [section.title for section in plan.sections] == ["CHỈ TIÊU"]
    assert plan.targets[0].text == "Phấn đấu 90% cơsở - nhà trọ;"


def test_decomposed_letters_are_composed() -> None:
    import unicodedata

    text = unicodedata.normalize("NFD", f"{HEAD}I. CHỈ TIÊU\n- 90% thôn ký cam kết.\n{END}")
    plan = read(text)
    assert plan.targets[0].text == "90% thôn ký cam kết."


def test_broken_line_across_a_gap_is_joined() -> None:
    plan = read_body(
        "I. CHỈ TIÊU\n1. Nâng cao hiểu biết,\n\nphấn đấu 90% thôn có tổ tự quản.\n2. 5 mô hình.\n"
    )
    assert [target.quantity.value for target in plan.targets] == [90, 5]


def test_line_joined_on_a_guess_is_told() -> None:
    plan = read_body(
        "I. NHIỆM VỤ\n- Lồng ghép với chương trình nhà ở;\n\nChương trình việc làm của xã.\n- Kiểm tra.\n"
    )
    assert "plan_line_joined" in codes(plan)
    assert plan.tasks[0].text.endswith("Chương trình việc làm của xã.")


def test_signature_beside_the_recipients_does_not_mix_with_them() -> None:
    end = "Nơi nhận:\t\tKT. TRƯỞNG BAN\n- Sở Y tế;\t\tPHÓ TRƯỞNG BAN\n- Lưu: VT.\n\t\t\tTrần Thị Bé\n"
    plan = read(f"{HEAD}I. NHIỆM VỤ\n1. Kiểm tra các nhà trọ trong xã.\n{end}")
    assert [item.text for item in plan.recipients] == ["Sở Y tế", "Lưu: VT"]
    assert plan.signatory and plan.signatory.name == "Trần Thị Bé"


def test_duties_of_a_body_below_a_group_keep_the_group() -> None:
    plan = read_body(
        "I. PHÂN CÔNG\n1. Đề nghị các đoàn thể\na) Hội Phụ nữ\n- Vận động hội viên.\n2. Công an xã\n- Tuần tra.\n"
    )
    assert [(item.name, item.duties) for item in plan.agencies] == [
        ("các đoàn thể", ("Hội Phụ nữ: Vận động hội viên.",)),
        ("Công an xã", ("Tuần tra.",)),
    ]


def test_target_table_gives_targets() -> None:
    head = "| STT | Chỉ tiêu | ĐVT | Kế hoạch 2026 |\n|---|---|---|---|\n"
    rows = head + "| 1 | Cơ sở ký cam kết | % | 95 |\n| 2 | Lớp tập huấn | lớp | 04 |\n"
    plan = read_body(f"I. CHỈ TIÊU\n{rows}")
    assert [(str(item.quantity.value), item.quantity.unit) for item in plan.targets] == [
        ("95", "%"),
        ("4", "lớp"),
    ]


def test_annex_whose_total_is_wrong_is_told() -> None:
    rows = "Phụ lục\nDANH SÁCH MÔ HÌNH\nSTT\tXã\tSố mô hình\n1\tAn Phú\t2\n2\tPhú Tân\t3\n\tTổng cộng\t6\n"
    plan = read(f"{HEAD}I. NHIỆM VỤ\n1. Giữ các mô hình.\n{END}\n{rows}")
    assert plan.annexes[0].title == "DANH SÁCH MÔ HÌNH"
    assert [w.finding.facts["summed"] for w in plan.warnings if w.finding.code == "plan_annex_total"] == ["5"]


@pytest.mark.parametrize(
    "opening",
    [
        "Số: 512/SYT-NVY\nV/v xây dựng kế hoạch\nKính gửi: UBND các xã",
        "Số: 700/QĐ-UBND\nQUYẾT ĐỊNH\nVề việc giao chỉ tiêu\nKẾ HOẠCH NĂM 2026",
        "Số: 15/BC-UBND\nBÁO CÁO\nKẾT QUẢ THỰC HIỆN\nKẾ HOẠCH PHÒNG, CHỐNG MẠI DÂM NĂM 2025",
        "PHÁP LỆNH\nPhòng, chống mại dâm",
    ],
)
def test_document_of_another_kind_with_headings_like_a_plan_is_none(opening: str) -> None:
    body = "I. CHỈ TIÊU\n- 100% xã tuyên truyền.\nII. NHIỆM VỤ\n- Tuyên truyền.\nIII. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\n"
    plan = read(f"{opening}\n{body}{END}")
    assert (plan.targets, plan.tasks, codes(plan)) == ((), (), ["plan_other_document"])


ARTICLES = [
    "Tỉnh An Hòa có kế hoạch mới\nSáng 12/3, lãnh đạo tỉnh đã ký kế hoạch.\nI. Mục tiêu\n1. 100% xã tuyên truyền.\n"
    "II. Nhiệm vụ\n1. Kiểm tra.\nIII. Tổ chức thực hiện\n1. Sở Y tế chủ trì.\nPV\n",
    "KẾ HOẠCH PHÒNG, CHỐNG MẠI DÂM CỦA TỈNH\nUBND tỉnh vừa ban hành kế hoạch. Kế hoạch đặt ra nhiều mục tiêu.\n"
    "MỤC TIÊU\n- 100% xã tuyên truyền.\nNHIỆM VỤ\n- Kiểm tra.\nTin liên quan\n",
    "Tin tức\nTheo Kế hoạch số 15/KH-UBND, tỉnh phấn đấu 100% xã tuyên truyền.\nMỤC TIÊU\n- 70% hộ.\nẢnh minh họa\n",
]


@pytest.mark.parametrize("article", ARTICLES)
def test_article_that_tells_a_plan_part_by_part_is_none(article: str) -> None:
    plan = read(article)
    assert (plan.targets, codes(plan)) == ((), ["plan_not_a_plan"])


def test_plan_that_lost_its_title_is_known_by_its_number() -> None:
    plan = read(
        f"UBND XÃ AN PHÚ\nSố: 12/KH-UBND\nPHÒNG, CHỐNG MẠI DÂM NĂM 2026\nI. CHỈ TIÊU\n- 90% hộ.\n{END}"
    )
    assert plan.subject and plan.subject.text == "PHÒNG, CHỐNG MẠI DÂM NĂM 2026"
    assert len(plan.targets) == 1


def test_plan_without_a_head_takes_number_and_day_from_the_line_below_its_subject() -> None:
    attached = "(Ban hành kèm theo Quyết định số 88/QĐ-UBND ngày 15 tháng 01 năm 2026 của UBND huyện Bảo Lâm)"
    plan = read(f"KẾ HOẠCH\nPHÒNG, CHỐNG MẠI DÂM NĂM 2026\n{attached}\nI. CHỈ TIÊU\n- 90% hộ.\n{END}")
    assert plan.number and (plan.number.number, plan.number.certain) == ("88/QĐ-UBND", False)
    assert plan.issued_on and str(plan.issued_on.day) == "2026-01-15"


def test_aim_without_a_number_is_no_target_but_what_will_be_there_is() -> None:
    plan = read_body("I. CHỈ TIÊU\n- Nâng cao nhận thức của người dân.\n- Thành lập Đội kiểm tra 178 ở xã.\n")
    assert [target.text for target in plan.targets] == ["Thành lập Đội kiểm tra 178 ở xã."]


def test_recipients_and_signature_on_the_same_lines_are_told_apart() -> None:
    end = (
        "Nơi nhận: TM. ỦY BAN NHÂN DÂN\n- UBND tỉnh; KT. CHỦ TỊCH\n- Các xã; PHÓ CHỦ TỊCH\n"
        "- Lưu: VT. Lê Thị Thu\n"
    )
    plan = read(f"{HEAD}I. CHỈ TIÊU\n- 90% hộ.\n{end}")
    assert [recipient.text for recipient in plan.recipients] == ["UBND tỉnh", "Các xã", "Lưu: VT"]
    assert plan.signatory and plan.signatory.post == "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"
    assert plan.signatory.name == "Lê Thị Thu"


@pytest.mark.parametrize(
    "day",
    [
        "Điện Biên, ngày 20 tháng 12\n                              năm 2021",
        "Điện Biên, ngày 20 tháng 12\nPhòng Y tế\tnăm 2021",
        "Điện Biên,\n                              ngày 20 tháng 12 năm 2021",
        "Điện Biên, ngày\n                              20 tháng 12 năm 2021",
        "Điện Biên, ngày 20 tháng 12 năm\n                              2021",
    ],
)
def test_day_that_breaks_in_its_cell_is_read(day: str) -> None:
    plan = read(
        f"Số: 07/KH-UBND\t{day}\nKẾ HOẠCH\nPhòng, chống mại dâm năm 2021\nI. CHỈ TIÊU\n- 95% cơ sở.\n"
    )
    assert plan.number and plan.issued_on and plan.place
    assert (plan.number.number, plan.place.text) == ("07/KH-UBND", "Điện Biên")
    assert plan.issued_on.day == date(2021, 12, 20)


def test_empty_text_is_told() -> None:
    assert codes(read(" \n\t\n")) == ["plan_empty"]


def test_plan_of_three_thousand_sections_is_read() -> None:
    body = "".join(
        f"{number}. Mục số {number}\n- Làm việc thứ {number} của xã.\n" for number in range(1, 3001)
    )
    plan = read_body(f"I. NHIỆM VỤ\n{body}")
    assert (len(plan.sections), len(plan.tasks)) == (3001, 3000)


ENDLESS = [
    "- ", "1", "1.000", "phòng, ", "- 5% xã ", "[bookmark: ", "**a", "<b ", "I", "a, ngày ", "Số: ", "|", "Công an ",
    "báo cáo trước ngày 15/12 ", "[a](", "- 1/1 ", "1-", "từ ngày ", "năm 2020-", "giảm ",
    "Sở Y tế chủ trì, ", "(kèm theo ", "tất cả các số ", "từ 1 a b c d ", "ít nhất một lần trong ", "*a b*",
    "(Sở chủ trì ", "; không để ", "ngày 15/6 và ", "05 và a ",
]  # fmt: skip


@pytest.mark.parametrize("piece", ENDLESS)
def test_line_without_end_is_read_in_linear_time(piece: str) -> None:
    # With a pattern that tries again and again this would not come back within the test's life.
    endless = piece * (300_000 // len(piece))
    assert read_body(f"I. CHỈ TIÊU\n- {endless}\nII. NHIỆM VỤ\n- {endless}\n").sections


@pytest.mark.parametrize(
    "line",
    [
        "a\n",
        "A\n",
        "\tx\n",
        "a\tb\tc\n",
        "|a|b|c|\n",
        "- a;\nB\n",
        "TM. ỦY BAN\n",
        "Nơi nhận:\n",
        "a:\n- b\n",
        "Số:\n",
        "Xã\n",
    ],
)
def test_lines_without_end_are_read_in_linear_time(line: str) -> None:
    assert read_body(f"I. CHỈ TIÊU\n- 5% xã.\n{line * 10_000}") is not None
