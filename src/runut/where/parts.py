"""What part the name of a place plays in its sentence."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from runut import lexicons
from runut.language import Tree
from runut.record import Span

_WINDOW = 60
"""Characters before a name that are looked at."""
Part = Literal["place", "goal", "party", "beside"]
"""
place
    where something is, comes from or goes to: "di Kyiv", "wilayah Jepang"
goal
    what an act reaches as a place: "mengunjungi Kyiv", "merebut Bakhmut"
party
    who acts, is addressed or is told of: "Moskow menuduh"
beside
    anything else: "bandara Kherson"
"""


def part_of(text: str, tree: Tree, span: Span, *, is_state: bool) -> Part:
    """The part of the words of a span.

    Parameters
    ----------
    is_state
        States are parties behind the noun of an act too: "serangan ke Ukraina" is one on a party.
    """
    before = text[max(tree.span[0], span[0] - _WINDOW) : span[0]]
    words = re.findall(r"[\w-]+|[^\w\s]", before)
    last = words[-1].casefold() if words else ""
    if last in _small("place-noun") | _small("place-before") or (last in _small("region-word") and len(words) > 1):
        return "place"
    number = next((n for n, word in enumerate(tree.words, 1) if word.span[0] == span[0]), 0)
    if number == 0:
        return "beside"
    if last in _small("way-before"):
        is_party = is_state and (_is_origin(last, tree, number) or _hangs_on_act(tree, number))
        return "party" if is_party else "place"
    joined = _joined_to(tree, number, is_list=last == ",")
    if joined is not None:
        return part_of(text, tree, joined, is_state=is_state)
    return _by_relation(tree, number, is_state=is_state)


def _is_origin(last: str, tree: Tree, number: int) -> bool:
    """Whether "dari" and a state tell whose somebody is: "mitranya dari Jepang"."""
    return last == "dari" and tree.words[number - 1].relation.startswith("nmod")


def _joined_to(tree: Tree, number: int, *, is_list: bool) -> Span | None:
    """The name before it with which a name is coordinated, or which it explains: "Kyiv dan Odesa", "Zahedan, Iran"."""
    word = tree.words[number - 1]
    head = tree.words[word.head - 1] if word.head else None
    if head is None or head.upos != "PROPN" or word.head > number:
        return None
    return head.span if word.relation.startswith(("conj", "appos")) or is_list else None


def _by_relation(tree: Tree, number: int, *, is_state: bool) -> Part:
    word = tree.words[number - 1]
    head = tree.words[word.head - 1] if word.head else None
    if head is None:
        return "party"
    if word.relation.startswith(("obj", "iobj", "obl", "xcomp")):
        reached = _small("go-verb") | (frozenset() if is_state else _small("reach-verb"))
        return "goal" if head.text.casefold() in reached else "party"
    if word.relation.startswith("nsubj"):
        return "goal" if head.voice == "Pass" and not is_state else "party"
    return "beside"


def _hangs_on_act(tree: Tree, number: int) -> bool:
    word = tree.words[number - 1]
    head = tree.words[word.head - 1] if word.head else None
    return head is not None and head.upos == "NOUN" and head.text.casefold() in _small("strike-noun")


@cache
def _small(role: str) -> frozenset[str]:
    return lexicons.by_role(role)
