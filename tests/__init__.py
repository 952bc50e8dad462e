"""The tests of the package, the site of this repository and the pages in a browser."""

import pytest

# What these assert for the tests fails with its values, as in a test.
pytest.register_assert_rewrite(*(f"{__name__}.{room}" for room in ("content.reports", "looking", "sample")))
