"""On whose word: the outlets that the article rests on, and from which of them each quotation and event was taken."""

from __future__ import annotations

from bisect import bisect_right

from runut.language import Parse
from runut.lexicons import outlets
from runut.record import Article, Link, Source, Span
from runut.trace.citations import Cited, in_dateline, in_source_line, in_story

__all__ = ["add_sources"]

_CITING_HEADS = frozenset({"Seperti", "Sebagaimana", "Demikian", "Dilansir", "Dikutip"})
"""Words at the head of a sentence that only tells from where the one before it was taken."""


def add_sources(article: Article, parse: Parse) -> None:
    """Find what the article is taken from, and give every quotation and event its sources.

    A source cited in the sentence of a quotation, or in its attribution, covers that quotation; one that only a line
    at the end names ("Sumber: CNN") covers those that have no nearer one.
    """
    own = _own_names(article)
    spoken = [quote.span for quote in article.quotes]
    story = [found for span in article.of_kind("body") for found in in_story(article.text, *span)]
    story = [found for found in story if not any(start <= found.span[0] < end for start, end in spoken)]
    shared = list(in_dateline(article.text, *article.dateline.span)) if article.dateline else []
    listed = shared + [found for span in article.of_kind("source") for found in in_source_line(article.text, *span)]
    story, listed = ([found for found in part if found.name not in own] for part in (story, listed))
    for found in sorted(story + listed, key=lambda cited: cited.span):
        if all(source.outlet != found.name for source in article.sources):
            article.sources.append(Source(found.name, found.cue, found.span))
    for quote in article.quotes:
        cited = _near(article, parse, story, quote.span) or listed
        quote.sources = list(dict.fromkeys(found.name for found in cited))
        quote.chain = _chain(article, cited, quote.speaker, quote.speaker_span)
    for event in article.events:
        told = next((quote for quote in article.quotes if quote.id == event.quote), None)
        cited = _near(article, parse, story, told.span if told else event.trigger.span) or listed
        event.sources = list(dict.fromkeys(found.name for found in cited))
        event.chain = _chain(article, cited, event.speaker, told.speaker_span if told else None)


def _chain(article: Article, cited: list[Cited], speaker_id: str | None, span: Span | None) -> list[Link]:
    """Outlet ← those it cites ← speaker, each with the words that name it."""
    dateline = article.dateline
    chain = [Link("outlet", article.outlet, dateline.span if dateline else None)] if article.outlet else []
    chain += [Link("source", found.name, found.span) for found in {one.name: one for one in reversed(cited)}.values()][
        ::-1
    ]
    speaker = article.actor(speaker_id)
    return [*chain, Link("speaker", speaker.name, span)] if speaker else chain


def _own_names(article: Article) -> frozenset[str]:
    """What the publishing outlet is called: it is no source of its own."""
    names = {article.outlet, article.dateline.outlet if article.dateline else None} - {None}
    known = [found for name in names if name and (found := outlets.called(name))]
    # a section of a site is the site: BBC News Indonesia at bbc.com/indonesia is the BBC
    sites = [found for own in known if "/" in own.domain and (found := outlets.of_address(own.domain.split("/")[0]))]
    return frozenset({name for name in names if name} | {found.name for found in [*known, *sites]})


def _near(article: Article, parse: Parse, cited: list[Cited], quote: Span) -> list[Cited]:
    """The outlets cited in the sentences that a quotation begins and ends in, outside the quotation itself."""
    first, last = (parse.sentence_at(offset) or quote for offset in quote)
    index = bisect_right(parse.sentences, last[0], key=lambda span: span[0])
    following = parse.sentences[index] if index < len(parse.sentences) else last
    begins = article.text[slice(*following)].split()[0]
    # the attribution may go on in lower case behind a full stop; a sentence of its own may tell the source
    goes_on = last[1] <= quote[1] + 2 and begins[0].islower()
    stop = following[1] if goes_on or begins in _CITING_HEADS else last[1]
    return [found for found in cited if first[0] <= found.span[0] < stop]
