"""Reported statements: clauses that the article puts into somebody's mouth without quotation marks around them.

"Blinken menegaskan (bahwa) …", "Menurut Lavrov, …", "…, kata Peskov", "menyebut X sebagai Y", "klaim Rusia bahwa …".
What a clause is, which verbs report and how, are the table ``id/cues``; where it ends, the tree and the commas tell.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from runut import lexicons
from runut.language import Parse, Tree, Word, phrase_at
from runut.record import Article, Span
from runut.says.attribution import cues, role

How = Literal["subject", "behind", "pronoun"]

SHORTEST_SLIP_LETTERS = 7
SLIP_LIKENESS = 0.9
"""difflib's ratio from which a verb that no table knows is a misspelt reporting verb: "mengatkan"."""
_FEWEST_WORDS = 2
_FEWEST_WORDS_NAMED = 3
_QUOTE_MARKS = '"“”„«»'
_PREDICATES = frozenset({"VERB", "ADJ", "AUX"})


@dataclass(frozen=True, slots=True)
class Reported:
    """A reported clause.

    Attributes
    ----------
    content
        The clause, without "bahwa".
    cue
        The reporting word.
    sentence
        The number of its sentence.
    how
        The speaker is the subject at `speaker`, the phrase that begins behind `speaker`, or the pronoun at `speaker`.
    """

    content: Span
    cue: Span
    sentence: int
    how: How
    speaker: Span

    def is_mixed(self, text: str) -> bool:
        """Whether it holds words between quotation marks."""
        return any(mark in text[slice(*self.content)] for mark in _QUOTE_MARKS)


def find(article: Article, parse: Parse, spoken: list[Span]) -> list[Reported]:
    """Find the reported clauses of the story, in order.

    Parameters
    ----------
    spoken
        Direct quotations with their marks: what stands in them reports nothing of its own.
    """
    opening = article.dateline.span[1] if article.dateline else 0
    found: list[Reported] = []
    for number, tree in enumerate(parse.trees):
        finder = _Finder(article.text, tree, number, opening, spoken)
        found += _without_overlaps(list(finder.all()))
    return found


def _without_overlaps(found: list[Reported]) -> list[Reported]:
    """Of clauses with the same words the first found; a clause within another's, with a cue of its own there, stays."""
    kept: list[Reported] = []
    for item in found:
        if all(item.content[1] <= other.content[0] or other.content[1] <= item.content[0] for other in kept):
            kept.append(item)
    return sorted(kept, key=lambda item: item.content)


