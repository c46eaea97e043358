"""Who the article names: mentions → actors with country and sectors, each once, with all the places that name them."""

from __future__ import annotations

from runut.language import Parse
from runut.record import Article
from runut.who.cast import Cast

__all__ = ["Cast", "add_actors"]


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
