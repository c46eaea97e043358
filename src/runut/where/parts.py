"""What part the name of a place plays in its sentence."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from runut import lexicons
from runut.language import Tree
from runut.record import Span

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
    before = text[max(tree.span[0], span[0] - 60) : span[0]]
    words = re.findall(r"[\w-]+|[^\w\s]", before)
    last = words[-1].casefold() if words else ""
    if last in _small("region-word") and len(words) > 1:
        return "place"
    if last in _small("place-noun"):
        return "place"
    if last in _small("place-before"):
        return "place"
    number = next((n for n, word in enumerate(tree.words, 1) if word.span[0] == span[0]), 0)
    if number == 0:
        return "beside"
    if last in _small("way-before"):
        if not is_state:
            return "place"
        is_origin = last == "dari" and tree.words[number - 1].relation.startswith("nmod")
        return "party" if is_origin or _hangs_on_act(tree, number) else "place"
    word = tree.words[number - 1]
    if word.relation.startswith("conj") and word.head:
        first = tree.words[word.head - 1]
        if first.upos == "PROPN" and first.span[0] < span[0]:
            return part_of(text, tree, first.span, is_state=is_state)
    if word.relation.startswith("appos") or (last == "," and word.head and number > word.head):
        head = tree.words[word.head - 1] if word.head else None
        if head is not None and head.upos == "PROPN" and head.span[0] < span[0]:
            return part_of(text, tree, head.span, is_state=is_state)
    head = tree.words[word.head - 1] if word.head else None
    if word.relation.startswith(("obj", "iobj", "obl", "xcomp")) and head is not None:
        reached = _small("reach-verb") if not is_state else _small("go-verb")
        return "goal" if head.text.casefold() in reached | _small("go-verb") else "party"
    if word.relation.startswith("nsubj"):
        is_reached = head is not None and head.voice == "Pass" and not is_state
        return "goal" if is_reached else "party"
    if head is None:
        return "party"
    return "beside"


def _hangs_on_act(tree: Tree, number: int) -> bool:
    word = tree.words[number - 1]
    head = tree.words[word.head - 1] if word.head else None
    return head is not None and head.upos == "NOUN" and head.text.casefold() in _small("strike-noun")


@cache
def _small(role: str) -> frozenset[str]:
    return lexicons.by_role(role)
