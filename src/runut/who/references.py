"""Pronouns and other words that point back: whom "ia", "mereka", "-nya" and "kedua negara" mean.

A word that leaves it open whom it means stays without an actor: none is better than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from runut import lexicons
from runut.language import Parse, Tree, Word
from runut.record import Actor, Article, Quote, Span
from runut.who.cast import Cast

_SENTENCES_BACK = 3
_NUMBERS = {"kedua": 2, "ketiga": 3, "keempat": 4, "kelima": 5}


def add_references(article: Article, parse: Parse, cast: Cast) -> None:
    """Add to the mentions of actors the words that point back to them."""
    finder = _Finder(article, parse, cast)
    for number, tree in enumerate(parse.trees):
        for span, actors in finder.within(number, tree):
            for actor in actors:
                actor.mentions = sorted({*actor.mentions, span})


class _Finder:
    def __init__(self, article: Article, parse: Parse, cast: Cast) -> None:
        self._text = article.text
        self._article = article
        self._parse = parse
        self._cast = cast
        self._spoken = {quote.speaker_span: quote for quote in article.quotes if quote.speaker_span}

    def within(self, number: int, tree: Tree) -> Iterator[tuple[Span, list[Actor]]]:
        """The words of a sentence that point back, outside quotation marks, with whom they mean."""
        for word in tree.words:
            if word.upos == "PRON" and not self._parse.is_quoted(word.span[0]):
                actors = self._of_pronoun(number, tree, word)
                if actors:
                    yield word.span, actors
        for match in _several().finditer(self._text, *tree.span):
            if not self._parse.is_quoted(match.start()):
                actors = self._cast.several(match.start())
                if len(actors) == _NUMBERS[match["number"].casefold()]:
                    yield match.span(), actors

    def _of_pronoun(self, number: int, tree: Tree, word: Word) -> list[Actor]:
        known = self._spoken.get(word.span)
        if known is not None:
            actor = self._article.actor(known.speaker)
            return [actor] if actor else []
        folded = word.text.casefold()
        if folded in lexicons.by_role("they"):
            return self._they(number, tree, word)
        if folded in lexicons.by_role("he"):
            return self._he(number, tree, word)
        host = tree.words[word.head - 1].text.casefold() if word.head else ""
        if folded == "nya" and word.relation.startswith("nmod") and host not in lexicons.by_role("no-owner"):
            return self._owner(number, tree, word)
        return []

    def _he(self, number: int, tree: Tree, word: Word) -> list[Actor]:
        """A person: who says so, in a reported clause; else the subject before it, in the sentence or the last ones."""
        quote = self._quote_at(word.span[0])
        if quote is not None:
            actor = self._article.actor(quote.speaker)
            is_open = self._cast.person_within((quote.span[0], word.span[0])) is not None
            return [actor] if actor is not None and actor.kind == "person" and not is_open else []
        before = self._cast.subject_within((tree.span[0], word.span[0]))
        if before is not None:
            return [before]
        for back in range(number - 1, max(-1, number - 1 - _SENTENCES_BACK), -1):
            person = self._person_of(self._parse.sentences[back])
            if person is not None:
                return [person]
        return []

    def _person_of(self, sentence: Span) -> Actor | None:
        """The person whom a sentence is about: who speaks in it, else its subject."""
        for quote in reversed(self._article.quotes):
            cue = quote.cue.span if quote.cue else quote.span
            if sentence[0] <= cue[0] < sentence[1]:
                actor = self._article.actor(quote.speaker)
                if actor is not None and actor.kind == "person":
                    return actor
        return self._cast.subject_within(sentence)

    def _they(self, number: int, tree: Tree, word: Word) -> list[Actor]:
        """Several: those named together, or the group told of last; not who does something to them."""
        verb, is_subject = word.head, word.relation.startswith("nsubj")
        if is_subject and verb and tree.words[verb - 1].relation in {"xcomp", "ccomp"}:
            verb, is_subject = tree.words[verb - 1].head, False  # "melarang mereka masuk"
        doers = [tree.words[n - 1].span for n in tree.children(verb) if tree.words[n - 1].relation == "nsubj"]
        doer = doers[0] if doers and not is_subject else None
        together = self._cast.several(word.span[0])
        group = self._cast.group_before(word.span[0], number, but=doer)
        if group is not None and (not together or group.mentions[0] > together[-1].mentions[0]):
            return [group]
        return together

    def _owner(self, number: int, tree: Tree, word: Word) -> list[Actor]:
        """Whose something is: the subject's before it in the sentence, the speaker's, or the last subject's."""
        quote = self._quote_at(word.span[0])
        inside = quote.span[0] if quote is not None else tree.span[0]
        before = self._cast.party_within((max(tree.span[0], inside), word.span[0]))
        if before is not None:
            return [before]
        if quote is not None:
            actor = self._article.actor(quote.speaker)
            return [actor] if actor else []
        last = self._cast.party_within(self._parse.sentences[number - 1]) if number else None
        return [last] if last is not None else []

    def _quote_at(self, offset: int) -> Quote | None:
        return next((quote for quote in self._article.quotes if quote.span[0] <= offset < quote.span[1]), None)


@cache
def _several() -> re.Pattern[str]:
    who = lexicons.alternatives(lexicons.by_role("several-told"))
    return re.compile(
        rf"\b(?i:(?P<number>kedua|ketiga|keempat|kelima)(?:nya\b|\s+(?:{who})\b(?:\s+(?:itu|tersebut))?))"
    )
