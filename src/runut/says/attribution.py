"""Who is said to speak, by the words around a quotation: "ujar Blinken", "katanya", "Putin menegaskan, …"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from runut import lexicons
from runut.record import Span

_FILLER = (
    r"(?:resmi|tertulis|bersama|pers|terpisah|lagi|pula|juga|kemudian|lalu|singkat|tegas|lantang|lirih|dengan [a-z]+|oleh|langsung|secara [a-z]+|kepada (?:wartawan|pers|awak media)|"
    r"(?:dalam|pada|lewat|melalui) (?:sebuah |suatu )?[a-z]+(?: [a-z]+)?(?:nya)?,?)"
)
_PRONOUN = r"(?P<pronoun>dia|ia|beliau|mereka|dirinya)\b"
_NO_CUE = frozenset(
    ["seperti", "sebagaimana", "dalam", "saat", "ketika", "yang", "dan", "tetapi", "tapi", "namun", "sementara", "sambil", "seraya", "sembari", "merujuk", "mengacu", "menyusul", "kepada", "di", "ke", "pada", "dari", "untuk", "oleh", "adalah", "itu", "ini", "dilansir", "dikutip", "melansir", "mengutip", "dengan", "karena", "sebelum", "setelah", "usai", "bahwa", "jika", "agar", "hingga", "sampai", "atas", "bagi", "atau", "serta", "terhadap", "soal", "tentang", "demikian", "begitu"]
)


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
        Where the clause ends whose subject is the speaker ("Putin menegaskan, …"); ``None`` where he stands behind the cue.
    """

    cue: Span | None
    speaker_from: int | None = None
    pronoun: Span | None = None
    before: int | None = None


@cache
def cues(use: str) -> frozenset[str]:
    """The cues of one use, of the table ``id/cues``."""
    return frozenset(row["cue"] for row in lexicons.table("id/cues") if row["use"] == use)


def _any(use: str) -> str:
    return "|".join(re.escape(word) for word in sorted(cues(use), key=lambda word: (-len(word), word)))


@cache
def _after() -> re.Pattern[str]:
    lead = r"(?:demikian|begitu|begitulah|demikianlah)\s+"
    words = f"{_any('root')}|{_any('passive')}|{_any('according')}"
    noun = rf"(?:{lead}(?:(?:bunyi|isi|petikan)\s+)?|(?:bunyi|isi|petikan)\s+)(?:{_any('noun')})"
    return re.compile(
        rf"[\s,.;–—-]*(?P<cue>{noun}|(?:{lead})?(?:{words}))(?P<nya>nya)?\b(?!\s+(?:itu|ini|tersebut)\b)"
        rf"(?:\s+{_FILLER})*\s*(?:{_PRONOUN})?",
        re.IGNORECASE,
    )


@cache
def _unknown_after() -> re.Pattern[str]:
    """A verb that no table knows, where only an attribution can stand: behind a comma that closes a quotation."""
    return re.compile(rf"\s*,?\s*(?P<cue>[a-z][a-z-]{{2,}}?)(?P<nya>nya)?\b(?:\s+{_PRONOUN})?")


@cache
def _active() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<cue>{_any('active')})\b")


@cache
def _inverted() -> re.Pattern[str]:
    """A cue that stands before its speaker, in words before a quotation: 'kata Biden, "…"'."""
    words = f"{_any('root')}|{_any('according')}|{_any('noun')}"
    return re.compile(rf"\b(?P<cue>{words})(?P<nya>nya)?\b(?:\s+{_PRONOUN})?", re.IGNORECASE)


