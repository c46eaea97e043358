"""Who the speaker is: the phrase behind a cue, the subject of a clause, or whom a pronoun stands for."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from runut import lexicons
from runut.language import NamePhrase, Parse, phrase_at
from runut.lexicons import outlets
from runut.record import Actor, Article, Span
from runut.says import attribution
from runut.says.attribution import role
from runut.says.reported import Reported
from runut.who import Cast
from runut.who.roles import is_act_noun
from runut.who.titles import tells_a_life, title_words

MOST_WORDS_BEFORE_CUE = 3
_LONGEST_NAME = 60
MOST_SENTENCES_BACK = 6
"""A pronoun looks no further back for its person."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks: the actor, and the words that tell it."""

    actor: Actor
    span: Span


class Speakers:
    """The speakers of one article; remembers who spoke where, for the pronouns that come later.

    Parameters
    ----------
    spoken
        Spans of everything between quotation marks: names in there are not looked at.
    """

    def __init__(self, article: Article, parse: Parse, cast: Cast, spoken: list[Span]) -> None:
        self._text = article.text
        self._parse = parse
        self._cast = cast
        self._spoken = sorted(spoken)
        self._voices: list[tuple[int, Actor]] = []

    def remember(self, offset: int, actor: Actor) -> None:
        """Note that `actor` speaks at `offset`."""
        self._voices.append((offset, actor))

    def named_from(self, start: int, end: int) -> Speaker | None:
        """The speaker whose phrase begins at `start`, behind a cue; ``None`` where no phrase does."""
        given = attribution.name_given_from(self._text, start, end)
        if given is not None:
            start = given
        determiner = _determiner().match(self._text, start, end)
        begin = determiner.end() if determiner else start
        phrase = phrase_at(self._text, begin, end)
        if phrase is not None and self._is_one_of_many(phrase, start):
            phrase = None
        if phrase is not None and phrase.head == "organisation":
            named = self._apposed(phrase.span[1], end)  # "perwakilan Facebook, Mia Garlick"
            if named:
                return named
        is_description = phrase is not None and self._is_description(phrase, end)
        if phrase is not None and phrase.name is not None and not is_description:
            return Speaker(self._cast.person(phrase), phrase.span)
        stop = _boundary().search(self._text, begin, end)
        limit = max(stop.start() if stop else end, phrase.span[1] if phrase else 0)
        apposed = None if is_description else self._apposed(limit, end) or self._apposed_later(phrase, limit, end)
        if apposed:
            return apposed
        span = (begin, limit - (len(self._text[begin:limit]) - len(self._text[begin:limit].rstrip())))
        if not any(character.isalpha() for character in self._text[slice(*span)]):
            return None
        is_sang = self._text[start:begin].casefold().split()[-1:] == ["sang"]
        is_definite = is_description or is_sang or bool(_definite().match(self._text, limit))
        return self._described(span, phrase, start, is_definite=is_definite)

    def of_report(self, item: Reported, sentence: Span) -> Speaker | None:
        """Who speaks a reported clause."""
        if item.how == "pronoun":
            actor = self.last_before(min(item.content[0], item.speaker[0], sentence[0] + 1))
            return Speaker(actor, item.speaker) if actor else None
        if item.how == "behind":
            words = self._text[item.speaker[0] : item.speaker[0] + 60].split()
            if words and words[0].casefold() in attribution.cues("noun", "claim") and words[1:2] == ["itu"]:
                return None  # "tambah laporan itu"
            named_from = (
                item.speaker[0] + len(self._text[item.speaker[0] :]) - len(self._text[item.speaker[0] :].lstrip())
            )
            cue = self._text[slice(*item.cue)].casefold()
            if cue in attribution.cues("root") and outlets.at(self._text, named_from):
                return None  # "…, lapor Al Jazeera" cites an outlet
            noun = _report_of().match(self._text, item.speaker[0], sentence[1])
            return self.named_from(noun.end() if noun else item.speaker[0], min(item.speaker[1], sentence[1]))
        if self._is_spoken(
            item.speaker[0]
        ):  # '"…," kata Prigozhin, seraya menyebut …': the tree looks into the quotation
            voice = next((actor for at, actor in reversed(self._voices) if sentence[0] <= at < item.cue[0]), None)
            return Speaker(voice, item.cue) if voice else None
        return self._subject(item.speaker)

    def _subject(self, span: Span) -> Speaker | None:
        """Whom the subject of a verb means: whoever is named there, else whom its description points back to."""
        several = _several().match(self._text, *span)
        if several:
            together = self._cast.several(span[0])
            if together:
                return Speaker(together[0], several.span())
        named = self._cast.within(span)
        is_name = named is not None and (named[0].kind == "person" and self._cast.is_named(named[1]))
        if not is_name:
            apposed = self._apposed_to(span)
            if apposed is not None:
                return apposed
        return Speaker(named[0], named[1]) if named is not None else self._undescribed(span)

    def _undescribed(self, span: Span) -> Speaker | None:
        """Whom the subject of a verb means where the article names nobody there: an outlet, a report's body …"""
        outlet = outlets.ending_at(self._text, span[1])
        if outlet is not None and outlet.start >= span[0] and outlet.outlet.kind != "social":
            named = (outlet.start, outlet.end)
            return Speaker(self._cast.outlet(outlet.outlet, named), named)
        head = self._text[slice(*span)].split()[0].casefold()
        is_told = head.removesuffix("nya") in attribution.cues("noun", "claim")
        if is_told or is_act_noun(head, ""):
            body = self._publisher(span[0]) if is_told and _points().match(self._text, span[0], span[1] + 12) else None
            return Speaker(body, span) if body else None
        phrases = [phrase for phrase in self._unspoken(*span) if phrase.head != "acronym" or phrase.name]
        for phrase in phrases:
            if phrase.name is not None and self._cast.is_person(phrase):
                return Speaker(self._cast.person(phrase), phrase.span)
        return self.named_from(phrases[0].span[0] if phrases else span[0], span[1])

    def _described(self, span: Span, phrase: NamePhrase | None, start: int, *, is_definite: bool) -> Speaker | None:
        """Whom a phrase without a name means: the holder of the office, whoever was told of last, or somebody new."""
        is_office = phrase is not None and phrase.head == "office"
        if is_definite and tells_a_life(self._text[slice(*span)]):
            found = self.last_before(start)
            return Speaker(found, span) if found else None
        held = self._cast.holder(span, start, is_definite=is_definite) if is_definite or is_office else None
        if held is not None:
            return Speaker(held, span)
        if not is_definite:
            slip = self._cast.called(self._text[slice(*span)]) if phrase is None else None
            return Speaker(slip or self._cast.unnamed(span, phrase), span)
        noun = self._text[slice(*span)].split()[0].casefold().removesuffix("nya")
        if noun in attribution.cues("noun"):  # "kata pernyataan itu": its speaker is a body, if anybody
            body = self._last_body(start)
            return Speaker(body, span) if body else None
        called = self._last_called(start, span)
        if called is not None:
            return Speaker(called, span)
        if noun in lexicons.terms("id/offices", "term", kind="organisation"):
            return Speaker(self._last_body(start) or self._cast.unnamed(span, phrase), span)
        found = self.last_before(start)
        return Speaker(found, span) if found else None

    def _is_description(self, phrase: NamePhrase, end: int) -> bool:
        """Whether a title with a name in it only describes: "Menteri Besar Jammu dan Kashmir itu"."""
        behind = self._text[phrase.span[1] : end]
        return phrase.head == "office" and bool(re.match(r"(?:\s+dan\s+[A-Z]\w+)?\s+(?:itu|tersebut)\b", behind))

    def _apposed(self, comma: int, end: int) -> Speaker | None:
        """The name behind a description and a comma: "penengah perundingan, Martti Ahtisaari,"."""
        if self._text[comma : comma + 1] != ",":
            return None
        phrase = phrase_at(self._text, comma + 1, end)
        if phrase is None or phrase.head != "name" or phrase.span[0] != comma + 2:
            return None
        behind = self._text[phrase.span[1] : end]
        closes = not behind.strip() or re.match(r"\s*(?:[,.;(\"“]|\d)", behind) or _boundary().match(behind)
        closes = closes or _reports().match(behind)
        is_list = re.match(r"\s*(?:,?\s*dan\b|,\s*[A-Z]\w+ dan\b)", behind)
        return Speaker(self._cast.person(phrase), phrase.span) if closes and not is_list else None

    def _publisher(self, offset: int) -> Actor | None:
        """The body that the sentence before is about, whose report "laporan itu" is."""
        before = self._parse.sentences_before(offset, 2)
        for sentence in reversed(before[:-1] if len(before) > 1 else []):
            party = self._cast.party_within(sentence)
            if party is not None and party.kind != "person":
                return party
        return None

    def _apposed_to(self, span: Span) -> Speaker | None:
        """The name behind a subject's own comma: "Juru bicara kementerian itu, Maria Zakharova, menyebut …"."""
        limit = min(len(self._text), span[1] + _LONGEST_NAME)
        start = span[0]
        for _ in range(2):  # "Presiden negara tetangga, Togo, Faure Gnassingbe, …"
            match = _own_comma().match(self._text, start, limit)
            if match is None:
                return None
            apposed = self._apposed(match.end() - 1, limit)
            if apposed is not None and apposed.actor.kind == "person":
                return apposed
            start = match.end()
        return None

    def _is_one_of_many(self, phrase: NamePhrase, start: int) -> bool:
        """Whether a name behind "seorang" is only where the unnamed one belongs: "seorang pejabat di kantor Putin"."""
        if phrase.name is None or phrase.head != "office" or not self._text[start : phrase.span[0]].strip():
            return False
        return bool(re.search(r"\b(?:di|dari|pada)\b", self._text[phrase.span[0] : phrase.name[0]]))

    def _apposed_later(self, phrase: NamePhrase | None, start: int, end: int) -> Speaker | None:
        """The name behind a title that goes on: "Pelapor PBB untuk wilayah yang diduduki, Francesca Albanese,"."""
        goes_on = _title_goes_on().match(self._text, start, end) if phrase and phrase.head == "office" else None
        return self._apposed(goes_on.end(), end) if goes_on else None

    def _last_called(self, offset: int, span: Span) -> Actor | None:
        """Whom "blok itu" or "juru bicara itu" means: the last party before `offset` that is called all that."""
        wanted = title_words(self._text[slice(*span)])
        for phrase in reversed(self._unspoken(0, offset) if wanted else []):
            if phrase.is_definite or phrase.head not in {"office", "organisation"}:
                continue
            if wanted <= title_words(self._text[slice(*phrase.span)]):
                return self._cast.person(phrase) if phrase.name else self._cast.unnamed(phrase.span, phrase)
        return None

    def _last_body(self, offset: int) -> Actor | None:
        """The organisation named last before `offset`."""
        for phrase in reversed(self._unspoken(0, offset)):
            if phrase.head in {"organisation", "acronym"} and not phrase.is_definite:
                return self._cast.unnamed(phrase.span, phrase)
        return None

    def subject_of(self, start: int, end: int, *, people_only: bool = True) -> Speaker | None:
        """The first party of a clause that is no object of a preposition."""
        for phrase in self._unspoken(start, end):
            if _object_before().search(self._text, start, phrase.span[0]):
                continue
            if phrase.name is not None and self._cast.is_person(phrase):
                return Speaker(self._cast.person(phrase), phrase.span)
            if not people_only:
                return Speaker(self._cast.unnamed(phrase.span, phrase), phrase.span)
            if phrase.head == "office":
                held = self._cast.holder(phrase.span, start, is_definite=phrase.is_definite)
                if held:
                    return Speaker(held, phrase.span)
                if not phrase.is_definite and attribution.has_cue(self._text, phrase.span[1], end):
                    return Speaker(self._cast.unnamed(phrase.span, phrase), phrase.span)
        return None

    def beside(self, start: int, cue: int) -> Speaker | None:
        """The party directly before a cue: "…, Kim menjawab"; a definite description is whom it describes."""
        near = self._unspoken(start, cue)
        if not near:
            return None
        phrase = near[-1]
        between = self._text[phrase.span[1] : cue].split()
        is_apposed = between == [","] and self._text[start : phrase.span[0]].rstrip().endswith(",")
        is_far = len(between) > MOST_WORDS_BEFORE_CUE or (any("," in word for word in between) and not is_apposed)
        if is_far or _object_before().search(self._text, start, phrase.span[0]):
            return None
        if phrase.name is not None:
            return Speaker(self._cast.person(phrase), phrase.span)
        if phrase.head != "office":
            return Speaker(self._cast.unnamed(phrase.span, phrase), phrase.span)
        actor = self._cast.holder(phrase.span, start, is_definite=phrase.is_definite)
        if actor is None and phrase.is_definite:
            actor = self.last_before(start)
            return Speaker(actor, phrase.span) if actor else None
        return Speaker(actor or self._cast.unnamed(phrase.span, phrase), phrase.span)

    def last_before(self, offset: int, *, is_pronoun: bool = True) -> Actor | None:
        """Whom a pronoun at `offset` stands for: who spoke, or was the subject, in the nearest sentence before.

        An organisation is only taken where it reported something itself, and after people; a quotation that no pronoun
        attributes is the organisation's, where the nearest sentence reports it.
        """
        organisation: Actor | None = None
        is_looking_back = False  # past the nearest sentence
        for start, end in reversed(self._parse.sentences_before(offset, MOST_SENTENCES_BACK)):
            stop = min(end, offset)
            voice = next((actor for at, actor in reversed(self._voices) if start <= at < stop), None)
            if voice:
                person = self._cast.subject_within((start, stop)) if is_pronoun and voice.kind != "person" else None
                return person or voice
            if _pronoun_subject().search(self._text[start:stop]):
                continue
            named = self._by_menurut(start, stop) or self._postposed(start, stop)
            named = named or self._body_that_judges((start, stop)) or self.subject_of(start, stop)
            if named:
                return named.actor
            if organisation is None and attribution.has_cue(self._text, start, stop):
                told = self.subject_of(attribution.subject_from(self._text, start, stop), stop, people_only=False)
                organisation = told.actor if told else None
                if organisation and not is_pronoun and not is_looking_back:
                    return organisation
            is_looking_back = True
        return organisation

    def _body_that_judges(self, sentence: Span) -> Speaker | None:
        """The body that reports or judges in a sentence whose only people are those of whom it tells.

        "Kementerian Luar Negeri mengutuk pernyataan Lavrov."
        """
        if self._cast.subject_within(sentence) is not None or not attribution.has_cue(self._text, *sentence):
            return None
        party = self._cast.party_within(sentence)
        if party is None or party.kind not in {"organisation", "group"} or self._cast.person_within(sentence) is None:
            return None
        return Speaker(party, party.mentions[0])

    def _by_menurut(self, start: int, end: int) -> Speaker | None:
        match = re.compile(r"(?:Namun,? )?Menurut\s+").match(self._text, start, end)
        return self.named_from(match.end(), end) if match else None

    def _postposed(self, start: int, end: int) -> Speaker | None:
        """Who reports a sentence that ends in its attribution: "Pasukan maju, kata Jen Psaki dalam pernyataan."."""
        match = _postposed_cue().search(self._text, start, end)
        if match is None or self._is_spoken(match.start() + 1):
            return None
        return self.named_from(match.end(), end)

    def _unspoken(self, start: int, end: int) -> list[NamePhrase]:
        """The phrases of a stretch that stand outside quotation marks."""
        return [phrase for phrase in self._parse.phrases_within(start, end) if not self._is_spoken(phrase.span[0])]

    def _is_spoken(self, offset: int) -> bool:
        index = bisect_right(self._spoken, offset, key=lambda span: span[0]) - 1
        return index >= 0 and offset < self._spoken[index][1]


