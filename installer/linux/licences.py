"""The file `copyright` of the package: what each part of the built folder says of itself in its metadata."""

from importlib.metadata import Distribution, PathDistribution
from pathlib import Path

from desktop.about.bundled import licence_named
from installer.linux import texts

_OWN = "pcmd"
_UNSAID = "none-named"


def copyright_text(internal: Path) -> str:
    """Return the text for a folder that holds the metadata of what was built into it."""
    parts = [PathDistribution(path) for path in sorted(internal.glob("*.dist-info"))]
    named = [_part(part) for part in parts if part.name != _OWN]
    return texts.COPYRIGHT_HEAD.format(license=_UNSAID) + "".join(named)


def _part(part: Distribution) -> str:
    said = part.metadata
    names = [said[field] for field in ("Author", "Author-email", "Maintainer") if field in said]
    home = f", {said['Home-page']}" if "Home-page" in said else ""
    return texts.COPYRIGHT_PART.format(
        name=part.name.lower().replace("-", "_"),
        holder=names[0] if names else f"the authors of {part.name}",
        license=licence_named(said) or _UNSAID,
        title=part.name,
        version=part.version,
        place=home,
    )
