"""What a phrase tells of somebody: country and sectors."""

from __future__ import annotations

import pytest

from runut.who.describe import describe

CASES = {
    "Juru bicara Kementerian Luar Negeri China": ("CHN", "GOV"),
    "Duta Besar China untuk Jepang": ("CHN", "GOV"),
    "Menteri Pertahanan AS": ("USA", "GOV MIL"),
    "pasukan Israel": ("ISR", "MIL"),
    "Juru bicara militer Israel Laksamana Muda": ("ISR", "MIL"),
    "mantan Perdana Menteri Thailand": ("THA", "ELI"),
    "Pejabat senior Hamas": ("PSE", "REB"),
    "diplomat Uni Eropa": ("EUR", ""),
    "pasukan penjaga perdamaian PBB": ("UNO", "MIL"),
    "otoritas kesehatan di Gaza": ("PSE", "GOV MED"),
    "sekolah-sekolah Jepang": ("JPN", "EDU"),
    "Kepala Kepolisian Nasional Haiti": ("HTI", "COP"),
    "Ketua Mahkamah Agung Brasil": ("BRA", "JUD"),
    "anggota parlemen Rusia": ("RUS", "LEG"),
    "Dinas Keamanan Federal": ("RUS", "SPY"),
    "WNI": ("IDN", "CVL"),
    "Kepolisian Metropolitan Seoul": ("KOR", "COP"),
    "ribuan demonstran": (None, "CVL"),
    "hujan deras": (None, ""),
}


@pytest.mark.parametrize(("phrase", "codes"), CASES.items(), ids=CASES.keys())
def test_codes(phrase: str, codes: tuple[str | None, str]) -> None:
    told = describe(phrase)
    assert (told.country, " ".join(told.sectors)) == codes


def test_a_body_that_came_to_govern_is_coded_by_the_day() -> None:
    assert describe("juru bicara Taliban", "2020-05-01").sectors[:1] == ("REB",)
    assert describe("juru bicara Taliban", "2023-05-01").sectors[:1] == ("GOV",)
