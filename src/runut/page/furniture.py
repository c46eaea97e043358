"""Which lines are the story and which are the page around it (table ``id/furniture``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from runut import lexicons
from runut.lexicons import outlets
from runut.record import ParagraphKind, Span

LONGEST_FURNITURE_CHARACTERS = 600
"""Longer lines are story without being looked at."""
LONGEST_HEADLINE_WORDS = 24
LONGEST_LABEL_WORDS = 6
LONGEST_CAPTION_WORDS = 30
LONGEST_SECTION_WORDS = 2
FEWEST_LINES_OF_STORY = 3
FEWEST_WORDS_OF_SENTENCE = 2
FEWEST_WORDS_OF_LONG_LINE = 26
MOST_HEADLINES_IN_BLOCK = 8

_OUTLET = r"[^\W_][\w.'’&+-]*(?: (?!dan\b|serta\b)[\w.'’&+-]+){0,4}"
_NAME = r"(?-i:(?:[A-Z][\w.'’-]*|bin|binti|van|de)(?:,? (?:[A-Z][\w.'’-]*|bin|binti|van|de)){0,5})"
_MONTH = (
    r"jan(?:uari)?|feb(?:ruari)?|mar(?:et)?|apr(?:il)?|mei|juni?|juli?|ag(?:u|s|t|ust)(?:ustus|us)?|sep(?:t|tember)?|"
    r"okt(?:ober)?|nov(?:ember)?|des(?:ember)?|oct|aug|dec|may"
)
_WEEKDAY = r"(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)"
_TRAILING = re.compile(r"[\[(](?P<outlets>[^()\[\]]{2,60})[\])]\s*$")
_SENTENCE_END = re.compile(r"(?:[.…]|[.!?,][\"”’'])\)?$")
_PROSE_END = re.compile(r"[.!?…:;,][\"”’')\]]*(?:\s*[\[(][^()\[\]]{2,40}[\])])?$|[\"”’]$|[-–—*]{2,}$")
_SENTENCE_INSIDE = re.compile(r"[a-z][.!?][\"”’]?\s+[\"“]?[A-Z]")
_CREDIT = re.compile(r"(?:foto|photo|sumber gambar|kredit)\s*:", re.IGNORECASE)
_ROLE = re.compile(
    r"(?:(?P<writer>reporter|penulis|oleh|jurnalis|pewarta|wartawan|kontributor)|editor|redaktur|penerjemah)\s*:?",
    re.IGNORECASE,
)
_ONLY_NAME = re.compile(_NAME)
_LIST_MARK = re.compile(r"^(?:[-–•*►▶·>»]+|\d{1,2}[.)])\s*")
_SEPARATOR = re.compile(r"\s*(?:[,/|;*&•]|\bdan\b)\s*")


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of the table."""

    kind: str
    pattern: re.Pattern[str]


@dataclass(slots=True)
class Line:
    """A line of the text, or the part of one that is of another kind than the rest.

    Attributes
    ----------
    kind
        As `record.Paragraph.kind`.
    headline
        The headline's span in a related line.
    author
        The name in a byline.
    is_end
        Whether nothing of the story comes behind it.
    """

    span: Span
    kind: ParagraphKind
    headline: Span | None = None
    author: str | None = None
    is_end: bool = False


@cache
def _rules(where: str) -> tuple[Rule, ...]:
    found = []
    for row in lexicons.table("id/furniture"):
        if row["where"] == where:
            source = expand(row["pattern"])
            found.append(Rule(row["kind"], lexicons.pattern(source, table_name="id/furniture", flags=re.IGNORECASE)))
    return tuple(found)


def expand(pattern: str) -> str:
    """Fill in what ``{outlet}``, ``{name}``, ``{month}`` and ``{weekday}`` stand for. Outlets become groups o0, o1 …"""
    filled = pattern.replace("{name}", _NAME).replace("{month}", _MONTH).replace("{weekday}", _WEEKDAY)
    pieces = filled.split("{outlet}")
    return pieces[0] + "".join(f"(?P<o{index}>{_OUTLET}){piece}" for index, piece in enumerate(pieces[1:]))


def split_lines(text: str) -> list[Span]:
    """The lines of a text that are not blank, without the white space around them."""
    return [
        (start, end)
        for start, end in (
            _strip(text, match.start(), match.end()) for match in re.finditer(r"[^\r\n\f\v\x85\u2028\u2029]+", text)
        )
        if start < end
    ]


