"""Places: those that the text means as places, with country, degrees and GeoNames id."""

from __future__ import annotations

import pytest

import runut
from runut.lexicons import gazetteer, places

CASES: dict[str, tuple[str, list[tuple[str, str | None]]]] = {
    "a town": ("Tentara menembak di Kharkiv.", [("Kharkiv", "UKR")]),
    "an Indonesian spelling": ("Kedua pihak bertemu di Jenewa dan Wina.", [("Jenewa", "CHE"), ("Wina", "AUT")]),
    "a government is none": ("Moskow menuduh Kyiv.", []),
    "a capital as a place": ("Tentara masuk ke Kyiv.", [("Kyiv", "UKR")]),
    "a state gone to": ("Presiden Peru Luis Ramos terbang ke Ekuador.", [("Ekuador", "ECU")]),
    "a state attacked is a party": ("Serangan Rusia ke Ukraina berlanjut.", []),
    "a part of a state": ("Roket jatuh di Israel utara.", [("Israel utara", "ISR")]),
    "no state's": ("Kapal itu berlayar di Laut China Selatan.", [("Laut China Selatan", None)]),
    "a province": ("Polisi menangkap mereka di Provinsi Sinaloa.", [("Provinsi Sinaloa", "MEX")]),
    "a town's generic word": ("Polisi menembak di Kota Zahedan.", [("Zahedan", "IRN")]),
    "a bigger town far away": ("Presiden AS Joe Biden tiba di London.", [("London", "GBR")]),
    "a part of a name": ("Gubernur Texas Greg Abbott marah.", []),
    "an embassy's town": ("Kedutaan Besar Rusia di Jakarta terbakar.", [("Jakarta", "IDN")]),
    "the dateline's is none": ("JAKARTA, KOMPAS.com - Rusia menyerang.", []),
    "a compass point is no town": ("Pasukan bergerak di Afrika Barat dan Tengah.", [("Afrika Barat", None)]),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_places(text: str, expected: list[tuple[str, str | None]]) -> None:
    article = runut.read(text, published="2022-05-06")
    assert [(place.text, place.country) for place in article.places] == expected


def test_a_place_has_its_gazetteer_entry() -> None:
    [place] = runut.read("Tentara menembak di Kharkiv.", published="2022-05-06").places
    assert (place.name, place.geonames) == ("Kharkiv", 706483)
    assert place.lat == pytest.approx(49.98, abs=0.05)
    assert place.lon == pytest.approx(36.25, abs=0.05)


def test_each_place_stands_once() -> None:
    article = runut.read("Tentara menembak di Kharkiv. Warga lari di Kharkiv.", published="2022-05-06")
    assert [place.text for place in article.places] == ["Kharkiv"]


def test_towns_are_found_by_any_spelling_the_largest_first() -> None:
    assert gazetteer.called("Харків") == () or gazetteer.called("Kharkiv")
    people = [town.people for town in gazetteer.called("London")]
    assert people == sorted(people, reverse=True)
    assert gazetteer.called("") == ()
    assert gazetteer.called("Xyzzyburg") == ()


def test_of_several_towns_the_one_of_a_state_spoken_of_is_meant() -> None:
    there = places.called("Cordoba", ["ESP"])
    assert there is not None
    small = places.called("San Rafael", ["MEX"])
    assert small is not None
    assert small.country == "MEX"
