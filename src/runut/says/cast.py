"""Who appears in an article: phrases → actors of the record, new ones added."""

from __future__ import annotations

import re

from runut import lexicons
from runut.language import NamePhrase, Parse
from runut.record import Actor, ActorKind, Article, Span
from runut.says.titles import title_words


class Cast:
    """The actors of one article, looked up and added by the phrases that name them."""

    def __init__(self, article: Article, parse: Parse) -> None:
        self._article = article
        self._text = article.text
        self._parse = parse
        self._offices = [phrase for phrase in parse.phrases if phrase.head == "office" and phrase.name is not None]
        self._titles: dict[Span, frozenset[str]] = {}

    def person(self, phrase: NamePhrase) -> Actor:
        """The actor whose name stands in `phrase`."""
        name = self._parse.full_name(phrase)
        if phrase.head == "organisation":
            return self._actor(name, "organisation", phrase.span)
        return self._actor(name, "person", phrase.name or phrase.span)

    def unnamed(self, span: Span, phrase: NamePhrase | None) -> Actor:
        """The actor whom the text names by a description or as a body: "pejabat AS", "Kementerian Pertahanan Rusia"."""
        name = re.sub(r"\s*\([^()]*\)$", "", " ".join(self._text[slice(*span)].split()))
        is_group = bool(set(name.casefold().split()) & lexicons.terms("id/function_words", "term", role="group"))
        kind: ActorKind = "organisation"
        if phrase is not None and phrase.head == "state":
            kind = "state"
        elif is_group or phrase is None:
            kind = "group"
        elif phrase.head == "office":
            kind = "person"
        return self._actor(name, kind, span)

    def called(self, word: str) -> Actor | None:
        """The person whose name has this word, written in small letters by a slip: "kata banda"."""
        for phrase in reversed(self._parse.phrases):
            if phrase.name is not None and phrase.head in {"office", "name"} and word.islower():
                name = self._text[slice(*phrase.name)]
                if name.casefold().split()[-1] == word:
                    return self.person(phrase)
        return None

    def is_person(self, phrase: NamePhrase) -> bool:
        """Whether a name is a person's: it has an office, or several parts, or is part of such a name elsewhere."""
        if phrase.head == "office":
            return True
        if phrase.head != "name" or phrase.name is None:
            return False
        name = self._text[slice(*phrase.name)]
        if " " in name or self._parse.full_name(phrase) != name:
            return True
        return any(self._parse.same_person(actor.name, name) for actor in self._article.actors)

    def holder(self, span: Span, offset: int, *, is_definite: bool) -> Actor | None:
        """The person who holds an office that is named without its holder.

        All that "Menlu AS" or "presiden berusia 70 tahun itu" tells of the office must stand in the holder's title.
        Of several holders the last one before `offset` is meant, else, but for "presiden itu", the first behind it.
        """
        wanted = title_words(self._text[slice(*span)])
        found: NamePhrase | None = None
        for phrase in self._offices if wanted else []:
            if phrase.span == span:
                continue
            is_behind = phrase.span[0] > offset
            if is_behind and (found is not None or is_definite):
                break
            if wanted <= self._title_of(phrase):
                found = phrase
        return self.person(found) if found else None

    def _title_of(self, phrase: NamePhrase) -> frozenset[str]:
        """The words of the title in a phrase that names its holder."""
        if phrase.span not in self._titles and phrase.name is not None:
            self._titles[phrase.span] = title_words(self._text[phrase.span[0] : phrase.name[0]])
        return self._titles.get(phrase.span, frozenset())

    def _actor(self, name: str, kind: ActorKind, span: Span) -> Actor:
        """The actor of that name, new where the record has none yet."""
        for actor in self._article.actors:
            is_same = kind == actor.kind == "person" and self._parse.same_person(actor.name, name)
            if actor.name == name or is_same:
                actor.mentions = sorted({*actor.mentions, span})
                return actor
        mentions = {
            phrase.name if phrase.name is not None and kind == "person" else phrase.span
            for phrase in self._parse.phrases
            if self._names(phrase, name, kind)
        }
        actor = Actor(f"a{len(self._article.actors) + 1}", name, kind, None, [], None, sorted({*mentions, span}))
        self._article.actors.append(actor)
        return actor

    def _names(self, phrase: NamePhrase, name: str, kind: ActorKind) -> bool:
        if kind == "person" and phrase.name is not None:
            return self._parse.same_person(self._text[slice(*phrase.name)], name)
        return self._text[slice(*phrase.span)] == name
