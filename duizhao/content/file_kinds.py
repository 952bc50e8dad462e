"""The kinds of file that a person writes, in one table: what each is called, where it stands and what it holds.

How they are read is left to `files`, how they are described to `manual` and to `json_schema`. Prose and interface
words hold no records and stand in no table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Generic

from .follow_up import FollowUp
from .records import (
    District,
    Indicator,
    Initiative,
    Name,
    NumberWords,
    SiteSettings,
    Term,
    Theme,
)
from .schema import AnyRecord
from .suggested import Suggestions
from .trials import HandPair, IntercoderAgreement
from .value_types import ID, STATEMENT
from .written import Annotations, FrontMatter


@dataclass(frozen=True, slots=True)
class FileKind(Generic[AnyRecord]):
    """A kind of file: its name, its path from the project's top, and the kind of its record or (`many`) its records.

    `<id>` in a path is that of a report. Records of one file are told apart by the key `named_by`, if any is given.
    """

    name: str
    path: str
    record: type[AnyRecord]
    many: bool = True
    named_by: str = "id"

    @property
    def name_form(self) -> re.Pattern[str]:
        """What the name of a record looks like."""
        return STATEMENT if self.named_by == "promise" else ID


SITE = FileKind("site", "content/site.yaml", SiteSettings, many=False)
DISTRICTS = FileKind("districts", "content/districts.yaml", District)
THEMES = FileKind("themes", "content/themes.yaml", Theme)
INDICATORS = FileKind("indicators", "content/indicators.yaml", Indicator)
INITIATIVES = FileKind("initiatives", "content/initiatives.yaml", Initiative)
TERMS = FileKind("terms", "content/terms.yaml", Term)
NAMES = FileKind("names", "content/names.yaml", Name, named_by="zh")
FOLLOW_UPS = FileKind("follow-ups", "content/follow-ups.yaml", FollowUp, named_by="promise")
AGREEMENT = FileKind("agreement", "content/agreement.yaml", IntercoderAgreement, named_by="report")
PAIRS = FileKind("pairs", "content/pairs.yaml", HandPair, named_by="")
NUMBERS = FileKind("numbers", "content/numbers.yaml", NumberWords, named_by="")
REPORT = FileKind("report", "content/reports/<id>/report.md", FrontMatter, many=False)
ANNOTATIONS = FileKind("annotations", "content/reports/<id>/annotations.yaml", Annotations, many=False)
SUGGESTIONS = FileKind("suggestions", "content/reports/<id>/suggestions.yaml", Suggestions, many=False)

# In the order in which the manual describes them.
FILE_KINDS: tuple[FileKind[Any], ...] = (
    SITE,
    DISTRICTS,
    THEMES,
    INDICATORS,
    INITIATIVES,
    TERMS,
    NAMES,
    FOLLOW_UPS,
    AGREEMENT,
    PAIRS,
    NUMBERS,
    REPORT,
    ANNOTATIONS,
    SUGGESTIONS,
)
