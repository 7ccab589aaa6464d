"""The catalogue of measures. Plan targets, return cells, scores, the home page and charts read it and nothing else.

Figures that an office defines for itself come beside these: `db.rules.figures` makes their measures.
"""

from db.rules.measure_catalogue.outreach import OUTREACH
from db.rules.measure_catalogue.places import ESTABLISHMENTS, HOTSPOTS, INSPECTIONS, MODELS
from db.rules.measure_catalogue.scores import SCORES
from db.rules.measure_catalogue.tasks import TASKS
from db.rules.measure_catalogue.training import TRAINING
from db.rules.measures import Measure, MeasureKind

_UNITS = (
    Measure(
        "units.communes",
        "Số xã, phường, thị trấn",
        "đơn vị",
        MeasureKind.STOCK,
        "units",
        where={"level": "3"},
        about="Đếm các xã, phường, thị trấn có trong danh mục đơn vị vào ngày cuối kỳ.",
    ),
)
_ALL = (*_UNITS, *OUTREACH, *TRAINING, *ESTABLISHMENTS, *INSPECTIONS, *HOTSPOTS, *MODELS, *TASKS, *SCORES)

MEASURES = {measure.name: measure for measure in _ALL}
