"""What the search page looks through: every block of every report as a script, to be matched literally there."""

from __future__ import annotations

import json

from .edition import Edition


def search_file(edition: Edition) -> tuple[str, bytes]:
    """The path and bytes of the script that holds all texts of an edition.

    A script and not JSON, since pages from a folder on disk may not fetch. Rows: report, block, Chinese, English.
    """
    reports = [
        {
            "id": r.id,
            "title": r.short[edition.language],
            "district": edition.district(r.district).text,
            "date": edition.time(r.date),
            "path": edition.path("reports", r.id),
        }
        for r in edition.site.library.reports
    ]
    blocks = [
        [index, b.id, b.text, b.translation] for index, r in enumerate(edition.site.library.reports) for b in r.blocks
    ]
    statements = [
        [index, s.block, s.id, s.gloss] for index, r in enumerate(edition.site.library.reports) for s in r.statements
    ]
    data = json.dumps(
        {"reports": reports, "blocks": blocks, "statements": statements}, ensure_ascii=False, separators=(",", ":")
    )
    return f"search/{edition.language}.js", f"window.duizhaoTexts={data};\n".encode()
