"""Whom the mentions of an article mean: entities, each once, however the text calls them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from runut import lexicons
from runut.language import NamePhrase, Parse
from runut.lexicons import bodies, holders, states
from runut.record import Actor, ActorKind, Article, Span
from runut.who.countries import Countries
from runut.who.describe import Description
from runut.who.mentions import Mention, find
from runut.who.titles import title_words

_PARTY_ROLES = frozenset({"subject", "object", "party"})
_ARMED = frozenset({"REB", "PRM", "MIL", "UAF", "IMG"})
_SENTENCES_BACK = 3
"""A description points back no further."""


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
    is_guessed: bool = False
    """Whether no words tell its country, which is that of whose affairs the text tells."""
    actor: Actor | None = None


class Entities:
    """The entities of an article.

    Attributes
    ----------
    all
        In order of their first mention by name, then of those without one.
    mentions
        Of the story, in order.
    """

    def __init__(self, article: Article, parse: Parse) -> None:
        self._text = article.text
        self._day = article.published
        self._parse = parse
        self._offices = [phrase for phrase in parse.phrases if phrase.head == "office" and phrase.name is not None]
        self._titles: dict[Span, frozenset[str]] = {}
        self._keys: dict[tuple[str, ...], Entity] = {}
        self._spans: list[tuple[Span, Entity]] = []
        self.all: list[Entity] = []
        self.mentions = find(article, parse)
        self._countries = Countries(article, parse, self.mentions)
        self._gather()

    @property
    def main_country(self) -> str | None:
        """The state that the story most often names."""
        return self._countries.main

    def named_at(self) -> list[tuple[Span, Entity]]:
        """Every mention's whole phrase with its entity, in order."""
        return self._spans

    def new(self, kind: ActorKind, name: str, country: str | None, sectors: tuple[str, ...]) -> Entity:
        """Add an entity."""
        entity = Entity(kind, [name], country, sectors)
        self.all.append(entity)
        return entity

    def _meant(self, mention: Mention) -> Entity | None:
        return self.at(mention.whole)

    def sentence_of(self, offset: int) -> int:
        """The number of the sentence that holds a place; -1 where none does."""
        return next((n for n, span in enumerate(self._parse.sentences) if span[0] <= offset < span[1]), -1)

    def at(self, span: Span) -> Entity | None:
        """The entity whose mention touches a span: the one that begins there, else the one that shares most with it."""
        best, most = None, 0
        for whole, entity in self._spans:
            shared = min(whole[1], span[1]) - max(whole[0], span[0])
            if shared > most:
                best, most = entity, shared
        return best

    def holder_phrase(self, span: Span, offset: int, *, is_definite: bool) -> NamePhrase | None:
        """The phrase that names the holder of an office told without him, see `Cast.holder`."""
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

    def _gather(self) -> None:
        """Give every mention its entity: named ones first, then those that only context tells."""
        late = []
        self._latent: list[Mention] = []
        for mention in self.mentions:
            if mention.is_proper:
                self._add(mention, self._named(mention))
            else:
                late.append(mention)
        for mention in late:
            entity = self._unnamed(mention)
            if entity is not None:
                self._add(mention, entity)
            else:
                self._latent.append(mention)
        self._spans.sort(key=lambda entry: entry[0])
        for entity in self.all:
            entity.spans.sort()

    def _add(self, mention: Mention, entity: Entity) -> None:
        is_party = mention.role in _PARTY_ROLES
        if is_party or entity.kind != "state":  # where a state is a place, or tells of another, it is not itself meant
            entity.spans.append(mention.span)
        if is_party and not entity.is_party and (mention.is_proper or entity.kind != "person"):
            entity.names = [mention.name, *(name for name in entity.names if name != mention.name)]
        elif (
            mention.name not in entity.names
            and not self._parse.is_quoted(mention.span[0])
            and (mention.is_proper or entity.kind != "person")
        ):
            entity.names.append(mention.name)
        entity.is_party = entity.is_party or is_party
        if mention.acronym:
            self._keys.setdefault(("name", mention.acronym.casefold()), entity)
        self._spans.append((mention.whole, entity))

    def _named(self, mention: Mention) -> Entity:
        if mention.kind == "person":
            return self._person_entity(mention)
        if mention.kind == "state":
            return self.state(mention.told.country or "", mention.name)
        told = mention.told
        if told.country is None and told.term is not None:
            led = self._person_within(mention)
            told = told._replace(country=led.country) if led else told
        elif _is_government(told) and told.country:
            return self.state(told.country, mention.name)
        if told.body is not None and _is_force(told):
            return self._body(told.body)
        if _is_plain_army(mention):
            return self._group(mention, told.country or self._countries.local(mention, self._meant)) or self.new(
                mention.kind, mention.name, told.country, told.sectors
            )
        is_whole = told.body is not None and told.term is None
        key = ("body", told.body.name) if told.body and is_whole else ("name", mention.name.casefold())
        short = ("name", (mention.acronym or mention.name).casefold())
        entity = self._keys.get(key) or self._keys.get(short) or self._keys.get(("name", mention.name.casefold()))
        if entity is None:
            country = told.country or self._countries.local(mention, self._meant)
            if (
                told.body
                and told.sectors[:1] == ("PTY",)
                and country not in self._countries.spoken_of
                and self._countries.main
            ):
                country = self._countries.main  # parties of several states have one name
            entity = self.new(mention.kind, mention.name, country, told.sectors)
        self._keys.setdefault(key, entity)
        self._keys.setdefault(("name", mention.name.casefold()), entity)
        return entity

    def _person_within(self, mention: Mention) -> Entity | None:
        """The person by whom a body is called: "pemerintahan Biden"."""
        rest = mention.name.split()[1:]
        known = next((one for one in self.all if one.kind == "person" and {*rest} & set(one.names[0].split())), None)
        held = next((one for at in range(len(rest)) if (one := holders.on(" ".join(rest[at:]), self._day))), None)
        if known is None and held is not None:
            return Entity("person", [held.name], held.country, held.sectors)
        return known

    def latent(self, offset: int) -> Entity | None:
        """Somebody told of at a place who is a party only to an act: "terhadap warga sipil"."""
        for mention in self._latent:
            if not mention.whole[0] <= offset < mention.whole[1]:
                continue
            is_thing = mention.told.term is not None and mention.told.term.kind in {"thing", "nobody"}
            country = mention.told.country
            if not is_thing:
                entity = self._group(mention, self._country_of(mention))
            elif country in states.names():  # "pangkalan Israel" stands for whose it is
                entity = self.state(country, states.names()[country])
            else:
                entity = None
            if entity is not None and mention.span not in entity.spans:
                entity.spans = sorted([*entity.spans, mention.span])
            return entity
        return None

    def state(self, code: str, name: str) -> Entity:
        """The entity that is a state or an international body, called `name` where it is new."""
        entity = self._keys.get(("state", code))
        if entity is None:
            is_state = code in states.names()
            entity = self.new(
                "state" if is_state else "organisation", name, code, () if code in bodies.SUPRANATIONAL else ("GOV",)
            )
            self._keys["state", code] = entity
        return entity

    def _person_entity(self, mention: Mention) -> Entity:
        name = self._full_name(mention)
        entity = next(
            (one for one in self.all if one.kind == "person" and self._parse.same_person(one.names[0], name)),
            None,
        )
        if entity is None:
            entity = self._spelt_otherwise(name)
        if entity is None:
            entity = self.new("person", name, None, ())
        if mention.title and entity.title is None:
            entity.title = mention.title
        told = self._told_of_person(mention)
        if told is not None and not entity.is_known:
            entity.country, entity.sectors = told
            entity.is_known = bool(mention.title)
        return entity

    def _full_name(self, mention: Mention) -> str:
        """The fullest name of a person; a slip before the name is none of it."""
        if mention.phrase is None or mention.span != mention.phrase.name:
            return mention.name
        return self._parse.full_name(mention.phrase)

    def _spelt_otherwise(self, name: str) -> Entity | None:
        """The person whom the table of office holders knows by both spellings: Zelensky, Zelenskyy."""
        known = holders.called(name)
        if known is None:
            return None
        return next((one for one in self.all if one.kind == "person" and holders.called(one.names[0]) == known), None)

    def _told_of_person(self, mention: Mention) -> tuple[str | None, tuple[str, ...]] | None:
        """Country and sectors by the title, where it tells them, else by the table of holders, else by what is near."""
        told = mention.told
        name = self._full_name(mention)
        held = holders.on(name, self._day) or holders.on(mention.name, self._day)
        country, sectors = told.country, told.sectors
        if told.term is not None and told.term.kind == "staff" and told.body is None:
            served = self._served(mention)
            if served is not None:
                country, sectors = country or served.country, served.sectors
        owner = self._owner(mention)
        if owner is not None and country is None:
            country = held.country if held else owner.country
        if mention.phrase is not None and mention.phrase.head == "kin":
            country, sectors = self._of_kin(mention, country)
        if not sectors and told.body is None and held is not None:
            sectors = held.sectors
            country = country or held.country
        if country is None and held is not None:
            country = held.country
        if country is None:
            country = self._countries.local(mention, self._meant)
        if not sectors and told.term is None and told.body is None and country not in bodies.SUPRANATIONAL:
            sectors = ("CVL",)
        if country in bodies.SUPRANATIONAL:
            sectors = tuple(code for code in sectors if code == "MIL")
        return country, sectors

    def _served(self, mention: Mention) -> Entity | None:
        """Whom somebody serves whose title names no body: its owner, an acronym's body, the body before it."""
        served = self._body_within(mention) or self._owner(mention)
        if served is None and mention.told.country is None:
            served = self._body_before(mention)
        return served

    def _body_within(self, mention: Mention) -> Entity | None:
        """The body that a title calls by the acronym which the text gave it: "Sekretaris Jenderal MFP"."""
        for word in self._text[mention.whole[0] : mention.span[0]].split():
            entity = (
                self._keys.get(("name", word.strip("(),").casefold())) if word.isupper() and len(word) > 1 else None
            )
            if entity is not None and entity.kind == "organisation":
                return entity
        return None

    def _body_before(self, mention: Mention) -> Entity | None:
        """The body named before in the sentence, for whom a spokesman of nobody in particular speaks."""
        for other in reversed(self.mentions):
            if other.sentence == mention.sentence and other.whole[1] <= mention.whole[0]:
                if other.is_proper and other.kind == "organisation":
                    return self.at(other.whole)
                if other.kind == "person":
                    return None
        return None

    def _of_kin(self, mention: Mention, country: str | None) -> tuple[str | None, tuple[str, ...]]:
        """Kin of who governs or governed are of the elite."""
        words = self._text[mention.whole[0] : mention.whole[1]]
        other = next(
            (
                one
                for one in self.all
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
        head = self._text[mention.whole[0] : mention.span[0]] or self._text[mention.whole[0] : mention.whole[1] + 3]
        if not re.search(r"\w{3}nya\b", head):
            return None
        before = [
            (other.whole[0], entity)
            for other, entity in self._placed()
            if other.whole[1] <= mention.whole[0]
            and mention.sentence - other.sentence in {0, 1}
            and other.role in {"subject", "object"}
        ]
        same = [entry for entry in before if self.sentence_of(entry[0]) == mention.sentence]
        chosen = (same or before)[-1:] or []
        return chosen[0][1] if chosen else None

    def _placed(self) -> list[tuple[Mention, Entity]]:
        entity_of = dict(self._spans)
        return [(mention, entity_of[mention.whole]) for mention in self.mentions if mention.whole in entity_of]

    def _unnamed(self, mention: Mention) -> Entity | None:
        """Whom a description means: a holder of the office, a state, or a group of some country."""
        told = mention.told
        if not self._is_somebody(mention):
            return None
        if told.body is not None and _is_force(told):
            return self._body(told.body)
        held = self._held(mention)
        if held is not None:
            return held
        if mention.is_definite:
            pointed = self._pointed(mention)
            if pointed is not None or told.country is None:
                return pointed
        country = self._country_of(mention)
        if _is_government(told) and country:
            return self.state(country, mention.name)
        return self._group(mention, country)

    def _held(self, mention: Mention) -> Entity | None:
        """The holder of an office that is named without him: "Menlu AS", "presiden itu"."""
        told = mention.told
        if told.term is None or told.term.kind not in {"office", "staff"}:
            return None
        if not mention.is_definite and not _says_the_state(mention):
            return None
        held = self.holder_phrase(mention.whole, mention.whole[0], is_definite=mention.is_definite)
        return self.at(held.name or held.span) if held else None

    def _country_of(self, mention: Mention) -> str | None:
        """The country of a description: its own, its owner's, or that of whose affairs the text tells of."""
        told = mention.told
        if told.country is not None:
            return told.country
        owner = self._owner(mention)
        if owner is not None and owner.country is not None:
            return owner.country
        return (
            None
            if told.term is not None and told.term.term in _stateless()
            else self._countries.local(mention, self._meant)
        )

    def _group(self, mention: Mention, country: str | None) -> Entity | None:
        """The group that a description means, new where the text has not told of it."""
        told = mention.told
        key = self._group_key(mention, country)
        entity = self._keys.get(key) or self._keys.get(("name", mention.name.casefold()))
        if entity is None:
            if told.term is None and not told.country:
                return None
            kind = "group" if self._are_several(mention) else mention.kind
            entity = self.new(kind, mention.name, country, told.sectors)
            entity.is_guessed = told.country is None
            self._keys[key] = entity
        elif told.country and not self._parse.is_quoted(mention.span[0]) and not _names_a_state(entity.names[0]):
            entity.names.insert(0, mention.name)
        return entity

    def _are_several(self, mention: Mention) -> bool:
        """Whether a calling without "seorang" before it means several people: "analis", "pengungsi Lebanon"."""
        before = self._text[max(0, mention.whole[0] - 12) : mention.whole[0]].casefold().split()[-1:]
        is_plural = mention.told.term is not None and mention.told.term.term in _plural_words()
        return mention.kind == "person" and is_plural and before != ["seorang"]

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
            is_world = entity.country in bodies.SUPRANATIONAL and told.term.term in lexicons.by_role("armed-word")
            if wants_body and other.is_proper and entity.kind == "organisation" and not is_world:
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
        if mention.is_said:
            return False
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
            self._keys[key] = self.new("organisation", body.name, body.country, body.sectors)
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
        before = self._text[max(0, mention.whole[0] - 12) : mention.whole[0]].casefold().split()[-1:]
        return (kind, country or "", *(["one"] if before == ["seorang"] else []))


def _names_a_state(name: str) -> bool:
    return any(states.called(word) for word in name.split())


def _is_plain_army(mention: Mention) -> bool:
    """Whether a name is no more than an army's and its state's: "Militer Israel"."""
    told = mention.told
    if told.term is None or told.body is not None or told.sectors[:1] != ("MIL",) or told.term.kind == "office":
        return False
    rest = [word for word in mention.name.split() if states.called(word) is None]
    return " ".join(rest).casefold() in {told.term.term} or not rest


def _is_force(told: Description) -> bool:
    """Whether a description means the fighters of a named body: "petempur Wagner"."""
    return told.term is not None and told.term.kind in {"body", "group"} and bool({*told.sectors[:1]} & _ARMED)


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
