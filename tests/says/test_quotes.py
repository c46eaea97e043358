"""Who is quoted saying what: each case is a text and, for each quotation, its first words and who speaks."""

from __future__ import annotations

import pytest

import runut
from runut import Article


def spoken(article: Article) -> list[tuple[str, str | None]]:
    """The first two words of each quotation, and the speaker's name."""
    return [
        (" ".join(quote.text.split()[:2]), name_of(article, quote.speaker))
        for quote in article.quotes
        if quote.kind == "direct"
    ]


def name_of(article: Article, actor_id: str | None) -> str | None:
    actor = article.actor(actor_id)
    return actor.name if actor else None


def read(text: str) -> Article:
    return runut.read(text, published="2023-06-14")


AFTER = {
    "cue and name": ('"Kami siap berunding," kata Wang Yi.', [("Kami siap", "Wang Yi")]),
    "cue, title and name": (
        '"Kami siap berunding," ujar Menteri Luar Negeri China Wang Yi.',
        [("Kami siap", "Wang Yi")],
    ),
    "abbreviated title": ('"Kami siap," tegas Menlu RI Retno Marsudi.', [("Kami siap,", "Retno Marsudi")]),
    "title, comma, name": (
        '"Kami siap berunding," kata juru bicara Kementerian Luar Negeri China, Mao Ning, di Beijing.',
        [("Kami siap", "Mao Ning")],
    ),
    "name, comma, title": (
        '"Kami siap berunding," ujar Maria Zakharova, juru bicara Kementerian Luar Negeri Rusia.',
        [("Kami siap", "Maria Zakharova")],
    ),
    "long title": (
        '"Kami cemas," kata Wakil Asisten Menteri Luar Negeri AS untuk Urusan Asia Timur dan Pasifik Daniel Kritenbrink.',
        [("Kami cemas,", "Daniel Kritenbrink")],
    ),
    "title with a place": (
        '"Mereka sehat," tutur Duta Besar RI untuk Ukraina Ghafur Dharmaputra kepada wartawan.',
        [("Mereka sehat,", "Ghafur Dharmaputra")],
    ),
    "title with an acronym in brackets": (
        '"Situasinya rapuh," kata Direktur Jenderal Badan Tenaga Atom Internasional (IAEA) Rafael Grossi.',
        [("Situasinya rapuh,", "Rafael Grossi")],
    ),
    "former office": ('"Ini keliru," kritik mantan Presiden AS Barack Obama.', [("Ini keliru,", "Barack Obama")]),
    "rank": ('"Pasukan siaga," papar Letjen Ahmed Sharif Chaudhry.', [("Pasukan siaga,", "Ahmed Sharif Chaudhry")]),
    "degree": (
        '"Wabah ini nyata," kata Dr. Tedros Adhanom Ghebreyesus.',
        [("Wabah ini", "Tedros Adhanom Ghebreyesus")],
    ),
    "bin": (
        '"Kerja sama ini bersejarah," kata Pangeran Mohammed bin Salman Al Saud di Riyadh.',
        [("Kerja sama", "Mohammed bin Salman Al Saud")],
    ),
    "al with a hyphen": ('"Qatar terus menengahi," kata Majed Al-Ansari.', [("Qatar terus", "Majed Al-Ansari")]),
    "al in lower case": ('"Kita menang," seru Abu Mohammed al-Julani.', [("Kita menang,", "Abu Mohammed al-Julani")]),
    "van der": ('"Kami menunggu," ucap Pieter van der Meulen.', [("Kami menunggu,", "Pieter van der Meulen")]),
    "initial": ('"Tidak benar," kata John F. Kirby kepada pers.', [("Tidak benar,", "John F. Kirby")]),
    "hyphenated": ('"Kami tidak takut," kata Presiden Tsai Ing-wen.', [("Kami tidak", "Tsai Ing-wen")]),
    "one name": ('"Saya menyesal," kata Presiden Megawati.', [("Saya menyesal,", "Megawati")]),
    "organisation": (
        '"Tuduhan itu palsu," tulis Kementerian Pertahanan Inggris di Twitter.',
        [("Tuduhan itu", "Kementerian Pertahanan Inggris")],
    ),
    "armed group": ('"Kami akan membalas," ancam Hizbullah.', [("Kami akan", "Hizbullah")]),
    "state": ('"Kami menolak," balas Beijing.', [("Kami menolak,", "Beijing")]),
    "statement noun": (
        '"Para petempur kami siaga," demikian pernyataan Hamas.',
        [("Para petempur", "Hamas")],
    ),
    "written statement": (
        'Di Seoul, Presiden Korsel Moon Jae-in gembira. "Ini bersejarah," demikian pernyataan tertulis Moon.',
        [("Ini bersejarah,", "Moon Jae-in")],
    ),
    "so says": ('"Kami tidak akan mundur," begitu kata Benjamin Netanyahu.', [("Kami tidak", "Benjamin Netanyahu")]),
    "unnamed official": (
        '"Pasukan masih bertahan," kata seorang pejabat senior AS yang enggan disebut namanya.',
        [("Pasukan masih", "pejabat senior AS")],
    ),
    "unnamed diplomat": (
        '"Turki berhasil," kata seorang diplomat Eropa kepada Reuters.',
        [("Turki berhasil,", "diplomat Eropa")],
    ),
    "comma outside": ('"Kami siap berunding", kata Wang Yi.', [("Kami siap", "Wang Yi")]),
    "question": ('"Mengapa mereka menembak?" tanya Ahmed Hassan.', [("Mengapa mereka", "Ahmed Hassan")]),
    "exclamation": ('"Hentikan perang ini!" seru Antonio Guterres.', [("Hentikan perang", "Antonio Guterres")]),
    "subject first": (
        '"Kami siap," Erdogan menegaskan. Presiden Recep Tayyip Erdogan pulang.',
        [("Kami siap,", "Recep Tayyip Erdogan")],
    ),
    "unknown verb": ('"Kami bukan pengecut," sungut Viktor Orban.', [("Kami bukan", "Viktor Orban")]),
    "misspelt cue": ('"Kami siap berunding," kta Wang Yi.', [("Kami siap", "Wang Yi")]),
    "adverb": ('"Kami siap," kata lagi Wang Yi.', [("Kami siap,", "Wang Yi")]),
    "to reporters first": ('"Kami siap," kata kepada wartawan Wang Yi.', [("Kami siap,", "Wang Yi")]),
    "age in brackets": ('"Rumah kami hancur," kisah Fatima Noor (34).', [("Rumah kami", "Fatima Noor")]),
    "first of two": ('"Kami bersatu," kata Joe Biden dan Olaf Scholz.', [("Kami bersatu,", "Joe Biden")]),
    "typographic marks": ("“Kami siap berunding,” kata Wang Yi.", [("Kami siap", "Wang Yi")]),
    "mixed marks": ('“Kami siap berunding," kata Wang Yi.', [("Kami siap", "Wang Yi")]),
    "single marks": ("‘Kami siap berunding,’ kata Wang Yi.", [("Kami siap", "Wang Yi")]),
    "straight single marks": ("'Kami siap berunding,' kata Wang Yi.", [("Kami siap", "Wang Yi")]),
    "nested marks": ("“Kami berseru, ‘Hentikan!’ kepada dunia,” kata Wang Yi.", [("Kami berseru,", "Wang Yi")]),
    "guillemets": ("«Kami siap berunding,» kata Wang Yi.", [("Kami siap", "Wang Yi")]),
    "closing mark lost": ('"Kami siap berunding, kata Wang Yi di Beijing.', [("Kami siap", "Wang Yi")]),
    "opening mark lost": ('Kami siap berunding," kata Wang Yi.', [("Kami siap", "Wang Yi")]),
    "glued": ('"Kami siap,"kata Wang Yi.', [("Kami siap,", "Wang Yi")]),
    "double rank": ("“Kami menutup perbatasan,” kata Kolonel-Mayor Salou Ibro.", [("Kami menutup", "Salou Ibro")]),
    "rank behind a comma": (
        '"Bentrokan masih terjadi," ujar Juru Bicara Kementerian Pertahanan Thailand, Laksamana Muda Somsak Chai.',
        [("Bentrokan masih", "Somsak Chai")],
    ),
    "unit before the name": (
        '"Kami siap bertempur," kata kepala Pasukan Gerak Cepat (PGC) Zambia, Jenderal Adam Yaro.',
        [("Kami siap", "Adam Yaro")],
    ),
    "last name that is an office": ('"Kota ini sepi," kata Samira Hakim.', [("Kota ini", "Samira Hakim")]),
    "particle first": (
        'Ketua Komisi Eropa Ursula von der Leyen hadir. "Kami siap," kata von der Leyen.',
        [("Kami siap,", "Ursula von der Leyen")],
    ),
    "part of a hyphened name": (
        'Menteri Pertahanan Yong-Hyun Kim mundur. "Saya menyesal," kata Yong.',
        [("Saya menyesal,", "Yong-Hyun Kim")],
    ),
    "name given": ('"Rumah saya hancur," kata seorang warga yang mengaku bernama Lina.', [("Rumah saya", "Lina")]),
    "surname in small letters": (
        'Menteri Luar Negeri Zambia Peter Banda hadir. "Kami tidak akan mundur," kata banda.',
        [("Kami tidak", "Peter Banda")],
    ),
    "two apostrophes for marks": (
        "''Kami tidak akan mundur,'' kata Peter Banda. ''Perundingan masih mungkin.''",
        [("Kami tidak", "Peter Banda"), ("Perundingan masih", "Peter Banda")],
    ),
    "closing mark that opens": ("Omar Sidi berkata, ”Kami menolak usul itu.”", [("Kami menolak", "Omar Sidi")]),
    "closing mark at the head": ("”Kami menolak usul itu,” kata Omar Sidi.", [("Kami menolak", "Omar Sidi")]),
    "written statement of a body": ('"Bantuan sudah tiba," tulis keterangan PBB.', [("Bantuan sudah", "PBB")]),
    "closing mark lost before a small title": (
        "“Lima belas orang terluka, kata gubernur Kyiv Oleksiy Kuleba.",
        [("Lima belas", "Oleksiy Kuleba")],
    ),
    "seat of power": (
        'Menteri Luar Negeri AS Marco Rubio tiba. "Kedua pemimpin telah berunding," kata Gedung Putih dalam keterangan.',
        [("Kedua pemimpin", "Gedung Putih")],
    ),
    "so": ('"Jangan biarkan perang itu berulang," demikian Nicolas Maduro.', [("Jangan biarkan", "Nicolas Maduro")]),
    "statement from a body": (
        '"Kami menewaskan pemimpin itu," demikian keterangan dari Pasukan Pertahanan Israel (IDF), Senin.',
        [("Kami menewaskan", "Pasukan Pertahanan Israel")],
    ),
    "Burmese name that ends like a title": (
        '"Kami menolak," kata juru bicara junta Zaw Min Tun.',
        [("Kami menolak,", "Zaw Min Tun")],
    ),
    "body, comma, name": (
        '"Polisi memberi tahu kami," kata perwakilan Facebook, Mia Garlick.',
        [("Polisi memberi", "Mia Garlick")],
    ),
    "title that goes on": (
        '"Ini genosida," kata Pelapor Khusus PBB untuk wilayah Palestina yang diduduki, Francesca Albanese, Selasa.',
        [("Ini genosida,", "Francesca Albanese")],
    ),
    "one word": ('"Tidak," jawab Wang Yi.', [("Tidak,", "Wang Yi")]),
}

