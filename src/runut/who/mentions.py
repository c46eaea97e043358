"""Where the story names or describes somebody: phrases, names and groups, each with what its words tell."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Set
from dataclasses import dataclass, replace
from functools import cache

from runut import lexicons
from runut.language import NamePhrase, Parse, Tree
from runut.lexicons import bodies, holders, outlets, places, states
from runut.lexicons.bodies import Body
from runut.record import ActorKind, Article, Span
from runut.who.describe import NOTHING, Description, describe, term_at
from runut.who.roles import Role, is_act_noun, role_of

_ACRONYM_BEHIND = re.compile(r"\s*\(([A-Z][\w-]{1,11})\)")
_PRODUCT = re.compile(r"\s+(?:\d|[A-Z]{1,3}-?\d)")
"""What behind a firm's name makes it that of what it makes: a number."""
_DIRECTIONS = frozenset({"utara", "selatan", "barat", "timur", "tengah", "tenggara"})
_FEWEST_NAME_WORDS = 2
_COUNTERPART_LETTERS = 60
"""So far before a name it may stand whose counterpart somebody is."""
SHORTEST_SLIP_LETTERS = 5
STATE_LIKENESS = 0.85
"""difflib's ratio from which a word between a title and a name is a misspelt state: "Dubes Meskiko Raquel Serur"."""


@dataclass(slots=True)
class Mention:
    """Words that name or describe somebody.

    Attributes
    ----------
    span
        Those words; a person's name without the title before it.
    whole
        The phrase with its title.
    name
        The words, white space made one.
    kind
        What sort of party they mean.
    told
        What the phrase tells.
    role
        What part it plays in its sentence.
    is_proper
        Whether it is a name and no description.
    acronym
        The short name given in brackets behind it.
    is_definite
        Whether it points back: "menteri itu".
    """

    span: Span
    whole: Span
    name: str
    kind: ActorKind
    told: Description
    role: Role
    is_proper: bool
    phrase: NamePhrase | None = None
    title: str | None = None
    acronym: str | None = None
    is_definite: bool = False
    sentence: int = 0
    is_said: bool = False
    """Whether it is a description within quotation marks that names no state."""
    behind: Span | None = None
    """The title that stands behind the name."""


def find(article: Article, parse: Parse) -> list[Mention]:
    """Find the mentions of the story, in order; none lies in another."""
    finder = _Finder(article, parse)
    return [mention for number, tree in enumerate(parse.trees) for mention in finder.within(number, tree)]


