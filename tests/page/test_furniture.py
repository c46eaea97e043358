"""What is story and what is furniture."""

from __future__ import annotations

import re

import pytest

import runut
from runut import lexicons
from runut.page import furniture
from runut.record import Article, ParagraphKind

STORY = "Kyiv - Rusia menyerang Kyiv pada Senin, kata pejabat Ukraina."
MORE = "Serangan itu menewaskan dua orang dan merusak sebuah sekolah."

FURNITURE = [
    "ADVERTISEMENT",
    "SCROLL TO CONTINUE WITH CONTENT",
    "Scroll untuk melanjutkan membaca",
    "[Gambas:Video CNN]",
    "Simak Video 'Detik-detik Ledakan di Kyiv':",
    "Saksikan Video Pilihan Ini:",
    "Lihat Foto",
    "Halaman Selanjutnya",
    "Halaman: 1 2 Show All",
    "Halaman 2 / 2",
    "1 2 Next",
    "Tag: Ukraina, Rusia",
    "#Ukraina #Rusia",
    "Bagikan:",
    "Bagikan: Facebook X WhatsApp",
    "Editor: Bagus Prakoso",
    "Penulis Danu Wiratama",
    "Rep: Nabila Zahra/ Red: Hasan Basri",
    "Redaktur & Reporter : Adil",
    "Penerjemah: Ratna Kusumawardhani",
    "Copyright © ANTARA 2023",
    "COPYRIGHT © ANTARA 2022",
    "(isa/rds)",
    "[pan]",
    "(nvc/ita)",
    "Gabung ke Channel WhatsApp KompasTV untuk update berita terbaru dan terpercaya.",
    "Ikuti berita terkini dari Tempo di Google News, klik di sini.",
    "Dapatkan update berita pilihan setiap hari. Mari bergabung di Grup Telegram kami.",
    "Yuk, ikuti saluran WhatsApp kami agar tidak ketinggalan!",
    "Artikel ini telah tayang di Contoh.com dengan judul Rusia Menyerang",
    "* Fakta atau Hoaks? Untuk mengetahui kebenaran informasi, silakan WhatsApp ke nomor kami.",
    "Warga berlindung di stasiun bawah tanah. (AFP/Sergei Supinsky)",
    "Warga berlindung di stasiun bawah tanah. (AP Photo/Efrem Lukatsky)",
    "Kapal penjaga pantai menyemprotkan air.(PENJAGA PANTAI FILIPINA via AFP)",
    "Massa merayakan kemenangan. ©AFP/Stringer",
    "Warga berlindung di stasiun. Foto: Reuters/Gleb Garanich",
    "Foto: Reuters/Gleb Garanich",
    "Sumber gambar, Getty Images",
    "Keterangan gambar, Warga berlindung di stasiun.",
    "Kompas.com+ baca berita tanpa iklan. Gabung Kompas.com+",
    "Daftarkan surel Anda untuk menerima nawala kami.",
    "3 menit membaca",
    "Selasa, 22 Feb 2022 10:15 WIB",
    "Tulis komentar",
    "2.982 reads",
    "Iklan - Scroll untuk Melanjutkan",
    "Login | Register",
    "Bagaimana tanggapan Anda mengenai artikel ini?",
    "Presiden Zambia Peter Banda tiba di Vatikan. ANTARA FOTO/Contoh/Handout via REUTERS",
    "Presiden Zambia Peter Banda (twitter.com/contoh)",
    "Gencatan senjata tercapai setelah 11 hari. (AP: Hatem Moussa)",
    "Ketua Komisi Eropa di Strasbourg. / Reuters",
    "https://contoh.com/berita/1",
]

SOURCE_LINES = {
    "Sumber : CNN": ["CNN"],
    "Sumber: Reuters | BBC": ["Reuters", "BBC"],
    "sumber : Reuters/Antara": ["Reuters", "Antara"],
    "Sumber: Reuters, AFP, dan Al Jazeera": ["Reuters", "AFP", "Al Jazeera"],
    "(AFP/Reuters)": ["AFP", "Reuters"],
    "(AFP/isa)": ["AFP"],
    "(Ant/Z-4)": ["Antara"],
    "[afp/dil]": ["AFP"],
    "rs/ha (AFP, Reuters)": ["AFP", "Reuters"],
    "rs/ha (afp, dpa, ap)": ["AFP", "DPA", "AP"],
    "INTERFAX | ANTARA": ["Interfax", "Antara"],
}