class _Finder:
    """The reported clauses of one sentence."""

    def __init__(self, text: str, tree: Tree, number: int, opening: int, spoken: list[Span]) -> None:
        self._text = text
        self._tree = tree
        self._number = number
        self._start = max(tree.span[0], opening)
        self._end = tree.span[1]
        self._spoken = spoken

    def all(self) -> Iterator[Reported]:
        """By "menurut" at the head, by verbs with a subject before them, by an attribution behind, by nouns."""
        leading = self._according(self._start)
        if leading:
            yield leading
            return
        inside = _inside().search(self._text, self._start, self._end)
        if inside and not self._is_spoken(inside.start()):
            found = self._according(inside.end())
            if found:
                yield found
        yield from self._by_verb()
        yield from self._by_noun()
        trailing = self._postposed()
        if trailing:
            yield trailing

    # ---- Menurut X, … ----------------------------------------------------------------------------------------------

    def _according(self, start: int) -> Reported | None:
        match = _menurut().match(self._text, self._skip_marks(start), self._end)
        if match is not None and _nobody().match(self._text, match.end(), self._end):
            return None  # "Menurut kabar, …"
        if match is None or self._is_spoken(match.start("cue")):
            return None
        pronoun = match.span("nya") if match["nya"] else match.span("pronoun") if match["pronoun"] else None
        if pronoun:
            content = self._after_comma(pronoun[1])
            if content is None or self._is_spoken_whole(content):
                return None
            return Reported(content, (match.start("cue"), pronoun[1]), self._number, "pronoun", pronoun)
        content = self._after_speaker(match.end())
        if content is None or self._is_spoken_whole(content):
            return None
        return Reported(content, match.span("cue"), self._number, "behind", (match.end(), content[0]))

    def _after_speaker(self, start: int) -> Span | None:
        """The clause behind the comma that closes a speaker's phrase with its appositions."""
        that = re.compile(r"[^,.;:\"“”]{2,80}?\s+bahwa\b").match(self._text, start, self._end)
        if that:  # "Ditambahkan Lavrov bahwa …"
            return self._content(that.end(), self._end_of_clause(-1, that.end()))
        phrase = phrase_at(self._text, start, self._end)
        if phrase is not None and re.compile(r"\s+[a-z]").match(self._text, phrase.span[1]):
            content = self._content(phrase.span[1], self._end)
            has_comma = "," in self._text[phrase.span[1] : self._end]
            if content and not has_comma and self._has_predicate(content):
                return content  # the comma is left out: "Menurut Blinken pertemuan itu …"
        commas = [match.start() for match in re.finditer(r",\s", self._text[start : self._end])]
        for comma in commas:
            content = self._content(start + comma + 1, self._end_of_clause(-1, start + comma + 1))
            if content and not self._is_apposition(content):
                return content
        return None

    def _after_comma(self, start: int) -> Span | None:
        """The clause right behind a pronoun, with or without a comma: "Menurut dia(,) …"; citations are passed over."""
        begin = start
        citing = _citation().match(self._text, begin, self._end)
        if citing:
            begin = citing.end()
        that = re.compile(r"\s*,?\s*bahwa\b").match(self._text, begin, self._end)
        begin = that.end() if that else begin
        return self._content(begin, self._end_of_clause(-1, begin))

    def _is_apposition(self, content: Span) -> bool:
        """Whether what stands behind a comma still tells who speaks: a name up to the next comma, "yang …", a title."""
        stretch = self._text[content[0] : self._end]
        upto, comma, _ = stretch.partition(",")
        if not comma:
            return False
        is_aside = re.match(r"(?:yang|seperti|sebagaimana|dikutip|dilansir)\b", upto)
        return bool(is_aside) or not self._has_predicate((content[0], content[0] + len(upto)))

    # ---- X mengatakan … --------------------------------------------------------------------------------------------

    def _by_verb(self) -> Iterator[Reported]:
        words = self._tree.words
        last: Reported | None = None
        for place, word in enumerate(words):
            kind = _verb_kind(word)
            if kind is None or not self._reports(word, kind):
                continue
            goes_on = last is not None and bool(_joined().search(self._text[last.content[1] : word.span[0]]))
            subject = last.speaker if last and goes_on else self._subject(place)
            if subject is None:
                continue
            content = self._content_of(place, kind)
            if content is not None:
                how: How = "pronoun" if self._is_pronoun(subject) else "subject"
                last = Reported(content, word.span, self._number, how, subject)
                yield last

    def _reports(self, word: Word, kind: str) -> bool:
        """Whether a reporting verb reports here: in the story, outside quotations, said, and not "mengumumkannya"."""
        is_split = self._text[word.span[1] : word.span[1] + 1].isalnum() and not self._named_so(word, kind)
        is_told = word.span[0] >= self._start and not self._is_spoken(word.span[0])
        return is_told and not is_split and not self._is_unsaid(word, kind)

    def _named_so(self, word: Word, kind: str | None) -> bool:
        """Whether a verb that names has its thing as "-nya": "menyebutnya sebagai …"."""
        return kind == "name" and bool(re.compile(r"nya\s+sebagai\b").match(self._text, word.span[1]))

    def _is_unsaid(self, word: Word, kind: str) -> bool:
        """Whether a verb tells that something was not said, or is to be: "menolak menggambarkan", "untuk menyebut"."""
        before = self._text[max(self._start, word.span[0] - 40) : word.span[0]]
        is_wished = kind != "clause" and re.search(r"\b(?:untuk|agar|supaya)\s+\Z", before)
        return bool(_not_said().search(before) or is_wished)

    def _subject(self, place: int) -> Span | None:
        """The subject of a verb: in the tree, of the verb it is coordinated with, or of the noun it tells of; where the
        tree has none, the words before it up to the last comma or conjunction.
        """
        near = place - 1
        while near > 0 and self._tree.words[near].upos in {"ADV", "AUX", "PART"}:
            near -= 1
        if near >= 0 and re.fullmatch(role("pronoun"), self._tree.words[near].text.casefold()):
            return self._tree.words[near].span  # "Dari Karuizawa, Jepang, ia juga mengungkapkan …"
        number = place + 1
        for _ in range(4):
            word = self._tree.words[number - 1]
            subject = self._own_subject(number)
            if subject:
                return subject
            if word.relation.startswith("acl") and self._has_relative(number):
                return self._noun_span(word.head)
            relation = word.relation.split(":")[0]
            if relation in {"advcl", "ccomp", "acl"}:
                before = self._before(number - 1)
                if before:
                    return before
            if relation not in {"conj", "xcomp", "advcl", "ccomp", "parataxis"} or not word.head:
                break
            number = word.head
        return self._before(place)

    def _own_subject(self, number: int) -> Span | None:
        for child in self._tree.children(number):
            word = self._tree.words[child - 1]
            if word.relation.startswith("nsubj") and word.text.casefold() != "yang" and child < number:
                return self._noun_span(child)
        return None

    def _noun_span(self, number: int) -> Span:
        """The words of a noun phrase up to its own clauses: from its first word to the last before "yang"."""
        if self._tree.words[number - 1].upos == "PRON":
            return self._tree.words[number - 1].span
        inside = self._tree.subtree(number)
        first = min(inside)
        last = number
        for member in inside:
            if member > number and self._tree.words[member - 1].upos != "PUNCT" and member == last + 1:
                last = member
        return self._tree.words[first - 1].span[0], self._tree.words[last - 1].span[1]

    def _before(self, place: int) -> Span | None:
        """The words before a verb, where the tree says nothing: back to a comma, a conjunction or another verb."""
        first = place
        while first > 0:
            word = self._tree.words[first - 1]
            if word.upos in {"PUNCT", "CCONJ", "SCONJ"} or (word.upos == "VERB" and first - 1 != place - 1):
                break
            first -= 1
        if first == place or self._tree.words[first].span[0] < self._start:
            return None
        stretch = self._tree.words[first:place]
        if not any(
            word.upos in {"NOUN", "PROPN", "PRON", "NUM"} for word in stretch
        ):  # "…, juru bicara junta, balik menuding"
            return (self._start, stretch[-1].span[1])
        return stretch[0].span[0], stretch[-1].span[1]

    def _is_pronoun(self, subject: Span) -> bool:
        text = self._text[slice(*subject)].casefold()
        return bool(re.fullmatch(role("pronoun"), text))

    def _content_of(self, place: int, kind: str) -> Span | None:
        """What a verb reports; ``None`` where it reports no statement."""
        word = self._tree.words[place]
        begin = self._behind_adjuncts(word.span[1])
        if self._named_so(word, kind):
            begin = word.span[1] + len("nya")
        has_that = re.compile(r"\s*,?\s*bahwa\b").match(self._text, begin, self._end)
        if has_that is None:
            has_that = self._that_behind_adjunct(begin) or self._that_behind_addressee(word, begin)
        if has_that is None:
            begin = self._past_asides(begin)
        end = self._end_of_clause(place, has_that.end() if has_that else begin)
        denied = _denied_noun().match(self._text, begin, end)
        if denied:
            return self._content(denied.end(), end)
        if kind == "deny" or (kind == "that" and not has_that):
            return None
        if kind in {"name", "judge"}:
            return self._named(begin, end, kind, has_that=bool(has_that))
        if has_that is None:
            begin = self._past_jika(begin, end)
        content = self._content(has_that.end() if has_that else begin, end)
        if content is None or self._touches_spoken(content):
            return None
        if _yang_is().match(self._text, *content):
            return content  # "mengatakan yang menyerang kapal itu adalah milisi"
        is_accused = word.text.casefold() in cues("accuse")
        as_such = is_accused and (self._ends_in_quality(content) or " sebagai " in self._text[slice(*content)])
        return content if self._states(content, has_that=bool(has_that), as_such=bool(as_such)) else None

    def _states(self, content: Span, *, has_that: bool, as_such: bool) -> bool:
        """Whether a stretch behind a reporting verb states something, and is no demand and no mere noun."""
        if not has_that and _no_clause().match(self._text, *content):
            return False
        demand = _demand().search(self._text, content[0], content[1])
        if demand and not self._has_predicate((content[0], demand.start())):
            return False
        is_clause = has_that or as_such or self._has_predicate(content)
        return is_clause and len(self._text[slice(*content)].split()) >= _FEWEST_WORDS

    def _ends_in_quality(self, content: Span) -> bool:
        """Whether the last word of a stretch is an adjective: "Ekuador curang"."""
        last = next((one for one in reversed(self._tree.words) if content[0] <= one.span[0] < content[1]), None)
        return last is not None and last.upos == "ADJ"

    def _that_behind_adjunct(self, begin: int) -> re.Match[str] | None:
        """The "bahwa" behind a longer aside: "memutuskan, dengan suara tujuh banding dua, bahwa …"."""
        match = re.compile(r"(?P<aside>[^.;:\"“”]{3,90}?),\s+bahwa\b").match(self._text, begin, self._end)
        if match is None:
            return None
        is_aside = re.match(r"\s*,?\s*(?:tanpa|seraya|sambil|dengan|meski|meskipun|walau)\b", match["aside"])
        return match if is_aside or not self._has_predicate(match.span("aside")) else None

    def _that_behind_addressee(self, word: Word, begin: int) -> re.Match[str] | None:
        """The "bahwa" behind whom a verb addresses: "memperingatkan Ekuador bahwa …"."""
        if word.text.casefold() not in cues("address"):
            return None
        match = re.compile(r"\s+(?P<whom>[^,.;:\"“”]{2,70}?)\s+bahwa\b").match(self._text, begin, self._end)
        return match if match and not self._has_predicate(match.span("whom")) else None

    def _past_jika(self, begin: int, end: int) -> int:
        """Past a "jika" that stands for "bahwa": no main clause follows its own."""
        match = re.compile(r"\s*(?:jika|kalau|bahwasanya)\s+").match(self._text, begin, end)
        return match.end() if match and "," not in self._text[match.end() : end] else begin

    def _past_asides(self, begin: int) -> int:
        """Past what stands between commas before the clause: "menambahkan, kali ini lebih lunak, partainya …"."""
        if self._text[begin - 2 : begin].strip() != ",":
            return begin
        while True:
            aside = re.compile(r"[^,.;:\"“”]{3,70},\s+").match(self._text, begin, self._end)
            if aside is None or self._has_predicate((begin, aside.end())) or not aside.group()[0].islower():
                return begin
            begin = aside.end()

    def _named(self, begin: int, end: int, kind: str, *, has_that: bool) -> Span | None:
        """What follows "menyebut", "mengecam": a thing and what it is called."""
        match = re.compile(r"\s*,?\s*bahwa\b").match(self._text, begin, end)
        another = _another_deed().search(self._text, begin, end)
        if another and not has_that and not self._is_spoken(another.start()):
            end = another.start()
        content = self._content(match.end() if match else begin, end)
        if content is None or self._touches_spoken(content) or _no_clause().match(self._text, *content):
            return None
        stretch = self._text[slice(*content)]
        if len(stretch.split()) < _FEWEST_WORDS_NAMED and not any(mark in stretch for mark in _QUOTE_MARKS):
            return None
        as_such = re.search(r"\bsebagai\b", stretch)
        if kind == "judge":
            return content if as_such else None
        if has_that or as_such or any(mark in stretch for mark in _QUOTE_MARKS):
            return content
        pointed = re.search(r"\b(?:itu|tersebut|ini)\s+\w|\w\s?-?lah\s+yang\b", stretch)
        return content if pointed or self._ends_in_quality(content) or self._has_predicate(content) else None

    def _behind_adjuncts(self, start: int) -> int:
        """Where a statement begins behind its verb: past to whom, where, when and how it is said."""
        position = start
        while True:
            match = _adjunct_behind().match(self._text, position, self._end)
            if match is None:
                break
            # only a phrase that "bahwa" or a comma closes surely belongs to the verb; short ones may do without
            is_closed = re.match(r"\s*,?\s*(?:bahwa|jika)\b|\s*,\s", self._text[match.end() : self._end])
            if match["short"] is None and not (match["phrase"] and is_closed):
                break
            position = match.end()
        comma = re.compile(r"\s*,\s*").match(self._text, position, self._end)
        return comma.end() if comma else position

    def _end_of_clause(self, place: int, begin: int) -> int:
        """Where a reported clause ends: at a verb coordinated with the reporting one, at an attribution, at a dash."""
        end = self._end
        for child in self._tree.children(place + 1) if place >= 0 else ():
            word = self._tree.words[child - 1]
            if word.relation == "conj" and word.span[0] > begin and self._is_another_deed(child):
                end = min(end, self._before_conjunction(child, begin))
        follows_yang = place > 0 and self._tree.words[place - 1].text.casefold() == "yang"
        if place >= 0 and (follows_yang or self._is_relative(place + 1)):
            comma = re.compile(r",\s").search(self._text, begin, end)
            end = comma.start() if comma and not self._is_spoken(comma.start()) else end
        for pattern in (_tail(), _dash()):
            match = pattern.search(self._text, begin, end)
            while match is not None and self._is_spoken(match.start()):
                match = pattern.search(self._text, match.end(), end)
            if match and match.start() > begin:
                end = match.start()
        coordinated = _second_cue().search(self._text, begin, end)
        while coordinated is not None:
            if not self._is_spoken(coordinated.start()):
                end = coordinated.start()
                break
            coordinated = _second_cue().search(self._text, coordinated.end(), end)
        return end

    def _is_another_deed(self, number: int) -> bool:
        """Whether a verb coordinated with the reporting one has the same subject: none stands before it."""
        if self._tree.words[number - 1].upos != "VERB" or self._own_subject(number):
            return False
        before = self._tree.words[number - 2] if number > 1 else None
        if before is not None and before.text.casefold() in {"tetapi", "namun", "tapi", "melainkan"}:
            return False
        return before is None or before.upos in {"CCONJ", "ADV", "AUX", "PART", "PUNCT", "SCONJ"}

    def _is_relative(self, number: int) -> bool:
        """Whether a verb stands in a relative clause, which the comma behind it closes."""
        return self._tree.words[number - 1].relation.startswith("acl") and self._has_relative(number)

    def _before_conjunction(self, number: int, begin: int) -> int:
        """Where the words end before a coordinated verb with its "dan" or "serta"."""
        first = min(self._tree.subtree(number))
        start = self._tree.words[first - 1].span[0]
        stretch = self._text[begin:start]
        return begin + len(re.sub(r"[\s,]*(?:\b(?:dan|serta|lalu|tetapi|namun|sambil|seraya)\s*)?$", "", stretch))

    # ---- …, kata X -------------------------------------------------------------------------------------------------

    def _postposed(self) -> Reported | None:
        behind = _subject_behind().search(self._text, self._start, self._end)
        is_end = behind is not None and not self._has_predicate(behind.span("tail"))
        if behind is not None and is_end and not self._is_spoken(behind.start()):
            content = self._content(self._head_of_statement(), behind.start())
            if content and self._has_predicate(content) and not self._touches_spoken(content):
                how: How = "pronoun" if self._is_pronoun(behind.span("subject")) else "subject"
                return Reported(content, behind.span("cue"), self._number, how, behind.span("subject"))
        for match in _attribution_behind().finditer(self._text, self._start, self._end):
            if self._is_spoken(match.start()):
                continue
            content = self._content(self._head_of_statement(), match.start())
            rest = self._behind_aside(match.end())
            if content is None or self._touches_spoken(content):
                continue
            if rest is not None and (not self._has_predicate(content) or _length(rest) > _length(content)):
                content = rest  # "Setelah menerima surat, katanya, pemerintah akan …"
            elif not self._has_predicate(content):
                continue
            cue = match.span("cue")
            if match["nya"]:
                return Reported(content, (cue[0], match.end("nya")), self._number, "pronoun", match.span("nya"))
            if match["pronoun"]:
                return Reported(content, cue, self._number, "pronoun", match.span("pronoun"))
            return Reported(content, cue, self._number, "behind", (match.end(), self._end))
        return None

    def _behind_aside(self, start: int) -> Span | None:
        """The statement behind an attribution that stands between commas."""
        match = re.compile(r"\s*[^,.;:\"“”]{0,50},\s+").match(self._text, start, self._end)
        content = self._content(match.end(), self._end) if match else None
        if content is None or self._touches_spoken(content) or not self._has_predicate(content):
            return None
        return (
            None
            if re.match(r"(?:seperti|dikutip|dilansir|yang|dalam|saat|seraya)\b", self._text[slice(*content)])
            else content
        )

    def _head_of_statement(self) -> int:
        match = _connective().match(self._text, self._start, self._end)
        return match.end() if match else self._start

    # ---- klaim X bahwa … -------------------------------------------------------------------------------------------

    def _by_noun(self) -> Iterator[Reported]:
        for match in _noun_that().finditer(self._text, self._start, self._end):
            if self._is_spoken(match.start()) or not match["of"].strip():
                continue
            content = self._content(match.end(), self._end_of_clause(-1, match.end()))
            if content:
                yield Reported(content, match.span("cue"), self._number, "behind", (match.end("cue"), content[0]))

    # ---- stretches -------------------------------------------------------------------------------------------------

    def _content(self, start: int, end: int) -> Span | None:
        """A stretch without white space and marks around it; quotation marks at its ends stay, for their partners."""
        begin = start
        while begin < end and (self._text[begin].isspace() or self._text[begin] in ",:;–—-"):
            begin += 1
        stop = end
        while stop > begin and (self._text[stop - 1].isspace() or self._text[stop - 1] in ".,;:!?–—"):
            stop -= 1
        return (begin, stop) if stop > begin and any(map(str.isalnum, self._text[begin:stop])) else None

    def _has_predicate(self, content: Span) -> bool:
        """Whether a stretch has a verb, an adjective or a copula that tells something of a subject."""
        inside = {
            number: word for number, word in enumerate(self._tree.words, 1) if content[0] <= word.span[0] < content[1]
        }
        if _predicate().search(self._text, content[0], content[1]):
            return True
        for number, word in inside.items():
            if word.upos in _PREDICATES and not self._only_modifies(number, inside):
                return True
            if any(
                self._tree.words[child - 1].relation.startswith(("nsubj", "cop"))
                for child in self._tree.children(number)
            ) and not word.relation.startswith("acl"):
                return True
        return False

    def _only_modifies(self, number: int, inside: dict[int, Word]) -> bool:
        """Whether a verb or an adjective only modifies a noun of the stretch."""
        steps = 0
        while number in inside and steps < len(inside) + 1:
            word = self._tree.words[number - 1]
            if word.relation.startswith("acl") and word.upos == "VERB" and not self._has_relative(number):
                return False  # the tree takes the clause of a verb for one of its object
            if word.relation.startswith(("acl", "amod", "nmod", "compound", "flat", "case", "advmod", "obl")):
                return True
            if word.relation in {"mark", "cc", "fixed", "aux"}:
                return word.relation != "aux"
            number = word.head
            steps += 1
        return False

    def _has_relative(self, number: int) -> bool:
        """Whether a verb's clause begins with "yang"."""
        first = min(self._tree.subtree(number))
        return any(word.text.casefold() == "yang" for word in self._tree.words[first - 1 : number])

    def _skip_marks(self, offset: int) -> int:
        match = _connective().match(self._text, offset, self._end)
        begin = match.end() if match else offset
        while begin < self._end and not self._text[begin].isalnum() and self._text[begin] not in _QUOTE_MARKS:
            begin += 1
        return begin

    def _is_spoken(self, offset: int) -> bool:
        return any(start <= offset < end for start, end in self._spoken)

    def _is_spoken_whole(self, content: Span) -> bool:
        """Whether direct quotations make up a stretch."""
        return any(start <= content[0] + 1 and start < content[1] and end > content[0] for start, end in self._spoken)

    def _touches_spoken(self, content: Span) -> bool:
        return any(start < content[1] and end > content[0] for start, end in self._spoken)


