"""What the words are: sentences and the phrases that name somebody.

Other rooms see only `Parse`; who fills it, rules or the trained model, is decided here.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from runut.language import names, same
from runut.language.identify import language_of
from runut.language.names import FullNames, NamePhrase, phrase_at
from runut.language.sentences import split
from runut.record import Article, Sentence, Span

__all__ = ["NamePhrase", "Parse", "analyse", "phrase_at"]


@dataclass(frozen=True, slots=True)
class Parse:
    """The language of one article: what its sentences are made of.

    Attributes
    ----------
    sentences
        Spans of the sentences of the story, in order.
    phrases
        Phrases that name somebody, in order.
    full_names
        The fullest names of its people.
    """

    sentences: list[Span]
    phrases: list[NamePhrase]
    full_names: FullNames

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence that holds `offset`, or ``None`` where it lies outside the story."""
        index = bisect_right(self.sentences, offset, key=lambda span: span[0]) - 1
        if index >= 0 and offset <= self.sentences[index][1]:
            return self.sentences[index]
        return None

    def sentences_before(self, offset: int, most: int) -> list[Span]:
        """The last sentences that begin before `offset`, at most so many, in order."""
        index = bisect_left(self.sentences, offset, key=lambda span: span[0])
        return self.sentences[max(0, index - most) : index]

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
    sentences = [sentence for span in body for sentence in split(text, *span)]
    article.sentences = [Sentence(span) for span in sentences]
    article.language = language_of(" ".join(text[start:end] for start, end in body))
    if article.language not in {"id", None}:
        article.warnings.append(
            f"the story seems to be in another language ({article.language}); runut reads Indonesian"
        )
    phrases = names.phrases(text, sentences)
    return Parse(sentences, phrases, FullNames(text, phrases))
