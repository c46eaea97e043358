"""What an article has told so far, and the parties that it leaves no doubt of though a sentence does not name them."""

from __future__ import annotations

from runut import lexicons
from runut.lexicons import states
from runut.record import Actor, Article, Span
from runut.what import traits
from runut.what.drafts import STRIKES, Draft, other_sides, same_side
from runut.what.presence import Presence
from runut.who import Cast

_TOLD_BEFORE = 8
"""So many acts back a deed is looked for."""
_LAST_DEEDS = 3
"""So many deeds back one of another state is meant rather than the last of the same."""
_TOPIC_BEFORE = 3
"""So many acts back who acted is still the topic."""
_JUDGED = {"ACCUSE": ("deed",), "SUPPORT": ("good-deed",), "REJECT": ("deed", "demand", "good-deed")}
"""Of acts by which another is judged, the trait of those that may be meant by "langkah itu"."""


class Context:
    """The acts told so far.

    Attributes
    ----------
    here
        Those of the sentence that is read, those too that are no events of their own.
    kept
        Those of the sentence that are events, so far.
    """

    def __init__(self, article: Article, cast: Cast, presence: Presence) -> None:
        self._article = article
        self._cast = cast
        self._presence = presence
        self._all: list[Draft] = []
        self.here: list[Draft] = []
        self.kept: list[Draft] = []

    @property
    def _told(self) -> list[Draft]:
        return self._all[-_TOLD_BEFORE:]

    def close_sentence(self) -> None:
        """Take the acts of a sentence that has been read to its end."""
        self._all += self.kept
        self._presence.pair = self._pair()
        self._presence.groups += [side for one in self.kept for side in (one.actors, one.recipients) if len(side) > 1]
        self.here, self.kept = [], []

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

    def _enemies(self) -> list[Actor]:
        """The two sides of the fight told last: "gencatan senjata"."""
        for one in reversed(self._all):
            if one.type in STRIKES and one.actors and (others := other_sides(one.recipients, one.actors)):
                return [one.actors[0], others[0]]
        return []

    # ---- parties -----------------------------------------------------------------------------------------------------

    def complete(self, draft: Draft) -> None:
        """Give an act the parties that the clauses around and the article before leave no doubt of."""
        if not draft.recipients and draft.type == "THREATEN":
            draft.recipients = self._warned(draft)
        if not draft.recipients and draft.type in _JUDGED:
            draft.recipients = self._doer_of(draft)
        if draft.type == "PROTEST" and _of_rulers(draft.actors):
            draft.actors = self._official("by-nature", draft, draft.actors[0].country) or draft.actors
        self._add_owner(draft)
        if draft.hit.sense.frame == "undergo" and not draft.actors:
            draft.actors = self._striking(draft)
            self.of_the_other_side(draft.hit.syntax.tree.span, draft.actors, draft.recipients)
        if not draft.actors and draft.hit.sense.frame != "undergo":
            draft.actors = self._subject_of(draft)
        if not draft.actors and not draft.recipients:
            self._as_before(draft)
        elif not draft.actors:
            draft.actors = self._actor_of(draft)
        elif not draft.recipients:
            draft.recipients = self._recipient_of(draft)

    def of_the_other_side(self, sentence: Span, actors: list[Actor], recipients: list[Actor]) -> None:
        """Victims of whom nothing tells the country are of the state that an army or a state fights, not of its own."""
        attackers = [one for one in actors if one.sectors[:1] in (["GOV"], ["MIL"])]
        for victim in recipients:
            if victim.kind != "group" or not any(one.country == victim.country for one in attackers):
                continue
            if self._cast.is_guessed(victim):
                fought = self._fought_by(victim.country) or self._place_within(sentence, but=victim.country)
                victim.country = fought or victim.country

    def _place_within(self, sentence: Span, *, but: str | None) -> str | None:
        """The other state of whose places a sentence tells."""
        inside = (place.country for place in self._article.places if sentence[0] <= place.span[0] < sentence[1])
        return next((country for country in inside if country not in {None, but}), None)

    def _fought_by(self, country: str | None) -> str | None:
        """The state that a state was last told to attack."""
        for told in reversed(self._all):
            others = [one for one in told.recipients if one.country != country and one.country in states.names()]
            if told.type in STRIKES and others and any(one.country == country for one in told.actors):
                return others[0].country
        return None

    def _striking(self, draft: Draft) -> list[Actor]:
        """Who struck those who came to harm, as the clause about when tells: "tewas ketika | jet Israel menyerang"."""
        number = draft.hit.number
        for one in self.here:
            other = one.hit
            is_clause = other.syntax.relation(other.top) in {"advcl", "obl"} and other.syntax.head(other.top) == number
            if one is not draft and is_clause and one.type in STRIKES and not one.reality.is_condition:
                return other_sides(one.actors, draft.recipients)
        return []

    def _add_owner(self, draft: Draft) -> None:
        """Give an act told by a noun the one whose it is, though he stands elsewhere in the sentence.

        "Dalam kunjungannya ke Kyiv, | Macron berjanji …", "| Seoul akan mempertimbangkan pengiriman senjata".
        """
        hit = draft.hit
        is_open = hit.sense.frame == "both" or not draft.actors
        if not is_open or not hit.is_noun or hit.is_light or hit.sense.frame == "undergo":
            return
        syntax, verb = hit.syntax, hit.syntax.head(hit.top)
        while verb and not syntax.is_verb(verb):
            verb = syntax.head(verb)
        subject = syntax.subject(verb) if verb else None
        if subject is None:
            return
        is_his = any(syntax.text(one) == "nya" for one in syntax.below[hit.number]) and subject > hit.number
        is_controlled = (
            syntax.object(verb) == hit.top and not draft.actors and syntax.text(verb) in lexicons.by_role("considers")
        )
        is_involved = syntax.text(verb) in lexicons.by_role("involved") and not draft.actors
        if is_his or is_controlled or is_involved:
            found = self._presence.parties(syntax, subject)
            draft.actors = [*other_sides(found, draft.actors), *draft.actors]
            draft.recipients = other_sides(draft.recipients, draft.actors)

    def _subject_of(self, draft: Draft) -> list[Actor]:
        """Who acts where the clause names nobody: who says so, or whom its pronoun points back to."""
        hit = draft.hit
        if (
            draft.speaker is not None
            and draft.type in traits.types("said")
            and (hit.is_noun or hit.top_voice == "passive")
        ):
            is_struck = any(same_side(draft.speaker, one) for one in draft.recipients)
            return [] if is_struck else [draft.speaker]
        if (hit.is_noun and not hit.is_light) or hit.top_voice == "passive":
            return []
        subject = hit.syntax.subject(hit.top)
        if subject is None and draft.speaker is not None:
            return [draft.speaker]
        if subject is not None and draft.speaker is not None and hit.syntax.text(subject) in lexicons.by_role("they"):
            return self._others_than(draft.speaker)
        if subject is None or hit.syntax.word(subject).upos == "PRON":
            return self._topic(draft)
        return []

    def _others_than(self, speaker: Actor) -> list[Actor]:
        """Of whom somebody says "mereka": those told of last who are of another side."""
        for one in reversed(self._told):
            for side in (one.actors, one.recipients):
                found = [actor for actor in side if actor.country is not None and not same_side(actor, speaker)]
                if found:
                    return found
        return []

    def _topic(self, draft: Draft) -> list[Actor]:
        """Who acted last, for a clause whose subject is left out or is a pronoun that points back."""
        for one in reversed(self._all[-_TOPIC_BEFORE:]):
            if one.actors and (draft.speaker is None) == (one.speaker is None):
                return other_sides(one.actors, draft.recipients)
        return []

    def _as_before(self, draft: Draft) -> None:
        """Take the parties of such an act told before, "pertempuran pecah", or those whose act it is by its nature."""
        hit = draft.hit
        lemma = hit.syntax.word(hit.number).lemma
        for one in reversed(self._all):
            other = one.hit.syntax.word(one.hit.number)
            is_both = hit.sense.frame == "both" == one.hit.sense.frame
            if one.type == draft.type and (other.lemma == lemma or (hit.is_noun and is_both)):
                draft.actors, draft.recipients = list(one.actors), list(one.recipients)
                return
        if hit.sense.frame == "both" and draft.type in traits.types("of-both"):
            draft.actors = self._enemies() if draft.type == "CONCEDE" else self._pair()
        elif not draft.actors:
            draft.actors = self._official("by-nature", draft, self._cast.main_country)

    def _recipient_of(self, draft: Draft) -> list[Actor]:
        """Whom an act is done to where its sentence does not say, as far as the article leaves little doubt."""
        if draft.type == "PROTEST" and _has_topic(draft):
            return self._government_of(draft.actors)
        if draft.hit.sense.frame in {"both", "alone"}:
            return []
        if draft.type in traits.types("in-sentence"):
            return self._beside(draft)
        if draft.type == "REQUEST" and draft.content and draft.content.type in traits.types("of-both"):
            return other_sides(self._enemies(), draft.actors)  # "menyerukan gencatan senjata"
        if draft.type not in traits.types("has-recipient") or _is_told_in_full(draft):
            return []
        if draft.type in traits.types("at-speaker") and (told_by := _state_that_tells(draft)):
            return [told_by]
        return self._partner_of(draft) or self._main_state(draft)

    def _partner_of(self, draft: Draft) -> list[Actor]:
        """Those with whom those who act were last told to have to do: "Beograd naik pitam"."""
        hostile = draft.type in traits.types("hostile")
        for one in reversed(self._all):
            if hostile and one.type in traits.types("friendly"):
                continue
            for mine, theirs in ((one.actors, one.recipients or one.actors), (one.recipients, one.actors)):
                is_mine = any(same_side(actor, own) for actor in mine for own in draft.actors)
                others = other_sides(theirs, draft.actors) if is_mine else []
                if others:
                    return others
        return []

    def _main_state(self, draft: Draft) -> list[Actor]:
        """The state that the story is about, of acts aimed at it where nothing else is told."""
        main = self._cast.main_country
        if draft.type not in traits.types("against-main") or main in {one.country for one in draft.actors}:
            return []
        return [one for one in self._article.actors if one.country == main and one.kind == "state"][:1]

    def _beside(self, draft: Draft) -> list[Actor]:
        """Those of another state who take part in another act of the sentence."""
        own = {one.country for one in draft.actors}
        for one in [*self.kept, *(one for one in self.here if one.swallowed_by is None)]:
            if one is draft:
                continue
            others = [actor for actor in (*one.actors, *one.recipients) if actor.country not in {*own, None}]
            if others:
                return others
        return []

    def _government_of(self, people: list[Actor]) -> list[Actor]:
        """The government of those who protest."""
        of_state = [one for one in self._article.actors if people and one.country == people[0].country]
        ruling = [one for one in of_state if one.sectors[:1] == ["GOV"]]
        return sorted(ruling, key=lambda one: one.kind != "state")[:1]

    def _actor_of(self, draft: Draft) -> list[Actor]:
        """Who was last told to do such things to those acted upon, or whose office it is."""
        doing = traits.types("has-actor")
        if draft.type not in doing:
            return []
        for one in reversed(self._told):
            is_alike = any(same_side(a, b) for a in one.recipients for b in draft.recipients)
            if one.type in doing and one.actors and is_alike:
                return list(one.actors)
        struck = self._struck_by(draft.recipients) if draft.type == "ASSAULT" else []
        return struck or self._official("office", draft, draft.recipients[0].country)

    def _struck_by(self, attackers: list[Actor]) -> list[Actor]:
        """The state or force that some were last told to strike: it strikes back at their drones."""
        for one in reversed([*self._told, *self.kept]):
            if one.type in STRIKES and any(same_side(a, b) for a in one.actors for b in attackers):
                found = [actor for actor in one.recipients if actor.sectors[:1] in (["GOV"], ["MIL"], ["REB"])]
                if found:
                    return found
        return []

    def _official(self, trait: str, draft: Draft, country: str | None) -> list[Actor]:
        """The actor of a state whose act one of a type and mode is."""
        for sector in traits.sectors(trait, draft.type, draft.mode) if country is not None else ():
            found = [one for one in self._article.actors if one.country == country and one.sectors[:1] == [sector]]
            others = [one for one in found if one not in draft.recipients]
            if others:
                return others[:1]
        return []

    def _warned(self, draft: Draft) -> list[Actor]:
        """Whom a threat is against: who would meet its condition, "jika | Hizbullah melanggar kesepakatan"."""
        syntax = draft.hit.syntax
        for number in range(1, len(syntax.words) + 1):
            if syntax.marks(number) & lexicons.by_role("condition"):
                found = self._presence.parties(syntax, syntax.subject(number), owners=False)
                return other_sides(found, draft.actors)
        return []

    def _doer_of(self, draft: Draft) -> list[Actor]:
        """Whose deed is praised, blamed or refused: "mengecam | penggerebekan tersebut"."""
        syntax = draft.hit.syntax
        thing = _judged(draft)
        if thing is None:
            return []
        told = next((one for one in self.here if one.hit.number == thing and one is not draft), None)
        if told is not None and told.actors:  # "menyambut | kesepakatan antara Israel dan Hamas"
            return other_sides(told.actors, draft.actors)
        points_back = {syntax.text(one) for one in syntax.below[thing]} & lexicons.by_role("that-act")
        if not points_back and syntax.text(thing) not in lexicons.by_role("deed"):
            return []
        wanted = frozenset().union(*(traits.types(trait) for trait in _JUDGED[draft.type]))
        lemma = syntax.word(thing).lemma
        before = [*self._told, *self.kept]
        alike = [one for one in before if lemma in {one.hit.syntax.word(number).lemma for number in one.hit.words()}]
        if told is not None and not alike:  # "mengutuk | pengeboman itu", told before as "menggempur"
            alike = [one for one in before if one.type == told.type and one.actors and one is not told]
        meant = [one for one in reversed(alike or before) if one in alike or one.type in wanted]
        own = {one.country for one in draft.actors}
        for one in meant[:_LAST_DEEDS]:  # of another state, if there is one
            others = [actor for actor in one.actors if actor.country not in own]
            if others:
                return others
        return next((others for one in meant if (others := other_sides(one.actors, draft.actors))), [])