def _length(span: Span) -> int:
    return span[1] - span[0]


@cache
def _kinds() -> dict[str, str]:
    """Reporting verbs by how they report: a clause, a deed of one's own, or a name for a thing."""
    return {
        **dict.fromkeys(cues("deny"), "deny"),
        **dict.fromkeys(cues("that"), "that"),
        **dict.fromkeys(cues("clause"), "clause"),
        **dict.fromkeys(cues("judge"), "judge"),
        **dict.fromkeys(cues("name"), "name"),
    }


def _verb_kind(word: Word) -> str | None:
    text = word.text.casefold()
    known = _kinds().get(text)
    if (
        known
        or len(text) < SHORTEST_SLIP_LETTERS
        or word.upos not in {"VERB", "PROPN", "NOUN"}
        or text in _sure_words()
    ):
        return known
    return _misspelt(text)


@cache
def _misspelt(text: str) -> str | None:
    near = [verb for verb in _kinds() if verb[:2] == text[:2] and abs(len(verb) - len(text)) == 1]
    found = difflib.get_close_matches(text, near, n=1, cutoff=SLIP_LIKENESS)
    return _kinds()[found[0]] if found else None


@cache
def _sure_words() -> frozenset[str]:
    """Words that are spelt right and report nothing, though they look like one that does: "menilik"."""
    return lexicons.terms("id/cues", "cue") | lexicons.by_role("no-cue")


