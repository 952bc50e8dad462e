"""What shared records say to be named in the texts is named there, or told."""

from __future__ import annotations

from pathlib import Path

from duizhao.corpus.rules.mentioned import initiatives_are_named_where_they_belong

from ...sample import report
from .given import found

PARK = """
    - {id: park, name: {zh: 公园, en: Park}, kind: place, aliases: [公园（东）], districts: [qinghu, baishi],
       note: {zh: 甲, en: A}}
    """


def test_an_initiative_is_named_in_the_texts_of_each_district_that_has_texts(tmp_path: Path) -> None:
    records = {"content/initiatives.yaml": PARK}
    own = report("a", "建设公园(东)。")
    assert found(initiatives_are_named_where_they_belong, tmp_path / "1", records, own) == []
    other = report("b", "建设公园。", district="baishi")
    assert found(initiatives_are_named_where_they_belong, tmp_path / "2", records, own, other) == [
        "mention-missing: no text of baishi names park, which is said to belong to it"
    ]
