"""What a date belongs to: the verb of the statement, or the act, that it dates in the tree."""

from __future__ import annotations

from runut.language import Parse, Tree
from runut.record import Article, Quote, Span, TimeExpression


def add_owners(article: Article, parse: Parse) -> None:
    """Give every date the word that it belongs to, and every statement the day on which it was made."""
    for expression in article.dates:
        tree = parse.tree_at(expression.span[0])
        expression.modifies = _modified(tree, expression.span) if tree else None
    for quote in article.quotes:
        said = [expression for expression in article.dates if _dates(parse, quote, expression)]
        quote.date = said[0].value if said else None


def _modified(tree: Tree, span: Span) -> Span | None:
    """The word outside an expression on which it hangs, seen through names and brackets."""
    inside = [number for number, word in enumerate(tree.words, 1) if span[0] <= word.span[0] < span[1]]
    for number in inside:
        word = tree.words[number - 1]
        if word.head not in inside:
            head = word.head
            while head and tree.words[head - 1].upos in {"NUM", "PUNCT"}:
                head = tree.words[head - 1].head
            return tree.words[head - 1].span if head else None
    return None


def _dates(parse: Parse, quote: Quote, expression: TimeExpression) -> bool:
    """Whether an expression tells when a statement was made: it hangs on the cue, or on who speaks."""
    if quote.cue is None or expression.value is None or expression.modifies is None:
        return False
    if quote.span[0] <= expression.span[0] < quote.span[1]:
        return False
    if parse.sentence_at(expression.span[0]) != parse.sentence_at(quote.cue.span[0]):
        return False
    owner = expression.modifies
    cue, speaker = quote.cue.span, quote.speaker_span
    return cue[0] <= owner[0] < cue[1] or (speaker is not None and speaker[0] <= owner[0] < speaker[1])
