"""Forms written to both formats and read back: the words of each, without what pages repeat."""

from collections.abc import Sequence
from pathlib import Path

from exports.documents.description import Table
from exports.documents.form_docx import write_forms_docx
from exports.documents.form_pdf import write_forms_pdf
from exports.documents.forms import Form
from exports.documents.wording import SAMPLE_NOTICE
from tests.exports.documents.reading import PageRead, read_pdf
from tests.exports.documents.reading_docx import docx_text


def pdf_words(forms: Sequence[Form], folder: Path) -> list[str]:
    """Return the words of the PDF without page numbers, notices and the table heads that pages repeat."""
    heads = [head_of(part) for form in forms for part in form.parts if isinstance(part, Table)]
    return " ".join(_inside(page, heads) for page in pdf_pages(forms, folder)).split()


def pdf_pages(forms: Sequence[Form], folder: Path) -> list[PageRead]:
    """Write the forms as PDF and return its pages."""
    write_forms_pdf(forms, folder / "form.pdf")
    return read_pdf(folder / "form.pdf")


def docx_words(forms: Sequence[Form], folder: Path) -> list[str]:
    """Return the words of the .docx in reading order."""
    write_forms_docx(forms, folder / "form.docx")
    return docx_text(folder / "form.docx").split()


def head_of(table: Table) -> str:
    """Return the head of a table as it is read."""
    return " ".join(column.title for column in table.columns)


def _inside(page: PageRead, heads: list[str]) -> str:
    words = [line.text for line in page.lines if line.base > 20 and line.text != SAMPLE_NOTICE]
    text = " ".join(" ".join(words).split())
    return text.removeprefix(next((head for head in heads if text.startswith(head)), ""))
