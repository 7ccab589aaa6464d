"""What a subject with records is made of, as data: its kind of record, columns, words."""

from collections.abc import Mapping
from dataclasses import dataclass

from db.rules.entries import EntryKind, Field
from ui.common.lists.columns import Column


@dataclass(frozen=True)
class FieldWords:
    """The label of a field, an example shown while it is empty, and a longer help shown as its tooltip."""

    label: str
    hint: str = ""
    help: str = ""


@dataclass(frozen=True)
class SubjectWords:
    """The words of a subject. `one` names one record in the middle of a sentence."""

    title: str
    one: str
    purpose: str
    fields: Mapping[str, FieldWords]

    @property
    def one_title(self) -> str:
        """Return the name of one record as a heading."""
        return self.one[:1].upper() + self.one[1:]

    def label(self, key: str) -> str:
        return self.fields[key].label


@dataclass(frozen=True)
class ScreenHelp:
    """What F1 shows: what a screen is for, and its keys with what they do."""

    title: str
    purpose: str
    keys: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class RecordSubject:
    """A kind of record on screen. `filters` are CHOICE, UNIT or FLAG fields with a box over the list.

    `in_period` lists only what lies in the chosen period; `ordered` is a list in the officer's own order; where it
    `takes_blocks`, rows can be pasted into the list and one field set for several of them.
    `states` are columns of the list that are no field of the form but may have a box too. `shows` names the other
    kinds of record that the list tells of. A row whose cell `muted` is true is greyed. `remembered_as` parts what the
    window remembers of this list from another list of the same kind.
    """

    kind: EntryKind
    columns: tuple[Column, ...]
    words: SubjectWords
    sort: str = ""
    descending: bool = False
    filters: tuple[str, ...] = ()
    in_period: bool = True
    ordered: bool = False
    states: tuple[Field, ...] = ()
    shows: frozenset[str] = frozenset()
    muted: str = ""
    remembered_as: str = ""
    takes_blocks: bool = True

    @property
    def name(self) -> str:
        return self.kind.name

    @property
    def memory(self) -> str:
        """Return the name under which widths, order and sizes are remembered."""
        return self.remembered_as or self.name

    def filter_field(self, key: str) -> Field:
        """Return what a box over the list narrows by."""
        return next((field for field in self.states if field.key == key), None) or self.kind.field(key)
