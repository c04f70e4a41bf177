"""In which state a page showed a thing that people judge, and what became of it since."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from sijil.model.claim import Claim
from sijil.model.incident import Assessment, Incident
from sijil.model.judgement import CHANGELESS, Judgement
from sijil.steps.corrections import is_rule
from sijil.steps.judge import corrections, standing
from sijil.steps.link.heirs import Leads
from sijil.steps.tally.findings import Findings


@dataclass(frozen=True, slots=True)
class Whole:
    """An incident with all that decisions on it rest on."""

    incident: Incident
    assessment: Assessment | None
    claims: tuple[Claim, ...]


Thing = Claim | Whole | Judgement


@dataclass(frozen=True)
class States:
    """The states of all claims, incidents and judgements at one moment; `states(id)` is that of one.

    A state is "12-9f86d081884c-I-c1": the number of the register's last judgement then, a hash, and the id asked for.
    Two are the same where their hashes are. Records are hashed as Python writes them: the same in every process of one
    version of Sijil, and what a page of another version showed counts as changed.
    """

    findings: Findings
    leads: Leads
    judgements: tuple[Judgement, ...]
    read: Mapping[str, Sequence[Claim]]  # by report, as read: a correction "always" is for the words that were read

    def __call__(self, subject: str) -> str:
        """The state of what has the id `subject`; also of what there is not (a claim that was rejected)."""
        last = self.judgements[-1].id if self.judgements else 0
        return f"{last}-{self.mark(subject)}-{subject}"

    def mark(self, subject: str) -> str:
        """The hash alone: the same for as long as nobody changes what has the id.

        Of an incident's claims counts what they say, not that somebody accepted them.
        """
        found = thing = self.thing(subject)
        ids = {subject}
        if isinstance(thing, Whole):
            ids.add(thing.incident.id)
            found = replace(thing, claims=tuple(replace(claim, confidence=0.0, notes=()) for claim in thing.claims))
        numbers = sorted({number for id_ in ids for number in self._deciding.get(id_, ())})
        return hashlib.sha256(repr((numbers, found)).encode("utf-8", "surrogatepass")).hexdigest()[:12]

    def thing(self, subject: str) -> Thing | None:
        """The claim as people left it, the incident that the id leads to, or the judgement where it holds."""
        if to := self.leads.of(subject):
            incident, known = self._incidents[to[0]], self.findings.by_id()
            own = tuple(known[id_] for id_ in incident.claims if id_ in known)
            return Whole(incident, self.findings.assessments.get(incident.id), own)
        return self._standing.get(subject) if subject.isdigit() else self.findings.by_id().get(subject)

    def since(self, shown: str) -> tuple[Judgement, ...]:
        """The judgements that came after a page showed something in the state `shown` and are about it, its claims, or
        what was decided on either; the oldest first. None where reports that came in changed it."""
        number, _, subject = parts(shown)
        concerns = self._concerning(subject)
        found, ids = [], set[str]()
        for row in self.judgements:
            if concerns(row) or row.verb == "withdraw" and row.subject in ids:
                ids.add(str(row.id))
                if row.id > number and row.verb not in CHANGELESS:
                    found.append(row)
        return tuple(found)

    def _concerning(self, subject: str) -> Callable[[Judgement], bool]:
        """Whether a judgement is about a thing, its claims, those that left it, or the words of any of these."""
        thing = self.thing(subject)
        own = thing.claims if isinstance(thing, Whole) else (thing,) if isinstance(thing, Claim) else ()
        claims = {claim.id for claim in own}
        ids = {subject, *claims} | ({thing.incident.id} if isinstance(thing, Whole) else set())
        read = [one for doc in {claim.doc for claim in own} for one in self.read.get(doc, ()) if one.id in claims]

        def concerns(row: Judgement) -> bool:
            about = {*named(row), *(row.seen if isinstance(thing, Whole) else ())}
            return not ids.isdisjoint(about) or is_rule(row) and bool(corrections(read, [row]))

        return concerns

    @cached_property
    def _incidents(self) -> Mapping[str, Incident]:
        return {one.id: one for one in self.findings.incidents}

    @cached_property
    def _standing(self) -> Mapping[str, Judgement]:
        return {str(row.id): row for row in standing(self.judgements)}

    @cached_property
    def _deciding(self) -> Mapping[str, Sequence[int]]:
        found: dict[str, list[int]] = {}
        for row in self._standing.values():
            for subject in () if row.verb in CHANGELESS else named(row):
                found.setdefault(subject, []).append(row.id)
        return found


def parts(state: str) -> tuple[int, str, str]:
    """The number, the hash and the id of a state; ("0", "", "") for a text that is none."""
    number, _, rest = state.partition("-")
    found, _, subject = rest.partition("-")
    return (int(number), found, subject) if number.isdigit() and subject else (0, "", "")


def same(one: str, other: str) -> bool:
    """Whether two states of one thing are the same."""
    return parts(one)[1:] == parts(other)[1:]


def named(row: Judgement) -> tuple[str, ...]:
    """What a judgement is about: one id, or two where it holds a thing against another."""
    other = row.value.get("with") if row.verb != "correct" else None
    return (row.subject, other) if isinstance(other, str) else (row.subject,)


def at_once(row: Judgement, judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that were recorded together with one: of the same moment, person, verb and reason."""
    return tuple(
        one for one in judgements
        if (one.when, one.who, one.verb, one.reason) == (row.when, row.who, row.verb, row.reason)
    )  # fmt: skip
