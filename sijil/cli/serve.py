"""`sijil serve` and `sijil demo`: the desk on this machine."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import ipaddress
import socket
import time
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Annotated

import typer

from sijil.cli.guard import say
from sijil.cli.options import RegisterPath
from sijil.cli.output import print_lines
from sijil.cli.progress import counted
from sijil.errors import BadInput, SetupError, SijilError

if TYPE_CHECKING:
    from sijil.register import Register
    from sijil.samples import Sample

Host = Annotated[
    str, typer.Option(metavar="ADDRESS", help="Address to listen at. Any but this machine's own needs users.")
]
Names = Annotated[
    list[str] | None,
    typer.Option("--name", metavar="HOST", help="A host name that the desk has, behind a proxy; can be given again."),
]
Port = Annotated[int, typer.Option(min=0, max=65535, help="Port to listen at; 0 takes a free one.")]
DEMO = Path("sijil-demo.db")
SLOW = 5  # seconds of reading that are told of


def serve(host: Host = "127.0.0.1", port: Port = 8000, name: Names = None, register: RegisterPath = None) -> None:
    """The desk, on 127.0.0.1 unless told otherwise; with users (`sijil user add`) everybody logs in."""
    from sijil.register import Register

    with Register.open(register, create=False) as opened:
        path = opened.path
        reach = Reach(host, tuple(name or ()))
        if not reach.alone and not opened.people.has_admin():
            raise BadInput(
                ", ".join(reach.names) or host, "reaches beyond this machine, and the register has no admin",
                "add one first: sijil user add NAME --role admin",
            )  # fmt: skip
    _serve(path, _listen(host, port), reach)


@dataclass(frozen=True, slots=True)
class Reach:
    """Where the desk listens, and the host names that it answers to beside addresses."""

    host: str
    names: tuple[str, ...] = ()

    @property
    def alone(self) -> bool:
        """Whether only this machine reaches the desk: it listens here, and has no name that a proxy would bring."""
        if self.names:
            return False
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"


def demo(
    path: Annotated[Path, typer.Argument(metavar="[FILE]", help="The register that the samples go into.")] = DEMO,
    host: Host = "127.0.0.1",
    port: Port = 8000,
    no_serve: Annotated[bool, typer.Option("--no-serve", help="Only load the sample reports.")] = False,
) -> None:
    """Sample reports into a register of their own, and the desk on it."""
    if not Reach(host).alone:
        raise BadInput(host, "reaches beyond this machine; the demo is for this one", "leave out --host")
    listening = None if no_serve else _listen(host, port)
    _load(path)
    if listening:
        _serve(path, listening, Reach(host))
    else:
        print_lines([f"{path}: the sample reports are loaded; look at them with: sijil serve --register {path}"])


def _load(path: Path) -> None:
    """Adds the samples that are not there yet. Nothing heavy is loaded where all of them are."""
    from sijil.pipeline import derive
    from sijil.register import Register
    from sijil.samples import reports

    with Register.open(path) as opened:
        new = [sample for sample in reports() if not opened.has(_sha256(sample.path))]
        if new:
            _add(opened, new)
        if opened.behind:
            derive(opened)


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _add(register: Register, samples: list[Sample]) -> None:
    from sijil.pipeline import add
    from sijil.steps.places.gazetteer import Gazetteer
    from sijil.steps.read import read_path

    gazetteer = Gazetteer.open()
    for sample in counted(samples, "sample reports", len(samples)):
        add(register, read_path(sample.path, published=sample.published, source=sample.source), gazetteer)


def _listen(host: str, port: int) -> socket.socket:
    """A socket that listens. Raises SetupError where the port is taken or may not be used."""
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host, port), family=family, backlog=128)
    except OSError as error:
        taken = error.errno == errno.EADDRINUSE
        problem = "is taken by another program" if taken else f"cannot be used ({error.strerror})"
        raise SetupError(f"{host}:{port}", problem, "choose another: --port 8001") from None


def _warm(path: Path) -> None:
    """Reads the register before anybody asks: a page that is asked for meanwhile waits until it is read."""
    from sijil import queries
    from sijil.register import Register

    began = time.monotonic()
    # What goes wrong here is told by the page that is asked for.
    with contextlib.suppress(SijilError), Register.open(path, create=False) as register:
        claims, took = queries.warm(register), time.monotonic() - began
        if took > SLOW:
            say(f"{claims:,} claims are read ({took:.0f} s): pages come at once now.")


def _serve(path: Path, listening: socket.socket, reach: Reach) -> None:
    """Serves until Ctrl-C, which is the usual way to stop it and no failure."""
    import uvicorn

    from sijil.web import create_app

    # Without a proxy, X-Forwarded-For and -Proto would be what anybody at this machine likes to say of themselves.
    config = uvicorn.Config(
        create_app(path, reach.alone, reach.names), log_level="warning", access_log=False,
        proxy_headers=bool(reach.names),
    )  # fmt: skip
    host, port = listening.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    typer.echo(f"Sijil's desk on {path} is at http://{shown}:{port} (Ctrl-C stops it)")
    if not ipaddress.ip_address(host).is_loopback:
        say("Passwords and pages are not encrypted on the way: put the desk behind HTTPS (docs/people.md).")
    Thread(target=_warm, args=(path,), daemon=True).start()
    with contextlib.suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listening])
