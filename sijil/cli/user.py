"""`sijil user`: who may use the desk, and the log of what was looked at. Passwords are asked for, never an argument."""

from __future__ import annotations

import getpass
import sys
from typing import Annotated

import typer

from sijil.cli.me import me
from sijil.cli.options import AsJson, RegisterPath
from sijil.cli.output import json_line, print_json, print_lines, print_table
from sijil.errors import BadInput

app = typer.Typer(help="Users of the desk, and the log of looks at names and of exports.", no_args_is_help=True)

Name = Annotated[str, typer.Argument(metavar="NAME", help="The name that judgements are signed with.")]
Role = Annotated[str, typer.Argument(metavar="ROLE", help="reader, reviewer, editor or admin.")]


@app.command()
def add(
    name: Name,
    role: Annotated[str, typer.Option(metavar="ROLE", help="reader, reviewer, editor or admin. Required.")] = "",
    register: RegisterPath = None,
) -> None:
    """A new user. The password is asked for, or read as one line from standard input."""
    from sijil.register import Register
    from sijil.register.people import check_role, checked_name

    check_role(role)
    checked_name(name)
    with Register.open(register) as opened:
        person = opened.people.add(name, role, _password(), me())
    print_lines([f"{person.name}: {person.role}"])


@app.command("list")
def list_(as_json: AsJson = False, register: RegisterPath = None) -> None:
    """All users, also those who were removed."""
    from sijil.register import Register

    with Register.open(register, create=False) as opened:
        people = opened.people.all()
    rows = [
        {
            "name": one.name,
            "role": one.role,
            "added": one.added.isoformat(),
            "removed": one.removed.isoformat() if one.removed else None,
        }
        for one in people
    ]
    if as_json:
        print_json(rows)
        return
    cells = ((r["name"] or "", r["role"] or "", (r["added"] or "")[:10], (r["removed"] or "")[:10]) for r in rows)
    print_table(("name", "role", "added", "removed"), cells, "no users: the desk is for one person, on 127.0.0.1")


@app.command()
def role(name: Name, role: Role, register: RegisterPath = None) -> None:
    """Another role; the user has to log in again."""
    from sijil.register import Register

    with Register.open(register, create=False) as opened:
        opened.people.set_role(name, role, me())
    print_lines([f"{name}: {role}"])


@app.command()
def password(name: Name, register: RegisterPath = None) -> None:
    """Another password, asked for or read from standard input; the user has to log in again."""
    from sijil.register import Register

    with Register.open(register, create=False) as opened:
        opened.people.known(name)
        opened.people.set_password(name, _password(), me())
    print_lines([f"{name}: the password is changed"])


@app.command()
def remove(name: Name, register: RegisterPath = None) -> None:
    """Lets somebody in no more. What they decided stays, in their name."""
    from sijil.register import Register

    with Register.open(register, create=False) as opened:
        opened.people.remove(name, me())
    print_lines([f"{name}: removed; the judgements stay"])


@app.command()
def log(as_json: AsJson = False, register: RegisterPath = None) -> None:
    """Who came in, looked at names, exported, and changed users; oldest first."""
    from sijil.register import Register

    with Register.open(register, create=False) as opened:
        rows = opened.people.accesses()
    if as_json:
        print_json({"at": row.when.isoformat(), "who": row.who, "what": row.what, **row.body} for row in rows)
        return
    cells = ((f"{r.when:%Y-%m-%d %H:%M:%S}", r.who, r.what, json_line(r.body)) for r in rows)
    print_table(("at (UTC)", "who", "what", "with"), cells)


def _password() -> str:
    """The password from the terminal, asked for twice, or one line of standard input."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    given = getpass.getpass("Password: ")
    if getpass.getpass("The same again: ") != given:
        raise BadInput("the passwords", "differ", "try again")
    return given
