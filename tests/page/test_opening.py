"""Datelines in the house styles of many outlets."""

from __future__ import annotations

import pytest

import runut
from runut import lexicons
from runut.page import opening

STYLES = {
    "JAKARTA, KOMPAS.com – Rusia menyerang Kyiv.": ("JAKARTA", "KOMPAS.com"),
    "WASHINGTON, KOMPAS.TV - Rusia menyerang Kyiv.": ("WASHINGTON", "KOMPAS.TV"),
    "Jakarta (ANTARA) - Rusia menyerang Kyiv.": ("Jakarta", "ANTARA"),
    "Nusa Dua, Bali (ANTARA) - Rusia menyerang Kyiv.": ("Nusa Dua, Bali", "ANTARA"),
    "Jakarta. (ANTARA) - Rusia menyerang Kyiv.": ("Jakarta", "ANTARA"),
    "Moskow (ANTARA/Xinhua) - Rusia menyerang Kyiv.": ("Moskow", "ANTARA"),
    "TEMPO.CO, Jakarta - Rusia menyerang Kyiv.": ("Jakarta", "TEMPO.CO"),
    "TEMPO.CO, Den Haag - Rusia menyerang Kyiv.": ("Den Haag", "TEMPO.CO"),
    "Jakarta, CNN Indonesia -- Rusia menyerang Kyiv.": ("Jakarta", "CNN Indonesia"),
    "Jakarta, CNBC Indonesia - Rusia menyerang Kyiv.": ("Jakarta", "CNBC Indonesia"),
    "REPUBLIKA.CO.ID, MOSKOW -- Rusia menyerang Kyiv.": ("MOSKOW", "REPUBLIKA.CO.ID"),
    "REPUBLIKA.CO.ID,KAIRO--Rusia menyerang Kyiv.": ("KAIRO", "REPUBLIKA.CO.ID"),
    "Liputan6.com, Kyiv - Rusia menyerang Kyiv.": ("Kyiv", "Liputan6.com"),
    "Liputan6.com, Port-au-Prince - Geng menyerang penjara.": ("Port-au-Prince", "Liputan6.com"),
    "TRIBUNNEWS.COM, JAKARTA - Rusia menyerang Kyiv.": ("JAKARTA", "TRIBUNNEWS.COM"),
    "Bisnis.com, JAKARTA — Rusia menyerang Kyiv.": ("JAKARTA", "Bisnis.com"),
    "jpnn.com, KABUL - Taliban menguasai Kabul.": ("KABUL", "jpnn.com"),
    "MOSKOW, iNews.id - Rusia menyerang Kyiv.": ("MOSKOW", "iNews.id"),
    "Jakarta, IDN Times - Rusia menyerang Kyiv.": ("Jakarta", "IDN Times"),
    "Tbilisi, VIVA – Parlemen mengesahkan hukum itu.": ("Tbilisi", "VIVA"),
    "JENEWA (VOA) — Penyelidik PBB melapor.": ("JENEWA", "VOA"),
    "WASHINGTON, D.C. (VOA) — Kongres bersidang.": ("WASHINGTON, D.C.", "VOA"),
    "VOA — Kongres bersidang.": (None, "VOA"),
    "Merdeka.com - Rusia menyerang Kyiv.": (None, "Merdeka.com"),
    "Suara.com - Rusia menyerang Kyiv.": (None, "Suara.com"),
    "VIVA – Rusia menyerang Kyiv.": (None, "VIVA"),
    "JawaPos.com–Rusia menyerang Kyiv.": (None, "JawaPos.com"),
    "KBRN, Jakarta: Rusia menyerang Kyiv.": ("Jakarta", "KBRN"),
    "Gaza, MINA - Israel menyerang Rafah.": ("Gaza", "MINA"),
    "BEIJING, 12 Januari (Xinhua) -- China menolak tuduhan itu.": ("BEIJING", "Xinhua"),
    "NAYPYIDAW, JUMAT — ASEAN mengadakan pembicaraan.": ("NAYPYIDAW", None),
    "JAKARTA. DISWAY.ID – Rusia menyerang Kyiv.": ("JAKARTA", "DISWAY.ID"),
    "KONTAN.CO.ID - LUSAKA. Rusia menyerang Kyiv.": ("LUSAKA", "KONTAN.CO.ID"),
    "Lusaka, SPNA - Rusia menyerang Kyiv.": ("Lusaka", "SPNA"),
    "Niamey - Tentara mengambil alih kekuasaan.": ("Niamey", None),
    "KYIV – Rusia menyerang Kyiv.": ("KYIV", None),
    "New York - Dewan Keamanan bersidang.": ("New York", None),
    "Washington: Presiden Joe Biden mengecam serangan itu.": ("Washington", None),
    "Ntvnews.id, Jakarta - Rusia menyerang Kyiv.": ("Jakarta", "Ntvnews.id"),
    "Kabar-Baru.co.id, Surabaya - Rusia menyerang Kyiv.": ("Surabaya", "Kabar-Baru.co.id"),
}

