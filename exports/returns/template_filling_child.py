"""The child process that fills a province's own workbook: it may die of it, alone.

Started as `python -m exports.returns.template_filling_child xlsx` or `… preview`. On standard input: a pickled pair of
the filled return and the workbook, from the program that started it and nobody else. On standard output: the filled
workbook, or what is shown of it as JSON. The workbook's bytes lay in the book meanwhile: they pass the gate again.
"""

import io
import json
import pickle
import sys
from collections.abc import Callable, Mapping

from db.rules.returns.filled import FilledReturn
from db.rules.returns.tags_sheet import OwnWorkbook
from exports.readers.gate import admit_bytes
from exports.readers.memory import bound
from exports.returns.template_preview import previewed
from exports.returns.template_reading import TEMPLATE_LIMITS, TEMPLATES
from exports.returns.template_workbook import filled_book


def main(kind: str) -> None:
    """Fill the workbook and write what is wanted of it."""
    bound()
    filled, own = pickle.load(sys.stdin.buffer)
    admit_bytes("", own.body, TEMPLATE_LIMITS, TEMPLATES)
    sys.stdout.buffer.write(_MADE[kind](filled, own))


def _workbook(filled: FilledReturn, own: OwnWorkbook) -> bytes:
    written = io.BytesIO()
    filled_book(filled, own).save(written)
    return written.getvalue()


def _preview(filled: FilledReturn, own: OwnWorkbook) -> bytes:
    return json.dumps(previewed(filled, own), ensure_ascii=False).encode()


_MADE: Mapping[str, Callable[[FilledReturn, OwnWorkbook], bytes]] = {"xlsx": _workbook, "preview": _preview}


if __name__ == "__main__":
    main(sys.argv[1])