@cache
def _menurut() -> re.Pattern[str]:
    """A speaker at the head of a sentence: "Menurut Lavrov, …", "Seperti diungkapkan Lavrov, …"."""
    passive = lexicons.alternatives(cues("passive"))
    roots = lexicons.alternatives(cues("root"))
    pronouns = rf"(?:{role('pronoun')})"
    return re.compile(
        rf"(?P<cue>[Mm]enuru?t|(?:[Ss]eperti|[Ss]ebagaimana)\s+(?:{passive})|(?i:{passive})(?=nya\s+bahwa\b)"
        rf"|(?i:{passive})(?=\s+[A-Z][^,.;:\"“”]{{2,60}}?(?:\s+bahwa\b|,\s))"
        rf"|(?i:{roots})(?=nya,|\s+{pronouns},|\s+[A-Z][^,.]{{2,60}},\s))"
        rf"(?:(?P<nya>nya)\b|\s+(?P<pronoun>{role('pronoun')})\b|(?=\s))\s*"
    )


@cache
def _adjunct_behind() -> re.Pattern[str]:
    """What may stand between a reporting verb and what it reports: to whom, where, when and how."""
    month = lexicons.alternatives(lexicons.by_role("time-behind"))
    closed = r"(?=\s+(?:bahwa|jika)\b|\s*,\s)"
    heads = r"di|dalam|pada|lewat|melalui|dengan|secara|dari|saat|ketika|usai|sesaat|terkait|soal|mengenai"
    audience = rf"kepada\s+[^,.;:\"“”]{{2,60}}?{closed}"
    place = rf"(?:{heads})\s+[^,.;:\"“”]{{2,70}}?{closed}"
    part = r"(?:\s+(?:lalu|malam|pagi|siang|sore|dini hari|waktu setempat|pekan lalu))*"
    day = rf"(?:pada\s+)?(?:hari\s+)?(?:{month}){part}(?:\s+\([^()]*\))?(?:\s+waktu setempat)?"
    network = r"di (?:media sosial|Twitter|X|Facebook|Telegram|Instagram|Truth Social)"
    short = rf"{day}|kepada\s+(?:{role('audience')})|lagi|juga|kembali|pula|dengan tegas|secara terbuka|{network}"
    return re.compile(rf"\s+(?:(?P<short>{short})|(?P<phrase>{audience}|{place}))(?=[\s,.])")


