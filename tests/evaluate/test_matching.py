"""Which predicted claim is taken for which annotated one."""

from __future__ import annotations

from tests.evaluate.telling import compared, killed, situation


def test_a_figure_is_found_by_its_values_and_common_words() -> None:
    gold = killed("killed five civilians", 5)
    assert len(compared([gold], [killed("five civilians", 5)]).figures) == 1
    assert not compared([gold], [killed("five civilians", 6)]).figures
    assert not compared([gold], [killed("elsewhere a raid", 5)]).figures


def test_the_group_alone_is_forgiven_by_the_lax_measure() -> None:
    one = compared([killed("killed five", 5)], [killed("killed five", 5, group="people")])
    assert (len(one.figures), len(one.lax)) == (0, 1)


def test_each_claim_is_taken_once_and_the_nearest_words_first() -> None:
    near, far = killed("five were killed in Idlib", 5), killed("five dead on Monday", 5)
    one = compared([killed("five were killed in Idlib on Monday", 5)], [far, near])
    assert [pair.read for pair in one.figures] == [near]


def test_a_situation_needs_the_same_kind_and_a_quote_of_its_size() -> None:
    gold = situation("access", "aid was blocked")
    assert compared([gold], [situation("access", "the aid was blocked again")]).situations
    assert not compared([gold], [situation("damage", "aid was blocked")]).situations
    wide = "aid was blocked while the town was shelled and many people left it for the north"
    assert not compared([gold], [situation("access", wide)]).situations


def test_figures_and_situations_do_not_meet() -> None:
    one = compared([situation("attack", "six raids")], [situation("attack", "six raids", low=6, high=6)])
    assert not one.figures and not one.situations