def classify(text: str) -> list[Line]:
    """Tell the kind of every line; a line of the story that holds a link or an embed is cut into its parts."""
    lines: list[Line] = []
    headlines_left = 0
    for span in split_lines(text):
        line, is_label = _whole(text, span)
        if line is None and headlines_left and _is_headline(text, span):
            headlines_left -= 1
            lines.append(Line(span, "related", headline=_headline(text, span)))
            continue
        if line is None:
            headlines_left = 0
            lines.extend(_parts(text, span))
            continue
        headlines_left = MOST_HEADLINES_IN_BLOCK if is_label else headlines_left if _is_stamp(text, line) else 0
        lines.append(line)
    _set_aside_behind_end(lines)
    _set_aside_bylines(text, lines)
    _set_aside_credits(text, lines)
    _set_aside_edges(text, lines)
    return lines


def _is_stamp(text: str, line: Line) -> bool:
    """Whether a line among headlines is only their section or age: "Internasional", "4 jam lalu"."""
    content = text[slice(*line.span)]
    return line.kind == "noise" and (any(map(str.isdigit, content)) or len(content.split()) <= LONGEST_SECTION_WORDS)


def _set_aside_behind_end(lines: list[Line]) -> None:
    """Take what stands behind the copyright line, or the heading of comments, for furniture."""
    stories = 0
    is_behind = False
    for line in lines:
        stories += line.kind == "body"
        is_behind = is_behind or (line.is_end and stories >= FEWEST_LINES_OF_STORY)
        if is_behind and line.kind == "body":
            line.kind = "noise"


def _person(name: str) -> str | None:
    """The name in a byline, without the outlet that may stand with it; ``None`` where nothing else does."""
    parts = [part.strip() for part in name.split(",")]
    people = [part for part in parts if part and outlets.called(part) is None]
    return ", ".join(people) if len(people) == len(parts) else None


def _set_aside_bylines(text: str, lines: list[Line]) -> None:
    """Take a name on the line under "Reporter" or "Editor:" for what it is."""
    first = lines[0] if lines else None
    for above, line in pairwise(lines):
        role = _ROLE.fullmatch(text[slice(*above.span)])
        role_below = _ROLE.fullmatch(text[slice(*line.span)])
        is_name_above = above is not first and role_below and role_below["writer"] and not role
        if is_name_above and _ONLY_NAME.fullmatch(text[slice(*above.span)]):
            above.kind = line.kind = "noise"
            above.author = text[slice(*above.span)]
        if role and not role_below and line.kind in {"body", "noise"} and _ONLY_NAME.fullmatch(text[slice(*line.span)]):
            above.kind = line.kind = "noise"
            if role["writer"]:
                line.author = text[slice(*line.span)]


def _set_aside_credits(text: str, lines: list[Line]) -> None:
    """Take outlets in brackets above the story, or behind a short line inside it, for the credit of a photo."""
    for line in lines:
        if line.kind == "body" and is_prose(text, line.span):
            break
        if line.kind == "source" and text[line.span[0]] in "([":
            line.kind = "noise"
    last_story = max(
        (at for at, line in enumerate(lines) if line.kind == "body" and is_prose(text, line.span)), default=0
    )
    for index in range(len(lines) - 2, -1, -1):
        caption, credit = lines[index], lines[index + 1]
        is_cut = (
            caption.kind == "body" and credit.kind == "source" and "\n" not in text[caption.span[1] : credit.span[0]]
        )
        if is_cut and index < last_story and _is_caption(text, caption):
            lines[index : index + 2] = [Line((caption.span[0], credit.span[1]), "noise")]


def _is_caption(text: str, line: Line) -> bool:
    """Whether a line before outlets in brackets, with story behind it, is short enough for a photo's caption."""
    content = text[slice(*line.span)]
    return len(content.split()) <= LONGEST_CAPTION_WORDS and not any(mark in content for mark in '"“”')


def _set_aside_edges(text: str, lines: list[Line]) -> None:
    """Take lines that are no prose for furniture where they stand behind the story, or inside other furniture.

    A subheading stands inside the story and stays; what stands before the story is left to the search for its title.
    """
    if not any(line.kind == "body" and is_prose(text, line.span) for line in lines):
        return
    for line in reversed(lines):
        if line.kind == "body":
            if is_prose(text, line.span):
                break
            line.kind = "noise"
    has_begun = False
    for before, line, after in zip(lines, lines[1:], lines[2:], strict=False):
        content = text[slice(*line.span)]
        has_begun = has_begun or (before.kind == "body" and is_prose(text, before.span))
        if line.kind != "body" or not has_begun or is_prose(text, line.span):
            continue
        is_inside = before.kind in {"noise", "related"} and after.kind in {"noise", "related"}
        is_caption = _CREDIT.match(text[slice(*after.span)])
        if is_inside or is_caption or (content[0].islower() and len(content.split()) <= LONGEST_LABEL_WORDS):
            line.kind = "noise"


