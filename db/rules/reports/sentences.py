"""Sentences filled with figures: what was not recorded is left out and named, never printed as 0 or as a dash."""

from collections.abc import Mapping
from dataclasses import dataclass

from db.rules.formats import number_text
from db.rules.reports.figures import Figures, ShownFigure, compared, shown
from db.rules.reports.skeletons import Sentence
from db.rules.reports.tags import Tag, measures_in, replaced, words_in
from db.rules.units import in_sentence

_ENDS = ".:;"


@dataclass(frozen=True)
class FilledSentence:
    """A sentence as the program says it, the figures in it, and the titles of those that were not recorded."""

    key: str
    text: str
    figures: tuple[ShownFigure, ...] = ()
    missing: tuple[str, ...] = ()


def fill_sentence(
    sentence: Sentence, figures: Figures, about: Mapping[str, str], words: Mapping[str, str]
) -> FilledSentence:
    """Fill a sentence; `about` answers what it says of the report, `words` are those of the skeleton."""
    clauses = _clauses(sentence, about)
    whole = [clause for clause in clauses if not _missing(clause, figures)]
    missing = tuple(dict.fromkeys(title for clause in clauses for title in _missing(clause, figures)))
    said = ", ".join(_said(clause, figures, about, words) for clause in whole)
    if missing:
        unrecorded = words["unrecorded"].format(titles=", ".join(map(_named, missing)))
        said = "; ".join(part for part in (said, unrecorded) if part)
    told = tuple(shown(tag, figures[tag]) for tag in _numbers(whole))
    return FilledSentence(sentence.key, _ended(f"{sentence.opening} {said}".strip()), told, missing)


def fill_words(text: str, about: Mapping[str, str]) -> str:
    """Fill a text that has no figures."""
    return replaced(text, lambda name: about[name], lambda _: "")


def _named(title: str) -> str:
    """Name a measure inside a sentence, without what its title explains in brackets."""
    return in_sentence(title.partition(" (")[0])


def _clauses(sentence: Sentence, about: Mapping[str, str]) -> tuple[str, ...]:
    is_known = all(about[name] for clause in sentence.clauses for name in words_in(clause))
    return sentence.clauses if is_known or not sentence.otherwise else (sentence.otherwise,)


def _numbers(clauses: list[str]) -> tuple[Tag, ...]:
    found = (tag for clause in clauses for tag in measures_in(clause) if not tag.change)
    return tuple(dict.fromkeys(found))


def _missing(clause: str, figures: Figures) -> list[str]:
    return [figures[tag].title for tag in _numbers([clause]) if figures[tag].value is None]


def _said(clause: str, figures: Figures, about: Mapping[str, str], words: Mapping[str, str]) -> str:
    def figure(tag: Tag) -> str:
        found = figures[tag]
        return compared(found, words) if tag.change else number_text(found.value)

    return replaced(clause, lambda name: about[name], figure)


def _ended(text: str) -> str:
    first = text[:1].upper() + text[1:]
    return first if first.endswith(tuple(_ENDS)) else f"{first}."