class _Finder:
    def __init__(self, article: Article, parse: Parse) -> None:
        self._text = article.text
        self._day = article.published
        self._parse = parse
        self._opening = article.dateline.span[1] if article.dateline else 0
        self._heads = {span[0] for span in parse.sentences}

    def within(self, number: int, tree: Tree) -> list[Mention]:
        """The mentions of one sentence."""
        found: list[Mention] = []
        for phrase in self._parse.phrases_within(*tree.span):
            if phrase.span[0] >= self._opening:
                found += self._of_phrase(phrase, tree)
        covered = [mention.whole for mention in found]
        for name in tree.names:
            if name.span[0] >= self._opening and not _overlaps(name.span, covered):
                mention = self._of_name(name.span, name.kind, tree)
                if mention:
                    found.append(mention)
        covered = [mention.whole for mention in found]
        found += self._groups(tree, covered)
        for mention in found:
            is_quoted = self._parse.is_quoted(mention.span[0])
            mention.is_said = is_quoted and not mention.is_proper and mention.told.country is None
        titles = [mention.behind for mention in found if mention.behind]
        found = [
            mention for mention in found if not _overlaps(mention.span, titles) and not self._is_ship(mention.span)
        ]
        found.sort(key=lambda mention: mention.span)
        found = self._counterparts(self._with_their_names(found), tree)
        for mention in found:
            mention.sentence = number
        self._add_acronyms(found)
        return found

    # ---- phrases -------------------------------------------------------------------------------------------------

    def _counterparts(self, found: list[Mention], tree: Tree) -> list[Mention]:
        """Give those who are told by whose counterpart they are the state behind it and the other's sectors.

        "Lavrov bertemu mitranya dari China, Wang Yi".
        """
        for mention in [one for one in found if one.kind == "person" and one.is_proper]:
            start = max(tree.span[0], mention.span[0] - _COUNTERPART_LETTERS)
            match = _counterpart_before().search(self._text, start, mention.span[0])
            if match is None:
                continue
            words = lexicons.words(match["state"] or "")
            known = states.at(words, 0) if words else None
            if words and (known is None or known.length < len(words)):
                continue
            other = next(
                (one for one in reversed(found) if one.kind == "person" and one.span[1] <= match.start()), None
            )
            sectors = other.told.sectors if other is not None and other.told.sectors else ("GOV",)
            country = known.value.code if known is not None else None
            mention.told = Description(country, sectors, None, None, False)
            mention.whole = (match.start(), max(mention.whole[1], mention.span[1]))
            mention.role = role_of(tree, mention.whole)
            mention.phrase = None
            found = [one for one in found if one is mention or not _touch(one.whole, mention.whole)]
        return found

    def _of_phrase(self, phrase: NamePhrase, tree: Tree) -> list[Mention]:
        text = self._text[slice(*phrase.span)]
        kinds = {name.kind for name in tree.names if phrase.name and _touch(name.span, phrase.name)}
        organisation = self._organisation_over(phrase, tree)
        if organisation is not None:
            mention = self._of_name(organisation, "ORG", tree)
            return [mention] if mention else []
        if phrase.head == "state":
            person = next(
                (
                    one
                    for one in tree.names
                    if one.kind == "PER" and one.span[0] == phrase.span[0] and one.span[1] > phrase.span[1]
                ),
                None,
            )
            if person is not None:  # "Sudan Gurung"
                mention = self._of_name(person.span, "PER", tree)
                return [mention] if mention else []
            return self._state(phrase, text, tree)
        if phrase.head == "acronym":
            return self._acronym(phrase, text, tree)
        if phrase.head == "name":
            return self._bare_name(phrase, text, kinds, tree)
        if phrase.head == "organisation":
            return self._organisation(phrase, text, tree)
        before = self._text[max(0, phrase.span[0] - 12) : phrase.span[0]].casefold().split()[-1:]
        if phrase.head == "kin" and before and before[0] in lexicons.by_role("no-kin-behind"):
            start = phrase.span[0] + len(text.split()[0]) + 1  # "perang saudara | Suriah"
            rest = self._text[start : phrase.span[1]]
            return self._state(replace(phrase, span=(start, phrase.span[1])), rest, tree) if rest else []
        return self._office(phrase, text, kinds, tree)

    def _organisation_over(self, phrase: NamePhrase, tree: Tree) -> Span | None:
        """The organisation's name, as the model reads it, that begins with a state's or a name's: "Tokyo Electric"."""
        if phrase.head not in {"state", "name", "acronym", "organisation"}:
            return None
        if phrase.head == "organisation" and " " in self._text[slice(*phrase.span)]:
            return None
        for name in tree.names:
            if name.kind == "ORG" and name.span[0] <= phrase.span[0] and phrase.span[1] < name.span[1]:
                return name.span
        return None

    def _state(self, phrase: NamePhrase, text: str, tree: Tree) -> list[Mention]:
        words = lexicons.words(text)
        body = bodies.at(words, 0, self._day)
        known = states.at(words, 0)
        if body and (known is None or body.length >= known.length):
            return self._named_body(phrase.span, body.value, tree, phrase)
        if known is None or (
            words[known.length : known.length + 1] and self._is_region(words, known.length, phrase, tree)
        ):
            return []
        end = phrase.span[0] + _end_of_words(text, known.length)
        span = (phrase.span[0], end)
        named = re.compile(r"\s+([A-Z][a-z]+)\b").match(self._text, end, tree.span[1])
        if (
            named
            and term_at([named.group(1)], 0) is not None
            and named.group(1).casefold() in lexicons.by_role("press")
        ):
            whole = (span[0], named.end())  # "London Times"
            name = self._text[slice(*whole)]
            press = Description(known.value.code, ("JRN",), None, None, False)
            return [Mention(whole, whole, name, "organisation", press, role_of(tree, whole), True, phrase)]
        told = Description(known.value.code, ("GOV",), None, None, False)
        role = role_of(tree, span, is_state=True)
        return [Mention(span, span, " ".join(self._text[slice(*span)].split()), "state", told, role, True, phrase)]

    @staticmethod
    def _is_region(words: list[str], behind: int, phrase: NamePhrase, tree: Tree) -> bool:
        """Whether a word behind a state makes it a part of it: "Suriah utara", but not "Washington tengah mengkaji"."""
        if words[behind] not in _DIRECTIONS:
            return False
        inside = (one for one in tree.words if phrase.span[0] <= one.span[0] < phrase.span[1])
        return not any(one.text == words[behind] and one.relation.startswith("aux") for one in inside)

    def _named_body(self, span: Span, body: Body, tree: Tree, phrase: NamePhrase | None) -> list[Mention]:
        is_firm = body.country == "MNC" or body.sectors[:1] == ("BUS",)
        if is_firm and _PRODUCT.match(self._text, span[1]):
            return []  # "pesawat Boeing 737"
        outlet = outlets.called(self._text[slice(*span)])
        if outlet is not None and (outlet.kind != "social" or role_of(tree, span) != "subject"):
            return []  # an outlet reports; where it is made to speak, its words are found with it
        told = Description(body.country, body.sectors, None, body, False)
        name = " ".join(self._text[slice(*span)].split())
        name = _ACRONYM_BEHIND.sub("", name)
        span = (span[0], span[0] + len(self._text[slice(*span)].split("(")[0].rstrip()))
        return [Mention(span, span, name, "organisation", told, role_of(tree, span), True, phrase)]

    def _acronym(self, phrase: NamePhrase, text: str, tree: Tree) -> list[Mention]:
        words = lexicons.words(text)
        body = bodies.at(words, 0, self._day) if words else None
        if body:
            return self._named_body(phrase.span, body.value, tree, phrase)
        is_organisation = any(name.kind == "ORG" and _touch(name.span, phrase.span) for name in tree.names)
        told = describe(text, self._day)
        if told.term is not None:  # "WNI"
            return [self._described(phrase.span, told, phrase, tree)]
        if outlets.called(text) or not is_organisation:
            return []
        role = role_of(tree, phrase.span)
        return [Mention(phrase.span, phrase.span, text, "organisation", describe(text, self._day), role, True, phrase)]

    def _bare_name(self, phrase: NamePhrase, text: str, kinds: Set[str], tree: Tree) -> list[Mention]:
        words = lexicons.words(text)
        body = bodies.at(words, 0, self._day) if words else None
        if body and body.length == len(words):
            return self._named_body(phrase.span, body.value, tree, phrase)
        if outlets.called(text) or self._is_ship(phrase.span) or self._is_town(phrase.span[0]):
            return []
        wider = next(
            (one.span for one in tree.names if one.kind == "PER" and one.span[1] == phrase.span[1]), phrase.span
        )
        extra = self._text[wider[0] : phrase.span[0]].split()
        if len(extra) == 1 and extra[0][0].isupper():  # "Dan Miller"
            phrase = replace(phrase, span=(wider[0], phrase.span[1]), name=(wider[0], phrase.span[1]))
            text = self._text[slice(*phrase.span)]
        role = role_of(tree, phrase.span)
        if "ORG" in kinds and "PER" not in kinds and self._parse.full_name(phrase) == text:
            return [
                Mention(phrase.span, phrase.span, text, "organisation", describe(text, self._day), role, True, phrase)
            ]
        if not self._is_person(phrase, text, kinds) or self._begins_with_act(phrase.span, tree):
            return []
        behind = self._title_behind(phrase.span[1])
        told = describe(self._text[slice(*behind)], self._day) if behind else NOTHING
        title = " ".join(self._text[slice(*behind)].split()) if behind else None
        return [Mention(phrase.span, phrase.span, text, "person", told, role, True, phrase, title, behind=behind)]

    def _is_person(self, phrase: NamePhrase, text: str, kinds: Set[str]) -> bool:
        if "LOC" in kinds and "PER" not in kinds:
            return False
        is_part = self._parse.full_name(phrase) != text or self._has_office_elsewhere(text)
        if not is_part and places.called(text) is not None:
            return False  # a name that is nobody's full name and a place's
        if "PER" in kinds and not (phrase.span[0] in self._heads and " " not in text):
            return True
        return self._parse.full_name(phrase) != text or self._has_office_elsewhere(text)

    def _has_office_elsewhere(self, name: str) -> bool:
        return any(
            phrase.head == "office"
            and phrase.name is not None
            and self._parse.same_person(self._text[slice(*phrase.name)], name)
            for phrase in self._parse.phrases
        )

    def _is_town(self, start: int) -> bool:
        """Whether a word before a name makes it a town's: "Desa Farkawn"."""
        before = self._text[max(0, start - 14) : start].split()[-1:]
        return bool(before) and before[0] in lexicons.by_role("town-word")

    def _is_ship(self, span: Span) -> bool:
        """Whether a name is a ship's: "USS Ronald Reagan", with the letters before it or without."""
        start, end = span
        near = [*self._text[max(0, start - 8) : start].split()[-1:], self._text[start:end].split()[0]]
        return not lexicons.by_role("ship").isdisjoint(near)

    def _title_behind(self, end: int) -> Span | None:
        """The office that stands behind a name and a comma: "Josep Borrell, kepala kebijakan luar negeri UE,"."""
        match = re.compile(r"\s*(?:\(\d+\)\s*)?,\s*(?:\d+ tahun,\s*)?(?:seorang\s+)?").match(self._text, end)
        if match is None:
            return None
        near = self._parse.phrases_within(match.end(), match.end() + 1)
        if near and near[0].head in {"office", "kin"} and near[0].name is None:
            rest = re.compile(r"(?:\s+(?!yang\b|itu\b)[\w.'-]+){0,7}(?=\s*[,.(]|\s+yang\b)").match(
                self._text, near[0].span[1]
            )
            return near[0].span[0], rest.end() if rest else near[0].span[1]
        return None

    def _organisation(self, phrase: NamePhrase, text: str, tree: Tree) -> list[Mention]:
        words = lexicons.words(text)
        body = bodies.at(words, 0, self._day)
        span = phrase.span
        if body and body.length == len(words):
            return self._named_body(span, body.value, tree, phrase)
        is_house = words[0] in _buildings() or (words[0] == "Markas" and words[1:2] != ["Besar"])
        if is_house and len(words) > 1 and not outlets.called(text):
            return self._inhabitants(span, tree)
        if outlets.called(text) or is_house or words[0].casefold() in _oneself():
            return []
        told = describe(text, self._day)
        is_vague = told.term is not None and told.term.term in _empty_heads()
        if is_vague and (len(words) == 1 or (text.islower() and told.country is None)) and not phrase.is_definite:
            return []
        if told.country is None:
            told = told._replace(country=self._state_behind(span[1], tree))
        behind = self._place_of_body(span[1], tree)
        if behind is not None and told.country is None:
            told = told._replace(country=describe(f"x di {self._text[slice(*behind)]}").country)
        is_proper = sum(word[0].isupper() for word in words) >= _FEWEST_NAME_WORDS
        clean = re.sub(r"\s*\([^()]*\)", "", " ".join(text.split()))
        role = role_of(tree, span)
        definite = phrase.is_definite or self._is_definite(span[1])
        leader = next((name for name in tree.names if name.kind == "PER" and span[0] < name.span[0] < span[1]), None)
        led = self._of_name(leader.span, "PER", tree) if leader else None  # "pemerintahan Aung San Suu Kyi"
        body_mention = Mention(span, span, clean, "organisation", told, role, is_proper, phrase, is_definite=definite)
        return [body_mention] if led is None else [body_mention, led]

    def _inhabitants(self, span: Span, tree: Tree) -> list[Mention]:
        """Whose a building is, who is no party unless an act is done to it: "kantor | polisi Nigeria"."""
        start = span[0] + _start_of_word(self._text[slice(*span)], 1)
        text = " ".join(self._text[start : span[1]].split())
        told = describe(text, self._day)
        if told.country is None and told.term is None:
            return []
        if not told.sectors:
            told = told._replace(sectors=("GOV",))
        inside = (start, span[1])
        return [Mention(inside, inside, text, "organisation", told, role_of(tree, span), False, is_said=True)]

    def _state_behind(self, end: int, tree: Tree) -> str | None:
        """The state behind a word that tells more of a body: "pasukan penjajah Rusia"."""
        match = re.compile(r"\s+[a-z-]+\s+(?=[A-Z])").match(self._text, end, tree.span[1])
        if match is None or match.group().strip() in lexicons.by_role("no-predicate"):
            return None
        word = next((one for one in tree.words if end <= one.span[0] < match.end()), None)
        if word is None or word.upos not in {"NOUN", "ADJ"}:
            return None
        words = lexicons.words(self._text[match.end() : match.end() + 40])
        found = states.at(words, 0) if words else None
        return found.value.code if found else None

    def _place_of_body(self, end: int, tree: Tree) -> Span | None:
        match = re.compile(r"\s+di\s+(?=[A-Z])").match(self._text, end, tree.span[1])
        if match is None:
            return None
        near = self._parse.phrases_within(match.end(), match.end() + 1)
        return near[0].span if near else None

    def _office(self, phrase: NamePhrase, text: str, kinds: Set[str], tree: Tree) -> list[Mention]:
        first_term = term_at(lexicons.words(text), 0)
        if first_term is not None and first_term.value.kind == "nobody":
            return []
        if phrase.name is not None:
            phrase = self._with_the_model(phrase, tree)
        told = describe(text[: phrase.name[0] - phrase.span[0]] if phrase.name else text, self._day)
        is_group = told.term is not None and told.term.kind == "group"
        if phrase.name is not None and (kinds == {"LOC"} or (is_group and "PER" not in kinds)):
            cut = phrase.span[0], phrase.name[0]
            span = phrase.span if is_group else (cut[0], cut[0] + len(self._text[slice(*cut)].rstrip()))
            return [self._described(span, describe(self._text[slice(*span)], self._day), phrase, tree)]
        if phrase.name is None:
            return [self._described(phrase.span, told, phrase, tree)]
        if told.term is not None and told.term.term in lexicons.by_role("of-place"):
            told = _of_town(text[: phrase.name[0] - phrase.span[0]], told)
        name_span = phrase.name
        slip = _misspelt_state(self._text[slice(*name_span)]) if told.country is None else None
        if slip is not None:
            told = told._replace(country=slip[0])
            name_span = (name_span[0] + slip[1], name_span[1])
        title = " ".join(self._text[slice(*phrase.title)].split()) if phrase.title else None
        served = phrase.title is not None and " ".join(self._text[slice(*phrase.title)].split()).casefold()
        if served in lexicons.by_role("of-person") and self._is_known_name(phrase, self._text[slice(*name_span)]):
            name = " ".join(self._text[slice(*name_span)].split())
            client = Mention(
                name_span, name_span, name, "person", NOTHING, "modifier", True, replace(phrase, span=name_span)
            )
            return [self._described((phrase.span[0], phrase.span[1]), told, None, tree), client]
        if phrase.head == "kin" and (kin := self._kin(phrase, name_span, tree)):
            return kin
        if phrase.head == "kin":
            title = " ".join(self._text[phrase.span[0] : phrase.name[0]].rstrip(", ").split())
        name = " ".join(self._text[slice(*name_span)].split())
        role = role_of(tree, phrase.span)
        return [Mention(name_span, phrase.span, name, "person", told, role, True, phrase, title)]

    def _kin(self, phrase: NamePhrase, name_span: Span, tree: Tree) -> list[Mention]:
        """Followers or kin without a name, and whose they are; none where the name may be theirs.

        "pendukung | Suu Kyi", "adik | pemimpin Korea Utara Kim Jong Un".
        """
        text = self._text[slice(*phrase.span)]
        first = text.split()[0]
        start = phrase.span[0] + len(first) + 1
        told = describe(self._text[start : name_span[0]], self._day)
        own = (phrase.span[0], start - 1)
        if first.casefold() in lexicons.by_role("followers"):
            name = " ".join(self._text[slice(*name_span)].split())
            whole = (start, phrase.span[1])
            return [
                self._described(own, describe(first, self._day), None, tree),
                Mention(name_span, whole, name, "person", told, "modifier", True, replace(phrase, span=whole), None),
            ]
        if "," in text or told.term is None or told.term.kind != "office":
            return []
        elite = Description(told.country, ("ELI",), None, None, False)
        name = " ".join(self._text[slice(*name_span)].split())
        whole = (start, phrase.span[1])
        return [
            Mention(own, own, " ".join(text.split()), "person", elite, role_of(tree, phrase.span), False),
            Mention(name_span, whole, name, "person", told, "modifier", True, replace(phrase, span=whole)),
        ]

    def _with_the_model(self, phrase: NamePhrase, tree: Tree) -> NamePhrase:
        """A title with its name as the model reads it.

        "Ketua DPR | Agung Laksono", though "agung" is a word of titles; "Gubernur Texas | Greg Abbott"; and no name in
        "warga Muzaffarabad".
        """
        name = phrase.name or phrase.span
        own = next((one for one in tree.names if one.kind == "PER" and _touch(one.span, name)), None)
        if own is not None and phrase.span[0] < own.span[0] < name[0] and own.span[1] >= name[1]:
            extra = self._text[own.span[0] : name[0]].split()
            if len(extra) == 1 and extra[0].casefold() in _qualifiers():
                return replace(phrase, name=(own.span[0], name[1]))
        if own is not None and name[0] < own.span[0] < name[1]:
            before = self._text[name[0] : own.span[0]].strip()
            if places.called(before) is not None or bodies.called(before) is not None:
                return replace(phrase, name=(own.span[0], name[1]))
        words = lexicons.words(self._text[slice(*name)])
        body = bodies.at(words, 0, self._day) if phrase.head == "office" else None
        if body is not None and body.length < len(words):  # "CEO Ryanair | Michael O'Leary"
            start = name[0] + _start_of_word(self._text[slice(*name)], body.length)
            return replace(phrase, name=(start, name[1]))
        body_name = next((one for one in tree.names if one.kind == "ORG" and _touch(one.span, name)), None)
        if own is None and body_name is not None and body_name.span[0] <= name[0] and body_name.span[1] > name[1]:
            return replace(phrase, name=None)  # "Sekretaris Jenderal Asosiasi Penambang Nikel Indonesia"
        text = self._text[slice(*name)]
        if (
            " " not in text
            and own is None
            and places.called(text) is not None
            and not self._is_known_name(phrase, text)
        ):
            return replace(phrase, name=None)
        return phrase

    def _is_known_name(self, phrase: NamePhrase, text: str) -> bool:
        return self._parse.full_name(phrase) != text

    def _described(self, span: Span, told: Description, phrase: NamePhrase | None, tree: Tree) -> Mention:
        """Somebody whom the text does not name: "pejabat AS", "presiden itu", "ribuan demonstran"."""
        name = re.sub(r"\s*\([^()]*\)$", "", " ".join(self._text[slice(*span)].split()))
        kind: ActorKind = "person" if told.term is not None and told.term.kind in {"office", "staff"} else "group"
        if told.term is not None and told.term.kind == "body":
            kind = "organisation" if name[0].isupper() else "group"
        told = _of_town(name, told)
        definite = (phrase is not None and phrase.is_definite) or self._is_definite(span[1])
        role = role_of(tree, span)
        return Mention(span, span, name, kind, told, role, False, phrase, is_definite=definite)

    def _is_definite(self, end: int) -> bool:
        return _points_back().match(self._text, end) is not None

    # ---- names that no table knows ---------------------------------------------------------------------------------

    def _of_name(self, span: Span, kind: str, tree: Tree) -> Mention | None:
        text = " ".join(self._text[slice(*span)].split())
        if kind == "LOC" or outlets.called(text) or states.called(text):
            return None
        words = lexicons.words(text)
        body = bodies.at(words, 0, self._day) if words else None
        if body and body.length == len(words):
            return next(iter(self._named_body(span, body.value, tree, None)), None)
        if self._is_ship(span):
            return None
        if kind == "ORG":
            span = self._with_state(self._without_head(span), tree)
            text = " ".join(self._text[slice(*span)].split())
            told = describe(text, self._day)
            role = role_of(tree, span)
            if not any(map(str.isupper, text)) or (told == NOTHING and role != "subject"):
                return None  # what only the model takes for a body: one that acts
            return Mention(span, span, text, "organisation", told, role, True)
        role = role_of(tree, span)
        is_known = holders.on(text, self._day) is not None  # "Zelensky"
        is_head_of_sentence = span[0] == tree.span[0] and len(words) == 1 and not is_known
        if not any(map(str.isupper, text)) or is_head_of_sentence or self._begins_with_act(span, tree):
            return None
        if " " not in text and places.called(text) is not None and not self._has_office_elsewhere(text):
            return None
        behind = self._title_behind(span[1])
        told = describe(self._text[slice(*behind)], self._day) if behind else NOTHING
        title = " ".join(self._text[slice(*behind)].split()) if behind else None
        return Mention(span, span, text, "person", told, role, True, title=title, behind=behind)

    def _begins_with_act(self, span: Span, tree: Tree) -> bool:
        """Whether what begins a sentence is an act and no name: "Penggempuran Aleppo"."""
        if span[0] not in self._heads:
            return False
        first = next((word for word in tree.words if word.span[0] == span[0]), None)
        return first is not None and is_act_noun(first.text, first.lemma)

    def _without_head(self, span: Span) -> Span:
        """A body's name without the first word of its sentence, where the rest is one: "Tekad | Hizbullah"."""
        first, _, rest = self._text[slice(*span)].partition(" ")
        is_body = span[0] in self._heads and bool(rest) and bodies.called(rest, self._day) is not None
        return (span[0] + len(first) + 1, span[1]) if is_body else span

    def _with_state(self, span: Span, tree: Tree) -> Span:
        """A body's name with the state behind it that the model left out: "Kementrian Kesehatan" + "Lebanon"."""
        near = self._parse.phrases_within(span[1], min(span[1] + 2, tree.span[1]))
        if near and near[0].head == "state" and self._text[span[1] : near[0].span[0]] == " ":
            return span[0], near[0].span[1]
        return span

    # ---- groups ----------------------------------------------------------------------------------------------------

    def _groups(self, tree: Tree, covered: list[Span]) -> Iterator[Mention]:
        """Groups told by a common noun that begins no phrase: "massa", "pria bersenjata"."""
        words = [word.text for word in tree.words]
        number = 0
        while number < len(words):
            word = tree.words[number]
            side, behind = self._side(tree, words, number, covered)
            if side is not None:
                yield side
                number = behind
                continue
            found = term_at(words, number) if word.upos in {"NOUN", "PROPN"} else None
            is_open = word.span[0] >= self._opening and not _overlaps(word.span, covered)
            is_house = word.text in _buildings() or word.text.casefold() in _oneself()
            is_house = is_house or (found is not None and found.value.kind == "nobody")
            is_house = is_house or _ends_a_state(words, number)
            is_head = found is not None and _is_head(tree, number, found.behind)
            is_owner = found is not None and not is_head and found.value.kind in {"body", "group"}
            if found is None or not is_open or is_house or not (is_head or is_owner):
                number += 1
                continue
            last = _last_modifier(tree, number, found.behind - 1, covered)
            span = (word.span[0], tree.words[last].span[1])
            mention = self._described(span, describe(self._text[slice(*span)], self._day), None, tree)
            mention.is_said = is_owner  # whose a thing is, is no party but to an act: "kapal | penjaga pantai China"
            yield mention
            number = last + 1

    def _side(self, tree: Tree, words: list[str], number: int, covered: list[Span]) -> tuple[Mention | None, int]:
        """Those of "pihak militer Myanmar", "pihak kepolisian", and the number of the word behind."""
        found = term_at(words, number + 1) if words[number].casefold() in lexicons.by_role("side-word") else None
        if found is None or found.value.kind not in {"body", "group"}:
            return None, number
        behind = found.behind
        state = states.at(words, behind) if behind < len(words) else None
        behind = state.behind if state is not None else behind
        start, end = tree.words[number].span[0], tree.words[behind - 1].span[1]
        inside = (tree.words[number + 1].span[0], end)
        if start < self._opening or _overlaps((start, tree.words[found.behind - 1].span[1]), covered):
            return None, number
        mention = self._described(inside, describe(self._text[slice(*inside)], self._day), None, tree)
        mention.whole = (start, end)
        mention.role = role_of(tree, mention.whole)
        return mention, behind

    def _is_state_of(self, before: Mention, mention: Mention) -> bool:
        """Whether a state stands right behind a body of which the text has told no state yet."""
        return (
            mention.kind == "state"
            and before.kind == "organisation"
            and before.told.country is None
            and before.told.term is not None
            and self._text[before.whole[1] : mention.whole[0]] == " "
        )

    def _with_their_names(self, found: list[Mention]) -> list[Mention]:
        """Join what somebody is to the name behind it: "layanan ambulans Magen David Adom", "pemberontak M23"."""
        kept: list[Mention] = []
        for mention in found:
            before = kept[-1] if kept else None
            if before is not None and self._is_state_of(before, mention):  # "Bea Cukai" + "China"
                before.told = before.told._replace(country=mention.told.country)
                before.span = before.whole = (before.whole[0], mention.whole[1])
                before.name = " ".join(self._text[slice(*before.span)].split())
                continue
            if len(kept) > 1 and self._is_title_of_body(kept[-2], kept[-1], mention):
                body = kept.pop()
                before = kept[-1]
                before.told = before.told._replace(country=before.told.country or body.told.country)
                mention.told, mention.title = before.told, before.name
                mention.whole = (before.whole[0], mention.whole[1])
                kept[-1] = mention
                continue
            depth = next((n for n in (1, 2) if len(kept) >= n and self._is_title_of(kept[-n], mention)), 0)
            if depth:
                title = kept[-depth]
                mention.told, mention.title = title.told, mention.title or title.name
                mention.whole = (title.whole[0], mention.whole[1])
                kept[-depth:] = [mention]
                continue
            joins = (
                before is not None
                and before.kind != "person"
                and not (before.is_proper and before.kind == "state")
                and before.told.term is not None
                and before.told.body is None
                and mention.is_proper
                and mention.kind == "organisation"
                and self._text[before.whole[1] : mention.span[0]] == " "
            )
            if joins and before is not None:
                told = mention.told
                if not told.sectors and told.country not in bodies.SUPRANATIONAL:
                    told = told._replace(sectors=before.told.sectors, term=told.term or before.told.term)
                mention.told = told._replace(country=told.country or before.told.country)
                mention.whole = (before.whole[0], mention.whole[1])
                mention.role = before.role
                kept[-1] = mention
            else:
                kept.append(mention)
        return kept

    def _is_title_of(self, before: Mention, mention: Mention) -> bool:
        """Whether a description and a comma introduce a name: "wakil kepala misi PBB di Kongo, Vivian van de Perre"."""
        if before.is_proper or before.kind != "person" or before.is_definite:
            return False
        if mention.kind != "person" or not mention.is_proper or mention.title:
            return False
        between = self._text[before.whole[1] : mention.span[0]]
        return bool(_between_title_and_name().fullmatch(between))

    def _is_title_of_body(self, title: Mention, body: Mention, mention: Mention) -> bool:
        """Whether a title with a body of its own introduces a name: "pengamat dari Universitas Gadjah Mada, Dimas"."""
        if title.is_proper or title.kind != "person" or body.kind != "organisation" or mention.title:
            return False
        if mention.kind != "person" or not mention.is_proper:
            return False
        first = self._text[title.whole[1] : body.whole[0]]
        second = self._text[body.whole[1] : mention.span[0]]
        return bool(re.fullmatch(r"\s+(?:dari|di|pada|untuk)\s+", first)) and bool(
            re.fullmatch(r"\s*(?:\([^()]*\))?\s*,?\s*", second)
        )

    # ---- acronyms --------------------------------------------------------------------------------------------------

    def _add_acronyms(self, found: list[Mention]) -> None:
        """Give each body the acronym in brackets behind it; behind "… di Lebanon (UNIFIL)" it is the body's."""
        for place, mention in enumerate(found):
            match = _ACRONYM_BEHIND.match(self._text, mention.whole[1])
            if match is None:
                inner = re.search(r"\(([A-Z][\w-]{1,11})\)$", self._text[slice(*mention.whole)])
                mention.acronym = inner.group(1) if inner and mention.kind == "organisation" else mention.acronym
                continue
            owner: Mention | None = mention
            if mention.kind == "state":
                is_own = states.called(match.group(1)) is not None
                before = found[place - 1] if place else None
                between = self._text[before.whole[1] : mention.span[0]].strip() if before else ""
                owner = None if is_own else before if between in {"di", "untuk", "bagi"} else None
            if owner is not None and owner.kind in {"organisation", "group"}:
                owner.acronym = match.group(1)


