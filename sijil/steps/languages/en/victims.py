"""What the words around a mention of people say was done to them: the readings in the order in which they are tried.

Each reading looks at one pattern and answers with a Harm or None; the first that answers decides. The order was found on
the annotated train reports: what stands next to the number is surer than the parse, which is thrown off where reports
have lost their commas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sijil.rules import load
from sijil.steps.languages.en import harm
from sijil.steps.languages.en.harm import Harm
from sijil.steps.languages.en.mentions import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

_AUX = {"were", "was", "are", "is", "been", "be", "being", "have", "has", "had", "also", "reportedly", "confirmed", "got", "get", "either", "who", "that", "which", "all", "both", "subsequently", "later", "immediately", "allegedly", "believed", "to", "feared", "reported", "as", "instantly", "still", "now", "already", "not", "others", "other", "more", "another", "them", "said", "thought", "known", "so", "far", "seriously", "badly", "severely", "critically", "slightly", "lightly", "some", "left", "dead", "people", "civilians", "persons", "'", '"', "“", "(", "-", "–"}  # fmt: skip
_LEFT = {"at", "least", "the", "a", "an", "another", "some", "also", "up", "to", "more", "than", "about", "over", "as", "many", "around", "nearly", "almost", "approximately", "of", "and", "least", "all", "both", "additional", "total", "reportedly", "estimated", "further", "no", "fewer", "roughly", "other", "his", "her", "their"}  # fmt: skip


def harm_of(mention: Mention) -> Harm | None:
    """The harm that the sentence tells of the people mentioned, or None where it tells of none."""
    for reading in (head_is_harm, verb_before, toll, predicate_after, modifier, lives, left_dead, among, parse_walk):
        if found := reading(mention):
            return found
    return None


def head_is_harm(m: Mention) -> Harm | None:
    """"15 deaths", "dozens of casualties", "40 dead", "two injured"."""
    measure = harm.noun_measure(m.head) if m.head.text.lower() != "victims" else None
    if measure and m.head is not m.first:
        return Harm(_both(m.head, measure), m.head, "harm noun")
    if measure and not m.number:
        return Harm(_both(m.head, measure), m.head, "harm noun")
    return None


def _both(token: Token, measure: str) -> str:
    """"dead and wounded", "killed or injured", "dead or missing": not told apart."""
    doc = token.doc
    if token.i + 2 < token.sent.end and doc[token.i + 1].text.lower() in ("or", "and", "/"):
        other = doc[token.i + 2]
        second = harm.adjective_measure(other) or harm.noun_measure(other) or harm.verb_measure(other)
        after = doc[token.i + 3] if token.i + 3 < token.sent.end else None
        if second in ("injured", "killed", "missing") and second != measure and measure in ("killed", "injured"):
            counted_again = after is not None and (after.like_num or after.text.lower() in ("at", "more", "another", "others", "some", "dozens", "several", "many", "over", "up", "about", "scores", "hundreds"))
            own_count = doc[token.i + 2].like_num
            if not counted_again and not own_count and doc[token.i + 1].text.lower() != "and" or (not counted_again and second != measure and _shared_subject(token)):
                return "casualties"
    return measure


def _shared_subject(token: Token) -> bool:
    return any(left.text.lower() in ("were", "was", "been", "casualties", "including") for left in token.doc[max(token.sent.start, token.i - 4) : token.i])


def verb_before(m: Mention) -> Harm | None:
    """"killing at least two civilians", "wounded 17 others", "killing and injuring dozens"."""
    i = m.first.i - 1
    doc, start = m.first.doc, m.first.sent.start
    steps = 0
    while i >= start and steps < 6 and doc[i].text.lower() in _LEFT and harm.verb_measure(doc[i]) is None:
        i, steps = i - 1, steps + 1
    if i < start:
        return None
    verb = doc[i]
    measure = harm.verb_measure(verb)
    if measure is None or _passive(verb):
        return None
    if steps and doc[m.first.i - 1].text.lower() == "and":
        return None
    return Harm(_with_conjunct(verb, measure), verb, "verb before")


def _passive(verb: Token) -> bool:
    if any(child.dep_ == "auxpass" for child in verb.children):
        return True
    before = verb.nbor(-1).text.lower() if verb.i > verb.sent.start else ""
    return before in ("were", "was", "been", "being", "are", "is")


def _with_conjunct(verb: Token, measure: str) -> str:
    """"killing and injuring dozens": both verbs share the object, so the two are not told apart."""
    doc, i = verb.doc, verb.i
    if i - 2 >= verb.sent.start and doc[i - 1].text.lower() in ("and", "or", "/") and {measure, harm.verb_measure(doc[i - 2])} == {"killed", "injured"}:
        return "casualties"
    return measure


def predicate_after(m: Mention) -> Harm | None:
    """"Five civilians, including three children, were killed", "12 people died", "4 others injured"."""
    doc, end = m.last.doc, m.last.sent.end
    i, depth, counted, parts = m.last.i + 1, 0, False, False
    while i < end and i - m.last.i < 24:
        token = doc[i]
        word = token.text.lower()
        if word in ("(", "["):
            depth += 1
        parts = parts or word in ("including", "among")
        counted = counted or token.like_num and not parts
        if depth == 0 and (found := _predicate(token, m, i, parts)) and (not counted or doc_before(token) in _LINKS):
            return found
        if word in (")", "]"):
            depth = max(0, depth - 1)
        elif depth == 0 and _stops(token, m):
            return None
        i += 1
    return None


# What has to stand before a predicate that several counted groups share ("45 men and 20 women were killed").
_LINKS = {"were", "was", "been", "are", "be", "being", "also", "reportedly", "have", "had"}


def _predicate(token: Token, m: Mention, i: int, parts: bool) -> Harm | None:
    measure = harm.verb_measure(token)
    if measure:
        if token.text.lower().endswith("ing") and not _passive(token):
            return None
        if harm.active(token) and not (i == m.last.i + 1 and m.number and token.tag_ == "VBN"):
            return None
        return Harm(_both(token, measure), token, "predicate after")
    if measure := harm.self_measure(token):
        return Harm(measure, token, "predicate after")
    measure = harm.adjective_measure(token)
    if measure and (i == m.last.i + 1 or doc_before(token) in _AUX or parts and doc_before(token) == ","):
        return Harm(_both(token, measure), token, "predicate after")
    if token.lemma_ in ("suffer", "sustain", "receive") and _object_is_injury(token):
        return Harm("injured", token, "predicate after")
    return None


def doc_before(token: Token) -> str:
    """The word before a token in lower case ("" at the start of a sentence)."""
    return token.nbor(-1).text.lower() if token.i > token.sent.start else ""


def _object_is_injury(verb: Token) -> bool:
    ahead = verb.doc[verb.i + 1 : min(verb.i + 8, verb.sent.end)]
    return any(t.text.lower() in ("injuries", "injury", "wounds", "burns", "suffocation", "wound", "asphyxiation", "fractures", "shrapnel") for t in ahead)


def _stops(token: Token, m: Mention) -> bool:
    """Whether the search for a predicate may not go past this token: another clause begins here."""
    word = token.text.lower()
    if word in (";", ":", ".", "while", "after", "when", "but", "because", "although", "as") and token.i > m.last.i + 1:
        return True
    if token.pos_ == "VERB" and token.tag_ in ("VBD", "VBZ", "VBP") and word not in _AUX and token.i > m.last.i + 1:
        return True
    if token.pos_ == "VERB" and token.tag_ == "VBG" and word not in ("including",):
        return True
    return token.pos_ == "VERB" and token.tag_ in ("VBD", "VBZ", "VBP") and word not in _AUX


def modifier(m: Mention) -> Harm | None:
    """"two dead children", "wounded civilians", "the killed soldiers"."""
    if m.head is m.last and m.noun:
        for token in m.head.doc[m.first.i : m.head.i]:
            measure = harm.adjective_measure(token) or (harm.verb_measure(token) if token.tag_ == "VBN" else None)
            if measure:
                return Harm(measure, token, "modifier")
    return None


def lives(m: Mention) -> Harm | None:
    """"claimed the lives of 12 people", "12 lost their lives", "cost 20 lives"."""
    doc, sent = m.head.doc, m.head.sent
    verbs = load("en/harm")["killed"]["lives"]
    before = doc[max(sent.start, m.first.i - 6) : m.first.i]
    if any(t.text.lower() in ("lives", "life") for t in before) and any(t.lemma_ in verbs for t in before):
        return Harm("killed", next(t for t in before if t.lemma_ in verbs), "lives")
    after = doc[m.last.i + 1 : min(sent.end, m.last.i + 8)]
    for token in after:
        if token.lemma_ in ("lose",) and any(t.text.lower() in ("life", "lives") for t in doc[token.i : min(sent.end, token.i + 5)]):
            return Harm("killed", token, "lives")
    if m.noun in ("lives", "souls") and any(t.lemma_ in verbs for t in before):
        return Harm("killed", m.head, "lives")
    return None


def toll(m: Mention) -> Harm | None:
    """"the death toll rose to 34", "the number of martyrs reached 12", "death toll at 34"."""
    if m.number is None:
        return None
    rules = load("en/harm")["tolls"]
    doc, sent = m.head.doc, m.head.sent
    before = list(doc[max(sent.start, m.first.i - 22) : m.first.i])
    heads = [t for t in before if t.text.lower() in rules["nouns"] and t.text.lower() != "figure"]
    if not heads:
        return None
    head = heads[-1]
    near = doc[max(sent.start, head.i - 2) : min(sent.end, head.i + 7)]
    found = [x for t in near if t.i < m.first.i and (x := harm.noun_measure(t) or harm.adjective_measure(t) or harm.verb_measure(t))]
    if not found and head.text.lower() == "toll":
        found = ["killed"]
    between = doc[head.i + 1 : m.first.i]
    links = any(t.lemma_.lower() in rules["verbs"] or t.text.lower() in ("to", "at", "of", ":") for t in between)
    if any(t.text.lower() in ("may", "could", "might", "as", "while") for t in between) or m.first.i - head.i > 18:
        return None
    if not found or not links or any(t.like_num for t in between) and "from" not in [t.text.lower() for t in between]:
        return None
    return Harm(found[0], head, "toll")


def left_dead(m: Mention) -> Harm | None:
    """"left at least one person dead and others injured"."""
    doc, sent = m.head.doc, m.head.sent
    before = doc[max(sent.start, m.first.i - 5) : m.first.i]
    if not any(t.lemma_ == "leave" for t in before):
        return None
    for token in doc[m.last.i + 1 : min(sent.end, m.last.i + 4)]:
        if measure := harm.adjective_measure(token) or harm.verb_measure(token):
            return Harm(_both(token, measure), token, "left dead")
    return None


def among(m: Mention) -> Harm | None:
    """"Among the dead were five children", "Those killed included two women", "the victims included a child"."""
    doc, sent = m.head.doc, m.head.sent
    before = doc[max(sent.start, m.first.i - 16) : m.first.i]
    links = [t for t in before if t.lemma_ in ("include", "be") or t.text.lower() in ("among", "includes")]
    if links and links[-1].lemma_ == "be" and any(t.pos_ not in ("ADV", "DET", "NUM") for t in doc[links[-1].i + 1 : m.first.i]):
        links = [t for t in links if t.lemma_ != "be"]
    if not links:
        after = doc[m.last.i + 1 : min(sent.end, m.last.i + 10)]
        place = next((t for t in after if t.text.lower() in ("among", "amongst")), None)
        span = doc[place.i : min(sent.end, place.i + 6)] if place is not None else ()
    else:
        span = doc[max(sent.start, links[0].i - 6) : m.first.i]
    for token in span:
        word = token.text.lower()
        measure = harm.noun_measure(token) or harm.adjective_measure(token) or harm.verb_measure(token)
        if word == "victims":
            measure = "casualties"
        if measure and (word in ("dead", "killed", "wounded", "injured", "victims", "casualties", "fatalities", "martyrs", "deaths", "missing", "arrested", "hostages", "deceased")):
            return Harm(measure, token, "among")
    return None


def parse_walk(m: Mention) -> Harm | None:
    """The parse: object or passive subject of a harm verb, "killing of N", "death of N"."""
    token = m.head
    for _ in range(5):
        parent = token.head
        if parent is token:
            return None
        if token.dep_ in ("nsubjpass", "nsubj") and parent.i > token.i:
            measure = harm.verb_measure(parent)
            if measure and (token.dep_ == "nsubjpass" or not harm.active(parent)) and parent.tag_ in ("VBN", "VBD"):
                return Harm(_both(parent, measure), parent, "parse")
            if measure := harm.self_measure(parent):
                return Harm(measure, parent, "parse")
            return None
        if token.dep_ in ("dobj", "obj") and (measure := harm.verb_measure(parent)):
            return Harm(_with_conjunct(parent, measure), parent, "parse")
        if token.dep_ == "pobj" and parent.text.lower() in ("of", "to", "for", "in"):
            grand = parent.head
            word = grand.text.lower()
            if parent.text.lower() == "of" and word in ("death", "deaths", "killing", "martyrdom", "murder", "execution", "assassination", "killings", "massacre", "bodies", "body", "beheading", "injury", "injuries", "wounding", "injuring", "arrest", "abduction", "kidnapping", "corpses", "remains", "detention"):
                return Harm(harm.noun_measure(grand) or harm.verb_measure(grand) or "killed", grand, "parse")
            if word in ("injuries", "wounds") and parent.text.lower() in ("to", "of"):
                return Harm("injured", grand, "parse")
            token = grand if parent.text.lower() == "of" else token
            if parent.text.lower() != "of":
                return None
            continue
        if token.dep_ in ("conj", "appos", "nummod", "amod", "nmod", "compound", "quantmod"):
            token = parent
            continue
        return None
    return None
