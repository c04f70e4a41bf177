"""How far the name of a place runs in an Arabic sentence: its kind before it, its words, sides behind and before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sijil.rules import load
from sijil.steps.languages.ar.placelists import Kind, ends_name, joined, kind_at, known_at, may_begin, starts, words
from sijil.steps.languages.ar.text import Word

_OPEN, _CLOSE = "“\"«'‘„”", "”\"»'’“"
#: Words between quotation marks that are still a name.
_QUOTED = 5
#: Kinds of place before a name, one behind the other ("محيط قرية").
_KINDS = 4
#: Words of a side ("شمال وشمال شرق").
_SIDES = 4
#: How many of "edge of", "countryside of", "north of" stand one in the other.
_DEEP = 3
#: The level of words for an area of any size ("منطقة").
_AREA = 3
#: Ends of words with a pronoun, and of verbs, which no name begins with.
_NO_NAME = ("هم", "ها", "هما", "كم", "وا", "تت", "دت", "رت")


@dataclass(frozen=True, slots=True)
class Run:
    """A place in words [first, end); what names it begins in word `named` behind the letters `lead` there.

    `kinds` are the words for its kind before the name, `listed` whether a list knows the name, `side` the word for a
    side of the compass before it.
    """

    first: int
    named: int
    end: int
    lead: str
    level: int
    kinds: tuple[Kind, ...] = ()
    listed: bool = False
    unsure: bool = False
    side: str = ""
    quoted: bool = False
    province: bool = False  # a province bears the name
    nameless: bool = False  # "الريف الشمالي"

    @property
    def several(self) -> bool:
        return any(kind.several for kind in self.kinds)


def run_at(found: Sequence[Word], i: int, guess: bool = False) -> Run | None:
    """The place whose words begin in word `i`, also with letters before it; None where none does.

    `guess`: the words before say that a place follows, so that a name without a word for its kind need not be listed.
    """
    if not guess and not may_begin(found[i].key, found[i].stems):
        return None
    if (known := known_at(found, i)) is not None and known.end > i + 1:
        return _bare(found, i, guess)  # "جبل الزاوية", a name with its kind
    return _sided(found, i) or _countryside(found, i) or _typed(found, i) or _bare(found, i, guess)


def _bare(found: Sequence[Word], i: int, guess: bool) -> Run | None:
    known = known_at(found, i)
    if known is not None:
        end = _last(found, known.end) if known.level > 1 else known.end
        return Run(i, i, end, known.lead, known.level, listed=True, unsure=known.unsure)
    if not guess or not _begins(found[i]) or kind_at(found[i]) is not None:
        return None
    end, quoted = _unknown(found, i)
    return Run(i, i, end, "", 4, quoted=quoted) if end > i else None


def _begins(word: Word) -> bool:
    """Whether a word that no list knows may begin a name: no common word, number, verb or noun with a pronoun."""
    key = word.key
    return (
        key[0].isalpha() and not key.startswith("لل") and not key.endswith(_NO_NAME) and not ends_name(key, word.stems)
    )


def _typed(found: Sequence[Word], i: int, deep: int = 0) -> Run | None:
    """ "قرية بلشون", "محيط مدينة أريحا", "قرى وبلدات ريف حلب"."""
    lead, kinds, j = _kinds(found, i)
    if not kinds or j >= len(found):
        return None
    first = next((n for n, kind in enumerate(kinds) if kind.said), len(kinds))
    named, level = i + first, next((kind.level for kind in reversed(kinds) if kind.level >= 0), -1)
    inner = _inner(found, j, kinds, deep)
    if inner is None:
        return None
    wide = inner.listed and inner.level < level == _AREA
    deep = inner.level if level < 0 or inner.kinds or wide else level
    if kinds[-1].name == "city" and inner.province and first == len(kinds):
        named -= 1  # "مدينة إدلب": the city, not the province
    return Run(i, named, inner.end, lead, deep, (*kinds, *inner.kinds), inner.listed, quoted=inner.quoted)


def _kinds(found: Sequence[Word], i: int) -> tuple[str, tuple[Kind, ...], int]:
    """Letters before, kinds and the word behind them; countryside is left to its own rule."""
    lead, j = "", i
    kinds: list[Kind] = []
    while j < len(found) and len(kinds) < _KINDS and (at := kind_at(found[j])) is not None:
        if at[1].name == "countryside" or kinds and (at[0] not in ("", "و") or not joined(found[j].gap)):
            break
        lead = at[0] if j == i else lead
        kinds.append(at[1])
        j += 1
    return lead, tuple(kinds), j


def _inner(found: Sequence[Word], j: int, kinds: Sequence[Kind], deep: int) -> Run | None:
    """What words for a kind are followed by."""
    if not _behind_kind(found[j].gap, kinds):
        return None
    known = known_at(found, j)
    outer = None
    if deep < _DEEP and (known is None or known.end == j + 1):
        outer = _countryside(found, j, deep + 1) or _sided(found, j, deep + 1)
    if outer is not None:
        wide = kinds[-1].several or kinds[-1].name in ("edge", "front")
        return replace(outer, listed=True) if wide and not outer.lead else None
    if known is not None and not known.lead:
        end = _last(found, known.end, kinds)
        quoted = _closing(found, j)
        level = 2 if known.level == 1 and kinds[-1].name in ("city", "cities") else known.level
        return Run(j, j, max(end, quoted), "", level, listed=True, province=known.level == 1)
    if found[j].key[0].isdigit():
        return Run(j, j, j + 1, "", 4) if kinds[-1].name in ("site", "road", "building") else None
    if not _begins(found[j]) or kinds[-1].weak and not _clear(found, j, kinds):
        return None
    end, quoted_name = _unknown(found, j)
    return Run(j, j, end, "", 4, quoted=quoted_name) if end > j else None


def _behind_kind(gap: str, kinds: Sequence[Kind]) -> bool:
    return joined(gap) or not gap.strip(" #\u200e\u200f" + _OPEN + ":")


def _clear(found: Sequence[Word], j: int, kinds: Sequence[Kind]) -> bool:
    """Whether an unknown word behind a common noun is a name: in quotation marks, tagged, or with the article."""
    marked = any(mark in found[j].gap for mark in _OPEN + "#")
    road = kinds[-1].name == "road" and j + 1 < len(found) and found[j + 1].gap.strip() in ("-", "–", "—")
    return marked or road or found[j].key.startswith("ال") and found[j].key not in words("sides", "behind")


def _unknown(found: Sequence[Word], j: int) -> tuple[int, bool]:
    """The word behind an unlisted name that begins in word `j`, and whether quotation marks tell it."""
    if (closed := _closing(found, j)) > j:
        return closed, True
    if len(found[j].key) < 2 or not found[j].key[0].isalpha():
        return j, False
    k = j + 1
    while k < len(found) and k - j < int(load("ar/placenames")["run"]["longest"]) and _belongs(found, j, k):
        k += 1
    return k, False


def _closing(found: Sequence[Word], j: int) -> int:
    """The word behind the quotation mark that closes one before word `j`; `j` without any."""
    if not any(mark in found[j].gap for mark in _OPEN):
        return j
    for k in range(j + 1, min(j + 1 + _QUOTED, len(found))):
        if any(mark in found[k].gap for mark in _CLOSE):
            return k
        if not joined(found[k].gap):
            return j
    return j


def _belongs(found: Sequence[Word], j: int, k: int) -> bool:
    word = found[k]
    if not joined(word.gap) or "#" in word.gap or not word.key[0].isalpha():
        return False
    if found[k - 1].key in words("run", "first") and not _leads_on(word):
        return True
    if word.key in words("run", "last"):
        return True
    if ends_name(word.key, word.stems) or _leads_on(word) or word.key[0] in "وبلف" and k - j > 0 and known_at(found, k):
        return False
    new = k == j + 1 and known_at(found, k) is None
    return new and (word.key.startswith("ال") or _nounlike(word.key) and _closes(found, k + 1))


def _nounlike(key: str) -> bool:
    """Whether a word without the article may go on a name: no verb by its first letter, nothing written before it."""
    return len(key) > 2 and key[0] not in "وبلفيتسنا" and not key.endswith(_NO_NAME)


def _closes(found: Sequence[Word], k: int) -> bool:
    """Whether a name ends before word `k` by what stands there: the larger place, "and", a mark or nothing."""
    if k >= len(found) or not joined(found[k].gap):
        return True
    return _leads_on(found[k]) or found[k].key in words("nested") or found[k].key.startswith("و")


def _leads_on(word: Word) -> bool:
    """Whether a word begins what the name lies in ("بريف", "شرقي", "في")."""
    at = kind_at(word)
    if word.key in words("sides") or word.key in words("nested", "in") or at is not None and at[0]:
        return True
    return word.key.startswith(("بال", "وبال", "لل")) or any(
        lead and key in words("countryside") for lead, key in starts(word.key, word.stems)
    )


def _last(found: Sequence[Word], end: int, kinds: Sequence[Kind] = ()) -> int:
    """The end with the words that tell a name from its neighbour ("الكبرى")."""
    while end < len(found) and joined(found[end].gap) and "#" not in found[end].gap:
        if found[end].key not in words("run", "last") and not (kinds and found[end].key in words("sides", "behind")):
            break
        end += 1
    return end


def _countryside(found: Sequence[Word], i: int, deep: int = 0) -> Run | None:
    """ "ريف حلب الغربي", "ريفي إدلب الجنوبي واللاذقية الشمالي", "الريف الغربي لدير الزور"."""
    at = kind_at(found[i])
    if at is None or at[1].name != "countryside":
        return _own_countryside(found, i)
    if i + 1 >= len(found) or not joined(found[i + 1].gap):
        return None
    lead, kinds, j = _kinds(found, i + 1)
    if lead:
        return None
    inner = _inner(found, j, kinds or (at[1],), deep) if j < len(found) else None
    if inner is None:
        return None
    level = 1 if inner.level <= 1 else 2
    return Run(i, i, _behind(found, inner.end), at[0], level, (at[1], *kinds), inner.listed, quoted=inner.quoted)


def _own_countryside(found: Sequence[Word], i: int) -> Run | None:
    """ "بالريف الشمالي", with or without a name behind."""
    lead = next((lead for lead, key in starts(found[i].key, found[i].stems) if key in words("countryside")), None)
    end = _behind(found, i + 1) if lead is not None else i
    if lead is None or end == i + 1:
        return None
    known = known_at(found, end) if end < len(found) and joined(found[end].gap) else None
    level = 1 if known is None or known.level <= 1 else 2
    if known is not None and known.lead == "ل":
        return Run(i, i, known.end, lead, level, listed=True)
    return Run(i, i, end, lead, 1, listed=True, nameless=True)


def _behind(found: Sequence[Word], end: int) -> int:
    """The end with sides behind a name: "الشمالي", "الشمالي الغربي", "الشمالي والشرقي"."""
    first = end
    while end < len(found) and joined(found[end].gap):
        key = found[end].key
        if key not in words("sides", "behind") and not (
            end > first and key[:1] == "و" and key[1:] in words("sides", "behind")
        ):
            break
        end += 1
    return end


def _sided(found: Sequence[Word], i: int, deep: int = 0) -> Run | None:
    """ "شمالي حلب", "شمال غربي محافظة حماة", "شمال وشرق سوريا", "وسط مدينة الرقة"."""
    lead = next((lead for lead, key in starts(found[i].key, found[i].stems) if key in words("sides")), None)
    if lead is None:
        return None
    j = i + 1
    while j < min(i + _SIDES, len(found)) and found[j].key.removeprefix("و") in words("sides") and joined(found[j].gap):
        j += 1
    if j >= len(found) or not _behind_kind(found[j].gap, ()):
        return None
    guess = j - i == 1 and not found[j].key.startswith("ال") and found[i].key not in words("sides", "middle")
    inner = _countryside(found, j, deep) or _typed(found, j, deep) or _bare(found, j, guess)
    if inner is None or inner.lead:
        return None
    side = found[i].key[len(lead) :]
    if side in words("sides", "middle") or inner.level > 1:
        return replace(inner, first=i, side=side, lead="")
    return replace(inner, first=i, named=i, lead=lead, side=side, level=1)
