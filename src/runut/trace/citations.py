"""Where the text cites an outlet: "dilansir dari CNN", "kepada AFP", "Reuters melaporkan", "Sumber: Kyodo"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from runut import lexicons
from runut.lexicons import outlets
from runut.record import Span

_SEPARATOR = re.compile(
    r"\s*(?:,\s*(?:dan|serta)?|\bdan\b|\bserta\b|/|\||&|;)\s*(?:(?:kantor berita|harian|media)\s+)?"
)
_UNKNOWN_NAME = re.compile(r"[A-Z][\w'’&.-]*(?: (?:[A-Z][\w'’&.-]*|of|the|de|el|al|\d+)){0,5}")
_ADDRESS = re.compile(
    r"(?:[\w-]+\.)+(?:com|co|id|net|org|tv|news|info|my|press|media|gov)(?:\.[a-z]{2})?\b", re.IGNORECASE
)
_BRACKET = re.compile(r"[\[(]([^()\[\]]{2,60})[\])]")
_LABEL = re.compile(r"\W*(?:sumber(?: berita)?|source|disadur dari|diolah dari)\s*[:：]?\s*", re.IGNORECASE)
LONGEST_ACRONYM_CHARACTERS = 4
_OWN_BRAND = re.compile(r"(?:[A-Z][\w.-]*\s+){1,4}dari\s+")
"""The citing outlet itself, between the cue and what it cites: "dikutip VIVA Militer dari Reuters"."""
_ORIGIN = re.compile(r"\s+dari\s+")
_LISTED = re.compile(r"(?:(?!\s+(?:dan|serta)\s)[^,/|;*&•()\[\]])+")


@dataclass(frozen=True, slots=True)
class Cited:
    """An outlet where the text cites it.

    Attributes
    ----------
    cue
        The words that cite; ``None`` in a line that only lists sources.
    """

    name: str
    span: Span
    cue: str | None


def in_story(text: str, start: int, end: int) -> Iterator[Cited]:
    """The outlets that a paragraph of the story cites."""
    for match in _before().finditer(text, start, end):
        cue = " ".join((match["cue"] + match["link"]).split())
        is_strong = match["cue"].casefold() in _cues("strong") or bool(match["noun"])
        is_named = not match.group().rstrip().endswith(",")  # "disiarkan televisi, Maduro …" names no television
        is_naming = (match["noun"] or "").casefold() in _media("naming") and is_named
        position = match.end() + (text[match.end()] in '"“')
        if match["noun"] and outlets.at(text, match.start("noun")):
            position = match.start("noun")  # "Radio France Internationale"
        own = _OWN_BRAND.match(text, position, end) if is_strong else None
        if own and _outlet_at(text, own.end(), end, is_strong=True, is_naming=False):
            position = own.end()
        while (named := _outlet_at(text, position, end, is_strong=is_strong, is_naming=is_naming)) is not None:
            origin = _ORIGIN.match(text, named[1][1], end)
            taken_from = _outlet_at(text, origin.end(), end, is_strong=True, is_naming=False) if origin else None
            named = taken_from or named  # "dilansir Kabarku.com dari AFP": the first is the one that cites
            yield Cited(named[0], named[1], cue)
            separator = _SEPARATOR.match(text, named[1][1], end)
            if separator is None:
                break
            position, is_strong, is_naming = separator.end(), False, False
    for match in _after().finditer(text, start, end):
        known = outlets.ending_at(text, match.start())
        if known and known.start >= start and known.outlet.kind != "social":
            yield Cited(known.outlet.name, (known.start, known.end), match["cue"])


def in_source_line(text: str, start: int, end: int) -> Iterator[Cited]:
    """The outlets of a line that only names sources: "Sumber: Reuters | BBC", "(Ant/Z-4)"."""
    line = text[start:end]
    label = _LABEL.match(line)
    bracket = _BRACKET.search(line)
    begin = label.end() if label else bracket.start(1) if bracket else 0
    parts = list(_LISTED.finditer(line, begin))
    is_list_of_outlets = any(outlets.called(part.group().strip(" .")) for part in parts)
    for part in parts:
        name = re.sub(r"^(?:dan|serta)\s+", "", part.group().strip(" ."))
        if is_list_of_outlets and name.islower() and len(name) <= LONGEST_ACRONYM_CHARACTERS:
            name = name.upper() if outlets.called(name.upper()) else name  # "(afp, dpa, ap)"
        outlet = _listed_outlet(name, is_labelled=label is not None)
        if outlet:
            offset = start + part.start() + part.group().casefold().find(name.casefold())
            yield Cited(outlet, (offset, offset + len(name)), None)


def in_dateline(text: str, start: int, end: int) -> Iterator[Cited]:
    """The agencies that share a dateline with the outlet: "Beijing (ANTARA/Xinhua)"."""
    for match in re.finditer(r"/([\w.]+)", text[start:end]):
        known = outlets.called(match.group(1))
        if known and known.kind != "social":
            yield Cited(known.name, (start + match.start(1), start + match.end(1)), None)


def _listed_outlet(name: str, *, is_labelled: bool) -> str | None:
    known = outlets.called(name)
    if known:
        return None if known.kind == "social" else known.name
    return name if is_labelled and name[:1].isalpha() and _looks_like_outlet(name) else None


def _outlet_at(text: str, start: int, end: int, *, is_strong: bool, is_naming: bool) -> tuple[str, Span] | None:
    """The outlet whose name begins at `start`: one of the table, or, behind a strong cue, one that looks like one."""
    known = outlets.at(text, start)
    if known and known.end <= end:
        return None if known.outlet.kind == "social" else (known.outlet.name, (known.start, known.end))
    if not is_strong:
        return None
    address = _ADDRESS.match(text, start, end)
    if address:
        return address.group(), address.span()
    unknown = _UNKNOWN_NAME.match(text, start, end)
    if unknown is None:
        return None
    name = unknown.group().rstrip(".")
    if _looks_like_outlet(name) or (is_naming and not _is_known_otherwise(name)):
        return name, (start, start + len(name))
    return None


def _looks_like_outlet(name: str) -> bool:
    words = name.split()
    return bool(_ADDRESS.fullmatch(name)) or any(word.casefold() in _media("name") for word in words[1:] or words)


def _is_known_otherwise(name: str) -> bool:
    """Whether a name begins like an office's or a state's: "laman Kementerian Luar Negeri", "media Iran"."""
    first = name.split()[0]
    states = lexicons.terms("id/countries", "name") | lexicons.terms("id/countries", "aliases")
    return first in states or first.casefold() in lexicons.terms("id/offices", "term")


@cache
def _before() -> re.Pattern[str]:
    """A cue before an outlet, with the words that may stand between them."""
    cue = lexicons.alternatives(lexicons.terms("id/citations", "cue", where="before"))
    noun = lexicons.alternatives(_media("noun") | _media("naming"))
    return re.compile(
        rf"\b(?P<cue>{cue})(?P<link>(?:\s+(?:dari|oleh|pada|di|laporan|sebuah|laman|berita|akun|wawancara))*)"
        rf"(?:\s+(?P<noun>{noun})(?:\s+(?!dan\b)[\w-]+){{0,4}}?(?:,)?)?\s+(?=[\"“]?[A-Za-z0-9])",
        re.IGNORECASE,
    )


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"\s+(?P<cue>{lexicons.alternatives(lexicons.terms('id/citations', 'cue', where='after'))})\b")


def _cues(strength: str) -> frozenset[str]:
    return lexicons.terms("id/citations", "cue", strength=strength)


def _media(kind: str) -> frozenset[str]:
    return lexicons.terms("id/media_nouns", "term", kind=kind)
