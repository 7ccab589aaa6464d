"""What cannot be drawn is refused before a file exists, and an earlier file stays."""

import unicodedata
from pathlib import Path

import pytest

from db.rules.plan_paper import PaperTask, PlanPaper, Section
from db.whole_files import TargetNotWritable
from exports.documents.fonts import FontMissing, GlyphMissing
from exports.documents.pdf import write_pdf
from exports.documents.plan_content import plan_document
from tests.helpers.long_plan import short_plan

UNDRAWABLE = [
    (short_plan(subject="Phòng, chống mại dâm 😀"), "😀", "bold"),
    (short_plan(sections=(Section(1, "paragraph", "Tuyên truyền 漢字"),)), "字漢", "regular"),
    (short_plan(grounds=("Căn cứ \uf0b7 Luật",)), "\uf0b7", "italic"),
    (short_plan(tasks=(PaperTask("Kiểm tra", note="✔"),)), "✔", "regular"),
    (short_plan(recipients=("Sở Y tế ☎",)), "☎", "regular"),
    (short_plan(place="Tuần Giáo \u0301x"), "\u0301", "italic"),
]


@pytest.mark.parametrize(("plan", "characters", "face"), UNDRAWABLE)
def test_missing_glyph_is_refused_before_anything_is_drawn(
    plan: PlanPaper, characters: str, face: str, target: Path
) -> None:
    with pytest.raises(GlyphMissing) as refused:
        write_pdf(plan_document(plan), target)

    assert refused.value.characters == "".join(sorted(unicodedata.normalize("NFC", characters)))
    assert refused.value.face == f"Liberation Serif {face}"
    assert list(target.parent.iterdir()) == []


def test_all_missing_characters_of_the_document_are_named_at_once(target: Path) -> None:
    plan = short_plan(subject="Kế hoạch 😀", recipients=("Sở Y tế ☎",))

    with pytest.raises(GlyphMissing) as refused:
        write_pdf(plan_document(plan), target)

    assert refused.value.characters == "☎😀"
    assert refused.value.face == "Liberation Serif regular, Liberation Serif bold"


def test_missing_family_is_refused_before_a_file_exists(target: Path, tmp_path: Path) -> None:
    with pytest.raises(FontMissing) as refused:
        write_pdf(plan_document(short_plan()), target, folders=(tmp_path / "fonts",))

    assert refused.value.searched == (tmp_path / "fonts",)
    assert not target.exists()


def test_earlier_file_stays_when_drawing_fails(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target.write_bytes(b"earlier")
    monkeypatch.setattr("exports.documents.pages._story", _broken_story)

    with pytest.raises(RuntimeError):
        write_pdf(plan_document(short_plan()), target)

    assert target.read_bytes() == b"earlier"
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_folder_that_does_not_exist_is_told(tmp_path: Path) -> None:
    with pytest.raises(TargetNotWritable) as refused:
        write_pdf(plan_document(short_plan()), tmp_path / "none" / "plan.pdf")

    assert refused.value.reason == "folder_missing"


def _broken_story(_parts: object) -> list[object]:
    raise RuntimeError
