"""Codes of districts and counties as GB/T 2260 forms them: two digits each for the province, the city, the district.

Which codes are given out changes by the year and is not known here: only the form is.
"""

from __future__ import annotations

import re

_PROVINCES = frozenset(
    (*range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47), *range(50, 55), *range(61, 66), 71, 81, 82)
)
_DIRECT = frozenset((11, 12, 31, 50))  # the municipalities, whose districts stand under 01 and counties under 02
# Cities that have no districts, so that their own code stands for all of them.
_UNDIVIDED = frozenset(("441900", "442000", "460400", "620200"))


def wrong_with(adcode: str) -> str:
    """What keeps a code from being that of a district, in words; '' where nothing does."""
    if not re.fullmatch("[0-9]{6}", adcode):
        return "a code of GB/T 2260 has six digits"
    province, city, district = (int(adcode[at : at + 2]) for at in (0, 2, 4))
    if province not in _PROVINCES:
        return f"no province has the code {adcode[:2]}"
    if adcode in _UNDIVIDED:
        return ""
    if province in (71, 81, 82):
        return "" if city == district == 0 else f"below {adcode[:2]}0000 GB/T 2260 gives no codes"
    if district == 0:
        return (
            f"{adcode} is the code of a whole {'city' if city else 'province'}, and a district's last digits are not 00"
        )
    if city > 70 and city != 90 or city == 0 or (province in _DIRECT and city > 2):
        return f"{adcode[2:4]} is the number of no city: they are 01 to 70, and 90 for what stands under its province"
    return ""
