"""Phrases that name somebody."""

from __future__ import annotations

import pytest

from runut.language import names, phrase_at, same

PEOPLE = {
    "Menteri Luar Negeri Meksiko Alicia Barcena menolak": "Alicia Barcena",
    "Menteri Luar Negeri Amerika Serikat (Menlu AS), Antony Blinken menegaskan": "Antony Blinken",
    "juru bicara Kementerian Luar Negeri Qatar Majed Al-Ansari di X": "Majed Al-Ansari",
    "Utusan Khusus AS untuk Korut Sung Kim menelepon": "Sung Kim",
    "Kepala Staf Gabungan Korsel Kim Seung-kyum menyatakan": "Kim Seung-kyum",
    "Kepala Badan Reserse Kriminal Nasional Kepolisian Belanda Wilbert Paulissen": "Wilbert Paulissen",
    "Konsul Jenderal RI di Jeddah Eko Hartono mengatakan": "Eko Hartono",
    "Pemimpin Hayat Tahrir al-Sham (HTS), Abu Mohammed al-Jolani, berjanji": "Abu Mohammed al-Jolani",
    "Presiden Filipina Ferdinand Marcos Jr menepis": "Ferdinand Marcos Jr",
    "Presiden Chile Gabriel Boric Font menolak": "Gabriel Boric Font",
    "Pangeran Mohammed bin Salman tiba": "Mohammed bin Salman",
    "koordinator gerakan mahasiswa, Nahid Islam, menolak": "Nahid Islam",
}


@pytest.mark.parametrize(("text", "name"), PEOPLE.items(), ids=PEOPLE.keys())
def test_the_name_behind_a_title(text: str, name: str | None) -> None:
    phrase = phrase_at(text, 0, len(text))
    assert phrase is not None
    assert (text[slice(*phrase.name)] if phrase.name else None) == name


def test_the_title_is_told_without_its_country() -> None:
    text = "Menteri Luar Negeri Meksiko Alicia Barcena"
    phrase = phrase_at(text, 0, len(text))
    assert phrase is not None
    assert phrase.title is not None
    assert text[slice(*phrase.title)] == "Menteri Luar Negeri"


def test_a_misspelt_first_word_is_no_part_of_a_name() -> None:
    text = "Antony Blinken tiba. Menurt Blinken itu penting."
    found = names.phrases(text, [(0, 20), (21, len(text))])
    assert [text[slice(*phrase.span)] for phrase in found] == ["Antony Blinken", "Blinken"]


@pytest.mark.parametrize(
    ("name", "other", "expected"),
    [
        ("Antony Blinken", "Blinken", True),
        ("Min Aung Hlaing", "Min Aung Hlaing", True),
        ("Ferdinand Marcos Jr", "Marcos", True),
        ("Abu Mohammed al-Julani", "Julani", True),
        ("Joe Biden", "Hunter Biden", False),
        ("Kim Jong-un", "Kim Yo-jong", False),
    ],
)
def test_parts_of_a_name_are_the_same_person(name: str, other: str, expected: bool) -> None:
    assert (same.same_person(name, other)) is expected
