"""Corrected places and parties: of one claim, or always where the same words stand, in later reports too.

The judgement holds the whole record that a person chose, so that what follows from it needs no gazetteer and stays the
same. Its value is {"at": place} or {"place": null} (no place at all), {"party": party} or {"side_party": party}; with
"always" it is a rule: {"place": words} or {"place": words, "within": words} for places, {"party": words} for parties.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeVar

from sijil.errors import BadInput
from sijil.model.claim import Claim
from sijil.model.judgement import Judgement
from sijil.model.party import Party
from sijil.model.place import Place
from sijil.record import from_plain, to_plain
from sijil.steps.parties import day_of
from sijil.steps.parties.rows import on, parties
from sijil.steps.places.names import exact_key

Target = Literal["place", "actor", "side"]
Scope = Literal["claim", "always", "within"]

#: The fields of a correction that decide what a claim's place, actor or side was resolved to.
DECIDING: dict[Target, frozenset[str]] = {
    "place": frozenset({"place", "within", "at"}),
    "actor": frozenset({"actor", "party"}),
    "side": frozenset({"side", "side_party"}),
}
R = TypeVar("R")
Rules = Mapping[tuple[str, str], Sequence[Judgement]]


@dataclass(frozen=True, slots=True)
class Correction:
    """A judgement that decides the place, actor or side of a claim. `words` are the report's, as they were read."""

    target: Target
    judgement: Judgement
    words: str = ""

    @property
    def always(self) -> bool:
        """Whether it holds by the claim's words, not for this claim alone."""
        return is_rule(self.judgement)

    @property
    def note(self) -> str:
        """What the claim says of it: "place corrected by Rana, always for these words: the one in Homs"."""
        scope = ", always for these words" if self.always else ""
        what = "place" if self.target == "place" else "party"
        return f"{what} corrected by {self.judgement.who}{scope}: {self.judgement.reason}"


def words_of(claim: Claim, target: Target) -> str:
    """The report's words that a target was resolved from; "" for none. A claim without a place has the larger one's."""
    return (claim.place or claim.within if target == "place" else getattr(claim, target)) or ""


def value_of(claim: Claim, target: Target, chosen: Place | Party | None, scope: Scope = "claim") -> dict[str, object]:
    """The value of a judgement that gives `claim` (as read) another place or party; None: its words are no place.

    "within" is always, but only where the same larger place is named. Raises BadInput where a rule lacks its words.
    """
    plain, words = to_plain(chosen) if chosen else None, words_of(claim, target)
    if scope == "claim":
        of_place = "at" if chosen else "place" if claim.place else "within"
        return {{"place": of_place, "actor": "party", "side": "side_party"}[target]: plain}
    if not words:
        raise BadInput(
            claim.id, f"has no words for its {target} that other reports could have too", "correct this claim"
        )
    if target != "place":
        return {"party": plain, "always": {"party": words}}
    if scope == "within" and not (claim.place and claim.within):
        raise BadInput(claim.id, "names no larger place beside its place", "leave that limit out")
    limit = {"within": claim.within} if scope == "within" else {}
    return {"at" if chosen else "place": plain, "always": {"place": words, **limit}}


def is_rule(judgement: Judgement) -> bool:
    """Whether a correction holds always, for all claims with its words."""
    return judgement.verb == "correct" and "always" in judgement.value


def rules_of(judgements: Iterable[Judgement]) -> Rules:
    """The rules among standing judgements, oldest first, by ("place" or "party", key of the words).

    Raises BadInput for a rule that names no words, or decides anything but one place or party: even where no claim has
    its words yet, a later report may.
    """
    found: dict[tuple[str, str], list[Judgement]] = {}
    for judgement in filter(is_rule, judgements):
        kind = _decides(judgement)
        always = judgement.value["always"]
        words = always.get(kind) if isinstance(always, dict) else None
        if not isinstance(words, str) or not words.strip():
            raise BadInput(judgement.subject, f"a correction that holds always names the {kind}'s words it is for")
        found.setdefault((kind, key(words)), []).append(judgement)
    return found


def _decides(rule: Judgement) -> str:
    value = {field: item for field, item in rule.value.items() if field != "always"}
    if value == {"place": None}:
        return "place"
    for field, kind, record in (("at", "place", Place), ("party", "party", Party)):
        if value.keys() == {field}:
            _record(record, rule.subject, value[field])
            return kind
    raise BadInput(rule.subject, "what is corrected always is one place or one party", "correct other fields by claim")