@cache
def _predicate() -> re.Pattern[str]:
    """A predicate without a verb: a copula, or a noun phrase that points back and another behind it."""
    copulas = lexicons.alternatives(lexicons.by_role("copula"))
    stops = lexicons.alternatives(lexicons.by_role("no-predicate"))
    return re.compile(rf"\b(?:{copulas})\b|\w\s+(?:itu|tersebut|ini)\s+(?!(?:{stops})\b)[\w“\"]")


@cache
def _denied_noun() -> re.Pattern[str]:
    """What is denied, before it is told: "membantah tuduhan bahwa …"."""
    nouns = lexicons.alternatives(cues("claim"))
    return re.compile(rf"\s*(?:{nouns})(?:\s+(?!bahwa\b)[\w.'-]+){{0,5}}?\s+bahwa\b")


@cache
def _not_said() -> re.Pattern[str]:
    words = lexicons.alternatives(lexicons.by_role("not-said"))
    return re.compile(rf"\b(?i:{words})\s+(?:(?:untuk|mau|bersedia|ingin|akan|pernah|secara \w+)\s+)*\Z")


@cache
def _yang_is() -> re.Pattern[str]:
    return re.compile(r"yang\b[^.;]{3,90}\b(?:adalah|ialah|merupakan)\b")


