"""Keys in a file are read run by run as they would be taken out of memory, whatever documents and limits there are."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from io import BytesIO
from tempfile import SpooledTemporaryFile, gettempdir

import pytest
from hypothesis import given, settings, strategies as st

from duizhao.search.key_file import KeyFile

HASHES = st.integers(0, 2**64 - 1)
# few of many: runs of one hash lie over the end of what is read at one time
DOCUMENTS = st.lists(st.lists(st.sampled_from([0, 1, 2**32, 2**63, 2**64 - 1]) | HASHES, max_size=400), max_size=5)


@settings(max_examples=60, deadline=None)
@given(DOCUMENTS, st.lists(st.integers(0, 2**64), max_size=6), st.booleans())
def test_each_run_has_the_keys_below_its_limit_with_their_passages(
    documents: list[list[int]], limits: list[int], on_disk: bool
) -> None:
    sorted_ones = [sorted(hashes) for hashes in documents]
    with SpooledTemporaryFile(max_size=1 if on_disk else 0) as file:
        keys = KeyFile(file)
        readers = [
            keys.put(array("Q", hashes).tobytes(), array("H", range(len(hashes))).tobytes()) for hashes in sorted_ones
        ]
        at = [0] * len(readers)
        for limit in [*sorted(limits), 2**64]:
            for number, (reader, hashes) in enumerate(zip(readers, sorted_ones, strict=True)):
                end = bisect_left(hashes, limit)
                own, places = reader.until(limit)
                assert own.tolist() == hashes[at[number] : end]
                assert places.tolist() == [*range(at[number], end)]
                at[number] = end
        assert at == [len(hashes) for hashes in sorted_ones]  # all are read


def test_that_the_disk_is_full_is_said_with_the_folder_that_it_is_of() -> None:
    class Full(BytesIO):
        def write(self, data: object) -> int:
            raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space left") as raised:
        KeyFile(Full()).put(b"", b"")
    assert raised.value.filename == gettempdir()
