"""An administrative document into a file of the kind that its name says."""

from pathlib import Path

from exports.documents.description import Document


def write_document(document: Document, target: Path) -> None:
    """Write a document as Word document where the name ends in .docx, else as PDF; raises as both writers do."""
    if target.suffix.lower() == ".docx":
        from exports.documents.docx import write_docx

        write_docx(document, target)
    else:
        from exports.documents.pdf import write_pdf

        write_pdf(document, target)
