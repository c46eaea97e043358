"""Whose affairs an article tells of: the state of those whom it names without one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Protocol

from runut import lexicons
from runut.language import Parse
from runut.lexicons import holders, places, states
from runut.record import Article, Span
from runut.who.mentions import Mention

_OF_A_STATE = frozenset({"MIL", "COP"})
"""Sectors that belong to the state whose government commands them in the same sentence."""
_ABROAD = frozenset({"GOV", "ELI", "JRN", "BUS"})
"""Sectors whose people turn up in the affairs of other states."""
_HOME = "IDN"
"""Where most reports are written, so that their dateline tells nothing."""
_THAT_STATE = re.compile(r"\bnegara\s+(?:itu|tersebut)\b")
_POWERS = {"USA": 0.6, "IDN": 0.5, "CHN": 0.8, "RUS": 0.8}
"""States that turn up in the affairs of others count for less."""
_DATELINE_COUNTS = 1
_LEAD_COUNTS = 2
"""How many mentions the dateline's state, and one in the first paragraph, count for."""


class Commander(Protocol):
    """One who may command an army: of a country and a sector."""

    country: str | None
    sectors: tuple[str, ...]


class Countries:
    """The states that a story speaks of.

    Attributes
    ----------
    main
        The one that it most often names, in titles and as a place too; ``None`` where it names none.
    spoken_of
        All of them.
    """

    def __init__(self, article: Article, parse: Parse, mentions: list[Mention]) -> None:
        self._article = article
        self._text = article.text
        self._day = article.published
        self._parse = parse
        self._mentions = mentions
        counts = self._counts()
        self.spoken_of = frozenset(counts)
        counts.update(self._towns([code for code, _ in counts.most_common()]))
        self.main = max(counts, key=lambda code: counts[code] * _POWERS.get(code, 1.0)) if counts else None

    def _counts(self) -> Counter[str]:
        """How often the story names each state."""
        counts: Counter[str] = Counter()
        dateline = self._article.dateline
        opening = dateline.span[1] if dateline else 0
        written = states.called((dateline.place or "").title()) if dateline else None
        if written and written.code != _HOME:
            counts[written.code] += _DATELINE_COUNTS
        for mention in self._mentions:
            held = holders.on(mention.name, self._day) if mention.kind == "person" else None
            if held and held.country in states.names():
                counts[held.country] += 1
            counts.update(self._at_home(mention))
        for place, (start, end) in enumerate(self._article.of_kind("body")):
            words = lexicons.words(self._text[max(start, opening) : end])
            index = 0
            while index < len(words):
                found = states.at(words, index) if words[index][0].isupper() else None
                if found:
                    counts[found.value.code] += 1 if place else _LEAD_COUNTS
                index = found.behind if found else index + 1
        return counts

    def _towns(self, near: list[str]) -> Iterator[str]:
        """The states of the towns and regions that the story names, of those that it names too."""
        opening = self._article.dateline.span[1] if self._article.dateline else 0
        for name in (one for tree in self._parse.trees for one in tree.names):
            words = self._text[slice(*name.span)]
            if name.kind == "LOC" and name.span[0] >= opening and states.called(words) is None:
                known = places.called(words, near)
                if known is not None and known.country in near:
                    yield known.country

    def _at_home(self, mention: Mention) -> Iterator[str]:
        """The state of one in whose affairs he takes part at home: a rebel group, "polisi Kenya"."""
        country, sectors = mention.told.country, mention.told.sectors
        if country in states.names() and sectors and sectors[0] not in _ABROAD:
            yield country

    def local(self, mention: Mention, whose: Callable[[Mention], Commander | None]) -> str | None:
        """The state in whose affairs an unnamed party takes part: by the sentence's place, the state that commands it
        there, else the one that the story is about. `whose` tells whom another mention means.
        """
        start, end = self._parse.sentences[mention.sentence]
        place = self._place_beside(mention, start, end) or self._that_state(mention) or self._as_named(mention)
        if place:
            return place
        if mention.told.sectors[:1] and mention.told.sectors[0] in _OF_A_STATE:
            for other in reversed(self._mentions):
                if (
                    other.sentence == mention.sentence
                    and other.whole[1] <= mention.whole[0]
                    and other.role == "subject"
                ):
                    commands = whose(other)
                    if commands is not None and commands.sectors[:1] in {("GOV",), ("MIL",)}:
                        return commands.country
        return self.main

    def _as_named(self, mention: Mention) -> str | None:
        """The state of those whom the story calls by the same word with their state: "junta Myanmar" before "junta"."""
        term = mention.told.term
        if term is None or term.kind not in {"body", "group"}:
            return None
        alike = [one for one in self._mentions if one.told.term == term and one.told.country in states.names()]
        before = [one for one in alike if one.whole[0] < mention.whole[0]]
        named = before[-1:] or alike[:1]
        return named[0].told.country if named else None

    def _is_inside(self, span: Span) -> bool:
        """Whether a place's name stands behind "di"."""
        return self._text[max(0, span[0] - 8) : span[0]].casefold().split()[-1:] == ["di"]

    def _that_state(self, mention: Mention) -> str | None:
        """The state told of last, where "negara itu" tells whose somebody is: "polisi negara itu"."""
        if _THAT_STATE.search(self._text, mention.whole[0], mention.whole[1] + len(" di negara tersebut")) is None:
            return None
        before = [one for one in self._mentions if one.kind == "state" and one.whole[1] <= mention.whole[0]]
        return before[-1].told.country if before else None

    def _place_beside(self, mention: Mention, start: int, end: int) -> str | None:
        """The state of the place that stands with "di" right behind a party, or at the head of its sentence."""
        behind = re.compile(r"\s+di\s+((?:[A-Z][\w'-]*\s?){1,3})").match(self._text, mention.whole[1], end)
        head = re.compile(r"Di\s+((?:[A-Z][\w'-]*\s?){1,3}),").match(self._text, start, end)
        for match in (behind, head):
            if match:
                found = states.at(lexicons.words(match.group(1)), 0)
                if found:
                    return found.value.code
        names = [name.span for name in self._parse.trees[mention.sentence].names if name.kind == "LOC"]
        after = next((span for span in names if span[0] >= mention.whole[1] and self._is_inside(span)), None)
        if after is not None:
            name = self._text[slice(*after)]
            state, town = states.called(name), places.called(name, list(self.spoken_of))
            country = state.code if state is not None else town.country if town is not None else None
            if country in self.spoken_of:
                return country
        return None
