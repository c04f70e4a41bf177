"""Rules of the field and word lists as data: TOML that a domain expert can read and change."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

#: The environment variable that names a team's own rules folder.
TEAM = "SIJIL_RULES"


class BrokenRules(ValueError):
    """A rules file of a team that cannot be used. `path` is the file, the message what is wrong with it."""

    def __init__(self, path: str, problem: str) -> None:
        self.path = path
        super().__init__(problem)


@cache
def load(name: str) -> dict[str, Any]:
    """The rules file `name` ("grades", "en/harm") as a dictionary. Treat it as read-only: it is shared.

    Raises FileNotFoundError where there is no such file.
    """
    path = files(__name__).joinpath(f"{name}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def rows(folder: str, table: str, key: str = "") -> tuple[tuple[str, dict[str, Any]], ...]:
    """(file, entry) of every `[[table]]` in the files of rules/`folder` by name, then in those of the team's folder.

    A team's entry with a `key` that is there already changes that entry: its lists are added to, its other fields take
    the place of the old. Raises BrokenRules where a team's file cannot be read.
    """
    found: dict[Any, tuple[str, dict[str, Any]]] = {}
    for path, entry in [*_shipped(folder, table), *_of_team(folder, table)]:
        name = entry.get(key) if key else None
        same = name if isinstance(name, str) else len(found)
        old = found.get(same, (path, {}))[1]
        found[same] = (path, _changed(old, entry))
    return tuple(found.values())


def named(folder: str, name: str) -> dict[str, Any]:
    """The rules file rules/`folder`/`name`.toml; a team's file of that name takes its place as a whole.

    Raises KeyError where neither is there, BrokenRules where a team's file cannot be read.
    """
    if name not in names(folder):
        raise KeyError(name)
    home = team_folder()
    own = home / folder / f"{name}.toml" if home else None
    return _read(own) if own and own.is_file() else load(f"{folder}/{name}")


def names(folder: str) -> tuple[str, ...]:
    """The names of the rules files of a folder, shipped or a team's, sorted."""
    home = team_folder()
    own = [path.stem for path in (home / folder).glob("*.toml")] if home else []
    shipped = [path.name.removesuffix(".toml") for path in files(__name__).joinpath(folder).iterdir()]
    return tuple(sorted({*own, *(name for name in shipped if not name.startswith("_"))}))


def team_folder_named() -> bool:
    """Whether a team's own rules folder is named; it need not be there."""
    return bool(os.environ.get(TEAM))


def team_folder() -> Path | None:
    """The team's own rules folder, None where there is none. Raises BrokenRules where the folder named is missing."""
    name = os.environ.get(TEAM, "")
    if not name:
        return None
    folder = Path(name)
    if not folder.is_dir():
        raise BrokenRules(f"${TEAM}", f"there is no folder {name}")
    return folder


def _shipped(folder: str, table: str) -> Iterator[tuple[str, dict[str, Any]]]:
    names = sorted(path.name for path in files(__name__).joinpath(folder).iterdir() if path.name.endswith(".toml"))
    for name in names:
        path = f"{folder}/{name}"
        yield from ((path, entry) for entry in load(path.removesuffix(".toml")).get(table, ()))


def _of_team(folder: str, table: str) -> Iterator[tuple[str, dict[str, Any]]]:
    home = team_folder()
    for path in sorted((home / folder).glob("*.toml")) if home else ():
        entries = _read(path).get(table, [])
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            raise BrokenRules(str(path), f"an entry must begin with [[{table}]]")
        yield from ((str(path), entry) for entry in entries)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BrokenRules(str(path), error.strerror or str(error)) from error
    except ValueError as error:  # no UTF-8, or no TOML
        raise BrokenRules(str(path), f"is no TOML: {error}") from error


def _changed(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    both = [name for name in new if isinstance(new[name], list) and isinstance(old.get(name), list)]
    return {**old, **new, **{name: [*old[name], *new[name]] for name in both}}
