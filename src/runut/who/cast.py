"""The cast of an article: whom its mentions mean, and which of them are actors of the record."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from runut import lexicons
from runut.language import NamePhrase, Parse
from runut.lexicons import bodies, holders, states
from runut.record import Actor, ActorKind, Article, Span
from runut.who.describe import Description, describe, singular
from runut.who.mentions import Mention, find
from runut.who.roles import role_of
from runut.who.titles import title_words

_PARTY_ROLES = frozenset({"subject", "object", "party"})
_OF_A_STATE = frozenset({"MIL", "COP"})
"""Sectors that belong to the state whose government commands them in the same sentence."""
_HOME = "IDN"
"""Where most reports are written, so that their dateline tells nothing."""
_DATELINE_COUNTS = 3
_LEAD_COUNTS = 2
_NEAR_HEAD = 40
_SENTENCES_BACK = 3
"""How many mentions the dateline's state, and one in the first paragraph, count for."""
_ARMED = frozenset({"REB", "PRM", "MIL", "UAF", "IMG"})


@dataclass(slots=True)
class Entity:
    """One whom mentions mean.

    Attributes
    ----------
    names
        What the text calls it, the fullest first.
    actor
        In the record; ``None`` where it is no actor of the article yet.
    """

    kind: ActorKind
    names: list[str]
    country: str | None
    sectors: tuple[str, ...]
    title: str | None = None
    spans: list[Span] = field(default_factory=list)
    is_party: bool = False
    is_known: bool = False
    actor: Actor | None = None


