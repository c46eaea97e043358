"""Whether an act took place: by the words around it, the clauses that hold it, and its date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from runut import lexicons
from runut.record import Article, EventStatus, TimeExpression
from runut.what.syntax import Syntax
from runut.what.triggers import Hit

HISTORICAL_DAYS = 31
"""So many days before the day of publication an act is background (the annotation guidelines: "about a month")."""

_MODIFIERS = frozenset({"advmod", "aux", "cop", "det", "mark", "case", "cc", "discourse", "fixed", "amod"})
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "advcl", "csubj", "obj", "nmod", "compound", "flat", "obl", "nsubj", "acl"})
_NOMINAL = frozenset({"obj", "nmod", "compound", "flat", "obl", "nsubj"})
_OTHER_CLAUSES = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "conj", "parataxis"})
_STEPS = 8


@dataclass(frozen=True, slots=True)
class Reality:
    """How an act stands to what is.

    Attributes
    ----------
    status
        PLOVER's auxiliary mode.
    is_refused
        Whether somebody says that he will not: "tidak akan mundur".
    is_duty
        Whether it is what somebody ought to do: "harus mundur".
    is_condition
        Whether it stands in a condition.
    announcer
        The verb by whose subject it is announced; ``None`` where there is none.
    """

    status: EventStatus
    is_refused: bool = False
    is_duty: bool = False
    is_condition: bool = False
    announcer: int | None = None


class StatusFinder:
    """Finds the status of acts."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._published = date.fromisoformat(article.published) if article.published else None

    def of(self, hit: Hit) -> Reality:
        """How an act stands to what is."""
        seen = _Seen(hit.syntax, hit.consumed)
        seen.modifiers(hit.top)
        if hit.top != hit.number:
            seen.modifiers(hit.number)
        seen.climb(hit.top, is_noun=hit.is_noun and not hit.is_light)
        if seen.negated and seen.future and not seen.denied:
            seen.refused = True
        if hit.is_light and hit.sense.type == "RETREAT" and hit.syntax.text(hit.top) in lexicons.by_role("orders"):
            seen.future = True  # an order to withdraw is no withdrawal yet
        announcer = seen.announcer
        if hit.is_light and hit.syntax.text(hit.top) in lexicons.by_role("announces"):
            announcer = hit.top  # "mengumumkan sanksi"
        return Reality(self._status(hit, seen), seen.refused, seen.duty, seen.condition, announcer)

    def _status(self, hit: Hit, seen: _Seen) -> EventStatus:
        if seen.negated or seen.refused:
            return "negated"
        if seen.hypothetical or seen.condition:
            return "hypothetical"
        if seen.future:
            return "future"
        day = self.day_of(hit)
        if seen.once or (day is None and self._came_before_the_past(hit)):
            return "historical"
        if day is None or self._is_bound(day):
            return "actual"
        return "historical" if self._is_long_past(day) else "future" if self._is_to_come(day) else "actual"

    def day_of(self, hit: Hit) -> TimeExpression | None:
        """The time expression that dates an act: it hangs on the act, or on the clause that holds it."""
        syntax = hit.syntax
        mine = {syntax.word(number).span for number in (hit.number, hit.top, *hit.consumed)}
        start, end = syntax.tree.span
        near = [one for one in self._article.dates if start <= one.span[0] < end and one.value is not None]
        for one in near:
            if one.modifies in mine:
                return one
        inside = {syntax.word(number).span for number in self._inside(syntax, hit.top)}
        for one in near:
            if one.modifies in inside:
                return one
        number = hit.top
        for _ in range(_STEPS):
            head = syntax.head(number)
            if head == 0 or syntax.relation(number) not in {"obj", "nsubj", "obl", "xcomp", "conj", "nmod", "ccomp"}:
                return None
            number = head
            for one in near:
                if one.modifies == syntax.word(number).span:
                    return one
        return None

    def _came_before_the_past(self, hit: Hit) -> bool:
        """Whether an act came before another that is long past: "pada Oktober 2023 | setelah Maduro menekennya"."""
        syntax, number = hit.syntax, hit.top
        for _ in range(_STEPS):
            head = syntax.head(number)
            if head == 0:
                return False
            if syntax.marks(number, cases=True) & lexicons.by_role("after"):
                spans = {syntax.word(one).span for one in self._inside(syntax, head)}
                dated = (one for one in self._article.dates if one.modifies in spans and one.value is not None)
                return any(self._is_long_past(one) for one in dated)
            if syntax.relation(number) not in {"obj", "nmod", "conj", "nsubj", "xcomp"}:
                return False
            number = head
        return False

    @staticmethod
    def _inside(syntax: Syntax, top: int) -> list[int]:
        """The words of a clause, without what bounds its time: "sejak invasi Rusia pada 2022"."""
        found = [top]
        for one in found:
            for child in syntax.below[one]:
                is_other = syntax.word(child).relation in _OTHER_CLAUSES or syntax.relation(child) in _OTHER_CLAUSES
                if not is_other and syntax.case(child) not in lexicons.by_role("until"):
                    found.append(child)
        return found

    def _is_bound(self, when: TimeExpression) -> bool:
        """Whether an expression tells until when, or since when: "hingga akhir Januari"."""
        before = self._article.text[max(0, when.span[0] - 12) : when.span[0]].casefold().split()[-1:]
        return bool(before) and before[0] in lexicons.by_role("until")

    def _is_long_past(self, when: TimeExpression) -> bool:
        last = _last_day(when.value or "")
        return self._published is not None and last is not None and last < self._published - timedelta(HISTORICAL_DAYS)

    def _is_to_come(self, when: TimeExpression) -> bool:
        first = _first_day(when.value or "")
        return self._published is not None and first is not None and first > self._published