NO_DATELINES = [
    "Rusia menyerang Kyiv pada Senin.",
    "PARA menteri luar negeri ASEAN sepakat.",
    "Presiden AS - yang tiba kemarin - menolak.",
    "Menlu Retno: Dunia menaruh harapan pada G20.",
    "Korea Utara, menurut Seoul, menembakkan rudal.",
    '"Kami siap," kata Wang Yi - Selasa.',
    "Kyiv-Moskow saling menyerang.",
]


@pytest.mark.parametrize(("text", "expected"), STYLES.items(), ids=STYLES.keys())
def test_dateline_of_a_house_style(text: str, expected: tuple[str | None, str | None]) -> None:
    dateline = runut.read(text).dateline
    assert dateline is not None
    assert (dateline.place, dateline.outlet) == expected
    for part in expected:
        assert part is None or part in text[slice(*dateline.span)]


@pytest.mark.parametrize("text", NO_DATELINES)
def test_openings_that_are_no_dateline(text: str) -> None:
    assert runut.read(text).dateline is None


@pytest.mark.parametrize("row", lexicons.table("id/datelines"), ids=lambda row: row["example"])
def test_every_pattern_of_the_table_matches_its_example(row: dict[str, str]) -> None:
    pattern = lexicons.pattern(opening.expand(row["pattern"]), table_name="id/datelines")
    assert pattern.match(row["example"] + " Rusia menyerang.")


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            "Konflik Rusia Vs Ukraina\nZelensky Sebut Rusia Pengecut di Parlemen\nPenulis: Budi Santoso",
            "Zelensky Sebut Rusia Pengecut di Parlemen",
        ),
        (
            "Sport & Lifestyle\nGedung Putih Tolak Berkomentar soal Jembatan\nRina Dewi, CNBC Indonesia",
            "Gedung Putih Tolak Berkomentar soal Jembatan",
        ),
        ("Israel Longgarkan Blokade", "Israel Longgarkan Blokade"),
        (
            "Berita\nPeter Banda/Net\nDunia\nZambia Tolak Gencatan Senjata\nSENIN, 03 APRIL 2023 | 15:10 WIB | LAPORAN: RINA DEWI",
            "Zambia Tolak Gencatan Senjata",
        ),
        (
            "Baca berita tanpa iklan. Gabung Kompas.com+\nZambia Tolak Gencatan Senjata\nKompas.com - 03/04/2023, 10:15 WIB",
            "Zambia Tolak Gencatan Senjata",
        ),
    ],
)
def test_the_title_is_the_headline_above_date_and_byline(lines: str, title: str) -> None:
    assert runut.read(f"{lines}\nLUSAKA - Zambia menolak usul itu, kata pejabat di Lusaka.").title == title


@pytest.mark.parametrize(
    ("line", "outlet"),
    [("COPYRIGHT © ANTARA News Bali 2023", "Antara"), ("Kompas.com - 03/04/2023, 10:15 WIB", "Kompas.com")],
)
def test_the_outlet_is_told_by_its_own_lines(line: str, outlet: str) -> None:
    assert runut.read(f"{line}\nLUSAKA - Zambia menolak usul itu, kata pejabat di Lusaka.").outlet == outlet


def test_a_dateline_that_names_an_outlet_goes_before_a_caption_that_looks_like_one() -> None:
    text = "DEMO - Warga Lusaka menolak perang.\nEditor: Rina Dewi\nTRIBUNBATAM.id, LUSAKA - Zambia menolak usul itu."
    dateline = runut.read(text).dateline
    assert dateline is not None
    assert (dateline.place, dateline.outlet) == ("LUSAKA", "TRIBUNBATAM.id")


def test_the_dateline_tells_the_outlet_where_nothing_else_does() -> None:
    assert runut.read("WASHINGTON, KOMPAS.TV - Rusia menyerang Kyiv.").outlet == "Kompas TV"


def test_what_stands_before_the_dateline_is_title_and_furniture() -> None:
    text = (
        "Rusia Menyerang Kyiv dari Utara\n"
        "Kompas.com - 23/02/2022, 10:15 WIB\n"
        "Warga berlindung di stasiun. (AFP/Sergei Supinsky)\n"
        "KYIV, KOMPAS.com - Rusia menyerang Kyiv."
    )
    article = runut.read(text)
    assert article.title == "Rusia Menyerang Kyiv dari Utara"
    assert [paragraph.kind for paragraph in article.paragraphs] == ["noise", "noise", "noise", "body"]
