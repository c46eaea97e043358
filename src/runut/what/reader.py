"""Reads the acts of one article, sentence by sentence: predicates, parties, status, speaker, and what is one act."""

from __future__ import annotations

from typing import NamedTuple

from runut import lexicons
from runut.language import Parse
from runut.record import Actor, Article, Event, Place, Quote, Trigger
from runut.what import drafts as acts
from runut.what.codebook import NOTHING, compiled, kinds
from runut.what.context import Context
from runut.what.drafts import STRIKES, Draft, other_sides
from runut.what.parties import PartyFinder
from runut.what.presence import Presence
from runut.what.status import StatusFinder
from runut.what.syntax import Syntax
from runut.what.triggers import Hit, Refusal, Triggers
from runut.what.unworded import Unworded
from runut.who import Cast

SURE, HALF_SURE = 0.9, 0.7
"""Confidence in an event whose row asks for something near it, and whose actor is known; and in all others."""


class Dropped(NamedTuple):
    """An act that is no event of its own, and why."""

    draft: Draft
    reason: str


class Reader:
    """Reads the acts of one article; its sentences must be given in order."""

    def __init__(self, article: Article, parse: Parse, cast: Cast, *, keeps_refused: bool = False) -> None:
        self._article = article
        self._presence = Presence(article, parse, cast)
        self._triggers = Triggers(self._presence, keeps_refused=keeps_refused)
        self._parties = PartyFinder(self._presence)
        self._statuses = StatusFinder(article)
        self._unworded = Unworded(article, self._presence)
        self._context = Context(article, cast, self._presence)

    def refused(self) -> list[Refusal]:
        """The senses that the last sentence did not mean."""
        return self._triggers.refused

    def sentence(self, number: int, syntax: Syntax) -> tuple[list[Draft], list[Dropped]]:
        """The acts of one sentence, each once, and those that are no events of their own."""
        hits = self._triggers.within(syntax)
        found = [self._draft(number, hit) for hit in hits]
        found += self._unworded.within(syntax, {word for hit in hits for word in hit.words()})
        acts.swallow(found)
        self._context.here = found
        dropped = [Dropped(draft, draft.swallowed_by) for draft in found if draft.swallowed_by is not None]
        kept = self._context.kept
        for draft in self._without_results([draft for draft in found if draft.swallowed_by is None], dropped):
            reason = self._against(draft, kept)
            if reason is None:
                kept.append(draft)
            else:
                dropped.append(Dropped(draft, reason))
        self._context.close_sentence()
        return kept, dropped

    def _draft(self, number: int, hit: Hit) -> Draft:
        actors, recipients = self._parties.of(hit)
        if hit.sense.type == "ASSAULT":
            self._context.of_the_other_side(hit.syntax.tree.span, actors, recipients)
        reality = self._statuses.of(hit)
        quote = self._presence.quote_at(hit.span()[0])
        return Draft(
            hit,
            hit.sense.type,
            hit.sense.mode,
            reality.status,
            reality,
            list(actors),
            list(recipients),
            quote,
            self._speaker(number, hit, quote, reality.announcer),
            leading=self._parties.leading(hit),
            context=list(hit.sense.context),
            cameo=hit.sense.cameo,
        )

    def _speaker(self, number: int, hit: Hit, quote: Quote | None, announcer: int | None) -> Actor | None:
        """Who says so: whose statement it stands in, or who announces it."""
        if quote is not None:
            return self._article.actor(quote.speaker)
        sentence = self._article.sentences[number]
        if sentence.speaker is not None and sentence.quote is None:
            return self._article.actor(sentence.speaker)
        if announcer is None:
            return None
        agent = hit.syntax.agent(announcer, "passive" if hit.syntax.text(announcer).startswith("di") else "active")
        return next(iter(self._presence.parties(hit.syntax, agent, owners=False)), None)

    def _without_results(self, found: list[Draft], dropped: list[Dropped]) -> list[Draft]:
        """Give an act told by a noun those whom it hit, "serangan itu menewaskan warga sipil", and tell it once."""
        taken: set[int] = set()
        for draft in found:
            hit = draft.hit
            struck = _struck_by(hit)
            if struck is None:
                self._strike_told_behind(draft, found, taken, dropped)
                continue
            head = hit.syntax.head(hit.top)
            others = [one for one in found if one.hit.number == head and one.type == draft.type]
            if any(one.hit.voice == "active" and one.hit.sense.frame != "undergo" for one in others) and not _is_result(
                hit
            ):
                continue  # "dalam penggerebekan itu, | tentara menahan …"
            taken |= {one.hit.number for one in others}
            if not draft.recipients:
                draft.recipients = self._hit_by(draft, struck)
            dropped += _told_by(draft, others)
        return [draft for draft in found if draft.hit.number not in taken]

    def _strike_told_behind(self, draft: Draft, found: list[Draft], taken: set[int], dropped: list[Dropped]) -> None:
        """Give an act those of whom a clause about it tells: "serangan roket yang menewaskan | warga AS"."""
        hit, syntax = draft.hit, draft.hit.syntax
        if not hit.is_noun or hit.sense.type not in STRIKES or draft.recipients:
            return
        bases = (hit.number, *syntax.bare(hit.number))
        for verb in (one for base in bases for one in syntax.below[base] if syntax.relation(one) == "acl"):
            victim = syntax.object(verb) if syntax.text(verb) in lexicons.by_role("results") else None
            others = [one for one in found if one.hit.number == verb and one.type == draft.type]
            if victim is None or not others:
                continue
            draft.recipients = self._hit_by(draft, victim)
            if draft.recipients:
                taken |= {verb}
                dropped += _told_by(draft, others)

    def _hit_by(self, draft: Draft, struck: int | None) -> list[Actor]:
        """The parties at the word for those whom an act hit, but for those who did it."""
        acting = {actor.id for actor in draft.actors}
        return [one for one in self._presence.parties(draft.hit.syntax, struck) if one.id not in acting]

    def _against(self, draft: Draft, kept: list[Draft]) -> str | None:
        """Why an act is no event of its own; ``None`` where it is one, which is then complete."""
        if draft.hit.sense.frame == "said":
            if draft.speaker is None:
                return "it is no statement of anybody's"
            draft.actors = [draft.speaker]
            draft.recipients = other_sides(draft.recipients, draft.actors)
        if _points_back(draft):
            return "it only points back to an act told before"
        acts.recode(draft)
        if draft.type == NOTHING:
            return "the table rewrites makes it no event"
        self._context.complete(draft)
        acting = {actor.id for actor in draft.actors}
        draft.recipients = [one for one in draft.recipients if one.id not in acting]
        if not any(_can_be_coded(actor) for actor in (*draft.actors, *draft.recipients)):
            return "no party with a country or an international code stands near it"
        same = next((one for one in kept if acts.is_same(one, draft)), None)
        if same is None:
            return None
        acts.merge(same, draft)
        return f"it tells again the act of {same.hit.sense.predicate!r}"

    def event(self, number: int, draft: Draft) -> Event:
        """The record's event of an act of the sentence of that number."""
        start, end = draft.hit.span()
        kind = kinds().get((draft.type, draft.mode)) or kinds()[draft.type, None]
        day = self._statuses.day_of(draft.hit)
        place = self._place(draft)
        actors, recipients = ([one for one in side if _can_be_coded(one)] for side in (draft.actors, draft.recipients))
        return Event(
            id=f"e{len(self._article.events) + 1}",
            type=draft.type,
            mode=draft.mode,
            context=draft.context,
            cameo=draft.cameo or kind.cameo,
            quad=kind.quad,
            score=kind.score,
            content=draft.content,
            trigger=Trigger(self._article.text[start:end], (start, end)),
            actor=[actor.id for actor in actors],
            recipient=[actor.id for actor in recipients],
            date=day.value if day is not None else None,
            place=place.text if place is not None else None,
            status=draft.status,
            speaker=draft.speaker.id if draft.speaker else None,
            quote=draft.quote.id if draft.quote else None,
            sources=[],
            sentence=number,
            confidence=SURE if actors and draft.hit.sense.conditions else HALF_SURE,
        )

    def _place(self, draft: Draft) -> Place | None:
        """Where an act took place: a place behind "di" or "ke" below its words."""
        syntax = draft.hit.syntax
        for base in (draft.hit.number, draft.hit.top):
            for child in syntax.below[base]:
                if syntax.case(child) not in lexicons.by_role("host-before"):
                    continue
                starts = [syntax.word(one).span[0] for one in syntax.below_all(child)]
                for place in self._article.places:
                    if any(place.span[0] <= start < place.span[1] for start in starts):
                        return place
        return None


