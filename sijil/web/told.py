"""Sentences that the steps make, which are data in English, as a page tells them."""

from __future__ import annotations

from collections.abc import Iterable

from jinja2 import pass_context
from jinja2.filters import do_truncate
from jinja2.runtime import Context
from markupsafe import Markup, escape

from sijil.model.claim import Claim
from sijil.web.language import SOURCE, language
from sijil.web.people.veil import veiled

ENGLISH = Markup('<span lang="en" dir="ltr">{}</span>')
About = Claim | Iterable[Claim] | frozenset[str]


@pass_context
def told(context: Context, line: str, about: About | None = None, most: int = 0) -> Markup:
    """Template filter: a sentence, with what may name a person blurred where `about` tells what accounts for words
    (veil.veiled), cut to `most` characters. What has no words in the language of the page stays English, and marked."""
    cut = do_truncate(context.environment, line, most) if most else line
    shown = escape(cut) if about is None else veiled(context, cut, about)
    return shown if language().code == SOURCE else ENGLISH.format(shown)


def plain(line: str) -> str:
    """The same for what is no HTML."""
    return line
