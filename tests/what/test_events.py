"""Events in sentences of every construction: type, parties, status, speaker."""

from __future__ import annotations

import pytest

import runut
from runut.record import Article, Event
from runut.what.explain import parties

PUBLISHED = "2024-05-10"

PARTIES = {
    "active": ("Pasukan Rusia menyerang Ukraina dari utara.", "ASSAULT RUS MIL>UKR GOV"),
    "passive with its agent": ("Ukraina diserang oleh pasukan Rusia.", "ASSAULT RUS MIL>UKR GOV"),
    "passive with a bare agent": ("Komandan Hizbullah dibunuh Israel di Beirut.", "ASSAULT ISR GOV>LBN REB"),
    "object before a pronoun": (
        '"Usulan Amerika Serikat itu kami tolak," kata Presiden Iran Ebrahim Raisi.',
        "REJECT IRN GOV>USA GOV",
    ),
    "relative clause": ("Pasukan Rusia yang menyerang Ukraina dari utara kelelahan.", "ASSAULT RUS MIL>UKR GOV"),
    "noun with both parties": ("Serangan Rusia ke Ukraina berlangsung semalam.", "ASSAULT RUS GOV>UKR GOV"),
    "noun with a weapon": ("Serangan rudal Rusia terhadap Ukraina berlangsung semalam.", "ASSAULT RUS GOV>UKR GOV"),
    "noun with its object": ("Penangkapan aktivis Iran oleh polisi Iran terjadi kemarin.", "COERCE IRN COP>IRN CVL"),
    "light verb": ("Israel melancarkan serangan terhadap Hamas.", "ASSAULT ISR GOV>PSE REB"),
    "light verb in the passive": ("Sanksi dijatuhkan Uni Eropa terhadap Rusia.", "SANCTION EUR>RUS GOV"),
    "clause about a noun": ("Serangan yang dilancarkan Israel terhadap Hamas berlanjut.", "ASSAULT ISR GOV>PSE REB"),
    "coordinated subjects": ("Rusia dan Belarus menyerang Ukraina.", "ASSAULT BLR GOV+RUS GOV>UKR GOV"),
    "coordinated passives": (
        "Diplomat Meksiko dipukul dan didorong oleh polisi Ekuador.",
        "ASSAULT ECU COP>MEX GOV",
    ),
    "between": ("Pertemuan antara China dan Jepang digelar di Seoul.", "CONSULT CHN GOV+JPN GOV>"),
    "with": ("Presiden Prancis Emmanuel Macron bertemu dengan Presiden China Xi Jinping.", "CONSULT CHN GOV+FRA GOV>"),
    "whose a thing is": ("Tentara Israel menggempur markas Hizbullah.", "ASSAULT ISR MIL>LBN REB"),
    "a group that is no party else": ("Polisi Kenya menembaki demonstran.", "ASSAULT KEN COP>KEN CVL"),
    "from": ("Prancis menarik pasukannya dari Mali.", "RETREAT FRA GOV>MLI GOV"),
    "complement with a subject": ("Jepang mendesak China menghentikan serangan.", "REQUEST JPN GOV>CHN GOV"),
    "what came of it": ("Serangan Israel menewaskan belasan warga Palestina.", "ASSAULT ISR GOV>PSE CVL"),
    "cause": ("Belasan warga Palestina tewas akibat serangan Israel.", "ASSAULT ISR GOV>PSE CVL"),
    "a noun of the subject behind it": (
        "Dalam kunjungannya ke Abu Dhabi, Presiden Prancis Emmanuel Macron berpidato.",
        "CONSULT FRA GOV>ARE GOV",
    ),
    "a noun under what is considered": (
        "Korea Selatan akan mempertimbangkan kembali pengiriman senjata ke Ukraina.",
        "AID KOR GOV>UKR GOV",
    ),
    "behind a quotation": (
        '"Kami siap," kata juru bicara Kementerian Pertahanan China Wu Qian, seraya memperingatkan Taiwan.',
        "THREATEN CHN GOV>TWN GOV",
    ),
    "out of what somebody is accused of": (
        "Taiwan menuding China membujuk Nauru dengan uang, lalu menutup kedutaannya.",
        "SANCTION TWN GOV>",
    ),
    "by what means": (
        "India menolak klaim itu dan membalasnya dengan mengusir diplomat Kanada.",
        "SANCTION IND GOV>CAN GOV",
    ),
    "for what reason": (
        "Filipina mengutuk Garda Pantai China karena diduga menembakkan meriam air.",
        "ASSAULT CHN COP>",
    ),
    "purpose of a subject": (
        "Presiden Filipina Ferdinand Marcos Jr memanfaatkan forum tersebut untuk menuding China melecehkan nelayan.",
        "ACCUSE PHL GOV>CHN GOV",
    ),
    "a thing is said of and he goes on": (
        "Guterres mengatakan kebebasan berekspresi adalah hak dan mendesak militer Myanmar tidak melakukan kekerasan.",
        "REQUEST UNO>MMR MIL",
    ),
    "what is asked for somebody": (
        "Presiden Georgia Salome Zourabichvili meminta seluruh tahanan dibebaskan.",
        "REQUEST GEO GOV>",
    ),
    "several rounds": ("Uni Eropa telah menerapkan lima tahap sanksi atas Rusia.", "SANCTION EUR>RUS GOV"),
    "out of where they are sent": (
        "Ribuan warga Afghanistan dipulangkan paksa dari Pakistan.",
        "COERCE PAK GOV>AFG CVL",
    ),
    "a treaty named after a town": ("Israel membatalkan Kesepakatan Oslo.", "SANCTION ISR GOV>"),
    "those beside a state": ("Pihak kepolisian Israel menangkap dua warga Palestina.", "COERCE ISR COP>PSE CVL"),
    "who mediates is no party": (
        "Rusia keluar dari kesepakatan biji-bijian yang dimediasi Turki dan PBB.",
        "SANCTION RUS GOV>",
    ),
    "a clause with a subject between": (
        "Meksiko memutus hubungan dengan Ekuador setelah polisi Ekuador menyerbu kedutaan dan menangkap Jorge Glas.",
        "COERCE ECU COP>ECU CVL",
    ),
    "a document that asks": (
        "Majelis Umum PBB mengesahkan resolusi yang menuntut Israel mengakhiri pendudukan.",
        "REQUEST UNO>ISR GOV",
    ),
}