RELATED = {
    "Baca juga: Putin Temui Xi di Beijing": "Putin Temui Xi di Beijing",
    "Baca Juga : Putin Temui Xi di Beijing": "Putin Temui Xi di Beijing",
    "BACA JUGA: Putin Temui Xi di Beijing": "Putin Temui Xi di Beijing",
    "BACA JUGA:Putin Temui Xi di Beijing": "Putin Temui Xi di Beijing",
    "Baca: Putin Temui Xi di Beijing": "Putin Temui Xi di Beijing",
    "Lihat Juga : Siapa Putin, Tamu Xi?": "Siapa Putin, Tamu Xi?",
    "Simak juga: Putin Temui Xi di Beijing": "Putin Temui Xi di Beijing",
    "Baca Juga Putin Temui Xi di Beijing": "Putin Temui Xi di Beijing",
    "[BACA JUGA: Putin Temui Xi di Beijing]": "Putin Temui Xi di Beijing",
    "• Baca juga: Putin Temui Xi di Beijing": "Putin Temui Xi di Beijing",
    "Pilihan Editor: Putin Temui Xi di Beijing": "Putin Temui Xi di Beijing",
    'Baca juga: Putin: "Kami Tidak Mundur"': 'Putin: "Kami Tidak Mundur"',
}

STORY_LINES = [
    "Ia membaca pidato di Istana Kremlin pada Senin.",
    "Sumber di Kyiv mengatakan dua orang tewas.",
    "Foto-foto satelit memperlihatkan kerusakan pada bandara itu.",
    "Video yang beredar memperlihatkan tank terbakar di jalan raya.",
    "Iklan perekrutan tentara itu dipasang di seluruh negeri.",
    "Halaman istana dipenuhi demonstran sejak Selasa.",
    "Lihat saja, kata dia, dampak perang ini.",
    "Apa yang terjadi selanjutnya?",
    "Komentar itu memicu kemarahan di Teheran.",
    "Oleh karena itu, pasukan ditarik dari Kherson.",
    "Editor surat kabar itu ditahan polisi pada Kamis.",
    "Mari bergabung dengan kami, kata pemimpin oposisi itu kepada massa.",
    "Pembicaraan digelar di Istanbul (Turki).",
]


def read(*lines: str) -> Article:
    return runut.read("\n".join([STORY, MORE, *lines, MORE]), published="2023-06-14")


def of_kind(article: Article, kind: ParagraphKind) -> list[str]:
    return [article.text[slice(*span)] for span in article.of_kind(kind)]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_is_noise(line: str) -> None:
    assert of_kind(read(line), "noise") == [line]


@pytest.mark.parametrize("line", STORY_LINES)
def test_sentences_that_begin_like_furniture_are_story(line: str) -> None:
    assert line in of_kind(read(line), "body")


@pytest.mark.parametrize(("line", "outlets"), SOURCE_LINES.items(), ids=SOURCE_LINES.keys())
def test_lines_that_only_name_sources(line: str, outlets: list[str]) -> None:
    article = read(line)
    assert [source.outlet for source in article.sources] == outlets
    assert of_kind(article, "source" if outlets else "noise") == [line]


@pytest.mark.parametrize(("line", "headline"), RELATED.items(), ids=RELATED.keys())
def test_links_to_other_stories(line: str, headline: str) -> None:
    article = read(line)
    assert [related.title for related in article.related] == [headline]
    assert [article.text[slice(*related.span)] for related in article.related if related.span] == [headline]


def test_headlines_stand_under_their_label() -> None:
    article = read("Pilihan Redaksi", "Kronologi Wagner Memberontak", "- Peran Lukashenko, Juru Damai Putin")
    assert [related.title for related in article.related] == [
        "Kronologi Wagner Memberontak",
        "Peran Lukashenko, Juru Damai Putin",
    ]
    assert of_kind(article, "noise") == ["Pilihan Redaksi"]
    assert of_kind(article, "body") == [STORY, MORE, MORE]


def test_a_link_inside_a_line_of_the_story_is_cut_out() -> None:
    line = "Pertempuran berlanjut (Baca juga: Putin Temui Xi di Beijing) hingga malam, kata tentara."
    article = read(line)
    assert [related.title for related in article.related] == ["Putin Temui Xi di Beijing"]
    assert of_kind(article, "body")[2:4] == ["Pertempuran berlanjut", "hingga malam, kata tentara."]


def test_a_link_behind_the_last_sentence_of_a_line_is_cut_off() -> None:
    article = read("Pertempuran berlanjut. Baca juga: Putin Temui Xi di Beijing")
    assert [related.title for related in article.related] == ["Putin Temui Xi di Beijing"]
    assert "Pertempuran berlanjut." in of_kind(article, "body")