def _is_head(tree: Tree, first: int, behind: int) -> bool:
    """Whether a term is no mere modifier: "kapal perang" but not "komunitas nelayan"."""
    word = tree.words[first]
    if word.relation.split(":")[0] not in {"compound", "flat", "amod"}:
        return True
    if 0 < word.head <= len(tree.words) and tree.words[word.head - 1].text.casefold() in lexicons.by_role("beside"):
        return True  # "ke arah | massa"
    return word.head > first and word.head <= behind


def _last_modifier(tree: Tree, first: int, last: int, covered: list[Span]) -> int:
    """The last word of a group's description: adjectives, nouns and states that stand right behind and hang on it."""
    inside = {place + 1 for place in range(first, last + 1)}
    at = last + 1
    while at < len(tree.words):
        word = tree.words[at]
        hangs = word.head in inside and word.relation.split(":")[0] in {"amod", "compound", "nmod", "flat"}
        is_word = word.upos in {"ADJ", "NOUN", "PROPN"} and word.text[0].isalnum()
        if not (hangs and is_word) or word.relation in {"nmod:poss", "nmod:tmod"}:
            break
        if word.upos == "PROPN" and _overlaps(word.span, covered) and states.called(word.text) is None:
            break
        inside.add(at + 1)
        last = at
        at += 1
    return last


