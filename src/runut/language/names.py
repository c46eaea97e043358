"""Phrases that name somebody, by rule: "Menteri Luar Negeri Meksiko Alicia Barcena", "juru bicara Hamas", "Putin".

A phrase is a run of words of the tables ``offices`` and ``countries``, of acronyms and of capitalised words; where the
run ends in capitalised words that no table knows, these are a person's name. The trained model takes this over.
"""

from __future__ import annotations

import difflib
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from runut import lexicons
from runut.language.same import name_parts
from runut.language.units import Unit, UnitKind, common_words, tokens, units
from runut.lexicons import places
from runut.record import Span

SHORTEST_SLIP_LETTERS = 5
SLIP_LIKENESS = 0.9
"""difflib's ratio from which an unknown capitalised word at the head of a sentence is a misspelt common one."""

_INITIALS = re.compile(r"[A-Z](?:\.[A-Z])*")
_PLACE_WORDS = 3
_CITY = 50_000
"""People of a town from which its name behind an office is no first name."""
_HEADS = frozenset({"office", "organisation", "state", "acronym", "name", "kin"})


@dataclass(frozen=True, slots=True)
class NamePhrase:
    """A phrase that names somebody.

    Attributes
    ----------
    span
        The whole phrase, titles included.
    name
        The proper name within it; ``None`` where the phrase has none ("pejabat AS").
    title
        The words of office before the name, without country: "Menteri Luar Negeri".
    head
        What its first word is.
    """

    span: Span
    name: Span | None
    title: Span | None
    head: UnitKind
    is_definite: bool = False


def _small(role: str) -> frozenset[str]:
    """The small words that play a role, of the table ``id/function_words``."""
    return lexicons.terms("id/function_words", "term", role=role)


def phrases(text: str, sentences: Iterable[Span]) -> list[NamePhrase]:
    """Find the phrases that name somebody in the sentences of an article, in order."""
    spans = list(sentences)
    lower_words = frozenset(token.text for span in spans for token in tokens(text, *span) if token.text[0].islower())
    found = [phrase for span in spans for phrase in _phrases_of(units(text, *span, lower_words))]
    heads = {span[0] for span in spans}
    sure = [name_parts(text[slice(*phrase.name)]) for phrase in found if phrase.name and phrase.span[0] not in heads]
    known = _Known.of(sure)
    return [_without_first_word(text, phrase, known) if phrase.span[0] in heads else phrase for phrase in found]


class _Known(NamedTuple):
    """Names that stand where capitals mean something, and the parts that they begin or end with."""

    whole: frozenset[tuple[str, ...]]
    by_part: dict[tuple[str, ...], frozenset[str]]

    @classmethod
    def of(cls, names: list[tuple[str, ...]]) -> _Known:
        by_part: dict[tuple[str, ...], set[str]] = {}
        for name in names:
            for size in range(1, len(name)):
                by_part.setdefault(name[-size:], set()).update(name)
                by_part.setdefault(name[:size], set()).update(name)
        return cls(frozenset(names), {part: frozenset(words) for part, words in by_part.items()})


def _without_first_word(text: str, phrase: NamePhrase, known: _Known) -> NamePhrase:
    """Take the capital of a sentence's first word for no name where the rest is one.

    "Menurt Blinken" beside "Antony Blinken", "Sambutan Malik" beside "Malik Mahmud".
    """
    if phrase.head != "name" or phrase.name is None:
        return phrase
    first, *rest = tokens(text, *phrase.name)
    parts = name_parts(text[rest[0].start : phrase.name[1]]) if rest else ()
    longer = known.by_part.get(parts, frozenset())
    is_slip = bool(parts) and _is_misspelt_common_word(first.text.casefold())
    is_part = (
        bool(longer) and first.text.casefold() not in longer and (first.text.casefold(), *parts) not in known.whole
    )
    if not (is_slip or is_part):
        return phrase
    return NamePhrase(
        (rest[0].start, phrase.span[1]), (rest[0].start, phrase.name[1]), None, "name", phrase.is_definite
    )


