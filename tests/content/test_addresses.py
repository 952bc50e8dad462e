"""The address of a site, as browsers and hosts leave it."""

from __future__ import annotations

from urllib.parse import urlsplit

from hypothesis import given, strategies as st

from duizhao.content.addresses import as_written_by_all, is_site_address
from duizhao.serving.guarding import name_of

PATHS = st.text(st.sampled_from("a2E../%~'&+ 报?#"), max_size=12)


@given(PATHS)
def test_an_address_as_all_write_it_is_one_of_a_site_and_stays_as_it_is(path: str) -> None:
    made = as_written_by_all(f"https://example.org/{path}")
    assert is_site_address(made) and made.isascii()
    assert as_written_by_all(made) == made


@given(PATHS)
def test_below_the_address_of_a_site_its_own_names_are_found(path: str) -> None:
    address = f"https://example.org/{path}"
    if is_site_address(address):
        base = urlsplit(address).path
        assert name_of(f"{base}reports/a/", base) == "reports/a/" and "//" not in base and "/../" not in base