@pytest.mark.parametrize(("sentence", "expected"), PARTIES.values(), ids=PARTIES.keys())
def test_parties(sentence: str, expected: str) -> None:
    assert expected in told(read(sentence))


STATUSES = {
    "told": ("Rusia menyerang Ukraina.", "actual"),
    "attempted": ("Rusia mencoba menyerang Ukraina.", "actual"),
    "to come": ("Amerika Serikat mengatakan Rusia akan menyerang Ukraina.", "future"),
    "planned": ("Rusia berencana menyerang Ukraina.", "future"),
    "possible": ("Rusia mungkin menyerang Ukraina.", "hypothetical"),
    "alleged by nobody": ("Rusia diduga menyerang Ukraina.", "hypothetical"),
    "feared": ("Amerika Serikat khawatir Rusia menyerang Ukraina.", "hypothetical"),
    "condition": ("Jika Rusia menyerang Ukraina, Polandia cemas.", "hypothetical"),
    "not": ("Rusia tidak menyerang Ukraina.", "negated"),
    "akan tetapi": ("Akan tetapi, Rusia menyerang Ukraina.", "actual"),
    "not only": ("Rusia tidak hanya menyerang Ukraina.", "actual"),
    "about to": ("Tentara Rusia ditangkap saat hendak menyerang Ukraina.", "actual"),
    "before the long past": (
        "Polandia memanggil reservis pada Maret 2022 setelah Rusia menyerang Ukraina.",
        "historical",
    ),
    "denied of what is to come": ("Kremlin membantah akan menyerang Ukraina.", "negated"),
    "denied news": ("Kremlin menepis kabar bahwa Rusia menyerang Ukraina.", "negated"),
    "not yet": ("Rusia belum menyerang Ukraina.", "negated"),
    "failed": ("Rusia gagal menyerang Ukraina.", "negated"),
    "called off": ("Rusia batal menyerang Ukraina.", "negated"),
    "denied": ("Rusia membantah menyerang Ukraina.", "negated"),
    "no attack": ("Tidak ada serangan Rusia ke Ukraina.", "negated"),
    "long ago": ("Pada 2014, Rusia menyerang Ukraina.", "historical"),
    "once": ("Rusia pernah menyerang Ukraina.", "historical"),
    "lately": ("Rusia menyerang Ukraina pada Senin (6/5/2024).", "actual"),
}


@pytest.mark.parametrize(("sentence", "expected"), STATUSES.values(), ids=STATUSES.keys())
def test_status(sentence: str, expected: str) -> None:
    statuses = [event.status for event in read(sentence).events if event.type == "ASSAULT"]
    assert statuses == [expected]


CODED_AS = {
    "a visit to come": ("Presiden Kenya William Ruto akan mengunjungi Jepang.", "AGREE KEN GOV>JPN GOV"),
    "an order to withdraw": ("Presiden Rusia Vladimir Putin memerintahkan penarikan pasukan.", "CONCEDE RUS GOV>"),
    "what he will not do": (
        '"Kami tidak akan menarik pasukan," kata Presiden Rusia Vladimir Putin.',
        "REJECT/yield RUS GOV>",
    ),
    "what another ought to do": (
        '"Rusia harus menarik pasukannya," tegas Presiden Prancis Emmanuel Macron.',
        "REQUEST/yield FRA GOV>RUS GOV",
    ),
    "not to support": ("Hungaria tidak mendukung Ukraina.", "REJECT HUN GOV>UKR GOV"),
    "blame by a word": (
        "Presiden Ukraina Volodymyr Zelensky mengatakan serangan Rusia itu biadab.",
        "ACCUSE/disapprove UKR GOV>RUS GOV",
    ),
}


