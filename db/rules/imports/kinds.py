"""The kinds of record that come from Excel."""

IMPORT_KINDS = (
    "outreach",
    "trainings",
    "officials",
    "establishments",
    "inspections",
    "hotspots",
    "models",
    "figures",
)
