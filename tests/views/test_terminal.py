"""The view for people."""

from __future__ import annotations

import io

from rich.console import Console

import runut
from runut.views.terminal import chain, print_article

TEXT = (
    'WASHINGTON, KOMPAS.TV - "Kami siap," ujar Menlu AS Antony Blinken dilansir CNN, Selasa (22/2/2022).\n'
    '"Kami menolak," kata Sergei Lavrov.\nBaca juga: Putin Temui Xi di Beijing'
)


def shown(text: str, *, colour: bool = False, width: int = 100) -> str:
    out = io.StringIO()
    print_article(runut.read(text), Console(file=out, force_terminal=colour, width=width, highlight=False))
    return out.getvalue()


def test_the_chain_leads_from_the_outlet_to_its_sources() -> None:
    assert chain(runut.read(TEXT)) == "Kompas TV ← CNN"
    assert chain(runut.read("Ia tiba.")) == "unknown outlet"


def test_each_speaker_has_a_colour_of_his_own() -> None:
    view = shown(TEXT, colour=True)
    assert "\x1b[1;36mAntony Blinken" in view
    assert "\x1b[1;35mSergei Lavrov" in view


def test_quotes_days_and_links_are_listed() -> None:
    view = shown(TEXT)
    assert "Antony Blinken (ujar) ← CNN, 2022-02-22: “Kami siap,”" in view
    assert "Sergei Lavrov (kata): “Kami menolak,”" in view
    assert "Selasa (22/2/2022)  2022-02-22" in view
    assert "Putin Temui Xi di Beijing" in view


def test_an_article_without_findings_is_shown_all_the_same() -> None:
    view = shown("Ia tiba.")
    assert "Ia tiba." in view
    assert "Quotes" not in view


def test_a_quotation_of_nobody_says_so() -> None:
    assert "somebody unnamed: “Kami siap berunding dengan siapa saja.”" in shown(
        '"Kami siap berunding dengan siapa saja."'
    )
