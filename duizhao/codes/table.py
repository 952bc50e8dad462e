"""All kinds of mistakes by their codes: the table that issues are held to, and that `explain` and the manual read.

What each means is left to the rooms of its subject.
"""

from __future__ import annotations

from .code import Code
from .of_files import FILES
from .of_reports import REPORTS
from .of_the_whole import WHOLE

# In the order in which the manual lists them. A test holds a case folder to each.
CODES: dict[str, Code] = {**FILES, **REPORTS, **WHOLE}
