"""The chain of every quotation: outlet ← agency or outlet cited ← speaker, with the words that name each."""

from __future__ import annotations

import runut
from runut import Article

TEXT = (
    'WASHINGTON, KOMPAS.TV - "Kami siap," ujar Menlu AS Antony Blinken dilansir dari CNN. '
    "Menurut Menlu Rusia Sergei Lavrov, perundingan gagal.\nSumber: Reuters"
)


def chain(article: Article, number: int) -> list[tuple[str, str, str | None]]:
    return [
        (link.kind, link.name, article.text[slice(*link.span)] if link.span else None)
        for link in article.quotes[number].chain
    ]


def test_a_source_named_in_the_sentence_covers_its_statement() -> None:
    article = runut.read(TEXT, published="2022-02-23")
    assert chain(article, 0) == [
        ("outlet", "Kompas TV", "WASHINGTON, KOMPAS.TV"),
        ("source", "CNN", "CNN"),
        ("speaker", "Antony Blinken", "Menlu AS Antony Blinken"),
    ]


def test_a_source_named_at_the_end_covers_the_rest() -> None:
    article = runut.read(TEXT, published="2022-02-23")
    assert chain(article, 1) == [
        ("outlet", "Kompas TV", "WASHINGTON, KOMPAS.TV"),
        ("source", "Reuters", "Reuters"),
        ("speaker", "Sergei Lavrov", "Menlu Rusia Sergei Lavrov"),
    ]


def test_a_statement_of_nobody_ends_with_its_sources() -> None:
    article = runut.read('"Kami siap berunding dengan siapa saja."\nSumber: Reuters', published="2022-02-23")
    assert chain(article, 0) == [("source", "Reuters", "Reuters")]


def test_a_television_between_commas_is_no_source_by_name() -> None:
    article = runut.read("Dalam pidato yang disiarkan televisi, Maduro mengancam lawannya.", published="2024-08-01")
    assert article.sources == []
