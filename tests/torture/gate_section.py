"""The gate under hostile and spoilt files, as a section."""

from collections.abc import Sequence

from tests.torture.gate import MOST_BYTES, MOST_SECONDS, FileResult, run_gate
from tests.torture.sections import Asked, Section

_SAYS = """Hand-made hostile files (bombs, entities, paths that lead out, cells far away …), and files that the
program wrote itself with bytes changed, cut, doubled or exchanged, each through every reader of the program.
"Read" is no fault: most spoilt bytes lie where a reader does not look. The slowest reader and the highest memory
of program and reading child together are told; at most {seconds:.0f} s and {megabytes} MB are allowed. What is
written anywhere but in the places for it is a fault, as is an exception that is not told calmly."""
_HEADS = (
    "files",
    "mutated",
    "hand-made",
    "refused",
    "read",
    "crashed",
    "wrote outside",
    "slowest",
    "most memory",
)
_MB = 2**20


def hostile_files(asked: Asked) -> Section:
    """Send all hand-made files and `asked.runs` mutations through the gate."""
    done: list[FileResult] = []

    def tell(file: FileResult) -> None:
        done.append(file)
        asked.say(f"{len(done)} files, last: {file.name}")

    found = run_gate(asked.runs, asked.seed, tell)
    row = (
        len(found.files),
        found.mutated,
        found.hostile,
        found.refused,
        found.read,
        len(found.crashed),
        len(found.wrote_outside),
    )
    figures = (f"{found.slowest.seconds:.1f} s", f"{found.largest.peak // _MB} MB")
    says = _SAYS.format(seconds=MOST_SECONDS, megabytes=MOST_BYTES // _MB)
    return Section(says, _HEADS, [(*map(str, row), *figures)], _faults(found.files))


def _faults(files: Sequence[FileResult]) -> list[str]:
    slow = [f"{file.name} took {file.seconds:.1f} s" for file in files if file.seconds > MOST_SECONDS]
    large = [f"{file.name} took {file.peak // _MB} MB" for file in files if file.peak > MOST_BYTES]
    crashed = [f"{file.name}: {', '.join(file.trouble)}" for file in files if file.trouble]
    outside = [f"{file.name} wrote {', '.join(file.wrote)}" for file in files if file.wrote]
    return [*slow, *large, *crashed, *outside]
