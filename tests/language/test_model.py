"""The language model's runtime, on anything that may come."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runut.errors import ModelError
from runut.language.model import Model, Written, lines, shipped
from runut.language.tree import Tree

OPENING = (
    "Menteri Luar Negeri Rusia Sergei Lavrov menolak usulan itu di Moskow. "
    "Ia mengatakan negaranya tidak akan mundur dari perundingan."
)


@pytest.fixture(scope="module")
def model() -> Model:
    return shipped()


def check(text: str, trees: list[Tree]) -> None:
    """What must hold of any text: spans right and in order, nothing lost, each sentence a tree."""
    at = 0
    for tree in trees:
        assert tree.words
        assert tree.span == (tree.words[0].span[0], tree.words[-1].span[1])
        assert sum(word.head == 0 for word in tree.words) == 1
        for word in tree.words:
            start, end = word.span
            assert start >= at
            assert text[at:start].strip() == ""
            assert text[start:end] == word.text
            assert 0 <= word.head <= len(tree.words)
            at = end
        assert tree.subtree(tree.words.index(tree.root) + 1) == list(range(1, len(tree.words) + 1))
        for name in tree.names:
            assert name.span == (tree.words[name.first - 1].span[0], tree.words[name.last - 1].span[1])
        assert np.linalg.norm(tree.vector) == pytest.approx(1, abs=1e-3)
    assert text[at:].strip() == ""


def test_a_paragraph_becomes_sentences_with_tags_trees_and_names(model: Model) -> None:
    first, second = model.parse(OPENING)
    assert first.root.text == "menolak"
    assert first.root.lemma == "tolak"
    assert first.root.voice == "Act"
    subject = next(word for word in first.words if word.relation == "nsubj")
    assert subject.text == "Menteri"
    assert [(OPENING[slice(*name.span)], name.kind) for name in first.names if name.kind == "PER"] == [
        ("Sergei Lavrov", "PER")
    ]
    assert [OPENING[slice(*name.span)] for name in first.names if name.kind == "LOC"][-1] == "Moskow"
    assert second.root.text == "mengatakan"
    assert [word.text for word in second.words[2:4]] == ["negara", "nya"]


def test_passive_verbs_have_their_voice(model: Model) -> None:
    [tree] = model.parse("Usulan itu ditolak oleh parlemen.")
    assert tree.root.text == "ditolak"
    assert tree.root.voice == "Pass"
    assert {word.relation for word in tree.words} >= {"nsubj:pass"}


def test_no_sentence_crosses_the_end_of_a_block(model: Model) -> None:
    text = "Moskow menolak\nKyiv menerima"
    trees = model.parse(text)
    check(text, trees)
    assert [tree.span for tree in trees] == [(0, 14), (15, 28)]


@pytest.mark.parametrize("text", ["", " \n\t ", "\u00a0"])
def test_no_text_has_no_sentences(model: Model, text: str) -> None:
    assert model.parse(text) == []


def test_one_word(model: Model) -> None:
    [tree] = model.parse("Perang")
    assert [(word.text, word.head, word.relation) for word in tree.words] == [("Perang", 0, "root")]


@pytest.mark.parametrize(
    "text",
    [
        "Presiden 🇺🇦🙂👍🏽 Zelensky tiba 🎉!!!",
        "Kata الرئيس الروسي dan 普京总统 dalam pidato itu.",
        "Kontrol \x00\x07\x1b[31m di \u200btengah\ufeff kalimat\u0085.",
        "e\u0301 A\u0308 perundin\u00adgan",
        "« Perang » — kata “dia” … ‘ya’ ?!",
        "(((((((((",
        "setengah \ud83d pasangan",
        "a" * 5000,
        "www." + "x" * 3000 + ".com",
    ],
)
def test_strange_characters_keep_their_places(model: Model, text: str) -> None:
    check(text, model.parse(text))


@given(st.text(max_size=300))
@settings(deadline=None, max_examples=60)
def test_any_text_gives_trees(text: str) -> None:
    check(text, shipped().parse(text))


def test_a_sentence_of_thousands_of_words_is_cut_at_clause_ends_and_kept_whole(model: Model) -> None:
    text = "Presiden mengatakan negara itu menyerang, " * 850 + "katanya"
    trees = model.parse(text)
    check(text, trees)
    assert sum(len(tree.words) for tree in trees) > 5000
    assert all(tree.words[-1].text == "," for tree in trees[:-1])


def test_given_words_stay_one_sentence(model: Model) -> None:
    words = ("Moskow", "menolak", ".", "Kyiv", "menerima", ".") * 60
    [[analysis]] = model.analyse([Written(words, (True,) * len(words))], whole=True)
    assert len(analysis) == len(words)
    assert analysis.heads.count(0) == 1


def test_the_same_paragraph_is_read_once(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    first = model.parse("Paragraf ini berulang di setiap artikel.")
    monkeypatch.setattr(model, "_run", lambda *_, **__: pytest.fail("it was read again"))
    again = model.parse("  Paragraf ini berulang di setiap artikel.\n")
    assert [word.lemma for word in again[0].words] == [word.lemma for word in first[0].words]
    assert again[0].span == (2, 42)


def test_company_changes_nothing() -> None:
    alone = Model(threads=1).parse("Iran membantah tuduhan itu.")
    beside = Model(threads=1).parse("Iran membantah tuduhan itu.\n" + OPENING * 3)
    assert [word.head for word in alone[0].words] == [word.head for word in beside[0].words]


def test_sentences_that_mean_alike_have_vectors_that_are_close(model: Model) -> None:
    war, attack, rice = (
        tree.vector
        for tree in model.parse(
            "Rusia menyerang Ukraina pada hari Kamis.\n"
            "Tentara Rusia menyerbu wilayah Ukraina.\n"
            "Nasi goreng dimasak dengan telur dan kecap."
        )
    )
    assert war @ attack > war @ rice


def test_a_missing_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"the language model cannot be loaded.*reader\.json"):
        Model(tmp_path)


def test_lines_are_blocks() -> None:
    assert lines("a\n\n  \nb") == [(0, 2), (6, 7)]
