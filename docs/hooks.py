"""What the pages show of runut itself, made while they are built, so that they say what the program does.

A page asks for it with a comment; the rest of the page is plain Markdown.

    <!-- run                    commands, one a line, are run and shown with what they print
    runut read berita.txt
    -->
    <!-- python                 a program is run and shown with what it prints
    import runut
    -->
    <!-- record SAMPLE FIELD…   these fields of a sample's record ("quotes.0" is the first quote)
    -->
    <!-- marked SAMPLE 3-5      these paragraphs of a sample, with what the record found in them
    -->
    <!-- dates DAY|HEADING…     sentences with an expression in brackets, as dateparser and as runut read it
    Ia tiba [pekan lalu].
    -->
    <!-- tables HEADING         every table: explanation, columns, number of rows, first rows
    -->
    <!-- codebook COLUMN HEADING|…   every event type: meaning (of that column), modes, and all words that tell it
    -->

Commands run in an empty folder that looks like the repository: it has the samples, ``.venv/bin/runut``, and every file
that the page shows in a block with a title.
"""

from __future__ import annotations

import html
import json
import logging
import os
import re
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator
from datetime import date, datetime
from importlib import resources
from itertools import pairwise
from pathlib import Path

import dateparser
import dateparser.search

import runut
from runut import lexicons
from runut.record import Article, Span
from runut.what.codebook import Sense, senses

WIDTH = 78
"""Characters a line of what is printed."""
FIRST_ROWS = 5
SECONDS_A_COMMAND = 60

_log = logging.getLogger("mkdocs.hooks.runut")
_ASKED = re.compile(
    r"<!-- (?P<what>run|python|record|marked|dates|tables|codebook)\b(?P<words>[^\n]*)\n(?P<body>.*?)-->", re.DOTALL
)
_FILE = re.compile(r'^```\w+ title="(?P<name>[^"]+)"\n(?P<content>.*?)^```$', re.DOTALL | re.MULTILINE)
_ALIGNED = re.compile(r"(?P<lead>.*?\b\w+: |\s*)(?P<term>\S+(?: \S+)?) {2,}(?P<text>\S.*)")
_COLUMN = re.compile(r"(?P<term>[a-z]+): *(?P<text>.*)")


def on_page_markdown(markdown: str, **_: object) -> str:
    """Put in what a page asks for."""
    makers: dict[str, Callable[[str, str], str]] = {
        "record": lambda words, _: _record(*words.split()),
        "marked": lambda words, _: _marked(*words.split()),
        "dates": _dates,
        "tables": lambda words, _: _tables(words),
        "codebook": lambda words, _: _codebook(*words.split(" ", 1)),
    }
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        makers |= {"run": lambda _, body: _run(body, folder), "python": lambda _, body: _python(body, folder)}
        if "<!-- run" in markdown or "<!-- python" in markdown:
            _furnish(folder, markdown)
        return _ASKED.sub(lambda asked: makers[asked["what"]](asked["words"].strip(), asked["body"]), markdown)


def _samples() -> Path:
    return Path(str(resources.files("runut").joinpath("samples")))


