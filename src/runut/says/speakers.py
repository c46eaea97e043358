"""Who the speaker is: a phrase, a title or a pronoun → an actor of the record."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from runut import lexicons
from runut.language import NamePhrase, Parse, phrase_at
from runut.record import Actor, ActorKind, Article, Span
from runut.says import attribution

MOST_WORDS_BEFORE_CUE = 3
MOST_SENTENCES_BACK = 6
"""A pronoun looks no further back for its person."""

_DETERMINER = re.compile(
    r"\s*(?:(?:oleh|seorang|salah satu|salah seorang|sejumlah|beberapa|para|sang|si|seperti|banyak)\s+)*", re.IGNORECASE
)
_BOUNDARY = re.compile(
    r"\s*(?:[,.;:()\"“”!?\n–—]|(?<=\s)-(?=\s)|\b(?:kepada|di|ke|dalam|pada|saat|ketika|seperti|sebagaimana|dikutip|dilansir|mengutip|melansir|melalui|lewat|usai|"
    r"setelah|sesudah|sebelum|terkait|soal|tentang|mengenai|yang|seraya|sambil|sembari|dengan|sebagai|menanggapi|merujuk|menjawab|"
    r"bahwa|untuk|kemarin|hari|itu|tersebut|ini|tadi|dan|ketika|waktu|sehari|berdasarkan|menurut|usai|merespons|mengomentari|menyikapi|"
    r"[Ss]enin|[Ss]elasa|[Rr]abu|[Kk]amis|[Jj]umat|[Ss]abtu|Minggu|Ahad|lagi|pula|singkat|kemudian|lalu|dulu|menambahkan)\b)"
)
_DEFINITE = re.compile(r"\s*(?:itu|tersebut|ini)\b")
_OBJECT_BEFORE = re.compile(
    r"\b(?:kepada|dengan|oleh|terhadap|dari|di|ke|untuk|pada|antara|atas|bersama|melawan|bagi|tentang|soal|milik|dalam|bertemu|menemui|mendampingi|menggantikan|mengenai)\s+(?:(?:para|sang|mantan)\s+)?$",
    re.IGNORECASE,
)
_PRONOUN_SUBJECT = re.compile(
    r"^(?:[“\"]?(?:Ia|Dia|Beliau|Menurutnya|Menurut dia|Menurut ia)\b|[^,]{3,40},\s(?:ia|dia|beliau)\b)|\b(?:ia|dia|beliau)\s+(?:juga|pun|lalu|kemudian)?\s*(?:me|ber)"
)
_OLD_SUBJECT = re.compile(r"\b(?:ia|dia|beliau|-nya)\b", re.IGNORECASE)
_GROUP_WORDS = frozenset(
    ["warga", "pejabat", "demonstran", "mahasiswa", "pengungsi", "sumber", "para", "sejumlah", "saksi", "keluarga", "massa", "penduduk"]
)
_NO_TITLE_WORDS = frozenset(["itu", "ini", "tersebut", "sang", "seorang", "dan", "di", "untuk", "republik", "senior", "tersebut", "mantan"])


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks: the actor, and the words that tell it."""

    actor: Actor
    span: Span


