"""Reported statements: each case is a text and, for each statement, its words, its cue and who says it."""

from __future__ import annotations

import pytest

import runut

Statement = tuple[str, str | None, str | None]


def statements(text: str) -> list[Statement]:
    article = runut.read(text, published="2024-05-06")
    names = {actor.id: actor.name for actor in article.actors}
    return [
        (quote.text, quote.cue.text if quote.cue else None, names.get(quote.speaker or ""))
        for quote in article.quotes
        if quote.kind != "direct"
    ]


CASES: dict[str, tuple[str, list[Statement]]] = {
    "verb and bahwa": (
        "Menlu Peru Javier Olaechea mengatakan bahwa perbatasan tetap dibuka.",
        [("perbatasan tetap dibuka", "mengatakan", "Javier Olaechea")],
    ),
    "verb alone": (
        "Menlu Peru Javier Olaechea menegaskan perbatasan tetap dibuka.",
        [("perbatasan tetap dibuka", "menegaskan", "Javier Olaechea")],
    ),
    "a promise without a subject": (
        "Kartel itu diburu. Presiden Peru Luis Ramos berjanji akan memberantasnya.",
        [("akan memberantasnya", "berjanji", "Luis Ramos")],
    ),
    "to whom and when": (
        "Menlu Peru Javier Olaechea mengatakan kepada wartawan pada Senin (6/5) bahwa perbatasan tetap dibuka.",
        [("perbatasan tetap dibuka", "mengatakan", "Javier Olaechea")],
    ),
    "whom it addresses": (
        "Menlu Peru Javier Olaechea memperingatkan Ekuador bahwa perang bisa meluas.",
        [("perang bisa meluas", "memperingatkan", "Javier Olaechea")],
    ),
    "an aside before bahwa": (
        "Presiden Peru Luis Ramos mengatakan, tanpa menyebut nama negara, bahwa bantuan terlambat.",
        [("bantuan terlambat", "mengatakan", "Luis Ramos")],
    ),
    "jika for bahwa": (
        "Juru bicara Hamas Ali Hasan mengatakan kepada AP jika pihaknya akan menunggu.",
        [("pihaknya akan menunggu", "mengatakan", "Ali Hasan")],
    ),
    "a condition stays": (
        "Menlu Peru Javier Olaechea mengatakan jika Ekuador menyerang, negaranya akan membalas.",
        [("jika Ekuador menyerang, negaranya akan membalas", "mengatakan", "Javier Olaechea")],
    ),
    "two verbs of one speaker": (
        "Kementerian Pertahanan Peru membantah pihaknya menembak dan menyebut tudingan itu tidak berdasar.",
        [
            ("pihaknya menembak", "membantah", "Kementerian Pertahanan Peru"),
            ("tudingan itu tidak berdasar", "menyebut", "Kementerian Pertahanan Peru"),
        ],
    ),
    "two speakers in a sentence": (
        "Pemerintah Peru menuding Ekuador berbuat curang, setelah Presiden Carlos Mora mengatakan negaranya akan mundur.",
        [
            ("Ekuador berbuat curang", "menuding", "Pemerintah Peru"),
            ("negaranya akan mundur", "mengatakan", "Carlos Mora"),
        ],
    ),
    "menurut": (
        "Menurut Menlu Peru Javier Olaechea, perbatasan tetap dibuka.",
        [("perbatasan tetap dibuka", "Menurut", "Javier Olaechea")],
    ),
    "menurut, misspelt and without a comma": (
        "Menlu Peru Javier Olaechea pulang. Menurt Olaechea pertemuan itu ditunda.",
        [("pertemuan itu ditunda", "Menurt", "Javier Olaechea")],
    ),
    "menurutnya": (
        "Menlu Peru Javier Olaechea pulang ke Lima. Menurutnya, pertemuan itu ditunda.",
        [("pertemuan itu ditunda", "Menurutnya", "Javier Olaechea")],
    ),
    "menurut inside": (
        "Presiden Peru Luis Ramos dijatuhkan, dan menurut Javier Olaechea, langkah itu keliru.",
        [("langkah itu keliru", "menurut", "Javier Olaechea")],
    ),
    "behind the clause": (
        "Sedikitnya 185 orang tewas sejak Sabtu, kata utusan khusus PBB Volker Perthes.",
        [("Sedikitnya 185 orang tewas sejak Sabtu", "kata", "Volker Perthes")],
    ),
    "behind the clause, demikian": (
        "Salah seorang korban mengalami patah rahang, demikian menurut rumah sakit setempat.",
        [("Salah seorang korban mengalami patah rahang", "demikian menurut", "rumah sakit setempat")],
    ),
    "behind the clause, subject first": (
        "Peru akan membuka kembali kedutaannya, Menlu Peru Javier Olaechea mengatakan pada Senin.",
        [("Peru akan membuka kembali kedutaannya", "mengatakan", "Javier Olaechea")],
    ),
    "in the middle": (
        "Menlu Peru Javier Olaechea pulang. Setelah menerima surat, katanya, pemerintah akan mengambil keputusan.",
        [("pemerintah akan mengambil keputusan", "katanya", "Javier Olaechea")],
    ),
    "a cue at the head": (
        "Menlu Peru Javier Olaechea pulang. Ditambahkan Olaechea bahwa Ekuador mitra lama negaranya.",
        [("Ekuador mitra lama negaranya", "Ditambahkan", "Javier Olaechea")],
    ),
    "who carries on": (
        "Menlu Peru Javier Olaechea pulang ke Lima. Dia menambahkan bahwa perbatasan tetap dibuka.",
        [("perbatasan tetap dibuka", "menambahkan", "Javier Olaechea")],
    ),
    "a pronoun behind a place": (
        "Menlu Peru Javier Olaechea menelepon Quito. Dari Trujillo, Peru, ia mengungkapkan konvoinya ditembaki.",
        [("konvoinya ditembaki", "mengungkapkan", "Javier Olaechea")],
    ),
    "a thing and its name": (
        "Menlu Peru Javier Olaechea menyebut serangan itu “kebiadaban”.",
        [("serangan itu “kebiadaban”", "menyebut", "Javier Olaechea")],
    ),
    "judged to be something": (
        "Presiden Peru Luis Ramos mengecam aksi itu sebagai tusukan dari belakang.",
        [("aksi itu sebagai tusukan dari belakang", "mengecam", "Luis Ramos")],
    ),
    "accused": (
        "Moskow menuduh Ukraina menyerang kapal-kapalnya di Sevastopol.",
        [("Ukraina menyerang kapal-kapalnya di Sevastopol", "menuduh", "Moskow")],
    ),
    "a claim denied": (
        "Juru bicara Kremlin Dmitry Peskov menolak tuduhan bahwa Moskow berada di balik serangan itu.",
        [("Moskow berada di balik serangan itu", "menolak", "Dmitry Peskov")],
    ),
    "a noun for a statement": (
        "Pernyataan Menlu Peru Javier Olaechea bahwa negaranya siap berunding disambut hangat.",
        [("negaranya siap berunding disambut hangat", "Pernyataan", "Javier Olaechea")],
    ),
    "a title and its holder's name": (
        "Presiden negara tetangga, Ekuador, Carlos Mora, mengatakan ia akan terbang ke Lima.",
        [("ia akan terbang ke Lima", "mengatakan", "Carlos Mora")],
    ),
    "a comment behind a dash": (
        "Perdana Menteri Nikol Pashinyan menuding pasukan Rusia gagal melindungi warga – tuduhan yang ditepis Kremlin.",
        [("pasukan Rusia gagal melindungi warga", "menuding", "Nikol Pashinyan")],
    ),
    "a misspelt verb": (
        "Juru bicara Kremlin Dmitry Peskov mengatkan tuntutan itu bakal dicabut.",
        [("tuntutan itu bakal dicabut", "mengatkan", "Dmitry Peskov")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_statement(text: str, expected: list[Statement]) -> None:
    assert statements(text) == expected


NONE = {
    "a demand": "Menlu Peru Javier Olaechea mendesak agar Ekuador mundur.",
    "a demand behind a reporting verb": "Menteri Wang Yi mengingatkan pihak luar agar tidak mencampuri urusan kawasan.",
    "a noun": "Menlu Peru Javier Olaechea menyatakan dukungan kepada Tokyo.",
    "sanctions": "Uni Eropa mengumumkan sanksi terhadap pejabat Rusia.",
    "a judgement of a deed": "Menlu Peru Javier Olaechea mengecam langkah itu.",
    "nobody accuses": "Peru dituduh melanggar gencatan senjata.",
    "what was not said": "Seorang pejabat AS menolak untuk menggambarkan serangan itu sebagai invasi.",
    "what is to be said": "Menlu Peru mendesak dunia untuk menyebut kelompok itu sebagai organisasi teroris.",
    "a rumour": "Menurut kabar, tiga tentara tewas.",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE.keys())
def test_what_is_no_statement(text: str) -> None:
    assert statements(text) == []


def test_quoted_words_make_it_mixed() -> None:
    article = runut.read("Menlu Peru Javier Olaechea menilai usul itu “tidak masuk akal”.", published="2024-05-06")
    assert [quote.kind for quote in article.quotes] == ["mixed"]


def test_a_pronoun_with_no_one_before_it_has_no_speaker_rather_than_a_wrong_one() -> None:
    article = runut.read("Dia mengatakan bahwa perbatasan tetap dibuka.", published="2024-05-06")
    assert [quote.speaker for quote in article.quotes] == []


def test_ten_people_with_one_surname() -> None:
    people = [
        f"Jenderal {first} Khan"
        for first in ["Ali", "Omar", "Said", "Amin", "Faiz", "Nadir", "Karim", "Hamid", "Rashid", "Tariq"]
    ]
    text = " ".join(f"{one} mengatakan perundingan nomor {n} akan gagal." for n, one in enumerate(people, 1))
    said = statements(text)
    assert [speaker for _, _, speaker in said] == [one.removeprefix("Jenderal ") for one in people]


def test_quotes_are_numbered_in_order_of_the_text() -> None:
    text = (
        "Menlu Peru Javier Olaechea menegaskan perbatasan tetap dibuka. "
        '"Kami siap," katanya. Ia menambahkan bahwa tentara disiagakan.'
    )
    article = runut.read(text, published="2024-05-06")
    assert [(quote.id, quote.kind) for quote in article.quotes] == [
        ("q1", "indirect"),
        ("q2", "direct"),
        ("q3", "indirect"),
    ]
    assert [quote.span for quote in article.quotes] == sorted(quote.span for quote in article.quotes)


def test_the_voice_of_each_sentence() -> None:
    text = (
        "Tentara menembak di Lima. Menlu Peru Javier Olaechea mengatakan perbatasan dengan Ekuador akan tetap dibuka. "
        "Pihaknya juga akan menambah pos penjagaan. Warga pulang ke rumah."
    )
    article = runut.read(text, published="2024-05-06")
    speaker = article.quotes[0].speaker
    assert [(sentence.speaker, sentence.quote) for sentence in article.sentences] == [
        (None, None),
        (speaker, "q1"),
        (speaker, None),
        (None, None),
    ]
