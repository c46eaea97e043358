"""Who is quoted saying what: quotations, each with its cue and its speaker."""

from __future__ import annotations

import re
from dataclasses import dataclass

from runut.language import Parse
from runut.language.marks import Quoted, quoted
from runut.record import Article, Cue, Quote, Span
from runut.says import attribution
from runut.says import reported as reports
from runut.says.attribution import Attribution
from runut.says.reported import Reported
from runut.says.speakers import Speaker, Speakers
from runut.says.voices import add_voices
from runut.who import Cast

__all__ = ["add_quotes", "add_voices"]

_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*\s*$")
_LEAD_IN = re.compile(r"[,:]\s*$")
_FULL_STOP = ".!?…"
_NAMING_VERBS = frozenset({"menyebut", "menyebutkan", "menilai"})
FEWEST_WORDS_STANDING_ALONE = 2
FEWEST_WORDS_AFTER_VERB = 3


@dataclass(slots=True)
class Candidate:
    """Words between marks, with what stands around them in the paragraph.

    Attributes
    ----------
    left
        From the end of the quotation before, or the head of the paragraph, to the mark.
    right
        From the closing mark to the next quotation, or the end of the paragraph.
    """

    quoted: Quoted
    left: Span
    right: Span
    paragraph: int
    attribution: Attribution | None = None
    stands_alone: bool = False
    continues_quote: bool = False
    speaker: Speaker | None = None


def add_quotes(article: Article, parse: Parse, cast: Cast) -> None:
    """Find the direct quotations of the story and who speaks them."""
    candidates = _candidates(article)
    direct = [item for item in candidates if _is_direct(article.text, item)]
    speakers = Speakers(article, parse, cast, [(item.quoted.outer_start, item.quoted.outer_end) for item in candidates])
    spoken = [(item.quoted.outer_start, item.quoted.outer_end) for item in direct]
    reported = reports.find(article, parse, spoken)
    heard: list[tuple[Reported, Speaker | None]] = []
    for start, index in sorted(
        [(item.quoted.start, index) for index, item in enumerate(direct)]
        + [(item.content[0], -1 - index) for index, item in enumerate(reported)]
    ):
        if index >= 0:
            _attribute(article, speakers, direct, index)
            speaker = direct[index].speaker
        else:
            speaker = speakers.of_report(reported[-1 - index], parse.sentences[reported[-1 - index].sentence])
            heard.append((reported[-1 - index], speaker))
        if speaker:
            speakers.remember(start, speaker.actor)
    _give_to_openings(direct)
    quotes = [_quote(article.text, item) for item in direct]
    quotes += [_reported_quote(article.text, item, speaker) for item, speaker in heard if speaker]
    for number, quote in enumerate(sorted(quotes, key=lambda quote: quote.span), start=1):
        quote.id = f"q{number}"
        article.quotes.append(quote)


def _candidates(article: Article) -> list[Candidate]:
    found: list[Candidate] = []
    opening = article.dateline.span[1] if article.dateline else 0
    for number, (start, end) in enumerate(article.of_kind("body")):
        marks = _mend_unclosed(article.text, quoted(article.text, start, end))
        for index, item in enumerate(marks):
            left = marks[index - 1].outer_end if index else max(start, min(opening, item.outer_start))
            right = marks[index + 1].outer_start if index + 1 < len(marks) else end
            found.append(Candidate(item, (left, item.outer_start), (item.outer_end, right), number))
    return found


def _mend_unclosed(text: str, marks: list[Quoted]) -> list[Quoted]:
    """Close a quotation without closing mark before an attribution that clearly follows: '"Kami siap, kata Biden.'"""
    if not marks or marks[-1].is_closed:
        return marks
    last = marks[-1]
    match = attribution.inside().search(text, last.start, last.end)
    if match is None:
        return marks
    end = match.start() + 1
    return [*marks[:-1], Quoted(last.start, end, last.outer_start, end)]


def _is_direct(text: str, item: Candidate) -> bool:
    """Whether the words are spoken, and not a title, a scare quote or the quoted part of a reported clause.

    Finds the attribution beside them on the way.
    """
    inner = text[item.quoted.start : item.quoted.end]
    left = text[slice(*item.left)]
    words = inner.split()
    if not any(character.isalnum() for character in inner):
        return False
    begins_sentence = not any(map(str.isalnum, left)) or bool(_SENTENCE_END.search(left))
    leads_in = bool(_LEAD_IN.search(left))
    if attribution.is_title(text, item.left[0], item.quoted.outer_start) and not left.rstrip().endswith(":"):
        return False
    sentence_from = _last_sentence_from(text, item.left)
    if leads_in:
        item.attribution = attribution.before(text, sentence_from, item.quoted.outer_start)
        if item.attribution or (left.rstrip().endswith(":") and inner[0].isupper()):
            return not _is_listed(text, item, words)
    if begins_sentence or leads_in:
        item.attribution = (
            attribution.after(
                text,
                item.right[0],
                item.right[1],
                ends_in_comma=inner[-1] in ",!?" or text[item.right[0] : item.right[0] + 1] == ",",
            )
            if item.quoted.is_closed
            else None
        )
        if item.attribution:
            return True
        if leads_in:
            return False
        return _stands_alone(text, item, words)
    return _is_whole_report(text, item, words, sentence_from)