def _ends_a_state(words: list[str], number: int) -> bool:
    """Whether a word belongs to the name of a state that begins before it: "Amerika | Serikat"."""
    known = states.at(words, number - 1) if number else None
    return known is not None and known.length > 1


def _of_town(phrase: str, told: Description) -> Description:
    """What a phrase tells, with the state of the town in which it ends: "warga Muzaffarabad", "Gubernur Belgorod"."""
    if told.country is not None or told.term is None or told.term.kind not in {"group", "office", "people"}:
        return told
    words = phrase.split()
    for start in range(1, len(words)):
        behind = words[start:]
        known = places.called(" ".join(behind)) if all(word[0].isupper() for word in behind) else None
        if known is not None:
            return told._replace(country=known.country)
    return told


def _misspelt_state(name: str) -> tuple[str, int] | None:
    """The state that the first word of a name behind a title is a slip of, and where the name goes on behind it."""
    first, space, rest = name.partition(" ")
    if not rest or len(first) < SHORTEST_SLIP_LETTERS or states.called(first):
        return None
    near = [known for known in _single_state_names() if known[0] == first[0] and abs(len(known) - len(first)) <= 1]
    slip = difflib.get_close_matches(first, near, n=1, cutoff=STATE_LIKENESS)
    state = states.called(slip[0]) if slip else None
    return (state.code, len(first) + len(space)) if state else None


