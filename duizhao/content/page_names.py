"""The pages that are one of their kind, by the names that navigation and prose give them; a name is the page's folder.

What stands on them is left to `pages`.
"""

from __future__ import annotations

# In the order in which the masthead and the foot of every page name them; the masthead names those of EVERYWHERE last.
SECTIONS = (
    "reports",
    "districts",
    "compare",
    "follow-up",
    "targets",
    "indicators",
    "initiatives",
    "themes",
    "terms",
    "data",
)
# What every menu names, the foot's too: how to find a passage, and what stands behind the site.
EVERYWHERE = ("search", "verify", "method", "about")
FOOT = ("about", "documents", "method", "codebook", "verify", "timeline", "initiatives", "districts", "search")
# Those that editors write.
WRITTEN = ("about", "documents", "method", "codebook")
# Of these, those that are there only where editors wrote them, in every language of the site.
BY_CHOICE = ("documents",)
# Pages of which editors write an introduction; `caution` stands on the pages that compare, `follow-up` on all of that
# section.
INTRODUCED = ("home", "caution", "data", "verify", "follow-up")
# What prose may link to: [words](page:compare).
NAMED_PAGES = ("home", *SECTIONS, *FOOT)
# The kinds of its references: [words](term:liu-wen).
REFERENCE_KINDS = ("statement", "report", "page", "indicator", "initiative", "term", "theme", "district")
