"""Takes the README's picture of the desk, on the sample reports: docs/screenshots/overview.png.

Needs Debian's chromium and the development packages (`make setup`).
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import threading
import time
from pathlib import Path

import uvicorn
from playwright.sync_api import sync_playwright

from sijil.cli.serve import demo
from sijil.web import create_app

TARGET = Path(__file__).resolve().parent.parent / "docs" / "screenshots"
SIZE = {"width": 1280, "height": 1080}


def main() -> int:
    """Exit code 1, with one line, where chromium is missing."""
    chromium = shutil.which("chromium")
    if chromium is None:
        print("chromium is missing: apt-get install -y chromium", file=sys.stderr)
        return 1
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        register = Path(folder) / "demo.db"
        demo(register, no_serve=True)
        server = uvicorn.Server(uvicorn.Config(create_app(register), host="127.0.0.1", port=0, log_level="warning"))
        serving = threading.Thread(target=server.run, daemon=True)
        serving.start()
        while serving.is_alive() and not server.started:
            time.sleep(0.05)
        picture(chromium, server.servers[0].sockets[0].getsockname()[1])
        server.should_exit = True
        serving.join()
    return 0


def picture(chromium: str, port: int) -> None:
    """The overview, once its map is drawn."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport=SIZE, color_scheme="light")
        page.goto(f"http://127.0.0.1:{port}/")
        page.wait_for_selector("[data-drawn]", timeout=60_000)
        page.screenshot(path=str(TARGET / "overview.png"))
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