@cache
def _nobody() -> re.Pattern[str]:
    """A rumour instead of a speaker: "Menurut kabar, …"."""
    return re.compile(rf"\s*(?:{lexicons.alternatives(cues('claim'))})\s*,")


@cache
def _subject_behind() -> re.Pattern[str]:
    """Who says what stands before it, subject first: "…, ia menekankan."."""
    verbs = lexicons.alternatives(cues("clause"))
    days = lexicons.alternatives(lexicons.by_role("time-behind"))
    return re.compile(
        rf"\s*,\s+(?P<subject>(?:{role('pronoun')})|[A-Z][^,.;:\"“”]{{2,80}}?)\s+(?P<cue>{verbs})"
        rf"(?P<tail>(?:\s+(?:pada|di|dalam|kepada|lewat|melalui|{days})\b[^\"“”;:]{{0,80}})?)\.?\s*\Z"
    )


@cache
def _inside() -> re.Pattern[str]:
    """Where a second speaker comes in: "…, dan menurut Lavrov, …"."""
    return re.compile(r",?\s+(?:dan|namun|tetapi|tapi|sementara|di mana)\s+(?=menurut)")


@cache
def _no_clause() -> re.Pattern[str]:
    """What begins no clause: a preposition, "yang", "diri"."""
    return re.compile(rf"(?:{lexicons.alternatives(lexicons.terms('id/function_words', 'term', role='no-clause'))})\b")