def _is_whole_report(text: str, item: Candidate, words: list[str], sentence_from: int) -> bool:
    """Whether a verb without comma or colon introduces all of what is said: 'Biden mengatakan "Kami tidak takut."'"""
    inner = text[item.quoted.start : item.quoted.end]
    ends_sentence = text[item.right[0] : item.right[0] + 1] in {".", ""} or inner[-1] in _FULL_STOP
    is_all = (
        ends_sentence
        and len(words) > FEWEST_WORDS_AFTER_VERB
        and attribution.says_all(text, item.left[0], item.quoted.outer_start)
    )
    is_sentence = inner[0].isupper() and len(words) >= FEWEST_WORDS_AFTER_VERB and inner[-1] in _FULL_STOP + ","
    verb = re.search(r"([a-z]+)\s*$", text[slice(*item.left)])
    is_said = verb is not None and verb.group(1) in attribution.cues("active") - _NAMING_VERBS
    if is_all or (is_sentence and is_said):
        item.attribution = attribution.before(text, sentence_from, item.quoted.outer_start)
    return item.attribution is not None


def _is_listed(text: str, item: Candidate, words: list[str]) -> bool:
    """Whether a comma before a few quoted words is one of a list and no lead-in."""
    left = text[slice(*item.left)].rstrip()
    lower = words[0][0].islower()
    return (
        left.endswith(",")
        and lower
        and len(words) < FEWEST_WORDS_AFTER_VERB
        and text[item.quoted.end - 1] not in _FULL_STOP
    )


def _stands_alone(text: str, item: Candidate, words: list[str]) -> bool:
    """Whether the marks hold whole sentences, with no clause around them."""
    inner = text[item.quoted.start : item.quoted.end]
    right = text[slice(*item.right)]
    if len(words) < FEWEST_WORDS_STANDING_ALONE or inner[0].islower():
        return False
    if not item.quoted.is_closed:
        item.stands_alone = item.continues_quote = True
        return True
    ends = inner[-1] in _FULL_STOP or right[:1] == "." or (not right.strip() and len(words) > FEWEST_WORDS_AFTER_VERB)
    goes_on = bool(re.match(r"\s*[a-z(,]", right)) and not re.match(r"\s*\(", right)
    if inner[-1] == "," and re.match(r"\s*(?:seperti|sebagaimana|dikutip|dilansir|mengutip|melansir)\b", right):
        item.stands_alone = True
        return True
    item.stands_alone = ends and not goes_on
    return item.stands_alone


def _last_sentence_from(text: str, span: Span) -> int:
    """Where the last sentence of the words before a quotation begins."""
    found = span[0]
    for match in re.finditer(r"[.!?][\"”’')\]]*\s+(?=[\"“(]?[A-Z])", text[slice(*span)]):
        found = span[0] + match.end()
    return found


def _attribute(article: Article, speakers: Speakers, direct: list[Candidate], index: int) -> None:
    """Find the speaker of a quotation: by its attribution, else by the sentences beside it."""
    item = direct[index]
    previous = direct[index - 1] if index else None
    if item.attribution:
        item.speaker = _by_attribution(article, speakers, item, item.attribution)
        if item.speaker:
            return
    text = article.text
    following = direct[index + 1] if index + 1 < len(direct) else None
    if item.continues_quote and following and following.paragraph == item.paragraph + 1:
        return  # the speaker comes with the end of the quotation, see _give_to_openings
    if item.stands_alone and _belongs_to_next(article, direct, index):
        item.continues_quote = True
        return
    same_paragraph = previous is not None and previous.paragraph == item.paragraph
    if item.stands_alone:
        pointed = _pointing_back(article, item, following)
        if pointed:
            item.speaker = _by_attribution(article, speakers, item, pointed)
            if item.speaker:
                return
    if same_paragraph and previous and previous.speaker and not _new_sentence_between(text, previous, item):
        item.speaker = previous.speaker
        item.attribution = item.attribution or previous.attribution
        return
    actor = speakers.last_before(item.quoted.outer_start, is_pronoun=False)
    if actor:
        item.speaker = Speaker(actor, _nearest_mention(actor.mentions, item.quoted.start))


