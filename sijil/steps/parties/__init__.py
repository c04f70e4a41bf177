"""Who the parties and speakers are: names, camps and allegiances on a day, by rules/parties and rules/speakers."""

from sijil.steps.parties.check import check
from sijil.steps.parties.claims import country_of, day_of, resolve_parties, usual_country
from sijil.steps.parties.mentioned import mentioned
from sijil.steps.parties.party import party_of
from sijil.steps.parties.rows import camp_names, known_parties, known_party
from sijil.steps.parties.speakers import allegiance, canonical_speaker, speaker_kind
from sijil.steps.parties.voice import Voice, camps

__all__ = [
    "Voice", "allegiance", "camp_names", "camps", "canonical_speaker", "check", "country_of", "day_of", "known_parties",
    "known_party", "mentioned", "party_of", "resolve_parties", "speaker_kind", "usual_country",
]  # fmt: skip
