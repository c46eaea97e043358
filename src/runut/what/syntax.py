"""A sentence as grammar: subjects, objects, what stands behind prepositions; seen through control and coordination."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from runut import lexicons
from runut.language import Tree, Word
from runut.what.forms import Voice
from runut.who.roles import is_act_noun

_CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "parataxis", "acl"})
_BARE_NOUN = frozenset({"nmod", "compound", "flat", "amod", "obl", "obj"})
_OTHER_CLAUSES = frozenset(
    {"acl", "acl:relcl", "advcl", "ccomp", "xcomp", "conj", "parataxis", "nsubj", "nsubj:pass", "appos"}
)
_AGENT_FREE = frozenset({"acl", "acl:relcl", "advcl", "conj", "parataxis", "nsubj", "nsubj:pass", "appos"})
"""Below these an agent is another verb's."""
_SHARES_SUBJECT = frozenset({"conj", "xcomp", "advcl"})
"""Verbs in these relations have the subject of the verb above: one that the parser gives them behind is an object."""
_MOST_STEPS = 8
_NEAR = 3
"""Words behind a passive within which its agent may stand without a preposition: "dibunuh Israel"."""
BY = "oleh"
RELATIVE = "yang"
"""Stands for the noun before it: "pasukan yang menyerang"."""


