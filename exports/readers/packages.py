"""What a zipped package from outside is, and its check on bytes that were read already."""

import io

from db.packages import PackageLimits, Scan, opened
from db.packages import check_package as check_file

_BY_MEMBER = {
    "xl/workbook.xml": "xlsx",
    "xl/workbook.bin": "xlsb",
    "word/document.xml": "docx",
    "ppt/presentation.xml": "pptx",
    "handed/rows.jsonl": "pcmd",
}


def package_kind(data: bytes, limits: PackageLimits) -> str:
    """Return what a zipped file is: xlsx, xlsb, docx, pptx, pcmd, ods or zip. Raise `Refused` where it is broken."""
    with opened(io.BytesIO(data), limits) as archive:
        names = {name.lower() for name in archive.namelist()}
        kind = next((kind for member, kind in _BY_MEMBER.items() if member in names), "zip")
        return "ods" if kind == "zip" and {"mimetype", "content.xml"} <= names else kind


def check_package(data: bytes, limits: PackageLimits, scan: Scan) -> None:
    """Raise `Refused` for a package as `db.packages.check_package` does."""
    check_file(io.BytesIO(data), limits, scan)