@cache
def _is_misspelt_common_word(word: str) -> bool:
    """Whether a word is a slip of one that may begin a sentence: "menurt"."""
    if len(word) < SHORTEST_SLIP_LETTERS:
        return False
    near = [known for known in common_words() if known[0] == word[0] and abs(len(known) - len(word)) <= 1]
    return bool(difflib.get_close_matches(word, near, n=1, cutoff=SLIP_LIKENESS))


def phrase_at(text: str, start: int, end: int) -> NamePhrase | None:
    """Read the phrase that begins at the first word of ``text[start:end]``; ``None`` where none does."""
    found = units(text, start, end)
    skip = 1 if found and found[0].text.casefold() in _small("determiner") else 0
    if len(found) <= skip or not _begins_phrase(found, skip):
        return None
    phrase, _ = _read_phrase(found, skip)
    return phrase


def _phrases_of(run: list[Unit]) -> Iterator[NamePhrase]:
    index = 0
    while index < len(run):
        if _begins_phrase(run, index):
            phrase, index = _read_phrase(run, index)
            yield phrase
        else:
            index += 1


def _begins_phrase(run: list[Unit], index: int) -> bool:
    """Whether a phrase begins at a unit; a particle begins one before a name: "von der Leyen"."""
    if run[index].kind != "particle":
        return run[index].kind in _HEADS
    behind = index
    while behind < len(run) and run[behind].kind == "particle":
        behind += 1
    return behind < len(run) and run[behind].kind == "name" and run[behind].start - run[index].end <= 5


def _read_phrase(run: list[Unit], first: int) -> tuple[NamePhrase, int]:
    """Read the phrase whose head is ``run[first]``; also say where it ends."""
    index, name_first = _read_head(run, first)
    name_last = index
    if name_first is not None:
        name_last = _read_name(run, name_first)
        holder = _holder_behind(run, first, name_last)
        if holder is not None:
            name_first, name_last = holder, _read_name(run, holder)
        index = name_last
    head: UnitKind = "name" if run[first].kind == "particle" else run[first].kind
    name: Span | None = (run[name_first].start, run[name_last - 1].end) if name_first is not None else None
    if head == "organisation" and not _has_office(run, first, index):
        index = _end_of_body(run, index)
        name = (run[first].start, run[index - 1].end) if name else None
    end = run[index - 1].end
    title = _title(run, first, name_first if name_first is not None else index)
    definite = index < len(run) and run[index].text.casefold() in _small("definite")
    return NamePhrase((run[first].start, end), name, title, head, definite), index


def _end_of_body(run: list[Unit], index: int) -> int:
    """Where the name of a body ends that goes on behind a word no table knows: "Badan Penerbangan Federal AS"."""
    while index < len(run) and run[index].kind in {"qualifier", "state", "acronym"} and run[index].text[0].isupper():
        index += 1
    return index


def _read_head(run: list[Unit], first: int) -> tuple[int, int | None]:
    """Walk over what stands before the name: offices, organisations, states, brackets, connectors."""
    index = first
    while index < len(run):
        kind = run[index].kind
        if kind == "name" or (kind == "particle" and index == first):
            behind = index + _words_of_place(run, first, index)
            return behind, behind
        if kind in {"office", "organisation", "qualifier", "state", "acronym", "kin"}:
            index += 1
            continue
        if run[index].text == "di" and index + 2 < len(run) and run[index + 1].kind == run[index + 2].kind == "name":
            return index + 2, index + 2  # "Konsul Jenderal RI di Jeddah Eko Hartono"
        step = _bridge(run, index, run[first].kind)
        if step is None:
            break
        index = step
    return index, None


