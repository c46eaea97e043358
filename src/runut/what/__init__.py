"""What happened: acts by the PLOVER codebook, with those who act, whether it took place, and who says so."""

from __future__ import annotations

from runut.language import Parse
from runut.record import Article
from runut.what import traits
from runut.what.reader import Reader
from runut.what.syntax import Syntax
from runut.who import Cast

__all__ = ["add_events"]

_ARMED = (["PRM"], ["UAF"])
_GOVERNING = (["GOV"], ["MIL"])


def add_events(article: Article, parse: Parse, cast: Cast) -> None:
    """Add the events that the story tells, in order."""
    known: set[str | None] = {actor.id for actor in article.actors}
    reader = Reader(article, parse, cast)
    for number, tree in enumerate(parse.trees):
        kept, _ = reader.sentence(number, Syntax(tree))
        for draft in kept:
            event = reader.event(number, draft)
            article.events.append(event)
            known |= {*event.actor, *event.recipient, event.speaker}
    article.actors = [actor for actor in article.actors if actor.id in known]
    _name_rebels(article)


def _name_rebels(article: Article) -> None:
    """Armed groups that fight their own state are against its government, whatever they were: "Wagner"."""
    rebels: set[str | None] = set()
    for event in article.events:
        if event.type not in traits.types("rebels") or event.status in {"negated", "hypothetical"}:
            continue
        against = [one for recipient in event.recipient if (one := article.actor(recipient))]
        for actor in (one for acting in event.actor if (one := article.actor(acting))):
            fights = any(one.country == actor.country and one.sectors[:1] in _GOVERNING for one in against)
            if actor.sectors[:1] in _ARMED and fights:
                rebels.add(actor.country)
    for actor in article.actors:
        if actor.country in rebels and actor.sectors[:1] in _ARMED:
            actor.sectors = ["REB", *actor.sectors[1:]]
