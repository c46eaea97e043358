"""Reading from Python."""

from __future__ import annotations

from datetime import date, datetime

import pytest

import runut


def test_the_text_stands_unchanged_in_the_record() -> None:
    text = "  Kyiv -\tRusia menyerang.\r\n\r\n\u00a0Ukraina membalas. \n"
    assert runut.read(text).text == text


def test_without_an_id_one_is_made_from_the_text() -> None:
    assert runut.read("Satu.").id == runut.read("Satu.").id != runut.read("Dua.").id


@pytest.mark.parametrize(
    "day", ["2022-02-23", "2022-02-23T10:15:00+07:00", date(2022, 2, 23), datetime(2022, 2, 23, 9, 0)]
)
def test_the_day_of_publication_in_several_forms(day: str | date) -> None:
    assert runut.read("Ia tiba kemarin.", published=day).dates[0].value == "2022-02-22"


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="published is 'kemarin', which is no date such as 2022-02-23"):
        runut.read("Ia tiba.", published="kemarin")


def test_the_outlet_is_told_by_the_address() -> None:
    assert runut.read("Ia tiba.", url="https://news.detik.com/internasional/d-1/judul").outlet == "detikNews"


def test_an_empty_text_gives_an_empty_record_that_says_so() -> None:
    article = runut.read("")
    assert article.sentences == []
    assert article.warnings == ["no story was found in the text"]


def test_halves_of_surrogate_pairs_become_replacement_characters() -> None:
    assert runut.read("Ia tiba\ud800.").text == "Ia tiba\ufffd."
