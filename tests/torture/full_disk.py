"""A full disk and a folder that takes no writing, at each write of each deed; the table of it."""

import json
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tests.benchmarks.large_book import PROJECT
from tests.torture.disk_deeds import DISK_DEEDS
from tests.torture.sections import Asked, Section
from tests.torture.small_disk import command

_SAYS = """Each deed is done on a fresh office on a disk with room for n pages of 4 KB more, n from 0 upwards in
even steps until it succeeds, so that the disk is full at one write after the other: those of the book, its log
and its index, of temporary files, of files that are exported. Then once in a folder that takes no writing at all.
After a refusal: it was told in calm Vietnamese (a class of error with its own words, not a crash); every table
holds what it held, every other file has its bytes, no file was left over; with room again the same open book
takes the same deed; integrity_check and the rest as after a kill. The disk is {disk}. (Evidence is tried with its
margin of 200 MB taken away, which otherwise refuses it long before.)"""
_HEADS = ("deed", "refused: full", "pages it needed at most", "refused: read-only", "wrong")
# Pages between two trials, for each run asked for: one run looks every 64 pages, 64 runs look at every page.
_COARSEST = 64


def full_disks(asked: Asked, titles: Sequence[str] = ()) -> Section:
    """Try every deed; the more runs, the smaller the steps."""
    disk, aside = asked.folder / "disk", asked.folder / "aside"
    for folder in (disk, aside):
        folder.mkdir()
    stride = max(1, _COARSEST // asked.runs)
    words, surroundings = command("tests.torture.disk_trial", str(disk), str(aside), str(stride), *titles)
    tried = []
    with subprocess.Popen(words, cwd=PROJECT, env=surroundings, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout or ():
            tried.append(json.loads(line))
            asked.say(f"{len(tried)} of {len(titles) or len(DISK_DEEDS)} deeds, last: {tried[-1]['title']}")
    if process.returncode:
        raise RuntimeError("the trials broke off")
    says = _SAYS.format(disk=f"{tried[0]['disk']}; the steps are of {stride} pages")
    return Section(says, _HEADS, [_row(deed) for deed in tried], list(_faults(tried)))


def _row(deed: Mapping[str, Any]) -> Sequence[str]:
    return (
        deed["title"],
        *(str(deed[key]) for key in ("full", "pages", "read_only")),
        str(len(deed["wrong"])),
    )


def _faults(tried: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for deed in tried:
        # One sentence for each kind: the same goes wrong at many pages.
        kinds = dict.fromkeys(wrong.partition(": ")[2] for wrong in deed["wrong"])
        for kind in kinds:
            first = next(wrong for wrong in deed["wrong"] if wrong.endswith(kind))
            count = sum(wrong.endswith(kind) for wrong in deed["wrong"])
            yield f"{deed['title']}, {first} ({count} times)"
