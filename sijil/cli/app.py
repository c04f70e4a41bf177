"""All commands, in the order in which `sijil --help` shows them."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from sijil.cli import (
    add,
    assess,
    evaluate,
    export,
    extract,
    keep,
    ledgers,
    link,
    method,
    places,
    review,
    search,
    serve,
    show,
    tally,
    user,
)
from sijil.cli.guard import guard, say
from sijil.rules import team_folder_named


class GuardedGroup(TyperGroup):
    """A group whose commands never end in a traceback."""

    def make_context(self, *args: Any, **options: Any) -> Any:
        """Reads the words inside `guard`: --version and --help print while they are read."""
        with guard():
            return super().make_context(*args, **options)

    def invoke(self, ctx: Any) -> Any:
        """Runs the command inside `guard`, and none with a team's rules that do not hold.

        Language packs that cannot be used are told of, and the others go on.
        """
        with guard():
            if team_folder_named():
                from sijil.steps.parties import check

                check()
            from sijil.steps.languages import refused

            for line in refused():
                say(line)
            return super().invoke(ctx)


app = typer.Typer(
    cls=GuardedGroup,
    help="Reports of an armed conflict into a sourced, reviewable record of harm to civilians.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help: the boxes would double the start-up time
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from sijil import METHOD_VERSION, __version__

        typer.echo(f"sijil {__version__}, method {METHOD_VERSION}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which one.")
    ] = False,
) -> None:
    pass


app.command()(extract.extract)
app.command()(link.link)
app.command()(assess.assess)
app.command()(add.add)
for _name, _ledger in ledgers.LEDGERS.items():
    app.command(_name, help=_ledger.help)(ledgers.command(_ledger))
app.command()(search.search)
app.command()(show.show)
app.command()(show.explain)
app.command()(tally.tally)
app.command()(method.method)
app.add_typer(review.app, name="review")
app.command()(export.export)
app.command()(evaluate.evaluate)
app.command()(serve.serve)
app.command()(serve.demo)
app.add_typer(user.app, name="user")
app.command()(keep.rebuild)
app.command()(keep.verify)
app.add_typer(places.app, name="places")