def test_outlets_in_brackets_behind_the_last_sentence_are_a_source_line() -> None:
    article = runut.read(f"{STORY}\nPertempuran berlanjut. (Ant/Z-4)")
    assert [source.outlet for source in article.sources] == ["Antara"]
    assert of_kind(article, "body")[-1] == "Pertempuran berlanjut."


def test_outlets_in_brackets_above_the_story_are_the_credit_of_a_photo() -> None:
    article = runut.read(f"Warga berlindung di stasiun bawah tanah\n(AFP)\n{STORY}\n{MORE}")
    assert article.sources == []
    assert of_kind(article, "noise") == ["Warga berlindung di stasiun bawah tanah", "(AFP)"]


def test_a_short_line_inside_the_story_with_outlets_in_brackets_is_a_caption() -> None:
    line = "Asap membubung dari kompleks pemerintahan di ibu kota. (AFP)"
    article = read(line)
    assert article.sources == []
    assert of_kind(article, "noise") == [line]


def test_the_author_stands_in_the_byline() -> None:
    assert read("Penulis: Danu Wiratama").author == "Danu Wiratama"
    assert read("RABU, 06 OKTOBER 2021 | 14:29 WIB | LAPORAN: SARI DEWI").author == "SARI DEWI"
    assert runut.read(f"Perang Memasuki Babak Baru\nOleh\nLUKI AULIA\n{STORY}\n{MORE}").author == "LUKI AULIA"
    assert read("Rina Dewi • 03 April 2023 21:21").author == "Rina Dewi"
    assert runut.read(f"Rusia Serang Kyiv Lagi Hari Ini\nDanu Wiratama\nPenulis\n{STORY}").author == "Danu Wiratama"
    assert runut.read(f"{STORY}\n{MORE}\nReporter\nDanu Wiratama").author == "Danu Wiratama"


def test_comments_of_readers_are_no_story() -> None:
    article = runut.read("\n".join([STORY, MORE, MORE, "Tinggalkan komentar", 'Bagus. "Damai," kata pepatah.']))
    assert of_kind(article, "body") == [STORY, MORE, MORE]
    assert [quote for quote in article.quotes if quote.kind == "direct"] == []


def test_nothing_behind_the_copyright_line_is_story_but_links_are_links() -> None:
    text = "\n".join(
        [
            STORY,
            MORE,
            MORE,
            "Copyright © ANTARA 2013",
            "Wah, negara kita kok diam saja.",
            "Baca juga: Putin Temui Xi di Beijing",
        ]
    )
    article = runut.read(text)
    assert of_kind(article, "body") == [STORY, MORE, MORE]
    assert [related.title for related in article.related] == ["Putin Temui Xi di Beijing"]


def test_sections_and_ages_between_headlines_do_not_end_their_block() -> None:
    block = [
        "Artikel Terkait",
        "Internasional",
        "4 jam lalu",
        "Kapal Mendarat Darurat di Jalan",
        "Dunia",
        "Miris, Bayi Hilang",
    ]
    assert [related.title for related in read(*block).related] == [
        "Kapal Mendarat Darurat di Jalan",
        "Miris, Bayi Hilang",
    ]


def test_subheadings_are_story() -> None:
    assert "Apa isi kesepakatannya" in of_kind(read("Apa isi kesepakatannya"), "body")


def test_loose_lines_behind_the_story_are_noise() -> None:
    article = runut.read(f"{STORY}\n{MORE}\nBeritaku Hari Ini\nIndeks Kategori")
    assert of_kind(article, "noise") == ["Beritaku Hari Ini", "Indeks Kategori"]


def test_a_text_of_loose_lines_only_stays_story() -> None:
    assert of_kind(runut.read("gencatan senjata\ndi Gaza"), "body") == ["gencatan senjata", "di Gaza"]


@pytest.mark.parametrize("row", lexicons.table("id/furniture"), ids=lambda row: row["example"])
def test_every_pattern_of_the_table_matches_its_example(row: dict[str, str]) -> None:
    source = furniture.expand(row["pattern"])
    pattern = lexicons.pattern(source, table_name="id/furniture", flags=re.IGNORECASE)
    matches = pattern.fullmatch if row["where"] == "line" else pattern.search
    text = row["example"] if row["where"] == "line" else f"Ia tiba. {row['example']}"
    assert matches(text.replace(".  ", ". "))
