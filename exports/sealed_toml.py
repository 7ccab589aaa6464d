"""Content as files on a disk: read through the gate, written whole or not at all."""

from dataclasses import replace
from pathlib import Path

from db.rules.file_names import plain_file_name
from db.rules.findings import Refused
from db.rules.sealed_toml import LARGEST_FILE, SealedToml, TomlFile
from db.whole_files import replacing
from exports.readers.gate import FileKind, Wanted, admit
from exports.readers.limits import LIMITS

SUFFIX = ".toml"
_LIMITS = replace(LIMITS, file_bytes=LARGEST_FILE)


def read_sealed(path: Path, kind: SealedToml, *, needs_seal: bool = True) -> TomlFile:
    """Read a file of a kind; raises Refused, named after the file, with the line of what is wrong."""
    admitted = admit(path, _LIMITS, Wanted(frozenset({FileKind.TEXT}), {}, kind.foreign))
    try:
        return kind.read(admitted.data, needs_seal=needs_seal)
    except Refused as refused:
        raise Refused(refused.findings, source=path.name) from refused


def write_sealed(text: str, target: Path) -> None:
    """Write a file; raises TargetNotWritable."""
    with replacing(target) as temporary:
        temporary.write_bytes(text.encode())


def sealed_name(title: str) -> str:
    """Return the usual name of a set's file."""
    return plain_file_name(title) + SUFFIX