class _Seen:
    """What the words around an act have told of it."""

    def __init__(self, syntax: Syntax, consumed: frozenset[int]) -> None:
        self._syntax = syntax
        self._consumed = consumed
        self.negated = self.refused = self.future = self.hypothetical = False
        self.duty = self.once = self.condition = self.denied = False
        self.announcer: int | None = None

    def modifiers(self, number: int) -> None:
        """Take the small words of a predicate: "tidak akan", "telah", "jika"."""
        syntax = self._syntax
        small = [child for child in syntax.below[number] if self._is_small(child, number)]
        small = [child for child in small if not _is_idiom(syntax, child)]
        words = {syntax.text(child) for child in small}
        phrase = " ".join(syntax.text(child) for child in small if child < number)
        before = {syntax.text(number - 1)} if number > 1 else set()  # "batal | menyerang"

        def has(*roles: str) -> bool:
            return any(words & lexicons.by_role(role) for role in roles)

        self.refused |= any(one in phrase for one in lexicons.by_role("refusal"))
        self.negated |= has("negation", "fails") or bool(before & lexicons.by_role("fails"))
        self.duty |= has("forbidding", "duty") and not any(one in phrase for one in lexicons.by_role("no-duty"))
        self.future |= has("future", "plans") and not has("while")
        self.hypothetical |= has("possible", "alleged")
        self.once |= has("once")
        self.condition |= has("condition")

    def _is_small(self, child: int, number: int) -> bool:
        syntax = self._syntax
        if child in self._consumed:  # "tidak mengakui", where the row says so
            return False
        if syntax.relation(child) in _MODIFIERS:
            return True
        return child < number and number - child <= 3 and syntax.word(child).upos in {"ADV", "AUX", "PART", "SCONJ"}

    def climb(self, number: int, *, is_noun: bool) -> None:
        """Take what the clauses and nouns above an act tell of it."""
        syntax = self._syntax
        for _ in range(_STEPS):
            head, relation = syntax.head(number), syntax.relation(number)
            if head == 0:
                return
            if relation == "conj":
                has_subject = any(syntax.relation(one) == "nsubj" for one in syntax.below[number])
                if (not is_noun or syntax.is_verb(head)) and not has_subject and not self._has_own_time(number):
                    self.modifiers(head)
            elif relation == "acl" and self._is_what_it_says(number):
                is_noun = False  # "menepis kabar | bahwa negaranya mengerahkan kapal"
            elif syntax.word(number).relation == "acl:relcl":
                return
            elif relation == "advcl":
                self._purpose(number)
                return
            elif relation in _COMPLEMENTS:
                stops = self._held_by(head, number, is_noun=is_noun)
                if stops:
                    return
                is_noun = is_noun and not syntax.is_verb(head)
            else:
                return
            number = head

    def _is_what_it_says(self, number: int) -> bool:
        """Whether a clause tells what a noun before it says: "kabar | bahwa …"."""
        return any(self._syntax.text(one) in lexicons.by_role("that") for one in self._syntax.below[number])

    def _has_own_time(self, number: int) -> bool:
        words = {self._syntax.text(child) for child in self._syntax.below[number]}
        return bool(words & (lexicons.by_role("past") | lexicons.by_role("future") | lexicons.by_role("negation")))

    def _purpose(self, number: int) -> None:
        syntax = self._syntax
        self._take_marks(syntax.marks(number, cases=True))
        if syntax.head(number):
            word = syntax.text(syntax.head(number))
            if word in lexicons.by_role("plans"):
                self.future, self.hypothetical = True, False
            elif word in lexicons.by_role("supposes"):
                self.hypothetical = True

    def _take_marks(self, marks: set[str]) -> None:
        if marks & lexicons.by_role("purpose"):
            self.future = True
        if marks & lexicons.by_role("wish"):
            self.hypothetical = True
        if marks & lexicons.by_role("condition"):
            self.condition = True

    def _held_by(self, head: int, number: int, *, is_noun: bool) -> bool:
        """Take what a word tells of the act below it; whether nothing above matters any more."""
        syntax = self._syntax
        word, relation = syntax.text(head), syntax.relation(number)
        is_noun = is_noun or (relation in _NOMINAL and not syntax.is_verb(number))
        if is_noun and syntax.case(number) in lexicons.by_role("supposes"):
            self.hypothetical = True
        if self._held_by_word(word, head):
            return True
        self._take_marks(syntax.marks(number))
        is_told = is_noun and word in lexicons.by_role("happens") and relation in {"nsubj", "obj"}
        if relation == "xcomp" or is_told or word in lexicons.by_role("attempts"):
            self.modifiers(head)
            return False
        return not (is_noun and relation in {"nmod", "compound", "flat"})

    def _held_by_word(self, word: str, head: int) -> bool:
        """Take what the word above tells of an act; whether it announces it."""
        if word in lexicons.by_role("plans"):
            self.future = True
        elif word in lexicons.by_role("supposes") or word in lexicons.by_role("alleged"):
            self.hypothetical = True
        elif word in lexicons.by_role("denies"):
            self.negated = self.denied = True
            self.announcer = head
        elif word in lexicons.by_role("fails"):
            self.negated = True
        elif word in lexicons.by_role("announces"):
            self.announcer = self.announcer or head
            return True
        return False


