"""The forms in which a predicate of the codebook stands in a text: "menyerang", "diserang", "terserang", "serang".

Each active prefix of Indonesian hides which letter the stem begins with: "menyapu" comes from "sapu", "menyanyi" from
"nyanyi". All stems that a form allows are taken; those that are no words are never met in a text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

Voice = Literal["active", "passive", "bare"]

_VOWELS = "aeiou"
_PREFIXES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    # written so, before these letters of the rest ("" any), the stem begins with one of these and the rest
    ("menge", "bcdfgjklmpqrstvwz", ("",)),
    ("meng", _VOWELS, ("k", "")),
    ("meng", "ghkq", ("",)),
    ("meny", _VOWELS, ("s", "ny")),
    ("mem", _VOWELS, ("p", "m")),
    ("mem", "bfpvr", ("",)),
    ("men", _VOWELS, ("t", "n")),
    ("men", "cdjstz", ("",)),
    ("me", "lrwymn", ("",)),
)


def stems(active: str) -> Iterator[str]:
    """Give the stems from which an active verb with the prefix meN- may come, suffixes kept: "tembaki"."""
    found: dict[str, None] = {}
    for written, before, begins in _PREFIXES:
        if active.startswith(written) and len(active) > len(written) and active[len(written)] in before:
            found.update(dict.fromkeys(begin + active[len(written) :] for begin in begins))
    yield from found


def forms(predicate: str) -> dict[str, Voice]:
    """Give all forms of a predicate's first word, lower case, each with its voice.

    Parameters
    ----------
    predicate
        A verb in its active form, or any word that has only this one form.
    """
    found: dict[str, Voice] = {predicate: "active"}
    for stem in stems(predicate):
        found.setdefault("di" + stem, "passive")
        found.setdefault("ter" + stem, "passive")
        found.setdefault(stem, "bare")
    return found


def is_object_noun(noun: str) -> bool:
    """Whether what stands behind an act's noun is to whom it is done: "penangkapan aktivis", not "serangan Rusia"."""
    return noun.startswith("pe") and noun.endswith("an") and not noun.startswith("per")
