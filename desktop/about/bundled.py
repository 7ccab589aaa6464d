"""What the program is made of: the distributions that it depends on, and what came inside or beside them.

The list is made from the metadata of what is installed, so that it tells of what really runs. A built program has the
metadata that its build collected: of every name that `distributions` gives.
"""

import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from importlib import metadata
from pathlib import Path
from typing import Any

from db.rules.text import sort_key
from desktop.about.part_versions import version_of
from desktop.about.running import DISTRIBUTION, root
from ui.about.values import Part

# The extras of the program that an installation may bring.
_EXTRAS = ("encryption",)
_HOME = Path(__file__).parent
_NAME = re.compile(r"[\w.-]+")
_EXTRA = re.compile(r"""extra\s*==\s*["']([\w.-]+)["']""")
_LICENCE_FILE = re.compile(
    r"[^/]+\.dist-info/(licenses/.*|(licen[cs]e|copying|notice|authors|copyright)[^/]*)", re.IGNORECASE
)
# A header that is longer holds the licence itself, or a sentence about it.
_LONGEST_LICENCE = 60
_APPROVED = "License :: "


def distributions() -> tuple[str, ...]:
    """Return the names of all installed distributions that the program depends on, its own first.

    They are what a build collects the metadata of, with the files of licences that lie in it.
    """
    found: dict[str, None] = {}
    waiting = [DISTRIBUTION]
    while waiting:
        name = _plain(waiting.pop(0))
        # What only another system or Python needs is named, but not installed.
        if name not in found and (distribution := _installed(name)) is not None:
            found[name] = None
            waiting += _needed(name, distribution)
    return tuple(found)


def parts() -> tuple[Part, ...]:
    """Return what the program is made of, each part with its licence, in the order of the names."""
    names = [name for name in distributions() if name != DISTRIBUTION]
    known = tomllib.loads((_HOME / "bundled.toml").read_text(encoding="utf-8"))
    found = [_of_distribution(name, known["distributions"].get(name, {})) for name in names]
    found += [_beside(entry) for entry in known["part"] if _is_here(entry, names)]
    return tuple(sorted(found, key=lambda part: sort_key(part.name)))


def licence_named(head: Any) -> str:
    """Return the licence that a distribution's metadata names in a line; nothing where it names none so."""
    told = str(head.get("License-Expression") or head.get("License") or "").strip()
    if told and len(told) <= _LONGEST_LICENCE and "\n" not in told:
        return told
    approved = [line for line in head.get_all("Classifier") or () if line.startswith(_APPROVED)]
    return ", ".join(line.rpartition(" :: ")[2] for line in approved)


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _installed(name: str) -> metadata.Distribution | None:
    try:
        return metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return None


def _needed(name: str, distribution: metadata.Distribution) -> Iterator[str]:
    extras = _EXTRAS if name == DISTRIBUTION else ()
    for requirement in distribution.requires or ():
        found, extra = _NAME.match(requirement), _EXTRA.search(requirement)
        if found is not None and (extra is None or extra[1] in extras):
            yield found[0]


def _of_distribution(name: str, known: Mapping[str, Any]) -> Part:
    distribution = metadata.distribution(name)
    head = distribution.metadata
    texts = [*_own_texts(known), *_texts_of(distribution)]
    licence = str(known.get("licence") or licence_named(head))
    return Part(head["Name"], distribution.version, licence, _joined(known, texts or [licence]))


def _beside(entry: Mapping[str, Any]) -> Part:
    texts = list(_own_texts(entry))
    if not texts and "within" in entry:
        texts = list(_texts_of(metadata.distribution(entry["within"])))
    return Part(entry["name"], version_of(entry.get("version", "")), entry["licence"], _joined(entry, texts))


def _is_here(entry: Mapping[str, Any], names: list[str]) -> bool:
    is_built = bool(getattr(sys, "frozen", False))
    return (
        entry.get("within", DISTRIBUTION) in (DISTRIBUTION, *names)
        and sys.platform.startswith(entry.get("system", ""))
        and (is_built or not entry.get("built", False))
        and ("files" not in entry or any(root().glob(entry["files"])))
    )


def _own_texts(entry: Mapping[str, Any]) -> Iterator[str]:
    for name in entry.get("texts", ()):
        yield (_HOME / "licences" / name).read_text(encoding="utf-8")


def _texts_of(distribution: metadata.Distribution) -> Iterator[str]:
    for file in distribution.files or ():
        if _LICENCE_FILE.fullmatch(file.as_posix()):
            # Named, but not collected by a build: the licence's name is told all the same.
            with suppress(OSError):
                yield Path(str(file.locate())).read_text(encoding="utf-8", errors="replace")


def _joined(entry: Mapping[str, Any], texts: list[str]) -> str:
    notice = str(entry.get("notice", "")).strip()
    return "\n\n\n".join(text for text in (notice, *(text.strip("\n") for text in texts)) if text)