class Cast:
    """Everybody an article names, found by what names them.

    Other rooms ask it for the actor behind words; who speaks or acts becomes an actor of the record.
    """

    def __init__(self, article: Article, parse: Parse) -> None:
        self._article = article
        self._text = article.text
        self._day = article.published
        self._parse = parse
        self._offices = [phrase for phrase in parse.phrases if phrase.head == "office" and phrase.name is not None]
        self._titles: dict[Span, frozenset[str]] = {}
        self._entities: list[Entity] = []
        self._keys: dict[tuple[str, ...], Entity] = {}
        self._at: list[tuple[Span, Entity]] = []
        self._mentions = find(article, parse)
        self._main = self._main_country()
        self._gather()

    # ---- who is meant ----------------------------------------------------------------------------------------------

    def _gather(self) -> None:
        """Give every mention its entity: named ones first, then those that only context tells."""
        late = []
        for mention in self._mentions:
            if mention.is_proper:
                self._add(mention, self._named(mention))
            else:
                late.append(mention)
        for mention in late:
            entity = self._unnamed(mention)
            if entity is not None:
                self._add(mention, entity)
        self._at.sort(key=lambda entry: entry[0])
        for entity in self._entities:
            entity.spans.sort()

    def _add(self, mention: Mention, entity: Entity) -> None:
        entity.spans.append(mention.span)
        is_party = mention.role in _PARTY_ROLES
        if is_party and not entity.is_party and (mention.is_proper or entity.kind != "person"):
            entity.names = [mention.name, *(name for name in entity.names if name != mention.name)]
        elif mention.name not in entity.names and (mention.is_proper or entity.kind != "person"):
            entity.names.append(mention.name)
        entity.is_party = entity.is_party or is_party
        if mention.acronym:
            self._keys.setdefault(("name", mention.acronym.casefold()), entity)
        self._at.append((mention.whole, entity))

    def _named(self, mention: Mention) -> Entity:
        if mention.kind == "person":
            return self._person_entity(mention)
        if mention.kind == "state":
            return self._state(mention.told.country or "", mention.name)
        told = mention.told
        if told.country is None and told.term is not None:
            led = self._person_within(mention)
            told = told._replace(country=led.country) if led else told
        elif _is_government(told) and told.country:
            return self._state(told.country, mention.name)
        if told.body and told.term and told.term.kind in {"body", "group"} and {*told.sectors} & _ARMED:
            return self._body(told.body)
        is_whole = told.body is not None and told.term is None
        key = ("body", told.body.name) if told.body and is_whole else ("name", mention.name.casefold())
        short = ("name", (mention.acronym or mention.name).casefold())
        entity = self._keys.get(key) or self._keys.get(short) or self._keys.get(("name", mention.name.casefold()))
        if entity is None:
            country = told.country or self._local_country(mention)
            if told.body and told.sectors[:1] == ("PTY",) and country not in self._spoken_of and self._main:
                country = self._main  # parties of several states have one name
            entity = self._new(mention.kind, mention.name, country, told.sectors)
        self._keys.setdefault(key, entity)
        self._keys.setdefault(("name", mention.name.casefold()), entity)
        return entity

    def _person_within(self, mention: Mention) -> Entity | None:
        """The person by whom a body is called: "pemerintahan Biden"."""
        rest = mention.name.split()[1:]
        known = next(
            (one for one in self._entities if one.kind == "person" and {*rest} & set(one.names[0].split())), None
        )
        if known is None and (held := holders.on(" ".join(rest), self._day)):
            return Entity("person", [held.name], held.country, held.sectors)
        return known

    def _state(self, code: str, name: str) -> Entity:
        entity = self._keys.get(("state", code))
        if entity is None:
            is_state = code in states.names()
            entity = self._new(
                "state" if is_state else "organisation", name, code, () if code in bodies.SUPRANATIONAL else ("GOV",)
            )
            self._keys["state", code] = entity
        return entity

    def _person_entity(self, mention: Mention) -> Entity:
        name = self._parse.full_name(mention.phrase) if mention.phrase else mention.name
        entity = next(
            (one for one in self._entities if one.kind == "person" and self._parse.same_person(one.names[0], name)),
            None,
        )
        if entity is None:
            entity = self._spelt_otherwise(name)
        if entity is None:
            entity = self._new("person", name, None, ())
        if mention.title and entity.title is None:
            entity.title = mention.title
        told = self._told_of_person(mention)
        if told is not None and not entity.is_known:
            entity.country, entity.sectors = told
            entity.is_known = bool(mention.title)
        return entity

    def _spelt_otherwise(self, name: str) -> Entity | None:
        """The person whom the table of office holders knows by both spellings: Zelensky, Zelenskyy."""
        known = holders.called(name)
        if known is None:
            return None
        return next(
            (one for one in self._entities if one.kind == "person" and holders.called(one.names[0]) == known), None
        )

    def _told_of_person(self, mention: Mention) -> tuple[str | None, tuple[str, ...]] | None:
        """Country and sectors by the title, where it tells them, else by the table of holders, else by what is near."""
        told = mention.told
        name = self._parse.full_name(mention.phrase) if mention.phrase else mention.name
        held = holders.on(name, self._day) or holders.on(mention.name, self._day)
        country, sectors = told.country, told.sectors
        owner = self._owner(mention)
        if owner is not None and country is None:
            country = held.country if held else owner.country
            if told.term is not None and told.term.kind == "staff" and told.body is None:
                sectors = owner.sectors
        if mention.phrase is not None and mention.phrase.head == "kin":
            country, sectors = self._of_kin(mention, country)
        served = self._body_within(mention)
        if served is not None and told.body is None and told.term is not None and told.term.kind == "staff":
            country, sectors = country or served.country, served.sectors
        if not sectors and told.body is None and held is not None:
            sectors = held.sectors
            country = country or held.country
        if country is None and held is not None:
            country = held.country
        if country is None:
            country = self._local_country(mention)
        if not sectors and told.term is None and told.body is None and country not in bodies.SUPRANATIONAL:
            sectors = ("CVL",)
        if country in bodies.SUPRANATIONAL:
            sectors = tuple(code for code in sectors if code == "MIL")
        return country, sectors

    def _body_within(self, mention: Mention) -> Entity | None:
        """The body that a title calls by the acronym which the text gave it: "Sekretaris Jenderal MFP"."""
        for word in self._text[mention.whole[0] : mention.span[0]].split():
            entity = (
                self._keys.get(("name", word.strip("(),").casefold())) if word.isupper() and len(word) > 1 else None
            )
            if entity is not None and entity.kind == "organisation":
                return entity
        return None

    def _of_kin(self, mention: Mention, country: str | None) -> tuple[str | None, tuple[str, ...]]:
        """Kin of who governs or governed are of the elite."""
        words = self._text[mention.whole[0] : mention.whole[1]]
        other = next(
            (
                one
                for one in self._entities
                if one.kind == "person"
                and any(part in words for part in one.names[0].split() if len(part) > 2)
                and one.names[0] != mention.name
            ),
            None,
        ) or self._owner(mention)
        if other is None:
            return country, ("CVL",)
        is_elite = other.sectors[:1] in {("GOV",), ("ELI",)}
        return other.country or country, ("ELI",) if is_elite else ("CVL",)

    def _owner(self, mention: Mention) -> Entity | None:
        """Whose a phrase with "-nya" is: "wakilnya", "Juru bicaranya"."""
        head = self._text[mention.whole[0] : mention.span[0]] or self._text[slice(*mention.whole)]
        if not re.search(r"\w{3}nya\b", head):
            return None
        before = [
            (other.whole[0], entity)
            for other, entity in self._placed()
            if other.whole[1] <= mention.whole[0]
            and mention.sentence - other.sentence in {0, 1}
            and other.role in {"subject", "object"}
        ]
        same = [entry for entry in before if self._sentence_of(entry[0]) == mention.sentence]
        chosen = (same or before)[-1:] or []
        return chosen[0][1] if chosen else None

    def _placed(self) -> list[tuple[Mention, Entity]]:
        entity_of = {span: entity for span, entity in self._at}
        return [(mention, entity_of[mention.whole]) for mention in self._mentions if mention.whole in entity_of]

    def _sentence_of(self, offset: int) -> int:
        return next((n for n, span in enumerate(self._parse.sentences) if span[0] <= offset < span[1]), -1)

    def _unnamed(self, mention: Mention) -> Entity | None:
        """Whom a description means: a holder of the office, a state, or a group of some country."""
        told = mention.told
        if not self._is_somebody(mention):
            return None
        if (
            told.body is not None
            and told.sectors[:1]
            and told.sectors[0] in _ARMED
            and told.term
            and told.term.kind in {"body", "group"}
        ):
            return self._body(told.body)
        if told.term is not None and told.term.kind in {"office", "staff"}:
            held = self._holder_phrase(mention.whole, mention.whole[0], is_definite=mention.is_definite)
            if held is not None and (mention.is_definite or _says_the_state(mention)):
                entity = self._entity_at(held.name or held.span)
                if entity is not None:
                    return entity
        if mention.is_definite:
            pointed = self._pointed(mention)
            if pointed is not None or (told.country is None and not told.sectors):
                return pointed
            if mention.is_definite and told.country is None:
                return None
        country = told.country
        owner = None if country else self._owner(mention)
        if owner is not None:
            country = owner.country
        if told.term is None or told.term.term not in _stateless():
            country = country or self._local_country(mention)
        sectors = told.sectors
        if _is_government(told) and country:
            return self._state(country, mention.name)
        key = self._group_key(mention, country)
        entity = self._keys.get(key) or self._keys.get(("name", mention.name.casefold()))
        if entity is None:
            if told.term is None and not told.country:
                return None
            entity = self._new(mention.kind, mention.name, country, sectors)
            self._keys[key] = entity
        elif told.country and not any(states.called(word) for word in entity.names[0].split()):
            entity.names.insert(0, mention.name)
        return entity

    def _pointed(self, mention: Mention) -> Entity | None:
        """The organisation, or the person, told of shortly before that a description points back to."""
        told = mention.told
        if told.term is None or told.term.kind not in {"body", "staff", "office", "people"}:
            return None
        if told.term.kind == "people" and told.term.term not in lexicons.by_role("one-person"):
            return None
        wants_body = told.term.kind == "body"
        before = [
            (other, entity)
            for other, entity in self._placed()
            if 0 <= mention.sentence - other.sentence <= _SENTENCES_BACK and other.whole[1] <= mention.whole[0]
        ]
        for other, entity in reversed(before):
            if wants_body and other.is_proper and entity.kind == "organisation":
                is_vague = told.term.term in _empty_heads()
                alike = told.sectors[:1] == entity.sectors[:1] or (not entity.sectors and told.sectors[:1] == ("SOC",))
                if told.country in {None, entity.country} and (is_vague or alike):
                    return entity
            if (
                not wants_body
                and other.is_proper
                and entity.kind == "person"
                and (told.is_former or told.country in {None, entity.country})
            ):
                return entity
        return None

    def _is_somebody(self, mention: Mention) -> bool:
        """Whether a description is of a party and no mere word for an office, for people in general, or for a thing."""
        told = mention.told
        if told.term is not None and told.country is None and not told.sectors:
            return mention.is_definite  # "blok itu" points back; alone it names nobody
        if told.term is None or told.country is not None or mention.is_definite:
            return told.term is None or told.term.kind != "thing" or mention.role == "subject"
        if told.term.kind in {"people", "thing"}:
            followed = told.term.term in lexicons.by_role("followers")
            return followed and (len(mention.name.split()) > 1 or mention.name.endswith("nya"))
        if told.term.kind in {"office", "staff"} and told.term.term not in _plural_words():
            before = self._text[max(0, mention.whole[0] - 24) : mention.whole[0]].casefold().split()[-1:]
            return bool(before) and before[0] in lexicons.by_role("several-of")
        return mention.role in {"subject", "object"}

    def _body(self, body: bodies.Body) -> Entity:
        """The entity of a named organisation whose fighters a phrase tells of: "petempur Wagner"."""
        key = ("body", body.name)
        if key not in self._keys:
            self._keys[key] = self._new("organisation", body.name, body.country, body.sectors)
            self._keys[key].names = []
        return self._keys[key]

    def _group_key(self, mention: Mention, country: str | None) -> tuple[str, ...]:
        """What makes two descriptions one group: the same army, the same crowd, the same words."""
        told = mention.told
        if told.term is None:
            return ("name", mention.name.casefold())
        if told.sectors[:1] == ("MIL",) and told.term.kind in {"body", "group", "thing"}:
            return ("army", country or "")
        kind = _same_people().get(told.term.term, told.term.term)
        return (kind, country or "")

    def _new(self, kind: ActorKind, name: str, country: str | None, sectors: tuple[str, ...]) -> Entity:
        entity = Entity(kind, [name], country, sectors)
        self._entities.append(entity)
        return entity

    # ---- countries by context --------------------------------------------------------------------------------------

    def _main_country(self) -> str | None:
        """The state that the story most often names, in titles and as a place too."""
        counts: Counter[str] = Counter()
        self._spoken_of: set[str] = set()
        dateline = self._article.dateline
        opening = dateline.span[1] if dateline else 0
        written = states.called((dateline.place or "").title()) if dateline else None
        if written and written.code != _HOME:
            counts[written.code] += _DATELINE_COUNTS
            self._spoken_of.add(written.code)
        for mention in self._mentions:
            held = holders.on(mention.name, self._day) if mention.kind == "person" else None
            if held and held.country in states.names():
                counts[held.country] += 1
        for place, (start, end) in enumerate(self._article.of_kind("body")):
            words = lexicons.words(self._text[max(start, opening) : end])
            index = 0
            while index < len(words):
                found = states.at(words, index) if words[index][0].isupper() else None
                if found:
                    counts[found.value.code] += 1 if place else _LEAD_COUNTS
                index = found.behind if found else index + 1
        self._spoken_of |= set(counts)
        return counts.most_common(1)[0][0] if counts else None

    def _local_country(self, mention: Mention) -> str | None:
        """The state in whose affairs an unnamed party takes part: by the sentence's place, the state that commands it
        there, else the one that the story is about.
        """
        start, end = self._parse.sentences[mention.sentence]
        place = self._place_beside(mention, start, end)
        if place:
            return place
        if mention.told.sectors[:1] and mention.told.sectors[0] in _OF_A_STATE:
            near = [
                other
                for other in self._mentions
                if other.sentence == mention.sentence
                and other.whole[1] <= mention.whole[0]
                and other.role == "subject"
                and other.told.country
                and other.told.sectors[:1] in {("GOV",), ("MIL",)}
            ]
            if near:
                return near[-1].told.country
        return self._main

    def _place_beside(self, mention: Mention, start: int, end: int) -> str | None:
        """The state of the place that stands with "di" right behind a party, or at the head of its sentence."""
        behind = re.compile(r"\s+di\s+((?:[A-Z][\w'-]*\s?){1,3})").match(self._text, mention.whole[1], end)
        head = re.compile(r"Di\s+((?:[A-Z][\w'-]*\s?){1,3}),").match(self._text, start, end)
        for match in (behind, head):
            if match:
                words = lexicons.words(match.group(1))
                found = states.at(words, 0)
                if found:
                    return found.value.code
        return None

    # ---- actors of the record --------------------------------------------------------------------------------------

    def actors(self) -> None:
        """Make actors of the people who are named and of all who take part in what the story tells."""
        for entity in sorted(self._entities, key=lambda one: one.spans[0]):
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
                sorted(set(entity.spans)),
            )
            self._article.actors.append(entity.actor)
        return entity.actor

    def person(self, phrase: NamePhrase) -> Actor:
        """The actor whose name stands in `phrase`."""
        entity = self._entity_at(phrase.name or phrase.span)
        if entity is None:
            entity = self._from_phrase(phrase)
        return self.actor(entity)

    def _from_phrase(self, phrase: NamePhrase) -> Entity:
        """The entity of a phrase that is no mention of the story's own sentences."""
        name = self._parse.full_name(phrase)
        is_body = phrase.head == "organisation"
        known = next(
            (
                one
                for one in self._entities
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
        country = told.country or (held.country if held else None) or self._main
        entity = self._new(
            "organisation" if is_body else "person", name, country, told.sectors or (held.sectors if held else ())
        )
        entity.spans = [phrase.name or phrase.span]
        return entity

    def unnamed(self, span: Span, phrase: NamePhrase | None) -> Actor:
        """The actor whom the text names by a description or as a body: "pejabat AS", "Kementerian Pertahanan Rusia"."""
        entity = self._entity_at(phrase.span if phrase is not None and phrase.span[0] == span[0] else span)
        if entity is not None:
            return self.actor(entity)
        name = re.sub(r"\s*\([^()]*\)$", "", " ".join(self._text[slice(*span)].split()))
        known = next((one for one in self._entities if name in one.names), None)
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
        entity = self._new(
            kind, name, told.country or self._main, told.sectors or (("CVL",) if kind == "group" else ())
        )
        entity.spans = [span]
        return self.actor(entity)

    def is_named(self, whole: Span) -> bool:
        """Whether the mention of a phrase has a name."""
        return any(mention.whole == whole and mention.is_proper for mention in self._mentions)

    def subject_within(self, span: Span) -> Actor | None:
        """The person who is the subject of a clause in a stretch, the last one."""
        for mention in reversed(self._mentions):
            if (
                mention.kind == "person"
                and mention.is_proper
                and mention.role == "subject"
                and (span[0] <= mention.whole[0] < span[1])
            ):
                entity = self._entity_at(mention.whole)
                return self.actor(entity) if entity else None
        return None

    def first_of_several(self, offset: int) -> Actor | None:
        """Of several who were told of together shortly before a place, the first."""
        sentence = self._sentence_of(offset)
        for number in range(sentence, sentence - _SENTENCES_BACK - 1, -1):
            named = [
                mention
                for mention in self._mentions
                if mention.sentence == number
                and mention.whole[1] <= offset
                and mention.role != "modifier"
                and mention.is_proper
            ]
            for one, other in pairwise(named):
                if re.fullmatch(r"\s*(?:,|dan|serta|,\s+dan|dengan)\s*", self._text[one.whole[1] : other.whole[0]]):
                    entity = self._entity_at(one.whole)
                    return self.actor(entity) if entity else None
        return None

    def within(self, span: Span) -> tuple[Actor, Span] | None:
        """Who is named in a noun phrase, with the words that name him: its person, else whoever heads it."""
        inside = [(whole, entity) for whole, entity in self._at if span[0] <= whole[0] < span[1]]
        if not inside or inside[0][0][0] - span[0] > _NEAR_HEAD:
            return None
        whole, entity = inside[0]
        return self.actor(entity), whole

    def _entity_at(self, span: Span) -> Entity | None:
        """The entity whose mention touches a span: the one that begins there, else the one that shares most with it."""
        best, most = None, 0
        for whole, entity in self._at:
            shared = min(whole[1], span[1]) - max(whole[0], span[0])
            if shared > most:
                best, most = entity, shared
        return best

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
        found = self._holder_phrase(span, offset, is_definite=is_definite)
        return self.person(found) if found else None

    def _holder_phrase(self, span: Span, offset: int, *, is_definite: bool) -> NamePhrase | None:
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
        return found

    def _title_of(self, phrase: NamePhrase) -> frozenset[str]:
        """The words of the title in a phrase that names its holder."""
        if phrase.span not in self._titles and phrase.name is not None:
            self._titles[phrase.span] = title_words(self._text[phrase.span[0] : phrase.name[0]])
        return self._titles.get(phrase.span, frozenset())


def _is_other_name(name: str) -> bool:
    """Whether a state is called by something else than its name: its capital, its palace, its government."""
    known = states.called(name)
    return known is None or known.sense not in {"name", "aliases"}


def _is_government(told: Description) -> bool:
    """Whether a description means a state's government as a whole."""
    if told.term is None or told.body is not None:
        return False
    return told.term.term in lexicons.by_role("government")


def _says_the_state(mention: Mention) -> bool:
    """Whether a description is of one office of one state, so that its holder is meant: "Menlu AS"."""
    return (
        mention.told.country is not None
        and mention.kind == "person"
        and mention.told.term is not None
        and (mention.told.term.kind == "office")
    )


def _same_people() -> dict[str, str]:
    """Words for the same people: who demonstrates, who lives there."""
    crowd = lexicons.by_role("crowd")
    residents = lexicons.by_role("residents")
    guards = lexicons.by_role("guards")
    return {
        **dict.fromkeys(crowd, "crowd"),
        **dict.fromkeys(residents, "residents"),
        **dict.fromkeys(guards, "guards"),
    }


def _stateless() -> frozenset[str]:
    """Callings whose people speak for no state: analysts."""
    return lexicons.by_role("stateless")


def _plural_words() -> frozenset[str]:
    """Callings that without article mean several: "analis menilai"."""
    return lexicons.by_role("several")


def _empty_heads() -> frozenset[str]:
    return lexicons.by_role("empty-head") | {"kelompok", "organisasi", "partai"}


def _groups() -> frozenset[str]:
    return lexicons.by_role("group")


__all__ = ["Cast", "Entity", "role_of"]
