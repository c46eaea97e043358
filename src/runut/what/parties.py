"""Who acts and who is acted upon, by the grammar around a predicate."""

from __future__ import annotations

from collections.abc import Iterable

from runut import lexicons
from runut.record import Actor
from runut.what.forms import is_object_noun
from runut.what.presence import Presence
from runut.what.syntax import Syntax
from runut.what.triggers import Hit

Parties = tuple[list[Actor], list[Actor]]
"""Those who act, and those acted upon."""


class PartyFinder:
    """Finds the parties of acts."""

    def __init__(self, presence: Presence) -> None:
        self._presence = presence

    def of(self, hit: Hit) -> Parties:
        """The parties of an act as the sentence names them."""
        actors, recipients = self._of_noun(hit) if hit.is_noun else self._of_verb(hit)
        if hit.sense.frame == "both":
            return _once([*actors, *recipients]), []
        recipients = [one for one in recipients if one not in actors]
        return actors, ([] if hit.sense.frame == "alone" else recipients)

    # ---- verbs ---------------------------------------------------------------------------------------------------

    def _of_verb(self, hit: Hit) -> Parties:
        syntax, number, frame = hit.syntax, hit.number, hit.sense.frame
        agent = syntax.agent(number, hit.voice)
        patient = self._patient(hit)
        if frame == "undergo":
            return self._undergone(hit, agent if agent is not None else patient)
        actors = self._who(syntax, agent)
        if frame == "both":
            others = [*self._who(syntax, patient), *self._behind(hit, "with-before")]
            return actors, others
        recipients: list[Actor] = []
        if patient is not None and frame != "alone":
            recipients = self._presence.parties(syntax, patient, owners=frame != "to")
            if frame == "to":
                recipients = [] if hit.consumed & {patient} else recipients
                recipients = recipients or self._behind(hit, "recipient-before")
                recipients = recipients or self._behind(hit, "taken-from")
                recipients = recipients or self._presence.parties(syntax, patient)
            recipients = [one for one in recipients if one not in actors]
        if not recipients and frame != "alone":
            recipients = self._behind(hit, "recipient-before", but=agent) or self._asked(hit)
        if not recipients and hit.sense.type == "ASSAULT":
            recipients = [one for one in self._at_whose(hit) if one not in actors]
        return actors, recipients

    def _at_whose(self, hit: Hit) -> list[Actor]:
        """Whose the place is at which an attack takes place: "di markas tentara", "di dekat konvoi polisi"."""
        syntax = hit.syntax
        for child in syntax.below[hit.number]:
            if syntax.case(child) == "di" and syntax.word(child).upos == "NOUN":
                return self._presence.parties(syntax, child)
        return []

    def _patient(self, hit: Hit) -> int | None:
        """What is acted upon; of words that stand together, "menembak jatuh", it may hang on any."""
        others = sorted(hit.consumed) if hit.sense.rest else []
        for base in (hit.number, *others):
            found = hit.syntax.patient(base, hit.voice if base == hit.number else "active")
            if found is not None:
                return found
        return None

    def _asked(self, hit: Hit) -> list[Actor]:
        """The subject of a complement: "mendesak | Israel menghentikan serangan"."""
        syntax = hit.syntax
        for child in syntax.below[hit.number]:
            if syntax.relation(child) in {"ccomp", "xcomp"}:
                subject = next((one for one in syntax.below[child] if syntax.relation(one) == "nsubj"), None)
                if subject is not None:
                    return self._who(syntax, subject)
        return []

    def _undergone(self, hit: Hit, undergoer: int | None) -> Parties:
        syntax, number = hit.syntax, hit.number
        roles = ("actor-before", "taken-from", "cause-before")
        by = next((found for role in roles if (found := self._behind_all(syntax, [number], role))), [])
        return by, self._who(syntax, undergoer)

    # ---- nouns ---------------------------------------------------------------------------------------------------

    def _of_noun(self, hit: Hit) -> Parties:
        syntax, number, frame = hit.syntax, hit.number, hit.sense.frame
        undergone = hit.is_light and syntax.text(hit.top) in lexicons.by_role("light-undergo")
        bare = self._bare(syntax, hit)
        by = self._behind(hit, "actor-before")
        source = self._behind(hit, "taken-from")
        to = self._behind(hit, "recipient-before")
        together = self._behind(hit, "with-before")
        between = self._between(hit)
        if between:
            return between, []
        leading = self._who(syntax, syntax.agent(hit.top, hit.top_voice)) if hit.is_light else []
        if frame == "to":
            return (leading or by or bare), (to or source)
        by = by or source
        if undergone and frame != "both":
            return (by or bare), leading
        if frame == "both":
            return [*leading, *bare, *by], together or to
        takes_object = frame == "of" or (is_object_noun(syntax.text(number)) and frame not in {"agent", "undergo"})
        if takes_object:
            actors = leading or by
            if frame == "alone":
                return actors or bare, []
            return actors, (bare or to)
        if frame == "undergo":
            return (by or self._behind_all(syntax, [number], "cause-before")), (leading or bare or to)
        if leading:
            return leading, (to or together or bare)
        return (by or bare), (to or (together if not by else []))

    def _bare(self, syntax: Syntax, hit: Hit) -> list[Actor]:
        found: list[Actor] = []
        for child in syntax.bare(hit.number):
            found += [one for one in self._presence.parties(syntax, child) if one not in found]
        return found

    def _between(self, hit: Hit) -> list[Actor]:
        """Both of "antara Rusia dan Ukraina"."""
        syntax = hit.syntax
        for base in {hit.number, hit.top}:
            for child in syntax.below[base]:
                if syntax.case(child) in {"antara", "antar"}:
                    return self._presence.parties(syntax, child)
        return []

    # ---- both ------------------------------------------------------------------------------------------------------

    def _who(self, syntax: Syntax, number: int | None) -> list[Actor]:
        return self._presence.parties(syntax, number)

    def _behind(self, hit: Hit, role: str, *, but: int | None = None) -> list[Actor]:
        bases = [hit.number, *(base for base in (hit.top, *sorted(hit.consumed)) if base != hit.number)]
        if hit.is_noun:  # "gempuran rudal Rusia | terhadap Ukraina", where the last hangs on any noun before it
            for base in bases:
                bases += [child for child in hit.syntax.bare(base) if child not in bases]
        return self._behind_all(hit.syntax, bases, role, but=but)

    def _behind_all(self, syntax: Syntax, bases: Iterable[int], role: str, *, but: int | None = None) -> list[Actor]:
        found: list[Actor] = []
        for base in bases:
            for child in syntax.behind(base, role):
                if child != but:
                    found += [one for one in self._presence.parties(syntax, child) if one not in found]
        return found


def _once(actors: list[Actor]) -> list[Actor]:
    found: list[Actor] = []
    for actor in actors:
        if actor not in found:
            found.append(actor)
    return found
