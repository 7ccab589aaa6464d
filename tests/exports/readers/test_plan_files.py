"""Files of plans: the sound ones read, the bad ones refused with a clear finding."""

import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from db.rules.findings import Refused
from db.rules.plan_paper import PaperSignatory, PaperTarget, PaperTask, PlanPaper, Section
from db.rules.plan_reading.reader import read_plan
from db.rules.plan_reading.result import ReadPlan
from exports.documents.pdf import write_pdf
from exports.documents.plan_content import plan_document
from exports.readers import plan_files
from exports.readers.plan_files import read_pasted, read_plan_file
from tests.exports.readers.made_documents import (
    cell,
    document,
    docx,
    encrypted_pdf,
    numbered,
    numbering,
    paragraph,
    scanned_pdf,
    table,
)

OLE = bytes.fromhex("D0CF11E0A1B11AE1")
LEVELS = [("upperRoman", "%1."), ("decimal", "%2."), ("bullet", "-")]
HEAD = table(
    [
        [
            "UBND HUYỆN LỘC HÀ\nSố: 07/KH-UBND",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nLộc Hà, ngày 05 tháng 02 năm 2026",
        ]
    ]
)
TASKS = table(
    [
        ["TT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian", "Sản phẩm"],
        ["I", cell("Tuyên truyền", '<w:gridSpan w:val="5"/>')],
        [
            "1",
            "Phát tờ rơi ở chợ",
            "Phòng Văn hóa",
            "Công an xã; Hội Phụ nữ, Đoàn Thanh niên",
            "Quý II/2026",
            "1.200 tờ",
        ],
        ["2", "Mở 02 lớp tập huấn", "Trạm Y tế", "UBND các xã, thị trấn", "Trước ngày 15/9/2026", "Báo cáo"],
    ]
)
END = table(
    [["Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNgô Thị Sen"]]
)
PLAN = (
    HEAD
    + paragraph("KẾ HOẠCH")
    + paragraph("Phòng, chống mại dâm năm 2026")
    + numbered("CHỈ TIÊU", 1)
    + numbered("95% cơ sở ký cam kết.", 1, 2)
    + numbered("TỔ CHỨC THỰC HIỆN", 1)
    + numbered("Công an huyện: tuần tra.", 1, 1)
    + END
    + paragraph("PHỤ LỤC")
    + TASKS
)
PAPER = PlanPaper(
    "Ủy ban nhân dân tỉnh Hà Tĩnh",
    "Ủy ban nhân dân huyện Lộc Hà",
    "Lộc Hà",
    "KH-UBND",
    "Phòng, chống mại dâm năm 2026",
    PaperSignatory("TM. Ủy ban nhân dân", "KT. Chủ tịch\nPhó Chủ tịch", "Ngô Thị Sen"),
    number=7,
    issued_on=date(2026, 2, 5),
    grounds=("Căn cứ Pháp lệnh Phòng, chống mại dâm",),
    sections=(
        Section(1, "heading", "Chỉ tiêu"),
        Section(1, "targets"),
        Section(1, "heading", "Tổ chức thực hiện"),
        Section(2, "heading", "Công an huyện"),
        Section(4, "heading", "Tuần tra các nhà trọ"),
    ),
    targets=(PaperTarget("95% cơ sở ký cam kết"), PaperTarget("Mở 04 lớp tập huấn")),
    tasks=(PaperTask("Rà soát nhà trọ", lead="Công an huyện", time="Quý II/2026"),),
    recipients=("UBND tỉnh", "Lưu: VT"),
)


