"""Events in words and as lines: who did what to whom, whether it took place, according to whom, on whose word."""

from __future__ import annotations

from runut.record import Actor, Article, Event

COLUMNS = (
    "article",
    "published",
    "event",
    "type",
    "mode",
    "status",
    "actor",
    "actor_codes",
    "recipient",
    "recipient_codes",
    "speaker",
    "sources",
    "date",
    "place",
    "content",
    "context",
    "cameo",
    "quad",
    "score",
    "confidence",
    "by",
    "trigger",
    "start",
    "end",
    "sentence",
)
"""Of `line`; lists are joined by ``|``."""


def code(actor: Actor | None) -> str:
    """Write a party as country and first sector: "USA GOV"; "–" where its country is unknown."""
    return " ".join([actor.country or "–", *actor.sectors[:1]]) if actor else "–"


def what(event: Event) -> str:
    """Write what an event is: "SANCTION/discontinue"."""
    return f"{event.type}/{event.mode}" if event.mode else event.type


def who(article: Article, event: Event) -> str:
    """Write the parties by their codes: "USA GOV → RUS GOV"."""
    sides = [", ".join(code(article.actor(one)) for one in side) for side in (event.actor, event.recipient)]
    return f"{sides[0] or '?'} → {sides[1]}" if sides[1] else sides[0] or "?"


def according(article: Article, event: Event) -> str:
    """Write on whose word: "according to CNN ← Antony Blinken"; empty in the article's own voice."""
    speaker = article.actor(event.speaker)
    steps = [", ".join(event.sources), speaker.name if speaker else ""]
    told = " ← ".join(step for step in steps if step)
    return f"according to {told}" if told else ""


def line(article: Article, event: Event) -> str:
    """Write an event as one line of tab-separated values, in the order of `COLUMNS`."""
    content = event.content
    start, end = event.trigger.span
    speaker = article.actor(event.speaker)
    sentence = article.sentences[event.sentence].span
    values = [
        article.id,
        article.published,
        event.id,
        event.type,
        event.mode,
        event.status,
        _names(article, event.actor),
        "|".join(code(article.actor(one)) for one in event.actor),
        _names(article, event.recipient),
        "|".join(code(article.actor(one)) for one in event.recipient),
        speaker.name if speaker else None,
        "|".join(event.sources),
        event.date,
        event.place,
        f"{content.type}/{content.mode}" if content and content.mode else content.type if content else None,
        "|".join(event.context),
        event.cameo,
        str(event.quad),
        str(event.score),
        str(event.confidence),
        event.by,
        event.trigger.text,
        str(start),
        str(end),
        article.text[slice(*sentence)],
    ]
    return "\t".join(" ".join((value or "").split()) for value in values)


def _names(article: Article, side: list[str]) -> str:
    return "|".join(actor.name for one in side if (actor := article.actor(one)))
