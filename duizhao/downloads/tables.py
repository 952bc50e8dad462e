"""The tables of the downloads, in their order: the data contract, written out by hand, apart from the model, so that
the model can change.

The columns of each are left to `report_tables` and `shared_tables`, how tables are written to `formats`.
"""

from __future__ import annotations

from typing import Any

from .columns import Table
from .report_tables import (
    CAUTIONS,
    ELSEWHERE,
    FOLLOW_UPS,
    LATER_WORDS,
    MEASURES,
    MENTIONS,
    PARAGRAPHS,
    REPORTS,
    REWORDINGS,
    STATEMENTS,
)
from .shared_tables import DISTRICTS, INDICATORS, INITIATIVES, REFUSALS, TERMS, THEMES

# Rows are of as many types as there are tables, and no reader of the tables looks into one.
TABLES: tuple[Table[Any], ...] = (
    REPORTS,
    PARAGRAPHS,
    STATEMENTS,
    MEASURES,
    FOLLOW_UPS,
    MENTIONS,
    DISTRICTS,
    THEMES,
    INDICATORS,
    INITIATIVES,
    TERMS,
    CAUTIONS,
    ELSEWHERE,
    REFUSALS,
    LATER_WORDS,
    REWORDINGS,
)