AROUND = {
    "cut in the middle": (
        '"Kami siap," kata Wang Yi, "tetapi tidak akan menyerah."',
        [("Kami siap,", "Wang Yi"), ("tetapi tidak", "Wang Yi")],
    ),
    "two sentences": (
        '"Kami siap berunding," kata Wang Yi. "Kami tidak akan menyerah."',
        [("Kami siap", "Wang Yi"), ("Kami tidak", "Wang Yi")],
    ),
    "with a source": (
        '"Kami siap berunding," kata Wang Yi, seperti dikutip Reuters. "Kami tidak akan menyerah."',
        [("Kami siap", "Wang Yi"), ("Kami tidak", "Wang Yi")],
    ),
    "a second cue": (
        '"Kami siap berunding," kata Wang Yi. "Kami sabar," imbuhnya.',
        [("Kami siap", "Wang Yi"), ("Kami sabar,", "Wang Yi")],
    ),
    "another speaks up": (
        '"Kami siap," kata Wang Yi. Antony Blinken menolak. "Itu tidak cukup," katanya.',
        [("Kami siap,", "Wang Yi"), ("Itu tidak", "Antony Blinken")],
    ),
}

BEFORE = {
    "verb and comma": ('Wang Yi mengatakan, "Kami siap berunding."', [("Kami siap", "Wang Yi")]),
    "verb and colon": ('Presiden Joe Biden menulis di X: "Kami siap membantu."', [("Kami siap", "Joe Biden")]),
    "verb alone": ('Wang Yi mengatakan "Kami siap berunding dengan siapa pun."', [("Kami siap", "Wang Yi")]),
    "statement in full": (
        'Berikut pernyataan lengkap Hamas: "Kami menyambut usulan itu."',
        [("Kami menyambut", "Hamas")],
    ),
    "name and colon": (
        'Perdana Menteri Irakli Kobakhidze: "Kami tidak menerima perintah."',
        [("Kami tidak", "Irakli Kobakhidze")],
    ),
    "cue first": ('Kata Wang Yi, "Kami siap berunding."', [("Kami siap", "Wang Yi")]),
    "when asked": ('Ketika ditanya soal itu, Wang Yi menjawab singkat, "Tidak."', [("Tidak.", "Wang Yi")]),
    "name last named": (
        'Donald Trump menunggu Kim Jong-un. Saat ditanya apakah ia yakin, Kim menjawab, "Terlalu dini."',
        [("Terlalu dini.", "Kim Jong-un")],
    ),
    "appositive": (
        'Igor Girkin, bekas perwira Rusia, menjawab: "Kami tidak menembak."',
        [("Kami tidak", "Igor Girkin")],
    ),
    "according to": ('Menurut Wang Yi, "Perundingan adalah satu-satunya jalan."', [("Perundingan adalah", "Wang Yi")]),
    "adjunct with a date before the subject": (
        'Dalam pidato TV pada hari Rabu (5/4/2023), Kolonel Salou Ibro, bersama enam perwira lainnya, mengatakan: "Kami menutup perbatasan."',
        [("Kami menutup", "Salou Ibro")],
    ),
    "whole report without comma": (
        'Ketua Parlemen Mary Phiri mengatakan "tidak ada yang bisa memeras negara ini".',
        [("tidak ada", "Mary Phiri")],
    ),
    "pronoun": (
        'Wang Yi bertolak ke Moskow. Dia mengatakan, "Kami siap berunding."',
        [("Kami siap", "Wang Yi")],
    ),
    "description": (
        'Martti Ahtisaari tersenyum. Mantan presiden Finlandia itu menambahkan, "Ini baru awal."',
        [("Ini baru", "Martti Ahtisaari")],
    ),
}

