"""Acts in statements that no predicate of the codebook tells: what others ought to do, what the speaker will not do."""

from __future__ import annotations

from collections.abc import Iterator

from runut import lexicons
from runut.record import Actor, Article, Quote
from runut.what.codebook import Sense
from runut.what.drafts import Draft, other_sides, same_side
from runut.what.presence import Presence
from runut.what.status import Reality
from runut.what.syntax import Syntax
from runut.what.triggers import Hit

_TABLE = "lexicons/id/event_words.tsv"
_DUTY = Sense("harus", (), (), "act", "REQUEST", "change", (), None, "", "", _TABLE)
_REFUSAL = Sense("tidak akan", (), (), "act", "REJECT", None, (), None, "", "", _TABLE)
_NEAR = 4
"""Words before a verb within which it is refused."""


class Unworded:
    """Finds demands and refusals by the small words of the table ``event_words``."""

    def __init__(self, article: Article, presence: Presence) -> None:
        self._article = article
        self._presence = presence

    def within(self, syntax: Syntax, taken: set[int]) -> Iterator[Draft]:
        """The demands and refusals of a sentence; `taken` are the words of other triggers."""
        for number in range(1, len(syntax.words) + 1):
            draft = self._duty(syntax, number, taken) or self._refusal(syntax, number, taken)
            if draft is not None:
                yield draft

    def _statement(self, syntax: Syntax, number: int) -> tuple[Quote | None, Actor | None]:
        quote = self._presence.quote_at(syntax.word(number).span[0])
        return quote, self._article.actor(quote.speaker) if quote else None

    def _duty(self, syntax: Syntax, word: int, taken: set[int]) -> Draft | None:
        """What a speaker says that others ought to do: "AS harus berubah"."""
        verb = syntax.head(word)
        is_duty = syntax.text(word) in lexicons.by_role("duty") and syntax.relation(word) in {"aux", "advmod", "xcomp"}
        if not is_duty or verb in taken | {0} or not syntax.is_verb(verb):
            return None
        quote, speaker = self._statement(syntax, word)
        if speaker is None:
            return None
        asked = self._presence.parties(syntax, syntax.subject(verb), owners=False)
        asked = [one for one in other_sides(asked, [speaker]) if one.kind != "group"]
        if not asked:
            return None
        hit = Hit(syntax, word, _DUTY, "active", False, word, "active", frozenset({verb}))
        return Draft(hit, "REQUEST", "change", "actual", Reality("actual"), [speaker], asked, quote, speaker)

    def _refusal(self, syntax: Syntax, verb: int, taken: set[int]) -> Draft | None:
        """What a speaker says that his own side will not do: "kami tidak akan pergi"."""
        if verb in taken or not syntax.is_verb(verb) or not _is_refused(syntax, verb):
            return None
        quote, speaker = self._statement(syntax, verb)
        own = self._presence.parties(syntax, syntax.subject(verb), owners=False)
        if speaker is None or not any(same_side(one, speaker) for one in own):
            return None
        against = other_sides(self._presence.parties(syntax, syntax.object(verb)), own)
        small = frozenset(one for one in syntax.below[verb] if syntax.text(one) in lexicons.by_role("negation"))
        hit = Hit(syntax, verb, _REFUSAL, "active", False, verb, "active", small)
        return Draft(hit, "REJECT", None, "actual", Reality("actual"), own, against, quote, speaker)


def _is_refused(syntax: Syntax, verb: int) -> bool:
    words = " ".join(syntax.text(one) for one in syntax.below[verb] if 0 < verb - one < _NEAR)
    return any(one in words for one in lexicons.by_role("refusal"))