class Syntax:
    """The grammar of one tree. Words are told by their numbers, counted from 1."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.words = tree.words
        self.below: list[list[int]] = [[] for _ in range(len(tree.words) + 1)]
        for number, word in enumerate(tree.words, 1):
            self.below[word.head].append(number)

    @cached_property
    def folded(self) -> list[str]:
        """The words in lower case, a doubled one once: "serangan-serangan" → "serangan"."""
        return [_once(word.text.casefold()) for word in self.words]

    def word(self, number: int) -> Word:
        """The word of a number."""
        return self.words[number - 1]

    def text(self, number: int) -> str:
        """The word in lower case, doubled words once."""
        return self.folded[number - 1]

    def spellings(self, number: int) -> tuple[str, str]:
        """The word in lower case, doubled words once and as they stand: "undang-undang"."""
        return self.folded[number - 1], self.words[number - 1].text.casefold()

    def relation(self, number: int) -> str:
        """The relation to its head, without its subtype."""
        return self.words[number - 1].relation.split(":")[0]

    def head(self, number: int) -> int:
        """The number of its head; 0 for the root."""
        return self.words[number - 1].head

    def is_verb(self, number: int) -> bool:
        """Whether a word is a verb."""
        return self.words[number - 1].upos == "VERB"

    def case(self, number: int) -> str | None:
        """The preposition before a noun, in lower case: "terhadap"; ``None`` where none stands."""
        for child in self.below[number]:
            if child < number and self.words[child - 1].relation.startswith("case"):
                return self.text(child)
        return None

    def marks(self, number: int, *, cases: bool = False) -> set[str]:
        """The words that join a clause to the one above, in lower case: "untuk"; with `cases` prepositions too."""
        relations = {"mark", "case"} if cases else {"mark"}
        return {self.text(child) for child in self.below[number] if self.relation(child) in relations}

    def voice(self, number: int, form: Voice) -> Voice:
        """The voice in which a form stands here: a bare one is a passive behind a pronoun, "kami tolak"."""
        if form != "bare":
            return form
        before = number > 1 and self.words[number - 2].upos == "PRON"
        return "passive" if before or self.words[number - 1].voice == "Pass" else "active"

    def subject(self, number: int) -> int | None:
        """The number of a verb's grammatical subject, also where another clause holds it."""
        for _ in range(_MOST_STEPS):
            own = self._own_subject(number)
            if own is not None:
                relative = self.text(own) == RELATIVE and self.relation(number) == "acl"
                return self._told_of(self.head(number), number) if relative else own
            head, relation = self.head(number), self.relation(number)
            if head == 0:
                return None
            if relation in {"acl", "amod"}:
                return self._told_of(head, number)
            beside = self._beside(number) if relation == "conj" else None
            if beside is not None:
                number = beside
                continue
            if relation in _CLAUSES:
                held = self._held(head, number)
                if held is not None:
                    return held
            elif relation != "conj" and not (self.is_verb(number) and relation in {"obl", "nmod", "dep", "obj"}):
                return None
            if not (self.is_verb(head) or self._own_subject(head) is not None or relation == "conj"):
                return head if relation == "acl" else None
            number = head
        return None

    def _held(self, head: int, number: int) -> int | None:
        """The object of the verb above that does what a verb tells.

        "mengajak | Rusia berunding", "mengutuk | China karena menembakkan meriam air".
        """
        relation, held = self.relation(number), self.object(head)
        if held is None:
            return None
        if relation == "advcl":
            return held if self._is_reason(number) and self.text(head) in lexicons.by_role("judges") else None
        is_between = head < held < number
        return held if is_between and relation in {"xcomp", "ccomp"} and self._object_controls(head, number) else None

    def _is_reason(self, number: int) -> bool:
        """Whether a clause tells why: "karena diduga menembak"; what alleges it may stand between."""
        return bool(self.marks(number, cases=True) & lexicons.by_role("reason"))

    def _object_controls(self, head: int, number: int) -> bool:
        """Whether it is the object of a verb who does what its complement tells: "mengajak | Rusia untuk berunding"."""
        if self.text(head) in lexicons.by_role("subject-control"):
            return False
        marks = self.marks(number)
        if marks <= lexicons.by_role("purpose") | lexicons.by_role("wish"):
            return not marks & lexicons.by_role("purpose") or self.text(head) in lexicons.by_role("object-control")
        return False  # "membalas China | dengan mengusir diplomatnya"

    def _beside(self, number: int) -> int | None:
        """The verb whose subject one beside another has, where it is not that other's."""
        head = self.head(number)
        between = self._clause_between(head, number)
        return self.head(head) if between is None and self._is_next_step(number) else between

    def _clause_between(self, head: int, number: int) -> int | None:
        """The verb of a clause with a subject of its own between two verbs that the parser puts beside each other.

        "Meksiko memutus hubungan setelah polisi | menyerbu kedutaan dan menangkap Glas"; a comma parts them.
        """
        joins = next((one for one in self.below[number] if self.relation(one) == "cc"), None)
        if joins is None or self.text(joins - 1) == "," or self._own_subject(number) is not None:
            return None
        for verb in range(joins - 1, head, -1):
            is_clause = self.is_verb(verb) and self.relation(verb) == "advcl" and self._own_subject(verb) is not None
            if is_clause and head in {self.head(verb), self.head(self.head(verb))}:
                return verb
        return None

    def _is_next_step(self, number: int) -> bool:
        """Whether a verb beside one that somebody is said to have done goes on with what the sayer did.

        "Taipei menuding Beijing membujuk Nauru, | lalu menutup kedutaannya"; "… dan | mengancam akan mundur".
        """
        head = self.head(number)
        outer = self.head(head)
        if self.relation(head) not in {"xcomp", "ccomp"} or not outer or self.subject(head) == self.subject(outer):
            return False
        small = {self.text(one) for one in self.below[number] if one < number}
        if small & lexicons.by_role("next-step"):
            return True
        has_clause = any(self.relation(one) in {"xcomp", "ccomp"} for one in self.below[number])
        return has_clause and self.text(number) in lexicons.terms("id/cues", "cue")

    def _told_of(self, noun: int, verb: int) -> int:
        """The noun that a relative clause tells of.

        What an act did is not told of the town it took place in: "pengeboman | konsulat di Damaskus yang menewaskan …".
        """
        if self.text(verb) not in lexicons.by_role("results"):
            return noun
        above = noun
        while self.relation(above) in {"nmod", "compound", "flat", "appos", "obl"} and self.head(above):
            above = self.head(above)
            if self.is_verb(above):
                break
            if is_act_noun(self.text(above), self.words[above - 1].lemma):
                return above
        return noun

    def _own_subject(self, number: int) -> int | None:
        subjects = [child for child in self.below[number] if self.relation(child) in {"nsubj", "csubj"}]
        own = next((child for child in subjects if child < number), None)
        if own is None and subjects and self.relation(number) not in _SHARES_SUBJECT:
            own = subjects[0]
        if own is None and number < len(self.words) and self.text(number + 1) == "nya":  # "mundurnya | pasukan"
            behind = (child for child in self.below[number] if child > number + 1 and not self.case(child))
            own = next((child for child in behind if self.words[child - 1].upos in {"NOUN", "PROPN"}), None)
        return own

    def objects(self, number: int) -> list[int]:
        """The numbers of a verb's direct objects; the parser gives some two: "membunuh | massal | warga desa"."""
        has_subject = self._own_subject(number) is not None or self.relation(number) in _SHARES_SUBJECT
        found = [
            child
            for child in self.below[number]
            if not self.case(child)
            and (
                self.relation(child) == "obj"
                or (self.relation(child) == "amod" and child == number + 1 and self._is_party_word(child))
                or (self.words[child - 1].relation == "nsubj" and has_subject and number < child)  # "meminta | Beijing"
            )
        ]
        return found or self._beyond_adverb(number)

    def _beyond_adverb(self, number: int) -> list[int]:
        """The object behind a bare word that takes it from the verb: "memanggil pulang | duta besarnya"."""
        behind = number + 1
        if behind > len(self.words) or not self.is_verb(number):
            return []
        word = self.words[behind - 1]
        if word.head == number and self.relation(behind) == "xcomp" and word.text.islower() and word.lemma == word.text:
            return [child for child in self.below[behind] if self.relation(child) == "obj" and not self.case(child)]
        if word.upos == "ADV" and self.head(behind) > behind and self.head(self.head(behind)) == number:
            noun = self.head(behind)  # "memberhentikan sementara | gubernur"
            return [noun] if self.words[noun - 1].upos in {"NOUN", "PROPN"} and not self.case(noun) else []
        return []

    def object(self, number: int) -> int | None:
        """The number of a verb's direct object."""
        return next(iter(self.objects(number)), None)

    def agent(self, number: int, voice: Voice) -> int | None:
        """Who does what a verb tells."""
        if voice == "active":
            return self.subject(number)
        return next(self._agents(number), None)

    def _agents(self, number: int) -> Iterator[int]:
        """Who may do what a passive verb tells, the surest first."""
        below, is_di = self.below[number], self.text(number).startswith("di")
        yield from (one for one in below if self.words[one - 1].relation == "obl:agent" or self._is_by(one))
        for clause in below if is_di else ():
            subject = self._own_subject(clause) if self.relation(clause) in {"ccomp", "xcomp"} else None
            if subject == number + 1:  # "dituduh | Amerika Serikat melakukan pelanggaran"
                yield subject
        for other in below if is_di else ():
            if self.relation(other) == "conj" and self.text(other).startswith("di"):
                yield from (
                    one for one in self.below[other] if self.case(one) == BY
                )  # "dipukul dan didorong | oleh polisi"
        for one in below:
            is_near = 0 < one - number <= _NEAR and self.words[one - 1].upos in {"NOUN", "PROPN", "PRON"}
            if is_near and self.relation(one) in {"obj", "obl", "nmod", "nsubj"} and not self.case(one):
                yield one
            if one == number + 1 and self.relation(one) == "amod" and is_di and self._is_party_word(one):
                yield one  # "ditepis | militer"
        # "dilarang masuk | oleh pemerintah"
        yield from (one for one in self.below_all(number, without=_AGENT_FREE) if self.case(one) == BY)
        if not is_di:  # "kami | tolak"
            yield from (one for one in below if self.words[one - 1].upos == "PRON" and one < number)

    def _is_party_word(self, number: int) -> bool:
        return self.text(number) in lexicons.terms("id/sectors", "term")

    def _is_by(self, number: int) -> bool:
        return self.relation(number) in {"obl", "nmod"} and self.case(number) == BY

    def patient(self, number: int, voice: Voice) -> int | None:
        """To whom or what is done what a verb tells."""
        if voice == "active":
            return self.object(number)
        subject = self.subject(number)
        if subject is None or subject == self.agent(number, voice):
            passive = (child for child in self.below[number] if self.words[child - 1].relation == "nsubj:pass")
            return next(passive, None) or self._fronted(number)
        return subject

    def _fronted(self, number: int) -> int | None:
        """What stands before a pronoun and its verb: "usulan itu | kami tolak"."""
        nouns = (
            child for child in self.below[number] if child < number and self.words[child - 1].upos in {"NOUN", "PROPN"}
        )
        return next((child for child in nouns if not self.case(child)), None)

    def behind(self, number: int, role: str) -> list[int]:
        """The nouns below a word that stand behind a preposition of a role."""
        cases = lexicons.by_role(role)
        return [child for child in self.below[number] if (case := self.case(child)) is not None and case in cases]

    def behind_far(self, number: int, role: str) -> list[int]:
        """The same, wherever in the clause the parser hangs them: "menyumbangkan satu juta dosis | kepada Laos"."""
        cases = lexicons.by_role(role)
        inside = self.below_all(number, without=_OTHER_CLAUSES)
        return [one for one in inside if one != number and (case := self.case(one)) is not None and case in cases]

    def bare(self, number: int) -> list[int]:
        """The nouns right below a noun without a preposition: "serangan | Rusia", "perlawanan bersenjata | milisi"."""
        quality = number + 1
        beyond = (
            self.below[quality]
            if quality < len(self.below) and self.head(quality) == number and self.text(quality).startswith("ber")
            else []
        )
        return [
            child
            for child in (*self.below[number], *beyond)
            if self.relation(child) in _BARE_NOUN
            and not self.case(child)
            and self.words[child - 1].upos in {"NOUN", "PROPN", "PRON"}
        ]

    def below_all(self, number: int, *, without: frozenset[str] = frozenset()) -> list[int]:
        """The word and everything below it, in order; not below the relations `without`."""
        found, waiting = [number], [number]
        while waiting:
            children = [c for c in self.below[waiting.pop()] if self.words[c - 1].relation not in without]
            found += children
            waiting += children
        return sorted(found)

    def conjuncts(self, number: int) -> list[int]:
        """The word and those that stand beside it: "Rusia", "dan Belarus"."""
        found = [number]
        for one in found:
            found += [child for child in self.below[one] if self.relation(child) == "conj"]
        return found


def _once(word: str) -> str:
    first, hyphen, second = word.partition("-")
    return first if hyphen and (first == second or second.startswith(first)) else word
