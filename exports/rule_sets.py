"""Rule sets as files on a disk: read through the gate, written whole or not at all."""

from dataclasses import replace
from pathlib import Path

from db.rules.findings import Refused
from db.rules.scoring.files import LARGEST_FILE, RuleSetFile, read_file
from db.rules.text import cleaned
from exports.files import replacing
from exports.readers.gate import FileKind, Wanted, admit
from exports.readers.limits import LIMITS

SUFFIX = ".toml"
_WANTED = Wanted(frozenset({FileKind.TEXT}), {}, "rule_file_foreign")
_LIMITS = replace(LIMITS, file_bytes=LARGEST_FILE)
_NOT_IN_NAMES = '<>:"/\\|?*'


def read_rule_set(path: Path, *, needs_seal: bool = True) -> RuleSetFile:
    """Read a rule set's file; raises Refused, named after the file, with the line of what is wrong."""
    admitted = admit(path, _LIMITS, _WANTED)
    try:
        return read_file(admitted.data, needs_seal=needs_seal)
    except Refused as refused:
        raise Refused(refused.findings, source=path.name) from refused


def write_rule_set(text: str, target: Path) -> None:
    """Write a rule set's file; raises TargetNotWritable."""
    with replacing(target) as temporary:
        temporary.write_bytes(text.encode())


def rule_set_name(title: str) -> str:
    """Return the usual name of a set's file."""
    return cleaned("".join(" " if letter in _NOT_IN_NAMES else letter for letter in title)) + SUFFIX