def is_prose(text: str, span: Span) -> bool:
    """Whether a line reads as a sentence: it ends like one, or is long."""
    content = text[slice(*span)]
    words = len(content.split())
    ends = _PROSE_END.search(content) or (words > LONGEST_LABEL_WORDS and _SENTENCE_INSIDE.search(content))
    return words >= FEWEST_WORDS_OF_LONG_LINE or (words >= FEWEST_WORDS_OF_SENTENCE and bool(ends))


def _whole(text: str, span: Span) -> tuple[Line | None, bool]:
    """The line by the first rule that matches all of it, and whether it is a heading of links; ``None`` for story."""
    start, end = span
    if end - start > LONGEST_FURNITURE_CHARACTERS:
        return None, False
    content = text[start:end]
    for rule in _rules("line"):
        match = rule.pattern.fullmatch(content)
        if match is None or not _outlets_known(match):
            continue
        if rule.kind == "related":
            return Line(span, "related", headline=_group(text, start, match, "headline")), False
        if rule.kind == "byline":
            return Line(span, "noise", author=_person(match["author"])), False
        if rule.kind == "initials":
            listed = match.groupdict().get("outlets") or ""
            return Line(span, "source" if names_outlet(listed) else "noise"), False
        if rule.kind == "source":
            return Line(span, "source"), False
        return Line(span, "noise", is_end=rule.kind == "end"), rule.kind == "label"
    return None, False


def _parts(text: str, span: Span) -> Iterator[Line]:
    """Cut a line of the story where a link, an embed or a list of outlets stands inside it."""
    begin, end = span
    cuts: list[Line] = []
    for rule in _rules("inline"):
        for match in rule.pattern.finditer(text, begin, end):
            piece = _strip(text, match.start(), match.end())
            if any(piece[0] < cut.span[1] and cut.span[0] < piece[1] for cut in cuts):
                continue
            headline = _strip(text, *match.span("headline")) if rule.kind == "related" else None
            cuts.append(Line(piece, "related" if rule.kind == "related" else "noise", headline=headline))
    trailing = _TRAILING.search(text, max(begin, end - 70), end)
    if (
        trailing
        and trailing.start() > begin
        and names_outlet(trailing["outlets"])
        and text[trailing.start() - 2 : trailing.start()].strip()[-1:] in '."”'
    ):
        cuts.append(Line(_strip(text, trailing.start(), end), "source"))
    for cut in sorted(cuts, key=lambda line: line.span):
        yield from _body(text, begin, cut.span[0])
        yield cut
        begin = cut.span[1]
    yield from _body(text, begin, end)


def _body(text: str, start: int, end: int) -> Iterator[Line]:
    piece = _strip(text, start, end)
    if piece[0] < piece[1]:
        yield Line(piece, "body")


def names_outlet(listed: str) -> bool:
    """Whether a list such as "Ant/Z-4" or "AFP, Reuters" names an outlet (a social network is none)."""
    found = (outlets.called(part.strip(" .()[]")) for part in _SEPARATOR.split(listed.strip("()[] ")))
    return any(outlet and outlet.kind != "social" for outlet in found)


def _outlets_known(match: re.Match[str]) -> bool:
    groups = [value for key, value in match.groupdict().items() if key[0] == "o" and key[1:].isdigit() and value]
    return all(outlets.called(value.strip()) for value in groups)


def _is_headline(text: str, span: Span) -> bool:
    content = text[slice(*span)]
    return len(content.split()) <= LONGEST_HEADLINE_WORDS and not _SENTENCE_END.search(content)


def _headline(text: str, span: Span) -> Span:
    mark = _LIST_MARK.match(text[slice(*span)])
    return (span[0] + mark.end(), span[1]) if mark else span


def _group(text: str, offset: int, match: re.Match[str], name: str) -> Span:
    start, end = _strip(text, offset + match.start(name), offset + match.end(name))
    for opening, closing in ("()", "[]"):
        if text[end - 1] == closing and opening not in text[start:end]:
            end -= 1
    return start, end


def _strip(text: str, start: int, end: int) -> Span:
    while start < end and (text[start].isspace() or text[start] in "\ufeff\u200b"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\ufeff\u200b"):
        end -= 1
    return start, end
