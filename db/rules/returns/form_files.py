"""A set of forms as one file."""

from db.rules.returns.form_shape import shape_findings
from db.rules.sealed_toml import SealedToml

RETURN_FORM_FILES = SealedToml("# Sổ PCMD: bộ biểu báo cáo", "forms_file_foreign", shape_findings)
