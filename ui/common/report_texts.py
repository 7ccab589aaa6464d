"""Sentences for numbers of an officer's own sentence that do not agree with the records."""

from collections.abc import Mapping

REPORT_TEXTS: Mapping[str, str] = {
    "report_number_changed": "Câu này viết {value}, sổ nay ghi {now} ({title}). Hãy sửa câu hoặc lấy lại câu có sẵn.",
    "report_number_new": "Sổ nay đã ghi {title}: {now}; câu này chưa có số đó.",
    "report_number_gone": "Câu này viết {value} nhưng sổ không còn ghi số đó ({titles}). Hãy xem lại.",
    "report_number_unknown": "Số {value} trong câu này khác số trong sổ ({known}). Hãy xem có gõ nhầm không.",
}
