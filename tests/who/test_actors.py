"""Actors: who takes part, each once, with country, sectors and all the words that mean it."""

from __future__ import annotations

import pytest

import runut
from runut import Article


def read(text: str, published: str = "2022-05-06") -> Article:
    return runut.read(text, published=published)


def codes(article: Article) -> dict[str, str]:
    return {actor.name: " ".join([actor.country or "-", *actor.sectors]) for actor in article.actors}


def mentions(article: Article, name: str) -> list[str]:
    actor = next(actor for actor in article.actors if actor.name == name)
    return [article.text[slice(*span)] for span in actor.mentions]


def test_a_minister_with_title_state_and_acronym_is_one_person() -> None:
    article = read(
        "WASHINGTON, KOMPAS.TV - Menteri Luar Negeri Amerika Serikat (Menlu AS), Antony Blinken menegaskan serangan itu "
        "pasti. Ia pun membatalkan pertemuan. Blinken pulang. Menlu AS itu marah."
    )
    blinken = article.actors[0]
    assert (blinken.name, blinken.country, blinken.sectors, blinken.title) == (
        "Antony Blinken",
        "USA",
        ["GOV"],
        "Menteri Luar Negeri",
    )
    assert mentions(article, "Antony Blinken") == ["Antony Blinken", "Ia", "Blinken", "Menlu AS"]
    assert [actor.name for actor in article.actors] == ["Antony Blinken"]


SEVERAL = {
    "a capital acts": ("Moskow menuduh Kyiv menyerang.", {"Moskow": "RUS GOV", "Kyiv": "UKR GOV"}),
    "a capital is a place": ("Tentara menembak di Moskow.", {"Tentara": "RUS MIL"}),
    "a state and its government": (
        "Rusia menyerang. Pemerintah Rusia membela diri. Kremlin diam.",
        {"Rusia": "RUS GOV"},
    ),
    "an office with its town before the name": (
        "Gubernur Donetsk Pavlo Kyrylenko menuduh Rusia menembaki pasar.",
        {"Pavlo Kyrylenko": "UKR GOV", "Rusia": "RUS GOV"},
    ),
    "a counterpart": (
        "Menteri Luar Negeri Rusia Sergei Lavrov bertemu mitranya dari China, Wang Yi, di Jakarta.",
        {"Sergei Lavrov": "RUS GOV", "Wang Yi": "CHN GOV"},
    ),
    "a title with a leaning": (
        "Presiden sayap kiri Brasil Luiz Inacio Lula da Silva pulang.",
        {"Luiz Inacio Lula da Silva": "BRA GOV"},
    ),
    "a state whose first word is in capitals": (
        "AMERIKA Serikat (AS) menyerang Houthi.",
        {"AMERIKA Serikat": "USA GOV", "Houthi": "YEM REB"},
    ),
    "a state at work": (
        "Kata mereka, Washington tengah mempertimbangkan sanksi.",
        {"Washington": "USA GOV"},
    ),
    "the side of somebody": ("Pihak militer Taiwan mengutuk China.", {"militer Taiwan": "TWN MIL", "China": "CHN GOV"}),
    "an embassy": (
        "KBRI Khartoum mengevakuasi warga Indonesia.",
        {"KBRI Khartoum": "IDN GOV", "warga Indonesia": "IDN CVL"},
    ),
    "a product": ("Militer Sudan mengerahkan pesawat Boeing 737.", {"Militer Sudan": "SDN MIL"}),
    "an army by many names": (
        "Militer Israel menyerang. Pasukan Israel maju. Jet tempur Israel membom gudang.",
        {"Militer Israel": "ISR MIL"},
    ),
    "an acronym in brackets": (
        "Front Polisario (FP) menyerang. FP mundur.",
        {"Front Polisario": "ESH PRE REB"},
    ),
    "spellings": (
        "Presiden Ukraina Volodymyr Zelensky datang. Zelenskyy pulang.",
        {"Volodymyr Zelensky": "UKR GOV"},
    ),
    "who has no title": ("Vladimir Putin pulang.", {"Vladimir Putin": "RUS GOV"}),
    "the text goes before the table": ("Menteri Vladimir Putin dari Peru pulang.", {"Vladimir Putin": "RUS GOV"}),
    "a group by its place": ("Di Seoul, polisi menahan mahasiswa.", {"polisi": "KOR COP", "mahasiswa": "KOR EDU"}),
    "a title behind the name": (
        "Josep Borrell, kepala kebijakan luar negeri Uni Eropa, pulang.",
        {"Josep Borrell": "EUR"},
    ),
    "a body's spokesman": (
        "Hizbullah menyerang. Pemimpinnya, Hassan Nasrallah, bersembunyi.",
        {"Hizbullah": "LBN REB PTY", "Hassan Nasrallah": "LBN REB PTY"},
    ),
    "a misspelt state": ("Duta Besar Meskiko Raquel Serur pulang.", {"Raquel Serur": "MEX GOV"}),
    "analysts speak for no state": ("Analis menilai Rusia akan kalah.", {"Analis": "- EDU", "Rusia": "RUS GOV"}),
    "a ship is nobody": ("Kapal induk USS Ronald Reagan berlayar.", {}),
    "no names": ("Hujan turun sepanjang malam.", {}),
}


