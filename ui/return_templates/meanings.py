"""What tags mean in an officer's words, and the whole list of tags to choose from. No widgets."""

from collections.abc import Iterator, Mapping

from db.rules.measures import Measure, MeasureRef, parse_expression
from db.rules.returns.forms import EACH_ENTRY
from db.rules.returns.tags import Tag, TagKind, pieces
from db.services import content
from db.services.measuring import measures
from db.services.returns import template_sets
from db.sessions import Session
from ui.return_templates import texts


class Meanings:
    """Knows the measures and catalogues of a book."""

    def __init__(self, session: Session) -> None:
        self._refer = template_sets.refer_of(session)
        self._measures: Mapping[str, Measure] = content.measure_catalogue(session)
        self._catalogues = {
            code: str(content.catalogue(session, code).body["title"])
            for code in template_sets.catalogues(session)
        }
        self._entries = {code: content.titles(content.choices(session, code)) for code in self._catalogues}

    def of_cell(self, text: str) -> str:
        """Return what the tags of a cell mean; nothing of one that means nothing."""
        tags = (piece for piece in pieces(text, self._refer) if isinstance(piece, Tag))
        return "; ".join(map(self.of_tag, tags))

    def of_tag(self, tag: Tag) -> str:
        """Return what a tag means."""
        words = self._named(tag)
        over = texts.OVER[tag.over.value]
        return f"{words}, {over}" if over else words

    def every(self) -> Iterator[tuple[str, str]]:
        """Yield every tag with its meaning, the plain ones first."""
        yield from ((f"{{{{{name}}}}}", words) for name, words in texts.WORDS.items())
        yield texts.HAND_TAG, texts.HAND_OF
        for code, title in self._catalogues.items():
            yield f"{{{{each.{code}}}}}", texts.EACH_OF.format(catalogue=title)
        yield from texts.OVER_TAGS
        for name in self._measures:
            yield from self._of_measure(name)

    def _of_measure(self, name: str) -> Iterator[tuple[str, str]]:
        for kind in (TagKind.FIGURE, TagKind.TOTAL):
            tag = Tag(kind, name)
            yield tag.text, self.of_tag(tag)
        for key in self._measures[name].filters:
            catalogue = measures.filter_catalogue(self._measures[name], key)
            for code in self._entries.get(catalogue, {}):
                tag = Tag(TagKind.FIGURE, f"{name}[{key}={code}]")
                yield tag.text, self.of_tag(tag)
            if catalogue:
                tag = Tag(TagKind.FIGURE, f"{name}[{key}{EACH_ENTRY}]")
                yield tag.text, self.of_tag(tag)

    def _named(self, tag: Tag) -> str:
        if tag.kind is TagKind.ENTRY:
            return texts.EACH_OF.format(catalogue=self._catalogues.get(tag.name, tag.name))
        if tag.kind in (TagKind.WORD, TagKind.ROW):
            return texts.WORDS[tag.name]
        if tag.is_by_hand:
            return texts.WHOLE_OF.format(title=texts.HAND) if tag.kind is TagKind.TOTAL else texts.HAND
        ref = parse_expression(tag.name, self._measures)
        words = self._narrowed(ref, EACH_ENTRY in tag.name)
        return texts.WHOLE_OF.format(title=words) if tag.kind is TagKind.TOTAL else words

    def _narrowed(self, ref: MeasureRef, is_each: bool) -> str:
        title = texts.FIGURE_OF.format(title=ref.measure.title, unit=ref.measure.unit)
        if is_each:
            return texts.EACH_FILTER.format(title=title)
        told = [self._entry(ref.measure, key, code) for key, code in ref.filters]
        return texts.NARROWED.format(title=title, filters=", ".join(told)) if told else title

    def _entry(self, measure: Measure, key: str, code: str) -> str:
        return self._entries.get(measures.filter_catalogue(measure, key), {}).get(code, code)
