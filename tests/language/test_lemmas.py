"""Ways to take affixes off, and the choice among them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runut.language.lemmas import WHOLE, Candidate, Lemmatiser, candidates, pattern_of


@pytest.mark.parametrize(
    ("word", "stem", "pattern"),
    [
        ("menuliskan", "tulis", "meN|kan"),
        ("memukul", "pukul", "meN|"),
        ("menyerang", "serang", "meN|"),
        ("mengirim", "kirim", "meN|"),
        ("mengecam", "kecam", "meN|"),
        ("mengebom", "bom", "meN|"),
        ("melarang", "larang", "meN|"),
        ("membatalkan", "batal", "meN|kan"),
        ("menduduki", "duduk", "meN|i"),
        ("memperpanjang", "panjang", "meN+per|"),
        ("memberlakukan", "laku", "meN+ber|kan"),
        ("mengetahui", "tahu", "meN+ke|i"),
        ("ditolak", "tolak", "di|"),
        ("diperkirakan", "kira", "di+per|kan"),
        ("diketahui", "tahu", "di+ke|i"),
        ("bekerja", "kerja", "ber|"),
        ("belajar", "ajar", "ber|"),
        ("berperang", "perang", "ber|"),
        ("terbunuh", "bunuh", "ter|"),
        ("penyerangan", "serang", "peN|an"),
        ("pengungsi", "ungsi", "peN|"),
        ("pemerintah", "perintah", "peN|"),
        ("pejabat", "jabat", "peN|"),
        ("perjanjian", "janji", "per|an"),
        ("kematian", "mati", "ke|an"),
        ("serangan", "serang", "|an"),
        ("sebuah", "buah", "se|"),
        ("negara-negara", "negara", "R|"),
        ("bertahun-tahun", "tahun", "L|"),
        ("serangan-serangan", "serang", "R|an"),
        ("Rusia", "rusia", WHOLE),
        ("nya", "dia", "=dia"),
    ],
)
def test_the_pattern_of_a_word_and_its_stem(word: str, stem: str, pattern: str) -> None:
    assert pattern_of(word, stem) == pattern


def test_known_stems_decide_what_the_nasal_swallowed() -> None:
    lemmatiser = Lemmatiser([WHOLE, "meN|", "=dia"], {"tulis": 2.0, "cat": 2.0, "karang": 2.0}, unknown=-2.0)
    even = [0.0, 0.0, -9.0]
    assert lemmatiser.lemma("menulis", even) == "tulis"
    assert lemmatiser.lemma("mengecat", even) == "cat"
    assert lemmatiser.lemma("Mengarang", even) == "karang"


def test_the_place_decides_where_two_readings_are_words() -> None:
    lemmatiser = Lemmatiser([WHOLE, "ber|"], {"beruang": 1.0, "uang": 1.0}, unknown=-2.0)
    assert lemmatiser.lemma("beruang", [2.0, 0.0]) == "beruang"
    assert lemmatiser.lemma("beruang", [0.0, 2.0]) == "uang"


def test_a_lemma_outright_needs_the_model_to_say_so() -> None:
    lemmatiser = Lemmatiser([WHOLE, "=dia"], {"nya": 1.0, "dia": 1.0}, unknown=-2.0)
    assert lemmatiser.lemma("nya", [0.0, 3.0]) == "dia"
    assert lemmatiser.lemma("nya", [3.0, 0.0]) == "nya"


def test_a_lemma_outright_is_only_for_short_forms() -> None:
    lemmatiser = Lemmatiser([WHOLE, "=dia"], {"dia": 1.0}, unknown=-2.0)
    assert lemmatiser.lemma("Yi", [0.0, 9.0]) == "yi"


@given(st.text(min_size=1))
def test_the_word_itself_is_always_a_candidate(word: str) -> None:
    assert candidates(word)[0] == Candidate(WHOLE, word.lower())
