"""All hand-made hostile files: a name, the suffix under which it comes, and what makes it."""

from collections.abc import Callable, Sequence
from functools import partial

from tests.exports.readers.made_files import changed
from tests.torture import hostile_documents as documents
from tests.torture import hostile_packages as packages
from tests.torture import hostile_texts as texts
from tests.torture import hostile_workbooks as workbooks

Hostile = tuple[str, str, Callable[[], bytes]]

_WORKBOOKS: Sequence[Callable[[], bytes]] = (
    packages.flat_bomb,
    packages.nested_bomb,
    packages.overlapping_entries,
    packages.zip64_lie,
    packages.encrypted_entries,
    packages.link_entry,
    packages.many_entries,
    packages.truncated,
    packages.spoilt_sum,
    packages.picture_and_package,
    workbooks.billion_laughs,
    workbooks.external_entity,
    workbooks.quadratic_blowup,
    workbooks.utf16_entities,
    workbooks.deep_nesting,
    workbooks.deep_styles,
    workbooks.far_cells,
    workbooks.many_rows,
    workbooks.same_cell,
    workbooks.huge_strings,
    workbooks.many_strings,
    workbooks.lying_count,
    workbooks.many_sheets,
    workbooks.huge_merges,
    workbooks.huge_styles,
    workbooks.wide_columns,
    workbooks.external_links,
    workbooks.dde_formulas,
    workbooks.comment_of_tags,
    workbooks.long_attribute,
    workbooks.upward_relation,
)
_DOCUMENTS: Sequence[Callable[[], bytes]] = (
    documents.entities_in_document,
    documents.deep_document,
    documents.deep_boxes,
    documents.many_paragraphs,
    documents.alternative_chunk,
    documents.remote_template,
    documents.rich_text_named_document,
)
_PDFS: Sequence[Callable[[], bytes]] = (
    packages.pdf_and_package,
    documents.encrypted_pdf,
    documents.huge_stream,
    documents.endless_text,
    documents.form_in_itself,
    documents.pages_in_a_ring,
    documents.script_in_pdf,
    documents.table_in_a_ring,
    documents.deep_objects,
)
_TEXTS: Sequence[Callable[[], bytes]] = (
    texts.zeros_in_text,
    texts.one_line,
    texts.too_large_text,
    texts.open_quotes,
    texts.many_separators,
    texts.many_lines,
    texts.utf16_text,
)
_CONTENTS: Sequence[Callable[[], bytes]] = (
    texts.deep_content,
    texts.dotted_content,
    texts.strange_content,
    texts.many_tables,
)
_BOOKS: Sequence[Callable[[], bytes]] = (
    texts.statements_in_book,
    texts.dense_book,
    texts.changed_book,
    texts.long_row,
    texts.wide_rows,
    texts.deep_row,
    texts.extra_entry,
)
_NAMED: Sequence[Hostile] = (
    ("a name that leads up", ".xlsx", partial(changed, {"../../outside.xml": b"<a/>"})),
    ("a name from the root", ".xlsx", partial(changed, {"/outside.xml": b"<a/>"})),
    ("a name on a drive", ".xlsx", partial(changed, {"C:\\outside.xml": b"<a/>"})),
    ("a size said too small", ".xlsx", partial(packages.wrong_size, 100)),
    ("a size said too large", ".xlsx", partial(packages.wrong_size, 2**31)),
)
_SUFFIXES = (
    (".xlsx", _WORKBOOKS),
    (".docx", _DOCUMENTS),
    (".pdf", _PDFS),
    (".csv", _TEXTS),
    (".toml", _CONTENTS),
    (".pcmd", _BOOKS),
)
HOSTILE: Sequence[Hostile] = (
    *((make.__name__.replace("_", " "), suffix, make) for suffix, makers in _SUFFIXES for make in makers),
    *_NAMED,
)
# Those that cost seconds to make or to read: for the long run.
_HEAVY = (
    "nested bomb",
    "many rows",
    "same cell",
    "huge strings",
    "many strings",
    "lying count",
    "many sheets",
    "huge merges",
    "huge styles",
    "wide columns",
    "external links",
    "long attribute",
    "many paragraphs",
    "huge stream",
    "endless text",
    "one line",
    "many lines",
    "many tables",
    "dense book",
    "changed book",
    "long row",
)
LIGHT: Sequence[Hostile] = tuple(item for item in HOSTILE if item[0] not in _HEAVY)