def _judged(draft: Draft) -> int | None:
    """The number of the word for the deed that an act judges."""
    hit, syntax = draft.hit, draft.hit.syntax
    if hit.sense.frame == "said":
        return syntax.subject(hit.number)
    thing = None if hit.is_noun else syntax.patient(hit.number, hit.voice)
    if thing is not None:
        return thing
    clauses = [one for one in syntax.below[hit.number] if syntax.relation(one) in {"ccomp", "xcomp"}]
    return next((found for one in clauses if (found := syntax.subject(one)) is not None), None)


def _of_rulers(actors: list[Actor]) -> bool:
    """Whether those who would demonstrate are all of a government, an army or the police."""
    return bool(actors) and all(one.sectors[:1] in (["GOV"], ["MIL"], ["COP"]) for one in actors)


def _has_topic(draft: Draft) -> bool:
    """Whether a protest is told with what it is for or against: "memprotes | rancangan undang-undang"."""
    hit, syntax = draft.hit, draft.hit.syntax
    patient = None if hit.is_noun else syntax.patient(hit.number, hit.voice)
    if patient is not None and patient not in hit.consumed:
        return True
    below = {syntax.text(one) for base in (hit.number, hit.top) for one in syntax.below_all(base)}
    return bool(below & lexicons.by_role("protests-for"))


def _state_that_tells(draft: Draft) -> Actor | None:
    """Who says it of another state, for his own: "Seoul mengatakan | Korea Utara menembakkan rudal"."""
    speaker = draft.speaker
    if speaker is None or speaker.sectors[:1] not in (["GOV"], ["MIL"], ["COP"]):
        return None
    return None if any(speaker.country == one.country for one in draft.actors) else speaker


def _is_told_in_full(draft: Draft) -> bool:
    """Whether nobody is acted upon but whom the words name: "keluar dari kesepakatan nuklir", "serangan Houthi"."""
    is_mere_noun = draft.hit.is_noun and not draft.hit.is_light
    return _leaves_agreement(draft) or (draft.type == "ASSAULT" and is_mere_noun)


def _leaves_agreement(draft: Draft) -> bool:
    """Whether it is an agreement that is left, with whom is not said."""
    hit = draft.hit
    nouns = lexicons.terms("id/noun_classes", "noun", **{"class": "agreement"})
    inside = {hit.syntax.text(one) for one in hit.syntax.below_all(hit.number)}
    return draft.type == "SANCTION" and draft.mode == "withdraw" and bool(inside & nouns)
