from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.readers import published_date


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("2024-03-11", "2024-03-11"),
        ("20240311", "2024-03-11"),
        ("2024/03/11", "2024-03-11"),
        (" 2024-03-11\n", "2024-03-11"),
        ("2024-03-11T20:40:00+01:00", "2024-03-11T20:40:00+01:00"),
        ("2024-03-11T20:40:00.123Z", "2024-03-11T20:40:00+00:00"),
        ("2024-03-11 20:40 +0530", "2024-03-11T20:40:00+05:30"),
        ("20240311T204000Z", "2024-03-11T20:40:00+00:00"),
        ("2024-03-11T20:40:00-03", "2024-03-11T20:40:00-03:00"),
        ("Mon, 11 Mar 2024 20:40:00 +0100", "2024-03-11T20:40:00+01:00"),
        ("11 March 2024", "2024-03-11"),
        ("Monday, March 11, 2024", "2024-03-11"),
        ("1st of May 1912", "1912-05-01"),
        ("Sept. 3, 1939", "1939-09-03"),
    ],
)
def test_a_date_comes_out_in_one_form_with_time_and_zone_as_given(said: str, read: str) -> None:
    assert published_date(said) == read


@pytest.mark.parametrize("said", ["2024-03-11T20:40:00", "2024-03-11 20:40", "Mon, 11 Mar 2024 20:40:00"])
def test_a_time_without_a_zone_is_left_out(said: str) -> None:
    assert published_date(said) == "2024-03-11"


@pytest.mark.parametrize(
    "said",
    [
        "11/03/2024",  # March or November
        "2024-02-30",
        "2024-13-01",
        "2024-03",
        "yesterday",
        "",
        "0001-01-01",
        "1066-10-14",
        "9999-12-31",
        "1970-01-01T00:00:00Z",  # a clock that was never set
        "2024-03-11T25:00:00Z",
        "2024-03-11T20:40:00+99:00",
        "2" * 10_000,
        "٢٠٢٤-٠٣-١١",
    ],
)
def test_what_cannot_be_told_is_no_date(said: str) -> None:
    assert published_date(said) is None


@given(st.text(max_size=60) | st.from_regex(r"[0-9T:+ Z/-]{6,30}|[0-9]{1,2} [A-Z][a-z]{2} [0-9]{4} [0-9:]{5,8}"))
def test_whatever_is_said_a_date_or_nothing_comes_out(said: str) -> None:
    read = published_date(said)
    if read is not None:
        assert published_date(read) == read
        assert len(read) == 10 or datetime.fromisoformat(read).tzinfo is not None
