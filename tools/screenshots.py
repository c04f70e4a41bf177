"""Takes a picture of every page of the desk, on the sample reports, into docs/screenshots: `make screenshots`.

Each page in light at 1280 pixels and in dark at 390, the main ones in Arabic, too, and a README.md that shows all of
them. Needs Debian's chromium and the development packages (`make setup`). Names of looks after it take only those:
`python -m tools.screenshots ar`.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from sijil import queries
from sijil.cli.serve import demo
from sijil.model.filter import Filter
from sijil.register import Register
from sijil.web import create_app
from tools.pages import routes, walk

TARGET = Path(__file__).resolve().parent.parent / "docs" / "screenshots"
ADMIN, PASSWORD = "Amal", "a password for pictures"
WIDE, PHONE = {"width": 1280, "height": 1000}, {"width": 390, "height": 844}
#: The pages that are shown in Arabic, too.
MAIN = ("overview", "incidents-id", "reports-id", "review", "totals", "displacement", "control", "search")


@dataclass(frozen=True, slots=True)
class Look:
    """How pages are looked at: those of `pages`, or all."""

    window: dict[str, int]
    scheme: str
    locale: str = "en"
    pages: tuple[str, ...] = ()


LOOKS = {
    "wide": Look(WIDE, "light"), "phone": Look(PHONE, "dark"), "ar": Look(WIDE, "light", "ar", MAIN),
    "ar-phone": Look(PHONE, "dark", "ar", MAIN[:3]),
}  # fmt: skip


def main() -> int:
    """Exit code 1, with one line, where chromium is missing."""
    looks = {name: look for name, look in LOOKS.items() if name in sys.argv[1:]} or LOOKS
    chromium = shutil.which("chromium")
    if chromium is None:
        print("chromium is missing: apt-get install -y chromium", file=sys.stderr)
        return 1
    if looks is LOOKS:
        shutil.rmtree(TARGET, ignore_errors=True)
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        register = Path(folder) / "demo.db"
        demo(register, no_serve=True)
        with Register.open(register) as opened:
            opened.people.add(ADMIN, "admin", PASSWORD, "pictures")
        app = create_app(register)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        with served(app) as address:
            pictures(browser, address, app, looks)
        browser.close()
    return 0


@contextmanager
def served(app: FastAPI) -> Iterator[str]:
    """The desk on a free port; its address."""
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning"))
    serving = threading.Thread(target=server.run, daemon=True)
    serving.start()
    while serving.is_alive() and not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    serving.join()


def pictures(browser: Browser, address: str, app: FastAPI, looks: dict[str, Look]) -> None:
    """Every page in every look, and the page that shows them."""
    with httpx.Client(base_url=address, headers={"origin": address}) as client:
        client.post("/log-in", data={"name": ADMIN, "password": PASSWORD})
        found = walk(client, routes(app), telling(Path(app.state.register_path)))
        cookies = [{"name": c.name, "value": c.value or "", "url": address} for c in client.cookies.jar]
    names = {name_of(route): there for route, there in found.items()}
    for name, look in looks.items():
        context = browser.new_context(
            base_url=address, viewport=look.window, color_scheme=look.scheme, locale=look.locale  # type: ignore[arg-type]
        )  # fmt: skip
        context.add_cookies(cookies)  # type: ignore[arg-type]
        for page in look.pages or names:
            taken(context, names[page], TARGET / f"{page}-{name}.png")
        context.close()
    if "wide" in looks:
        with browser.new_context(base_url=address, viewport=WIDE) as nobody:  # type: ignore[arg-type]
            taken(nobody, "/log-in", TARGET / "log-in-wide.png")
    (TARGET / "README.md").write_text(shown(list(names)))


def telling(register: Path) -> tuple[str, ...]:
    """Where to start: the overview, a search, and the incident and report that have most to show."""
    with Register.open(register, create=False) as opened:
        views = queries.incidents(opened, Filter())
        incident = max(views, key=lambda view: (len(view.assessment.sources), len(view.claims)))
        report = max(incident.reports, key=lambda info: queries.counts(opened)[info.id])
    return "/", f"/incidents/{incident.incident.id}", f"/reports/{report.id}", "/search?q=hospital"


def name_of(route: str) -> str:
    """A route as a file's name: "/incidents/{id_}/sheet" → "incidents-id-sheet"."""
    return re.sub(r"[^a-z]+", "-", route).strip("-") or "overview"


def taken(context: BrowserContext, address: str, file: Path) -> None:
    """One picture of what a window shows at first, once its map is drawn."""
    page = context.new_page()
    page.goto(address)
    page.wait_for_load_state("networkidle")
    if page.locator("[data-map]").count():
        page.wait_for_selector("[data-drawn]", state="attached", timeout=60_000)
    page.screenshot(path=str(file))
    page.close()


def shown(names: list[str]) -> str:
    """The page that shows the pictures, in Markdown."""
    lines = [
        "# Every page of the desk",
        "",
        "Made by `make screenshots` on the sample reports; not edited by hand.",
        "",
    ]
    for name in sorted(names):
        files = [f"{name}-{look}.png" for look, how in LOOKS.items() if name in (how.pages or (name,))]
        lines += [f"## {name}", "", *(f"![{name}, {file}]({file})" for file in files), ""]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
