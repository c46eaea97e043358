"""From an HTML page to a story."""

from __future__ import annotations

import json

import pytest

import runut
from runut.errors import EmptyError

PARAGRAPHS = [
    "KYIV, KOMPAS.com - Rusia menyerang Kyiv pada Senin dengan puluhan pesawat nirawak, kata pejabat Ukraina di ibu kota.",
    '"Kami akan membalas," kata Presiden Ukraina Volodymyr Zelensky dalam pidato yang disiarkan televisi pada malam hari.',
    "Kementerian Pertahanan Rusia menyatakan serangan itu menyasar pabrik senjata dan gudang amunisi di pinggiran kota.",
]
LINK = '<p><strong>Baca juga: <a href="https://example.org/xi">Putin Temui Xi di Beijing</a></strong></p>'


def page(data: object = None, body: str | None = None, head: str = "") -> str:
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>' if data else ""
    story = (
        body
        if body is not None
        else "".join(f"<p>{line}</p>" for line in PARAGRAPHS[:2]) + LINK + f"<p>{PARAGRAPHS[2]}</p>"
    )
    return (
        f"<!doctype html><html><head><title>Judul | Kompas</title>{head}{script}</head><body>"
        f"<nav><a href='/'>Beranda</a></nav><article><h1>Rusia Serang Kyiv</h1>{story}</article>"
        "<footer>Hak cipta</footer></body></html>"
    )


ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Rusia Serang Kyiv &amp; Odesa",
    "datePublished": "2023-06-13T01:30:00+07:00",
    "author": [{"@type": "Person", "name": "Danu Wiratama"}],
    "publisher": {"@type": "Organization", "name": "KOMPAS.com"},
}


def test_what_the_page_says_of_itself_comes_first() -> None:
    article = runut.read_html(page(ARTICLE))
    assert article.title == "Rusia Serang Kyiv & Odesa"
    assert (article.published, article.published_from) == ("2023-06-13", "page")
    assert article.author == "Danu Wiratama"
    assert article.outlet == "Kompas.com"


def test_the_story_keeps_its_paragraphs() -> None:
    article = runut.read_html(page(ARTICLE))
    bodies = [article.text[slice(*span)] for span in article.of_kind("body")]
    assert bodies == PARAGRAPHS
    assert [quote.text for quote in article.quotes if quote.kind == "direct"] == ["Kami akan membalas,"]


def test_related_links_keep_their_addresses() -> None:
    related = runut.read_html(page(ARTICLE)).related
    assert [(link.title, link.url) for link in related] == [("Putin Temui Xi di Beijing", "https://example.org/xi")]


def test_related_links_outside_the_story_have_no_span() -> None:
    extra = '<aside><h4>Baca Juga</h4><ul><li><a href="https://example.org/nato">NATO Tambah Pasukan di Timur</a></li></ul></aside>'
    related = runut.read_html(page(ARTICLE).replace("<footer>", extra + "<footer>")).related
    assert ("NATO Tambah Pasukan di Timur", "https://example.org/nato") in [(link.title, link.url) for link in related]


def test_the_article_may_stand_in_a_graph() -> None:
    data = {"@graph": [{"@type": "WebSite", "name": "x"}, ARTICLE]}
    assert runut.read_html(page(data)).published == "2023-06-13"


def test_an_article_body_with_paragraphs_goes_before_the_extraction() -> None:
    body = "\n\n".join(PARAGRAPHS)
    article = runut.read_html(page({**ARTICLE, "articleBody": body}, body="<p>Memuat…</p>"))
    assert [article.text[slice(*span)] for span in article.of_kind("body")] == PARAGRAPHS


def test_without_json_ld_the_date_comes_from_the_page() -> None:
    head = '<meta property="article:published_time" content="2023-06-12T23:00:00+07:00">'
    article = runut.read_html(page(head=head))
    assert (article.published, article.published_from) == ("2023-06-12", "page")


def test_broken_json_ld_is_passed_over() -> None:
    broken = page(ARTICLE).replace('"@type": "NewsArticle"', '"@type": NewsArticle')
    assert [quote.text for quote in runut.read_html(broken).quotes if quote.kind == "direct"] == ["Kami akan membalas,"]


def test_what_the_caller_knows_goes_before_what_the_page_says() -> None:
    article = runut.read_html(page(ARTICLE), outlet="Harian Kita", published="2023-06-14", title="Lain")
    assert (article.outlet, article.published, article.title) == ("Harian Kita", "2023-06-14", "Lain")


@pytest.mark.parametrize("html", ["", "<html></html>", "<p>Halo", page(body="<p>Selamat datang.</p>")])
def test_a_page_without_an_article_says_so(html: str) -> None:
    with pytest.raises(EmptyError, match="no article"):
        runut.read_html(html)
