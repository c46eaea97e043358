"""Who is said to speak, by the words around a quotation: "ujar Blinken", "katanya", "Putin menegaskan, …"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from runut import lexicons
from runut.lexicons import outlets
from runut.record import Span

_TITLE_WINDOW_CHARACTERS = 40


@dataclass(frozen=True, slots=True)
class Attribution:
    """An attribution found beside a quotation.

    Attributes
    ----------
    cue
        The reporting word; ``None`` where there is none.
    speaker_from
        Where the words begin that name the speaker; ``None`` where a pronoun does, or nothing.
    pronoun
        The pronoun, or the "nya", that stands for the speaker.
    before
        Where the clause ends whose subject is the speaker ("Putin menegaskan, …"); ``None`` where he stands behind.
    """

    cue: Span | None
    speaker_from: int | None = None
    pronoun: Span | None = None
    before: int | None = None


def cues(*uses: str) -> frozenset[str]:
    """The cues of some uses, of the table ``id/cues``."""
    return frozenset().union(*(lexicons.terms("id/cues", "cue", use=use) for use in uses))


def role(*roles: str) -> str:
    """A pattern for the small words that play one of these roles, of the table ``id/function_words``."""
    return lexicons.alternatives(
        frozenset().union(*(lexicons.terms("id/function_words", "term", role=name) for name in roles))
    )


@cache
def _speaker_lead() -> str:
    """What may stand between a cue and its speaker, and the pronoun that may be the speaker."""
    filler = (
        rf"(?:{role('filler')}|dengan [a-z]+|secara [a-z]+|kepada (?:{role('audience')})"
        r"|(?:dalam|pada|lewat|melalui) (?:sebuah |suatu )?[a-z]+(?: [a-z]+)?(?:nya)?,?)"
    )
    return rf"(?:\s+{filler})*\s*(?:(?P<pronoun>{role('pronoun')})\b)?"


@cache
def _after() -> re.Pattern[str]:
    so = rf"(?:{role('so')})\s+"
    words = lexicons.alternatives(cues("root", "passive", "according"))
    nouns = lexicons.alternatives(cues("noun"))
    noun = rf"(?:{so}(?:(?:bunyi|isi|petikan)\s+)?|(?:bunyi|isi|petikan)\s+)(?:{nouns})"
    return re.compile(
        rf"[\s,.;–—-]*(?P<cue>{noun}|(?:{so})?(?:{words}))(?P<nya>nya)?\b(?!\s+(?:{role('definite')})\b){_speaker_lead()}",
        re.IGNORECASE,
    )


@cache
def _unknown_after() -> re.Pattern[str]:
    """A verb that no table knows, where only an attribution can stand: behind a comma that closes a quotation."""
    return re.compile(rf"\s*,?\s*(?P<cue>[a-z][a-z-]{{2,}}?)(?P<nya>nya)?\b(?:\s+(?P<pronoun>{role('pronoun')})\b)?")


@cache
def _pointing_noun() -> re.Pattern[str]:
    """A statement that points back to its speaker: '"…," bunyi pernyataan tersebut.'"""
    nouns = lexicons.alternatives(cues("noun"))
    return re.compile(
        rf"[\s,]*(?:(?:{role('so')})\s+)?(?P<cue>(?:bunyi|isi|petikan)\s+(?P<noun>{nouns}))\s+(?={role('definite')})"
    )


@cache
def _so_alone() -> re.Pattern[str]:
    """A "demikian" right before the speaker: '"…," demikian Maduro.'"""
    return re.compile(rf"[\s,]*(?P<cue>{role('so')})\s+(?=[A-Z])")


@cache
def _speaker_begins() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:[A-Z]|(?:{role('determiner')}|juru bicara|pejabat|mantan)\b)")


@cache
def _active() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<cue>{lexicons.alternatives(cues('active'))})\b")


@cache
def _inverted() -> re.Pattern[str]:
    """A cue that stands before its speaker, in words before a quotation: 'kata Biden, "…"'."""
    words = lexicons.alternatives(cues("root", "according", "noun"))
    return re.compile(
        rf"\b(?P<cue>{words})(?P<nya>nya)?\b(?!\s+(?:{role('definite')})\b)(?:\s+(?P<pronoun>{role('pronoun')})\b)?",
        re.IGNORECASE,
    )


@cache
def _pointing_back() -> re.Pattern[str]:
    """A sentence that tells who said what stands before it: "Hal itu disampaikan Lavrov …"."""
    nouns, so = (_capitalised(name) for name in ("pointing", "so"))
    passive, any_cue = (lexicons.alternatives(cues(*uses)) for uses in (["passive"], ["root", "passive", "noun"]))
    return re.compile(
        rf"\s*(?:(?:{nouns})\b[^.!?\n]{{0,50}}?\s(?:{passive})(?P<nya>nya)?"
        rf"|(?:{so})\b(?:\s+(?:bunyi|isi))?\s+(?:{any_cue})(?P<nya2>nya)?)\b{_speaker_lead()}"
    )


def _capitalised(name: str) -> str:
    return lexicons.alternatives(word.capitalize() for word in lexicons.terms("id/function_words", "term", role=name))


@cache
def _title() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{lexicons.alternatives(cues('title'))})(?:nya)?\s*:?\s*$", re.IGNORECASE)


def after(text: str, start: int, end: int, *, ends_in_comma: bool) -> Attribution | None:
    """Read the attribution behind a quotation that ends before `start`.

    Parameters
    ----------
    ends_in_comma
        Whether a comma closes the quotation, so that any word behind it may be the cue, misspelt ones too.
    """
    match = _after().match(text, start, end)
    if match:
        return _read(match)
    pointing = _pointing_noun().match(text, start, end)
    if pointing:
        return Attribution(pointing.span("cue"), speaker_from=pointing.start("noun"))
    inverted = subject_first(text, start, end)
    if inverted:
        return inverted
    so = _so_alone().match(text, start, end) if ends_in_comma else None
    if so and outlets.at(text, so.end()) is None:
        return Attribution(so.span("cue"), speaker_from=so.end())
    match = _unknown_after().match(text, start, end) if ends_in_comma else None
    if match is None or {match["cue"], match["cue"] + (match["nya"] or "")} & _no_cues():
        return None
    if not (match["nya"] or match["pronoun"] or _speaker_begins().match(text, match.end(), end)):
        return None
    return _read(match)


@cache
def inside() -> re.Pattern[str]:
    """An attribution inside words whose closing mark is lost: '"Kami siap, kata Biden.'"""
    roots = lexicons.alternatives(cues("root"))
    offices = lexicons.alternatives(lexicons.terms("id/offices", "term", kind="office"))
    return re.compile(rf"[,!?]\s(?=(?:{roots})(?:nya\b|\s+(?:[A-Z]|(?:{role('pronoun', 'determiner')}|{offices})\b)))")


def _no_cues() -> frozenset[str]:
    return lexicons.terms("id/function_words", "term", role="no-cue")


def _read(match: re.Match[str]) -> Attribution:
    cue = match.span("cue") if not match["nya"] else (match.start("cue"), match.end("nya"))
    if match["pronoun"]:
        return Attribution(cue, pronoun=match.span("pronoun"))
    if match["nya"]:
        return Attribution(cue, pronoun=match.span("nya"))
    return Attribution(cue, speaker_from=match.end())


def subject_first(text: str, start: int, end: int) -> Attribution | None:
    """Read an attribution behind a quotation whose subject comes first: '"…," Erdogan menegaskan.'"""
    clause = re.match(
        r"[\s,]*(?=[A-Z])[^,.;:!?\n\"“”]{2,80}(?:,\s+[A-Z][^,.;:!?\n\"“”]{2,40},[^,.;:!?\n\"“”]{2,40})?",
        text[start:end],
    )
    if clause is None or "," in text[start : start + 1]:
        return None
    match = _active().search(text, start, start + clause.end())
    if match is None or not text[start : match.start()].strip(" ,"):
        return None
    return Attribution(match.span("cue"), speaker_from=start)


def before(text: str, start: int, end: int) -> Attribution | None:
    """Read the attribution in the words of the sentence that lead up to a quotation: 'Putin menegaskan, "…"'."""
    active = _last(_active(), text, start, end)
    inverted = _last(_inverted(), text, start, end)
    if inverted and (active is None or inverted.start() > active.start()):
        found = _read(inverted)
        begins_sentence = inverted.start() == start and not inverted["cue"][0].isupper()
        if not begins_sentence and (found.speaker_from is None or re.match(r"\s+\w", text[inverted.end() : end])):
            return found
    return Attribution(active.span("cue"), before=active.start()) if active else None


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    found = None
    for match in pattern.finditer(text, start, end):
        found = match
    return found


@cache
def _adjunct() -> re.Pattern[str]:
    """What a sentence may put before its subject: "Dalam pidato TV pada hari Rabu (5/4/2023), "."""
    heads = lexicons.alternatives(
        word.capitalize() for word in lexicons.terms("id/function_words", "term", role="adjunct")
    )
    return re.compile(rf"\s*(?:{heads})\b[^,\n\"“”]*,\s")


def subject_from(text: str, start: int, end: int) -> int:
    """Where the subject of a clause can begin: behind what stands before it up to the first comma."""
    match = _adjunct().match(text, start, end)
    return match.end() if match and match.end() < end else start


@cache
def _plain_saying() -> re.Pattern[str]:
    verbs = lexicons.alternatives(lexicons.terms("id/function_words", "term", role="says-all"))
    return re.compile(rf"\b(?:{verbs})\s*\Z")


def says_all(text: str, start: int, opened: int) -> bool:
    """Whether a verb directly before a mark makes what stands behind it the whole of what is said: 'mengatakan "…".'"""
    return bool(_plain_saying().search(text, start, opened))


@cache
def _called() -> re.Pattern[str]:
    """Words that give the name of somebody described: "seorang warga yang mengaku bernama Lina"."""
    return re.compile(r"\s*(?:[a-z]+\s+){0,3}(?:yang\s+)?(?:mengaku\s+)?bernama\s+(?=[A-Z])")


def name_given_from(text: str, start: int, end: int) -> int | None:
    """Where the name begins that a description gives; ``None`` where it gives none."""
    match = _called().match(text, start, end)
    return match.end() if match else None


def pointing_back(text: str, start: int, end: int) -> Attribution | None:
    """Read a sentence behind a quotation that tells who said it: "Hal itu disampaikan Lavrov di Moskow."."""
    match = _pointing_back().match(text, start, end)
    if match is None:
        return None
    pronoun = next((match.span(name) for name in ("pronoun", "nya", "nya2") if match[name]), None)
    return Attribution(None, pronoun=pronoun) if pronoun else Attribution(None, speaker_from=match.end())


def has_cue(text: str, start: int, end: int) -> bool:
    """Whether the words hold a reporting verb."""
    return bool(_active().search(text, start, end))


def is_title(text: str, start: int, opened: int) -> bool:
    """Whether the words before a mark make what stands behind it a title, a name or a slogan."""
    return bool(_title().search(text, max(start, opened - _TITLE_WINDOW_CHARACTERS), opened))