POINTING_BACK = {
    "nya": (
        'Perdana Menteri Fumio Kishida mendesak Beijing. "Kami terbuka," katanya.',
        [("Kami terbuka,", "Fumio Kishida")],
    ),
    "nya over the paragraph": (
        'Juru bicara Kementerian Luar Negeri China Wang Wenbin menolak desakan itu.\n"Ini egois," ujarnya di Beijing.',
        [("Ini egois,", "Wang Wenbin")],
    ),
    "dia": (
        'Perdana Menteri Fumio Kishida mendesak Beijing. "Kami terbuka," kata dia.',
        [("Kami terbuka,", "Fumio Kishida")],
    ),
    "after menurut": (
        'Menurut Dmitry Peskov, pasukan itu tidak akan dihukum. "Kami menghormati mereka," imbuhnya.',
        [("Kami menghormati", "Dmitry Peskov")],
    ),
    "surname": (
        'Presiden Prancis Emmanuel Macron berkunjung ke Beijing. "Kami berdialog," kata Macron.',
        [("Kami berdialog,", "Emmanuel Macron")],
    ),
    "title only": (
        'Menteri Luar Negeri AS Antony Blinken tiba di Kyiv. "Kami bersama Anda," ujar Menlu AS itu.',
        [("Kami bersama", "Antony Blinken")],
    ),
    "title with sang": (
        'Presiden Prancis Emmanuel Macron tiba di Kyiv. "Kami bersama Anda," balas sang presiden.',
        [("Kami bersama", "Emmanuel Macron")],
    ),
    "age": (
        'Presiden Rusia Vladimir Putin hadir. "Kami menang," kata presiden berusia 70 tahun itu.',
        [("Kami menang,", "Vladimir Putin")],
    ),
    "former office": (
        'Pemimpin Ethiopia Abiy Ahmed hadir.\nPresiden Isaias Afwerki membalas. "Kami maju," ujar mantan pemimpin gerilya itu.',
        [("Kami maju,", "Isaias Afwerki")],
    ),
    "statement that points back": (
        'Kantor PM Israel mengeluarkan pernyataan. "Israel menerima usulan itu," bunyi pernyataan tersebut.',
        [("Israel menerima", "Kantor PM Israel")],
    ),
    "the body told of": (
        'Blok regional ECOWAS mengancam junta Niger. "Kami akan bertindak," demikian bunyi komunike blok itu.',
        [("Kami akan", "Blok regional ECOWAS")],
    ),
    "next sentence": (
        '"Kami akan memveto hukum ini."\nPernyataan itu dilontarkan Presiden Salome Zourabichvili di Tbilisi.',
        [("Kami akan", "Salome Zourabichvili")],
    ),
    "next sentence, same paragraph": (
        '"Kami mundur demi rakyat." Hal itu disampaikan Wakil Presiden Omar Suleiman.',
        [("Kami mundur", "Omar Suleiman")],
    ),
    "thus spoke": (
        '"Tuhan akan mengadilinya. Rakyat juga." Begitu komentar Abdullah Abdullah.',
        [("Tuhan akan", "Abdullah Abdullah")],
    ),
    "sentence before": (
        'Presiden Rusia Vladimir Putin mengecam aksi itu.\n"Yang kita hadapi adalah pengkhianatan."',
        [("Yang kita", "Vladimir Putin")],
    ),
    "quotation alone after another": (
        '"Warga akan segera pulang," kata Joe Biden.\n"Rakyat Gaza pun berhak atas ketenangan."',
        [("Warga akan", "Joe Biden"), ("Rakyat Gaza", "Joe Biden")],
    ),
    "two paragraphs with the mark re-opened": (
        '"Kami tidak akan menerima pemerintahan militer.\n"Darah para martir tidak boleh dikhianati," ujar Nahid Islam.',
        [("Kami tidak", "Nahid Islam"), ("Darah para", "Nahid Islam")],
    ),
    "three paragraphs": (
        "“Kami tidak akan diam.\n“Kami akan melawan.\n“Kami akan menang,” kata Nahid Islam.",
        [("Kami tidak", "Nahid Islam"), ("Kami akan", "Nahid Islam"), ("Kami akan", "Nahid Islam")],
    ),
    "attributed with the next paragraph": (
        'Menteri Luar Negeri Zambia Peter Banda menolak.\n"Rakyat sudah terlalu lama menunggu."\n'
        '"Perang ini harus berhenti," kata Ketua Parlemen Zambia, Mary Phiri.',
        [("Rakyat sudah", "Mary Phiri"), ("Perang ini", "Mary Phiri")],
    ),
    "after an indirect statement with its speaker behind it": (
        'John Kerry akan berunding di Kiev, kata juru bicara Departemen Luar Negeri Jen Psaki. "Ia siap," tambahnya.',
        [("Ia siap,", "Jen Psaki")],
    ),
    "after a statement of a body": (
        'Menlu Zambia Peter Banda hadir.\nKremlin mengatakan bahwa pasokan tidak akan berhenti.\n"Kerja sama kami terus berjalan."',
        [("Kerja sama", "Kremlin")],
    ),
    "two who alternate": (
        'Ishaq Dar dan Vikram Misri berbalas kata.\n"Kami tidak melanggar," timpal Dar.\n"Siapa yang menembak?" sahut Misri.',
        [("Kami tidak", "Ishaq Dar"), ("Siapa yang", "Vikram Misri")],
    ),
    "misspelt menurut": (
        'Menteri Luar Negeri AS Antony Blinken bicara. Menurt Blinken pertemuan itu penting. "Kami menunggu," katanya.',
        [("Kami menunggu,", "Antony Blinken")],
    ),
}