def made(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def plan_of(path: Path) -> ReadPlan:
    return read_plan(read_plan_file(path))


def refused(path: Path) -> str:
    with pytest.raises(Refused) as caught:
        read_plan_file(path)
    assert caught.value.source == path.name
    return caught.value.findings[0].code


def zipped(parts: dict[str, bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def test_document_of_word_becomes_a_plan(tmp_path: Path) -> None:
    plan = plan_of(made(tmp_path, "a.docx", docx(PLAN, {"numbering": numbering(LEVELS)})))
    assert plan.number and plan.place and plan.issued_on and plan.signatory
    assert (plan.number.number, plan.place.text, plan.issued_on.day) == (
        "07/KH-UBND",
        "Lộc Hà",
        date(2026, 2, 5),
    )
    assert [target.quantity.value for target in plan.targets] == [95]
    assert (plan.agencies[0].name, plan.signatory.name) == ("Công an huyện", "Ngô Thị Sen")
    assert [item.text for item in plan.recipients] == ["UBND tỉnh", "Lưu: VT"]


@pytest.mark.parametrize(
    "day", ["ngày 20 tháng 12\nnăm 2021", "ngày 20 tháng 12 năm\n2021", "ngày\n20 tháng 12 năm 2021"]
)
def test_day_that_breaks_in_its_cell_is_read(tmp_path: Path, day: str) -> None:
    broken = PLAN.replace(
        "ngày 05 tháng 02 năm 2026", "".join(f"{part}</w:t><w:br/><w:t>" for part in day.split("\n"))
    )
    plan = plan_of(made(tmp_path, "a.docx", docx(broken, {"numbering": numbering(LEVELS)})))
    assert plan.issued_on and plan.place
    assert (plan.issued_on.day, plan.place.text) == (date(2021, 12, 20), "Lộc Hà")


def test_task_table_of_a_document_becomes_tasks(tmp_path: Path) -> None:
    first, second = plan_of(made(tmp_path, "a.docx", docx(PLAN, {"numbering": numbering(LEVELS)}))).tasks
    assert (first.lead, first.group, first.product) == ("Phòng Văn hóa", "Tuyên truyền", "1.200 tờ")
    assert first.joining == ("Công an xã", "Hội Phụ nữ", "Đoàn Thanh niên")
    assert (first.starts_on, first.ends_on) == (date(2026, 4, 1), date(2026, 6, 30))
    assert (second.joining, second.ends_on) == (("UBND các xã, thị trấn",), date(2026, 9, 15))


def test_own_plan_printed_as_pdf_is_read_back(tmp_path: Path) -> None:
    write_pdf(plan_document(PAPER), tmp_path / "a.pdf")
    plan = plan_of(tmp_path / "a.pdf")
    assert plan.number and plan.issued_on and plan.signatory and plan.subject
    assert (plan.number.number, plan.issued_on.day) == ("07/KH-UBND", date(2026, 2, 5))
    assert plan.subject.text == "Phòng, chống mại dâm năm 2026"
    assert [target.quantity.value for target in plan.targets] == [95, 4]
    assert (plan.agencies[0].name, plan.signatory.name) == ("Công an huyện", "Ngô Thị Sen")


ISSUING = (
    "Ủy ban nhân dân huyện ban hành Kế hoạch phòng, chống mại dâm trên địa bàn huyện năm 2026 với những nội dung "
    "và nhiệm vụ như sau:"
)
GROUND = (
    "Căn cứ Kế hoạch số 15/KH-UBND ngày 12/01/2026 của Ủy ban nhân dân tỉnh Hà Tĩnh về phòng, chống mại dâm"
)
LONG = "Tuần tra các nhà trọ, quán karaoke và cơ sở lưu trú; " * 4


def test_paragraphs_of_an_own_plan_printed_as_pdf_stay_apart(tmp_path: Path) -> None:
    body = (Section(1, "paragraph", ISSUING), *PAPER.sections, Section(4, "paragraph", LONG.strip()))
    paper = replace(PAPER, number=None, grounds=(GROUND,), sections=body)
    write_pdf(plan_document(paper), tmp_path / "a.pdf")
    plan = plan_of(tmp_path / "a.pdf")
    assert [item.text for item in plan.grounds] == [GROUND]
    assert [item.text for item in plan.opening] == [ISSUING]
    assert plan.sections[-1].paragraphs == (f"{LONG.strip('; ')}./.",)
    assert plan.number and (plan.number.number, plan.number.certain) == (None, True)


@pytest.mark.parametrize("name", ["dien-bien-2021-2025", "lai-chau-2025"])
def test_real_plan_says_the_same_as_a_document_of_word(tmp_path: Path, shared: Path, name: str) -> None:
    text = (shared / "received-plans" / f"{name}.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip()]
    plan, same = read_plan(read_pasted(text)), plan_of(made(tmp_path, "a.docx", document(lines)))
    assert [item.quantity for item in same.targets] == [item.quantity for item in plan.targets]
    assert [item.name for item in same.agencies] == [item.name for item in plan.agencies]
    assert (same.signatory and same.signatory.name) == (plan.signatory and plan.signatory.name)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_is_read_in_any_encoding_of_unicode(tmp_path: Path, encoding: str) -> None:
    path = made(tmp_path, "a.txt", "KẾ HOẠCH\r\nPhòng, chống mại dâm".encode(encoding))
    assert read_plan_file(path).lines == ("KẾ HOẠCH", "Phòng, chống mại dâm")


def test_text_in_an_old_encoding_is_converted_and_says_so(tmp_path: Path) -> None:
    source = read_plan_file(
        made(tmp_path, "a.txt", "KÕ ho¹ch phßng, chèng m¹i d©m cña x·, n¨m 2008".encode("latin-1"))
    )
    assert (source.lines, source.encoding) == (("Kế hoạch phòng, chống mại dâm của xã, năm 2008",), "tcvn3")


def test_old_codes_under_a_new_font_are_told_by_the_text(tmp_path: Path) -> None:
    text = "KÕ ho¹ch phßng, chèng tÖ n¹n m¹i d©m cña x·"
    source = read_plan_file(made(tmp_path, "a.docx", document([text])))
    assert (source.lines[0], source.encoding) == ("Kế hoạch phòng, chống tệ nạn mại dâm của xã", "tcvn3")


OLD = "KÕ ho¹ch phßng, chèng tÖ n¹n m¹i d©m cña x·"
NEW = "Kế hoạch phòng, chống tệ nạn mại dâm của xã"


def test_a_converted_text_shows_lines_before_and_after(tmp_path: Path) -> None:
    for source in (
        read_plan_file(made(tmp_path, "a.txt", OLD.encode("latin-1"))),
        read_plan_file(made(tmp_path, "a.docx", document([OLD]))),
        read_pasted(OLD),
    ):
        assert source.preview is not None
        assert (source.preview.before, source.preview.after) == ((OLD,), (NEW,))
        assert not source.preview.certain


def test_text_is_left_as_it_came_where_that_is_wanted(tmp_path: Path) -> None:
    for source in (
        read_plan_file(made(tmp_path, "a.txt", OLD.encode("latin-1")), convert=False),
        read_plan_file(made(tmp_path, "a.docx", document([OLD])), convert=False),
        read_pasted(OLD, convert=False),
    ):
        assert (source.lines, source.encoding, source.preview) == ((OLD,), "unicode", None)


DTD = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
BAD = [
    ("a.pdf", scanned_pdf(), "plan_scanned"),
    ("a.pdf", encrypted_pdf(), "file_encrypted"),
    ("a.pdf", b"%PDF-1.7 and no more", "file_broken"),
    ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "file_encrypted"),
    ("a.doc", OLE + "WordDocument".encode("utf-16-le"), "plan_is_doc"),
    ("a.docx", document(["KẾ HOẠCH"])[:-60], "file_broken"),
    ("a.docx", zipped({"word/document.xml": b"<a><b></a>"}), "file_broken"),
    ("a.docx", zipped({"word/document.xml": b"<a/>"}), "file_broken"),
    ("a.docx", docx(paragraph("x"), declaration=DTD), "workbook_dtd"),
    ("a.docx", zipped({"word/document.xml": b"<a>" + b" " * 70 * 2**20 + b"</a>"}), "package_unpacked"),
    ("a.docx", docx(table([[cell("x", '<w:gridSpan w:val="2000000"/>')]])), "document_far_table"),
    ("a.docx", docx("<w:sdt>" * 400 + "</w:sdt>" * 400), "document_too_large"),
    ("a.docx", docx(paragraph()), "file_empty"),
    ("a.docx", b"KE HOACH", "file_text_named_document"),
    ("a.xlsx", zipped({"xl/workbook.xml": b"<a/>"}), "plan_other_kind"),
    ("a.txt", b"", "file_empty"),
    ("a.txt", b" \n\t\n", "file_empty"),
    ("a.txt", b"{\\rtf1 KE HOACH}", "plan_other_kind"),
    ("a.txt", "kế hoạch ".encode() * 500_000, "plan_too_long"),
    ("a.txt", b"a\n" * 40_000, "plan_too_long"),
    ("a.txt", bytes(range(128, 255)) * 50, "plan_encoding_unknown"),
    ("a.png", b"\x89PNG\0\0", "plan_other_kind"),
]


@pytest.mark.parametrize(
    ("name", "data", "code"), BAD, ids=[f"{code}-{at}" for at, (_, _, code) in enumerate(BAD)]
)
def test_bad_file_is_refused_with_a_clear_finding(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    assert refused(made(tmp_path, name, data)) == code


def test_document_longer_than_any_plan_is_refused(tmp_path: Path) -> None:
    assert (
        refused(made(tmp_path, "a.docx", document([str(number**9) for number in range(40_000)])))
        == "plan_too_long"
    )


def test_child_that_takes_too_long_is_a_refusal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan_files, "_CHILD", replace(plan_files._CHILD, seconds=0.001))
    assert refused(made(tmp_path, "a.docx", document(["KẾ HOẠCH"]))) == "plan_too_slow"


def test_child_that_dies_is_a_refusal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan_files, "_CHILD", replace(plan_files._CHILD, module="exports.readers.no_such"))
    assert refused(made(tmp_path, "a.docx", document(["KẾ HOẠCH"]))) == "plan_not_readable"


@pytest.mark.parametrize("text", ["", "   \n"])
def test_nothing_pasted_is_refused(text: str) -> None:
    with pytest.raises(Refused) as caught:
        read_pasted(text)
    assert caught.value.findings[0].code == "file_empty"
