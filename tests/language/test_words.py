"""Words, clitics and what stays together."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runut.language.words import are_joined, clitic_parts, words_of


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in words_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Menlu itu tiba.", ["Menlu", "itu", "tiba", "."]),
        ("kata Ka'ban, Jumat", ["kata", "Ka'ban", ",", "Jumat"]),
        ("naik 12,5 persen dari Rp1.500", ["naik", "12,5", "persen", "dari", "Rp", "1.500"]),
        ("sebesar US$2 miliar", ["sebesar", "US$", "2", "miliar"]),
        ("pada abad ke-19 dan 1990-an", ["pada", "abad", "ke-19", "dan", "1990-an"]),
        ("anak-anak", ["anak-anak"]),
        ("Majed al-Ansari", ["Majed", "al-Ansari"]),
        ("perang Rusia-Ukraina", ["perang", "Rusia", "-", "Ukraina"]),
        ("gencatan Israel-Hamas", ["gencatan", "Israel", "-", "Hamas"]),
        ("periode Januari-Maret", ["periode", "Januari", "-", "Maret"]),
        ("Selasa (22/2/2022)", ["Selasa", "(", "22", "/", "2", "/", "2022", ")"]),
        ("Dr. Anies", ["Dr.", "Anies"]),
        ("John F. Kennedy", ["John", "F.", "Kennedy"]),
        ("tiba di gerbang F.", ["tiba", "di", "gerbang", "F", "."]),
        ("lihat www.un.org/id atau info@un.org.", ["lihat", "www.un.org/id", "atau", "info@un.org", "."]),
        ("KOMPAS.com melaporkan", ["KOMPAS.com", "melaporkan"]),
        ("di Kyiv.Blinken menolak", ["di", "Kyiv", ".", "Blinken", "menolak"]),
        ("pukul 10.30 WIB", ["pukul", "10.30", "WIB"]),
        ("“Kami siap,” katanya", ["“", "Kami", "siap", ",", "”", "kata", "nya"]),
        ("tidak... mungkin", ["tidak", "...", "mungkin"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("negaranya", ("negara", "nya")),
        ("Apakah", ("Apa", "kah")),
        ("inilah", ("ini", "lah")),
        ("siapapun", ("siapa", "pun")),
        ("kepadaku", ("kepada", "ku")),
        ("negerimu", ("negeri", "mu")),
        ("kulihat", ("ku", "lihat")),
        ("kaukirim", ("kau", "kirim")),
        ("hamba-Mu", ("hamba-", "Mu")),
        ("cita-citanya", ("cita-cita", "nya")),
        ("hanya", ("hanya",)),
        ("biasanya", ("biasanya",)),
        ("Kenya", ("Kenya",)),
        ("selambat-lambatnya", ("selambat-lambatnya",)),
        ("masalah", ("masalah",)),
        ("adalah", ("adalah",)),
        ("buku", ("buku",)),
        ("tamu", ("tamu",)),
        ("meskipun", ("meskipun",)),
    ],
)
def test_clitics(word: str, expected: tuple[str, ...]) -> None:
    assert clitic_parts(word) == expected


def test_a_host_and_its_clitic_are_joined_and_other_neighbours_are_not() -> None:
    assert are_joined("negara", "nya")
    assert are_joined("ku", "lihat")
    assert not are_joined("Rp", "500")
    assert not are_joined("(", "nya")


def test_accents_and_joiners_stay_with_their_letter() -> None:
    assert words("Sa\u0301nchez 👍🏽 oke") == ["Sa\u0301nchez", "👍🏽", "oke"]


@given(st.text())
def test_words_hold_every_character_but_white_space(text: str) -> None:
    spans = words_of(text)
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    covered = {place for start, end in spans for place in range(start, end)}
    assert all(place in covered for place, character in enumerate(text) if not character.isspace())
