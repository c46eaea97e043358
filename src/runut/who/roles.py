"""What part somebody plays in a sentence: party to what it tells, a place, or only a word that tells of another."""

from __future__ import annotations

from functools import cache
from typing import Literal

from runut import lexicons
from runut.language import Tree
from runut.record import Span

Role = Literal["subject", "object", "party", "place", "modifier"]
"""
subject, object
    of a verb; the agent of a passive is its subject
party
    named beside an act: "dengan Rusia", "serangan Israel"
place
    where something is or goes
modifier
    tells of another: "ibu kota Rusia"
"""

_CHAIN = frozenset({"conj", "appos", "flat", "fixed", "parataxis", "list"})
_MOST_STEPS = 12


def head_of(tree: Tree, span: Span) -> int:
    """The number, counted from 1, of the word of a span whose head lies outside it; 0 where the span has no word."""
    inside = [number for number, word in enumerate(tree.words, 1) if span[0] <= word.span[0] < span[1]]
    for number in inside:
        if tree.words[number - 1].head not in inside and tree.words[number - 1].relation != "case":
            return number
    return inside[0] if inside else 0


def role_of(tree: Tree, span: Span, *, is_state: bool = False) -> Role:
    """The role of the words of a span."""
    number = head_of(tree, span)
    if number == 0:
        return "modifier"
    case = _case(tree, number)
    for _ in range(_MOST_STEPS):
        word = tree.words[number - 1]
        relation = word.relation.split(":")[0]
        if word.head == 0 or not (relation in _CHAIN or _is_counted(tree, number, case)):
            break
        if relation == "parataxis" and tree.words[word.head - 1].upos == "VERB":
            break
        number = word.head
        case = case or _case(tree, number)
    word = tree.words[number - 1]
    relation = word.relation.split(":")[0]
    if word.relation == "obl:agent" or case == "oleh":
        return "subject"
    if relation in {"nsubj", "csubj", "dislocated", "vocative"} and case is None:
        return "object" if word.relation == "nsubj:pass" else "subject"
    if relation == "obj" and case is None and is_state and _is_reached(tree, number):
        return "place"
    if relation in {"obj", "iobj"} and case is None:
        return "subject" if _is_bare_agent(tree, number) else "object"
    if word.head == 0 or relation in {"root", "ccomp", "advcl", "acl"}:
        return "subject" if case is None else _beside(case, tree, number, is_state=is_state)
    return _beside(case, tree, number, is_state=is_state)


def _is_counted(tree: Tree, number: int, case: str | None) -> bool:
    """Whether a noun hangs on the word that counts it: "ribuan pengungsi"."""
    word = tree.words[number - 1]
    count = tree.words[word.head - 1].text.casefold()
    return case is None and word.relation.startswith("nmod") and count in _small("several-of")


def _is_reached(tree: Tree, number: int) -> bool:
    """Whether a state or its capital is where an act goes: "meninggalkan Kyiv"."""
    verb = tree.words[tree.words[number - 1].head - 1]
    return verb.text.casefold() in _small("go-verb") | _small("reach-verb")


def _is_bare_agent(tree: Tree, number: int) -> bool:
    """Whether an object right behind a passive verb is its agent: "dibunuh Israel"."""
    verb = tree.words[tree.words[number - 1].head - 1]
    return verb.voice == "Pass"


def _beside(case: str | None, tree: Tree, number: int, *, is_state: bool) -> Role:
    """The role of what stands behind a preposition, or hangs on a noun."""
    word = tree.words[number - 1]
    head = tree.words[word.head - 1] if word.head else None
    on_noun = head is not None and head.upos in {"NOUN", "PROPN"} and word.relation.startswith(("nmod", "compound"))
    is_act = head is not None and on_noun and is_act_noun(head.text, head.lemma)
    if case is None:
        if not is_state:
            return "party" if word.relation.startswith(("obl", "nmod")) else "modifier"
        return "party" if is_act else "modifier"
    if case in _small("place-before"):
        return "place"
    if case in _small("way-before"):
        return "party" if is_act or not is_state else "place"
    return "party" if case in _small("party-before") else "modifier"


def is_act_noun(text: str, lemma: str) -> bool:
    """Whether a noun is made from a verb: "serangan", "penarikan", "pertemuan"; not "kementerian", "perbatasan"."""
    word = text.casefold()
    if word in _small("no-act") or word in _titles():
        return False
    return (word.endswith("an") and lemma != word) or word in _small("act")


def _case(tree: Tree, number: int) -> str | None:
    for child in tree.children(number):
        word = tree.words[child - 1]
        if word.relation.startswith("case") and child < number:
            return word.text.casefold()
    return None


@cache
def _small(role: str) -> frozenset[str]:
    return lexicons.by_role(role)


@cache
def _titles() -> frozenset[str]:
    return lexicons.terms("id/sectors", "term") | lexicons.terms("id/offices", "term")
