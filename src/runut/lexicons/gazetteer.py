"""Towns of the world: GeoNames' towns of more than 5,000 people (CC BY 4.0), looked up by any spelling.

The file ``gazetteer.npz`` is made by ``scripts/gazetteer.py``. It is read when a town is first asked for; its lines
stay one block of bytes, through which a sorted index leads, so that it costs little memory.
"""

from __future__ import annotations

import unicodedata
import zlib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

import numpy as np
import numpy.typing as npt

_REMEMBERED = 8192


@dataclass(frozen=True, slots=True)
class Town:
    """A town.

    Attributes
    ----------
    geonames
        GeoNames id.
    country
        ISO 3166 alpha-3, or KOS.
    lat, lon
        Degrees north and east, WGS 84.
    people
        How many live there, by GeoNames.
    """

    geonames: int
    name: str
    country: str
    lat: float
    lon: float
    people: int


def folded(name: str) -> str:
    """A name by which towns are compared: lower case, without accents and marks."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    kept = ("".join(" " if mark in "-–" else mark for mark in plain if mark.isalnum() or mark in " -–")).split()
    return " ".join(kept)


@dataclass(frozen=True, slots=True)
class _Index:
    """Hashes of spellings, sorted, and where the line of each begins."""

    block: bytes
    hashes: npt.NDArray[np.uint32]
    starts: npt.NDArray[np.int32]


@cache
def _index() -> _Index:
    with resources.files(__package__).joinpath("gazetteer.npz").open("rb") as file, np.load(file) as arrays:
        return _Index(arrays["block"].tobytes(), arrays["hashes"], arrays["starts"])


def spelling_hash(spelling: str) -> int:
    """The number under which a folded spelling stands in the index; few share one."""
    return zlib.crc32(spelling.encode("utf-8"))


@lru_cache(maxsize=_REMEMBERED)
def called(name: str) -> tuple[Town, ...]:
    """The towns of a name, the largest first."""
    key = folded(name)
    if not key:
        return ()
    index = _index()
    wanted = np.uint32(spelling_hash(key))
    first, last = np.searchsorted(index.hashes, wanted, "left"), np.searchsorted(index.hashes, wanted, "right")
    found = []
    for start in index.starts[first:last]:
        line = index.block[start : index.block.index(b"\n", start)].decode("utf-8")
        number, town, country, lat, lon, people, spellings = line.split("\t")
        if key == folded(town) or key in spellings.split("|"):
            found.append(Town(int(number), town, country, float(lat), float(lon), int(people)))
    return tuple(sorted(found, key=lambda town: -town.people))
