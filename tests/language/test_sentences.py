"""Where sentences end; a bar shows where a case is split."""

from __future__ import annotations

import pytest

from runut.language.model import shipped

CASES = [
    "Rusia menyerang Kyiv.| Ukraina membalas.",
    "Benarkah?| Tidak!| Ya.",
    '"Kami siap."| Ia pergi.',
    "“Kami siap.”| “Kami mampu.”",
    '"Kami siap," kata dia. "Kami mampu."'.replace('. "', '.| "'),
    "Dr. Mahathir bertemu H. Agus Salim.| Mereka berunding.",
    "Presiden John F. Kennedy tewas.| Dunia berduka.",
    "Prof. Dr. B. J. Habibie hadir.| Ia pulang.",
    "Harganya Rp1.234,5 triliun.| Mahal.",
    "Rudal meluncur pukul 01.48 dan 01.58 waktu setempat.| Seoul siaga.",
    "Pasal No. 5 berlaku.| Titik.",
    "Barang, senjata, dll. disita.| Polisi pergi.",
    "Ia tiba di U.S. Capitol.| Ia pulang.",
    "Baca Kompas.com setiap hari.| Selesai.",
    "Ia tiba di Kyiv.|Blinken mengatakan AS membantu.",
    '"Kami siap."|Juru bicara itu pergi.',
    "Tunggu... ia datang.| Ya.",
    "Tiba pada 3 Nop. 2022 di Bali.| Ya.",
    "Tidak ada titik",
    "",
    "   ",
    "1. Pertama.| 2. Kedua.",
]

KNOWN_FAULTS = ["Benarkah?| Tidak!| Entahlah…| Ya."]


@pytest.mark.parametrize(
    "case",
    CASES + [pytest.param(case, marks=pytest.mark.xfail(reason="the model joins these")) for case in KNOWN_FAULTS],
)
def test_sentences(case: str) -> None:
    text = case.replace("|", "")
    assert [text[slice(*tree.span)] for tree in shipped().parse(text)] == [
        part.strip() for part in case.split("|") if part.strip()
    ]


def test_only_the_stretch_asked_for_is_read() -> None:
    text = "Satu tiba. Dua pergi. Tiga diam."
    assert [text[slice(*tree.span)] for tree in shipped().parse(text, [(11, 22)])] == ["Dua pergi."]