@pytest.mark.parametrize(("sentence", "expected"), CODED_AS.values(), ids=CODED_AS.keys())
def test_what_it_is_coded_as(sentence: str, expected: str) -> None:
    article = read(sentence)
    assert any(
        expected in {f"{kind(event)} {parties(article, event)}", f"{event.type} {parties(article, event)}"}
        for event in article.events
    ), [f"{kind(event)} {parties(article, event)}" for event in article.events]


def test_a_demand_swallows_what_it_asks_for_and_tells_it() -> None:
    [event] = read("China mendesak Jepang menarik pasukannya.").events
    assert event.type == "REQUEST"
    assert event.content is not None
    assert (event.content.type, event.content.mode) == ("RETREAT", "withdraw")


def test_a_threat_does_not_swallow_its_condition() -> None:
    events = read("Iran mengancam akan menyerang Israel jika Amerika Serikat menjatuhkan sanksi.").events
    assert [(event.type, event.status) for event in events] == [("THREATEN", "actual"), ("SANCTION", "hypothetical")]


def test_who_says_so() -> None:
    article = read('"Israel menyerang rumah sakit," kata juru bicara PBB Stephane Dujarric.')
    [event] = article.events
    speaker = article.actor(event.speaker)
    assert speaker is not None
    assert speaker.name == "Stephane Dujarric"
    assert event.quote == article.quotes[0].id


def test_the_article_s_own_voice_has_no_speaker() -> None:
    [event] = read("China menuduh Jepang berbohong.").events
    assert event.type == "ACCUSE"
    assert event.speaker is None


def test_who_announces_his_own_act_is_its_speaker() -> None:
    article = read("Presiden AS Joe Biden mengumumkan sanksi terhadap Rusia.")
    [event] = article.events
    speaker = article.actor(event.speaker)
    assert speaker is not None
    assert speaker.name == "Joe Biden"


def test_the_chain_of_an_event_begins_with_the_outlet() -> None:
    article = runut.read(
        '"Rusia menyerang Ukraina," kata Presiden AS Joe Biden, seperti dikutip CNN, Selasa (22/2/2022).',
        outlet="Kompas TV",
        published="2022-02-23",
    )
    [event] = article.events
    assert [(link.kind, link.name) for link in event.chain] == [
        ("outlet", "Kompas TV"),
        ("source", "CNN"),
        ("speaker", "Joe Biden"),
    ]
    assert event.sources == ["CNN"]


def test_one_act_told_by_verb_and_noun_is_one_event() -> None:
    assert len(read("Israel melancarkan operasi militer dan menyerang Hamas di Gaza.").events) == 1


def test_what_only_points_back_is_no_event() -> None:
    assert read("Serangan itu mengejutkan banyak orang.").events == []


def test_those_who_struck_are_told_when_they_did() -> None:
    told_of = told(read("Sedikitnya 42 warga Lebanon terbunuh ketika jet tempur Israel menggempur Beirut."))
    assert any(one.startswith("ASSAULT ISR") and "LBN" in one for one in told_of)


def test_that_state_is_the_one_told_of_last() -> None:
    text = "Gugatan itu diajukan Afrika Selatan pada Desember. Negara itu menuduh Israel melakukan genosida."
    assert "ACCUSE ZAF GOV>ISR GOV" in told(read(text))


def test_a_noun_is_of_those_whom_the_story_calls_so() -> None:
    text = "Indonesia dan ASEAN menemui junta Myanmar di Jakarta, Indonesia. Junta menolak berunding dengan kelompok perlawanan."
    assert any(one.startswith("REJECT MMR GOV>") for one in told(read(text)))


def test_kedua_pihak_are_the_two_sides_told_of() -> None:
    article = read("Rusia menyerang Ukraina. PBB mendesak kedua pihak menahan diri.")
    requests = [parties(article, event) for event in article.events if event.type == "REQUEST"]
    assert requests == ["UNO>RUS GOV+UKR GOV"]


@pytest.mark.parametrize("text", ["", "Menyerang.", "serangan serangan serangan", "Ini dan itu, kata dia."])
def test_text_without_parties_has_no_events(text: str) -> None:
    assert read(text).events == []


def test_events_point_into_the_text() -> None:
    article = read("Pasukan Rusia menyerang Ukraina. Polandia mengusir diplomat Rusia.")
    for event in article.events:
        assert article.text[slice(*event.trigger.span)] == event.trigger.text
        start, end = article.sentences[event.sentence].span
        assert start <= event.trigger.span[0] < end


def read(text: str) -> Article:
    return runut.read(text, published=PUBLISHED)


def kind(event: Event) -> str:
    return f"{event.type}/{event.mode}" if event.mode else event.type


def told(article: Article) -> list[str]:
    return [f"{event.type} {parties(article, event)}" for event in article.events]
