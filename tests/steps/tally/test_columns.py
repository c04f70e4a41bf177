"""Claims by what filters look at, as a whole, in part, and after some of them changed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sijil.model.claim import Claim
from sijil.steps.tally.columns import Columns, cut

WORDS = st.lists(st.sampled_from("abcd"), max_size=12)


def claims(words: list[str]) -> tuple[Claim, ...]:
    return tuple(Claim(f"C{n}", "R", n, "casualty", word, (0, 1)) for n, word in enumerate(words))


def quoted(claim: Claim) -> str:
    return claim.quote


def fits(claim: Claim) -> bool:
    return claim.quote in ("a", "c")


def fitting(columns: Columns) -> list[bool]:
    assert [columns.claims[n] for n in columns.fitting([(quoted, fits)])] == [c for c in columns.claims if fits(c)]
    return list(columns.fits(quoted, fits))


@given(WORDS, st.data())
def test_of_each_claim_it_is_known_whether_it_fits(words: list[str], data: st.DataObject) -> None:
    whole = Columns(claims(words))
    assert fitting(whole) == [word in "ac" for word in words]
    places = data.draw(st.lists(st.sampled_from(range(len(words))), unique=True).map(sorted)) if words else []
    assert fitting(whole.taken(places)) == [words[n] in "ac" for n in places]


@given(WORDS, WORDS, st.integers(0, 12), st.integers(0, 12))
def test_what_is_cut_is_what_would_be_made_anew(words: list[str], new: list[str], a: int, b: int) -> None:
    whole, came = Columns(claims(words)), claims([*new, "e"])
    fitting(whole)
    start, end = sorted((min(a, len(words)), min(b, len(words))))
    after = whole.cut(tuple(cut(whole.claims, [(start, end, came)])), [(start, end, came)])
    assert fitting(after) == [word in "ac" for word in [*words[:start], *new, "e", *words[end:]]]
    assert fitting(whole) == [word in "ac" for word in words]
