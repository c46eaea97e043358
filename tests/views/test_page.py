"""The page of an article: self-contained, escaped, every finding marked."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from typer.testing import CliRunner

import runut
from runut.cli import app
from runut.views.page import chain_in_words, page

TEXT = (
    'WASHINGTON, KOMPAS.TV - "Kami siap," ujar Menlu AS Antony Blinken dilansir dari CNN, Selasa (22/2/2022).\n'
    "Ia terbang ke Jenewa.\nBaca Juga: Putin Temui Xi\nSumber: Reuters"
)


def elements(document: Any, path: str) -> list[Any]:
    found: list[Any] = document.xpath(path)
    return found


def marked(document: Any, kind: str) -> list[str]:
    return [span.text_content() for span in elements(document, f"//article//span[contains(@class, '{kind}')]")]


def test_all_that_was_found_is_marked() -> None:
    document = html.fromstring(page(runut.read(TEXT, published="2022-02-23")))
    assert "Kami siap," in "".join(marked(document, "q"))
    assert "Ia" in marked(document, "m")
    assert "Jenewa" in marked(document, "p")
    assert "Selasa (22/2/2022)" in marked(document, "d")
    assert [p.get("data-kind") for p in elements(document, "//article/p[@class='aside']")] == ["related", "source"]


def test_the_text_of_the_page_is_the_article() -> None:
    article = runut.read(TEXT, published="2022-02-23")
    document = html.fromstring(page(article))
    shown = [p.text_content() for p in elements(document, "//article/p")]
    assert shown == [article.text[slice(*paragraph.span)] for paragraph in article.paragraphs]


def test_every_field_leads_to_its_words() -> None:
    document = html.fromstring(page(runut.read(TEXT, published="2022-02-23")))
    listed = {item.get("data-id") for item in elements(document, "//aside//li")}
    in_text = {one for span in elements(document, "//article//span[@data-of]") for one in span.get("data-of").split()}
    assert listed == in_text


def test_nothing_is_fetched() -> None:
    source = page(runut.read(TEXT, published="2022-02-23", url="https://www.kompas.tv/x"))
    assert not re.search(r"(?:src|href)=|@import|url\(", source)


def test_markup_of_an_article_is_no_markup_of_the_page() -> None:
    source = page(runut.read('"<script>alert(1)</script> & kami siap," ujar Menlu AS Antony Blinken.'))
    assert "<script>alert" not in source
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; kami siap," in source


def test_an_article_with_nothing_in_it() -> None:
    assert "<h1>" in page(runut.read("Hujan."))


def test_the_chain_in_words() -> None:
    article = runut.read(TEXT.replace("CNN,", "CNN dan AFP,"), published="2022-02-23")
    assert chain_in_words(article.quotes[0].chain) == "Kompas TV ← CNN, AFP ← Antony Blinken"


def test_the_command_prints_a_page(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    result = CliRunner().invoke(app, ["read", str(tmp_path / "a.txt"), "--html"])
    assert result.exit_code == 0
    assert result.stdout.startswith("<!doctype html>")


def test_a_folder_gets_a_page_beside_each_record(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(f"{name} {TEXT}", encoding="utf-8")
    result = CliRunner().invoke(app, ["read", str(tmp_path), "--html", "-o", str(tmp_path / "out")])
    assert result.exit_code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.html", "a.json", "b.html", "b.json"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--html", "--json"], "--html prints a page and nothing beside it; give -o DIR for both"),
        (["--html"], "--html prints the page of one article, and there are more; give -o DIR for all"),
    ],
)
def test_what_cannot_be_printed_is_told(tmp_path: Path, arguments: list[str], message: str) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(f"{name} {TEXT}", encoding="utf-8")
    result = CliRunner().invoke(app, ["read", str(tmp_path), *arguments])
    assert result.exit_code == 2
    assert message in result.stderr
