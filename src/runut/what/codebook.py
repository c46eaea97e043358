"""The codebook: the tables of predicates, compiled so that a word of a text finds its senses by one lookup."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from runut import lexicons
from runut.errors import LexiconError
from runut.what.forms import Voice, forms

Frame = Literal["act", "to", "both", "alone", "undergo", "agent", "of", "said"]
"""How the words around a predicate become parties; the header of the table ``predicates`` tells."""

Side = Literal["object", "subject", "any", "clause"]

NOTHING = "-"
"""The type of a row that says what is no event."""

_SECTOR_BREADTH, _CLAUSE_BREADTH = 20, 100
"""As many words a condition on a sector, and one on any clause, count for."""
_FRAMES = frozenset({"act", "to", "both", "alone", "undergo", "agent", "of", "said"})
_SIDES = frozenset({"object", "subject", "any"})


class Kind(NamedTuple):
    """A type of PLOVER with its mode, as the table ``plover`` has it."""

    quad: int
    score: float
    cameo: str


@dataclass(frozen=True, slots=True)
class Condition:
    """What must stand near a predicate, or must not.

    Attributes
    ----------
    nouns
        Groups of words of which one must stand there, each with as many words as it has.
    sectors
        PLOVER sectors of which an actor that stands there must have one; also "actor", "state" and "person".
    """

    side: Side
    is_negated: bool
    nouns: frozenset[tuple[str, ...]]
    sectors: frozenset[str]
    source: str


@dataclass(frozen=True, slots=True)
class Sense:
    """A row of the table ``predicates``.

    Attributes
    ----------
    rest
        The words that must follow the first one: ("senjata",) of "angkat senjata".
    place
        Its file and line.
    """

    predicate: str
    rest: tuple[str, ...]
    conditions: tuple[Condition, ...]
    frame: Frame
    type: str
    mode: str | None
    context: tuple[str, ...]
    cameo: str | None
    example: str
    parties: str
    place: str

    @property
    def weight(self) -> int:
        """How much it asks of a text: of senses that fit, the one that asks most is meant.

        An object asks more than a word anywhere, and of senses that ask as much one that is no event goes first.
        """
        asked = sum(5 if one.side in {"object", "subject"} else 4 for one in self.conditions)
        return 6 * len(self.rest) + asked + (self.type == NOTHING)

    @property
    def breadth(self) -> int:
        """How many words meet its conditions: of two senses that ask as much, the one for fewer words is meant."""
        return sum(
            _CLAUSE_BREADTH if one.side == "clause" else len(one.nouns) + _SECTOR_BREADTH * len(one.sectors)
            for one in self.conditions
        )


class Form(NamedTuple):
    """A sense in one of its forms."""

    sense: Sense
    voice: Voice


@cache
def kinds() -> dict[tuple[str, str | None], Kind]:
    """Types and modes → what PLOVER says of them."""
    return {
        (row["type"], row["mode"] or None): Kind(int(row["quad"]), float(row["score"]), row["cameo"])
        for row in lexicons.table("plover")
    }


@cache
def senses() -> tuple[Sense, ...]:
    """All rows of the table ``predicates``, in its order.

    Raises
    ------
    LexiconError
        Where a row is wrong; the message names its file, line and mend.
    """
    rows = zip(lexicons.table("id/predicates"), lexicons.row_places("id/predicates"), strict=True)
    return tuple(_sense(row, place) for row, place in rows)


@cache
def compiled() -> dict[str, tuple[Form, ...]]:
    """Word in lower case → the senses whose first word it may be, those that ask most first."""
    found: dict[str, list[Form]] = defaultdict(list)
    for sense in senses():
        for form, voice in forms(sense.predicate.split()[0]).items():
            found[form].append(Form(sense, voice))
    for form, entries in found.items():
        if any(one.sense.predicate == form and not one.sense.conditions for one in entries):
            # a word with a row for all places of its own is not also a form of another: "terancam" of "mengancam"
            found[form] = [one for one in entries if one.sense.predicate.split()[0] == form]
    # the word itself before one that is only made from another: "serangan" before the passive of "menyerangan"
    order = {"active": 0, "passive": 1, "bare": 2}
    return {
        form: tuple(sorted(entries, key=lambda one: (-one.sense.weight, order[one.voice], one.sense.breadth)))
        for form, entries in found.items()
    }


@cache
def problems() -> tuple[str, ...]:
    """Everything wrong with the table ``predicates``, a message each; empty where all is well."""
    found = []
    seen: dict[tuple[str, str], str] = {}
    rows = zip(lexicons.table("id/predicates"), lexicons.row_places("id/predicates"), strict=True)
    for row, place in rows:
        try:
            sense = _sense(row, place)
        except LexiconError as error:
            found.append(str(error))
            continue
        key = (row["predicate"], row["with"])
        if key in seen:
            found.append(
                f"{place}: {row['predicate']!r} with the same conditions stands already in {seen[key]}; join them"
            )
        seen.setdefault(key, place)
        if not _could_stand_in(sense):
            found.append(
                f"{place}: no form of {sense.predicate!r} stands in its example; it would never be matched there"
            )
    return tuple(found)


def _could_stand_in(sense: Sense) -> bool:
    words = [word.casefold() for word in lexicons.words(sense.example)]
    heads = set(forms(sense.predicate.split()[0]))
    for number, word in enumerate(words):
        bare = {word, word.removesuffix("nya")}
        if bare & heads and tuple(words[number + 1 : number + 1 + len(sense.rest)]) == sense.rest:
            return True
    return False


def _sense(row: lexicons.Row, place: str) -> Sense:
    words = row["predicate"].split()
    if not words or row["predicate"] != row["predicate"].casefold():
        raise LexiconError(f"{place}: the predicate is {row['predicate']!r}; write one or more words in lower case")
    frame, kind, mode = row["frame"] or "act", row["type"], row["mode"] or None
    if frame not in _FRAMES:
        raise LexiconError(
            f"{place}: there is no frame {frame!r}; write one of {', '.join(sorted(_FRAMES))}, or nothing"
        )
    if kind != NOTHING and (kind, mode) not in kinds():
        known = sorted({one or "(none)" for name, one in kinds() if name == kind})
        mend = f"modes of {kind} are {', '.join(known)}" if known else "types stand in the table plover"
        raise LexiconError(f"{place}: PLOVER has no {kind} {mode or ''}".rstrip() + f"; {mend}")
    context = tuple(lexicons.several(row["context"]))
    unknown = sorted(set(context) - lexicons.terms("contexts", "context"))
    if unknown:
        raise LexiconError(f"{place}: there is no context {unknown[0]!r}; they stand in the table contexts")
    if row["cameo"] and not (row["cameo"].isdigit() and row["cameo"][:2] in _CAMEO_ROOTS):
        raise LexiconError(f"{place}: {row['cameo']!r} is no CAMEO code; write one such as 190 or 0311, or nothing")
    if not row["example"]:
        raise LexiconError(f"{place}: {row['predicate']!r} has no example; write a sentence in which it is meant")
    return Sense(
        row["predicate"],
        tuple(words[1:]),
        tuple(_condition(part, place) for part in _parts(row["with"])),
        frame,  # type: ignore[arg-type]
        kind,
        mode,
        context,
        row["cameo"] or None,
        row["example"],
        row["parties"],
        place,
    )


_CAMEO_ROOTS = frozenset(f"{number:02}" for number in range(1, 21))


def _parts(conditions: str) -> Iterable[str]:
    return (part.strip() for part in conditions.split(";") if part.strip())


def _condition(source: str, place: str) -> Condition:
    if source in {"clause", "not clause"}:
        return Condition("clause", source != "clause", frozenset(), frozenset(), source)
    head, colon, values = source.partition(":")
    is_negated = head.startswith("not ")
    side = head.removeprefix("not ").strip()
    if not colon or side not in _SIDES:
        raise LexiconError(
            f"{place}: {source!r} is no condition; write object, subject or any with a colon and words, or clause; "
            f'"not" may stand before it'
        )
    nouns: set[tuple[str, ...]] = set()
    sectors: set[str] = set()
    for value in lexicons.several(values):
        if value.startswith("@"):
            members = lexicons.terms("id/noun_classes", "noun", **{"class": value[1:]})
            if not members:
                raise LexiconError(
                    f"{place}: the table noun_classes has no class {value[1:]!r}; add it there, or mend it"
                )
            nouns |= {tuple(noun.split()) for noun in members}
        elif value.startswith("#"):
            sectors.add(value[1:])
        else:
            nouns.add(tuple(value.casefold().split()))
    if not nouns and not sectors:
        raise LexiconError(f"{place}: the condition {source!r} names no words; it could never be met")
    return Condition(side, is_negated, frozenset(nouns), frozenset(sectors), source)  # type: ignore[arg-type]
