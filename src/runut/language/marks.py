"""Which words stand between quotation marks: typographic, straight, single, nested, and without their partner."""

from __future__ import annotations

import re
from dataclasses import dataclass

from runut.record import Span

_PAIRS = {"“": "”", "”": "”", "»": "»", "„": "“”", "«": "»", "‘": "’", '"': '"', "'": "'"}
_DOUBLE = '"“”„«»'
_SINGLE = "'‘’"
_FEWEST_WORDS_IN_SINGLE_MARKS = 3


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words between marks.

    Attributes
    ----------
    start, end
        The words, without the marks.
    outer_start, outer_end
        The words with their marks.
    is_closed
        Whether the closing mark is there; where not, the words run to the end of the paragraph.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    is_closed: bool = True


def quoted(text: str, start: int, end: int) -> list[Quoted]:
    """Find the words between marks in the paragraph ``text[start:end]``, in order; nested marks belong to the outer."""
    found = _scan(text, start, end, _DOUBLE)
    if found:
        return found
    return [
        item
        for item in _scan(text, start, end, _SINGLE)
        if item.is_closed
        and (len(text[item.start : item.end].split()) >= _FEWEST_WORDS_IN_SINGLE_MARKS or text[item.end - 1] in ",.!?")
    ]


def _scan(text: str, start: int, end: int, marks: str) -> list[Quoted]:
    found: list[Quoted] = []
    opened: Span | None = None
    for match in re.finditer(
        f"''|[{re.escape(marks)}]" if marks == _DOUBLE else f"[{re.escape(marks)}]", text[start:end]
    ):
        at = (start + match.start(), start + match.end())
        if opened is None:
            if _opens(text, at, start, end):
                opened = at
            elif not found and _closes_unopened(text, at[0], start):
                found.append(_quoted(text, (start, start), at))
        elif _closes(text, opened[0], at, start, end):
            found.append(_quoted(text, opened, at))
            opened = None
    if opened is not None:
        words_start, words_end = _strip(text, opened[1], end)
        if words_start < words_end:
            found.append(Quoted(words_start, words_end, opened[0], end, is_closed=False))
    return [item for item in found if item.start < item.end]


def _quoted(text: str, opened: Span, closed: Span) -> Quoted:
    start, end = _strip(text, opened[1], closed[0])
    return Quoted(start, end, opened[0], closed[1])


def _opens(text: str, at: Span, start: int, end: int) -> bool:
    mark = text[at[0]]
    if mark in "“„«‘":
        return True
    before = text[at[0] - 1] if at[0] > start else " "
    after = text[at[1]] if at[1] < end else " "
    if mark in "”»’":
        # an editor's slip: a closing mark where only an opening one makes sense
        return before.isspace() and after.isalnum() and mark != "’"
    if mark == "'" and at[1] - at[0] == 1:
        return not before.isalnum() and after.isalnum()
    return (not before.isalnum() and not after.isspace()) or (before.isspace() and at[0] == start)


def _closes(text: str, opened: int, at: Span, start: int, end: int) -> bool:
    opener, mark = text[opened], text[at[0]]
    before = text[at[0] - 1] if at[0] > start else " "
    after = text[at[1]] if at[1] < end else " "
    if text[slice(*at)] == "''":
        return opener in "'\"" and not (before.isspace() and after.isalnum())
    if mark in "'’" and before.isalnum() and after.isalnum():
        return False  # an apostrophe
    if mark in _PAIRS[opener]:
        return not (mark in "'\"" and before.isspace() and after.isalnum()) or opener == '"'
    if mark == '"' and opener in "“„'":
        # “… " closes what “ opened, unless the right mark comes before the next opening one
        rest = text[at[1] : end]
        right, next_opening = rest.find("”"), rest.find("“")
        return right < 0 or 0 <= next_opening < right
    return mark == "”" and opener == '"'


def _closes_unopened(text: str, at: int, start: int) -> bool:
    """Whether a closing mark has lost its opening one at the head of the paragraph: 'Kami siap," kata Biden.'"""
    before = text[start:at]
    return bool(before) and before[-1] in ",.!?" and len(before.split()) > 1 and text[at] in '"”»'


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
