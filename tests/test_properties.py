"""What must hold on any text."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

import runut
from runut import Article
from runut.record import Span

PIECES = st.sampled_from(
    [
        "Kyiv",
        "JAKARTA, KOMPAS.com -",
        "Menlu AS Antony Blinken",
        '"Kami siap,"',
        "“",
        "”",
        '"',
        "'",
        "kata",
        "ujarnya",
        "dia",
        "mengatakan,",
        "(22/2/2022)",
        "Selasa",
        "\n    kemarin",
        "dua hari setelah",
        "sehari sebelumnya",
        "31 Februari",
        "pekan lalu",
        "0000",
        "9999",
        "tahun 2014",
        "Baca juga:",
        "Pilihan Redaksi",
        "Sumber: CNN",
        "(AFP/isa)",
        "\n    dilansir dari",
        "Reuters",
        ",",
        ".",
        "?",
        "…",
        "\n",
        "\n\n",
        "\t",
        "(",
        ")",
        "[",
        "]",
        "😀",
        "العربية",
        "中文",
        "\u200b",
        "\ufeff",
        "\u2028",
        "\r\n",
        "bin",
        "al-",
        "van der",
        "itu",
        "Presiden",
        "juru bicara",
        "Hamas",
    ]
)
GLUE = st.sampled_from(["", " "])
NEWS = st.lists(st.tuples(PIECES | st.text(max_size=12), GLUE).map("".join), max_size=50).map("".join)
ANY_TEXT = st.text(max_size=400) | NEWS


def spans(value: Any, name: str = "") -> Iterator[tuple[str, Span]]:
    """Every span anywhere in a record."""
    if isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            yield from spans(getattr(value, field), field)
    elif isinstance(value, list):
        for item in value:
            yield from spans(item, name)
    elif isinstance(value, tuple):
        yield name, value


@given(ANY_TEXT)
@settings(max_examples=300, deadline=None)
def test_reading_never_raises_and_leaves_the_text_unchanged(text: str) -> None:
    assert runut.read(text).text == text


@given(ANY_TEXT)
@settings(max_examples=200, deadline=None)
def test_every_span_lies_in_the_text(text: str) -> None:
    for name, (start, end) in spans(runut.read(text, published="2023-06-14")):
        assert 0 <= start < end <= len(text), name


@given(ANY_TEXT)
@settings(max_examples=200, deadline=None)
def test_texts_of_the_record_are_what_their_spans_hold(text: str) -> None:
    article = runut.read(text, published="2023-06-14")
    found = [(quote.text, quote.span) for quote in article.quotes]
    found += [(expression.text, expression.span) for expression in article.dates]
    found += [(quote.cue.text, quote.cue.span) for quote in article.quotes if quote.cue]
    assert all(text[slice(*span)] == words for words, span in found)
    for related in article.related:
        assert related.span is not None
        assert text[slice(*related.span)] == related.title


@given(ANY_TEXT)
@settings(max_examples=200, deadline=None)
def test_json_out_and_in_again_is_the_identity(text: str) -> None:
    article = runut.read(text, published="2023-06-14")
    assert runut.from_json(runut.to_json(article)) == article


@given(ANY_TEXT)
@settings(max_examples=100, deadline=None)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert runut.read(text) == runut.read(text)


@given(ANY_TEXT)
@settings(max_examples=200, deadline=None)
def test_paragraphs_and_sentences_are_in_order_and_do_not_overlap(text: str) -> None:
    article = runut.read(text)
    for parts in ([part.span for part in article.paragraphs], [part.span for part in article.sentences]):
        ends = [0, *(end for _, end in parts)]
        assert all(end <= start for end, (start, _) in zip(ends, parts, strict=False))
    covered = "".join(text[slice(*paragraph.span)] for paragraph in article.paragraphs)
    assert {c for c in covered if not c.isspace()} == {c for c in text if not c.isspace()} - set("\ufeff\u200b") | (
        set(covered) & set("\ufeff\u200b")
    )


@given(ANY_TEXT)
@settings(max_examples=200, deadline=None)
def test_references_lead_somewhere(text: str) -> None:
    article: Article = runut.read(text)
    known = {actor.id for actor in article.actors}
    outlets = {source.outlet for source in article.sources}
    for quote in article.quotes:
        assert quote.speaker is None or quote.speaker in known
        assert set(quote.sources) <= outlets
    assert len(known) == len(article.actors)


@given(st.text(alphabet="<>/ap!-=\"' scriptbodyhml&;x", max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_html_is_read_or_refused_with_a_reason(html: str) -> None:
    with contextlib.suppress(runut.InputError):
        assert runut.read_html(html).text
