"""A semester as people say it."""

from __future__ import annotations

import pytest

from toolkit.templatetags.tampilan import semester


@pytest.mark.parametrize(
    ("kode", "kata"),
    [("20261", "ganjil 2026/2027"), ("20262", "genap 2026/2027"), ("2026", "2026"), ("", "—")],
)
def test_code_of_dapodik_is_said_in_words(kode: str, kata: str) -> None:
    assert semester(kode) == kata