def _words_of_place(run: list[Unit], first: int, index: int) -> int:
    """How many words at a name are the place of the office before it: "Gubernur | Belgorod | Vyacheslav Gladkov"."""
    if index == first or run[index - 1].text.casefold() not in lexicons.by_role("of-place"):
        return 0
    behind = index
    while behind < len(run) and run[behind].kind == "name":
        behind += 1
    for length in range(min(_PLACE_WORDS, behind - index - 1), 0, -1):
        known = places.called(" ".join(unit.text for unit in run[index : index + length]))
        if known is None:
            continue
        is_of_table = known.people is None
        if is_of_table or ((known.people or 0) >= _CITY and length < behind - index - 1):
            return length
    return 0


def _bridge(run: list[Unit], index: int, head: UnitKind) -> int | None:
    """Where the phrase goes on behind a bracket, a comma or a connector; ``None`` where it does not."""
    unit = run[index]
    following = run[index + 1] if index + 1 < len(run) else None
    if following is None:
        return None
    if unit.text == "(":
        close = next((at for at in range(index + 1, min(index + 7, len(run))) if run[at].text == ")"), None)
        inside = run[index + 1 : close] if close else []
        if close and all(part.kind not in {"word", "mark"} for part in inside):
            return close + 1
        return None
    if unit.text == "," and (head == "office" or (head == "kin" and following.kind == "name")):
        name = _name_from(run, index + 1)
        return index + 1 if name is not None and _ends_apposition(run, name) else None
    if unit.text.casefold() in _small("connector") and following.kind in {
        "organisation",
        "qualifier",
        "state",
        "acronym",
        "office",
    }:
        return index + 1 if _name_from(run, index + 1) is not None else None
    if unit.text.casefold() == "untuk" and head == "office" and following.kind == "name":
        return index + 2 if index + 2 < len(run) and run[index + 2].kind == "qualifier" else None
    if unit.text in {".", "/"} and following.start == unit.end + (unit.text == "."):
        return index + 1 if following.kind in {"name", "office", "acronym", "state"} and head == "office" else None
    return None


def _holder_behind(run: list[Unit], first: int, index: int) -> int | None:
    """Where the person's name begins behind a body's.

    "Pemimpin Hayat Tahrir al-Sham (HTS), Abu Mohammed al-Jolani", "Kepala Badan Reserse Kriminal Kepolisian Belanda X".
    """
    if run[first].kind not in {"office", "kin"}:
        return None
    at = index
    while at < len(run) and run[at].kind in {"organisation", "qualifier", "state"}:
        at += 1
    if at > index and at < len(run) and run[at].kind == "name":
        return at
    has_acronym = (
        index + 2 < len(run)
        and run[index].text == "("
        and run[index + 1].kind == "acronym"
        and run[index + 2].text == ")"
    )
    at = index + 3 if has_acronym else index
    while has_acronym and at < len(run) and run[at].kind in {"state", "qualifier"}:
        at += 1
    has_comma = at < len(run) and run[at].text == ","
    at += has_comma
    if not (has_acronym or has_comma) or at >= len(run):
        return None
    named = _name_from(run, at) if has_acronym else at if run[at].kind == "name" else None
    if named is None:
        return None
    at = named
    behind = _read_name(run, at)
    closes = behind < len(run) and run[behind].text == "," and behind + 1 < len(run) and run[behind + 1].kind == "word"
    is_list = behind + 1 < len(run) and run[behind + 1].text.casefold() in {"dan", "serta"}
    return at if has_acronym or (closes and not is_list) else None


def _ends_apposition(run: list[Unit], first: int) -> bool:
    """Whether a name behind a comma is an apposition and not the next of a list."""
    last = _read_name(run, first)
    return not (last < len(run) and run[last].text.casefold() in {"dan", "serta", "maupun", "atau"})


