"""What the annexes of a plan say, before they are drawn."""

from db.rules.plan_paper import ModelCount, PaperMoney, PaperTask, RemovedHotspot
from exports.documents.annex_content import Attachment, hotspot_annex, model_annex, task_annex
from exports.documents.plan_content import plan_document
from tests.helpers.long_plan import annexed_plan

ATTACHED = Attachment("(Kèm theo Kế hoạch số 24/KH-UBND)", "Phòng, chống mại dâm năm 2018")


def test_models_are_added_up_across_and_down() -> None:
    models = [ModelCount("Ba Đình", 30, 1), ModelCount("Hoàn Kiếm", 23, 1), ModelCount("Tây Hồ")]

    table = model_annex(models, ATTACHED).table

    assert [row.cells for row in table.rows] == [
        ("1", "Ba Đình", "30", "1", "31"),
        ("2", "Hoàn Kiếm", "23", "1", "24"),
        ("3", "Tây Hồ", "–", "–", "–"),
    ]
    assert table.total == ("", "Tổng cộng", "53", "2", "55")


def test_zero_models_are_no_dash() -> None:
    assert model_annex([ModelCount("Ba Đình", 0, None)], ATTACHED).table.total[2:] == ("0", "–", "0")


def test_hotspots_stand_in_the_column_of_their_year() -> None:
    hotspots = [
        RemovedHotspot("Hoàng Mai", "Đường Tam Trinh", 2016),
        RemovedHotspot("Hoàng Mai", "Đường Giải Phóng", 2018, reopened=True),
        RemovedHotspot("Tây Hồ", "Đường Hoàng Hoa Thám", 2018),
        RemovedHotspot("Tây Hồ", "Phố Trích Sài", 2018),
    ]

    annex = hotspot_annex(hotspots, ATTACHED)

    assert [column.title for column in annex.table.columns[2:]] == ["Năm 2016", "Năm 2017", "Năm 2018"]
    assert [row.cells[1:] for row in annex.table.rows] == [
        ("Hoàng Mai", "Đường Tam Trinh", "", "Đường Giải Phóng (tái hoạt động)"),
        ("Tây Hồ", "", "", "Đường Hoàng Hoa Thám;\nPhố Trích Sài"),
    ]
    assert annex.table.total == ("", "Tổng cộng", "1", "0", "3")
    assert annex.landscape


def test_long_span_shows_only_years_with_hotspots() -> None:
    hotspots = [RemovedHotspot("Tây Hồ", "Phố", year) for year in (2009, 2025)]

    columns = hotspot_annex(hotspots, ATTACHED).table.columns

    assert [column.title for column in columns[2:]] == ["Năm 2009", "Năm 2025"]


def test_tasks_repeat_the_subject_in_capitals() -> None:
    annex = task_annex([PaperTask("Tập huấn", lead="Phòng Y tế")], ATTACHED)

    assert annex.title == "DANH MỤC NHIỆM VỤ PHÒNG, CHỐNG MẠI DÂM NĂM 2018"
    assert annex.table.rows[0].cells[:3] == ("1", "Tập huấn", "Phòng Y tế")
    assert annex.table.total == ()


def test_money_of_several_sources_stands_before_the_total() -> None:
    money = [PaperMoney("", "2 đồng"), PaperMoney("ngân sách huyện", "5 đồng")]
    rows = task_annex([PaperTask("Tập huấn")], ATTACHED, "7 đồng", money).table.rows
    told = [(row.cells[1], row.cells[6]) for row in rows[1:]]
    assert told == [
        ("Kinh phí chưa ghi nguồn", "2 đồng"),
        ("Kinh phí từ nguồn: ngân sách huyện", "5 đồng"),
    ]


def test_money_of_one_source_is_the_total() -> None:
    annex = task_annex([PaperTask("Tập huấn")], ATTACHED, "5 đồng", [PaperMoney("ngân sách huyện", "5 đồng")])
    assert len(annex.table.rows) == 1
    assert annex.table.total[6] == "5 đồng"


def test_several_annexes_are_numbered_and_attached_alike() -> None:
    annexes = plan_document(annexed_plan()).annexes

    assert [annex.label for annex in annexes] == ["Phụ lục I", "Phụ lục II", "Phụ lục III"]
    assert len({annex.subtitle for annex in annexes}) == 1
    assert [annex.landscape for annex in annexes] == [False, True, True]


def test_a_column_without_a_word_leaves_its_room_to_the_others() -> None:
    table = task_annex([PaperTask("Nói chuyện chuyên đề", time="Quý II")], Attachment("")).table

    assert [column.title for column in table.columns if column.width > 1] == [
        "TT",
        "Nội dung nhiệm vụ",
        "Thời gian",
    ]
