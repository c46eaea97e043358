"""runut as a component of spaCy: ``spacy.blank("id").add_pipe("runut")``.

Needs spaCy (``pip install "runut[spacy]"``). spaCy finds the component by itself once both are installed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import get_words_and_spaces

from runut.language.model import shipped

if TYPE_CHECKING:
    from runut.language.tree import Tree


class RunutComponent:
    """Reads a Doc's text with runut's model.

    The Doc that comes out has runut's words in place of those that came in, since clitics are words of their own
    ("negaranya" → "negara", "nya"); its text is the same, character by character. It has tags (``pos_``), features
    (``morph``), lemmas, heads and relations (``dep_``), sentences and entities (PER, ORG, LOC), and in
    ``doc.user_data["runut_vectors"]`` the vector of each sentence. A sentence never goes on over an end of line.

    Parameters
    ----------
    threads
        Of the model; without it runut's own default.
    """

    def __init__(self, threads: int | None = None) -> None:
        self._model = shipped(threads)

    def __call__(self, doc: Doc) -> Doc:
        """Read one Doc."""
        return _doc(doc, self._model.parse(doc.text))


def _doc(old: Doc, trees: list[Tree]) -> Doc:
    """A Doc of the same text with the words of the trees."""
    words, spaces = get_words_and_spaces([word.text for tree in trees for word in tree.words], old.text)
    places = [place for place, word in enumerate(words) if not word.isspace()]
    count = len(words)
    heads = list(range(count))
    columns: dict[str, list[str]] = {name: [""] * count for name in ("pos", "deps", "lemmas", "morphs")}
    starts: list[bool | int | None] = [False] * count
    at = 0
    for tree in trees:
        for number, word in enumerate(tree.words):
            here = places[at + number]
            heads[here] = places[at + word.head - 1] if word.head else here
            columns["pos"][here] = word.upos
            columns["deps"][here] = "ROOT" if word.head == 0 else word.relation
            columns["lemmas"][here] = word.lemma
            columns["morphs"][here] = "" if word.feats == "_" else word.feats
            starts[here] = number == 0
        at += len(tree.words)
    _attach_spaces(words, heads, columns, starts)
    doc = Doc(
        old.vocab, words=words, spaces=spaces, heads=heads, sent_starts=starts, user_data=old.user_data, **columns
    )
    doc.ents = [
        span
        for tree in trees
        for name in tree.names
        if (span := doc.char_span(*name.span, label=name.kind)) is not None
    ]
    doc.user_data["runut_vectors"] = [tree.vector for tree in trees]
    return doc


def _attach_spaces(
    words: list[str], heads: list[int], columns: dict[str, list[str]], starts: list[bool | int | None]
) -> None:
    """Hang each token of white space on the word before it, as spaCy's own parsers do."""
    for place, word in enumerate(words):
        if word.isspace():
            columns["pos"][place] = "SPACE"
            columns["lemmas"][place] = word
            if place:
                heads[place] = place - 1 if not words[place - 1].isspace() else heads[place - 1]
                columns["deps"][place] = "dep"
            else:
                starts[place] = True
                columns["deps"][place] = "ROOT"


@Language.factory(
    "runut",
    default_config={"threads": None},
    assigns=["token.pos", "token.morph", "token.lemma", "token.dep", "token.head", "doc.ents", "doc.sents"],
)
def create(nlp: Language, name: str, threads: int | None) -> RunutComponent:  # noqa: ARG001  (spaCy hands them over)
    """Make the component."""
    return RunutComponent(threads)
