"""How a measure is called, narrowed or not: no officer should meet `outreach.people[audience=worker]`."""

from db.rules.entries import Field
from db.rules.measures import Measure
from db.services import content
from db.services.entering import entries
from db.services.measuring import measures
from db.sessions import Session
from ui.common.forms.options import OptionSource
from ui.plans import texts


class MeasureOptions(OptionSource):
    """Options that also know a measure narrowed in brackets by its words."""

    def title(self, entry_field: Field, code: str) -> str:
        if entry_field.catalogue != "measures" or "[" not in code:
            return super().title(entry_field, code)
        return self._workplace.read(lambda session: measure_title(session, code))


def measured_by(session: Session, target_id: int) -> str | None:
    """Return what a target is measured by in words, with what it is divided by; none where it is kept by hand."""
    values = entries.values_of(session, "targets", target_id)
    measure, denominator = values["measure"], values["denominator"]
    if not measure:
        return None
    title = measure_title(session, measure)
    whole = measure_title(session, denominator) if denominator else ""
    return texts.MEASURE_DIVIDED.format(measure=title, whole=whole) if whole else title


def measure_title(session: Session, expression: str) -> str:
    """Return the title of a measure, with the words of its filters; raises Unknown."""
    ref = measures.refer(session, expression)
    if not ref.filters:
        return ref.measure.title
    words = ", ".join(_words(session, ref.measure, key, code) for key, code in ref.filters)
    return texts.MEASURE_NARROWED.format(measure=ref.measure.title, filters=words)


def _words(session: Session, measure: Measure, key: str, code: str) -> str:
    catalogue = measures.filter_catalogue(measure, key)
    return content.titles(content.choices(session, catalogue)).get(code, code) if catalogue else code
