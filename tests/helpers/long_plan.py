"""Plans made up for tests and measurement: short ones, one of thirty pages, an annex with many tasks."""

from dataclasses import replace
from datetime import date
from typing import Any

from db.rules.plan_paper import (
    AmendmentPaper,
    Change,
    IssuedPlan,
    ModelCount,
    PaperSignatory,
    PaperTarget,
    PaperTask,
    PlanPaper,
    RemovedHotspot,
    Section,
)

SENTENCES = (
    "Tiếp tục đẩy mạnh việc nói chuyện tại bản, tổ dân phố bằng tiếng phổ thông và tiếng dân tộc để người dân hiểu "
    "pháp luật về phòng ngừa, biết nơi được giúp đỡ; mỗi quý một lần, có mặt cả trong các cơ quan và trường học.",
    "Lồng ghép nhiệm vụ của kế hoạch này vào sinh hoạt của chi hội, câu lạc bộ, vào lớp dạy nghề ngắn hạn và đợt khám "
    "sức khỏe lưu động; xã nào làm trước thì kể lại cách làm cho xã khác cùng theo.",
    "Đội kiểm tra liên ngành 178 lập lịch từ đầu năm, báo trước khi đến, ghi biên bản ngay tại chỗ và gửi lại cơ sở "
    "một bản; những lỗi nhắc nhở lần đầu được xem lại sau ba mươi ngày.",
    "Tư vấn, giới thiệu việc làm và thủ tục vay vốn do bộ phận một cửa của xã hướng dẫn; số lượt được giúp ghi vào sổ "
    "mỗi tuần, không ghi tên.",
)
GROUNDS = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 02 năm 2025",
    "Căn cứ Nghị định số 178/2004/NĐ-CP ngày 15 tháng 10 năm 2004 của Chính phủ quy định chi tiết thi hành một số điều "
    "của Pháp lệnh phòng, chống mại dâm",
    "Căn cứ Quyết định số 1629/QĐ-TTg ngày 28 tháng 9 năm 2021 của Thủ tướng Chính phủ",
)
SIGNATORY = PaperSignatory("TM. Ủy ban nhân dân", "KT. Chủ tịch\nPhó Chủ tịch", "Lò Thị Hương")
RECIPIENTS = (
    "Sở Y tế (b/c)",
    "Thường trực Huyện ủy (b/c)",
    "Ủy ban nhân dân các xã, thị trấn",
    "Lưu: VT, VHXH",
)
CLOSING_WORDS = "Trên đây là Kế hoạch phòng, chống mại dâm năm 2025 trên địa bàn huyện Tuần Giáo."


def short_plan(**changes: Any) -> PlanPaper:
    """Return a plan of about a page and a half; `changes` replace its fields."""
    plan = PlanPaper(
        parent_agency="",
        issuing_agency="Ủy ban nhân dân\nhuyện Tuần Giáo",
        place="Tuần Giáo",
        symbol="KH-UBND",
        subject="Phòng, chống mại dâm năm 2025 trên địa bàn huyện Tuần Giáo",
        signatory=SIGNATORY,
        number=5,
        issued_on=date(2025, 1, 9),
        grounds=GROUNDS,
        sections=short_sections(),
        targets=short_targets(),
        recipients=RECIPIENTS,
    )
    return replace(plan, **changes)


def short_sections() -> tuple[Section, ...]:
    """Return headings of every level, paragraphs, and the place of the targets."""
    return (
        Section(1, "heading", "MỤC ĐÍCH, YÊU CẦU"),
        Section(1, "paragraph", SENTENCES[0]),
        Section(1, "heading", "CÁC CHỈ TIÊU CHỦ YẾU"),
        Section(1, "targets"),
        Section(1, "heading", "NHIỆM VỤ, GIẢI PHÁP"),
        Section(2, "heading", "Công tác tuyên truyền"),
        Section(3, "heading", "Tuyên truyền trực tiếp"),
        Section(4, "heading", SENTENCES[1]),
        Section(5, "heading", "Tại các trường trung học phổ thông;"),
        Section(5, "heading", "Tại các cơ sở kinh doanh dịch vụ."),
        Section(3, "heading", "Tuyên truyền trên hệ thống truyền thanh cơ sở"),
        Section(3, "paragraph", SENTENCES[0]),
        Section(2, "heading", SENTENCES[2]),
        Section(1, "heading", "TỔ CHỨC THỰC HIỆN"),
        Section(1, "paragraph", CLOSING_WORDS),
    )


