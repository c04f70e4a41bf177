"""Several programs on one register at once: each waits for the other, nothing is lost."""

from __future__ import annotations

import os

import pytest

from sijil.register import Register

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def in_children(count: int, function) -> list[int]:
    """Exit codes of `count` processes that call function(0), function(1) ... at the same time."""
    children = []
    for index in range(count):
        child = os.fork()
        if child == 0:
            code = 1
            try:
                function(index)
                code = 0
            finally:
                os._exit(code)
        children.append(child)
    return [os.waitpid(child, 0)[1] for child in children]


def test_four_programs_make_and_fill_one_register(path, make):
    def work(index: int) -> None:
        with Register.open(path, wait=60) as register:
            for number in range(10):
                register.add(*make(1 + index * 5 + number))  # half of them are the next one's, too

    assert in_children(4, work) == [0, 0, 0, 0]
    with Register.open(path) as register:
        assert len(register.reports()) == len(register.log()) == 25
        assert register.verify() == ()


def test_one_reads_while_another_writes(path, filled, make):
    before = filled.reports()
    with Register.open(path) as writer, writer.transaction():
        writer.add(*make(9))
        assert filled.reports() == before
    assert len(filled.reports()) == len(before) + 1
