"""The child process that marks a workbook from outside: it may die of it, alone.

Started as `python -m exports.marking_child xlsx`. On standard input: the length of a JSON document in 8 bytes, the
document `[[[sheet, cell, words] …], [[place, value, words] …]]`, the workbook, which passed the gate. On standard
output: the marked workbook.
"""

import json
import struct
import sys

from exports.marking import marked
from exports.readers.memory import bound

LENGTH = struct.Struct(">Q")


def main() -> None:
    """Read the workbook and write it marked."""
    bound()
    source = sys.stdin.buffer
    marks, told = json.loads(source.read(*LENGTH.unpack(source.read(LENGTH.size))))
    sys.stdout.buffer.write(marked(source.read(), marks, told))


if __name__ == "__main__":
    main()