def short_targets() -> tuple[PaperTarget, ...]:
    """Return three targets of different kinds."""
    return (
        PaperTarget(
            "Tỷ lệ xã, thị trấn tổ chức ít nhất một hình thức tuyên truyền", "≥ 70 %", date(2025, 12, 15)
        ),
        PaperTarget("Số lớp tập huấn cho cán bộ làm công tác phòng, chống mại dâm", "02 lớp"),
        PaperTarget("Không để tái hoạt động đối với các tụ điểm đã triệt xóa"),
    )


def long_plan(chapters: int = 12) -> PlanPaper:
    """Return a plan whose body fills about thirty pages with the default number of chapters."""
    sections = [section for chapter in range(chapters) for section in _chapter(chapter)]
    return short_plan(sections=(*sections, Section(1, "paragraph", CLOSING_WORDS)), targets=())


def sound_plan(**changes: Any) -> PlanPaper:
    """Return a short plan with tasks in which nothing departs from the decree."""
    words = f"{CLOSING_WORDS.rstrip('.')} và phụ lục kèm theo."
    sections = (*short_sections()[:-1], Section(1, "paragraph", words))
    return short_plan(**{"sections": sections, "tasks": many_tasks(3, groups=1), **changes})


def annexed_plan(localities: int = 19) -> PlanPaper:
    """Return a short plan with all three annexes."""
    names = [f"Xã thứ {number}" for number in range(1, localities + 1)]
    models = tuple(ModelCount(name, place % 4, None if place % 5 else 1) for place, name in enumerate(names))
    hotspots = tuple(
        RemovedHotspot(name, f"Khu vực bến xe {name}", 2017 + place % 9, reopened=place % 7 == 0)
        for place, name in enumerate(names)
    )
    return sound_plan(models=models, hotspots=hotspots)


def amendment(**changes: Any) -> AmendmentPaper:
    """Return the first amendment of the short plan: one item changed, one added, one removed."""
    paper = AmendmentPaper(
        parent_agency="",
        issuing_agency="Ủy ban nhân dân\nhuyện Tuần Giáo",
        place="Tuần Giáo",
        symbol="KH-UBND",
        amended=IssuedPlan(5, "KH-UBND", date(2025, 1, 9), "Phòng, chống mại dâm năm 2025"),
        signatory=SIGNATORY,
        changes=(
            Change(
                "Chỉ tiêu thứ nhất mục II", "Tỷ lệ xã đạt 70 %", "Tỷ lệ xã đạt 80 %,\ntừng quý có báo cáo"
            ),
            Change("Sau khoản 2 mục III", new=SENTENCES[1]),
            Change("Điểm b khoản 1 mục III", old=SENTENCES[3]),
        ),
        issuer="Chủ tịch Ủy ban nhân dân huyện Tuần Giáo",
        number=7,
        issued_on=date(2025, 7, 1),
        grounds=GROUNDS,
        recipients=RECIPIENTS,
    )
    return replace(paper, **changes)


def many_tasks(count: int, groups: int = 4) -> tuple[PaperTask, ...]:
    """Return tasks shared out among groups, in reading order."""
    return tuple(
        _task(number, f"Nhóm nhiệm vụ thứ {1 + number * groups // count}") for number in range(count)
    )


def _chapter(chapter: int) -> list[Section]:
    sections = [Section(1, "heading", f"NỘI DUNG THỨ {chapter + 1}")]
    for part in range(4):
        sections.append(Section(2, "heading", f"Nhiệm vụ, giải pháp về công tác số {part + 1}"))
        sections += [Section(4, "heading", text) for text in SENTENCES]
        sections.append(Section(2, "paragraph", " ".join(SENTENCES[part % 2 :])))
    return sections


def _task(number: int, group: str) -> PaperTask:
    return PaperTask(
        content=SENTENCES[number % len(SENTENCES)],
        group=group,
        lead="Phòng Y tế",
        joining="Công an huyện; Hội Liên hiệp Phụ nữ huyện; Ủy ban nhân dân các xã, thị trấn",
        time="Quý II - Quý IV" if number % 2 else "Thường xuyên",
        product="Báo cáo kết quả",
        money="15.000.000 đồng (ngân sách huyện)" if number % 3 == 0 else "",
    )
