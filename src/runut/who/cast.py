"""The cast of an article: those whom it names, asked for by the words that name them, and which are actors."""

from __future__ import annotations

import re
from itertools import pairwise

from runut import lexicons
from runut.language import NamePhrase, Parse
from runut.lexicons import holders, states
from runut.lexicons.outlets import Outlet
from runut.record import Actor, ActorKind, Article, Span
from runut.who.describe import describe, singular
from runut.who.entities import Entities, Entity
from runut.who.mentions import Mention

_NEAR_HEAD = 40
"""Characters into a noun phrase within which its head must be named."""
_SENTENCES_BACK = 3
_JOINS = re.compile(r"\s*(?:,|dan|serta|,\s+(?:dan|serta)|dengan|maupun)\s*")


class Cast:
    """Everybody an article names, found by what names them.

    Other rooms ask it for the actor behind words; who speaks or acts becomes an actor of the record.
    """

    def __init__(self, article: Article, parse: Parse) -> None:
        self._article = article
        self._text = article.text
        self._day = article.published
        self._parse = parse
        self._entities = Entities(article, parse)

    @property
    def main_country(self) -> str | None:
        """The state that the story most often names."""
        return self._entities.main_country

    def named_at(self) -> list[tuple[Span, Entity]]:
        """Every phrase that names or describes somebody, with whom it means, in order."""
        return self._entities.named_at()

    def is_guessed(self, actor: Actor) -> bool:
        """Whether nothing in the text tells the country of a group."""
        return any(one.actor is actor and one.is_guessed for one in self._entities.all)

    def latent(self, offset: int) -> Actor | None:
        """The group told of at a place, though it is no party but to an act: "terhadap warga sipil"."""
        entity = self._entities.latent(offset)
        if entity is None:
            return None
        if entity.actor is not None:
            entity.actor.mentions = sorted({*entity.actor.mentions, *entity.spans})
        return self.actor(entity)

    def state(self, code: str, span: Span) -> Actor:
        """The actor that is a state, told here by one of its towns or regions."""
        entity = self._entities.state(code, states.names()[code])
        if entity.actor is None and not entity.spans:
            entity.spans = [span]
        return self.actor(entity)

    def actors(self) -> None:
        """Make actors of the people who are named and of all who take part in what the story tells."""
        for entity in sorted((one for one in self._entities.all if one.spans), key=lambda one: one.spans[0]):
            if entity.kind == "person" or entity.is_party:
                self.actor(entity)

    def actor(self, entity: Entity) -> Actor:
        """The actor of an entity, new where the record has none yet."""
        if entity.actor is None:
            if entity.kind == "state":
                entity.names.sort(key=_is_other_name)
            elif entity.kind == "person":
                entity.names.sort(key=lambda name: -len(name.split()))
            entity.actor = Actor(
                f"a{len(self._article.actors) + 1}",
                entity.names[0],
                entity.kind,
                entity.country,
                list(entity.sectors),
                entity.title,
                sorted({*entity.spans} or {whole for whole, one in self._entities.named_at() if one is entity}),
            )
            self._article.actors.append(entity.actor)
        return entity.actor

    def person(self, phrase: NamePhrase) -> Actor:
        """The actor whose name stands in `phrase`."""
        entity = self._entities.at(phrase.name or phrase.span)
        if entity is None:
            entity = self._from_phrase(phrase)
        return self.actor(entity)

    def outlet(self, outlet: Outlet, span: Span) -> Actor:
        """The actor that is an outlet: it speaks itself."""
        known = next((one for one in self._entities.all if outlet.name in one.names), None)
        entity = known or self._entities.new("organisation", outlet.name, outlet.country, ("JRN",))
        entity.spans = sorted({*entity.spans, span})
        if entity.actor is not None:
            entity.actor.mentions = entity.spans
        return self.actor(entity)

    def _from_phrase(self, phrase: NamePhrase) -> Entity:
        """The entity of a phrase that is no mention of the story's own sentences."""
        name = self._parse.full_name(phrase)
        is_body = phrase.head == "organisation"
        known = next(
            (
                one
                for one in self._entities.all
                if name in one.names
                or (one.kind == "person" and not is_body and self._parse.same_person(one.names[0], name))
            ),
            None,
        )
        if known:
            known.spans = sorted({*known.spans, phrase.name or phrase.span})
            return known
        told = describe(self._text[slice(*phrase.span)], self._day)
        held = None if is_body else holders.on(name, self._day)
        country = told.country or (held.country if held else None) or self._entities.main_country
        entity = self._entities.new(
            "organisation" if is_body else "person", name, country, told.sectors or (held.sectors if held else ())
        )
        entity.spans = [phrase.name or phrase.span]
        return entity

    def unnamed(self, span: Span, phrase: NamePhrase | None) -> Actor:
        """The actor whom the text names by a description or as a body: "pejabat AS", "Kementerian Pertahanan Rusia"."""
        entity = self._entities.at(phrase.span if phrase is not None and phrase.span[0] == span[0] else span)
        if entity is not None:
            return self.actor(entity)
        name = re.sub(r"\s*\([^()]*\)$", "", " ".join(self._text[slice(*span)].split()))
        known = next((one for one in self._entities.all if name in one.names), None)
        if known is not None:
            known.spans = sorted({*known.spans, span})
            if known.actor:
                known.actor.mentions = known.spans
            return self.actor(known)
        told = describe(name, self._day)
        kind: ActorKind = "organisation"
        if phrase is not None and phrase.head == "state":
            kind = "state"
        elif phrase is None or {singular(word) for word in name.split()} & _groups():
            kind = "group"
        elif phrase.head == "office":
            kind = "person"
        entity = self._entities.new(
            kind,
            name,
            told.country or self._entities.main_country,
            told.sectors or (("CVL",) if kind == "group" else ()),
        )
        entity.spans = [span]
        return self.actor(entity)

    def is_named(self, whole: Span) -> bool:
        """Whether the mention of a phrase has a name."""
        return any(mention.whole == whole and mention.is_proper for mention in self._entities.mentions)

    def subject_within(self, span: Span) -> Actor | None:
        """The person who is the subject of a clause in a stretch, the last one."""
        for mention in reversed(self._entities.mentions):
            if (
                mention.kind == "person"
                and mention.is_proper
                and mention.role == "subject"
                and (span[0] <= mention.whole[0] < span[1])
            ):
                entity = self._entities.at(mention.whole)
                return self.actor(entity) if entity else None
        return None

    def party_within(self, span: Span) -> Actor | None:
        """The first who is the subject of a clause in a stretch."""
        for mention in self._entities.mentions:
            if mention.role == "subject" and span[0] <= mention.whole[0] < span[1]:
                entity = self._entities.at(mention.whole)
                return self.actor(entity) if entity else None
        return None

    def person_within(self, span: Span) -> Actor | None:
        """The last person named in a stretch."""
        for mention in reversed(self._entities.mentions):
            if mention.kind == "person" and mention.is_proper and span[0] <= mention.whole[0] < span[1]:
                entity = self._entities.at(mention.whole)
                return self.actor(entity) if entity else None
        return None

    def group_before(self, offset: int, sentence: int, *, but: Span | None = None) -> Actor | None:
        """The group, of people or of a body, told of last before a place; `but` lies in one that is not meant."""
        for mention in reversed(self._entities.mentions):
            is_near = 0 <= sentence - mention.sentence <= 1 and mention.whole[1] <= offset
            if but is not None and mention.whole[0] <= but[0] < mention.whole[1]:
                continue
            entity = self._entities.at(mention.whole) if is_near and mention.role in {"subject", "object"} else None
            if entity is not None and entity.kind in {"group", "organisation"}:
                return self.actor(entity)
        return None

    def several(self, offset: int) -> list[Actor]:
        """Those who were told of together last before a place: "Rusia dan Ukraina"."""
        sentence = self._entities.sentence_of(offset)
        for number in range(sentence, sentence - _SENTENCES_BACK - 1, -1):
            named = [
                mention
                for mention in self._entities.mentions
                if mention.sentence == number
                and mention.whole[1] <= offset
                and mention.role != "modifier"
                and mention.is_proper
            ]
            run: list[Mention] = []
            for one, other in pairwise(named):
                is_joined = _JOINS.fullmatch(self._text[one.whole[1] : other.whole[0]]) is not None
                if is_joined:
                    run = [*run, other] if run and run[-1] is one else [one, other]
            if run:
                entities = [self._entities.at(mention.whole) for mention in run]
                return [self.actor(entity) for entity in entities if entity is not None]
        return []

    def within(self, span: Span) -> tuple[Actor, Span] | None:
        """Who is named in a noun phrase, with the words that name him: its person, else whoever heads it."""
        inside = [(whole, entity) for whole, entity in self._entities.named_at() if span[0] <= whole[0] < span[1]]
        if not inside or inside[0][0][0] - span[0] > _NEAR_HEAD:
            return None
        whole, entity = inside[0]
        return self.actor(entity), whole

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
        return any(
            actor.kind == "person" and self._parse.same_person(actor.name, name) for actor in self._article.actors
        )

    def holder(self, span: Span, offset: int, *, is_definite: bool) -> Actor | None:
        """The person who holds an office that is named without its holder.

        All that "Menlu AS" or "presiden berusia 70 tahun itu" tells of the office must stand in the holder's title.
        Of several holders the last one before `offset` is meant, else, but for "presiden itu", the first behind it.
        """
        found = self._entities.holder_phrase(span, offset, is_definite=is_definite)
        return self.person(found) if found else None


def _is_other_name(name: str) -> bool:
    """Whether a state is called by something else than its name: its capital, its palace, its government."""
    known = states.called(name)
    return known is None or known.sense not in {"name", "aliases"}


def _groups() -> frozenset[str]:
    return lexicons.by_role("group")
