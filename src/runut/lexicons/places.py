"""Places as Indonesian newspapers name them: regions, waters and landmarks (table ``id/regions``), towns in their
Indonesian spelling (table ``id/exonyms``), and all other towns (`runut.lexicons.gazetteer`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from runut import lexicons
from runut.lexicons import gazetteer
from runut.lexicons.lookup import Found, Terms

Sort = Literal["region", "town"]
_FAME, _NEAR = 30, 10
"""So many times as large a town must be to be meant against one of the first, of another state spoken of."""


@dataclass(frozen=True, slots=True)
class Known:
    """A place that the tables know.

    Attributes
    ----------
    name
        Its English name, as in GeoNames.
    country
        ISO 3166 alpha-3 or KOS; ``None`` where no state holds it.
    lat, lon
        Degrees north and east.
    geonames
        GeoNames id; ``None`` for what is no town of the gazetteer.
    sort
        Whether it is a town, or a region, a water or a landmark.
    people
        How many live in a town that only the gazetteer knows.
    is_province
        Whether it is a part of a state, which often has the name of its chief town.
    """

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    geonames: int | None
    sort: Sort
    people: int | None = None
    is_province: bool = False


@cache
def _terms() -> Terms[Known]:
    entries: list[tuple[list[str], Known]] = []
    for row in lexicons.table("id/regions"):
        degrees = float(row["lat"]), float(row["lon"])
        is_province = row["kind"] == "province"
        known = Known(row["english"], row["country"] or None, *degrees, None, "region", is_province=is_province)
        entries += [(lexicons.words(name), known) for name in (row["name"], *lexicons.several(row["spellings"]))]
    for row in lexicons.table("id/exonyms"):
        town = Known(row["english"], row["country"], float(row["lat"]), float(row["lon"]), None, "town")
        entries += [(lexicons.words(name), town) for name in (row["name"], *lexicons.several(row["spellings"]))]
    return Terms(entries)


def at(words: Sequence[str], index: int) -> Found[Known] | None:
    """The region or town of the tables whose name begins at a word, by the longest spelling; capitals count."""
    return _terms().at(words, index)


def called(name: str, near: Sequence[str] = (), *, is_region: bool = False) -> Known | None:
    """The place of a name.

    Parameters
    ----------
    is_region
        Whether a word before it says that a region is meant ("Oblast Kharkiv"), and not the town of that name.
    near
        States that the article speaks of, most of all the first: of several towns of one name the largest is meant,
        but one of these states against a town several times as large.
    """
    words = lexicons.words(name)
    found = at(words, 0) if words else None
    towns = gazetteer.called(name)
    if found and found.length == len(words):
        of_state = [town for town in towns if town.country == found.value.country]
        if not (found.value.is_province and of_state and not is_region):
            return _with_number(found.value)
        towns = tuple(of_state)
    if not towns:
        return None
    weight = {code: _FAME if place == 0 else _NEAR for place, code in enumerate(near)}
    town = max(towns, key=lambda one: one.people * weight.get(one.country, 1))
    return Known(town.name, town.country, town.lat, town.lon, town.geonames, "town", town.people)


@cache
def _with_number(place: Known) -> Known:
    """A town of the table with the gazetteer's id and degrees, where the gazetteer has it."""
    if place.sort == "region":
        return place
    town = next((town for town in gazetteer.called(place.name) if town.country == place.country), None)
    if town is None:
        return place
    return Known(town.name, town.country, town.lat, town.lon, town.geonames, "town")
