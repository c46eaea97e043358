"""Who stands at a word: the actors that the words of a sentence mean, as parties to an act."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from runut import lexicons
from runut.language import Parse
from runut.lexicons import bodies, places, states
from runut.record import Actor, Article, Quote, Span
from runut.what.syntax import Syntax
from runut.who import Cast

_NUMBERS = {"ketiga": 3, "keempat": 4, "kelima": 5, "keenam": 6}
_NO_OWNER_BELOW = frozenset({"acl", "acl:relcl", "advcl", "appos", "parataxis", "nsubj"})
_FAR_BACK = 250
"""Letters: so far back a pronoun points."""
_POINTING_CASES = frozenset({"kepada", "terhadap", "dengan", "bagi", "untuk", "atas", "pada"})
"""Behind these "-nya" is somebody told of: "mengucapkan selamat kepadanya"."""
_OWN_CASES = frozenset({"dari", "milik", "asal", "oleh"})


class Presence:
    """The actors of an article by the words that mean them."""

    def __init__(self, article: Article, parse: Parse, cast: Cast) -> None:
        self._article = article
        self._parse = parse
        self._cast = cast
        self._wholes = sorted(cast.named_at(), key=lambda entry: (entry[0][0], -entry[0][1]))
        self._starts = [whole[0] for whole, _ in self._wholes]
        self._others: dict[int, list[Actor]] = {}
        for actor in article.actors:
            for span in actor.mentions:
                self._others.setdefault(span[0], []).append(actor)
        self._quotes = article.quotes
        self.pair: list[Actor] = []
        """The two sides of the act told last."""
        self.groups: list[list[Actor]] = []
        """Those who acted, or were acted upon, together, in order."""

    def whole_at(self, offset: int) -> Span | None:
        """The phrase that names somebody and holds a place, the widest."""
        index = bisect_right(self._starts, offset)
        found: Span | None = None
        for whole, _ in reversed(self._wholes[max(0, index - 4) : index]):
            if whole[0] <= offset < whole[1]:
                found = whole
        return found

    def speaker_before(self, syntax: Syntax, number: int, subject: int | None) -> Actor | None:
        """Who says what stands before a verb, where the verb's subject would be one inside the quotation.

        "…," kata Wu Qian, | seraya memperingatkan Taiwan.
        """
        start = syntax.word(number).span[0]
        if self.quote_at(start) is not None:
            return None
        inside = syntax.word(subject or syntax.head(number) or number).span[0]
        quote = self.quote_at(inside)
        if quote is None or quote.kind == "indirect" or quote.span[0] > start:
            return None
        return self._article.actor(quote.speaker)

    def quote_at(self, offset: int) -> Quote | None:
        """The statement that holds a place, the narrowest."""
        holding = [quote for quote in self._quotes if quote.span[0] <= offset < quote.span[1]]
        return min(holding, key=lambda quote: quote.span[1] - quote.span[0], default=None)

    def at(self, syntax: Syntax, number: int) -> list[Actor]:
        """Whom one word means, with the phrase around it; empty where it means nobody."""
        word = syntax.word(number)
        start = word.span[0]
        if _names_a_treaty(syntax, number):
            return []
        if any(syntax.text(one) in lexicons.by_role("we") for one in syntax.below[number] if one > number):
            spoken = self._speaker_at(start)  # "petempur kami"
            if spoken:
                return spoken
        state = self._that_state(syntax, number)
        if state:
            return state
        sides = self._sides_told(syntax, number)
        if sides:
            return sides
        named = self._named_at(syntax, number)
        if named is not None:
            return named
        text = syntax.text(number)
        if text in lexicons.by_role("we") or text in lexicons.by_role("oneself"):
            return self._speaker_at(start)
        if syntax.word(number).upos == "PRON":
            return self._pointed_at(syntax, number)
        latent = self._cast.latent(start)
        return [latent] if latent is not None else self._of_place(word.span, syntax, number)

    def _named_at(self, syntax: Syntax, number: int) -> list[Actor] | None:
        """Whom a name or a word that points back to one means; ``None`` where a word is neither."""
        start = syntax.word(number).span[0]
        whole = self.whole_at(start)
        place = self._wider_place(syntax, number, whole)
        if place is not None:
            return self._of_place(place, syntax, number)  # "Laut | Jepang"
        if whole is not None:
            entity = next(one for span, one in self._wholes if span == whole)
            if entity.kind != "person" or entity.is_party or entity.actor is not None:
                return [self._cast.actor(entity)]
        return list(self._others[start]) if start in self._others else None

    def _that_state(self, syntax: Syntax, number: int) -> list[Actor]:
        """The state told of last: "| negara itu menuduh Israel"."""
        behind = {syntax.text(one) for one in syntax.below[number] if one > number}
        before_it = {syntax.text(one) for one in syntax.below[number] if one < number}
        if syntax.text(number) != "negara" or before_it or not behind & lexicons.by_role("that-act"):
            return []
        start = syntax.word(number).span[0]
        before = self.within(max(0, start - _FAR_BACK), start)
        return [one for one in before if one.kind == "state"][-1:]

    def _sides_told(self, syntax: Syntax, number: int) -> list[Actor]:
        """Those to whom a word points back: "kedua pihak", "semua pihak", "keduanya", "keempat negara itu"."""
        if syntax.text(number) == "keduanya":
            return list(self.pair)
        if syntax.text(number) not in lexicons.by_role("side-told"):
            return []
        before = {syntax.text(one) for one in syntax.below[number] if one < number}
        before |= {syntax.text(one) for one in range(max(1, number - 2), number)}  # "kedua belah | pihak"
        wanted = next((_NUMBERS[word] for word in before if word in _NUMBERS), None)
        if wanted is not None:
            return next((list(one) for one in reversed(self.groups) if len(one) == wanted), [])
        return list(self.pair) if before & lexicons.by_role("both-before") else []

    def _pointed_at(self, syntax: Syntax, number: int) -> list[Actor]:
        """Whom a pronoun means that stands for nobody known yet.

        A subject is the person told of last; an object, "memakzulkannya", the last party that is not the subject's own.
        """
        text, start = syntax.text(number), syntax.word(number).span[0]
        is_object = text == "nya" and (syntax.relation(number) == "obj" or syntax.case(number) in _POINTING_CASES)
        if not is_object and text not in lexicons.by_role("he"):
            return []
        verb = syntax.head(number)
        doing = self.parties(syntax, syntax.subject(verb)) if is_object and verb else []
        before = self.within(max(0, start - _FAR_BACK), start)
        for actor in reversed(before):
            is_doer = any(actor.id == one.id or actor.country == one.country for one in doing)
            if not is_doer and (is_object or actor.kind == "person"):
                return [actor]
        others = [one for one in self.pair if not any(one.country == other.country for other in doing)]
        return others[:1] if is_object and doing else []

    def _speaker_at(self, offset: int) -> list[Actor]:
        quote = self.quote_at(offset)
        speaker = self._article.actor(quote.speaker) if quote else None
        return [speaker] if speaker else []

    def _wider_place(self, syntax: Syntax, number: int, whole: Span | None) -> Span | None:
        """The place whose name holds what else would be a state's: "Laut Jepang", "Semenanjung Korea"."""
        if whole is None:
            return None
        start = syntax.word(number).span[0]
        spans = [name.span for name in syntax.tree.names if name.kind == "LOC"]
        spans += [place.span for place in self._article.places]
        is_wider = any(
            span[0] <= start < span[1] and span[0] <= whole[0] and whole[1] <= span[1] and span != whole
            for span in spans
        )
        return syntax.word(number).span if is_wider else None

    def _of_place(self, span: Span, syntax: Syntax, number: int) -> list[Actor]:
        """The state of a town or region that is acted upon: "menggempur Odesa"."""
        for place in self._article.places:
            if place.span[0] <= span[0] < place.span[1]:
                return self._of_state(place.country, place.span)
        name = next((one for one in syntax.tree.names if one.first <= number <= one.last and one.kind != "ORG"), None)
        if name is None or (name.kind == "PER" and (number == 1 or syntax.word(number).upos != "PROPN")):
            return []
        called = " ".join(self._article.text[slice(*name.span)].split())
        known = places.called(called) if bodies.called(called) is None else None  # "kamp | Wagner" is no town's
        return self._of_state(known.country if known is not None else None, name.span)

    def _of_state(self, code: str | None, span: Span) -> list[Actor]:
        return [self._cast.state(code, span)] if code is not None and code in states.names() else []

    def parties(
        self, syntax: Syntax, number: int | None, *, owners: bool = True, but: int | None = None
    ) -> list[Actor]:
        """The parties that a noun phrase means, those beside it too.

        Parameters
        ----------
        owners
            Whether a thing stands for whose it is: "jet tempur Israel", "markas Hizbullah".
        but
            A verb that does not tell whose a thing is: of "klaim yang ditepis militer" the one that is asked about.
        """
        if number is None:
            return []
        found: list[Actor] = []
        for one in self._beside(syntax, number):
            actors = self.at(syntax, one)
            if not actors and owners:
                actors = self._owner(syntax, one, but)
            found += [actor for actor in actors if actor not in found]
        return found

    def _beside(self, syntax: Syntax, number: int) -> list[int]:
        """The noun and those beside it; they may hang on its own last noun: "Pemerintah Yaman | dan Houthi"."""
        found = syntax.conjuncts(number)
        whole = self.whole_at(syntax.word(number).span[0])
        if whole is None:
            return found
        inside = [one for one in syntax.below_all(number, without=frozenset({"acl:relcl", "conj"})) if one != number]
        for one in inside:
            if whole[0] <= syntax.word(one).span[0] < whole[1]:
                found += [other for other in syntax.conjuncts(one)[1:] if other not in found]
        return found

    def owners(self, syntax: Syntax, number: int) -> list[Actor]:
        """Whose a thing is, though it may itself mean somebody: "pasukan | Rusia"."""
        return self._owner(syntax, number)

    def _owner(self, syntax: Syntax, number: int, but: int | None = None) -> list[Actor]:
        waiting = [number]
        for one in waiting:
            for child in syntax.below[one]:
                is_told = one == number and syntax.relation(child) == "acl" and syntax.text(child).startswith("di")
                if is_told and child != but and syntax.text(child) not in lexicons.by_role("mediates"):
                    actors = self.parties(syntax, syntax.agent(child, "passive"), owners=False)
                    if actors:  # "usulan yang diajukan | Israel"
                        return actors
                if syntax.word(child).relation in _NO_OWNER_BELOW or syntax.word(child).upos not in {
                    "NOUN",
                    "PROPN",
                    "PRON",
                }:
                    continue
                case = syntax.case(child)
                if case is not None and case not in _OWN_CASES:
                    continue
                is_his = syntax.text(child) == "nya"  # in a statement the speaker's; else the subject's own
                actors = self._speaker_at(syntax.word(child).span[0]) if is_his else self.at(syntax, child)
                if actors:
                    return actors
                waiting.append(child)
        return []

    def within(self, start: int, end: int) -> list[Actor]:
        """All who are named in a stretch, in order."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        found: list[Actor] = []
        for _, entity in self._wholes[first:last]:
            actor = self._cast.actor(entity) if entity.is_party or entity.kind == "state" else entity.actor
            if actor is not None and actor not in found:
                found.append(actor)
        return found


def _names_a_treaty(syntax: Syntax, number: int) -> bool:
    """Whether a town only names what was agreed there: "Perjanjian | Minsk"."""
    noun = syntax.head(number)
    if not noun or syntax.case(number) is not None or syntax.relation(number) not in {"nmod", "flat", "compound"}:
        return False
    if syntax.text(noun) not in lexicons.terms("id/noun_classes", "noun", **{"class": "agreement"}):
        return False
    known = states.called(syntax.word(number).text)
    return known is not None and known.sense == "capitals"
