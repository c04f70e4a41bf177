"""Pages as sites write them: main text, its way back to the source, and what the page states about itself."""

from __future__ import annotations

from datetime import date

import pytest

from sijil.steps.clean import clean, page
from sijil.steps.clean.origins import SourceText, plain_text
from sijil.steps.read import read_bytes

FIRST = "Five civilians, three of them children, were killed in Saraqeb on Thursday when jets bombed the town."
SECOND = "The Observatory said that at least 12 raids hit the countryside, and that many people were still missing."
HEAD = '<meta charset="utf-8"><title>Raids kill five | Courier</title><meta property="og:site_name" content="Courier">'


def report(body: str, head: str = HEAD, **known):
    text = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return read_bytes(text.encode(), doc="page", retrieval="test", media="text/html", **known)


def article(*paragraphs: str) -> str:
    inner = "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)
    return (
        "<nav><ul><li><a href='/a'>Home</a></li><li><a href='/b'>World</a></li></ul></nav>"
        f"<main><article><h1>Raids kill five</h1>{inner}</article></main>"
        "<section id='comments'><h2>Total Comments (1)</h2><p>They say 200 dead on the radio, who knows?</p></section>"
        "<footer><p>Copyright Courier. All rights reserved.</p></footer>"
    )


def words(text):
    return [(block.role, text.content[block.start : block.end]) for block in text.blocks]


def test_main_text_of_a_page():
    source = report(article(FIRST, SECOND))
    text = clean(source)
    assert words(text) == [("headline", "Raids kill five"), ("body", FIRST), ("body", SECOND)]
    assert len(text.origins) == len(text.content)
    for block in text.blocks:
        at = text.origin(block.start)
        assert source.content[at : at + block.end - block.start] == text.content[block.start : block.end]


def test_characters_lead_back_through_entities_and_tags():
    raw = FIRST.replace("Five", "Five&nbsp;<b>young</b>").replace("jets", "&ldquo;jets&rdquo; &amp; caf&eacute;s")
    source = report(article(raw, SECOND))
    text = clean(source)
    for index, char in enumerate(text.content):
        at = text.origins[index]
        assert at >= 0 or char.isspace()
        if at >= 0 and not char.isspace():
            assert source.content[at] in (char, "&")
    quote = text.content.index("“jets”")
    assert source.content[text.origins[quote] :].startswith("&ldquo;jets")


def test_line_breaks_end_paragraphs():
    source = report(f"<div><h1>Raids kill five</h1>{FIRST}<br><br>{SECOND}<br><br>{FIRST.replace('Five', 'Six')}</div>")
    assert [role for role, _ in words(clean(source))] == ["headline", "body", "body", "body"]


def test_items_are_items():
    source = report(article(FIRST, f"</p><ul><li>{SECOND}</li><li>{FIRST.replace('Five', 'Nine')}</li></ul><p>"))
    assert ("item", SECOND) in words(clean(source))


def test_a_title_that_the_text_lacks_is_the_headline():
    source = report(article(FIRST, SECOND).replace("<h1>Raids kill five</h1>", ""))
    text = clean(page.metadata(source))
    assert words(text)[0] == ("headline", "Raids kill five")
    assert source.content[text.origin(0) :].startswith("Raids kill five | Courier")


@pytest.mark.parametrize("levels", [500, 3000])
def test_a_page_nested_beyond_reason(levels):
    text = clean(report("<div>" * levels + f"<p>{FIRST}</p>" + "</div>" * levels))
    assert FIRST in [line for _, line in words(text)]


@pytest.mark.parametrize("share", [0.0, 0.1, 0.3, 0.5, 0.6, 0.7, 0.9])
def test_a_page_that_is_cut_off(share):
    whole = report(article(FIRST, SECOND)).data
    cut = whole[: 16 + int(len(whole) * share)]
    source = read_bytes(cut, doc="page", retrieval="test", media="text/html")
    text = clean(page.metadata(source))
    assert text.origins is not None and len(text.origins) == len(text.content)


@pytest.mark.parametrize(
    "body",
    [
        "", "<", "<<<", "<!--", "<![CDATA[ x", "<![foo[ x ]]>", "<p>&#0;&#1;&#xD800;&#99999999;</p>", "<script>",
        "<a '\"" * 500, "<a href=\"" * 500, "<table><tr><td>" * 300, "<b>" * 2000, "&a" * 2000, "<p " + "a='b' " * 2000,
    ],
)  # fmt: skip
def test_broken_pages_never_stop_the_run(body):
    text = clean(page.metadata(report(body)))
    assert len(text.origins) == len(text.content) and text.content.encode()


def test_what_a_page_states_about_itself():
    day = '<meta property="article:published_time" content="2020-01-24T23:40+03:00">'
    found = page.metadata(report(article(FIRST), HEAD + day))
    assert (found.published, found.source, found.title) == (date(2020, 1, 24), "Courier", "Raids kill five")


def test_what_the_caller_gave_stands():
    given = {"published": date(2020, 1, 25), "source": "Wire", "title": "Mine"}
    found = page.metadata(report(article(FIRST), **given))
    assert (found.published, found.source, found.title) == (date(2020, 1, 25), "Wire", "Mine")


@pytest.mark.parametrize(
    "stated",
    [
        '<meta itemprop="datePublished" content="2020-01-24">',
        '<meta name="DC.date.issued" content="2020-01-24">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2020-01-24T08:00:00Z"}</script>',
        '<meta name="pubdate" content="soon"><meta name="parsely-pub-date" content="2020-01-24T08:00:00Z">',
    ],
)
def test_ways_to_state_the_day(stated):
    assert page.metadata(report(article(FIRST), HEAD + stated)).published == date(2020, 1, 24)


def test_the_one_time_of_a_page_is_its_day():
    byline = '<time datetime="2020-01-24T10:00">24 January</time>'
    assert page.metadata(report(article(byline, FIRST))).published == date(2020, 1, 24)
    other = '<time datetime="2020-02-01">1 February</time>'
    assert page.metadata(report(article(byline, FIRST, other))).published is None


@pytest.mark.parametrize(
    "body",
    [
        article(FIRST + " It was the worst day since 2019-12-01."),
        article(FIRST) + "<p>Today is 2020-03-01</p>",
        article("24 January 2020", FIRST) + "<img src='/uploads/2020/01/24/raid.jpg'>",
    ],
)
def test_a_day_that_is_not_stated_is_not_guessed(body):
    assert page.metadata(report(body)).published is None


def test_reports_that_are_no_pages_come_back_as_they_are():
    plain = read_bytes(FIRST.encode(), doc="d", retrieval="test")
    assert page.metadata(plain) is plain
    assert clean(plain).origins is None and clean(plain).content == plain.content


def test_words_in_another_order_are_still_found():
    source = SourceText("<body><p>second part</p><p>first <i>pa</i>rt</p>")
    (first, second) = source.origins(["first part", "second part"])
    assert first[0] == 27 and second[0] == 9 and -1 not in second


def test_a_paragraph_that_the_extractor_changed_is_found_word_by_word():
    (found,) = SourceText("<p>five civilians [1] were killed</p>").origins(["five civilians were hurt, killed"])
    assert found[0] == 3 and found[-1] > found[0] and -1 in found


def test_plain_text_leaves_scripts_and_comments_out():
    content, origins = plain_text("<p>a&lt;b</p><script>if (a<b) x</script><!-- c --><style>p{}</style>d <e")
    assert "".join(content.split()) == "a<bd"
    assert len(content) == len(origins)
