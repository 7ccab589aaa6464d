"""What the columns of a handed row are called: as the field is on its own screen."""

from collections.abc import Mapping

from ui.common.screens.subject import SubjectWords
from ui.establishments.texts import COMMITMENTS, ESTABLISHMENTS, WORKFORCES
from ui.handing.texts import OTHER_COLUMNS
from ui.hotspots.texts import EVENTS, HOTSPOTS
from ui.inspections.texts import HANDLINGS, INSPECTIONS
from ui.models.texts import MODELS, YEARS
from ui.officials.texts import OFFICIALS
from ui.outreach.texts import OUTREACH
from ui.plans.texts import SECTIONS, TARGETS, TASKS
from ui.trainings.texts import TRAININGS

_WORDS: Mapping[str, SubjectWords] = {
    "outreach_activity": OUTREACH,
    "training_session": TRAININGS,
    "official": OFFICIALS,
    "plan_section": SECTIONS,
    "target": TARGETS,
    "task": TASKS,
    "establishment": ESTABLISHMENTS,
    "commitment": COMMITMENTS,
    "workforce": WORKFORCES,
    "inspection": INSPECTIONS,
    "handling": HANDLINGS,
    "hotspot": HOTSPOTS,
    "hotspot_event": EVENTS,
    "commune_model": MODELS,
    "model_year": YEARS,
}


def field_word(table: str, key: str) -> str:
    """Return the name of a column; one that no form shows keeps its own."""
    words = _WORDS.get(table)
    if words is not None and key in words.fields:
        return words.label(key)
    return OTHER_COLUMNS.get(key, key)
