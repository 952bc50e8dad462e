"""Every report has its text and its capture among the downloads."""

from __future__ import annotations

from pathlib import Path

from duizhao.downloads.files import data_files

from ..sample import report, site_of


def test_every_report_has_its_text_and_its_source_among_the_downloads(tmp_path: Path) -> None:
    site = site_of(tmp_path, report("a", "# 一\n甲。"))
    files = data_files(site)
    assert files["data/texts/a.txt"].decode() == "一\n甲。\n"
    assert files["data/sources/a.txt"].decode() == "一\n甲。\n"
