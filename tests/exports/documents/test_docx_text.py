"""PDF and .docx of one document carry the same words in the same order."""

import random
from pathlib import Path

import pytest

from db.rules.numbering import DECIMAL, LETTERED
from db.rules.plan_paper import Section, SectionKind
from exports.documents.amendment_content import amendment_document
from exports.documents.description import Document
from exports.documents.docx import write_docx
from exports.documents.pdf import write_pdf
from exports.documents.plan_content import plan_document
from exports.documents.wording import SAMPLE_NOTICE
from tests.exports.documents.reading import PageRead, read_pdf
from tests.exports.documents.reading_docx import docx_text
from tests.helpers.long_plan import SENTENCES, amendment, annexed_plan, long_plan, many_tasks, short_plan

DOCUMENTS = {
    "short": plan_document(short_plan(sample=True)),
    "thirty pages": plan_document(long_plan()),
    "blank number and day": plan_document(short_plan(number=None, issued_on=None)),
    "annex of tasks": plan_document(short_plan(tasks=many_tasks(40), money_total="15.000.000 đồng")),
    "three annexes": plan_document(annexed_plan()),
    "amendment as a plan": amendment_document(amendment()),
    "amendment as a decision": amendment_document(amendment(kind="decision", ordinal=2)),
    "text of several lines": plan_document(short_plan(grounds=("Căn cứ\nLuật",), subject="Một\nHai")),
}


def pdf_words(document: Document, path: Path) -> list[str]:
    """Return the words of all pages without page numbers, notices and the table heads that pages repeat."""
    heads = [" ".join(column.title for column in annex.table.columns) for annex in document.annexes]
    pages = read_pdf(path)
    texts = [pages[0].text, *(_inside(page, heads) for page in pages[1:])]
    return " ".join(texts).replace(SAMPLE_NOTICE, "").split()


def _inside(page: PageRead, heads: list[str]) -> str:
    text = " ".join(" ".join(line.text for line in page.lines if line.base > 20).split())
    repeated = (head for head in heads if text.startswith(head))
    return text.removeprefix(next(repeated, ""))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_both_formats_say_the_same_word_for_word(name: str, tmp_path: Path) -> None:
    document = DOCUMENTS[name]

    write_pdf(document, tmp_path / "plan.pdf")
    write_docx(document, tmp_path / "plan.docx")

    assert docx_text(tmp_path / "plan.docx").split() == pdf_words(document, tmp_path / "plan.pdf")


@pytest.mark.parametrize("seed", range(12))
def test_any_order_of_sections_is_said_the_same(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    kinds: tuple[SectionKind, ...] = ("heading", "heading", "paragraph", "targets")
    sections = tuple(
        Section(chance.randint(1, 5), chance.choice(kinds), chance.choice(SENTENCES)) for _ in range(25)
    )
    document = plan_document(short_plan(sections=sections, scheme=chance.choice((LETTERED, DECIMAL))))

    write_pdf(document, tmp_path / "plan.pdf")
    write_docx(document, tmp_path / "plan.docx")

    assert docx_text(tmp_path / "plan.docx").split() == pdf_words(document, tmp_path / "plan.pdf")


def test_invisible_characters_are_left_out_of_both(tmp_path: Path) -> None:
    document = plan_document(short_plan(subject="Tuyên\u200b truyền\u00ad miệng\tvà\x07 lưu động\ufeff"))

    write_docx(document, tmp_path / "plan.docx")

    assert "Tuyên truyền miệng và lưu động" in docx_text(tmp_path / "plan.docx")


def test_signs_of_markup_are_text(tmp_path: Path) -> None:
    text = "Tỷ lệ < 70 % & số lớp > 2 thì <b>báo cáo</b>"

    write_docx(plan_document(short_plan(grounds=(text,))), tmp_path / "plan.docx")

    assert text in docx_text(tmp_path / "plan.docx")