def _told_by(draft: Draft, others: list[Draft]) -> list[Dropped]:
    """Drop acts that only tell what came of one."""
    return [Dropped(one, f"it tells what came of {draft.hit.sense.predicate!r}") for one in others]


def _struck_by(hit: Hit) -> int | None:
    """The number of the word for those whom an act told by a noun hit; ``None`` where no verb tells of them."""
    syntax = hit.syntax
    head = syntax.head(hit.top)
    if not hit.is_noun or not head or hit.sense.frame in {"both", "alone"} or hit.sense.type not in STRIKES:
        return None
    if syntax.relation(hit.top) == "nsubj" and _is_result(hit):
        return syntax.object(head)
    is_undergone = syntax.text(head).startswith("di")
    is_undergone |= any(one.sense.frame == "undergo" for one in compiled().get(syntax.text(head), ()))
    if is_undergone and syntax.relation(hit.top) == "obl" and syntax.case(hit.top) in lexicons.by_role("cause-before"):
        return syntax.subject(head)  # "tewas akibat serangan"
    return None


def _is_result(hit: Hit) -> bool:
    """Whether the verb over a noun is one of what its act did: "serangan itu | menewaskan"."""
    return hit.syntax.text(hit.syntax.head(hit.top)) in lexicons.by_role("results")


def _points_back(draft: Draft) -> bool:
    """Whether a noun only points back to an act told before: "serangan itu"."""
    hit = draft.hit
    if not hit.is_noun or hit.is_light or draft.actors or draft.recipients:
        return False
    behind = {hit.syntax.text(child) for child in hit.syntax.below[hit.number] if child > hit.number}
    return bool(behind & lexicons.by_role("that-act"))


def _can_be_coded(actor: Actor) -> bool:
    """Whether a party has a country or an international code."""
    return actor.country is not None