@cache
def _another_deed() -> re.Pattern[str]:
    """Another act of whoever names a thing: "menyebut situasi itu keterlaluan dan mengundang Lula"."""
    return re.compile(r"(?<!yang)\s+(?:dan|serta|lalu)\s+(?=me(?:[mnl]|ng|ny|r)[a-z]{4,}\b)")


@cache
def _demand() -> re.Pattern[str]:
    """What somebody is to do is no statement: "meminta agar …"."""
    return re.compile(r"(?:agar|supaya)\b")


@cache
def _tail() -> re.Pattern[str]:
    """What follows a reported clause and is no part of it: who reports it, a comment on it, another act."""
    so = r"(?:seperti|sebagaimana|demikian|dikutip|dilansir|mengutip|melansir|seraya|sembari|sambil)"
    roots = lexicons.alternatives(cues("root"))
    claim = lexicons.alternatives(cues("claim"))
    verbs = lexicons.alternatives(cues("clause", "name"))
    return re.compile(
        rf"\s*,\s*(?:{so}\b|menurut(?:nya\b|\s+(?=[^\W\d_]))"
        rf"|(?:{roots})(?:nya\b|\s+(?=[A-Z]|(?:{role('pronoun', 'determiner')})\b))"
        rf"|(?:{claim})(?:\s+itu)?\s+yang\b|(?:sementara|sedangkan|adapun)\s+(?=[^.;]{{2,120}}?\b(?:{verbs})\b))"
        rf"|\s*,?\s+(?:sambil|seraya|sembari|sekaligus|lalu)\s+(?=me)|,?\s+dengan\s+(?=(?:{verbs})\b)"
        rf"|\s*,\s*(?:tetapi|namun|tapi|setelah|sesudah|usai|ketika|saat)\s+(?=[A-Z][^,.;]{{2,50}}\s(?:{verbs})\b)"
        rf"|\s*\((?=[A-Za-z]+/)"
    )


