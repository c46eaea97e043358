"""What the words are: sentences as trees of tagged words, names, and the phrases that name somebody.

Other rooms see only `Parse`; who fills it, the trained model (`runut.language.model`) or rules, is decided here.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from runut.language import model, names, same
from runut.language.identify import language_of
from runut.language.marks import quoted
from runut.language.names import FullNames, NamePhrase, phrase_at
from runut.language.tree import Name, Tree, Word
from runut.record import Article, Runut, Sentence, Span

_DASH = re.compile(r"[\s)]*[-–—:]*\s*")

__all__ = ["Name", "NamePhrase", "Parse", "Tree", "Word", "analyse", "phrase_at"]


@dataclass(frozen=True, slots=True)
class Parse:
    """The language of one article: what its sentences are made of.

    Attributes
    ----------
    trees
        The sentences of the story, in order.
    sentences
        Their spans.
    phrases
        Phrases that name somebody, in order.
    full_names
        The fullest names of its people.
    quoted
        Where words stand between quotation marks, the marks with them, in order.
    """

    trees: list[Tree]
    sentences: list[Span]
    phrases: list[NamePhrase]
    full_names: FullNames
    quoted: list[Span]

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence that holds `offset`, or ``None`` where it lies outside the story."""
        index = bisect_right(self.sentences, offset, key=lambda span: span[0]) - 1
        if index >= 0 and offset <= self.sentences[index][1]:
            return self.sentences[index]
        return None

    def tree_at(self, offset: int) -> Tree | None:
        """The tree of the sentence that holds `offset`, or ``None`` where it lies outside the story."""
        index = bisect_right(self.sentences, offset, key=lambda span: span[0]) - 1
        return self.trees[index] if index >= 0 and offset <= self.sentences[index][1] else None

    def sentences_before(self, offset: int, most: int) -> list[Span]:
        """The last sentences that begin before `offset`, at most so many, in order."""
        index = bisect_left(self.sentences, offset, key=lambda span: span[0])
        return self.sentences[max(0, index - most) : index]

    def is_quoted(self, offset: int) -> bool:
        """Whether a place lies between quotation marks."""
        index = bisect_right(self.quoted, offset, key=lambda span: span[0]) - 1
        return index >= 0 and offset < self.quoted[index][1]

    def phrases_within(self, start: int, end: int) -> list[NamePhrase]:
        """The phrases that begin in ``[start, end)``."""
        first = bisect_left(self.phrases, start, key=lambda phrase: phrase.span[0])
        last = bisect_left(self.phrases, end, key=lambda phrase: phrase.span[0])
        return self.phrases[first:last]

    def full_name(self, phrase: NamePhrase) -> str:
        """The fullest name by which the article calls the person of `phrase`."""
        return self.full_names.of(phrase)

    @staticmethod
    def same_person(name: str, other: str) -> bool:
        """Whether one name is the other, or its first or last part: "Blinken" and "Antony Blinken"."""
        return same.same_person(name, other)


def analyse(article: Article) -> Parse:
    """Split the story into sentences, tell its language, and find the phrases that name somebody."""
    text = article.text
    body = article.of_kind("body")
    reader = model.shipped()
    trees = reader.parse(text, _without_dateline(article, body))
    sentences = _to_the_margin(trees, body)
    article.runut = Runut(article.runut.version, reader.name)
    article.sentences = [Sentence(span) for span in sentences]
    article.language = language_of(" ".join(text[start:end] for start, end in body))
    if article.language not in {"id", None}:
        article.warnings.append(
            f"the story seems to be in another language ({article.language}); runut reads Indonesian"
        )
    phrases = names.phrases(text, sentences)
    spoken = [(item.outer_start, item.outer_end) for start, end in body for item in quoted(text, start, end)]
    return Parse(trees, sentences, phrases, FullNames(text, phrases), spoken)


def _without_dateline(article: Article, body: list[Span]) -> list[Span]:
    """The story's paragraphs; what opens the first one, "JAKARTA, KOMPAS.com -", is no part of its sentence."""
    if article.dateline is None:
        return body
    start, end = article.dateline.span
    dash = _DASH.match(article.text, end)
    behind = dash.end() if dash else end
    return [(behind if span[0] <= start < span[1] and behind < span[1] else span[0], span[1]) for span in body]


def _to_the_margin(trees: list[Tree], body: list[Span]) -> list[Span]:
    """The spans of sentences; a dateline before the first belongs to it."""
    spans = [tree.span for tree in trees]
    for start, end in body:
        first = bisect_left(spans, start, key=lambda span: span[0])
        if first < len(spans) and spans[first][0] < end:
            spans[first] = (start, spans[first][1])
    return spans
