"""The order of the rooms, on one page: a document walks through them once, each adds its part to the record."""

from __future__ import annotations

from runut import language, page, says, trace, what, when, where, who
from runut.record import Article, Document

__all__ = ["read_document", "understand"]


def read_document(document: Document) -> Article:
    """Read one document into its record.

    Raises
    ------
    EmptyError
        Where an HTML page holds no article.
    """
    article, parse, cast = understand(document)
    what.add_events(article, parse, cast)
    who.put_in_order(article)
    trace.add_sources(article, parse)
    return article


def understand(document: Document) -> tuple[Article, language.Parse, who.Cast]:
    """Read one document up to its events: who speaks, who is named, when and where.

    Raises
    ------
    EmptyError
        Where an HTML page holds no article.
    """
    article = page.open_document(document)
    when.find_published(article)
    parse = language.analyse(article)
    cast = who.add_actors(article, parse)
    says.add_quotes(article, parse, cast)
    who.add_references(article, parse, cast)
    says.add_voices(article, parse)
    when.add_dates(article, parse)
    where.add_places(article, parse)
    return article, parse, cast
