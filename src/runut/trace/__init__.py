"""On whose word: the outlets and agencies that the article rests on, and which of them each quotation was taken from."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from runut import lexicons
from runut.language import Parse
from runut.lexicons import outlets
from runut.record import Article, Source, Span

__all__ = ["add_sources"]

_SEPARATOR = re.compile(
    r"\s*(?:,\s*(?:dan|serta)?|\bdan\b|\bserta\b|/|\||&|;)\s*(?:(?:kantor berita|harian|media)\s+)?"
)
_UNKNOWN_NAME = re.compile(r"[A-Z][\w'’&.-]*(?: (?:[A-Z][\w'’&.-]*|of|the|de|el|al)){0,5}")
_ADDRESS = re.compile(
    r"^[\w-]+(?:\.[\w-]+)*\.(?:com|co|id|net|org|tv|news|info|my|press|media|gov)(?:\.[a-z]{2})?$", re.IGNORECASE
)
_BRACKET = re.compile(r"[\[(]([^()\[\]]{2,60})[\])]")
_LISTED = re.compile(r"[^,/|;*&•()\[\]]+")
_NOT_A_SOURCE_AFTER = re.compile(r"\s+(?:itu|tersebut)\b.{0,20}\b(?:tewas|dibunuh|ditahan|ditangkap)")
MOST_WORDS_BETWEEN = 7


@dataclass(frozen=True, slots=True)
class Cited:
    """An outlet where the text cites it."""

    name: str
    span: Span
    cue: str | None
    in_source_line: bool


def add_sources(article: Article, parse: Parse) -> None:
    """Find what the article is taken from, and give every quotation its sources, the nearest first."""
    cited = sorted(_cited_in_story(article) + _listed(article), key=lambda item: item.span)
    own = {article.outlet, _usual(article.outlet), _usual(article.dateline.outlet if article.dateline else None)}
    cited = [item for item in cited if item.name not in own]
    for item in cited:
        if all(source.outlet != item.name for source in article.sources):
            article.sources.append(Source(item.name, item.cue, item.span))
    whole = [item.name for item in cited if item.in_source_line]
    for quote in article.quotes:
        near = _near(article, parse, cited, quote.span)
        quote.sources = list(dict.fromkeys([*near, *([] if near else whole)]))


def _usual(name: str | None) -> str | None:
    known = outlets.called(name) if name else None
    return known.name if known else None


@cache
def _before() -> re.Pattern[str]:
    """A cue before an outlet, with the words that may stand between them."""
    cues = sorted(
        {row["cue"] for row in lexicons.table("id/citations") if row["where"] == "before"}, key=len, reverse=True
    )
    nouns = sorted(
        {row["term"] for row in lexicons.table("id/media_nouns") if row["kind"] == "noun"}, key=len, reverse=True
    )
    cue = "|".join(re.escape(word) for word in cues)
    noun = "|".join(re.escape(word) for word in nouns)
    return re.compile(
        rf"\b(?P<cue>{cue})(?P<link>(?:\s+(?:dari|oleh|pada|di|laporan|sebuah|laman|berita|akun|wawancara))*)"
        rf"(?:\s+(?P<noun>{noun})(?:\s+(?!dan\b)[\w-]+){{0,4}}?(?:,)?)?\s+(?=[\"“]?[A-Za-z0-9])",
        re.IGNORECASE,
    )


@cache
def _by_noun() -> re.Pattern[str]:
    """A noun for a medium before its name, without a cue directly before it: "kata kantor berita pemerintah, SANA"."""
    return re.compile(
        r"\b(?:kantor berita|surat kabar|harian|stasiun televisi|media pemerintah)(?:\s+[\w-]+){0,3}?,?\s+(?=[A-Z])",
        re.IGNORECASE,
    )


@cache
def _after() -> re.Pattern[str]:
    cues = sorted(
        {row["cue"] for row in lexicons.table("id/citations") if row["where"] == "after"}, key=len, reverse=True
    )
    return re.compile(r"\s+(?P<cue>" + "|".join(re.escape(word) for word in cues) + r")\b")


@cache
def _strong() -> frozenset[str]:
    return frozenset(row["cue"] for row in lexicons.table("id/citations") if row["strength"] == "strong")


@cache
def _name_words() -> frozenset[str]:
    return frozenset(row["term"] for row in lexicons.table("id/media_nouns") if row["kind"] == "name")


def _cited_in_story(article: Article) -> list[Cited]:
    found: list[Cited] = []
    for start, end in article.of_kind("body"):
        found += _cued(article.text, start, end)
        found += _subject_outlets(article.text, start, end)
    return found


def _cued(text: str, start: int, end: int) -> list[Cited]:
    found: list[Cited] = []
    for match in _before().finditer(text, start, end):
        cue = " ".join((match["cue"] + match["link"]).split())
        is_strong = match["cue"].casefold() in _strong() or bool(match["noun"])
        position = match.end() + (text[match.end()] in '"“')
        while (named := _outlet_at(text, position, end, is_strong=is_strong)) is not None:
            name, span = named
            found.append(Cited(name, span, cue, in_source_line=False))
            separator = _SEPARATOR.match(text, span[1], end)
            if separator is None:
                break
            position, is_strong = separator.end(), False
    return found


def _outlet_at(text: str, start: int, end: int, *, is_strong: bool) -> tuple[str, Span] | None:
    """The outlet whose name begins at `start`: one of the table, or, behind a strong cue, one that looks like one."""
    known = outlets.at(text, start)
    if known and known.end <= end:
        return None if known.outlet.kind == "social" else (known.outlet.name, (known.start, known.end))
    unknown = _UNKNOWN_NAME.match(text, start, end) if is_strong else None
    if unknown is None:
        address = re.compile(r"[\w-]+(?:\.[\w-]+)+").match(text, start, end) if is_strong else None
        if address and _ADDRESS.match(address.group()):
            return address.group(), address.span()
        return None
    name = unknown.group().rstrip(".")
    words = name.split()
    looks = _ADDRESS.match(name) or any(word.casefold() in _name_words() for word in words[1:] or words)
    return (name, (start, start + len(name))) if looks else None


def _subject_outlets(text: str, start: int, end: int) -> list[Cited]:
    """Outlets that are the subject of a report: "Reuters melaporkan"."""
    found: list[Cited] = []
    for match in _after().finditer(text, start, end):
        named = outlets.ending_at(text, match.start())
        if named and named.start >= start and named.outlet.kind != "social":
            found.append(Cited(named.outlet.name, (named.start, named.end), match["cue"], in_source_line=False))
    return found


def _listed(article: Article) -> list[Cited]:
    """Outlets in the lines that only name sources: "Sumber: Reuters | BBC", "(Ant/Z-4)"."""
    found: list[Cited] = []
    for start, end in article.of_kind("source"):
        line = article.text[start:end]
        bracket = _BRACKET.search(line)
        label = re.match(r"\W*(?:sumber(?: berita)?|source|disadur dari|diolah dari)\s*[:：]?\s*", line, re.IGNORECASE)
        begin = label.end() if label else bracket.start(1) if bracket else 0
        for part in _LISTED.finditer(line, begin):
            for piece in re.finditer(r"(?:(?!\s+dan\s+).)+", part.group()):
                named = _listed_outlet(piece.group().strip(" ."), labelled=bool(label))
                if named:
                    offset = start + part.start() + piece.start() + piece.group().find(piece.group().strip(" ."))
                    found.append(
                        Cited(named, (offset, offset + len(piece.group().strip(" ."))), None, in_source_line=True)
                    )
    return found


def _listed_outlet(name: str, *, labelled: bool) -> str | None:
    outlet = outlets.called(name)
    if outlet:
        return None if outlet.kind == "social" else outlet.name
    is_address = bool(_ADDRESS.match(name))
    looks = labelled and name[:1].isupper() and any(word.casefold() in _name_words() for word in name.split())
    return name if (labelled and is_address) or looks else None


def _near(article: Article, parse: Parse, cited: list[Cited], quote: Span) -> list[str]:
    """The outlets cited in the sentence of a quotation, or in its attribution."""
    sentence = parse.sentence_at(quote[1]) or quote
    stop = sentence[1]
    if stop <= quote[1] + 2:  # the quotation ends a sentence of its own: its attribution may follow
        index = bisect_right(parse.sentences, stop - 1, key=lambda span: span[0])
        following = parse.sentences[index] if index < len(parse.sentences) else sentence
        if article.text[following[0]].islower():
            stop = following[1]
    first = parse.sentence_at(quote[0]) or quote
    return [item.name for item in cited if first[0] <= item.span[0] < stop and not quote[0] <= item.span[0] < quote[1]]