def _is_idiom(syntax: Syntax, number: int) -> bool:
    """Whether a small word belongs to one that joins sentences: "akan | tetapi", "belum | lagi", "tidak | hanya"."""
    words, idioms = syntax.folded, lexicons.by_role("no-small-word")
    if " ".join(words[number - 1 : number + 1]) in idioms or " ".join(words[number - 1 : number + 2]) in idioms:
        return True
    return number > 1 and " ".join(words[number - 2 : number + 1]) in idioms


def _last_day(value: str) -> date | None:
    return _day(value.split("/")[-1], last=True)


def _first_day(value: str) -> date | None:
    return _day(value.split("/")[0], last=False)


def _day(value: str, *, last: bool) -> date | None:
    """The first or last day of an ISO value: a day, a week, a month or a year."""
    try:
        if "W" in value:
            year, week = value.split("-W")
            return date.fromisocalendar(int(year), int(week[:2]), 7 if last else 1)
        parts = [int(part) for part in value.split("-")]
        if len(parts) == 1:
            return date(parts[0], 12, 31) if last else date(parts[0], 1, 1)
        if len(parts) == 2:
            first = date(parts[0], parts[1], 1)
            return (first.replace(day=28) + timedelta(4)).replace(day=1) - timedelta(1) if last else first
        return date(*parts[:3])
    except ValueError:
        return None
