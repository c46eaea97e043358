"""Who the article names: mentions → actors with country and sectors, each once, with all the places that name them."""

from __future__ import annotations

from runut.language import Parse
from runut.record import Article
from runut.who.cast import Cast
from runut.who.references import add_references

__all__ = ["Cast", "add_actors", "add_references", "put_in_order"]


def add_actors(article: Article, parse: Parse) -> Cast:
    """Add everybody who takes part in what the story tells, in order of first mention.

    Returns
    -------
    Cast
        Whom the words of the article mean, for the rooms that find who speaks and who acts.
    """
    cast = Cast(article, parse)
    cast.actors()
    return cast


def put_in_order(article: Article) -> None:
    """Number the actors in order of their first mention, and give them their new numbers wherever they are meant."""
    article.actors.sort(key=lambda actor: actor.mentions[0])
    number_of = {actor.id: f"a{number}" for number, actor in enumerate(article.actors, start=1)}
    for actor in article.actors:
        actor.id = number_of[actor.id]
    for quote in article.quotes:
        quote.speaker = number_of[quote.speaker] if quote.speaker else None
    for sentence in article.sentences:
        sentence.speaker = number_of[sentence.speaker] if sentence.speaker else None
    for event in article.events:
        event.speaker = number_of[event.speaker] if event.speaker else None
        event.actor = [number_of[one] for one in event.actor]
        event.recipient = [number_of[one] for one in event.recipient]
