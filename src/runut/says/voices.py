"""Whose voice each sentence is in: the article's own, or a speaker's."""

from __future__ import annotations

from runut import lexicons
from runut.language import Parse
from runut.record import Article, Quote, Span

FILLS = 0.5
"""The share of a sentence that a statement must fill, for the sentence to be in its speaker's voice."""


def add_voices(article: Article, parse: Parse) -> None:
    """Give every sentence its voice.

    A sentence that a statement fills is its speaker's. A statement goes on without a cue where the next sentence of
    the paragraph has a subject by which only the speaker can call his own party: "Pihaknya juga …", "Negaranya …".
    """
    before: Quote | None = None
    for place, sentence in enumerate(article.sentences):
        quote = _filling(article, sentence.span)
        if quote is not None:
            sentence.speaker, sentence.quote = quote.speaker, quote.id
        elif before is not None and _goes_on(article, parse, place):
            sentence.speaker = before.speaker
            continue
        before = quote or _told_in(article, sentence.span)


def _filling(article: Article, span: Span) -> Quote | None:
    """The statement that fills most of a sentence, and enough of it."""
    best, most = None, 0.0
    for quote in article.quotes:
        shared = min(quote.span[1], span[1]) - max(quote.span[0], span[0])
        if shared > most:
            best, most = quote, shared
    return best if most >= FILLS * (span[1] - span[0]) else None


def _told_in(article: Article, span: Span) -> Quote | None:
    """The last statement that begins in a sentence."""
    return next((quote for quote in reversed(article.quotes) if span[0] <= quote.span[0] < span[1]), None)


def _goes_on(article: Article, parse: Parse, place: int) -> bool:
    start, _ = article.sentences[place].span
    if "\n" in article.text[article.sentences[place - 1].span[1] - 1 : start]:
        return False
    tree = parse.trees[place]
    words = tree.words
    for number, word in enumerate(words, 1):
        if word.relation.startswith("nsubj") and words[word.head - 1].head == 0:
            phrase = article.text[word.span[0] : words[min(number, len(words) - 1)].span[1]]
            return phrase.split()[0].casefold() in lexicons.by_role("oneself")
    return False
