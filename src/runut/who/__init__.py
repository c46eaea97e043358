"""Who the article names: phrases that name somebody → actors, each once, with all the places that name them."""

from __future__ import annotations

from runut.language import NamePhrase, Parse
from runut.record import Actor, Article, Span

__all__ = ["add_actors"]


def add_actors(article: Article, parse: Parse) -> None:
    """Add the people whom the story names with an office, in order of first mention."""
    text = article.text
    for phrase in parse.phrases:
        if phrase.head != "office" or phrase.name is None or phrase.title is None:
            continue
        name = text[slice(*phrase.name)]
        known = next((actor for actor in article.actors if parse.same_person(actor.name, name)), None)
        if known is None:
            full = parse.full_name(phrase)
            known = next((actor for actor in article.actors if actor.name == full), None)
            if known is None:
                known = Actor(f"a{len(article.actors) + 1}", full, "person", None, [], None, [])
                article.actors.append(known)
        if known.title is None:
            known.title = " ".join(text[slice(*phrase.title)].split())
    for actor in article.actors:
        actor.mentions = mentions(text, actor.name, parse.phrases)


def mentions(text: str, name: str, phrases: list[NamePhrase]) -> list[Span]:
    """Where the text names somebody of that name."""
    return [
        phrase.name
        for phrase in phrases
        if phrase.name is not None and Parse.same_person(name, text[slice(*phrase.name)])
    ]
