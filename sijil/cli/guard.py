"""What a user sees when something goes wrong: one line on stderr and the right exit code, never a traceback.

Exit codes: 0 all good, 1 a failure of the machine or the register, 2 bad input, 130 stopped by Ctrl-C,
141 the reader of the output went away.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from sijil.errors import SijilError

FAILED, BAD_INPUT, INTERRUPTED, READER_GONE = 1, 2, 130, 141


@contextmanager
def guard() -> Iterator[None]:
    """Turns every way in which a command can end badly into a line and an exit code.

    SIJIL_DEBUG=1 lets the error through with its traceback.
    """
    try:
        try:
            yield
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        _silence_stdout()
        raise typer.Exit(READER_GONE) from None
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None
    except Exception as error:
        if debugging() or _is_clicks_own(error):
            raise
        _silence_stdout_if_full(error)
        say(line_of(error))
        raise typer.Exit(code_of(error)) from None


def say(line: str) -> None:
    """One line on stderr."""
    sys.stderr.write(line.rstrip("\n") + "\n")
    sys.stderr.flush()


def line_of(error: Exception) -> str:
    """What to tell the user about `error`, on one line."""
    if isinstance(error, SijilError):
        return error.line()
    if isinstance(error, OSError):
        return f"{error.filename or 'standard output'}: {error.strerror or error}"
    return f"sijil: a fault in Sijil itself ({type(error).__name__}: {' '.join(str(error).split())[:200]}) - {_ADVICE}"


def code_of(error: Exception) -> int:
    """The exit code for `error`."""
    return error.exit_code if isinstance(error, SijilError) else FAILED


def debugging() -> bool:
    """Whether tracebacks are wanted."""
    return os.environ.get("SIJIL_DEBUG", "") not in ("", "0")


_ADVICE = "please report it with what SIJIL_DEBUG=1 shows"


def _is_clicks_own(error: Exception) -> bool:
    """Whether Typer prints this error itself (wrong options, --help, an exit code)."""
    return isinstance(error, typer.Exit | typer.Abort) or hasattr(error, "exit_code") and hasattr(error, "show")


def _silence_stdout() -> None:
    """Keeps Python from complaining at exit about output that nobody can take any more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _silence_stdout_if_full(error: Exception) -> None:
    if isinstance(error, OSError) and not error.filename:
        _silence_stdout()
