"""The words around place names of one language, from rules/LANGUAGE/places.toml, as patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sijil.steps.languages import language_of, pack_of
from sijil.steps.places.names import folded


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Patterns that leave a wording's group "name", see [grammar] of the rules. Type words in their order."""

    types: tuple[tuple[str, tuple[re.Pattern[str], ...]], ...]
    directions: tuple[re.Pattern[str], ...]
    near: re.Pattern[str]
    within: re.Pattern[str]
    noise: re.Pattern[str] | None
    between: re.Pattern[str]
    part_of: tuple[re.Pattern[str], ...]
    list: re.Pattern[str]
    joined: re.Pattern[str] | None
    either: re.Pattern[str]
    nameless: frozenset[str]
    qualifiers: frozenset[str]

    def type_of(self, text: str) -> tuple[str, str]:
        """The class of the type word at an end of a wording, and the wording without it; ("", text) for none."""
        for kind, patterns in self.types:
            for pattern in patterns:
                if found := pattern.match(text):
                    return kind, found["name"]
        return "", text

    def unqualified(self, name: str) -> str:
        """A name without the words that tell it from its neighbour ("Buqrus Fawqani"); "" where it has none."""
        words = name.replace("-", " - ").split()
        plain = [word for word in words if word.casefold() not in self.qualifiers]
        kept = re.sub(r"\s-\s", "-", " ".join(plain)).strip(" -") if len(plain) < len(words) else ""
        bare = re.sub(r"(?:^|[\s-])(?:al|el)$", "", kept, flags=re.I)
        return bare if len(bare) > 2 else ""


def words_for(text: str) -> PlaceWords:
    """The words of the language that a wording is written in, told by its letters; English where its pack has none."""
    code = language_of(text)
    return _words(code if pack_of(code).rules("places") else "en")


@cache
def _words(language: str) -> PlaceWords:
    rules = pack_of(language).rules("places")
    grammar, relations = rules["grammar"], rules["relations"]
    directions = [*rules["directions"]["words"], *rules["directions"]["rural"]]
    return PlaceWords(
        types=tuple((kind, _all(grammar["type"], words)) for kind, words in rules["types"].items()),
        directions=_all(grammar["direction"], directions),
        near=_pattern(grammar["near"], relations["near"]),
        within=_pattern(grammar["within"], relations["within"]),
        noise=_pattern(grammar["noise"], relations["noise"]) if relations["noise"] else None,
        between=re.compile(folded(grammar["between"]), re.I),
        part_of=tuple(_pattern(grammar["of"], words) for words in rules["types"].values()) if "of" in grammar else (),
        list=_pattern(grammar["list"], relations["and"]),
        joined=re.compile(folded(grammar["joined"])) if "joined" in grammar else None,
        either=_pattern(r"\s*/\s*|\s{words}\s", relations["or"]),
        nameless=frozenset(relations["nameless"]),
        qualifiers=frozenset(map(folded, rules["beside"]["qualifiers"])),
    )


def _all(templates: list[str], words: list[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(_pattern(template, words) for template in templates)


def _pattern(template: str, words: list[str]) -> re.Pattern[str]:
    ordered = sorted(map(folded, words), key=len, reverse=True)
    group = f"(?:{'|'.join(map(re.escape, ordered))})"
    return re.compile(template.replace("{words}", group), re.I)
