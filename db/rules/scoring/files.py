"""A rule set as one file."""

from db.rules.scoring.form import form_findings
from db.rules.sealed_toml import SealedToml

RULE_SET_FILES = SealedToml("# Sổ PCMD: bộ tiêu chí chấm điểm xã", "rule_file_foreign", form_findings)
