"""An article in the terminal: on whose word it rests, its quotes with their speakers, its days.

In a terminal speakers have colours; piped, the same falls back to plain text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.console import Console
from rich.rule import Rule
from rich.text import Text

from runut.record import Article, Event, Quote, Span
from runut.views import events
from runut.views.controls import CONTROLS
from runut.views.page import chain_in_words

SPEAKER_COLOURS = ("cyan", "magenta", "green", "yellow", "bright_blue", "bright_red", "bright_green", "bright_magenta")
"""Given to speakers in order of first quotation; the last ones are given again where there are more."""
EVENT_STYLES = {1: "green", 2: "bright_green", 3: "yellow", 4: "red"}
"""By PLOVER's quad class: cooperation in words and deeds, conflict in words and deeds."""
UNKNOWN_DAY = "! the days marked ? need the day of publication: give it with --published, or in JSON lines"
"""Control characters of an article, which must not reach the terminal; each becomes one other, so that spans hold."""
NOBODY = "somebody unnamed"
ARROW = " ← "


def print_article(article: Article, console: Console) -> None:
    """Print one article."""
    colours = _colours(article)
    title = Text((article.title or article.id).translate(CONTROLS), style="bold")
    _print(title, console)
    if console.is_terminal:
        console.print(Rule(style="dim"))
    _print(_head(article), console)
    for warning in article.warnings:
        _print(Text(f"! {warning}", style="yellow"), console)
    if article.published is None and any(expression.value is None for expression in article.dates):
        _print(Text(UNKNOWN_DAY, style="yellow"), console)
    console.print()
    for paragraph in _story(article, colours):
        _print(paragraph, console)
        console.print()
    for heading, lines in (
        ("Statements", _quotes(article, colours)),
        ("Events", _events(article, colours)),
        ("Actors", _actors(article, colours)),
        ("Places", _places(article)),
        ("Days", _days(article)),
        ("Related", _related(article)),
    ):
        if lines:
            console.print(Text(heading, style="bold"))
            for line in lines:
                _print(Text("  ").append_text(line), console)
            console.print()


def _print(text: Text, console: Console) -> None:
    """Print a paragraph: folded to the width of a terminal, on one line where it is piped."""
    console.print(text, soft_wrap=not console.is_terminal)


def chain(article: Article) -> str:
    """On whose word the article rests: "Kompas TV ← CNN"."""
    outlet = article.outlet or "unknown outlet"
    sources = ", ".join(source.outlet for source in article.sources)
    return f"{outlet}{ARROW}{sources}" if sources else outlet


def _colours(article: Article) -> dict[str | None, str]:
    colours: dict[str | None, str] = {None: "white"}
    for quote in article.quotes:
        if quote.speaker not in colours:
            colours[quote.speaker] = SPEAKER_COLOURS[(len(colours) - 1) % len(SPEAKER_COLOURS)]
    return colours


def _head(article: Article) -> Text:
    head = Text(chain(article), style="bold")
    facts = [
        f"published {article.published}" if article.published else "day of publication unknown",
        f"written in {article.dateline.place}" if article.dateline and article.dateline.place else "",
        f"by {article.author}" if article.author else "",
        f"language {article.language}" if article.language and article.language != "id" else "",
        article.url or "",
    ]
    return head.append("\n" + " · ".join(fact for fact in facts if fact), style="dim")


def _story(article: Article, colours: dict[str | None, str]) -> Iterator[Text]:
    """The paragraphs of the story, with quotes in their speakers' colours and days underlined."""
    for start, end in article.of_kind("body"):
        text = Text(article.text[start:end].translate(CONTROLS))
        for quote in article.quotes:
            _mark(text, quote.span, start, end, colours[quote.speaker])
            if quote.speaker_span:
                _mark(text, quote.speaker_span, start, end, f"bold {colours[quote.speaker]}")
        for expression in article.dates:
            _mark(text, expression.span, start, end, "underline")
        yield text


def _mark(text: Text, span: Span, start: int, end: int, style: str) -> None:
    if start <= span[0] < end:
        text.stylize(style, span[0] - start, min(span[1], end) - start)


def _quotes(article: Article, colours: dict[str | None, str]) -> list[Text]:
    return [_quote(article, quote, colours[quote.speaker]) for quote in article.quotes]


def _quote(article: Article, quote: Quote, colour: str) -> Text:
    actor = article.actor(quote.speaker)
    line = Text(actor.name if actor else NOBODY, style=f"bold {colour}")
    if quote.cue:
        line.append(f" ({quote.cue.text})", style="dim")
    cited = chain_in_words([link for link in quote.chain if link.kind == "source"])
    if cited:
        line.append(ARROW.rstrip() + " " + cited, style="dim")
    if quote.date:
        line.append(f", {quote.date}", style="dim")
    words = quote.text.translate(CONTROLS)
    return line.append(f": “{words}”" if quote.kind == "direct" else f": {words}", style="default")


def _events(article: Article, colours: dict[str | None, str]) -> list[Text]:
    """Each event beside the sentence that tells it."""
    lines = []
    for number, sentence in enumerate(article.sentences):
        told = [event for event in article.events if event.sentence == number]
        if told:
            words = Text(" ".join(article.text[slice(*sentence.span)].split()).translate(CONTROLS), style="dim")
            lines += [words, *(_event(article, event, colours) for event in told)]
    return lines


def _event(article: Article, event: Event, colours: dict[str | None, str]) -> Text:
    line = Text("  ").append(events.who(article, event), style="bold not dim")
    line.append(f"  {events.what(event)}", style=EVENT_STYLES[event.quad])
    line.append(f"  {event.status}", style="default" if event.status == "actual" else "italic")
    if event.content:
        line.append(f" ({event.content.type}{'/' + event.content.mode if event.content.mode else ''})", style="dim")
    told = events.according(article, event)
    if told:
        line.append(f"  {told}", style=colours.get(event.speaker, "white"))
    return line.append(f"  “{' '.join(event.trigger.text.split())}”", style="dim")


def _actors(article: Article, colours: dict[str | None, str]) -> list[Text]:
    """Each actor with its codes, its title, and all the words that mean it."""
    lines = []
    for actor in article.actors:
        line = Text(actor.name.translate(CONTROLS), style=f"bold {colours.get(actor.id, '')}".strip())
        line.append(f"  {' '.join([actor.country or '–', *actor.sectors])}", style="not bold")
        if actor.title and actor.title != actor.name:
            line.append(f"  {actor.title}", style="not bold italic")
        written = [" ".join(article.text[slice(*span)].split()).translate(CONTROLS) for span in actor.mentions]
        counts = Counter(written)
        told = ", ".join(name if count == 1 else f"{name} {count}×" for name, count in counts.items())
        lines.append(line.append(f"  {told}", style="dim not bold"))
    return lines


def _places(article: Article) -> list[Text]:
    return [
        Text(place.text).append(
            "  "
            + " ".join(part for part in (place.country or "–", place.name if place.name != place.text else "") if part),
            style="dim",
        )
        for place in article.places
    ]


def _days(article: Article) -> list[Text]:
    width = max((len(expression.text) for expression in article.dates), default=0)
    return [
        Text(expression.text, style="underline").append(
            " " * (width - len(expression.text) + 2) + (expression.value or "?"), style="not underline"
        )
        for expression in article.dates
    ]


def _related(article: Article) -> list[Text]:
    return [Text(link.title + (f" <{link.url}>" if link.url else ""), style="dim") for link in article.related]