@pytest.mark.parametrize(("text", "expected"), SEVERAL.values(), ids=SEVERAL.keys())
def test_actors(text: str, expected: dict[str, str]) -> None:
    assert codes(read(text)) == expected


def test_actors_are_numbered_in_order_of_first_mention() -> None:
    article = read("Ribuan demonstran menyerbu kantor. Presiden Peru Luis Ramos mundur. Rusia mengecam.")
    assert [actor.id for actor in article.actors] == ["a1", "a2", "a3"]
    assert [actor.mentions[0] for actor in article.actors] == sorted(actor.mentions[0] for actor in article.actors)


def test_a_name_in_every_sentence() -> None:
    text = " ".join(f"Presiden Peru Luis Ramos mengatakan hal nomor {n} itu penting." for n in range(60))
    article = read(text)
    ramos = next(actor for actor in article.actors if actor.name == "Luis Ramos")
    assert len(ramos.mentions) == 60


REFERENCES = {
    "ia": ("Menlu Rusia Sergei Lavrov datang. Ia marah.", "Sergei Lavrov", "Ia"),
    "inside a report": ("Menlu AS Antony Blinken menegaskan ia telah mengirim surat.", "Antony Blinken", "ia"),
    "nya": ("Rusia menarik pasukannya dari Kyiv.", "Rusia", "nya"),
    "mereka": ("Ribuan pengungsi Lebanon pulang meski militer Israel melarang mereka.", "pengungsi Lebanon", "mereka"),
    "kedua negara": ("Rusia dan Ukraina berunding. Kedua negara sepakat.", "Ukraina", "Kedua negara"),
    "keduanya": ("Rusia dan Ukraina berunding. Keduanya sepakat.", "Rusia", "Keduanya"),
}


@pytest.mark.parametrize(("text", "name", "word"), REFERENCES.values(), ids=REFERENCES.keys())
def test_references(text: str, name: str, word: str) -> None:
    assert word in mentions(read(text), name)


UNRESOLVED = {
    "nobody before": ("Ia marah.", "Ia"),
    "two numbers apart": ("Rusia, China, dan Iran berunding. Kedua negara sepakat.", "Kedua negara"),
    "two people": ("Presiden Rusia Vladimir Putin mengatakan Presiden AS Joe Biden lemah dan ia akan kalah.", "ia"),
    "nobody's": ("Rusia menyerang. Sebagai gantinya, Kyiv membalas.", "nya"),
}


@pytest.mark.parametrize(("text", "word"), UNRESOLVED.values(), ids=UNRESOLVED.keys())
def test_who_is_left_open(text: str, word: str) -> None:
    article = read(text)
    meant = [article.text[slice(*span)] for actor in article.actors for span in actor.mentions]
    assert word not in meant
