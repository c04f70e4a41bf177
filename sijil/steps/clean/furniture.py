"""Page furniture: the lines that sites and networks put around what they print (rules/LANGUAGE/furniture.toml).

Networks write theirs in English on pages of any language, so a page is looked through for English furniture as well.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sijil.steps.languages import languages_in, pack_of

LONGEST = 120  # characters that a line of furniture has; a whole article may begin "Last updated ..."
_KINDS = ("line", "tail", "teasers", "glued", "opens", "posts")
#: A pattern that nothing matches.
_NEVER = "(?!)"
#: What nobody sees, and what Arabic letters are stretched and pointed with: patterns are written without.
_UNSEEN = re.compile("[\u0640\u064b-\u0652\u0670\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Furniture:
    """What is furniture on one page: patterns on whole lines by kind, and the signs that part the items of a menu."""

    patterns: Mapping[str, re.Pattern[str]]
    separators: tuple[str, ...]
    cuts_headlines: bool = False  # sites of one of its languages cut headlines of other articles with "..."

    def has(self, kind: str, line: str) -> bool:
        """Whether a line is of a kind: "line" alone, "tail" from which on nothing belongs to the article, "teasers"."""
        return len(line) <= LONGEST and bool(self.patterns[kind].fullmatch(_UNSEEN.sub("", line).strip()))

    def kept(self, line: str) -> int:
        """How many of a line's characters are left when what is glued to its end is cut off."""
        found = self.patterns["glued"].search(line)
        return found.start() if found else len(line)

    def begins_body(self, line: str) -> bool:
        """Whether a line begins as paragraphs do and headlines of other articles do not."""
        return self.patterns["opens"].match(_UNSEEN.sub("", line).lstrip('"“”«( ')) is not None

    def is_of_posts(self, title: str) -> bool:
        """Whether a page's title says that it is a post of a network."""
        return self.patterns["posts"].fullmatch(" ".join(title.split())) is not None

    def is_menu(self, line: str) -> bool:
        """Whether a line is many short words with signs between them."""
        if len(line) > LONGEST:
            return False
        marks = [mark for mark in self.separators if line.count(mark) >= 2]
        pieces = re.split("[" + re.escape("".join(marks)) + "]", line) if marks else [line]
        return len(pieces) >= 3 and sum(len(p.split()) for p in pieces) / len(pieces) <= 2.5


def furniture_of(content: str) -> Furniture:
    """The furniture of the languages that a page has letters of, and English."""
    return _furniture(tuple(sorted({"en", *languages_in(content)})))


@cache
def _furniture(codes: tuple[str, ...]) -> Furniture:
    lists = [pack_of(code).rules("furniture") for code in codes]
    patterns = {kind: [pattern for rules in lists for pattern in rules.get(kind, ())] for kind in _KINDS}
    separators = dict.fromkeys(mark for rules in lists for mark in rules.get("separators", ()))
    joined = {kind: "|".join(f"(?:{p})" for p in own) or _NEVER for kind, own in patterns.items()}
    joined |= {"glued": rf"(?:{joined['glued']})\s*$", "opens": rf"(?:{joined['opens']})(?!\w)"}
    compiled = {kind: re.compile(p, re.I) for kind, p in joined.items()}
    return Furniture(compiled, tuple(separators), bool(patterns["opens"]))
