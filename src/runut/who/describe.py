"""What the words of a phrase tell of somebody: the country, the sectors, and what sort of party it is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from runut import lexicons
from runut.lexicons import bodies, states
from runut.lexicons.bodies import SUPRANATIONAL, Body
from runut.lexicons.lookup import Found, Terms
from runut.lexicons.states import State

TermKind = Literal["office", "staff", "body", "group", "people", "thing", "nobody"]

_EVERYWHERE = frozenset({"MIL"})
"""Sectors that an international body's people keep: its troops."""


class Term(NamedTuple):
    """A row of the table ``id/sectors``."""

    term: str
    sectors: tuple[str, ...]
    kind: TermKind


class Description(NamedTuple):
    """What a phrase tells of somebody.

    Attributes
    ----------
    country
        As in the record; ``None`` where the phrase names none.
    sectors
        As in the record; empty for international bodies, and where no table knows the words.
    term
        The word of the phrase that told it, ``None`` where none did.
    body
        The named organisation in the phrase.
    is_former
        Whether the phrase says that the office is no longer held.
    """

    country: str | None
    sectors: tuple[str, ...]
    term: Term | None
    body: Body | None
    is_former: bool


NOTHING = Description(None, (), None, None, False)


@cache
def _terms() -> Terms[Term]:
    return Terms(
        (row["term"].split(), Term(row["term"], tuple(row["sectors"].split()), row["kind"]))  # type: ignore[arg-type]
        for row in lexicons.table("id/sectors")
    )


def term_at(words: Sequence[str], index: int) -> Found[Term] | None:
    """The longest term of the table that begins at a word; "-nya" and doubled plurals are seen through."""
    found = _terms().at([singular(word) for word in words[index : index + 6]], 0)
    return Found(index, found.length, found.value) if found else None


def singular(word: str) -> str:
    """A word in lower case, without "-nya" and not doubled: "Tentara-tentaranya" → "tentara"."""
    folded = word.casefold().removesuffix("nya") if len(word) > len("nya") + 2 else word.casefold()
    half, hyphen, other = folded.partition("-")
    return half if hyphen and half == other else folded


def describe(phrase: str, day: str | None = None) -> Description:
    """Read a phrase such as "Juru bicara Kementerian Luar Negeri China" or "pasukan Israel".

    Parameters
    ----------
    day
        The day of which the article tells, "YYYY-MM-DD": some bodies govern only for a time.

    Returns
    -------
    Description
        The country is that of the first state or body named, but not behind "untuk" ("Duta Besar China untuk Jepang").
    """
    words = lexicons.words(phrase)
    terms: list[Term] = []
    country, located, first_body, is_former = None, None, None, False
    topic = ""  # behind "untuk", what is named is not whom the phrase belongs to
    index = 0
    while index < len(words):
        is_former = is_former or (not terms and words[index].casefold() in _small("former"))
        if words[index] in _small("topic") and (terms or first_body):
            topic = words[index]
        here = _longest(words, index, day)
        if here is None:
            index += 1
            continue
        value = here.value
        if isinstance(value, Term):
            if not topic:
                terms.append(value)
        elif topic:
            located = located or (value.code if topic == "di" and isinstance(value, State) else None)
        elif isinstance(value, State):
            is_of_state = first_body is not None and country == first_body.country and country not in SUPRANATIONAL
            is_of_state = is_of_state and not _is_embassy(first_body)  # "KBRI Khartoum"
            country = value.code if is_of_state else country or value.code  # "Kepolisian Metropolitan Seoul"
            also = term_at(words, index)  # "WNI" tells both a state and who they are
            if also is not None and also.length == here.length:
                terms.append(also.value)
        else:
            country = country or value.country
            first_body = first_body or value
        index = here.behind
    return _concluded(terms, country or located, first_body, is_former=is_former)


def _longest(words: Sequence[str], index: int, day: str | None) -> Found[Term] | Found[State] | Found[Body] | None:
    options = [bodies.at(words, index, day), states.at(words, index), term_at(words, index)]
    found = [option for option in options if option is not None]
    return max(found, key=lambda option: option.length, default=None)


def _concluded(terms: Sequence[Term], country: str | None, body: Body | None, *, is_former: bool) -> Description:
    head = terms[0] if terms else None
    if head is None:
        return Description(country, body.sectors if body else (), None, body, is_former)
    sectors = head.sectors
    others = [term.sectors for term in terms[1:] if term.kind in {"body", "office"}]
    belongs = head.kind == "staff" or (head.kind in {"body", "group"} and "GOV" not in head.sectors)
    if belongs and body is not None and body.sectors:
        sectors = body.sectors
    elif head.kind == "staff" and others:
        sectors = others[0]
    if is_former and head.kind in {"office", "staff"}:
        sectors = ("ELI",)
    if country in SUPRANATIONAL:
        sectors = tuple(code for code in sectors if code in _EVERYWHERE)
    return Description(country, sectors, head, body, is_former)


def _is_embassy(body: Body | None) -> bool:
    """Whether a body stands in another state than whose it is."""
    words = tuple(lexicons.terms("id/noun_classes", "noun", **{"class": "embassy"}))
    return body is not None and body.name.casefold().startswith(words)


@cache
def _small(role: str) -> frozenset[str]:
    return lexicons.by_role(role)