class Speakers:
    """The speakers of one article: finds them, adds them to its actors, and remembers who spoke where."""

    def __init__(self, article: Article, parse: Parse, spoken: list[Span]) -> None:
        self._article = article
        self._text = article.text
        self._parse = parse
        self._spoken = spoken
        self._voices: list[tuple[int, Actor]] = []

    def remember(self, offset: int, actor: Actor) -> None:
        """Note that `actor` speaks at `offset`, for pronouns that come later."""
        self._voices.append((offset, actor))

    def named_from(self, start: int, end: int) -> Speaker | None:
        """The speaker whose phrase begins at `start`, behind a cue; ``None`` where no phrase does."""
        determiner = _DETERMINER.match(self._text, start, end)
        begin = determiner.end() if determiner else start
        stop = _BOUNDARY.search(self._text, begin, end)
        limit = stop.start() if stop else end
        phrase = phrase_at(self._text, begin, end)
        is_description = phrase is not None and self._is_description(phrase, end)
        if phrase is not None and phrase.name is not None and not is_description:
            return Speaker(self._person(phrase), phrase.span)
        if phrase is not None:
            limit = max(limit, phrase.span[1])
        apposed = self._apposed(limit, end) if phrase is None or phrase.name is None else None
        if apposed:
            return apposed
        if limit <= begin or not any(character.isalpha() for character in self._text[begin:limit]):
            return None
        span = self._trim(begin, limit)
        is_definite = (
            is_description
            or bool(_DEFINITE.match(self._text, limit))
            or self._text[start:begin].strip().casefold().endswith("sang")
        )
        if is_definite or phrase is not None:
            held = self._holder(span, start, is_definite=is_definite)
            if held is not None:
                return Speaker(held, span)
        if is_definite and self._means_a_body(span):
            body = self._last_body(start, self._text[slice(*span)].split()[0].casefold())
            return Speaker(body, span) if body else Speaker(self._unnamed(span, phrase), span)
        if is_definite:
            found = self.last_before(start)
            return Speaker(found, span) if found else None
        return Speaker(self._unnamed(span, phrase), span)

    def subject_of(self, start: int, end: int, *, people_only: bool = True) -> Speaker | None:
        """The first party of a clause that is no object of a preposition."""
        for phrase in self._parse.phrases_within(start, end):
            if self._is_spoken(phrase.span[0]):
                continue
            lead = self._text[start : phrase.span[0]]
            if _OBJECT_BEFORE.search(lead):
                continue
            if phrase.name is not None and self._is_person(phrase):
                return Speaker(self._person(phrase), phrase.span)
            if people_only:
                held = (
                    self._holder(phrase.span, start, is_definite=phrase.is_definite)
                    if phrase.head == "office"
                    else None
                )
                if held:
                    return Speaker(held, phrase.span)
                continue
            if phrase.head in {"office", "organisation", "state", "acronym"} or phrase.name is not None:
                return Speaker(self._unnamed(phrase.span, phrase), phrase.span)
        return None

    def beside(self, start: int, cue: int) -> Speaker | None:
        """The party that stands directly before a cue: "…, Kim menjawab"; a definite description is whom it describes."""
        near = [phrase for phrase in self._parse.phrases_within(start, cue) if not self._is_spoken(phrase.span[0])]
        if not near:
            return None
        phrase = near[-1]
        between = self._text[phrase.span[1] : cue].split()
        lead = self._text[start : phrase.span[0]]
        is_apposed = lead.rstrip().endswith(",") and between == [","]
        if (
            len(between) > MOST_WORDS_BEFORE_CUE
            or _OBJECT_BEFORE.search(lead)
            or ("," in self._text[phrase.span[1] : cue] and not is_apposed)
        ):
            return None
        if phrase.is_definite and phrase.head == "office":
            actor = self._holder(phrase.span, start, is_definite=True) or self.last_before(start)
            return Speaker(actor, phrase.span) if actor else None
        if phrase.name is not None:
            return Speaker(self._person(phrase), phrase.span)
        if phrase.head == "office":
            actor = self._holder(phrase.span, start, is_definite=False)
            return Speaker(actor or self._unnamed(phrase.span, phrase), phrase.span)
        return Speaker(self._unnamed(phrase.span, phrase), phrase.span)

    def last_before(self, offset: int, *, most_sentences: int = MOST_SENTENCES_BACK) -> Actor | None:
        """Whom a pronoun at `offset` stands for: who spoke, or was the subject, in the nearest sentence before."""
        sentences = [span for span in self._parse.sentences if span[0] < offset]
        organisation: Actor | None = None
        for start, end in reversed(sentences[-most_sentences:]):
            stop = min(end, offset)
            voice = next((actor for at, actor in reversed(self._voices) if start <= at < stop), None)
            if voice:
                return voice
            if _PRONOUN_SUBJECT.search(self._text[start:stop]):
                continue
            named = self._by_menurut(start, stop) or self.subject_of(start, stop)
            if named:
                return named.actor
            if organisation is None and attribution.has_cue(self._text, start, stop):
                told = self.subject_of(start, stop, people_only=False)
                organisation = told.actor if told else None
        return organisation

    def _is_description(self, phrase: NamePhrase, end: int) -> bool:
        """Whether a title with a name in it only describes: "Menteri Besar Jammu dan Kashmir itu"."""
        return phrase.head == "office" and bool(
            re.match(r"(?:\s+dan\s+[A-Z]\w+)?\s+(?:itu|tersebut)\b", self._text[phrase.span[1] : end])
        )

    def _apposed(self, comma: int, end: int) -> Speaker | None:
        """The name behind a description and a comma: "penengah perundingan, Martti Ahtisaari,"."""
        if self._text[comma : comma + 1] != ",":
            return None
        phrase = phrase_at(self._text, comma + 1, end)
        if phrase is None or phrase.head != "name" or phrase.span[0] != comma + 2:
            return None
        behind = self._text[phrase.span[1] : end]
        closes = not behind.strip() or re.match(r"\s*(?:[,.;(\"“]|\d)", behind) or _BOUNDARY.match(behind)
        is_list = re.match(r"\s*(?:,?\s*dan\b|,\s*[A-Z]\w+ dan\b)", behind)
        return Speaker(self._person(phrase), phrase.span) if closes and not is_list else None

    def _means_a_body(self, span: Span) -> bool:
        return self._text[slice(*span)].split()[0].casefold().removesuffix("nya") in _body_words()

    def _last_body(self, offset: int, noun: str) -> Actor | None:
        """The organisation that "blok itu" means: the last one called by that noun before `offset`, else the last one."""
        bodies = [
            phrase
            for phrase in self._parse.phrases_within(0, offset)
            if phrase.head in {"organisation", "acronym"}
            and not self._is_spoken(phrase.span[0])
            and not phrase.is_definite
        ]
        called = [phrase for phrase in bodies if self._text[slice(*phrase.span)].casefold().startswith(noun)]
        chosen = (called or bodies)[-1:]
        return self._unnamed(chosen[0].span, chosen[0]) if chosen else None

    def _by_menurut(self, start: int, end: int) -> Speaker | None:
        match = re.match(r"(?:Namun,? )?Menurut\s+", self._text[start:end])
        return self.named_from(start + match.end(), end) if match else None

    def _is_spoken(self, offset: int) -> bool:
        return any(begin <= offset < end for begin, end in self._spoken)

    def _is_person(self, phrase: NamePhrase) -> bool:
        """Whether a name is a person's: it has an office, or several parts, or is part of such a name elsewhere."""
        if phrase.head == "office":
            return True
        if phrase.head != "name" or phrase.name is None:
            return False
        name = self._text[slice(*phrase.name)]
        return (
            self._parse.full_name(self._text, phrase) != name
            or " " in name
            or any(self._parse.same_person(actor.name, name) for actor in self._article.actors)
        )

    def _person(self, phrase: NamePhrase) -> Actor:
        name = self._parse.full_name(self._text, phrase)
        if phrase.head == "organisation":
            return self._actor(name, "organisation", phrase.span)
        return self._actor(name, "person", phrase.name or phrase.span)

    def _unnamed(self, span: Span, phrase: NamePhrase | None) -> Actor:
        text = " ".join(self._text[slice(*span)].split())
        words = set(text.casefold().split())
        kind: ActorKind = "organisation"
        if phrase is not None and phrase.head == "state":
            kind = "state"
        elif words & _GROUP_WORDS or phrase is None:
            kind = "group"
        elif phrase.head == "office":
            kind = "person"
        return self._actor(text, kind, span)

    def _actor(self, name: str, kind: ActorKind, span: Span) -> Actor:
        """The actor of that name, new where the record has none yet."""
        for actor in self._article.actors:
            same = actor.name == name or (kind == actor.kind == "person" and self._parse.same_person(actor.name, name))
            if same:
                if span not in actor.mentions:
                    actor.mentions = sorted([*actor.mentions, span])
                return actor
        found = [
            phrase.name if phrase.name is not None and kind == "person" else phrase.span
            for phrase in self._parse.phrases
            if self._names(phrase, name, kind)
        ]
        actor = Actor(f"a{len(self._article.actors) + 1}", name, kind, None, [], None, sorted({*found, span}))
        self._article.actors.append(actor)
        return actor

    def _names(self, phrase: NamePhrase, name: str, kind: ActorKind) -> bool:
        if kind == "person" and phrase.name is not None:
            return self._parse.same_person(self._text[slice(*phrase.name)], name)
        return self._text[slice(*phrase.span)] == name

    def _holder(self, span: Span, offset: int, *, is_definite: bool) -> Actor | None:
        """The person who holds an office named without its holder: "Menlu AS", "presiden itu"."""
        wanted = title_words(self._text[slice(*span)])
        if not wanted:
            return None
        best: Actor | None = None
        for phrase in self._parse.phrases:
            if phrase.name is None or phrase.head != "office" or phrase.span == span:
                continue
            held = title_words(self._text[phrase.span[0] : phrase.name[0]])
            if wanted <= held or (is_definite and wanted & held and phrase.span[0] < offset):
                best = self._person(phrase)
                if phrase.span[0] > offset:
                    break
            if phrase.span[0] > offset and best:
                break
        return best

    def _trim(self, start: int, end: int) -> Span:
        while end > start and self._text[end - 1].isspace():
            end -= 1
        return start, end


