"""What the types of acts have in common (table ``type_traits``)."""

from __future__ import annotations

from functools import cache

from runut import lexicons


@cache
def types(trait: str) -> frozenset[str]:
    """Give the types that have a trait."""
    return lexicons.terms("type_traits", "type", trait=trait)


@cache
def sectors(trait: str, kind: str, mode: str | None) -> tuple[str, ...]:
    """Give the sectors whose acts those of a type and mode are, the first meant first; none where no row tells."""
    for row in lexicons.table("type_traits"):
        if row["trait"] == trait and row["type"] == kind and row["mode"] in {mode or "", ""}:
            return tuple(lexicons.several(row["sectors"]))
    return ()
