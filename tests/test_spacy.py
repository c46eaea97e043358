"""runut as a component of spaCy."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("spacy", reason="spaCy, of the extra `spacy`, is not installed")

import spacy
from spacy.language import Language

TEXT = "Menlu Rusia  Sergei Lavrov\ttiba di Jenewa.\n\nIa menolak usulannya."


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.blank("id")
    pipeline.add_pipe("runut")
    return pipeline


def test_the_text_is_the_same_and_the_words_are_runuts(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert doc.text == TEXT
    assert [token.text for token in doc if not token.is_space][-4:] == ["menolak", "usulan", "nya", "."]


def test_tags_trees_lemmas_and_features(nlp: Language) -> None:
    doc = nlp(TEXT)
    verb = next(token for token in doc if token.text == "menolak")
    assert (verb.pos_, verb.lemma_, verb.dep_, verb.head) == ("VERB", "tolak", "ROOT", verb)
    assert str(verb.morph) == "Voice=Act"
    assert next(token for token in doc if token.text == "Ia").head == verb
    assert doc.has_annotation("DEP")


def test_sentences_and_entities(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "Menlu Rusia  Sergei Lavrov\ttiba di Jenewa.",
        "Ia menolak usulannya.",
    ]
    assert ("Sergei Lavrov", "PER") in {(" ".join(entity.text.split()), entity.label_) for entity in doc.ents}
    assert len(doc.user_data["runut_vectors"]) == 2


def test_many_texts_and_empty_ones(nlp: Language) -> None:
    docs = list(nlp.pipe(["", " \n", TEXT]))
    assert [doc.text for doc in docs] == ["", " \n", TEXT]


def test_a_pipeline_survives_the_disk(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert [token.dep_ for token in again(TEXT)] == [token.dep_ for token in nlp(TEXT)]