NOT_QUOTES = {
    "scare quotes": 'Rusia menyebut "operasi militer khusus" itu berjalan lancar.',
    "part of a clause": 'Putin menyebut aksi itu sebagai "tusukan dari belakang".',
    "reported clause with quoted words": 'Wu menuduh Tokyo "mengabaikan kekhawatiran negara tetangga".',
    "clause with bahwa": 'Blinken menegaskan bahwa AS "siap membela setiap jengkal wilayah NATO".',
    "title of a film": 'Film "The Act of Killing" diputar di Den Haag.',
    "title behind a comma": 'Ia membaca novel berjudul "Bumi Manusia".',
    "slogan": 'Demonstran membawa spanduk bertuliskan "Bebaskan Palestina".',
    "operation": 'India melancarkan operasi "Sindoor" pada Rabu.',
    "nickname": 'Hemedti, yang dijuluki "Sang Pelindung", melarikan diri.',
    "list of words": 'Kedua pihak saling menyebut "teroris", "penjajah", dan "boneka".',
    "name of a policy": 'Kebijakan "Satu China" tidak berubah.',
}

NOBODY = {
    "nobody before the pronoun": '"Kami siap berunding," katanya.',
    "nobody at all": '"Kami siap berunding dengan siapa saja."',
}


@pytest.mark.parametrize(("text", "expected"), AFTER.values(), ids=AFTER.keys())
def test_attribution_behind_the_quotation(text: str, expected: list[tuple[str, str]]) -> None:
    assert spoken(read(text)) == expected