def _furnish(folder: Path, markdown: str) -> None:
    """Make a folder look like the repository, with the files that the page shows."""
    for link, target in (
        ("src/runut/samples", _samples()),
        (".venv/bin/runut", Path(sys.executable).with_name("runut")),
        (".venv/bin/python", Path(sys.executable)),
    ):
        (folder / link).parent.mkdir(parents=True, exist_ok=True)
        (folder / link).symlink_to(target)
    for shown in _FILE.finditer(markdown):
        path = folder / shown["name"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(shown["content"], encoding="utf-8")


def _printed(command: list[str], folder: Path) -> tuple[str, int]:
    """What a command prints, and its exit status."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {"PATH": path, "COLUMNS": str(WIDTH), "TYPER_USE_RICH": "0", "NO_COLOR": "1", "PYTHONUTF8": "1"}
    done = subprocess.run(  # noqa: S603  the commands stand in the pages
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
        timeout=SECONDS_A_COMMAND,
    )
    if "Traceback" in done.stdout:
        _log.warning("%s: %s", command[-1], done.stdout.splitlines()[-1])
    return "\n".join(line.rstrip() for line in done.stdout.rstrip().splitlines()), done.returncode


def _run(body: str, folder: Path) -> str:
    """Run commands one after the other, as in a terminal."""
    lines, status = [], 0
    for command in body.strip().splitlines():
        text, status = _printed(["sh", "-c", f"(exit {status}); {command}"], folder)
        lines += [f"$ {command}", *([text] if text else [])]
    return _fence("console", "\n".join(lines))


def _python(body: str, folder: Path) -> str:
    text, _ = _printed([sys.executable, "-c", body], folder)
    return _fence("python", body.strip()) + (f"\n\n{_fence('text', text)}" if text else "")


def _fence(language: str, content: str) -> str:
    return f"```{language}\n{content}\n```"


def _sample(name: str) -> Article:
    text = (_samples() / name).read_text(encoding="utf-8")
    return runut.read_html(text, id=name) if name.endswith(".html") else runut.read(text, id=name)


def _record(sample: str, *fields: str) -> str:
    """Some fields of a record, as JSON."""
    record = json.loads(runut.to_json(_sample(sample)))
    chosen: dict[str, object] = {}
    for field in fields:
        name, _, index = field.partition(".")
        chosen[name] = [record[name][int(index)]] if index else record[name]
    return _fence("json", _layout(chosen))


def _layout(value: object, indent: str = "", key: str = "") -> str:
    """JSON with everything on one line that has room there."""
    flat = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, dict | list) or (indent and len(indent + key + flat) < WIDTH):
        return indent + key + flat
    inner = indent + "  "
    if isinstance(value, dict):
        parts = [_layout(entry, inner, f"{json.dumps(name)}: ") for name, entry in value.items()]
    else:
        parts = [_layout(entry, inner) for entry in value]
    return indent + key + flat[0] + "\n" + ",\n".join(parts) + f"\n{indent}{flat[-1]}"


def _marked(sample: str, numbers: str) -> str:
    """Paragraphs of a sample with its findings marked."""
    article = _sample(sample)
    first, last = (int(number) for number in numbers.split("-"))
    marks = list(_marks(article))
    paragraphs = [
        f'<p class="{paragraph.kind}">{_with_marks(article.text, paragraph.span, marks)}</p>'
        for paragraph in article.paragraphs[first : last + 1]
    ]
    return f'<div class="runut-article" lang="id">{"".join(paragraphs)}</div>'


def _marks(article: Article) -> Iterator[tuple[Span, str]]:
    if article.dateline:
        yield article.dateline.span, "dateline"
    for quote in article.quotes:
        yield quote.span, "quote"
        if quote.speaker_span:
            yield quote.speaker_span, "speaker"
        if quote.cue:
            yield quote.cue.span, "cue"
    yield from ((source.span, "source") for source in article.sources)
    yield from ((expression.span, "date") for expression in article.dates)


def _with_marks(text: str, span: Span, marks: list[tuple[Span, str]]) -> str:
    """A stretch of the text as HTML, cut where a mark begins or ends."""
    start, end = span
    cuts = sorted({start, end, *(at for mark, _ in marks for at in mark if start < at < end)})
    pieces = []
    for left, right in pairwise(cuts):
        kinds = [kind for mark, kind in marks if mark[0] <= left and right <= mark[1]]
        piece = html.escape(text[left:right], quote=False)
        pieces.append(f'<mark class="{" ".join(kinds)}">{piece}</mark>' if kinds else piece)
    return "".join(pieces)


def _dates(words: str, body: str) -> str:
    """How dateparser and runut read expressions of time, given the day of publication."""
    day, *headings = words.split("|")
    rows = [_dates_row(line, date.fromisoformat(day)) for line in body.strip().splitlines()]
    return _html_table([html.escape(heading) for heading in headings], rows)


def _dates_row(line: str, published: date) -> list[str]:
    before, expression, after = re.split(r"[\[\]]", line)
    sentence = before + expression + after
    base = datetime(published.year, published.month, published.day)  # noqa: DTZ001, RUF100  a day has no zone
    settings = {"RELATIVE_BASE": base, "DATE_ORDER": "DMY"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parsed = dateparser.parse(expression, languages=["id"], settings=settings)
        searched = dateparser.search.search_dates(sentence, languages=["id"], settings=settings) or []
    found = [f"{html.escape(words)} → {_whole(str(moment.date()))}" for words, moment in searched]
    at = (len(before), len(before) + len(expression))
    read = [entry for entry in runut.read(sentence, published=published).dates if at[0] <= entry.span[0] < at[1]]
    return [
        f"{html.escape(before)}<strong>{html.escape(expression)}</strong>{html.escape(after)}",
        _whole(str(parsed.date())) if parsed else "–",
        "<br>".join(found) or "–",
        "<br>".join("/<wbr>".join(map(_whole, (entry.value or "–").split("/"))) for entry in read) or "–",
    ]


def _whole(day: str) -> str:
    """A day that no line break may cut."""
    return f'<span class="runut-day">{day}</span>'


def _tables(words: str) -> str:
    """Every table, under a heading of its own."""
    rows_word, first_word = words.split("|")
    return "\n\n".join(_one_table(name, rows_word, first_word) for name in lexicons.names())


def _one_table(name: str, rows_word: str, first_word: str) -> str:
    rows = lexicons.table(name)
    columns = list(rows[0])
    shown = [[_value(row[column], column) for column in columns] for row in rows[:FIRST_ROWS]]
    head = f"## `{name}` {{ #{name.replace('/', '-')} }}"
    facts = f"{len(rows):,} {rows_word} · " + ", ".join(f"`{column}`" for column in columns)
    explained = f'<div class="runut-explained">{_explained(lexicons.header(name), columns)}</div>'
    return f"{head}\n\n{facts}\n\n{explained}\n\n{first_word}\n\n{_html_table(columns, shown)}"


def _codebook(meaning: str, headings: str) -> str:
    """Every event type under a heading of its own: its modes, and the senses of ``predicates`` that tell it."""
    modes_of: dict[str, list[dict[str, str]]] = {}
    for row in lexicons.table("plover"):
        modes_of.setdefault(row["type"], []).append(row)
    senses_of: dict[str, list[Sense]] = {}
    for sense in senses():
        senses_of.setdefault(sense.type, []).append(sense)
    words = headings.split("|")
    return "\n\n".join(
        _one_type(kind, rows, senses_of.get(kind, []), meaning, words) for kind, rows in modes_of.items()
    )


def _one_type(kind: str, modes: list[dict[str, str]], told_by: list[Sense], meaning: str, words: list[str]) -> str:
    mode, quad, score, cameo, means, words_word, conditions, frame, context, example = words
    shown = [
        [_value(row["mode"] or "–", "mode"), html.escape(row[meaning]), row["quad"], row["score"], row["cameo"]]
        for row in modes
    ]
    told = [
        [
            f"<strong>{html.escape(sense.predicate)}</strong>",
            "<br>".join(_value(one.source, "with") for one in sense.conditions),
            _value("" if sense.frame == "act" else sense.frame, "frame"),
            _value(sense.mode or "", "mode"),
            _value("|".join(sense.context), "context"),
            html.escape(sense.example),
        ]
        for sense in told_by
    ]
    return "\n\n".join(
        (
            f"## {kind}",
            _html_table([mode, means, quad, score, cameo], shown),
            f"{len(told):,} {words_word}",
            _html_table([words_word, conditions, frame, mode, context, example], told),
        )
    )


def _value(value: str, column: str) -> str:
    """A table's value; a line may break where it lists another."""
    kind = "pattern" if column == "pattern" else "listed"
    return f'<code class="{kind}">{html.escape(value).replace("|", "|<wbr>")}</code>' if value else ""


def _html_table(headings: list[str], rows: list[list[str]]) -> str:
    head = "".join(f"<th>{heading}</th>" for heading in headings)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f'<div class="runut-table"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def _explained(text: str, columns: list[str]) -> str:
    """The explanation at the head of a table as HTML: its aligned lists become lists, its other lines paragraphs."""
    blocks: list[tuple[str, str]] = []  # a term, empty for a paragraph, and its text
    at = 0  # where in a line the texts of an aligned list begin
    for line in text.splitlines():
        aligned, column = _ALIGNED.fullmatch(line), _COLUMN.fullmatch(line)
        if aligned:
            at = aligned.start("text")
            blocks += [*_lead(aligned["lead"]), (aligned["term"], aligned["text"])]
        elif column and column["term"] in columns:
            at = column.start("text")
            blocks.append((column["term"], column["text"]))
        elif line.startswith(" ") and line[:at].strip() and line[at - 1] == " ":
            blocks.append((line[:at].strip(), line[at:]))
        elif blocks and _goes_on(line, *blocks[-1], columns):
            blocks[-1] = (blocks[-1][0], f"{blocks[-1][1]} {line.strip()}")
        else:
            blocks.append(("", line))
    return "".join(_block(term, words, columns) for term, words in blocks if term or words)


def _lead(words: str) -> Iterator[tuple[str, str]]:
    """What stands before the first term of an aligned list: "word: in lower case. mark: "."""
    yield from re.findall(r"(\w+): *((?:[^:]*\.)?)", words)


def _goes_on(line: str, term: str, words: str, columns: list[str]) -> bool:
    """Whether a line goes on with the block before it."""
    if not line.strip() or not (term or words):
        return False
    return line.startswith(" ") or not term or (term in columns and not words.endswith("."))


def _block(term: str, words: str, columns: list[str]) -> str:
    told = html.escape(" ".join(words.split()), quote=False)
    if not term:
        return f"<p>{told}</p>"
    kind = "column" if term in columns else "value"
    return f'<p class="{kind}"><code>{html.escape(term)}</code> {told}</p>'