def _name_from(run: list[Unit], index: int) -> int | None:
    """Where the name begins in which a title that goes on does end; ``None`` where it ends in none."""
    while index < len(run) and run[index].kind in {"organisation", "qualifier", "state", "acronym", "office"}:
        index += 1
        if index + 2 < len(run) and run[index].text == "(" and run[index + 2].text == ")":
            index += 3  # "Duta Besar Haiti untuk Amerika Serikat (AS) Bocchit Edmond"
        if index < len(run) and run[index].text.casefold() in {"dan", "urusan", "bidang"}:
            index += 1
    return index if index < len(run) and run[index].kind == "name" else None


def _read_name(run: list[Unit], first: int) -> int:
    """Where the name that begins at ``run[first]`` ends: capitalised words, particles between them, initials."""
    index = first + 1
    while index < len(run):
        unit = run[index]
        following = run[index + 1] if index + 1 < len(run) else None
        if unit.kind == "name":
            index += 1
        elif unit.kind == "particle" and following is not None and following.kind in {"name", "particle", "state"}:
            index += 2 if following.kind != "particle" else 1
        elif (
            (
                unit.text == "."
                and _INITIALS.fullmatch(run[index - 1].text)
                and following is not None
                and following.kind == "name"
            )
            or _is_last_name(run, first, index)
            or (unit.kind == "acronym" and len(unit.text) <= 3 and set(unit.text) <= set("IVX"))
            or _is_initial(run, index)
        ):
            index += 1
        else:
            break
    return index


def _is_last_name(run: list[Unit], first: int, index: int) -> bool:
    """Whether a word of the table offices is somebody's last name: "Nahid Islam", "Shazia Bibi"."""
    unit = run[index]
    ends = index + 1 >= len(run) or run[index + 1].kind in {"word", "mark"}
    is_one_word = unit.kind in {"qualifier", "kin", "organisation", "office"} and " " not in unit.text
    return is_one_word and unit.text[0].isupper() and not unit.text.isupper() and index > first and ends


def _is_initial(run: list[Unit], index: int) -> bool:
    return bool(_INITIALS.fullmatch(run[index].text)) and index + 1 < len(run) and run[index + 1].text == "."


def _has_office(run: list[Unit], first: int, end: int) -> bool:
    return any(run[at].kind == "office" for at in range(first, end))


def _title(run: list[Unit], first: int, end: int) -> Span | None:
    """The words of office: from the first one up to the state, acronym or bracket that ends them."""
    if run[first].kind not in {"office", "organisation"}:
        return None
    last = first
    while last + 1 < end and run[last + 1].kind in {"office", "organisation", "qualifier"}:
        last += 1
    return run[first].start, run[last].end


class FullNames:
    """The fullest names of an article's people, found by any part of them.

    Of several people with that part of a name, the one named last before it is meant.
    """

    def __init__(self, text: str, phrases: Iterable[NamePhrase]) -> None:
        self._text = text
        self._by_part: dict[tuple[str, ...], list[tuple[int, tuple[str, ...], str, bool]]] = {}
        for phrase in phrases:
            if phrase.name is None or phrase.head == "organisation":
                continue
            name = " ".join(text[slice(*phrase.name)].split())
            parts = name_parts(name)
            for size in range(1, len(parts)):
                for part, is_last in ((parts[-size:], True), (parts[:size], False)):
                    self._by_part.setdefault(part, []).append((phrase.span[0], parts, name, is_last))

    def of(self, phrase: NamePhrase) -> str:
        """The fullest name by which the article calls the person of `phrase`, or its own words."""
        if phrase.name is None:
            return self._text[slice(*phrase.span)]
        name = self._text[slice(*phrase.name)]
        longer = self._by_part.get(name_parts(name), [])
        longer = [entry for entry in longer if entry[3]] or longer
        if not longer:
            return name
        index = bisect_right(longer, phrase.span[0], key=lambda entry: entry[0])
        chosen = longer[max(0, index - 1)][1]
        return max((entry for entry in longer if entry[1][-len(chosen) :] == chosen), key=lambda entry: len(entry[1]))[
            2
        ]
