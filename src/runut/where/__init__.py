"""Where: places that the text means as places, and not their governments, with country, degrees and GeoNames id."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from runut import lexicons
from runut.language import Parse, Tree
from runut.lexicons import bodies, outlets, places, states
from runut.lexicons.places import Known
from runut.record import Article, Place, Span
from runut.where.parts import Part, part_of

__all__ = ["add_places"]

_LARGE_TOWN = 50_000
"""People from which a preposition alone makes a capitalised word the town of that name."""
_TOWN_OF_FAME = 100_000
"""People from which a town may be meant though its state is not spoken of."""
_LONG_NAME = 6
"""Letters from which a tenth of them is enough."""
_LONGEST_TITLE = 90
_DIRECTIONS = r"(?:\s+(?:utara|selatan|barat|timur|tengah|tenggara|timur laut|barat daya|barat laut)\b)?"
_CAPITALISED = re.compile(r"[A-Z][\w'’ʼ.-]*(?:[ -](?:[A-Z][\w'’ʼ-]*|al|el|de|la|du|of|da|do)\b)*")


def add_places(article: Article, parse: Parse) -> None:
    """Find the places of the story, each name once, in order."""
    finder = _Finder(article, parse)
    seen: set[str] = set()
    for tree in parse.trees:
        for place in finder.within(tree):
            key = " ".join(place.text.split()).casefold()
            if key not in seen:
                seen.add(key)
                article.places.append(place)


class _Finder:
    def __init__(self, article: Article, parse: Parse) -> None:
        self._text = article.text
        self._parse = parse
        self._opening = article.dateline.span[1] if article.dateline else 0
        self._near = _states_spoken_of(article)
        self._named = sorted(span for actor in article.actors if actor.kind == "person" for span in actor.mentions)

    def within(self, tree: Tree) -> list[Place]:
        """The places of a sentence, in order; none lies in another."""
        found: list[Place] = []
        behind = self._opening
        for match in _CAPITALISED.finditer(self._text, max(tree.span[0], self._opening), tree.span[1]):
            start = max(match.start(), behind)
            while start < match.end():
                place = self._place_from(start, match.end(), tree)
                if place is None:
                    step = re.compile(r"\S+\s*").match(self._text, start, match.end())
                    start = step.end() if step else match.end()
                    continue
                found.append(place)
                start = behind = place.span[1]
                gap = re.compile(r"\s*").match(self._text, start)
                start = gap.end() if gap else start
        return found

    def _place_from(self, start: int, end: int, tree: Tree) -> Place | None:
        """The place whose name begins at a word of a run of capitalised words: the longest name there."""
        words = list(re.finditer(r"\S+", self._text[start:end]))
        if len(words) > 1 and words[0].group() in _town_words():
            return None  # "Kota Zahedan": the name begins behind it
        if not words or (start > 0 and self._text[start - 1].isalnum()):
            return None
        for last in reversed(words[:6]):
            span = (start, start + len(self._text[start : start + last.end()].rstrip(".,'’")))
            if span[0] < span[1]:
                place = self._place(span, tree)
                if place is not None:
                    return place
        return None

    def _place(self, span: Span, tree: Tree) -> Place | None:
        name = self._text[slice(*span)]
        if name.casefold() in _compass():
            return None  # "Afrika Barat dan Tengah"
        state = states.called(name)
        kind = next((one.kind for one in tree.names if one.span[0] <= span[0] and span[1] <= one.span[1]), None)
        whole = next((one.span for one in tree.names if one.span[0] <= span[0] < one.span[1]), None)
        if state is not None and state.sense in {"name", "aliases"} and not _is_region(name):
            return self._state(span, state.code, tree)
        is_name = whole is not None and whole[0] == span[0] and whole[1] <= span[1]
        first, _, rest = name.partition(" ")
        is_region = rest != "" and first in lexicons.by_role("region-word")
        is_region = is_region or _generic().search(self._text[max(0, span[0] - 24) : span[0]]) is not None
        known = places.called(
            rest if rest and first in lexicons.by_role("region-word") else name, self._near, is_region=is_region
        )
        if known is None or self._is_elsewhere(known):
            return self._unknown(span, tree) if is_name and kind == "LOC" else None
        if (outlets.called(name) or bodies.called(name)) and kind != "LOC":
            return None
        part = part_of(self._text, tree, span, is_state=False)
        is_part = whole is not None and (whole[1] > span[1] or whole[0] < span[0])
        if self._is_in_a_name(span, part) or (kind == "ORG" and (part != "place" or is_part)):
            return None
        is_read = kind == "LOC" and is_name
        if known.sort == "region":
            is_long = len(lexicons.words(name)) > 1
            is_place = part in {"place", "goal"} or is_read or (part == "beside" and kind is None) or is_long
        else:
            enough = _LARGE_TOWN if len(name) < _LONG_NAME else _LARGE_TOWN // 10
            is_known_town = known.people is None or known.people >= enough
            is_place = (
                is_read
                or (part == "place" and is_known_town)
                or (part == "beside" and is_known_town and self._of_people(span))
            )
        if kind == "PER" and part != "place" and known.sort == "town":
            return None
        if not is_place or not self._is_meant(part, state is not None):
            return None
        return self._made(span, known)

    @staticmethod
    def _is_meant(part: Part, is_capital: bool) -> bool:
        """Whether the place itself is meant: a capital that acts is its government, a town never is."""
        return part in ({"place", "goal"} if is_capital else {"place", "goal", "beside"})

    def _is_elsewhere(self, known: Known) -> bool:
        """Whether the only known town of a name is a small one of a state that the article does not speak of."""
        is_small = known.people is not None and known.people < _TOWN_OF_FAME
        return is_small and bool(self._near) and known.country not in self._near

    def _of_people(self, span: Span) -> bool:
        """Whether people are told by their town: "warga Haifa"."""
        before = self._text[max(0, span[0] - 20) : span[0]].split()[-1:]
        return bool(before) and before[0].casefold() in lexicons.by_role("residents")

    def _is_in_a_name(self, span: Span, part: Part) -> bool:
        """Whether the words belong to a name or a title: "Gubernur Texas Greg Abbott"."""
        if any(start <= span[0] < end for start, end in self._named):
            return True
        if part == "place":
            return False
        near = self._parse.phrases_within(max(0, span[0] - _LONGEST_TITLE), span[0])
        return any(
            phrase.head in {"office", "organisation"} and span[1] <= phrase.span[1] and not self._of_people(span)
            for phrase in near
        )

    def _state(self, span: Span, code: str, tree: Tree) -> Place | None:
        direction = re.compile(_DIRECTIONS).match(self._text, span[1])
        end = direction.end() if direction else span[1]
        part = part_of(self._text, tree, span, is_state=True)
        if end == span[1] and part not in {"place", "goal"}:
            return None
        town = places.called(self._text[slice(*span)])
        lat, lon = (town.lat, town.lon) if town and town.country == code else (None, None)
        return Place(self._text[span[0] : end], (span[0], end), states.names()[code], code, lat, lon, None)

    def _unknown(self, span: Span, tree: Tree) -> Place | None:
        """A place that only the model takes for one: it lies where the article does."""
        part = part_of(self._text, tree, span, is_state=False)
        name = " ".join(self._text[slice(*span)].split())
        is_ship = name.split()[0] in lexicons.by_role("ship")
        if part != "place" or name.isupper() or is_ship or outlets.called(name) or bodies.called(name):
            return None
        return Place(name, span, name, self._state_around(span, tree), None, None, None)

    def _state_around(self, span: Span, tree: Tree) -> str | None:
        """The state of an unknown place: of the region or state named behind it, else of the first around it."""
        behind = re.compile(r",\s+(?:Provinsi\s+|Negara Bagian\s+)?([A-Z][\w'-]+(?: [A-Z][\w'-]+)*)").match(
            self._text, span[1], tree.span[1]
        )
        if behind:
            state, known = states.called(behind.group(1)), places.called(behind.group(1), self._near)
            if state or known:
                return state.code if state else known.country if known else None
        return self._near[0] if self._near else None

    def _made(self, span: Span, known: Known) -> Place:
        before = _generic().search(self._text[max(0, span[0] - 24) : span[0]])
        start = span[0] - len(before.group()) if before else span[0]
        direction = re.compile(_DIRECTIONS).match(self._text, span[1])
        end = direction.end() if direction and known.sort == "region" else span[1]
        return Place(
            self._text[start:end], (start, end), known.name, known.country, known.lat, known.lon, known.geonames
        )


def _states_spoken_of(article: Article) -> list[str]:
    """The states of the article's actors and names, the most frequent first."""
    counts: Counter[str] = Counter()
    for actor in article.actors:
        if actor.country in states.names():
            counts[actor.country or ""] += len(actor.mentions)
    return [code for code, _ in counts.most_common()]


def _is_region(name: str) -> bool:
    """Whether what stands for a state is a part of it all the same: "Tepi Barat"."""
    words = lexicons.words(name)
    found = places.at(words, 0)
    return found is not None and found.length == len(words) and found.value.sort == "region"


def _compass() -> frozenset[str]:
    return frozenset({"utara", "selatan", "barat", "timur", "tengah", "tenggara", "pusat"})


@cache
def _town_words() -> frozenset[str]:
    """Words before a town that are no part of its name: "Kota Zahedan"."""
    return lexicons.by_role("town-word")


@cache
def _generic() -> re.Pattern[str]:
    """A word that belongs to the name of a region: "Provinsi Kangwon", not "Kota Zahedan"."""
    words = lexicons.alternatives(lexicons.by_role("region-word"))
    return re.compile(rf"\b(?:{words})\s+\Z")
