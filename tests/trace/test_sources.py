"""On which outlets an article rests, and which quotation came from which."""

from __future__ import annotations

import pytest

import runut

CITED = {
    "Rusia menyerang, dilansir dari CNN.": ["CNN"],
    "Rusia menyerang, dilansir CNN, Senin.": ["CNN"],
    "Rusia menyerang, dikutip dari laman The Guardian.": ["The Guardian"],
    "Rusia menyerang, seperti dikutip AFP.": ["AFP"],
    "Rusia menyerang, seperti dilaporkan Kyodo, Selasa.": ["Kyodo"],
    "Rusia menyerang, mengutip kantor berita IRNA.": ["IRNA"],
    "Melansir Reuters, Rusia menyerang.": ["Reuters"],
    "Mengutip Al Jazeera, Rusia menyerang.": ["Al Jazeera"],
    "Dilansir AFP, Minggu (7/4/2024), Rusia menyerang.": ["AFP"],
    "Rusia menyerang, demikian dilaporkan Xinhua.": ["Xinhua"],
    "Rusia menyerang, demikian Reuters.": ["Reuters"],
    "Rusia menyerang, menurut laporan The New York Times.": ["The New York Times"],
    "Rusia menyerang, kata pejabat kepada AFP di Kyiv.": ["AFP"],
    "Rusia menyerang, kata dia dalam wawancara dengan BBC.": ["BBC"],
    "Rusia menyerang, menurut hitungan harian Prothom Alo.": ["Prothom Alo"],
    "Reuters melaporkan Rusia menyerang.": ["Reuters"],
    "Kantor berita Rusia, TASS, melaporkan serangan itu.": ["TASS"],
    "Rusia menyerang, dilansir AFP dan Reuters.": ["AFP", "Reuters"],
    "Rusia menyerang, dilansir AFP, Reuters, dan AP.": ["AFP", "Reuters", "AP"],
    "Rusia menyerang, dilansir dari Kabarku.co.id.": ["Kabarku.co.id"],
    "Rusia menyerang, dilansir Harare Daily News.": ["Harare Daily News"],
    "Rusia menyerang, kata dia kepada radio Newstalk.": ["Newstalk"],
    "Rusia menyerang, kata dia kepada televisi Khabar 24.": ["Khabar 24"],
    "Kepada Radio France Internationale, ia menolak.": ["RFI"],
    "Rusia menyerang, kata dia dalam wawancara dengan penyiar publik RTHK.": ["RTHK"],
    "Rusia menyerang, dikutip TribunWow.com dari RT.": ["RT"],
    "Rusia menyerang, dikutip VIVA Militer dari Reuters.": ["Reuters"],
    '"Laporan Reuters adalah palsu," kata Wang Yi, dilansir AFP.': ["AFP"],
    "Rusia menyerang. Seperti dilansir Channel News Asia, Jumat (30/5/2014).": ["CNA"],
    "Rusia menyerang, lansir Associated Press.": ["AP"],
    "Rusia menyerang, tulis NYT, mengutip kantor berita Antara.": ["The New York Times", "Antara"],
}

NOT_CITED = [
    "Rusia menyerang, dikutip dari akun Twitter miliknya.",
    "Rusia menyerang, tulis dia di Telegram.",
    "Rusia menyerang, mengutip pernyataan Kementerian Pertahanan Rusia.",
    "Rusia menyerang, dikutip dari laman Kementerian Luar Negeri Ukraina.",
    "Menurut Blinken, Rusia menyerang.",
    "Israel membunuh wartawan Al Jazeera di Jenin.",
    "Serangan terjadi antara pukul dua dan tiga.",
    "Ia berbicara kepada wartawan di Kyiv.",
    "Hubungan antara kedua negara memburuk.",
]


def sources(text: str, **known: str) -> list[str]:
    return [source.outlet for source in runut.read(text, **known).sources]


@pytest.mark.parametrize(("text", "expected"), CITED.items(), ids=CITED.keys())
def test_outlets_that_are_cited(text: str, expected: list[str]) -> None:
    assert sources(text) == expected


@pytest.mark.parametrize("text", NOT_CITED)
def test_what_is_no_outlet_or_not_cited(text: str) -> None:
    assert sources(text) == []


def test_the_publishing_outlet_is_no_source_of_its_own() -> None:
    assert sources("Rusia menyerang, kata dia kepada Kompas.com.", outlet="Kompas.com") == []
    assert sources("KYIV, KOMPAS.com - Rusia menyerang, kata dia kepada Kompas.com.") == []


def test_a_language_service_does_not_rest_on_its_own_house() -> None:
    assert sources("Rusia menyerang, kata dia kepada BBC.", outlet="BBC News Indonesia") == []
    assert sources("Rusia menyerang, kata dia kepada CNN.", outlet="CNN Indonesia") == ["CNN"]


def test_each_source_stands_once_where_it_is_first_cited() -> None:
    text = "Rusia menyerang, dilansir AFP. Ukraina membalas, kata pejabat kepada AFP.\nSumber: AFP"
    article = runut.read(text)
    assert [(source.outlet, source.cue, source.span) for source in article.sources] == [("AFP", "dilansir", (26, 29))]


def test_a_quotation_has_the_source_of_its_sentence() -> None:
    article = runut.read('"Kami siap," kata Wang Yi, dikutip Reuters. "Kami menolak," ujar Antony Blinken kepada CNN.')
    assert [quote.sources for quote in article.quotes] == [["Reuters"], ["CNN"]]


def test_a_source_in_a_sentence_of_its_own_covers_the_quotation_before() -> None:
    article = runut.read('"Kami siap," ungkap John Kerry. Seperti dilansir AFP, Jumat (30/5/2014).')
    assert article.quotes[0].sources == ["AFP"]


def test_the_span_of_a_source_has_no_marks() -> None:
    article = runut.read("Kantor berita Rusia, TASS, melaporkan serangan itu.")
    assert article.text[slice(*article.sources[0].span)] == "TASS"


def test_a_source_named_at_the_end_covers_the_quotations_without_a_nearer_one() -> None:
    article = runut.read(
        '"Kami siap," kata Wang Yi, dikutip Reuters.\n"Kami menolak," ujar Antony Blinken.\nSumber: CNN'
    )
    assert [quote.sources for quote in article.quotes] == [["Reuters"], ["CNN"]]


def test_an_agency_that_shares_the_dateline_is_a_source() -> None:
    assert sources("Moskow (ANTARA/Xinhua) - Rusia menyerang Kyiv.") == ["Xinhua"]
