"""What happened: acts by the PLOVER codebook, with those who act, whether it took place, and who says so."""

from __future__ import annotations

from runut import lexicons
from runut.language import Parse
from runut.record import Actor, Article, Event, Place, Quote, Trigger
from runut.what import drafts as acts
from runut.what.codebook import NOTHING, Sense, kinds
from runut.what.drafts import Draft, same_side
from runut.what.parties import PartyFinder
from runut.what.presence import Presence
from runut.what.status import Reality, StatusFinder
from runut.what.syntax import Syntax
from runut.what.triggers import Hit, Refusal, Triggers
from runut.who import Cast

__all__ = ["Reader", "add_events"]

_SURE, _HALF = 0.9, 0.7
_DUTY = Sense("harus", (), (), "act", "REQUEST", "change", (), None, "", "", "event_words")
"""What a speaker says that another ought to do."""
_REFUSAL = Sense("tidak akan", (), (), "act", "REJECT", None, (), None, "", "", "event_words")
"""What a speaker says that his side will not do."""
_DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "PROTEST", "REJECT", "THREATEN"})
_GOOD_DEEDS = frozenset({"AGREE", "CONCEDE", "RETREAT", "AID", "COOPERATE", "CONSULT", "SUPPORT"})
_JUDGEMENTS = {
    "ACCUSE": _DEEDS,
    "SUPPORT": _GOOD_DEEDS,
    "REJECT": _DEEDS | {"ACCUSE", "REQUEST", "AGREE"},
}
"""Of acts by which a deed is blamed, praised or refused, the types that the deed may have."""
_SAID = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN", "AGREE"})
"""Types that are acts of who says so, where the words name nobody: "sangat disesalkan"."""
_HAVE_RECIPIENTS = frozenset({"ACCUSE", "THREATEN", "ASSAULT", "SANCTION", "AID", "MOBILIZE"})
"""Types that hardly an act has without somebody acted upon."""
_AGAINST_THE_MAIN = frozenset({"ACCUSE", "THREATEN", "ASSAULT"})
"""Of these, those that are aimed at the state the story is about, where nothing else is told."""
_HAVE_ACTORS = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_OFFICES = {"arrest": ("COP", "GOV"), "deport": ("GOV",), "crowd-control": ("COP",), "expel": ("GOV",), "convict": ("JUD",)}
"""Modes whose acts are those of an office of the state: its sectors."""
_REBELS_DO = frozenset({"ASSAULT", "COERCE"})
_OF_BOTH = frozenset({"CONSULT", "CONCEDE", "SUPPORT"})
"""Two-sided acts that are those of the two sides told of, where nobody is named."""
_BY_NATURE = {"PROTEST": ("CVL", "EDU", "LAB")}
_BY_MODE = {"martial-law": ("GOV",), "curfew": ("GOV",), "censor": ("GOV",), "withhold": ("GOV",), "convict": ("JUD",)}
"""Whose acts those of a type or mode are, where nobody is named: sectors of the state that the story is about."""
_TOLD_BEFORE = 8
"""So many acts back a deed is looked for."""


def add_events(article: Article, parse: Parse, cast: Cast) -> None:
    """Add the events that the story tells, in order."""
    known: set[str | None] = {actor.id for actor in article.actors}
    reader = Reader(article, parse, cast)
    for number, tree in enumerate(parse.trees):
        for draft in reader.sentence(number, Syntax(tree)):
            article.events.append(reader.event(number, draft))
    _name_rebels(article)
    for event in article.events:
        known |= {*event.actor, *event.recipient, event.speaker}
    article.actors = [actor for actor in article.actors if actor.id in known]


def _name_rebels(article: Article) -> None:
    """Armed groups that fight their own state are against its government, whatever they were: "Wagner"."""
    rebels: set[str | None] = set()
    for event in article.events:
        if event.type not in _REBELS_DO or event.status in {"negated", "hypothetical"}:
            continue
        against = [one for recipient in event.recipient if (one := article.actor(recipient))]
        for actor in (one for acting in event.actor if (one := article.actor(acting))):
            fights = any(one.country == actor.country and one.sectors[:1] in (["GOV"], ["MIL"]) for one in against)
            if actor.sectors[:1] in (["PRM"], ["UAF"]) and fights:
                rebels.add(actor.country)
    for actor in article.actors:
        if actor.country in rebels and actor.sectors[:1] in (["PRM"], ["UAF"]):
            actor.sectors = ["REB", *actor.sectors[1:]]