@cache
def _single_state_names() -> frozenset[str]:
    rows = lexicons.table("id/countries")
    return frozenset(
        term
        for row in rows
        for column in ("name", "aliases")
        for term in lexicons.several(row[column])
        if " " not in term and len(term) >= SHORTEST_SLIP_LETTERS
    )


def _overlaps(span: Span, others: list[Span]) -> bool:
    return any(_touch(span, other) for other in others)


def _touch(span: Span, other: Span) -> bool:
    return span[0] < other[1] and other[0] < span[1]


def _end_of_words(text: str, count: int) -> int:
    """Where the first so many words of a text end."""
    ends = [match.end() for match in re.finditer(r"[^\W_]+(?:['’ʼ‘.-](?=[^\W_])[^\W_]+)*", text)]
    return ends[min(count, len(ends)) - 1]


@cache
def _counterpart_before() -> re.Pattern[str]:
    """What tells a person by whose counterpart he is, before his name: "mitranya dari China," "sejawat Jermannya"."""
    words = lexicons.alternatives(lexicons.by_role("counterpart"))
    return re.compile(
        rf"\b(?:{words})(?:nya,?|\s+(?:[A-Z]\w+\s)?[A-Z]\w+nya,?|(?=\s+(?:dari|asal)\b))"
        r"(?:\s+(?:dari|asal)\s+(?P<state>[A-Z][\w' -]{1,30}?),?)?\s+$"
    )


