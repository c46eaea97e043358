"""The forms of predicates: voices and hidden first letters of the stem."""

from __future__ import annotations

import pytest

from runut.what.forms import forms, is_object_noun, stems


@pytest.mark.parametrize(
    ("active", "passive"),
    [
        ("menyerang", "diserang"),
        ("menolak", "ditolak"),
        ("memukul", "dipukul"),
        ("mengirim", "dikirim"),
        ("mengusir", "diusir"),
        ("mengkritik", "dikritik"),
        ("mendukung", "didukung"),
        ("membantah", "dibantah"),
        ("melarang", "dilarang"),
        ("merebut", "direbut"),
        ("mengebom", "dibom"),
        ("memperpanjang", "diperpanjang"),
        ("menembaki", "ditembaki"),
        ("mencabut", "dicabut"),
    ],
)
def test_the_passive_follows_from_the_active(active: str, passive: str) -> None:
    found = forms(active)
    assert found[active] == "active"
    assert found[passive] == "passive"
    assert found["ter" + passive.removeprefix("di")] == "passive"
    assert found[passive.removeprefix("di")] == "bare"


def test_a_word_without_the_prefix_has_one_form() -> None:
    assert forms("berunding") == {"berunding": "active"}
    assert forms("serangan") == {"serangan": "active"}


def test_all_stems_that_a_form_allows_are_taken() -> None:
    assert list(stems("menyapu")) == ["sapu", "nyapu"]


@pytest.mark.parametrize(
    ("noun", "is_object"),
    [("penangkapan", True), ("pembunuhan", True), ("serangan", False), ("perundingan", False), ("invasi", False)],
)
def test_what_stands_behind_an_act_s_noun(noun: str, is_object: bool) -> None:
    assert is_object_noun(noun) is is_object
