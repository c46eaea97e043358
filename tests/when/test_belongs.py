"""What a date belongs to: the statement or the act that it dates."""

from __future__ import annotations

import pytest

import runut

CASES = {
    "the cue": ('"Kami siap," kata Menlu AS Antony Blinken, Selasa (22/2/2022).', "kata"),
    "the act": ("Rusia menyerang Kyiv pada Kamis (24/2/2022).", "menyerang"),
    "a noun": ("Serangan pada Kamis (24/2/2022) itu gagal.", "Serangan"),
}


@pytest.mark.parametrize(("text", "word"), CASES.values(), ids=CASES.keys())
def test_the_word_that_a_date_belongs_to(text: str, word: str) -> None:
    article = runut.read(text, published="2022-02-26")
    [date] = article.dates
    assert date.modifies is not None
    assert article.text[slice(*date.modifies)] == word


def test_a_statement_has_its_day() -> None:
    text = '"Kami siap," kata Menlu AS Antony Blinken, Selasa (22/2/2022). Ia menegaskan perang dimulai pada Kamis.'
    article = runut.read(text, published="2022-02-26")
    assert [quote.date for quote in article.quotes] == ["2022-02-22", None]
