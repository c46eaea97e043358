"""Acts on their way to events: what a demand or a promise swallows, what they are coded as, which are the same."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple, cast

from runut import lexicons
from runut.errors import LexiconError
from runut.record import Actor, Content, EventStatus, Quote
from runut.what import traits
from runut.what.codebook import NOTHING, kinds
from runut.what.status import Reality
from runut.what.triggers import Hit

SWALLOWS = frozenset({"REQUEST", "THREATEN", "AGREE", "REJECT", "CONCEDE"})
"""Types beside which what they ask for, threaten or promise is no event of its own (the guidelines' "status")."""
STRIKES = frozenset({"ASSAULT", "COERCE"})
"""Types of acts that hit somebody: "tewas dalam serangan"."""


@dataclass(slots=True)
class Draft:
    """An act as it is found, before it is an event."""

    hit: Hit
    type: str
    mode: str | None
    status: EventStatus
    reality: Reality
    actors: list[Actor]
    recipients: list[Actor]
    quote: Quote | None
    speaker: Actor | None
    leading: list[Actor] = field(default_factory=list)
    """Of a two-sided act, those who are its subject."""
    content: Content | None = None
    context: list[str] = field(default_factory=list)
    cameo: str | None = None
    is_content_negated: bool = False
    swallowed_by: str | None = None
    """Why it is no event of its own."""

    @property
    def told_content(self) -> str:
        """The content as the table ``rewrites`` writes it: "ASSAULT", "not ASSAULT"."""
        kind = self.content.type if self.content else ""
        return f"not {kind}" if kind and self.is_content_negated else kind

    @property
    def is_own(self) -> bool:
        """Whether who acts says so himself."""
        return self.speaker is not None and any(same_side(self.speaker, actor) for actor in self.actors)


class _Rewrite(NamedTuple):
    type: str
    mode: str
    status: str
    voice: str
    content: str
    becomes: str
    as_mode: str
    as_status: str


def same_side(actor: Actor, other: Actor) -> bool:
    """Whether two are one, or of one side: a minister and his state."""
    if actor.id == other.id:
        return True
    mine, theirs = actor.sectors[:1], other.sectors[:1]
    return actor.country is not None and actor.country == other.country and mine == theirs


def other_sides(actors: list[Actor], than: list[Actor]) -> list[Actor]:
    """Those of some actors who are not on the side of any of others."""
    return [one for one in actors if not any(same_side(one, other) for other in than)]


def swallow(drafts: list[Draft]) -> None:
    """Mark what is only asked for, threatened, promised or refused, and tell it as the content of that."""
    for draft in drafts:
        if draft.type == "PROTEST" and draft.swallowed_by is None:
            _swallow_demands(draft, drafts)
        if draft.type == "ACCUSE" and not draft.recipients:
            _accused(draft, drafts)
        if draft.type not in SWALLOWS or draft.swallowed_by is not None:
            continue
        below = _complement(draft.hit)
        inner = [one for one in drafts if one is not draft and one.hit.number in below and not one.reality.is_condition]
        if draft.type == "REJECT" and inner and _denies(draft.hit):
            draft.swallowed_by = "what it denies is told as not done"
            for one in inner:
                one.status, one.speaker = "negated", one.speaker or next(iter(draft.actors), None)
            continue
        for one in inner:
            one.swallowed_by = f"it is what {draft.hit.sense.predicate!r} tells of"
        if inner:
            first = inner[0]
            draft.content = draft.content or Content(first.type, first.mode)
            draft.is_content_negated = first.status == "negated"
            _take_parties(draft, first)


def _accused(draft: Draft, drafts: list[Draft]) -> None:
    """The one accused is who does what he is accused of: "tuduhan bahwa | agen India membunuh Nijjar"."""
    below = _complement(draft.hit)
    for one in drafts:
        if one is not draft and one.hit.number in below and one.actors:
            draft.recipients = other_sides(one.actors, draft.actors)
            return


def _swallow_demands(draft: Draft, drafts: list[Draft]) -> None:
    """What those who protest demand, refuse or condemn is no event beside the protest; against whom is told by it."""
    hit = draft.hit
    below = {*hit.syntax.below_all(hit.number), *hit.syntax.below_all(hit.top)}
    for one in drafts:
        if (
            one is draft
            or one.type not in traits.types("demand")
            or one.swallowed_by is not None
            or one.hit.number not in below
        ):
            continue
        is_other = one.actors and draft.actors and not any(same_side(a, b) for a in one.actors for b in draft.actors)
        if is_other:
            continue
        one.swallowed_by = f"it is what {hit.sense.predicate!r} is for or against"
        acting = draft.actors or one.actors
        draft.actors = list(acting)
        draft.recipients = draft.recipients or other_sides(one.recipients, acting)


def _take_parties(draft: Draft, inner: Draft) -> None:
    """The one asked is who is to act; the one threatened or promised something is who is acted upon."""
    if draft.hit.sense.frame == "both":
        draft.actors += [one for one in inner.actors if one not in draft.actors]
    if draft.type == "REQUEST" and inner.type in traits.types("deed") and _is_suffered(inner.hit):
        draft.recipients = other_sides(draft.recipients, inner.recipients)
    if draft.recipients or draft.hit.sense.frame in {"both", "alone"}:
        return
    given = inner.actors if draft.type == "REQUEST" else inner.recipients or inner.actors
    draft.recipients = other_sides(given, draft.actors)


def _is_suffered(hit: Hit) -> bool:
    """Whether the subject of an act is who suffers it: "mendesak Rusia | diadili", "dikenai sanksi"."""
    return hit.top_voice == "passive" or hit.syntax.text(hit.top) in lexicons.by_role("light-undergo")


def _denies(hit: Hit) -> bool:
    return hit.syntax.text(hit.number) in lexicons.by_role("denies")


def _complement(hit: Hit) -> set[int]:
    """The words of what a predicate asks for, threatens or promises."""
    syntax = hit.syntax
    found: set[int] = set()
    for base in {hit.number, *hit.consumed}:
        for child in syntax.below[base]:
            if child in hit.consumed or syntax.relation(child) in {"nsubj", "csubj", "conj", "parataxis"}:
                continue
            marks = syntax.marks(child, cases=True)
            relation = syntax.word(child).relation
            if relation == "acl:relcl" or marks & lexicons.by_role("condition"):
                continue
            if (
                relation.startswith("advcl")
                and marks
                and not marks & (lexicons.by_role("purpose") | lexicons.by_role("wish"))
            ):
                continue
            found |= set(syntax.below_all(child, without=frozenset({"acl:relcl", "parataxis"})))
    return found


@cache
def _rewrites() -> tuple[_Rewrite, ...]:
    found = []
    for row, place in zip(lexicons.table("rewrites"), lexicons.row_places("rewrites"), strict=True):
        rewrite = _Rewrite(*(row[name] for name in _Rewrite._fields))
        as_mode = rewrite.as_mode if rewrite.as_mode != "*" else ""
        if rewrite.becomes not in {"*", NOTHING} and (rewrite.becomes, as_mode or None) not in kinds():
            raise LexiconError(f"{place}: PLOVER has no {rewrite.becomes} {as_mode}; mend the type or the mode")
        found.append(rewrite)
    return tuple(found)


def recode(draft: Draft) -> None:
    """Give an act the type and status by which the guidelines code it."""
    reality = draft.reality
    status: str = draft.status
    if reality.is_refused:
        status = "refused"
    elif reality.is_duty:
        status = "duty"
    voice = "told" if draft.speaker is None else "own" if draft.is_own else "other"
    for rewrite in _rewrites():
        if (
            rewrite.type in {draft.type, "*"}
            and rewrite.mode in {draft.mode or "", "*"}
            and rewrite.status in {status, "*"}
            and rewrite.voice in {voice, "*"}
            and (rewrite.content == "*" or rewrite.content == draft.told_content)
        ):
            _rewrite(draft, rewrite, is_duty=status == "duty")
            return
    if status == "refused":
        draft.status = "negated"
    elif status == "duty":
        draft.status = "hypothetical"


def _rewrite(draft: Draft, rewrite: _Rewrite, *, is_duty: bool) -> None:
    draft.content = draft.content or Content(draft.type, draft.mode)
    if is_duty and rewrite.becomes == "REQUEST" and draft.speaker is not None:
        draft.recipients = [actor for actor in draft.actors if not same_side(actor, draft.speaker)]
        draft.actors = [draft.speaker]
    if rewrite.becomes == "AGREE" and draft.leading and not draft.recipients:  # one side plans it, with the other
        draft.recipients = [one for one in draft.actors if one not in draft.leading]
        draft.actors = list(draft.leading)
    if rewrite.becomes != "*":
        draft.type = rewrite.becomes
        draft.cameo = None
    if rewrite.as_mode != "*":
        draft.mode = rewrite.as_mode or None
    if rewrite.as_status != "*":
        draft.status = cast("EventStatus", rewrite.as_status)


def is_same(draft: Draft, other: Draft) -> bool:
    """Whether two acts of a sentence are one, told twice: of one type, done by the same, and to nobody else."""
    if draft.type != other.type or draft.status != other.status:
        return False
    if draft.mode != other.mode and draft.mode is not None and other.mode is not None:
        return False
    return _agree(draft.actors, other.actors) and (
        _ids(draft.recipients) == _ids(other.recipients)
        or not _ids(draft.recipients).isdisjoint(_ids(other.recipients))
        or (not draft.recipients and not _has_object(draft))
        or (not other.recipients and not _has_object(other))
    )


def _has_object(draft: Draft) -> bool:
    """Whether a verb tells of a thing that the act is done to, though nobody is known for it."""
    hit = draft.hit
    return not hit.is_noun and hit.syntax.patient(hit.number, hit.voice) is not None


def _ids(actors: list[Actor]) -> set[str]:
    return {actor.id for actor in actors}


def _agree(actors: list[Actor], others: list[Actor]) -> bool:
    return not actors or not others or not _ids(actors).isdisjoint(_ids(others))


def merge(draft: Draft, other: Draft) -> None:
    """Add to one act what another telling of it knows."""
    draft.actors = draft.actors or other.actors
    draft.recipients = draft.recipients or [one for one in other.recipients if one not in draft.actors]
    draft.content = draft.content or other.content
