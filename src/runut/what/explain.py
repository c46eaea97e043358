"""Why a sentence is coded as it is: which row fired for which words, and why others did not."""

from __future__ import annotations

from dataclasses import dataclass

from runut.pipeline import understand
from runut.record import Actor, Article, Document, Event
from runut.what.codebook import NOTHING, Sense, senses
from runut.what.reader import Reader
from runut.what.syntax import Syntax
from runut.what.triggers import Refusal


@dataclass(frozen=True, slots=True)
class Fired:
    """A row that fired.

    Attributes
    ----------
    event
        What came of it; ``None`` where it tells no event of its own.
    reason
        Why there is no event.
    """

    word: str
    sense: Sense
    event: Event | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Silent:
    """A row whose word stands in the sentence and that did not fire."""

    word: str
    sense: Sense
    reason: str


@dataclass(frozen=True, slots=True)
class Failure:
    """An example of the codebook that does not give what its row says."""

    sense: Sense
    found: tuple[str, ...]


def explain(text: str, published: str | None = None) -> tuple[Article, list[Fired], list[Silent]]:
    """Tell of a text what fired in it and what did not."""
    article, parse, cast = understand(Document(id="explained", content=text, published=published))
    reader = Reader(article, parse, cast, keeps_refused=True)
    fired: list[Fired] = []
    silent: list[Silent] = []
    for number, tree in enumerate(parse.trees):
        syntax = Syntax(tree)
        drafts, dropped = reader.sentence(number, syntax)
        for draft in drafts:
            event = reader.event(number, draft)
            article.events.append(event)
            fired.append(Fired(syntax.word(draft.hit.number).text, draft.hit.sense, event, None))
        fired += [Fired(syntax.word(one.hit.number).text, one.hit.sense, None, reason) for one, reason in dropped]
        silent += [_silent(syntax, refusal) for refusal in reader.refused()]
    return article, fired, silent


def _silent(syntax: Syntax, refusal: Refusal) -> Silent:
    return Silent(syntax.word(refusal.number).text, refusal.sense, refusal.reason)


def failures() -> list[Failure]:
    """Read every example of the codebook; those in which its row does not give its type, mode and parties."""
    found = []
    for sense in senses():
        failure = failure_of(sense)
        if failure is not None:
            found.append(failure)
    return found


def failure_of(sense: Sense) -> Failure | None:
    """What is wrong with the example of a row; ``None`` where nothing is."""
    article, fired, _ = explain(sense.example)
    if sense.type == NOTHING:
        events = [one for one in fired if one.event is not None and one.sense.predicate == sense.predicate]
        return Failure(sense, tuple(_told(article, one.event) for one in events if one.event)) if events else None
    wanted = (sense.type, sense.mode, in_order(sense.parties))
    told = [one.event for one in fired if one.event is not None]
    if any((event.type, event.mode, parties(article, event)) == wanted for event in told):
        return None
    return Failure(sense, tuple(_told(article, event) for event in told))


def parties(article: Article, event: Event) -> str:
    """Write the parties of an event: "RUS GOV>UKR GOV"."""
    return ">".join(
        "+".join(sorted(code(article.actor(one)) for one in side)) for side in (event.actor, event.recipient)
    )


def in_order(told: str) -> str:
    """Write the parties of a row with each side in alphabetical order."""
    return ">".join("+".join(sorted(one.strip() for one in side.split("+"))) for side in told.split(">"))


def code(actor: Actor | None) -> str:
    """Write a party as its country and first sector: "RUS GOV"."""
    return " ".join([actor.country or "", *actor.sectors[:1]]).strip() if actor else ""


def _told(article: Article, event: Event) -> str:
    return f"{event.type} {event.mode or ''}".strip() + f" {parties(article, event)}"
