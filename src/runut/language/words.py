"""Where words begin and end: the words of Universal Dependencies, clitics split off, the text never changed.

A word is a run of letters and digits with its inner hyphens, full stops and apostrophes ("anak-anak", "1.500",
"Ka'ban"), an abbreviation with its full stop (table ``id/abbreviations``), an address, or a single mark. Clitics
are words of their own (tables ``id/clitics`` and ``id/clitics_kept``), and so are two names that a hyphen joins
(``id/hyphen_sides``).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from runut import lexicons
from runut.record import Span

_REPEATED_ADVERB = re.compile(r"se(?P<stem>\w+)-(?P=stem)nya")
_WORD = re.compile(
    r"""
    (?P<address>(?:https?://|www\.)[^\s"”’'»)\]]*[^\s"”’'»)\].,;:!?]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[@\#]\w+)
    |(?P<domain>[A-Za-z0-9][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)*\.(?:com|co\.id|go\.id|or\.id|id|net|org|tv)\b)
    |(?P<ordinal>[Kk]e-\d+)
    |(?P<number>(?>\d+(?:[.,:]\d+)*(?:-an\b)?))(?![^\W\d_])
    |(?P<money>Rp|US\$|[$€£¥])(?=\s?\d)
    |(?P<initials>(?:[A-Z]\.){2,})(?!\w)
    |(?P<word>[^\W_][\w\u0300-\u036f]*(?:[-.'’ʼ‘][^\W_][\w\u0300-\u036f]*)*)
    |(?P<dots>\.{2,}|-{2,}|`{2,}|'{2,})
    |(?P<mark>\S)
    """,
    re.VERBOSE,
)
_SPLIT_AT = re.compile(r"(?<=\d)[-.](?=[^\W\d_]{3})|(?<=[^\W\d_]{3})\.(?=[^\W_]{3})")
_INITIAL = re.compile(r"[A-Z]\.")
_COMBINING = re.compile(r"[\u0300-\u036f\u200b-\u200f\ufe00-\ufe0f\u20e3\U0001f3fb-\U0001f3ff]+")


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Find the words of ``text[start:end]``.

    Returns
    -------
    list of Span
        In order, none empty; together they hold every character but white space.
    """
    stop = len(text) if end is None else end
    spans: list[Span] = []
    at = start
    while at < stop:
        match = _WORD.search(text, at, stop)
        if match is None:
            break
        first, last = match.span()
        if match.lastgroup == "word":
            last = _with_full_stop(text, first, last, stop)
            spans.extend(_parts(text, first, last))
        elif match.lastgroup == "mark" and spans and spans[-1][1] == first and _COMBINING.match(match.group()):
            spans[-1] = (spans[-1][0], last)
        else:
            spans.append((first, last))
        at = last
    return spans


def _with_full_stop(text: str, first: int, last: int, stop: int) -> int:
    """Where the word ends if a full stop behind belongs to it: "Dr.", "a.n.", "J." before a name."""
    if text[last : last + 1] != "." or last + 1 > stop:
        return last
    word = text[first : last + 1]
    if word in _abbreviations():
        return last + 1
    if _INITIAL.fullmatch(word) and text[last + 1 : last + 2].isspace() and text[last + 2 : last + 3].isupper():
        return last + 1
    return last


@cache
def _abbreviations() -> frozenset[str]:
    return lexicons.terms("id/abbreviations", "abbreviation")


def _parts(text: str, first: int, last: int) -> list[Span]:
    """Split a written word where two stand joined, and its clitics off."""
    word = text[first:last]
    spans: list[Span] = []
    for part in _joined(word):
        for piece in clitic_parts(part):
            spans.append((first, first + len(piece)))
            first += len(piece)
    return spans


def _joined(word: str) -> list[str]:
    """Split words that only stand joined: "Rusia-Ukraina", "Kyiv.Blinken" of a page that lost its blank."""
    left, hyphen, right = word.partition("-")
    if hyphen and left in _sides() and right in _sides():
        return [left, hyphen, right]
    pieces, at = [], 0
    for match in _SPLIT_AT.finditer(word):
        pieces += [word[at : match.start()], match.group()]
        at = match.end()
    return [*pieces, word[at:]]


@cache
def _sides() -> frozenset[str]:
    """Words that stay words of their own when a hyphen joins two of them."""
    names = {
        name
        for row in lexicons.table("id/countries")
        for column in ("name", "aliases", "capitals", "seats")
        for name in lexicons.several(row[column])
        if name.isalpha()
    }
    return lexicons.terms("id/hyphen_sides", "word") | names


@lru_cache(maxsize=65_536)
def clitic_parts(word: str) -> tuple[str, ...]:
    """Split a written word into its host and clitics: ``("negara", "nya")``; a word without any comes back alone."""
    lower = word.lower()
    if len(lower) != len(word):
        return (word,)
    for clitic, hosts in _after().items():
        host = lower[: -len(clitic)]
        if lower.endswith(clitic) and _carries(host, lower, hosts):
            cut = len(word) - len(clitic)
            return (*clitic_parts(word[:cut]), word[cut:])
    for clitic, hosts in _before().items():
        if lower.startswith(clitic) and lower[len(clitic) :] in hosts:
            return word[: len(clitic)], word[len(clitic) :]
    return (word,)


def are_joined(first: str, second: str) -> bool:
    """Whether two words without a blank between are a host and its clitic: "negara" and "nya"."""
    if second.lower() in _after() and (first[-1].isalnum() or first[-1] == "-"):
        return True
    return first.lower() in _before() and second.isalpha()


def _carries(host: str, word: str, hosts: frozenset[str]) -> bool:
    if host in hosts:
        return True
    return (
        "*" in hosts
        and len(host) > 1
        and host[0].isalpha()
        and word not in _whole_words()
        and not _REPEATED_ADVERB.fullmatch(word)
    )


@cache
def _whole_words() -> frozenset[str]:
    return lexicons.terms("id/clitics_kept", "word")


@cache
def _after() -> dict[str, frozenset[str]]:
    return _hosts("after")


@cache
def _before() -> dict[str, frozenset[str]]:
    return _hosts("before")


def _hosts(side: str) -> dict[str, frozenset[str]]:
    clitics = sorted({row["clitic"] for row in lexicons.table("id/clitics") if row["side"] == side})
    return {clitic: lexicons.terms("id/clitics", "host", clitic=clitic, side=side) for clitic in clitics}
