"""Where the predicates of the codebook stand in a sentence, and which of their senses is meant there."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from runut import lexicons
from runut.lexicons import bodies
from runut.record import Actor, Span
from runut.what.codebook import NOTHING, Condition, Form, Sense, compiled
from runut.what.forms import Voice, forms
from runut.what.presence import Presence
from runut.what.syntax import Syntax

_COMPLEMENTS = frozenset({"xcomp", "ccomp", "advcl"})
_OBJECTS = frozenset({"obj", "nsubj"})
_FAR = 50
"""Words: how far a condition that any clause meets stands, so that one on words goes first."""
_GAP = 25
"""Characters between a light verb and its noun within which both are the trigger."""


@dataclass(slots=True)
class Hit:
    """A predicate that stands in a sentence.

    Attributes
    ----------
    number
        Its word.
    voice
        ``None`` for a noun.
    top
        The word whose time, negation and subject are the act's: itself, or the light verb before it.
    consumed
        Words that belong to the trigger, so that they tell no act of their own.
    """

    syntax: Syntax
    number: int
    sense: Sense
    voice: Voice
    is_noun: bool
    top: int
    top_voice: Voice
    consumed: frozenset[int] = field(default_factory=frozenset)

    @property
    def is_light(self) -> bool:
        """Whether a light verb tells the act: "melancarkan serangan"."""
        return self.top != self.number

    def words(self) -> tuple[int, ...]:
        """The numbers of the words of the trigger."""
        return (self.number, self.top, *sorted(self.consumed))

    def span(self) -> Span:
        """The words that express the act."""
        word = self.syntax.word(self.number).span
        first, last = word
        for other in (self.top, *sorted(self.consumed)):
            start, end = self.syntax.word(other).span
            if end <= first and first - end <= _GAP:
                first = start
            elif start >= last and start - last <= _GAP:
                last = end
        return first, last


@dataclass(frozen=True, slots=True)
class Refusal:
    """A sense that stands in a sentence but is not meant, with the condition that is not met."""

    number: int
    sense: Sense
    reason: str


class Triggers:
    """Finds the predicates of sentences."""

    def __init__(self, presence: Presence, *, keeps_refused: bool = False) -> None:
        self._presence = presence
        self._keeps_refused = keeps_refused
        self.refused: list[Refusal] = []
        self._no_act: set[int] = set()

    def within(self, syntax: Syntax) -> list[Hit]:
        """The predicates of one sentence, in order; each word has one sense at most."""
        index = compiled()
        self.refused = []
        self._no_act = set()
        found = []
        for number in range(1, len(syntax.words) + 1):
            entries = index.get(syntax.text(number))
            if entries:
                hit = self._meant(syntax, number, entries)
                if hit is not None:
                    found.append(hit)
        return _without_consumed([hit for hit in found if hit.number not in self._no_act])

    def _meant(self, syntax: Syntax, number: int, entries: tuple[Form, ...]) -> Hit | None:
        fitting: list[Form] = []
        for sense, form in entries:
            if fitting and sense.weight < fitting[0].sense.weight:
                break
            reason = self._against(syntax, number, sense, form)
            if reason is None:
                fitting.append(Form(sense, form))
            elif self._keeps_refused:
                self.refused.append(Refusal(number, sense, reason))
        if not fitting:
            return None
        if len(fitting) > 1:  # the words that decide stand nearer for one of them
            fitting.sort(key=lambda one: self._distance(syntax, number, one))
        sense, form = fitting[0]
        if sense.type == NOTHING:  # "medan | perang": none of its words tells an act
            self._no_act |= set(range(number, number + 1 + len(sense.rest)))
            return None
        return self._hit(syntax, number, sense, form)

    def _distance(self, syntax: Syntax, number: int, form: Form) -> int:
        """How far from a predicate the nearest word stands that meets its widest condition."""
        core = _core(syntax, number, form.sense)
        voice = syntax.voice(core, form.voice)
        found = 0
        for condition in form.sense.conditions:
            if condition.side == "clause":
                found += _FAR
            if condition.side != "any" or condition.is_negated:
                continue
            places = [one for one in self._sides(syntax, core, voice, "any") if self._fits(syntax, one, condition)]
            found += min((abs(one - number) for one in places), default=0)
        return found

    def _against(self, syntax: Syntax, number: int, sense: Sense, form: Voice) -> str | None:
        """Why a sense is not meant at a word; ``None`` where it is."""
        word = syntax.word(number)
        if form == "bare" and not sense.rest and (word.upos != "VERB" or not _is_bare_verb(syntax, number)):
            return "its bare form is no verb here"
        if sense.rest:
            behind = range(number + 1, number + 1 + len(sense.rest))
            if behind[-1] > len(syntax.words) or any(
                part not in syntax.spellings(one) for one, part in zip(behind, sense.rest, strict=True)
            ):
                return f"{' '.join(sense.rest)!r} does not follow"
        whole = self._presence.whole_at(word.span[0])
        if whole is not None and word.upos != "VERB":
            return "it is part of a name"
        if word.upos == "NOUN" and form == "active" and syntax.case(number) in lexicons.by_role("means-before"):
            return "it is only by what means something else is done"
        if sense.frame == "said" and self._presence.quote_at(word.span[0]) is None:
            return "it stands in no statement"
        core = _core(syntax, number, sense)
        voice = syntax.voice(core, form)
        for condition in sense.conditions:
            if self._holds(syntax, core, voice, condition) == condition.is_negated:
                return f"the condition {condition.source!r} is not met"
        return None

    def _holds(self, syntax: Syntax, number: int, voice: Voice, condition: Condition) -> bool:
        if condition.side == "clause":
            return any(syntax.relation(child) in _COMPLEMENTS for child in syntax.below[number])
        return any(self._fits(syntax, one, condition) for one in self._sides(syntax, number, voice, condition.side))

    def _sides(self, syntax: Syntax, number: int, voice: Voice, side: str) -> list[int]:
        if side == "any":
            return [one for one in syntax.below_all(number, without=frozenset({"nsubj", "conj"})) if one != number]
        if not _is_verbal(syntax, number):
            if side == "object":
                return _chain(syntax, syntax.bare(number))
            subject = syntax.subject(number)
            return _chain(syntax, [*syntax.behind(number, "actor-before"), *([subject] if subject is not None else [])])
        if side == "subject":
            agent = syntax.agent(number, voice)
            return _chain(syntax, [agent]) if agent is not None else []
        patient = syntax.patient(number, voice)
        return _chain(syntax, [*([patient] if patient is not None else []), *syntax.objects(number)])

    def _fits(self, syntax: Syntax, number: int, condition: Condition) -> bool:
        for noun in condition.nouns:
            if all(
                number + step <= len(syntax.words) and part in syntax.spellings(number + step)
                for step, part in enumerate(noun)
            ):
                return True
        if condition.sectors:
            return any(_is_of(actor, condition.sectors) for actor in self._presence.at(syntax, number))
        return False

    def _hit(self, syntax: Syntax, number: int, sense: Sense, form: Voice) -> Hit:
        words = range(number, number + 1 + len(sense.rest))
        number = _core(syntax, number, sense)
        voice = syntax.voice(number, form)
        consumed: set[int] = {*words} - {number}
        for condition in sense.conditions:
            if condition.side == "object" and not condition.is_negated and condition.nouns:
                consumed |= {
                    one for one in self._sides(syntax, number, voice, "object") if self._fits(syntax, one, condition)
                }
        is_noun = not _is_verbal(syntax, number)
        top, top_voice = number, voice
        if is_noun:
            light = _light_verb(syntax, number)
            if light is not None:
                top, top_voice = light
        return Hit(syntax, number, sense, voice, is_noun, top, top_voice, frozenset(consumed))


def _core(syntax: Syntax, number: int, sense: Sense) -> int:
    """The word on which the others of an idiom hang: "saling | menyerang"."""
    words = range(number, number + 1 + len(sense.rest))
    return next((one for one in words if syntax.head(one) not in words), number)


def _is_bare_verb(syntax: Syntax, number: int) -> bool:
    """Whether a verb without prefix is one of a clause: "kami tolak", not the end of another word's phrase."""
    before = syntax.text(number - 1) if number > 1 else ""
    pronouns = lexicons.by_role("we") | lexicons.by_role("he") | lexicons.by_role("they")
    return before in pronouns or syntax.word(number).voice == "Pass" or syntax.head(number) == 0


