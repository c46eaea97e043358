"""What training and its measures do with sentences; the steps that need torch are run by hand, see training/README.md."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from runut.language.entities import names_of
from training.corpus import Sample, guess_spaces, read_names, read_treebank
from training.evaluate import raw_text
from training.figures import figures

TREEBANK = """# sent_id = 1
# text = Ia menolak usulannya.
1\tIa\tia\tPRON\t_\t_\t2\tnsubj\t_\t_
2\tmenolak\ttolak\tVERB\t_\tVoice=Act\t0\troot\t_\t_
3-4\tusulannya\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
3\tusulan\tusul\tNOUN\t_\t_\t2\tobj\t_\t_
4\tnya\tnya\tPRON\t_\t_\t3\tnmod:poss\t_\t_
5\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_

# sent_id = 2
# text = Rusia mundur.
1\tRusia\tRusia\tPROPN\t_\t_\t2\tnsubj\t_\t_
2\tmundur\tmundur\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_

"""
NAMES = "Menlu O\nSergei B-PER\nLavrov I-PER\ntiba O\ndi O\nMoskow B-LOC\n. O\n"


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    path = tmp_path / "bank.conllu"
    path.write_text(TREEBANK, encoding="utf-8")
    return path


@pytest.fixture
def names(tmp_path: Path) -> Path:
    path = tmp_path / "names.txt"
    path.write_text(NAMES, encoding="utf-8")
    return path


def test_a_treebank_keeps_words_blanks_and_analyses(treebank: Path) -> None:
    first, second = read_treebank(treebank)
    assert first.words == ["Ia", "menolak", "usulan", "nya", "."]
    assert first.spaced == [True, True, True, False, False]
    assert first.heads == [2, 0, 2, 3, 2]
    assert first.feats[1] == "Voice=Act"
    assert second.spaced == [True, True, False]


def test_a_file_of_names_keeps_its_tags(names: Path) -> None:
    [sample] = read_names(names, "idner")
    assert names_of(sample.names) == [(1, 3, "PER"), (5, 6, "LOC")]
    assert sample.spaced == [True] * 6 + [False]


def test_a_line_without_a_tag_is_named(tmp_path: Path) -> None:
    path = tmp_path / "broken.txt"
    path.write_text("Rusia B-LOC\nmundur\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"broken\.txt:2: needs a word and a tag"):
        read_names(path, "idner")


def test_quotation_marks_open_and_close_in_turn() -> None:
    assert guess_spaces(["Kata", "dia", ",", '"', "Siap", ".", '"', "(", "AP", ")"]) == [
        True, True, False, True, False, False, False, True, False, False,
    ]  # fmt: skip


def test_figures_count_heads_relations_lemmas_and_whole_names() -> None:
    gold = Sample(
        ["Ia", "tiba", "di", "Kyiv"],
        [True] * 4,
        upos=["PRON", "VERB", "ADP", "PROPN"],
        heads=[2, 0, 4, 2],
        relations=["nsubj", "root", "case", "obl"],
        feats=["_", "Voice=Act", "_", "_"],
        lemmas=["ia", "tiba", "di", "Kyiv"],
        names=["O", "O", "O", "B-LOC"],
    )
    guess = replace(
        gold,
        upos=["PRON", "VERB", "ADP", "NOUN"],
        heads=[2, 0, 2, 2],
        relations=["nsubj:pass", "root", "case", "obl"],
        feats=["_", "Voice=Pass", "_", "_"],
        lemmas=["dia", "tiba", "di", "kyiv"],
    )
    assert figures([(gold, guess)]) == {
        "words": 4,
        "upos": 75.0,
        "uas": 75.0,
        "las": 50.0,
        "las_universal": 75.0,
        "feats": 75.0,
        "voice": 0.0,
        "lemma": 75.0,
        "ner_f1": 100.0,
    }


def test_the_shipped_model_is_measured_on_any_file(treebank: Path, names: Path) -> None:
    command = [sys.executable, "-m", "training.evaluate", "--raw", str(treebank), str(names)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=Path(__file__).parent.parent)
    measured = json.loads(done.stdout)
    assert set(measured[str(treebank)]) >= {"upos", "uas", "las", "words", "sentence", "word", "raw_las"}
    assert measured[str(treebank)]["word"] == 100.0
    assert measured[str(names)]["words"] == 7
    assert measured[str(names)]["ner_f1"] > 0


def test_raw_text_is_put_together_where_a_treebank_does_not_tell_it(treebank: Path) -> None:
    told = raw_text(treebank)
    treebank.write_text("".join(line for line in TREEBANK.splitlines(True) if "# text" not in line), encoding="utf-8")
    assert raw_text(treebank) == told == "Ia menolak usulannya. Rusia mundur."


def test_a_file_that_is_none_of_these_is_named(tmp_path: Path) -> None:
    path = tmp_path / "picture.txt"
    path.write_text("Rusia\n", encoding="utf-8")
    command = [sys.executable, "-m", "training.evaluate", str(path)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=Path(__file__).parent.parent)
    assert done.returncode == 1
    assert "picture.txt:1: needs a word and a tag, has 'Rusia'; give a CoNLL-U file" in done.stderr
