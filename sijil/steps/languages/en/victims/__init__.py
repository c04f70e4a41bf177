"""What the words around a mention of people say was done to them.

Each reading looks at one pattern and answers with a Harm or None; the first that answers decides. The order was found
on the annotated train reports: what stands next to the number is surer than the parse, which is thrown off where
reports have lost their commas.
"""

from __future__ import annotations

from sijil.steps.languages.en.harm import Harm
from sijil.steps.languages.en.mentions import Mention
from sijil.steps.languages.en.victims.beside import harm_noun, left_dead, modifier, verb_before
from sijil.steps.languages.en.victims.parsed import parsed
from sijil.steps.languages.en.victims.predicate import predicate_after
from sijil.steps.languages.en.victims.tolls import among, lives, toll

READINGS = (harm_noun, verb_before, toll, predicate_after, modifier, lives, left_dead, among, parsed)


def harm_of(mention: Mention) -> Harm | None:
    """The harm that the sentence tells of the people mentioned, or None where it tells of none."""
    for reading in READINGS:
        if found := reading(mention):
            return found
    return None