@cache
def _several() -> re.Pattern[str]:
    """Several told of before: "Keempat negara itu", "keduanya"."""
    who = lexicons.alternatives(lexicons.by_role("several-told"))
    return re.compile(rf"(?i:(?:kedua|ketiga|keempat|kelima|keenam)(?:nya|\s+(?:{who})))")


@cache
def _report_of() -> re.Pattern[str]:
    """A noun for what somebody found, before who found it: "menurut hitungan organisasi setempat"."""
    nouns = "laporan|hitungan|perhitungan|data|catatan|keterangan|pernyataan"
    return re.compile(rf"\s*(?:{nouns})\s+(?!(?:{role('definite')}|resmi|terbaru|yang)\b)")


@cache
def _reports() -> re.Pattern[str]:
    """A reporting verb right behind a name."""
    return re.compile(rf"\s+(?:{lexicons.alternatives(attribution.cues('active', 'clause'))})\b")


@cache
def _points() -> re.Pattern[str]:
    return re.compile(rf"\S+\s+(?:{role('definite')})\b")


@cache
def _own_comma() -> re.Pattern[str]:
    """A description up to its comma: an office without a name."""
    return re.compile(r"\s*[^,.;:\"“”()]{3,90}(?:\([^()]{2,20}\)[^,.;:\"“”()]{0,30})?,(?= [A-Z])")