class Reader:
    """Reads the acts of one article, sentence by sentence."""

    def __init__(self, article: Article, parse: Parse, cast: Cast, *, keeps_refused: bool = False) -> None:
        self._article = article
        self._presence = Presence(article, parse, cast)
        self._triggers = Triggers(self._presence, keeps_refused=keeps_refused)
        self._parties = PartyFinder(self._presence)
        self._statuses = StatusFinder(article)
        self._cast = cast
        self._here: list[Draft] = []
        self._kept: list[Draft] = []
        self._all: list[Draft] = []
        self._told: list[Draft] = []

    def sentence(self, number: int, syntax: Syntax) -> list[Draft]:
        """The acts of one sentence, each once."""
        return self.sentence_with_dropped(number, syntax)[0]

    def refused(self) -> list[Refusal]:
        """The senses that the last sentence did not mean."""
        return self._triggers.refused

    def sentence_with_dropped(self, number: int, syntax: Syntax) -> tuple[list[Draft], list[tuple[Draft, str]]]:
        """The acts of one sentence, each once, and those that are no events of their own, with the reason."""
        hits = self._triggers.within(syntax)
        found = [self._draft(number, hit) for hit in hits]
        taken = {word for hit in hits for word in hit.words()}
        found += self._duties(number, syntax, taken)
        found += self._refusals(syntax, taken)
        acts.swallow(found)
        self._here = found
        dropped = [(draft, draft.swallowed_by) for draft in found if draft.swallowed_by is not None]
        left = [draft for draft in found if draft.swallowed_by is None]
        left = self._without_results(left, dropped)
        kept: list[Draft] = []
        self._kept = kept
        for draft in left:
            reason = self._against(draft, kept)
            if reason is not None:
                dropped.append((draft, reason))
            else:
                kept.append(draft)
        self._all += kept
        self._told = [*self._told, *kept][-_TOLD_BEFORE:]
        self._presence.pair = self._pair()
        self._presence.groups += [side for one in kept for side in (one.actors, one.recipients) if len(side) > 1]
        return kept, dropped

    def _pair(self) -> list[Actor]:
        """The two sides of the act told last: "kedua pihak"."""
        for one in reversed(self._told):
            sides: list[Actor] = []
            for actor in (*one.actors, *one.recipients):
                if actor.country is not None and not any(same_side(actor, other) for other in sides):
                    sides.append(actor)
            if len(sides) > 1:
                return sides
        return []

    def _duties(self, number: int, syntax: Syntax, taken: set[int]) -> list[Draft]:
        """What a speaker says that others ought to do, where the codebook has no word for it: "AS harus berubah"."""
        found = []
        for word in range(1, len(syntax.words) + 1):
            if syntax.text(word) not in lexicons.by_role("duty") or syntax.head(word) in taken | {0}:
                continue
            verb = syntax.head(word)
            if not syntax.is_verb(verb) or syntax.relation(word) not in {"aux", "advmod", "xcomp"}:
                continue
            quote = self._presence.quote_at(syntax.word(word).span[0])
            speaker = self._article.actor(quote.speaker) if quote else None
            asked = self._presence.parties(syntax, syntax.subject(verb), owners=False)
            asked = [one for one in asked if speaker is not None and not same_side(one, speaker) and one.kind != "group"]
            if speaker is None or not asked:
                continue
            hit = Hit(syntax, word, _DUTY, "active", False, word, "active", frozenset({verb}))
            found.append(Draft(hit, "REQUEST", "change", "actual", Reality("actual"), [speaker], asked, quote, speaker))
        return found

    def _refusals(self, syntax: Syntax, taken: set[int]) -> list[Draft]:
        """What a speaker says that his own side will not do, where the codebook has no word for it."""
        found = []
        for verb in range(1, len(syntax.words) + 1):
            if verb in taken or not syntax.is_verb(verb) or not self._is_refused(syntax, verb):
                continue
            quote = self._presence.quote_at(syntax.word(verb).span[0])
            speaker = self._article.actor(quote.speaker) if quote else None
            subject = syntax.subject(verb)
            own = self._presence.parties(syntax, subject, owners=False)
            if speaker is None or not any(same_side(one, speaker) for one in own):
                continue
            struck = self._presence.parties(syntax, syntax.object(verb))
            against = [one for one in struck if not any(same_side(one, other) for other in own)]
            small = frozenset(one for one in syntax.below[verb] if syntax.text(one) in lexicons.by_role("negation"))
            hit = Hit(syntax, verb, _REFUSAL, "active", False, verb, "active", small)
            found.append(Draft(hit, "REJECT", None, "actual", Reality("actual"), own, against, quote, speaker))
        return found

    @staticmethod
    def _is_refused(syntax: Syntax, verb: int) -> bool:
        words = " ".join(syntax.text(one) for one in syntax.below[verb] if one < verb and verb - one < 4)
        return any(one in words for one in lexicons.by_role("refusal"))

    def _against(self, draft: Draft, kept: list[Draft]) -> str | None:
        """Why an act is no event of its own; ``None`` where it is one."""
        if draft.hit.sense.frame == "said":
            if draft.speaker is None:
                return "it is no statement of anybody's"
            draft.actors = [draft.speaker]
            draft.recipients = [one for one in draft.recipients if not same_side(one, draft.speaker)]
        if self._points_back(draft):
            return "it only points back to an act told before"
        acts.recode(draft)
        if draft.type == NOTHING:
            return "the table rewrites makes it no event"
        self._fill(draft)
        if not draft.actors and not draft.recipients:
            self._imply(draft)
        elif not draft.actors:
            self._imply_actor(draft)
        elif not draft.recipients:
            self._imply_recipient(draft)
        if not any(_can_be_coded(actor) for actor in (*draft.actors, *draft.recipients)):
            return "no party with a country or an international code stands near it"
        same = next((one for one in kept if acts.is_same(one, draft)), None)
        if same is not None:
            acts.merge(same, draft)
            return f"it tells again the act of {same.hit.sense.predicate!r}"
        return None

    def _draft(self, number: int, hit: Hit) -> Draft:
        actors, recipients = self._parties.of(hit)
        if hit.sense.type == "ASSAULT":
            self._of_the_other_side(actors, recipients)
        reality = self._statuses.of(hit)
        quote = self._presence.quote_at(hit.span()[0])
        speaker = self._speaker(number, hit, quote, reality.announcer)
        return Draft(
            hit,
            hit.sense.type,
            hit.sense.mode,
            reality.status,
            reality,
            list(actors),
            list(recipients),
            quote,
            speaker,
            leading=self._parties.leading(hit),
            context=list(hit.sense.context),
            cameo=hit.sense.cameo,
        )

    def _of_the_other_side(self, actors: list[Actor], recipients: list[Actor]) -> None:
        """Victims of whom nothing tells the country are of the state that an army or a state fights, not of its own."""
        attackers = [one for one in actors if one.sectors[:1] in (["GOV"], ["MIL"])]
        for victim in recipients:
            if victim.kind != "group" or not any(one.country == victim.country for one in attackers):
                continue
            if not self._cast.is_guessed(victim):
                continue
            for told in reversed(self._all):
                mine = any(one.country == victim.country for one in told.actors)
                others = [one for one in told.recipients if one.country not in {None, victim.country}]
                if told.type in {"ASSAULT", "COERCE"} and mine and others:
                    victim.country = others[0].country
                    break

    def _speaker(self, number: int, hit: Hit, quote: Quote | None, announcer: int | None) -> Actor | None:
        """Who says so: whose statement it stands in, or who announces it."""
        if quote is not None:
            return self._article.actor(quote.speaker)
        sentence = self._article.sentences[number]
        if sentence.speaker is not None and sentence.quote is None:
            return self._article.actor(sentence.speaker)
        if announcer is not None:
            syntax = hit.syntax
            voice = "passive" if syntax.text(announcer).startswith("di") else "active"
            said = self._presence.parties(syntax, syntax.agent(announcer, voice), owners=False)
            return said[0] if said else None
        return None

    def _points_back(self, draft: Draft) -> bool:
        """Whether a noun only points back to an act told before: "serangan itu"."""
        hit = draft.hit
        if not hit.is_noun or hit.is_light:
            return False
        syntax = hit.syntax
        pointing = lexicons.by_role("that-act")
        is_pointing = any(
            syntax.text(child) in pointing and 0 < child - hit.number for child in syntax.below[hit.number]
        )
        return is_pointing and not draft.recipients and not draft.actors

    def _without_results(self, found: list[Draft], dropped: list[tuple[Draft, str]]) -> list[Draft]:
        """Give an act told by a noun those whom it hit, "serangan itu menewaskan tiga warga sipil", and tell it once."""
        taken: set[int] = set()
        for draft in found:
            hit = draft.hit
            syntax = hit.syntax
            head = syntax.head(hit.top)
            if not hit.is_noun or not head or hit.sense.frame in {"both", "alone"}:
                continue
            struck: int | None = None
            if syntax.relation(hit.top) == "nsubj" and syntax.text(head) in lexicons.by_role("results"):
                struck = syntax.object(head)
            elif syntax.relation(hit.top) == "obl" and syntax.case(hit.top) in lexicons.by_role("cause-before"):
                struck = syntax.subject(head)  # "tewas akibat serangan"
            if struck is None:
                continue
            others = [one for one in found if one.hit.number == head and one.type == draft.type]
            taken |= {one.hit.number for one in others}
            if not draft.recipients:
                acting = {actor.id for actor in draft.actors}
                draft.recipients = [one for one in self._presence.parties(syntax, struck) if one.id not in acting]
            dropped += [(one, f"it tells what came of {hit.sense.predicate!r}") for one in others]
        return [draft for draft in found if draft.hit.number not in taken]

    def _fill(self, draft: Draft) -> None:
        """Fill in parties that the clauses around leave no doubt of."""
        hit = draft.hit
        if not draft.recipients and draft.type == "THREATEN":
            draft.recipients = self._warned(draft)
        if not draft.recipients and draft.type in _JUDGEMENTS:
            draft.recipients = self._doer_of(draft)
        if draft.actors or hit.sense.frame == "undergo":
            return
        if draft.speaker is not None and draft.type in _SAID and (hit.is_noun or hit.top_voice == "passive"):
            if not any(same_side(draft.speaker, one) for one in draft.recipients):
                draft.actors = [draft.speaker]
            return
        if hit.is_noun and not hit.is_light:
            return
        if draft.hit.top_voice == "passive":
            return
        subject = hit.syntax.subject(hit.top)
        if draft.speaker is not None and subject is None:
            draft.actors = [draft.speaker]
        elif subject is None or hit.syntax.word(subject).upos == "PRON":
            draft.actors = self._topic(draft)

    def _imply(self, draft: Draft) -> None:
        """Take the parties of such an act told before, "pertempuran pecah", or those whose act it is by its nature."""
        hit = draft.hit
        lemma = hit.syntax.word(hit.number).lemma
        for one in reversed(self._all):
            other = one.hit.syntax.word(one.hit.number)
            is_both = hit.sense.frame == "both" == one.hit.sense.frame
            if one.type == draft.type and (other.lemma == lemma or (hit.is_noun and is_both)):
                draft.actors, draft.recipients = list(one.actors), list(one.recipients)
                return
        if hit.sense.frame == "both" and draft.type in _OF_BOTH:
            draft.actors = self._pair()
            return
        sectors = _BY_NATURE.get(draft.type) or _BY_MODE.get(draft.mode or "", ())
        main = self._cast.main_country
        for sector in sectors if main is not None else ():
            found = [one for one in self._article.actors if one.country == main and one.sectors[:1] == [sector]]
            if found:
                draft.actors = found[:1]
                return

    def _imply_recipient(self, draft: Draft) -> None:
        """Take him with whom those who act were last told to have to do: "Beograd naik pitam"."""
        if draft.mode == "seize" and self._is_of_power(draft):
            overthrown = [one for one in self._article.actors if one.sectors[:1] == ["GOV"]]
            mine = draft.actors[0].country
            draft.recipients = [one for one in overthrown if one.country == mine and one not in draft.actors][:1]
            return
        if draft.type not in _HAVE_RECIPIENTS or draft.hit.sense.frame in {"both", "alone"}:
            return
        for one in reversed(self._all):
            sides = [(one.actors, one.recipients), (one.recipients, one.actors)]
            if not one.recipients:
                sides = [(one.actors, one.actors)]
            for mine, theirs in sides:
                if any(same_side(actor, own) for actor in mine for own in draft.actors):
                    others = [one for one in theirs if not any(same_side(one, own) for own in draft.actors)]
                    if others:
                        draft.recipients = others
                        return
        main = self._cast.main_country
        if draft.type in _AGAINST_THE_MAIN and main not in {one.country for one in draft.actors}:
            found = [one for one in self._article.actors if one.country == main and one.kind == "state"]
            draft.recipients = found[:1]

    @staticmethod
    def _is_of_power(draft: Draft) -> bool:
        """Whether it is power that is seized: "merebut kekuasaan", "melancarkan kudeta"."""
        syntax = draft.hit.syntax
        words = {syntax.text(one) for one in (draft.hit.number, *syntax.below_all(draft.hit.number)[:6])}
        return bool(words & lexicons.by_role("power"))

    def _imply_actor(self, draft: Draft) -> None:
        """Take who was last told to do such things to those acted upon, or whose office it is."""
        if draft.type not in _HAVE_ACTORS:
            return
        for one in reversed(self._told):
            if one.type in _HAVE_ACTORS and any(same_side(a, b) for a in one.recipients for b in draft.recipients):
                draft.actors = list(one.actors)
                if draft.actors:
                    return
        sectors = _OFFICES.get(draft.mode or "", ())
        country = draft.recipients[0].country
        for sector in sectors:
            found = [one for one in self._article.actors if one.country == country and one.sectors[:1] == [sector]]
            if found:
                draft.actors = found[:1]
                return

    def _topic(self, draft: Draft) -> list[Actor]:
        """Who acted last, for a clause whose subject is left out or is a pronoun that points back."""
        for one in reversed(self._told[-3:]):
            if one.actors and (draft.speaker is None) == (one.speaker is None):
                return [actor for actor in one.actors if not any(same_side(actor, other) for other in draft.recipients)]
        return []

    def _warned(self, draft: Draft) -> list[Actor]:
        """Whom a threat is against: who would meet its condition, "jika | Hizbullah melanggar kesepakatan"."""
        syntax = draft.hit.syntax
        for number in range(1, len(syntax.words) + 1):
            marks = {syntax.text(one) for one in syntax.below[number] if syntax.relation(one) == "mark"}
            if marks & lexicons.by_role("condition"):
                found = self._presence.parties(syntax, syntax.subject(number), owners=False)
                return [one for one in found if not any(same_side(one, actor) for actor in draft.actors)]
        return []

    def _doer_of(self, draft: Draft) -> list[Actor]:
        """Whose deed is praised or blamed that is only pointed back to: "mengecam | penggerebekan tersebut"."""
        hit = draft.hit
        syntax = hit.syntax
        if hit.sense.frame == "said":
            thing = syntax.subject(hit.number)
        else:
            thing = syntax.patient(hit.number, hit.voice) if not hit.is_noun else None
        if thing is None:
            clauses = [one for one in syntax.below[hit.number] if syntax.relation(one) in {"ccomp", "xcomp"}]
            thing = next((found for one in clauses if (found := syntax.subject(one)) is not None), None)
        if thing is None:
            return []
        told = next((one for one in self._here if one.hit.number == thing and one is not draft), None)
        if told is not None and told.actors:  # "menyambut | kesepakatan antara Israel dan Hamas"
            return [one for one in told.actors if not any(same_side(one, other) for other in draft.actors)]
        is_deed = syntax.text(thing) in lexicons.by_role("deed")
        if not is_deed and not {syntax.text(one) for one in syntax.below[thing]} & lexicons.by_role("that-act"):
            return []
        wanted = _JUDGEMENTS[draft.type]
        lemma = syntax.word(thing).lemma
        before = [*self._told, *self._kept]
        alike = [one for one in before if lemma in {one.hit.syntax.word(n).lemma for n in one.hit.words()}]
        for one in reversed(alike or before):
            if one in alike or one.type in wanted:
                return [actor for actor in one.actors if not any(same_side(actor, other) for other in draft.actors)]
        return []

    def event(self, number: int, draft: Draft) -> Event:
        """The record's event."""
        start, end = draft.hit.span()
        kind = kinds().get((draft.type, draft.mode)) or kinds()[draft.type, None]
        day = self._statuses.day_of(draft.hit)
        place = self._place(draft)
        actors = [actor for actor in draft.actors if _can_be_coded(actor)]
        recipients = [actor for actor in draft.recipients if _can_be_coded(actor)]
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
            status=acts.status_of(draft),
            speaker=draft.speaker.id if draft.speaker else None,
            quote=draft.quote.id if draft.quote else None,
            sources=[],
            sentence=number,
            confidence=_SURE if actors and draft.hit.sense.conditions else _HALF,
        )

    def _place(self, draft: Draft) -> Place | None:
        """Where an act took place: a place behind "di" below its words."""
        syntax = draft.hit.syntax
        for base in (draft.hit.number, draft.hit.top):
            for child in syntax.below[base]:
                if syntax.case(child) in {"di", "ke"}:
                    spans = [syntax.word(one).span for one in syntax.below_all(child)]
                    for place in self._article.places:
                        if any(place.span[0] <= span[0] < place.span[1] for span in spans):
                            return place
        return None


def _can_be_coded(actor: Actor) -> bool:
    """Whether a party has a country or an international code."""
    return actor.country is not None

