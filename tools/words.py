"""The words of the desk for translators: `make words` gathers what is marked into sijil/web/locale.

    python -m tools.words                      gathers; nothing that is translated is lost
    python -m tools.words --open [PART]        prints what nobody has translated, of files whose path holds PART
    python -m tools.words --take FILE.po       takes translations from another catalogue over into this one
    python -m tools.words --tidy               drops translations of what is marked nowhere any more

docs/translating.md tells how words are marked, and which Arabic words the desk uses.
"""

from __future__ import annotations

import argparse
import fcntl
import io
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

from sijil.exports.formats import FORMATS
from sijil.exports.material import SOMEBODY, Shown
from sijil.exports.sheet import UNNAMED, WITHHELD, limits
from sijil.web.language import LANGUAGES, SOURCE, po_file
from sijil.web.ledgers import sentences

ROOT = Path(__file__).resolve().parent.parent
WEB = ROOT / "sijil" / "web"
RULES = ROOT / "sijil" / "rules"
METHODS = [("templates/**.html", "jinja2"), ("static/*.js", "javascript"), ("**.py", "python")]
#: As web/page.py sets its templates up; a template that cannot be read is an error.
TEMPLATES = {"extensions": "jinja2.ext.i18n", "trimmed": "true", "trim_blocks": "true", "lstrip_blocks": "true",
             "newstyle_gettext": "true", "silent": "false"}  # fmt: skip
KEYWORDS = {**DEFAULT_KEYWORDS, "many": (1, 2)}
WIDTH = 120
#: Lines of the header that would say nothing, or change with every run.
EMPTY = tuple(
    f'"{name}'.encode()
    for name in (
        "Project-Id", "Report-Msgid", "POT-Creation", "PO-Revision", "Last-Translator", "Language-Team", "Generated",
    )
)  # fmt: skip
#: Where Babel orders the forms of numbers otherwise than CLDR and the scripts do: in Arabic the last two.
PLURALS = {"ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"}
HEADER = "# Words of the desk. docs/translating.md tells how to change them."
Key = tuple[str | tuple[str, ...], str | None]


def marked() -> Catalog:
    """Everything that is marked anywhere, untranslated."""
    found = Catalog(charset="utf-8")
    options = {"templates/**.html": TEMPLATES}
    for file, _, text, comments, context in extract_from_dir(
        WEB, METHODS, options, KEYWORDS, comment_tags=("for translators:",), strip_comment_tags=True
    ):
        found.add(text, None, [(f"sijil/web/{Path(file).as_posix()}", 1)], auto_comments=comments, context=context)
    for context, text, file in of_rules():
        found.add(text, None, [(file, 1)], context=context)
    return found


def of_rules() -> Iterator[tuple[str | None, str, str]]:
    """(context, text, file) of what the desk shows of the rules: names of parties, camps and speakers, and reasons that
    are offered; and what files are called."""
    for file in sorted(RULES.glob("parties/*.toml")):
        rows, place = tomllib.loads(file.read_text()), file.relative_to(ROOT).as_posix()
        for row in rows.get("party", ()):
            yield from (("party", one["name"], place) for one in (row, *row.get("change", ())) if "name" in one)
        yield from (("camp", row["name"], place) for row in rows.get("camp", ()))
    for file in sorted(RULES.glob("speakers/*.toml")):
        place = file.relative_to(ROOT).as_posix()
        yield from (("speaker", row["name"], place) for row in tomllib.loads(file.read_text()).get("speaker", ()))
    offered = tomllib.loads((RULES / "queue.toml").read_text())["reasons"]
    yield from (("reason", one, "sijil/rules/queue.toml") for own in offered.values() for one in own)
    yield from ((None, one.title, "sijil/exports/formats.py") for one in FORMATS.values())
    withheld = (WITHHELD, UNNAMED, SOMEBODY, *limits(Shown()))
    yield from ((None, one, "sijil/exports/sheet.py") for one in withheld)
    rights = tomllib.loads((RULES / "roles.toml").read_text())["may"].values()
    yield from (("right", one, "sijil/rules/roles.toml") for own in rights for one in own)
    yield from of_ledgers()