def _belongs_to_next(article: Article, direct: list[Candidate], index: int) -> bool:
    """Whether a paragraph that is only a quotation, with none before it, opens what the next one attributes."""
    item = direct[index]
    following = direct[index + 1] if index + 1 < len(direct) else None
    previous = direct[index - 1] if index else None
    if following is None or following.paragraph != item.paragraph + 1 or following.attribution is None:
        return False
    start, end = article.of_kind("body")[item.paragraph]
    fills = item.quoted.outer_start == start and end - item.quoted.outer_end <= 1
    opens_next = following.quoted.outer_start == article.of_kind("body")[following.paragraph][0]
    is_named = following.attribution.speaker_from is not None
    return fills and opens_next and is_named and (previous is None or previous.paragraph < item.paragraph - 1)


def _nearest_mention(mentions: list[Span], offset: int) -> Span:
    before = [span for span in mentions if span[0] < offset]
    return before[-1] if before else mentions[0]


def _by_attribution(article: Article, speakers: Speakers, item: Candidate, found: Attribution) -> Speaker | None:
    if found.pronoun:
        actor = speakers.last_before(min(item.quoted.outer_start, found.pronoun[0]))
        if actor is None and found.pronoun[0] < item.quoted.start:
            actor = speakers.last_before(found.pronoun[0])
        return Speaker(actor, found.pronoun) if actor else None
    if found.before is not None:
        start = _last_sentence_from(article.text, (item.left[0], found.before))
        start = attribution.subject_from(article.text, start, found.before)
        clause = article.text[start : found.before]
        beside = speakers.beside(start, found.before)
        if beside:
            return beside
        pronoun = re.search(r"\b(?:[Ii]a|[Dd]ia|[Bb]eliau|[Mm]ereka)\b", clause)
        named = speakers.subject_of(start, found.before, people_only=False) if not pronoun else None
        if named:
            return named
        actor = speakers.last_before(start)
        span = (start + pronoun.start(), start + pronoun.end()) if pronoun else None
        return Speaker(actor, span or _nearest_mention(actor.mentions, item.quoted.start)) if actor else None
    if found.speaker_from is not None:
        limit = item.right[1] if found.speaker_from >= item.quoted.end else item.quoted.outer_start
        if found.speaker_from >= item.right[1]:
            limit = next(
                (end for start, end in article.of_kind("body") if start <= found.speaker_from < end), found.speaker_from
            )
        return speakers.named_from(found.speaker_from, limit)
    return None


def _pointing_back(article: Article, item: Candidate, following: Candidate | None) -> Attribution | None:
    """The attribution in the sentence behind a quotation, in its paragraph or as the head of the next."""
    if article.text[slice(*item.right)].strip(" ."):
        return attribution.pointing_back(article.text, item.right[0], item.right[1])
    body = article.of_kind("body")
    if item.paragraph + 1 >= len(body):
        return None
    start, end = body[item.paragraph + 1]
    if following and following.quoted.outer_start == start:
        return None
    return attribution.pointing_back(article.text, start, end)


def _new_sentence_between(text: str, previous: Candidate, item: Candidate) -> bool:
    """Whether between two quotations of a paragraph stands a sentence besides the attribution."""
    between = text[previous.quoted.outer_end : item.quoted.outer_start].strip()
    first, *rest = re.split(r"(?<=[^A-Z\s][.!?])\s+(?=[A-Z])", between)
    starts_new = (
        bool(re.match(r"[A-Z]", first))
        and previous.attribution is not None
        and previous.attribution.speaker_from != previous.quoted.outer_end
    )
    return bool(rest) or starts_new


def _give_to_openings(direct: list[Candidate]) -> None:
    """Give the speaker of a quotation's last paragraph to those before it that were left open."""
    for item, following in zip(reversed(direct[:-1]), reversed(direct[1:]), strict=True):
        if item.continues_quote and item.speaker is None and following.paragraph == item.paragraph + 1:
            item.speaker = following.speaker
            item.attribution = item.attribution or following.attribution


def _reported_quote(text: str, item: Reported, speaker: Speaker) -> Quote:
    return Quote(
        id="",
        kind="mixed" if item.is_mixed(text) else "indirect",
        text=text[slice(*item.content)],
        span=item.content,
        speaker=speaker.actor.id,
        speaker_span=speaker.span,
        cue=Cue(text[slice(*item.cue)], item.cue),
        sources=[],
    )


def _quote(text: str, item: Candidate) -> Quote:
    span = (item.quoted.start, item.quoted.end)
    cue = item.attribution.cue if item.attribution else None
    return Quote(
        id="",
        kind="direct",
        text=text[slice(*span)],
        span=span,
        speaker=item.speaker.actor.id if item.speaker else None,
        speaker_span=item.speaker.span if item.speaker else None,
        cue=Cue(text[slice(*cue)], cue) if cue else None,
        sources=[],
    )