@cache
def _dash() -> re.Pattern[str]:
    return re.compile(r"\s+[–—]\s+|\s+--?\s+")


@cache
def _second_cue() -> re.Pattern[str]:
    """A second reporting verb of the same speaker: "… dan menyebut …"."""
    verbs = lexicons.alternatives(cues("clause", "name", "judge"))
    return re.compile(
        rf"\s*,?\s+(?:dan|serta|namun|tetapi|tapi|lalu|kemudian)(?:\s+(?:juga|kembali|lalu))?\s+(?P<verb>{verbs})\b"
    )


@cache
def _joined() -> re.Pattern[str]:
    """What joins a second reporting verb to the first clause: only a conjunction."""
    return re.compile(
        r"\A\s*,?\s*(?:dan|serta|namun|tetapi|tapi|lalu|kemudian|sambil|seraya|sembari|sekaligus)(?:\s+\w+)?\s*\Z"
    )


@cache
def _attribution_behind() -> re.Pattern[str]:
    """Who says what stands before it: "…, kata Peskov", "…, menurut warga", "…, demikian pernyataan Hizbullah"."""
    roots = lexicons.alternatives(cues("root"))
    passive, nouns = lexicons.alternatives(cues("passive")), lexicons.alternatives(cues("noun"))
    so = rf"(?:{role('so')})\s+(?:(?:bunyi|isi)\s+)?(?:{passive}|{nouns}|menurut)"
    like = rf"(?:seperti|sebagaimana)\s+(?:yang\s+)?(?:{passive})"
    return re.compile(
        rf"\s*[,–—-]\s*(?P<cue>{so}|{like}|menurut|(?:{roots}))"
        rf"(?:(?P<nya>nya)\b|\s+(?P<pronoun>{role('pronoun')})\b|(?=\s+[^\W\d_]))(?!\s+(?:itu|ini|tersebut)\b)"
    )


@cache
def _connective() -> re.Pattern[str]:
    """A word that joins a sentence to the one before it: "Namun, …"."""
    words = lexicons.alternatives(word.capitalize() for word in lexicons.by_role("joins"))
    return re.compile(rf"\s*(?:{words})\b\s*,?\s*")


@cache
def _noun_that() -> re.Pattern[str]:
    """A noun for a statement, whose it is, and "bahwa": "klaim Rusia bahwa …"."""
    nouns = lexicons.alternatives(cues("claim", "noun"))
    return re.compile(rf"\b(?P<cue>(?i:{nouns}))(?:nya)?(?P<of>(?:\s+(?!bahwa\b)[\w.'()-]+,?){{0,12}}?)\s+bahwa\b")


@cache
def _citation() -> re.Pattern[str]:
    """An outlet named between the speaker and what he says: ", seperti dikutip Global Times, "."""
    return re.compile(r"\s*,\s*(?:seperti|sebagaimana|dikutip|dilansir)\b[^,.;]{3,60},")
