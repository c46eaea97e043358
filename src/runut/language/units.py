"""Words and marks of a sentence, each read by the tables: an office, a state, a name that no table knows …"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from runut import lexicons
from runut.lexicons import bodies

UnitKind = Literal["office", "organisation", "kin", "qualifier", "state", "acronym", "name", "particle", "word", "mark"]

_TOKEN = re.compile(r"[^\W_]+(?:['’ʼ‘.-](?=[^\W_])[^\W_]+)*|[^\w\s]|_")
_ACRONYM = re.compile(r"^[A-Z][A-Z0-9]+(?:-[A-Z0-9]+)*$")
_JOINED_PARTICLE = re.compile(r"^(?:al|el|an|as|ad|ar|at|az|ul|ash|abd)[-'’][A-Z]")


class Token(NamedTuple):
    """A word or a mark of the text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Unit:
    """One or more tokens that a table knows together, or a single one."""

    kind: UnitKind
    start: int
    end: int
    text: str


@cache
def _terms() -> dict[str, list[tuple[tuple[str, ...], UnitKind, bool]]]:
    """Terms by their first word in lower case: the words, what they are, whether capitals are asked for."""
    terms: dict[str, list[tuple[tuple[str, ...], UnitKind, bool]]] = {}

    def add(term: str, kind: UnitKind, *, capital: bool) -> None:
        words = tuple(token.text.casefold() for token in tokens(term))
        if words:
            terms.setdefault(words[0], []).append((words, kind, capital))

    for row in lexicons.table("id/offices"):
        add(row["term"], row["kind"], capital=False)  # type: ignore[arg-type]
    for row in lexicons.table("id/countries"):
        for column in ("name", "aliases", "adjectives", "capitals", "seats"):
            for term in lexicons.several(row[column]):
                add(term, "state", capital=True)
    for spelling in bodies.spellings():
        first = spelling.casefold().split()[0]
        if not _ACRONYM.match(spelling) and not any(kind == "office" for _, kind, _ in terms.get(first, ())):
            add(spelling, "organisation", capital=True)
    for known in terms.values():
        known.sort(key=lambda entry: -len(entry[0]))
    return terms


@cache
def common_words() -> frozenset[str]:
    """Words that are no names even with a capital: those of the table, and the reporting words."""
    return lexicons.terms("id/common_words", "word") | lexicons.terms("id/cues", "cue")


def _particles() -> frozenset[str]:
    return lexicons.terms("id/name_particles", "particle")


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Split into words and marks; a word keeps its inner hyphens, apostrophes and full stops: "Al-Ansari"."""
    stop = len(text) if end is None else end
    return [Token(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(text, start, stop)]


def units(text: str, start: int, end: int, lower_words: frozenset[str] = frozenset()) -> list[Unit]:
    """Read ``text[start:end]``, one sentence, as units.

    Parameters
    ----------
    lower_words
        Words that the article elsewhere has in lower case; at the head of the sentence they are no names.
    """
    run = tokens(text, start, end)
    found: list[Unit] = []
    index = 0
    at_head = True
    while index < len(run):
        kind, count = _classify(run, index, at_head, lower_words)
        last = run[index + count - 1]
        found.append(Unit(kind, run[index].start, last.end, text[run[index].start : last.end]))
        at_head = at_head and kind == "mark" and run[index].text not in ",;:"
        index += count
    return found


def _classify(run: list[Token], index: int, at_head: bool, lower_words: frozenset[str]) -> tuple[UnitKind, int]:
    word = run[index].text
    if not word[0].isalnum():
        return "mark", 1
    known = _longest_term(run, index)
    if known:
        return known
    folded = word.casefold()
    if _JOINED_PARTICLE.match(word):
        return "name", 1
    if folded in _particles() and not (at_head and word[0].isupper()):
        return "particle", 1
    if not word[0].isupper():
        return "word", 1
    if _ACRONYM.match(word):
        return "acronym", 1
    if folded == "dan" and not at_head and index + 1 < len(run) and run[index + 1].text[0].isupper():
        return "name", 1  # "Jenderal Dan Caine"
    if folded in common_words() or (at_head and folded in lower_words):
        return "word", 1
    return "name", 1


def _longest_term(run: list[Token], index: int) -> tuple[UnitKind, int] | None:
    word = run[index].text
    folded = word.casefold()
    candidates = _terms().get(folded) or _terms().get(folded.removesuffix("nya"), [])
    for words, kind, capital in candidates:
        if capital and not word[0].isupper():
            continue
        if len(words) > len(run) - index:
            continue
        ahead = [run[index + offset].text.casefold() for offset in range(len(words))]
        if tuple(ahead) == words or (*ahead[:-1], ahead[-1].removesuffix("nya")) == words:
            return kind, len(words)
    return None
