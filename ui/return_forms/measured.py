"""The measure of a column apart from what narrows it, and put together again."""

from collections.abc import Mapping

CODE = "{code}"


def name_of(expression: str) -> str:
    """Return the name of a measure without its brackets."""
    return expression.partition("[")[0]


def filters_of(expression: str) -> dict[str, str]:
    """Return what narrows a measure, by filter."""
    inside = expression.partition("[")[2].rstrip("]")
    pairs = (pair.partition("=") for pair in inside.split(",") if pair.strip())
    return {key.strip(): value.strip() for key, _, value in pairs}


def expression_of(name: str, filters: Mapping[str, str]) -> str:
    """Return a measure narrowed by filters."""
    inside = ",".join(f"{key}={value}" for key, value in filters.items() if value)
    return f"{name}[{inside}]" if inside else name
