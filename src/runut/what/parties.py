"""Who acts and who is acted upon, by the grammar around a predicate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from runut import lexicons
from runut.record import Actor
from runut.what import traits
from runut.what.forms import is_object_noun
from runut.what.presence import Presence
from runut.what.syntax import Syntax
from runut.what.triggers import Hit, light_forms

Parties = tuple[list[Actor], list[Actor]]
"""Those who act, and those acted upon."""


_SENT_AWAY = frozenset({"deport", "expel"})
"""Modes of acts done by the state out of which somebody is sent."""


class _Around(NamedTuple):
    """Whom the words around a noun name.

    Attributes
    ----------
    leading
        The subject of its light verb, or who launches it in a clause about it.
    by, source, to, together
        Behind "oleh", "dari", "terhadap" and the like, "dengan".
    bare
        Right behind it, without a preposition.
    between
        Both of "antara Rusia dan Ukraina".
    """

    leading: list[Actor]
    by: list[Actor]
    source: list[Actor]
    to: list[Actor]
    together: list[Actor]
    bare: list[Actor]
    between: list[Actor]


class PartyFinder:
    """Finds the parties of acts."""

    def __init__(self, presence: Presence) -> None:
        self._presence = presence

    def of(self, hit: Hit) -> Parties:
        """The parties of an act as the sentence names them."""
        if hit.sense.frame == "said":
            return self._said(hit)
        actors, recipients = self._of_noun(hit) if hit.is_noun else self._of_verb(hit)
        if hit.sense.frame == "both":
            return _once([*actors, *recipients]), []
        recipients = [one for one in recipients if not any(_is_own(hit, actor, one) for actor in actors)]
        return actors, ([] if hit.sense.frame == "alone" else recipients)

    def leading(self, hit: Hit) -> list[Actor]:
        """Of a two-sided act those who are its subject: "Blinken" of "Blinken bertemu Wang"."""
        if hit.sense.frame != "both" or (hit.is_noun and not hit.is_light):
            return []
        return self._who(hit.syntax, hit.syntax.agent(hit.top, hit.top_voice))

    def _said(self, hit: Hit) -> Parties:
        """Whose deed or quality is blamed or praised; who says so is added with the statement."""
        syntax, number = hit.syntax, hit.number
        subject = syntax.agent(number, "passive") if hit.voice == "passive" else None
        subject = subject if subject is not None else syntax.subject(number)
        if subject is None and syntax.relation(number) in {
            "obj",
            "xcomp",
            "ccomp",
            "obl",
        }:  # "menyebut serangan itu | biadab"
            subject = syntax.object(syntax.head(number))
        if subject is None:
            subject = _before_its_end(syntax, number)
        return [], self._who(syntax, subject) or self._bare(syntax, hit)

    # ---- verbs ---------------------------------------------------------------------------------------------------

    def _of_verb(self, hit: Hit) -> Parties:
        syntax, frame = hit.syntax, hit.sense.frame
        agent = self._agent(hit)
        patient = self._patient(hit)
        if frame == "undergo":
            return self._undergone(hit, agent if agent is not None else patient)
        actors = self._who(syntax, agent) or self._who_adopts(syntax, agent)
        if hit.voice == "active" and agent is not None and not self._presence.at(syntax, agent):
            actors = self._who_goes_on(hit) or actors
        speaker = self._presence.speaker_before(syntax, hit.top, agent) if hit.voice == "active" else None
        if speaker is not None:
            actors = [speaker]
        if not actors and agent is None and hit.voice == "passive" and hit.sense.mode in _SENT_AWAY:
            actors = self._behind(hit, "taken-from")  # "dipulangkan paksa dari | Pakistan"
        if frame == "both":
            beside = self._behind(hit, "with-before") or self._far(syntax, hit.number, "with-before")
            return actors, [*self._partner(hit, patient), *beside]
        if frame == "to" and agent is None and hit.voice == "passive":
            actors = self._who(syntax, patient)  # "pasukan Rusia ditarik dari Suriah"
        if frame == "alone":
            return actors, []
        recipients = self._acted_upon(hit, agent, patient, actors)
        return actors, [one for one in recipients if one not in actors]

    def _who_goes_on(self, hit: Hit) -> list[Actor]:
        """Who says something of a thing and goes on: "| Guterres mengatakan itu hak dan mendesak militer …"."""
        syntax, number = hit.syntax, hit.number
        if syntax.relation(number) != "conj":
            return []
        while syntax.relation(number) in {"conj", "xcomp"} and syntax.head(number):
            number = syntax.head(number)
        if syntax.relation(number) not in {"ccomp", "advcl", "parataxis"} or not syntax.is_verb(syntax.head(number)):
            return []
        subject = syntax.subject(syntax.head(number))
        return self._presence.at(syntax, subject) if subject is not None and subject < hit.number else []

    def _who_adopts(self, syntax: Syntax, agent: int | None) -> list[Actor]:
        """Who adopts or puts out the document that asks or blames: "| PBB mengesahkan resolusi yang menuntut …"."""
        if agent is None or syntax.text(agent) not in lexicons.by_role("document"):
            return []
        verb = syntax.head(agent)
        if not verb or not syntax.is_verb(verb) or syntax.relation(agent) != "obj":
            return []
        return self._who(syntax, syntax.subject(verb))

    def _partner(self, hit: Hit, patient: int | None) -> list[Actor]:
        """The object of a two-sided act, where it is somebody: "menemui Lavrov", not "bertukar tawanan"."""
        if patient is None:
            return []
        found = self._presence.parties(hit.syntax, patient, owners=False)
        return [one for one in found if one.kind != "group" and any(map(str.isupper, one.name))]

    def _acted_upon(self, hit: Hit, agent: int | None, patient: int | None, actors: list[Actor]) -> list[Actor]:
        """Who is acted upon: the first found, from what stands nearest to the predicate to what stands furthest."""
        for found in self._ways(hit, agent, patient, actors):
            others = [one for one in found if not any(_is_own(hit, actor, one) for actor in actors)]
            if others:
                return others
        return []

    def _ways(self, hit: Hit, agent: int | None, patient: int | None, actors: list[Actor]) -> Iterator[list[Actor]]:
        syntax, frame, kind = hit.syntax, hit.sense.frame, hit.sense.type
        things = sorted(hit.consumed) if not hit.sense.rest else []
        is_thing = frame == "to" or kind == "MOBILIZE"
        if patient is not None and not (is_thing and patient in hit.consumed):
            found = self._presence.parties(syntax, patient, owners=not is_thing, but=hit.number)
            yield [one for one in found if not (self._is_for_them(hit) and one.kind == "group")]
        yield self._behind(hit, "recipient-before", but=agent)
        near = [*things, *([patient] if patient is not None else [])]
        yield self._behind_all(syntax, near, "recipient-before")
        if frame == "to" or (patient is None and kind != "CONSULT"):
            yield self._behind(hit, "taken-from", but=agent)
        yield self._asked(hit)
        for thing in near:
            if not (kind == "REQUEST" and syntax.text(thing) in lexicons.by_role("for-their-good")):
                yield self._presence.owners(syntax, thing)
        if (frame == "to" and kind in traits.types("at-host")) or hit.sense.mode == "visit":
            own = {actor.country for actor in actors}
            yield [
                one for one in self._behind_all(syntax, [hit.number, *near], "host-before") if one.country not in own
            ]
        if kind in traits.types("at-somebody's"):
            yield self._at_whose(hit, actors)
        if kind in traits.types("tells-more"):
            yield self._in_complement(hit)
        if kind != "MOBILIZE" and agent is not None:
            yield self._far(syntax, hit.number, "recipient-before")

    @staticmethod
    def _is_for_them(hit: Hit) -> bool:
        """Whether something is asked to be done to somebody, who is not the one asked: "meminta tahanan dibebaskan"."""
        if hit.sense.type != "REQUEST" or hit.voice == "passive":
            return False
        syntax = hit.syntax
        clauses = (one for one in syntax.below[hit.number] if syntax.relation(one) in {"xcomp", "ccomp"})
        return any(syntax.text(one).startswith("di") and syntax.is_verb(one) for one in clauses)

    def _in_complement(self, hit: Hit) -> list[Actor]:
        """Who is acted upon in what is threatened, promised, asked for or meant."""
        syntax = hit.syntax
        for child in syntax.below[hit.number]:
            if syntax.relation(child) not in {"xcomp", "ccomp", "advcl"} or not syntax.is_verb(child):
                continue
            aims = lexicons.by_role("purpose") | lexicons.by_role("wish")
            if syntax.relation(child) == "advcl" and not syntax.marks(child) & aims:
                continue
            for clause in (child, *(one for one in syntax.below[child] if syntax.relation(one) == "xcomp")):
                found = self._behind_all(syntax, [clause], "recipient-before")
                found = found or self._far(syntax, clause, "recipient-before")
                thing = syntax.object(clause)
                if thing is not None and syntax.text(thing) not in lexicons.by_role("avenged"):
                    found = found or self._presence.parties(syntax, thing)
                if found:
                    return found
        return []

    def _far(self, syntax: Syntax, number: int, role: str) -> list[Actor]:
        found: list[Actor] = []
        for one in syntax.behind_far(number, role):
            found += [actor for actor in self._presence.parties(syntax, one) if actor not in found]
        return found

    def _at_whose(self, hit: Hit, actors: list[Actor]) -> list[Actor]:
        """Whose the place is at which an attack takes place: "di markas tentara", and the state of a foreign town."""
        syntax = hit.syntax
        own = {actor.country for actor in actors}
        patient = self._patient(hit)
        for base in (hit.number, *([patient] if patient is not None else [])):
            for child in syntax.below[base]:
                if syntax.case(child) in {"di", "sepanjang"}:
                    is_place = syntax.word(child).upos == "PROPN"
                    if is_place and hit.sense.type != "ASSAULT":
                        continue
                    found = self._presence.parties(syntax, child)
                    return [one for one in found if not is_place or (actors and one.country not in own)]
        return []

    def _agent(self, hit: Hit) -> int | None:
        """Who acts; of words that stand together, "ditembak jatuh | militer Ukraina", he may hang on any."""
        syntax = hit.syntax
        found = syntax.agent(hit.number, hit.voice)
        if found is None and hit.voice == "passive" and hit.sense.rest:
            others = (one for base in sorted(hit.consumed) for one in (*syntax.objects(base), *syntax.bare(base)))
            found = next((one for one in others if one not in hit.consumed), None)
        return found

    def _patient(self, hit: Hit) -> int | None:
        """What is acted upon; of words that stand together, "menembak jatuh", it may hang on any."""
        syntax, number = hit.syntax, hit.number
        first = syntax.patient(number, hit.voice)
        if not hit.sense.rest or (first is not None and first not in hit.consumed):
            return first
        others = [*syntax.objects(number), *(one for base in sorted(hit.consumed) for one in syntax.objects(base))]
        others += [one for base in sorted(hit.consumed) for one in syntax.bare(base)]
        return next((one for one in others if one not in hit.consumed), None)

    def _asked(self, hit: Hit) -> list[Actor]:
        """The subject of a complement: "mendesak | Israel menghentikan serangan"."""
        syntax = hit.syntax
        for child in syntax.below[hit.number]:
            if syntax.relation(child) in {"ccomp", "xcomp"} or syntax.marks(child) & lexicons.by_role("wish"):
                subject = next((one for one in syntax.below[child] if syntax.relation(one) == "nsubj"), None)
                if subject is not None:
                    found = self._who(syntax, subject)
                    return [one for one in found if not (self._is_for_them(hit) and one.kind == "group")]
        return []

    def _undergone(self, hit: Hit, undergoer: int | None) -> Parties:
        syntax, number = hit.syntax, hit.number
        roles = ("actor-before", "taken-from", "cause-before")
        victims = self._who(syntax, undergoer)
        by = next((found for role in roles if (found := self._behind(hit, role))), [])
        if not by:  # "terkena | rudal Houthi", "tewas di tangan | tentara"
            bases = (number, *sorted(hit.consumed))
            near = [syntax.object(base) for base in bases] + [
                child
                for base in bases
                for child in syntax.below[base]
                if syntax.text(child) in lexicons.by_role("by-hand")
            ]
            by = next((found for one in near if one != undergoer and (found := self._who(syntax, one))), [])
        return by, [one for one in victims if one not in by]

    # ---- nouns ---------------------------------------------------------------------------------------------------

    def _of_noun(self, hit: Hit) -> Parties:
        around = self._around(hit)
        if around.between:
            return around.between, []
        frame = hit.sense.frame
        if frame == "to":
            acting = around.leading or around.by
            return (acting or around.bare), (around.to or around.source or (around.bare if acting else []))
        around = around._replace(by=around.by or around.source)
        is_undergone = hit.is_light and hit.syntax.text(hit.top) in lexicons.by_role("light-undergo")
        if is_undergone and frame != "both":
            return (around.by or around.bare), around.leading
        if frame == "both":
            others = around.together or around.to or self._far(hit.syntax, hit.number, "with-before")
            return [*around.leading, *around.bare, *around.by], others
        if frame == "undergo":
            by = around.by or self._behind_all(hit.syntax, [hit.number], "cause-before")
            return by, (around.leading or around.bare or around.to)
        return self._of_plain_noun(hit, around)

    def _of_plain_noun(self, hit: Hit, around: _Around) -> Parties:
        syntax, number, frame = hit.syntax, hit.number, hit.sense.frame
        acting = around.leading or around.by
        if hit.sense.type == "MOBILIZE":  # "penempatan | tentara India di perbatasan China"
            acting = acting or around.bare
            own = {actor.country for actor in acting}
            hosts = self._behind_all(syntax, [number, *syntax.bare(number)], "host-before")
            foreign = [one for one in hosts if one.country not in own]
            return acting, around.to or foreign or (around.bare if around.by else [])
        if frame == "of" or (is_object_noun(syntax.text(number)) and frame != "agent"):
            return (acting or around.bare, []) if frame == "alone" else (acting, around.bare or around.to)
        if acting:
            return acting, (around.to or around.together or around.bare)
        if hit.sense.type in traits.types("hits-things") and not around.to:
            users = self._bare(syntax, hit, of_things=False)
            return users, [one for one in around.bare if one not in users] or around.together
        return around.bare, (around.to or around.together)

    def _around(self, hit: Hit) -> _Around:
        is_led = hit.is_light
        return _Around(
            self._who(hit.syntax, hit.syntax.agent(hit.top, hit.top_voice)) if is_led else self._launched(hit),
            self._behind(hit, "actor-before") or self._by_whom_it_happened(hit),
            self._behind(hit, "taken-from"),
            self._behind(hit, "recipient-before"),
            self._behind(hit, "with-before"),
            self._bare(hit.syntax, hit),
            self._between(hit),
        )

    def _by_whom_it_happened(self, hit: Hit) -> list[Actor]:
        """Who acts, where he hangs on a verb that only tells of the act: "pemakzulan X | oleh Senat berlangsung"."""
        syntax, verb = hit.syntax, hit.syntax.head(hit.number)
        if not verb or verb < hit.number or syntax.relation(hit.number) != "nsubj":
            return []
        is_plain = syntax.text(verb) in lexicons.by_role("happens") and not syntax.text(verb).startswith("di")
        return self._behind_all(syntax, [verb], "actor-before") if is_plain else []

    def _launched(self, hit: Hit) -> list[Actor]:
        """Who does what a noun tells, in a clause about it: "serangan yang dilancarkan | gerilyawan"."""
        syntax = hit.syntax
        for child in (one for base in (hit.number, *syntax.bare(hit.number)) for one in syntax.below[base]):
            if _launches(syntax, child):
                return self._who(syntax, syntax.agent(child, "passive"))
        return []

    def _bare(self, syntax: Syntax, hit: Hit, *, of_things: bool = True) -> list[Actor]:
        """Who stands right behind a noun, "serangan | Rusia", or whose thing does, "larangan impor gandum | Ukraina".

        A weapon stands for who uses it: "serangan rudal | Rusia".
        """
        found: list[Actor] = []
        for child in syntax.bare(hit.number):
            owners = of_things or syntax.text(child) in _means()
            found += [one for one in self._presence.parties(syntax, child, owners=owners) if one not in found]
        return found

    def _between(self, hit: Hit) -> list[Actor]:
        """Both of "antara Rusia dan Ukraina"."""
        syntax = hit.syntax
        for base in {hit.number, hit.top}:
            for child in syntax.below[base]:
                if syntax.case(child) in {"antara", "antar"}:
                    return self._presence.parties(syntax, child)
        return []

    # ---- both ------------------------------------------------------------------------------------------------------

    def _who(self, syntax: Syntax, number: int | None) -> list[Actor]:
        return self._presence.parties(syntax, number)

    def _behind(self, hit: Hit, role: str, *, but: int | None = None) -> list[Actor]:
        bases = [hit.number, *(base for base in (hit.top, *sorted(hit.consumed)) if base != hit.number)]
        if hit.is_noun:  # "gempuran rudal Rusia | terhadap Ukraina", where the last hangs on any noun before it
            for base in bases:
                bases += [child for child in hit.syntax.bare(base) if child not in bases]
            bases += [child for base in bases for child in hit.syntax.below[base] if _launches(hit.syntax, child)]
        return self._behind_all(hit.syntax, bases, role, but=but)

    def _behind_all(self, syntax: Syntax, bases: Iterable[int], role: str, *, but: int | None = None) -> list[Actor]:
        found: list[Actor] = []
        for base in bases:
            for child in (*syntax.behind(base, role), *_behind_verbs(syntax, base, role)):
                if child != but:
                    found += [one for one in self._presence.parties(syntax, child) if one not in found]
        return found


def _before_its_end(syntax: Syntax, number: int) -> int | None:
    """The noun of which one behind its "itu" is told, though the tree makes it a part: "tindakan Turki itu | teror"."""
    noun = syntax.head(number)
    if syntax.relation(number) not in {"nmod", "compound", "amod", "flat"} or not 0 < noun < number:
        return None
    ends = (one for one in syntax.below[noun] if syntax.text(one) in lexicons.by_role("that-act"))
    return noun if any(noun < one < number for one in ends) else None


def _behind_verbs(syntax: Syntax, base: int, role: str) -> list[int]:
    """The objects of verbs that stand for a preposition: "angkat senjata melawan | pemerintah"."""
    terms = lexicons.by_role(role)
    verbs = [child for child in syntax.below[base] if syntax.is_verb(child) and syntax.text(child) in terms]
    return [found for verb in verbs if (found := syntax.object(verb)) is not None]


def _launches(syntax: Syntax, number: int) -> bool:
    """Whether a word is the verb of a clause that tells who does what a noun means: "yang dilancarkan Israel"."""
    return syntax.relation(number) == "acl" and light_forms().get(syntax.text(number)) == "passive"


@cache
def _means() -> frozenset[str]:
    """What an attack is made with, or how: a noun between it and who makes it."""
    classes = ("weapons", "warcraft", "troops")
    nouns = frozenset().union(*(lexicons.terms("id/noun_classes", "noun", **{"class": one}) for one in classes))
    return nouns | lexicons.by_role("manner")


def _is_own(hit: Hit, actor: Actor, other: Actor) -> bool:
    """Whether an act would be one on oneself: a state's on its government, or its moves of its own troops."""
    if actor.id == other.id:
        return True
    if actor.country != other.country or other.kind == "person":
        return False
    if hit.sense.type in traits.types("own-troops") and other.sectors[:1] in (["MIL"], ["COP"]):
        return True
    if "state" not in {actor.kind, other.kind}:
        return False
    if other.kind == "state" and hit.sense.mode != "seize":
        return actor.sectors[:1] in (["GOV"], ["MIL"], ["COP"], ["SPY"])
    own = {"GOV", "MIL", "COP"} if hit.sense.type in traits.types("own-troops") else {"GOV"}
    return {*actor.sectors[:1], *other.sectors[:1]} <= own


def _once(actors: list[Actor]) -> list[Actor]:
    found: list[Actor] = []
    for actor in actors:
        if actor not in found:
            found.append(actor)
    return found