@cache
def _between_title_and_name() -> re.Pattern[str]:
    """What may stand between a title and its name: where, a comma, or more words of the title."""
    return re.compile(
        r"(?:\s+(?:di|untuk|bagi|pada|dari)\s+[^,.;:\"“”]{2,60})?,\s+"
        r"|(?:\s+(?:[A-Z][\w.-]*|dan|untuk|bidang|urusan|pada|\([A-Z]+\)))+\s+"
    )


@cache
def _points_back() -> re.Pattern[str]:
    """What makes a phrase point back, behind a relative clause too: "kelompok yang berbasis di London itu"."""
    words = lexicons.alternatives(lexicons.by_role("definite"))
    return re.compile(rf"\s*(?:(?:yang|berusia|asal|berbasis)\b[^,.;\"“”\n]{{2,90}}?\s)?\s*(?:{words})\b")


@cache
def _buildings() -> frozenset[str]:
    """Bodies that in lower case are mostly their houses: "menyerbu kantor perdana menteri"."""
    return lexicons.by_role("building")


@cache
def _qualifiers() -> frozenset[str]:
    return lexicons.terms("id/offices", "term", kind="qualifier")


def _start_of_word(text: str, number: int) -> int:
    """Where the word of that number, counted from 0, begins in a text."""
    return [match.start() for match in re.finditer(r"[^\W_]+(?:['’ʼ‘.-](?=[^\W_])[^\W_]+)*", text)][number]


@cache
def _oneself() -> frozenset[str]:
    """Words by which a party speaks of itself: "pihaknya", "negaranya"."""
    return lexicons.by_role("oneself")


@cache
def _empty_heads() -> frozenset[str]:
    """Heads that alone name nobody: "kantor", "pusat"."""
    return lexicons.by_role("empty-head")


__all__ = ["Mention", "find"]
