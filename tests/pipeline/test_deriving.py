"""Derived step by step, in any order and batches, with whatever people decide in between: what all at once gives."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sijil import pipeline
from sijil.errors import BadInput
from sijil.model.figure import Figure
from sijil.record import to_plain
from sijil.register import Register
from tests.builders import Told, World
from tests.pipeline.worlds import add, rows
from tests.steps.test_invariants import CLAIM

STORIES = st.lists(st.lists(CLAIM, min_size=1, max_size=4), min_size=1, max_size=5)
COPIED = st.lists(st.integers(0, 4), max_size=2)
CHOICE = st.tuples(
    st.sampled_from(
        ["same", "different", "unsure", "split", "reject", "correct", "grade", "accept", "withdraw", "add", "add"]
        + ["comment"]
    ),
    st.booleans(), st.integers(0, 99), st.integers(0, 99),
)  # fmt: skip
CHOICES = st.lists(CHOICE, max_size=6)


def told_of(stories: list[list[dict[str, Any]]], copied: list[int]) -> list[tuple[Told, int]]:
    """Reports with the number of their story; those of `copied` are told again by another house."""
    world = World()
    found: list[tuple[Told, int]] = []
    for n in [*range(len(stories)), *(n % len(stories) for n in copied)]:
        told = world.report(f"Publisher {len(found)}", f"2020-01-{25 + n}")
        for fields in stories[n]:
            claim = told.harm(**{key: value for key, value in fields.items() if key != "denied"})
            if fields["denied"]:
                told.denies(claim if fields["part_of"] else None, "rejected it", day="2020-01-23", at=fields["at"])
        found.append((told, n))
    return found


def check(register: Register) -> dict[str, list[tuple]]:
    """The derived rows, which are those of a rebuild."""
    made = rows(register)
    pipeline.rebuild(register)
    assert made == rows(register)
    return made


def decide(register: Register, choice: tuple[str, bool, int, int]) -> None:
    """One judgement on what the numbers choose; one that makes no sense is refused."""
    verb, incidents, a, b = choice
    claims = [claim.id for claim in register.claims()]
    ids = [one.id for one in register.incidents()] if incidents or verb in ("grade", "split") else claims
    decided = [str(row.id) for row in register.judgements()]
    ids = decided if verb == "withdraw" else ids
    if not ids or (verb == "correct" and incidents):
        return
    if verb == "add":
        return add_like(register, claims[a % len(claims)], b)
    value: dict[str, object] = {"with": ids[b % len(ids)]} if verb in ("same", "different", "unsure") else {}
    if verb == "split":
        held = next(one for one in register.incidents() if one.id == ids[a % len(ids)])
        value = {"claims": list(held.claims[b % len(held.claims) :])}
    value = (
        {"grade": "Fair"}
        if verb == "grade"
        else {"start": "2020-01-23", "end": "2020-01-23"}
        if verb == "correct"
        else value
    )
    try:
        pipeline.judge(register, verb, ids[a % len(ids)], value, "Rana", "seen")
    except BadInput:
        return


def add_like(register: Register, id_: str, number: int) -> None:
    """Adds a claim beside one that is there, or takes its row's first words again with another figure."""
    like = next(claim for claim in register.claims() if claim.id == id_)
    start, stop = like.span
    shorter = replace(like, span=(start, max(start + 1, stop - number % 3)), figure=Figure(number, number))
    quote = like.quote[: shorter.span[1] - start]
    pipeline.judge(register, "add", like.doc, {"claim": to_plain(replace(shorter, quote=quote))}, "Rana", "missed")


@settings(max_examples=25)
@given(STORIES, COPIED, st.randoms(use_true_random=False), CHOICES)
def test_step_by_step_gives_what_all_at_once_gives(stories, copied, chance, choices) -> None:
    told = told_of(stories, copied)
    chance.shuffle(told)
    with tempfile.TemporaryDirectory() as folder, Register.open(Path(folder) / "sijil.db") as register:
        left = list(choices)
        while told:
            for _ in range(chance.randint(1, 2)):
                if told:
                    add(register, *told.pop())
            pipeline.derive(register)
            check(register)
            if left:
                decide(register, left.pop())
                check(register)
        for choice in left:
            decide(register, choice)
            check(register)
        assert pipeline.verify(register) == ()


@settings(max_examples=12)
@given(STORIES, COPIED, st.randoms(use_true_random=False))
def test_the_order_of_adding_does_not_matter(stories, copied, chance) -> None:
    told, made = told_of(stories, copied), []
    for _ in range(2):
        chance.shuffle(told)
        with tempfile.TemporaryDirectory() as folder, Register.open(Path(folder) / "sijil.db") as register:
            for one in told:
                add(register, *one)
                if chance.random() < 0.5:
                    pipeline.derive(register)
            pipeline.derive(register)
            made.append(rows(register))
    assert made[0] == made[1]


@settings(max_examples=12)
@given(STORIES, st.lists(CHOICE, min_size=1, max_size=4))
def test_a_withdrawn_judgement_restores_the_former_state(stories, choices) -> None:
    with tempfile.TemporaryDirectory() as folder, Register.open(Path(folder) / "sijil.db") as register:
        for one in told_of(stories, []):
            add(register, *one)
        pipeline.derive(register)
        for choice in choices:
            before, count = rows(register), len(register.judgements())
            decide(register, choice)
            if len(register.judgements()) > count:
                pipeline.judge(register, "withdraw", str(count + 1), {}, "Rana", "seen again")
            assert rows(register) == before


@settings(max_examples=12)
@given(STORIES, st.integers(0, 4))
def test_adding_a_copy_changes_no_figure_and_no_grade(stories, copied) -> None:
    with tempfile.TemporaryDirectory() as folder, Register.open(Path(folder) / "sijil.db") as register:
        *told, copy = told_of(stories, [copied])
        for one in told:
            add(register, *one)
        pipeline.derive(register)
        before = told_briefly(register)
        add(register, *copy)
        pipeline.derive(register)
        assert told_briefly(register) == before


def told_briefly(register: Register) -> list[tuple[str, str, int, list[tuple[str, str, str]]]]:
    """Each incident's id, grade, number of sources and figures."""
    return [
        (one.incident, one.grade, len(one.sources), [(r.measure, r.group, r.figure.words()) for r in one.ranges])
        for one in register.assessments()
    ]