@cache
def _pointing_back() -> re.Pattern[str]:
    """A sentence that tells who said what stands before it: "Hal itu disampaikan Lavrov …"."""
    return re.compile(
        rf"\s*(?:(?:Pernyataan|Hal|Ucapan|Komentar|Penegasan|Kalimat|Seruan|Peringatan|Permintaan|Keterangan|Penjelasan|"
        rf"Pengakuan|Pesan|Kata-kata|Itu|Itulah|Kecaman|Ancaman|Janji|Pujian|Kritik|Desakan|Klaim|Bantahan|Harapan|Imbauan|Tudingan|Sindiran)\b[^.!?\n]{{0,50}}?\s(?:{_any('passive')})"
        rf"(?P<nya>nya)?|(?:Demikian|Begitu|Demikianlah|Begitulah)\b(?:\s+(?:bunyi|isi))?\s+(?:{_any('root')}|{_any('passive')}|{_any('noun')})(?P<nya2>nya)?)"
        rf"\b(?:\s+{_FILLER})*\s*(?:{_PRONOUN})?"
    )


@cache
def _title() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any('title')})(?:nya)?\s*:?\s*$", re.IGNORECASE)


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
    inverted = subject_first(text, start, end)
    if inverted:
        return inverted
    match = _unknown_after().match(text, start, end) if ends_in_comma else None
    if match is None or match["cue"] in _NO_CUE or match["cue"] + (match["nya"] or "") in _NO_CUE:
        return None
    if not (
        match["nya"]
        or match["pronoun"]
        or re.match(r"\s+(?:[A-Z]|seorang|para|juru|pejabat|mantan|sejumlah)", text[match.end() : end])
    ):
        return None
    return _read(match)


def _read(match: re.Match[str]) -> Attribution:
    cue = match.span("cue") if not match["nya"] else (match.start("cue"), match.end("nya"))
    if match["pronoun"]:
        return Attribution(cue, pronoun=match.span("pronoun"))
    if match["nya"]:
        return Attribution(cue, pronoun=match.span("nya"))
    return Attribution(cue, speaker_from=match.end())


def subject_first(text: str, start: int, end: int) -> Attribution | None:
    """Read an attribution behind a quotation whose subject comes first: '"…," Erdogan menegaskan.'"""
    clause = re.match(r"[\s,]*(?=[A-Z])[^,.;:!?\n\"“”]{2,80}", text[start:end])
    if clause is None or "," in text[start : start + 1]:
        return None
    match = _active().search(text, start, start + clause.end())
    if match is None or not text[start : match.start()].strip(" ,"):
        return None
    return Attribution(match.span("cue"), speaker_from=start)


def before(text: str, start: int, end: int) -> Attribution | None:
    """Read the attribution in the words of the sentence that lead up to a quotation: 'Putin menegaskan, "…"'."""
    last = None
    for match in _active().finditer(text, start, end):
        last = match
    inverted = None
    for match in _inverted().finditer(text, start, end):
        if not re.match(r"\s+(?:itu|ini|tersebut)\b", text[match.end() : end]):
            inverted = match
    if (
        inverted
        and (last is None or inverted.start() > last.start())
        and (inverted.start() > start or inverted["cue"][0].isupper())
    ):
        found = _read(inverted)
        if found.speaker_from is None or re.match(r"\s+\w", text[inverted.end() : end]):
            return found
    if last:
        return Attribution(last.span("cue"), before=last.start())
    return None


def pointing_back(text: str, start: int, end: int) -> Attribution | None:
    """Read a sentence behind a quotation that tells who said it: "Hal itu disampaikan Lavrov di Moskow."."""
    match = _pointing_back().match(text, start, end)
    if match is None:
        return None
    nya = match.span("nya") if match["nya"] else match.span("nya2") if match["nya2"] else None
    if match["pronoun"]:
        return Attribution(None, pronoun=match.span("pronoun"))
    return Attribution(None, pronoun=nya) if nya else Attribution(None, speaker_from=match.end())


def has_cue(text: str, start: int, end: int) -> bool:
    """Whether the words hold a reporting verb."""
    return bool(_active().search(text, start, end))


def is_title(text: str, start: int, opened: int) -> bool:
    """Whether the words before a mark make what stands behind it a title, a name or a slogan."""
    return bool(_title().search(text, max(start, opened - 40), opened))
