"""The page of a district: of many texts the latest stand open, the earlier folded."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest

from duizhao.pages import district

from ..looking import main, said, site
from ..sample import report
from .statements import annotations, statement

PAGE = "districts/qinghu/index.html"


@pytest.mark.long
def test_of_many_texts_the_earlier_are_folded_and_each_is_led_to(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [report(f"a-{year}", "新增5人。", date=f'"{year}"', covers=f'"{year}"') for year in range(2015, 2020)]
    assert [*main(site(*texts[1:]), PAGE).iter("details")] == []
    monkeypatch.setattr(district, "LATEST_ROWS", 2)
    page = main(site(*texts), PAGE)
    (fold,) = page.iter("details")
    assert said(fold.find("summary")) == "3 earlier texts" and "open" not in fold.attrib

    def led_to(table: Element) -> list[str]:
        return [link.attrib["href"].split("/")[-2] for link in table.iter("a") if "/reports/a-" in link.attrib["href"]]

    shown, earlier = page.iter("table")
    assert led_to(earlier) == ["a-2015", "a-2016", "a-2017"]
    assert led_to(shown) == ["a-2018", "a-2019"]


@pytest.mark.long
def test_what_became_of_promises_is_counted_over_the_tables_that_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    promise = annotations(statement("k01", "做甲事"))
    years = (f'"{year}"' for year in range(2015, 2019))
    texts = [report(f"a-{year[1:5]}", "做甲事。", promise, date=year, covers=year) for year in years]

    def tables(some: list[dict[str, str]]) -> list[str]:
        (told,) = (one for one in main(site(*some), PAGE).iter("p") if said(one).startswith("Counted over"))
        return [link.attrib["href"].split("follow-up/")[1] for link in told.iter("a")]

    assert tables(texts[1:]) == ["a-2016/index.html", "a-2017/index.html"]
    monkeypatch.setattr(district, "LATEST_ROWS", 2)
    assert tables(texts) == ["a-2016/index.html", "a-2017/index.html", "index.html"]