def of_ledgers() -> Iterator[tuple[str | None, str, str]]:
    """The same of what the ledgers call conditions, things, acts and agreements, and of their reasons."""
    yield from ((None, one, "sijil/rules/access.toml") for one in sentences.of_rules())
    yield from (("thing", one, "sijil/rules/access.toml") for one in sentences.things())
    for context, name, table in (("act", "control", "act"), ("agreement", "agreements", "kind")):
        rows = tomllib.loads((RULES / f"{name}.toml").read_text())[table]
        yield from ((context, row["label"], f"sijil/rules/{name}.toml") for row in rows)


def key_of(message: Message) -> Key:
    """What tells a message from all others."""
    return (message.id if isinstance(message.id, str) else tuple(message.id)), message.context


def read(code: str) -> Catalog:
    """The catalogue of a language; an empty one where there is none yet."""
    path = po_file(code)
    if not path.exists():
        return Catalog(locale=code, charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=code)


def renewed(old: Catalog, code: str, taken: Iterable[Message] = (), tidy: bool = False) -> Catalog:
    """What is marked, with the translations that there are; those of what is marked no more are kept as obsolete."""
    strings = {key_of(one): one for one in [*old.obsolete.values(), *old, *taken] if one.id and any(one.string or ())}
    new = Catalog(locale=code, charset="utf-8", project="Sijil", fuzzy=False, header_comment=HEADER)
    if code in PLURALS:
        new.mime_headers = [("Plural-Forms", PLURALS[code])]
    for message in sorted(marked(), key=lambda one: str(key_of(one))):
        if message.id:
            known = strings.pop(key_of(message), None)
            flags = [*message.flags, *(("fuzzy",) if known and known.fuzzy else ())]
            places = sorted({(name, 1) for name, _ in message.locations})
            new.add(message.id, known.string if known else None, places, flags, message.auto_comments,
                    known.user_comments if known else (), context=message.context)  # fmt: skip
    if not tidy:
        new.obsolete.update((str(key), message) for key, message in strings.items())
    return new


def written(catalogue: Catalog) -> bytes:
    """The catalogue as its file: sorted, without line numbers and dates, so that changes stay small."""
    out = io.BytesIO()
    write_po(out, catalogue, width=WIDTH, sort_output=True, omit_header=False, include_lineno=False)
    return b"".join(line for line in out.getvalue().splitlines(keepends=True) if not line.startswith(EMPTY))


@contextmanager
def alone() -> Iterator[None]:
    """Waits until no other of these tools writes."""
    with Path(__file__).open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def untranslated(catalogue: Catalog, part: str) -> Iterator[Message]:
    """The messages of files whose path holds `part` that have no translation, or one that nobody has looked at."""
    for one in catalogue:
        strings = one.string if isinstance(one.string, (tuple, list)) else (one.string,)
        if one.id and (one.fuzzy or not all(strings)) and any(part in name for name, _ in one.locations):
            yield one


def main() -> int:
    """Exit code 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--open", nargs="?", const="", metavar="PART")
    parser.add_argument("--take", type=Path, metavar="FILE.po")
    parser.add_argument("--tidy", action="store_true")
    asked = parser.parse_args()
    for code in LANGUAGES:
        if code == SOURCE:
            continue
        with alone():
            taken = read_po(asked.take.open("rb"), locale=code) if asked.take else ()
            new = renewed(read(code), code, taken, asked.tidy)
            po_file(code).parent.mkdir(parents=True, exist_ok=True)
            po_file(code).write_bytes(written(new))
        if asked.open is not None:
            wanted = Catalog(locale=code, charset="utf-8", fuzzy=False)
            for one in untranslated(new, asked.open):
                wanted.add(one.id, None, one.locations, context=one.context)
            print(written(wanted).decode())
        left = len(list(untranslated(new, "")))
        print(f"# {code}: {left} of {len(new)} not translated, {len(new.obsolete)} obsolete")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