def _is_verbal(syntax: Syntax, number: int) -> bool:
    word = syntax.word(number)
    if word.upos in {"VERB", "ADJ", "ADV"}:
        return True
    return word.upos not in {"NOUN", "PROPN"} or word.voice is not None


def _chain(syntax: Syntax, numbers: list[int]) -> list[int]:
    """The nouns, those beside them, and those that they count: "ratusan | nelayan"."""
    found = [one for number in numbers for one in syntax.conjuncts(number)]
    counts = lexicons.by_role("several-of") | lexicons.by_role("group")
    return found + [one for number in found if syntax.text(number) in counts for one in syntax.bare(number)]


def _light_verb(syntax: Syntax, number: int) -> tuple[int, Voice] | None:
    """The light verb by which a noun's act is told, with its voice."""
    head = syntax.head(number)
    while head and syntax.text(head) in lexicons.by_role("measure") and syntax.case(number) is None:
        number, head = head, syntax.head(head)  # "menerapkan | lima tahap | sanksi"
    if head == 0 or syntax.relation(number) not in _OBJECTS or syntax.case(number) is not None:
        return None
    voice = light_forms().get(syntax.text(head))
    if voice is None:
        return None
    if syntax.relation(number) == "nsubj" and voice != "passive":
        return None
    if syntax.relation(number) == "obj" and voice == "passive":
        return None
    return head, voice


@cache
def light_forms() -> dict[str, Voice]:
    """The forms of the light verbs, with their voice."""
    found: dict[str, Voice] = {}
    for verb in lexicons.by_role("light-verb"):
        for form, voice in forms(verb).items():
            if voice != "bare":
                found.setdefault(form, voice)
    return found


def _is_of(actor: Actor, sectors: frozenset[str]) -> bool:
    return (
        "actor" in sectors
        or ("state" in sectors and actor.kind == "state")
        or ("person" in sectors and actor.kind == "person")
        or ("org" in sectors and actor.country in bodies.SUPRANATIONAL)
        or not sectors.isdisjoint(actor.sectors[:1])
    )


def _without_consumed(hits: list[Hit]) -> list[Hit]:
    """Without those whose word belongs to another's trigger, or to an idiom: "akan menyesal" is no "menyesal"."""
    taken: set[int] = set()
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda one: -one.sense.weight):
        if hit.number not in taken:
            taken |= hit.consumed | {hit.number} | ({hit.top} if hit.is_light else set())
            kept.append(hit)
    return sorted(kept, key=lambda one: one.number)
