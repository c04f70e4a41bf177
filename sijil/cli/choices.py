"""Places and parties that a person names on the command line, for a correction."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from sijil.errors import BadInput
from sijil.model.claim import Claim
from sijil.model.party import Party
from sijil.model.place import Place
from sijil.steps.corrections import Scope, Target, value_of, words_of


@dataclass(frozen=True, slots=True)
class Choices:
    """What `sijil review correct` was told beside FIELD=VALUE: ids or names, and how far they hold."""

    place: str
    party: str
    side: str
    always: bool
    within: bool

    @property
    def targets(self) -> dict[Target, str]:
        """What is to be corrected, with the words given for it."""
        given: dict[Target, str] = {"place": self.place, "actor": self.party, "side": self.side}
        return {target: words.strip() for target, words in given.items() if words.strip()}

    @property
    def scope(self) -> Scope:
        """How far it holds."""
        return "within" if self.within else "always" if self.always else "claim"


def value(claim_id: str, fields: dict[str, object], choices: Choices, register: Path | None) -> dict[str, object]:
    """The value of a correction. Raises BadInput for ids that nothing has, and for rules that cannot be."""
    chosen = choices.targets
    if not fields and not chosen:
        raise BadInput(claim_id, "nothing to correct", "give FIELD=VALUE, --place ID or --party ID")
    if choices.scope != "claim" and (fields or len(chosen) > 1 or not chosen):
        raise BadInput("--always", "is for one place or one party alone", "give --place ID or --party ID and no field")
    if not chosen:
        return fields
    read = _read(claim_id, register)
    for target, words in chosen.items():
        record = place(read, words) if target == "place" else party(words_of(read, target), words)
        fields = fields | value_of(read, target, record, choices.scope)
    return fields


def _read(claim_id: str, register: Path | None) -> Claim:
    from sijil import queries
    from sijil.register import Register

    with Register.open(register, create=False) as opened:
        return queries.read_claim(opened, claim_id)


def place(claim: Claim, id_: str) -> Place | None:
    """The place with this id under the claim's words; None for "none". Raises BadInput where the gazetteer has none."""
    from sijil.steps.places.chosen import chosen, not_known
    from sijil.steps.places.gazetteer import Gazetteer

    words = words_of(claim, "place")
    if id_ == "none":
        return None
    if id_ == "unknown":
        return not_known(words)
    gazetteer = Gazetteer.open()
    entry = gazetteer.get(id_)
    if entry is None:
        raise BadInput(f"--place {id_}", "no place has this id", "look it up: sijil places find NAME")
    return chosen(words, entry, gazetteer)


def party(words: str, named: str) -> Party:
    """The party with this id or name. Raises BadInput for an unknown one, with what it may have meant."""
    from sijil.steps.parties import known_parties, known_party

    if named == "unknown":
        return Party(words, "", words)
    if found := known_party(named):
        return found
    known = {word.casefold(): one for one in known_parties() for word in (one.id, one.name)}
    close = get_close_matches(named.casefold(), known, n=3)
    advice = (
        f"did you mean {', '.join(known[word].id for word in close)}?" if close else "list them: sijil review parties"
    )
    raise BadInput(named, "no party has this id or name", advice)