@cache
def _postposed_cue() -> re.Pattern[str]:
    roots = lexicons.alternatives(attribution.cues("root"))
    return re.compile(rf"[,\"”]\s+(?:{roots})\s+(?=[^\W\d_])(?!(?:{role('pronoun')})\b)")


@cache
def _determiner() -> re.Pattern[str]:
    """What may stand before the phrase of a speaker: "seorang pejabat", "keterangan PBB"."""
    noun = lexicons.alternatives(attribution.cues("noun"))
    pointed = rf"(?:{noun})\s+(?!(?:{role('definite')})\b)(?=[A-Z])"
    return re.compile(rf"\s*(?:(?i:{role('determiner', 'filler')})\s+|{pointed})*")


@cache
def _boundary() -> re.Pattern[str]:
    """What ends a phrase that names a speaker."""
    return re.compile(rf"\s*(?:[,.;:()\"“”!?\n–—]|(?<=\s)-(?=\s)|\b(?i:{role('boundary')})\b)")


@cache
def _title_goes_on() -> re.Pattern[str]:
    """The rest of a title up to the comma before its holder's name."""
    return re.compile(r"\s+(?:untuk|bidang|urusan|di|dari|yang)\b[^,.;:!?()\"“”\n]{3,90}(?=, [A-Z])")


@cache
def _definite() -> re.Pattern[str]:
    """What makes a phrase point back, also behind a relative clause: "perempuan yang hidup di pengasingan itu"."""
    return re.compile(rf"\s*(?:yang\b[^,.;\"“”\n]{{2,90}}?\s)?(?:{role('definite')})\b")


@cache
def _object_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{role('object')})\s+(?:(?:para|sang|mantan)\s+)?\Z", re.IGNORECASE)


@cache
def _pronoun_subject() -> re.Pattern[str]:
    """A clause whose subject is a pronoun, so that the person is to be found further back."""
    pronoun = role("pronoun")
    return re.compile(rf"\A[“\"]?(?i:(?:menurut )?(?:{pronoun})|menurutnya)\b|\A[^,]{{3,40}},\s(?:{pronoun})\b")