def key(words: str | None) -> str:
    """What makes words the same: case, marks and hyphens do not count."""
    return exact_key(words or "") or (words or "").casefold()


def same_words(claims: Iterable[Claim], claim: Claim, target: Target) -> tuple[Claim, ...]:
    """The claims (as read) that a rule for the words of `claim` is for, whatever larger place they name."""
    words = key(words_of(claim, target))
    targets: tuple[Target, ...] = ("place",) if target == "place" else ("actor", "side")
    return tuple(c for c in claims if words and any(key(words_of(c, one)) == words for one in targets))


def holding(claim: Claim, own: Sequence[Judgement], rules: Rules) -> tuple[Correction, ...]:
    """The corrections that decide the place, actor and side of a claim as read, at most one each.

    `own` are the claim's own standing judgements, oldest first: the last of them wins, and each wins over any rule. Of
    the rules that fit, the last wins.
    """
    found: list[Correction] = []
    if not own and not rules:
        return ()
    for target, fields in DECIDING.items():
        mine = [j for j in own if j.verb == "correct" and not is_rule(j) and fields & set(j.value)]
        decided = mine[-1] if mine else _rule_for(claim, target, rules)
        if decided:
            found.append(Correction(target, decided, words_of(claim, target)))
    return tuple(found)


def _rule_for(claim: Claim, target: Target, rules: Rules) -> Judgement | None:
    words = words_of(claim, target)
    kind = "place" if target == "place" else "party"
    found = rules.get((kind, key(words)), ()) if words and rules else ()
    return next((rule for rule in reversed(found) if _inside(claim, rule)), None)


def _inside(claim: Claim, rule: Judgement) -> bool:
    """Whether the claim names the larger place that a rule asks for, where it asks for one."""
    always: Any = rule.value["always"]
    return "within" not in always or key(always["within"]) == key(claim.within if claim.place else "")


def by_rule(claim: Claim, correction: Correction) -> Claim:
    """The claim, as a rule leaves it: its words stay, what they were resolved to changes."""
    value = correction.judgement.value
    if correction.target == "place":
        if "at" in value:
            return replace(claim, at=placed(claim, value["at"]))
        return replace(claim, place=None, at=None, within=claim.within if claim.place else None)
    party = sided(claim, correction.target, value["party"])
    return replace(claim, party=party) if correction.target == "actor" else replace(claim, side_party=party)


def placed(claim: Claim, plain: object) -> Place | None:
    """The place of a correction, under the claim's own words, with the readings that it had before beside it."""
    if not plain:
        return None
    place = _record(Place, claim.id, plain)
    others = place.candidates or (claim.at.candidates if claim.at else ())
    return replace(place, raw=words_of(claim, "place") or place.raw, candidates=others)


def sided(claim: Claim, target: Target, plain: object) -> Party | None:
    """The party of a correction, under the claim's own words, with its name and camp of the claim's day."""
    if not plain:
        return None
    party = _record(Party, claim.id, plain)
    row = parties().get(party.id)
    if row:
        state = on(row, day_of(claim, claim.report_day))
        party = replace(party, name=state.name, kind=state.kind, side=state.side)
    return replace(party, raw=words_of(claim, target) or party.raw)


def _record(kind: type[R], subject: str, plain: object) -> R:
    try:
        return from_plain(kind, plain)
    except (TypeError, ValueError) as error:
        raise BadInput(subject, f"the correction cannot be used: {error}") from error


def in_words(value: Mapping[str, Any]) -> str:
    """A correction's value for people: "place Homs, Syria, always for “Mansura”", "low 4, group children"."""
    parts = [_field_in_words(field, item) for field, item in value.items() if field != "always"]
    always = value.get("always")
    if isinstance(always, dict):
        words, limit = always.get("place") or always.get("party"), always.get("within")
        parts.append(f"always for “{words}”" + (f" in “{limit}”" if limit else ""))
    return ", ".join(parts)


def _field_in_words(field: str, item: Any) -> str:
    names = {"at": "place", "side_party": "side"}
    if field == "claim" and isinstance(item, dict):
        return f"claim {item.get('number', '')}, {item.get('kind', '')}"
    if isinstance(item, dict):
        chain = [str(item.get("name", "")), *reversed(item.get("admin", []))] if item.get("id") else ["not known"]
        return f"{names.get(field, field)} {', '.join(dict.fromkeys(chain))}"
    return f"no {field}" if item is None else f"{field} {item}"
