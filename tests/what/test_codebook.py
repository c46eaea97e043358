"""The codebook's tables: they are sound, their examples give what they say, and slips are told with file, line and mend."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from runut import lexicons
from runut.errors import LexiconError
from runut.what import codebook
from runut.what.explain import explain, failures

COLUMNS = "predicate\twith\tframe\ttype\tmode\tcontext\tcameo\texample\tparties\n"
TYPES = {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT"} | {
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
}


def test_the_tables_are_sound() -> None:
    assert codebook.problems() == ()


def test_every_example_gives_what_its_row_says() -> None:
    found = [f"{one.sense.place}: {one.sense.example} → {', '.join(one.found) or 'nothing'}" for one in failures()]
    assert found == []


def test_at_least_900_senses_of_all_types_and_modes() -> None:
    senses = [sense for sense in codebook.senses() if sense.type != codebook.NOTHING]
    assert len(senses) >= 900
    assert {sense.type for sense in senses} == TYPES
    assert {(sense.type, sense.mode) for sense in senses} >= {one for one in codebook.kinds() if one[1]}


BROKEN = {
    "type": ("menyerang\t\t\tATTACK\t\t\t\tRusia menyerang Ukraina.\tRUS GOV>UKR GOV", "line 2: PLOVER has no ATTACK"),
    "mode": ("menyerang\t\t\tASSAULT\tmeet\t\t\tRusia menyerang Ukraina.\t", "modes of ASSAULT are"),
    "frame": ("menyerang\t\tboth-ways\tASSAULT\t\t\t\tRusia menyerang Ukraina.\t", "there is no frame 'both-ways'"),
    "class": ("menyerang\tobject: @towns\t\tASSAULT\t\t\t\tRusia menyerang Ukraina.\t", "no class 'towns'"),
    "condition": ("menyerang\tobjek: kota\t\tASSAULT\t\t\t\tRusia menyerang Ukraina.\t", "is no condition"),
    "empty condition": ("menyerang\tobject: \t\tASSAULT\t\t\t\tRusia menyerang Ukraina.\t", "could never be met"),
    "context": ("menyerang\t\t\tASSAULT\t\twar\t\tRusia menyerang Ukraina.\t", "no context 'war'"),
    "cameo": ("menyerang\t\t\tASSAULT\t\t\t99\tRusia menyerang Ukraina.\t", "'99' is no CAMEO code"),
    "example": ("menyerang\t\t\tASSAULT\t\t\t\t\t", "has no example"),
    "letters": ("Menyerang\t\t\tASSAULT\t\t\t\tRusia menyerang Ukraina.\t", "in lower case"),
}


@pytest.fixture
def own_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    (tmp_path / "id").mkdir()
    monkeypatch.setenv("RUNUT_LEXICONS", str(tmp_path))
    _forget()
    yield tmp_path
    monkeypatch.undo()
    _forget()


def _forget() -> None:
    for remembered in (
        lexicons._own_folder,
        lexicons._table,
        lexicons.terms,
        codebook.senses,
        codebook.problems,
        codebook.compiled,
    ):
        remembered.cache_clear()


@pytest.mark.parametrize(("row", "message"), BROKEN.values(), ids=BROKEN.keys())
def test_a_wrong_row_is_told_with_file_line_and_mend(own_tables: Path, row: str, message: str) -> None:
    (own_tables / "id" / "predicates.tsv").write_text(f"{COLUMNS}{row}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"predicates\.tsv, line 2") as error:
        codebook.senses()
    assert message in str(error.value)
    assert message in codebook.problems()[0]


def test_a_predicate_that_does_not_stand_in_its_example_is_told(own_tables: Path) -> None:
    row = "mengganyang\t\t\tASSAULT\t\t\t\tRusia menyerang Ukraina.\tRUS GOV>UKR GOV"
    (own_tables / "id" / "predicates.tsv").write_text(f"{COLUMNS}{row}\n", encoding="utf-8")
    assert "would never be matched" in codebook.problems()[0]


def test_a_row_that_stands_twice_is_told(own_tables: Path) -> None:
    row = "mengganyang\t\t\tASSAULT\t\t\t\tRusia mengganyang Ukraina.\tRUS GOV>UKR GOV"
    (own_tables / "id" / "predicates.tsv").write_text(f"{COLUMNS}{row}\n{row}\n", encoding="utf-8")
    assert "line 3" in codebook.problems()[0]
    assert "stands already" in codebook.problems()[0]


def test_an_own_row_fires(own_tables: Path) -> None:
    row = "mengganyang\t\t\tASSAULT\t\t\t\tRusia mengganyang Ukraina.\tRUS GOV>UKR GOV"
    (own_tables / "id" / "predicates.tsv").write_text(f"{COLUMNS}{row}\n", encoding="utf-8")
    _, fired, _ = explain("Rusia mengganyang Ukraina.")
    assert [one.sense.place for one in fired] == [f"{own_tables / 'id' / 'predicates.tsv'}, line 2"]


def test_explain_tells_what_fired_and_what_did_not() -> None:
    _, fired, silent = explain("Israel gagal menyerang markas Hizbullah.")
    assert [(one.word, one.event.type) for one in fired if one.event] == [("menyerang", "ASSAULT")]
    assert any(one.word == "menyerang" and "is not met" in one.reason for one in silent)


def test_explain_tells_why_a_word_is_no_event() -> None:
    _, fired, _ = explain("Perundingan itu panjang.")
    assert [one.event for one in fired] == [None]
    assert fired[0].reason
