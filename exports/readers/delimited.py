"""Lists as text: UTF-8 with or without its mark, separated by comma, semicolon or tab."""

import csv
import io
from collections.abc import Iterator

from db.rules.findings import Finding, Refused
from db.rules.formats import number_text
from exports.readers.addresses import line_place
from exports.readers.gate import Admitted
from exports.readers.grids import Grid, Row
from exports.readers.limits import LIMITS

_SEPARATORS = ",;\t"
# How the reader's error for a value longer than it takes is worded.
_LIMIT = "field limit"
# An honest row has some hundred letters.
_LONGEST_LINE = 500_000


def grid_of_text(admitted: Admitted) -> Grid:
    """Read a text that passed the gate; raise `Refused` where it is not UTF-8 or its quotes do not close."""
    try:
        _check_encoding(admitted.data)
        return Grid(admitted.name, "", tuple(_rows(admitted.data)))
    except Refused as refused:
        raise Refused(refused.findings, source=admitted.name) from refused


def _check_encoding(data: bytes) -> None:
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Refused([Finding("text_not_utf8", line_place(line), facts={"wanted": "UTF-8"})]) from error


def _lines(data: bytes) -> Iterator[str]:
    # Line by line: a whole text in memory takes four times its bytes.
    for line in io.TextIOWrapper(io.BytesIO(data), encoding="utf-8-sig", newline=""):
        if len(line) > _LONGEST_LINE:
            raise Refused([_too_large()])
        yield line


def _rows(data: bytes) -> Iterator[Row]:
    reader = csv.reader(_lines(data), delimiter=_separator(data), strict=True)
    first_line, cells = 1, 0
    try:
        for fields in reader:
            cells += len(fields)
            if cells > LIMITS.rectangle or first_line > LIMITS.rows:
                raise Refused([_too_large()])
            if any(value.strip() for value in fields):
                yield Row(first_line, tuple(value if value.strip() else None for value in fields))
            # A quoted value may run over several lines: a row is named by its first.
            first_line = reader.line_num + 1
    except csv.Error as error:
        rule = "text_cell_too_long" if _LIMIT in str(error) else "text_quotes"
        raise Refused([Finding(rule, line_place(first_line))]) from error


def _too_large() -> Finding:
    facts = {"rows": number_text(LIMITS.rows), "cells": number_text(LIMITS.rectangle)}
    return Finding("text_too_large", facts=facts)


def _separator(data: bytes) -> str:
    head = next((line for line in _lines(data) if line.strip()), "")
    return max(_SEPARATORS, key=head.count)