@cache
def _body_words() -> frozenset[str]:
    """Nouns for an organisation, by which a text points back to one."""
    return frozenset(
        row["term"] for row in lexicons.table("id/offices") if row["kind"] == "organisation" and " " not in row["term"]
    )


@cache
def _full_forms() -> dict[str, str]:
    return {row["term"]: row["full"] for row in lexicons.table("id/offices") if row["full"]}


@cache
def _state_codes() -> dict[str, str]:
    return {
        term.casefold(): row["code"]
        for row in lexicons.table("id/countries")
        for column in ("name", "aliases", "capitals", "seats")
        for term in (row[column].split("|") if row[column] else [])
    }


def title_words(title: str) -> frozenset[str]:
    """The words of a title, abbreviations written out and states by their code: "Menlu AS" → menteri, luar, negeri, USA."""
    words: list[str] = []
    for word in re.findall(r"[^\W_]+", title):
        full = _full_forms().get(word.casefold())
        code = _state_codes().get(word.casefold()) if word[0].isupper() else None
        words.extend(full.split() if full else [code or word.casefold()])
    known = " ".join(words)
    for name, code in _state_codes().items():
        if " " in name and name in known:
            known = known.replace(name, code)
    return frozenset(known.split()) - _NO_TITLE_WORDS
