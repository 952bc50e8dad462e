"""Every report has its text and its capture among the downloads."""

from __future__ import annotations

from pathlib import Path

from duizhao.content.locale import Words
from duizhao.downloads.files import data_files

from ..sample import report, site_of, strings


def test_every_report_has_its_text_and_its_source_among_the_downloads(tmp_path: Path) -> None:
    site = site_of(tmp_path, report("a", "# 一\n甲。"))
    files = data_files(site, Words(strings(), "en"))
    assert files["data/texts/a.txt"].decode() == "一\n甲。\n"
    assert files["data/sources/a.txt"].decode() == "一\n甲。\n"
    assert "data/texts/a.en.txt" not in files


def test_a_report_with_english_has_it_line_by_line_beside_its_text(tmp_path: Path) -> None:
    parts = report("a", "# 一\n甲。", translation="# One\n\nThe first.\n")
    files = data_files(site_of(tmp_path, parts), Words(strings(), "en"))
    assert files["data/texts/a.en.txt"].decode() == "One\nThe first.\n"
