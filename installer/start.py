"""Where a built program begins."""

import os
import sys
from typing import Any, cast

from installer.own_libraries import keep_to_itself

if sys.platform == "win32":
    # Python 3.12 and newer ask the system's management service for the version of Windows: slow, and it may be off.
    sys.modules["_wmi"] = cast(Any, None)

from desktop.__main__ import main

if __name__ == "__main__":
    keep_to_itself(os.environ)
    sys.exit(main())
