"""How a party stands in an Arabic sentence: as the doer of an attack, as what is struck, as who holds a place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sijil.rules import load
from sijil.steps.languages.ar.deeds import (
    AND,
    ANY,
    BREAK,
    END,
    NEAR,
    STEPS,
    deed_of,
    deeds,
    manner,
    near,
    noun_before,
    times,
)
from sijil.steps.languages.ar.party_names import Party
from sijil.steps.languages.ar.party_nouns import noun_of, of
from sijil.steps.languages.ar.phrases import Phrases
from sijil.steps.languages.ar.said import verb_of
from sijil.steps.languages.ar.speaker_names import head_of, listed
from sijil.steps.languages.ar.text import Sentence, Word
from sijil.steps.languages.ar.verbs import Form

#: Words of what stands between a party and its verb.
ASIDE = 10


def role(sentence: Sentence, party: Party) -> str:
    """ "by", "noun" or "subject" for a doer, "target", "holds", "speaks", or "named" where nothing tells."""
    for told in (_led, _with, _owner, _after_noun, _after_verb):
        if found := told(sentence, party):
            return found
    if _struck(sentence, party):
        return "target"
    if _acts(sentence, party) or _speaks_of_deeds(sentence, party):
        return "subject"
    return "speaks" if _speaks(sentence, party) else "named"


@cache
def _leads() -> Phrases[str]:
    rules = load("ar/actors")["by"]
    lists = (("by", "words"), ("from", "from"), ("places", "places"), ("holds", "holds"))
    return Phrases((words, meaning) for meaning, name in lists for words in rules[name])


def _led(sentence: Sentence, party: Party) -> str:
    """The role that words right before the party give it: "على يد", "من مناطق سيطرة", "اشتباكات بين"."""
    words, first = sentence.words, party.first
    if first == 0:
        return ""
    before = words[first - 1].key
    if before == "بين":
        return "by" if party.last > first and near(words, first - 1, of("sides")) else ""
    arm = party.noun.kind == "platform" and near(words, first - 1, of("nouns"))
    if before == "من" and (arm or noun_before(words, first - 1)):
        return "noun"
    hit = _leads().before(words, first, 5)
    if hit is None:
        return ""
    if hit.meaning == "by":
        return "by"
    here = [word.key for word in words[max(0, hit.first - 2) : hit.first + 1]]
    if "من" in here and near(words, hit.first, of("nouns")) or not of("by", "source").isdisjoint(here):
        return "noun"
    return "" if hit.meaning == "places" else "holds"


def _with(sentence: Sentence, party: Party) -> str:
    """ "بطائرة مسيرة": with what it was done stands for who did it."""
    with_it = party.noun.kind == "platform" and party.lead.endswith("ب")
    return "by" if with_it and near(sentence.words, party.first, of("nouns") | of("nouns", "unsure")) else ""


def _owner(sentence: Sentence, party: Party) -> str:
    """Whose the arm is of which it is told apart ("طائرة، يُرجّح أنها تابعة للتحالف")."""
    words, first = sentence.words, party.first
    owned = party.lead in ("ل", "لل") and first > 0 and words[first - 1].key in of("tails", "owned")
    arm = owned and any(
        (known := noun_of(w)) and known[1].kind == "platform" for w in words[max(0, first - NEAR) : first]
    )
    return "noun" if arm else ""


def _after_noun(sentence: Sentence, party: Party) -> str:
    """A noun of attack before the party ("قصف قوات النظام"); "استهداف" needs what is struck behind it."""
    if party.first == 0 or party.lead not in ("", "ل", "لل"):
        return ""
    noun = noun_before(sentence.words, party.first)
    if noun in of("nouns", "unsure") and not party.lead:
        return "noun" if _has_object(sentence, party.last + 1) else "target"
    return "noun" if noun else ""


def _has_object(sentence: Sentence, at: int) -> bool:
    """Whether a noun follows that can be what is struck: "استهداف جيش الاحتلال محيط المدينة"."""
    if at >= len(sentence.words) or END.search(sentence.words[at].gap):
        return False
    key = sentence.words[at].key
    return key not in listed("", "prepositions", "ar/grammar") and not key.startswith("ب")


def _after_verb(sentence: Sentence, party: Party) -> str:
    """The subject behind its verb ("قصفت قوات النظام"), or what a subject before the verb struck."""
    words = sentence.words
    if party.lead:
        return ""
    for i in range(party.first - 1, max(-1, party.first - 2 - STEPS), -1):
        if (form := deed_of(words[i])) is not None:
            return _by_verb(sentence, party, i, form)
        if not _adverb(words, i):
            return ""
    return ""


def _by_verb(sentence: Sentence, party: Party, at: int, form: Form) -> str:
    direct = at == party.first - 1
    if form.object:
        return "by" if direct else ""
    if not direct and END.search(sentence.words[at + 1].gap):
        return ""
    if party.noun.gender not in ("any", form.who) and form.who != "they" or _has_subject(sentence, at):
        return "target" if direct else ""
    return "subject"


def _adverb(words: Sequence[Word], at: int) -> bool:
    """Whether a word may part a verb from its subject: a time, or "with ..." and its adjectives."""
    word = words[at]
    if word.key in times() or word.key in of("steps") or word.key[:1].isdigit():
        return True
    if word.key.startswith("ب") and len(word.stems) > 1:
        return True
    return at > 0 and word.key.startswith("ال") and words[at - 1].key.startswith("ب")


def _has_subject(sentence: Sentence, at: int) -> bool:
    """Whether the verb at word `at` has its subject before it: a noun of attack or a party in the same clause."""
    words, verb = sentence.words, sentence.words[at]
    if at == 0 or _new_clause(verb) or BREAK.search(verb.gap):
        return False
    for i in range(at - 1, max(-1, at - 1 - STEPS), -1):
        if head_of(words[i], of("nouns"), ANY) or noun_of(words[i]):
            return True
        stepped = words[i].key in times() or words[i].key in of("steps") or head_of(words[i], manner(), ("", "ال"))
        if not stepped or BREAK.search(words[i].gap):
            return False
    return False


def _new_clause(verb: Word) -> bool:
    """Whether "and" is written together with a verb."""
    return verb.key[:1] in ("و", "ف") and len(verb.stems) > 1


def _acts(sentence: Sentence, party: Party) -> bool:
    """The subject before its verb ("قوات النظام تقصف") or before what it set out to do ("قسد بشن حملة")."""
    words, at = sentence.words, party.last + 1
    before = words[party.first - 1].key if party.first else ""
    if party.lead not in ("", "و", "ف") or before in of("struck"):
        return False
    if at < len(words) and not BREAK.search(words[at].gap) and _deed(words, party.first, at):
        return True
    for i in range(_behind_aside(sentence, at), min(at + STEPS + ASIDE, len(words))):
        if END.search(words[i].gap):
            return False
        if (form := deed_of(words[i])) is not None:
            return not form.object and not _new_clause(words[i])
        if not (words[i].key in times() or words[i].key in of("steps")):
            return False
    return False


def _deed(words: Sequence[Word], first: int, at: int) -> bool:
    """Whether word `at` is what the party before it set out to do: "نية قسد بشن حملة", "اتهمت قسد باستهداف ..."."""
    accused = near(words, first, of("deeds", "accused"), 2 * NEAR)
    with_by = of("deeds") if accused else of("deeds", "by")
    return bool(head_of(words[at], of("deeds"), ("",)) or head_of(words[at], with_by, ("ب", "بال")))


def _behind_aside(sentence: Sentence, at: int) -> int:
    """Where the sentence goes on behind "..., التابعة لـ ...," or "stationed in ..."; else `at`."""
    words = sentence.words
    if at < len(words) and words[at].key in of("tails", "stationed"):
        return next((i for i in range(at + 1, min(at + ASIDE, len(words))) if deed_of(words[i])), at)
    if at >= len(words) or words[at].key not in of("tails") or not BREAK.search(words[at].gap):
        return at
    closing = (i for i in range(at + 1, min(at + ASIDE, len(words))) if BREAK.search(words[i].gap))
    return next(closing, at)


def _speaks_of_deeds(sentence: Sentence, party: Party) -> bool:
    """Whether the party tells of a deed of its own: "الجيش: نفذنا غارة", "القيادة تعلن اغتيال"."""
    words, at = sentence.words, party.last + 1
    if at < len(words) and ":" in words[at].gap:
        said = words[at].key
        return said.endswith("نا") and said[:-2] in deeds()
    around = words[max(0, party.first - 1) : party.first] + words[at : at + 3]
    claims = any(head_of(word, of("claims"), AND) for word in around)
    return claims and any(head_of(word, of("deeds"), ("", "ال")) for word in words[at : at + 3])


def _speaks(sentence: Sentence, party: Party) -> bool:
    """Whether the party is the subject of a verb of saying beside it, or stands before a colon."""
    words, at = sentence.words, party.last + 1
    if at < len(words) and (":" in words[at].gap or verb_of(words[at]) is not None):
        return True
    return party.first > 0 and not party.lead and verb_of(words[party.first - 1]) is not None


def _struck(sentence: Sentence, party: Party) -> bool:
    """Whether the party is what is struck, or its people or places are ("سيارة عسكرية لقوات الحدود")."""
    words, at = sentence.words, party.first - 1
    if at >= 0 and words[at].key in of("struck"):
        return True
    if at > 0 and words[at].key in of("struck", "over"):
        at -= 1
    for word in words[max(0, at - 2) : at + 1][::-1]:
        if head_of(word, of("struck", "nouns"), ANY):
            return True
        if not (head_of(word, manner(), ("", "ال")) or word.key.startswith("ال")):
            return False
    return False
