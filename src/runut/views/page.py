"""An article as one web page: its text with all that runut found marked in it, and the findings beside it.

The page holds everything it needs, so that it opens without a network; without scripts it can be read all the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from runut.record import Actor, Article, Event, Link, Quote, Span
from runut.views import events

NOBODY = "somebody unnamed"
_HUES = (210, 20, 130, 290, 45, 330, 170, 255, 0, 90)
"""Degrees of hue, given to speakers in order of their first statement; given again where there are more."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text in which the same findings hold.

    Attributes
    ----------
    classes
        ``q`` in a statement, ``v`` where its speaker is told, ``m`` an actor, ``e`` an event's trigger, ``p`` a place,
        ``d`` a date.
    of
        The ids of the findings.
    hue
        The colour of the speaker, in degrees; ``None`` outside statements.
    """

    text: str
    classes: tuple[str, ...]
    of: tuple[str, ...]
    hue: int | None


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Span
    kind: str
    of: str
    hue: int | None = None


def page(article: Article) -> str:
    """Write an article as a self-contained HTML page."""
    hues = _hues(article)
    marks = list(_marks(article, hues))
    return _template().render(
        title=article.title or _first_words(article),
        chain=[name for name in (article.outlet, ", ".join(source.outlet for source in article.sources)) if name],
        facts=_facts(article),
        warnings=article.warnings,
        paragraphs=[
            {"kind": paragraph.kind, "pieces": list(_pieces(article.text, paragraph.span, marks))}
            for paragraph in article.paragraphs
        ],
        quotes=[_quote(article, quote, hues) for quote in article.quotes],
        events=[_event(article, event, hues) for event in article.events],
        actors=[_actor(article, actor, hues) for actor in article.actors],
        places=[
            {
                "id": f"p{number}",
                "text": place.text,
                "name": place.name if place.name != place.text else "",
                "where": " · ".join(
                    part
                    for part in (
                        place.country or "no one state",
                        f"{place.lat:.2f}, {place.lon:.2f}" if place.lat is not None and place.lon is not None else "",
                        f"GeoNames {place.geonames}" if place.geonames else "",
                    )
                    if part
                ),
            }
            for number, place in enumerate(article.places, start=1)
        ],
        dates=[
            {"id": f"d{number}", "text": date.text, "value": date.value or "?"}
            for number, date in enumerate(article.dates, start=1)
        ],
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("runut.views"), autoescape=True, undefined=StrictUndefined, trim_blocks=False
    )
    return environment.get_template("article.html.j2")


def _first_words(article: Article) -> str:
    body = article.of_kind("body")
    words = article.text[slice(*body[0])].split() if body else []
    return " ".join(words[:12]) + (" …" if len(words) > len(words[:12]) else "") if words else article.id


def _facts(article: Article) -> list[str]:
    facts = [
        f"published {article.published}" if article.published else "day of publication unknown",
        f"written in {article.dateline.place}" if article.dateline and article.dateline.place else "",
        f"by {article.author}" if article.author else "",
        article.url or "",
        f"read by runut {article.runut.version}, {article.runut.model}",
    ]
    return [fact for fact in facts if fact]


def _hues(article: Article) -> dict[str | None, int]:
    """The colour of each speaker."""
    hues: dict[str | None, int] = {}
    for quote in article.quotes:
        hues.setdefault(quote.speaker, _HUES[len(hues) % len(_HUES)])
    return hues


def _marks(article: Article, hues: dict[str | None, int]) -> Iterator[_Mark]:
    for quote in article.quotes:
        yield _Mark(quote.span, "q", quote.id, hues[quote.speaker])
        for span in (quote.speaker_span, quote.cue.span if quote.cue else None):
            if span:
                yield _Mark(span, "v", quote.id, hues[quote.speaker])
    for actor in article.actors:
        for span in actor.mentions:
            yield _Mark(span, "m", actor.id)
    for event in article.events:
        yield _Mark(event.trigger.span, "e", event.id)
    for number, place in enumerate(article.places, start=1):
        yield _Mark(place.span, "p", f"p{number}")
    for number, date in enumerate(article.dates, start=1):
        yield _Mark(date.span, "d", f"d{number}")


def _pieces(text: str, span: Span, marks: list[_Mark]) -> Iterator[Piece]:
    """A paragraph in pieces, cut wherever a finding begins or ends."""
    here = [mark for mark in marks if mark.span[0] < span[1] and span[0] < mark.span[1]]
    cuts = sorted({*span, *(min(max(edge, span[0]), span[1]) for mark in here for edge in mark.span)})
    for start, end in pairwise(cuts):
        over = [mark for mark in here if mark.span[0] <= start and end <= mark.span[1]]
        hue = next((mark.hue for mark in over if mark.hue is not None), None)
        yield Piece(
            text[start:end],
            tuple(dict.fromkeys(mark.kind for mark in over)),
            tuple(dict.fromkeys(mark.of for mark in over)),
            hue,
        )


def _quote(article: Article, quote: Quote, hues: dict[str | None, int]) -> dict[str, object]:
    speaker = article.actor(quote.speaker)
    return {
        "id": quote.id,
        "speaker": speaker.name if speaker else NOBODY,
        "cue": quote.cue.text if quote.cue else "",
        "text": quote.text,
        "kind": quote.kind,
        "date": quote.date or "",
        "chain": chain_in_words(quote.chain),
        "hue": hues[quote.speaker],
    }


def _event(article: Article, event: Event, hues: dict[str | None, int]) -> dict[str, object]:
    content = event.content
    return {
        "id": event.id,
        "who": events.who(article, event),
        "names": " → ".join(
            ", ".join(actor.name for one in side if (actor := article.actor(one)))
            for side in (event.actor, event.recipient)
            if side
        ),
        "what": events.what(event),
        "quad": event.quad,
        "status": event.status,
        "content": (f"{content.type}/{content.mode}" if content.mode else content.type) if content else "",
        "trigger": event.trigger.text,
        "more": [part for part in (event.date, event.place, chain_in_words(event.chain)) if part],
        "hue": hues.get(event.speaker) if event.speaker else None,
    }


def chain_in_words(chain: list[Link]) -> str:
    """A chain on one line: "Kompas TV ← CNN ← Antony Blinken"; outlets cited side by side stand together."""
    steps: list[list[str]] = []
    kind = ""
    for link in chain:
        if link.kind == kind == "source":
            steps[-1].append(link.name)
        else:
            steps.append([link.name])
        kind = link.kind
    return " ← ".join(", ".join(step) for step in steps)


def _actor(article: Article, actor: Actor, hues: dict[str | None, int]) -> dict[str, object]:
    written = [" ".join(article.text[slice(*span)].split()) for span in actor.mentions]
    counts = {name: written.count(name) for name in written}
    return {
        "id": actor.id,
        "name": actor.name,
        "code": " ".join([actor.country or "–", *actor.sectors]),
        "title": actor.title if actor.title != actor.name else None,
        "mentions": ", ".join(name if count == 1 else f"{name} ({count}×)" for name, count in counts.items()),
        "hue": hues.get(actor.id),
    }
