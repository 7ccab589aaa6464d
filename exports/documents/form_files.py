"""Forms into a file of the kind that its name says."""

from collections.abc import Callable, Sequence
from pathlib import Path

from exports.documents.forms import Form


def write_forms(forms: Sequence[Form], target: Path, on_page: Callable[[int], None] = lambda _: None) -> None:
    """Write forms as Word document where the name ends in .docx, else as PDF; raises as both writers do.

    `on_page` is told the number of each page of a PDF.
    """
    if target.suffix.lower() == ".docx":
        from exports.documents.form_docx import write_forms_docx

        write_forms_docx(forms, target)
    else:
        from exports.documents.form_pdf import write_forms_pdf

        write_forms_pdf(forms, target, on_page=on_page)
