"""Trees as CoNLL-U."""

from __future__ import annotations

import conllu as library

from runut.language.conllu import conllu
from runut.language.model import shipped

TEXT = "Blinken menolak usulannya.\n\nApakah kulihat itu?"


def test_another_library_reads_it_back() -> None:
    sentences = library.parse(conllu(TEXT, shipped().parse(TEXT)))
    assert [sentence.metadata["text"] for sentence in sentences] == [
        "Blinken menolak usulannya.",
        "Apakah kulihat itu?",
    ]
    assert [token["form"] for token in sentences[0]] == ["Blinken", "menolak", "usulannya", "usulan", "nya", "."]
    assert [token["id"] for token in sentences[0]] == [1, 2, (3, "-", 4), 3, 4, 5]
    assert [token["form"] for token in sentences[1]] == ["Apakah", "Apa", "kah", "kulihat", "ku", "lihat", "itu", "?"]


def test_spaces_places_and_names_stand_in_the_last_column() -> None:
    [first, _] = library.parse(conllu(TEXT, shipped().parse(TEXT)))
    name, verb, written, host, clitic, _ = first
    assert name["misc"] == {"start_char": "0", "end_char": "7", "ner": "B-PER"}
    assert verb["misc"]["ner"] == "O"
    assert written["misc"] == {"SpaceAfter": "No", "start_char": "16", "end_char": "25"}
    assert "SpaceAfter" not in host["misc"]
    assert clitic["misc"]["start_char"] == "22"


def test_white_space_inside_a_line_never_breaks_the_table() -> None:
    text = "Presiden\u2028tiba\tdi\u00a0Moskow"
    for line in conllu(text, shipped().parse(text)).splitlines():
        assert line == "" or line.startswith("#") or line.count("\t") == 9
