"""The child process that reads a plan's file: bytes on standard input, one JSON document on standard output.

Started as `python -m exports.readers.plan_child docx` or `… pdf`; the file has passed the gate before.
"""

import json
import sys
import zipfile
from typing import Any
from xml.etree.ElementTree import ParseError

from db.rules.findings import Refused
from exports.readers.memory import bound

_STDIN, _STDOUT = 0, 1


def main(kind: str) -> None:
    """Read the file and answer what `docx_blocks` or `pdf_text` gives, or `{"error"}`."""
    bound()
    with open(_STDIN, "rb", closefd=False) as source:
        data = source.read()
    with open(_STDOUT, "wb", closefd=False) as target:
        target.write(json.dumps(answer(kind, data), ensure_ascii=False).encode("utf-8", "replace"))


def answer(kind: str, data: bytes) -> dict[str, Any]:
    """Return what a file of a kind (`docx`, `pdf`) holds, or the code of what is wrong with it."""
    if kind == "pdf":
        from exports.readers.pdf_text import pdf_lines

        return pdf_lines(data)
    from exports.readers.docx_blocks import document_blocks

    try:
        return document_blocks(data)
    except Refused as refused:
        finding = refused.findings[0]
        return {"error": finding.code, "facts": dict(finding.facts)}
    except (zipfile.BadZipFile, ParseError, ValueError, KeyError):
        return {"error": "file_broken"}


if __name__ == "__main__":
    main(sys.argv[1])