@pytest.mark.parametrize(("text", "expected"), AROUND.values(), ids=AROUND.keys())
def test_attribution_inside_the_quotation(text: str, expected: list[tuple[str, str]]) -> None:
    assert spoken(read(text)) == expected


@pytest.mark.parametrize(("text", "expected"), BEFORE.values(), ids=BEFORE.keys())
def test_attribution_before_the_quotation(text: str, expected: list[tuple[str, str]]) -> None:
    assert spoken(read(text)) == expected


@pytest.mark.parametrize(("text", "expected"), POINTING_BACK.values(), ids=POINTING_BACK.keys())
def test_speaker_named_elsewhere(text: str, expected: list[tuple[str, str]]) -> None:
    assert spoken(read(text)) == expected


@pytest.mark.parametrize("text", NOT_QUOTES.values(), ids=NOT_QUOTES.keys())
def test_marks_that_hold_no_quotation(text: str) -> None:
    assert [quote for quote in read(text).quotes if quote.kind == "direct"] == []


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY.keys())
def test_no_speaker_rather_than_a_wrong_one(text: str) -> None:
    assert [quote.speaker for quote in read(text).quotes] == [None]


def test_a_quote_points_to_its_words_its_cue_and_its_speaker() -> None:
    text = '"Kami siap," tegas Menlu China Wang Yi.'
    quote = read(text).quotes[0]
    assert text[slice(*quote.span)] == quote.text == "Kami siap,"
    assert quote.cue is not None
    assert text[slice(*quote.cue.span)] == quote.cue.text == "tegas"
    assert quote.speaker_span is not None
    assert text[slice(*quote.speaker_span)] == "Menlu China Wang Yi"


def test_related_headlines_hold_no_quotes() -> None:
    assert read('Kyiv - Rusia menyerang.\nBaca juga: Putin: "Kami Menang," Kata Kremlin').quotes == []


def test_a_name_is_one_actor_in_all_its_forms() -> None:
    article = read('Presiden AS Joe Biden hadir. "Kami siap," kata Biden. "Kami mampu," ujar Joe Biden.')
    assert [actor.name for actor in article.actors] == ["Joe Biden"]
    assert [article.text[slice(*span)] for span in article.actors[0].mentions] == ["Joe Biden", "Biden", "Joe Biden"]
    assert article.actors[0].title == "Presiden"
