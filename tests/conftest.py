"""What all tests share: the one browser of a process, as a second Playwright beside a running one refuses to start."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

os.environ["SIJIL_DATA"] = tempfile.mkdtemp(prefix="sijil-data-")  # no packs but those that a test imports
settings.register_profile("sijil", deadline=None)  # a busy machine is no failure
settings.load_profile("sijil")

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium of the machine."""
    path = shutil.which("chromium")
    if path is None:
        pytest.fail("chromium is missing: apt-get install -y chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield chromium
        chromium.close()
